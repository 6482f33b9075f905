// "Back to the approved text": a forward edit from what a draft says now to exactly what a frozen
// version said. What did not change is not touched, so its authors, anchors and marks stay.
import { Node } from '@tiptap/pm/model';
import { updateYFragment } from '@tiptap/y-tiptap';
import canonicalize from 'canonicalize';
import * as Y from 'yjs';
import { type Block, blocksOf } from './blocks.ts';
import { type NormalForm, normalBlocks, partsOfForm } from './content-id.ts';
import { longestCommon } from './difference.ts';
import {
  type Medium,
  mediaList,
  mediumMap,
  readParts,
  type TextPart,
  textFragment,
  textParts,
} from './parts.ts';
import { restoreOrigin } from './origins.ts';
import { schemaOf } from './schema/of-part.ts';

/** Afterwards the draft's content id is the form's again. `ids` names what has to be made anew. */
export function restoreParts(doc: Y.Doc, form: NormalForm, ids: () => string): void {
  doc.transact(() => {
    restoreMedia(doc, partsOfForm(form).media, ids);
    const places = readParts(doc).media;
    const wanted = partsOfForm(form);
    for (const part of textParts) restoreText(doc, part, withPlaces(wanted[part], places), ids);
  }, restoreOrigin);
}

function restoreText(doc: Y.Doc, part: TextPart, wanted: readonly Block[], ids: () => string) {
  const fragment = textFragment(doc, part);
  const now = blocksOf(fragment);
  const [before, after] = [now.map(key), wanted.map(key)];
  if (canonicalize(before) === canonicalize(after)) return;
  const kept = new Map(longestCommon(before, after).map(([a, b]) => [b, now[a] as Block]));
  const content = wanted.map((block, index) => kept.get(index) ?? withIds(block, ids));
  // A caret needs a paragraph to stand in, and an empty one at the end is no content.
  if (content.length === 0) content.push({ type: 'paragraph' });
  const node = Node.fromJSON(schemaOf[part], { type: 'doc', content });
  updateYFragment(doc, fragment, node, { mapping: new Map(), isOMark: new Map() });
}

const key = (block: Block): string => canonicalize(normalBlocks([block])) ?? '';

function withIds(block: Block, ids: () => string): Block {
  const named = block.type === 'scriptRow' || block.type === 'frame';
  return named ? { ...block, attrs: { ...block.attrs, id: ids() } } : block;
}

/** A frozen frame names its file; a live one names the medium. */
function withPlaces(blocks: readonly Block[], media: readonly Medium[]): Block[] {
  return blocks.map((block) => {
    const file = block.type === 'frame' ? block.attrs?.['media'] : undefined;
    if (file === undefined) return block;
    const medium = media.find((one) => one.file === file || one.link === file);
    return medium ? { ...block, attrs: { ...block.attrs, media: medium.id } } : block;
  });
}

function restoreMedia(doc: Y.Doc, wanted: readonly Medium[], ids: () => string) {
  const list = mediaList(doc);
  const says = (media: readonly Medium[]) =>
    media.map((medium) => canonicalize({ ...medium, id: '' }) ?? '');
  const now = readParts(doc).media;
  const kept = longestCommon(says(now), says(wanted));
  const stays = new Set<unknown>(kept.map(([a]) => now[a]?.id));
  // From the end, so that places hold; of two with one id the earlier one stays.
  const idAt = (index: number): unknown => {
    const item: unknown = list.get(index);
    return item instanceof Y.Map ? item.get('id') : undefined;
  };
  for (let index = list.length - 1; index >= 0; index -= 1) {
    const id = idAt(index);
    const earlier = Array.from({ length: index }, (_, at) => idAt(at)).includes(id);
    if (!stays.has(id) || earlier) list.delete(index, 1);
  }
  const there = new Set(kept.map(([, b]) => b));
  wanted.forEach((medium, index) => {
    if (!there.has(index)) list.insert(index, [mediumMap({ ...medium, id: ids() })]);
  });
}
