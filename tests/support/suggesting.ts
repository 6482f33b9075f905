// Suggestions as a page makes them: from what the text says at this moment.
import { Node } from '@tiptap/pm/model';
import { yXmlFragmentToProseMirrorRootNode } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import { type AnchorPart, linearText } from '#shared/anchors.ts';
import { placesOf } from '#shared/places.ts';
import { schemaOf } from '#shared/schema/of-part.ts';
import { spanOf } from '#shared/spans.ts';
import type { Suggested } from '#shared/suggestions.ts';

/** `words` of a part replaced by `by`; with `words` empty, `by` is put at `at`. */
export function suggestion(
  doc: Y.Doc,
  { part = 'caption', from, to, by }: { part?: AnchorPart; from: number; to: number; by: string },
): Suggested {
  const linear = linearText(doc, part);
  const span = spanOf(linear, { part, from, to });
  if (!span) throw new Error('nothing to hold on to');
  const schema = schemaOf[part];
  const lines = by.split('\n').map((line) => ({
    type: 'paragraph',
    ...(line === '' ? {} : { content: [{ type: 'text', text: line }] }),
  }));
  const node = Node.fromJSON(schema, { type: 'doc', content: lines });
  const slice = node.slice(1, node.content.size - 1);
  return { span, slice: (slice.toJSON() ?? {}) as Suggested['slice'] };
}

/** A stretch by its words. */
export function stretch(doc: Y.Doc, words: string, part: AnchorPart = 'caption') {
  const from = linearText(doc, part).text.indexOf(words);
  if (from < 0) throw new Error(`"${words}" is not in the text`);
  return { from, to: from + words.length };
}

/** What an editor of this part shows. */
export const shownText = (doc: Y.Doc, part: AnchorPart = 'caption'): string =>
  placesOf(yXmlFragmentToProseMirrorRootNode(doc.getXmlFragment(part), schemaOf[part])).text;
