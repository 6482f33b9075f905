// Accepting a suggestion may split or join paragraphs, and Yjs then writes the words around it anew
// under the client id that accepts: the creator's own would count as the brand's. Here it is known to
// the letter which words those are, so nothing is matched and nothing is guessed.
import * as Y from 'yjs';
import { type AnchorPart, linearText } from './anchors.ts';
import { noteOrigin, type Origin, piecesIn, readOrigins } from './origins.ts';

/** What `work` writes outside of `from`..`to` stood there before, and keeps where it came from. */
export function keepAround(
  doc: Y.Doc,
  { part, from, to }: { part: AnchorPart; from: number; to: number },
  work: () => void,
): void {
  // Nobody counts whose words the guidelines are made of.
  if (part === 'guidelines') return doc.transact(work);
  doc.transact(() => {
    const since = Y.getState(doc.store, doc.clientID);
    const before = originsOf(doc, part);
    work();
    const after = itemsOf(doc, part);
    const grown = linearText(doc, part).text.length - before.length;
    const originAt = (index: number) =>
      index < from ? before[index] : index >= to + grown ? before[index - grown] : undefined;
    for (const { item, at } of after) {
      const isNew = item.id.client === doc.clientID && item.id.clock >= since;
      if (isNew) noteItem(doc, item, (offset) => originAt(at + offset));
    }
  });
}

function noteItem(doc: Y.Doc, item: Y.Item, originAt: (offset: number) => Origin | undefined) {
  for (let from = 0; from < item.length; ) {
    const origin = originAt(from);
    let to = from + 1;
    while (to < item.length && originAt(to) === origin) to += 1;
    const clock = item.id.clock + from;
    if (origin) noteOrigin(doc, { client: item.id.client, clock, length: to - from }, origin);
    from = to;
  }
}

/** Of each place of the linear text; none where a line ends. */
function originsOf(doc: Y.Doc, part: AnchorPart): (Origin | undefined)[] {
  const noted = readOrigins(doc);
  const origins = Array.from<Origin | undefined>({ length: linearText(doc, part).text.length });
  for (const { item, at } of itemsOf(doc, part)) {
    let start = at;
    for (const piece of piecesIn(item, noted)) {
      origins.fill({ from: piece.from, isBack: piece.isBack }, start, start + piece.length);
      start += piece.length;
    }
  }
  return origins;
}

/** What stands in a part, with where it stands. */
function itemsOf(doc: Y.Doc, part: AnchorPart): { item: Y.Item; at: number }[] {
  const items: { item: Y.Item; at: number }[] = [];
  for (const { type, at: start } of linearText(doc, part).pieces) {
    let at = start;
    for (let item = type._start; item; item = item.right) {
      if (item.deleted || !item.countable) continue;
      items.push({ item, at });
      at += item.length;
    }
  }
  return items;
}
