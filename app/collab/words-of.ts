// Everything worth keeping of a document as text, should the server refuse it for good.
import type * as Y from 'yjs';
import { blocksOf, plainText } from '#shared/blocks.ts';
import { guidelinesFragment } from '#shared/guidelines.ts';
import { parseDocumentName } from '#shared/ids.ts';
import { planWords } from '#shared/plan-roots.ts';
import { partText, readParts, textParts } from '#shared/parts.ts';

export function wordsOf(documentName: string, doc: Y.Doc): string {
  const kind = parseDocumentName(documentName)?.kind;
  if (kind === 'plan') return planWords(doc);
  if (kind === 'guidelines') {
    return plainText(blocksOf(guidelinesFragment(doc)));
  }
  const parts = readParts(doc);
  return textParts
    .map((part) => partText(parts, part))
    .filter((text) => text.trim() !== '')
    .join('\n\n');
}
