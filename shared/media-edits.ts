// What a creator does to the list of photos and videos, as Yjs edits that merge: an item moved is
// the same item made again at its new place, an item described or covered keeps its place.
import * as Y from 'yjs';
import { type Medium, mediaList, mediumMap, readParts } from './parts.ts';

export function addMedium(doc: Y.Doc, medium: Medium, at?: number): void {
  const list = mediaList(doc);
  doc.transact(() => list.insert(Math.min(at ?? list.length, list.length), [mediumMap(medium)]));
}

/** `to` is the index it stands at afterwards. */
export function moveMedium(doc: Y.Doc, id: string, to: number): void {
  const medium = mediumOf(doc, id);
  const from = indexOf(doc, id);
  if (!medium || from < 0) return;
  doc.transact(() => {
    const list = mediaList(doc);
    list.delete(from, 1);
    list.insert(Math.min(Math.max(to, 0), list.length), [mediumMap(medium)]);
  });
}

export function removeMedium(doc: Y.Doc, id: string): void {
  const at = indexOf(doc, id);
  if (at >= 0) mediaList(doc).delete(at, 1);
}

export function replaceMedium(doc: Y.Doc, id: string, medium: Medium): void {
  const at = indexOf(doc, id);
  if (at < 0) return;
  doc.transact(() => {
    mediaList(doc).delete(at, 1);
    mediaList(doc).insert(at, [mediumMap(medium)]);
  });
}

export function describeMedium(doc: Y.Doc, id: string, alt: string): void {
  const item = itemOf(doc, id);
  if (item && (item.get('alt') ?? '') !== alt) item.set('alt', alt);
}

/** One cover at most; null takes it away. */
export function coverMedium(doc: Y.Doc, id: string | null): void {
  doc.transact(() => {
    for (const item of items(doc)) {
      const isCover = item.get('id') === id;
      if ((item.get('cover') === true) !== isCover) item.set('cover', isCover);
    }
  });
}

const items = (doc: Y.Doc): Y.Map<unknown>[] =>
  (mediaList(doc).toArray() as unknown[]).filter((item) => item instanceof Y.Map);

const itemOf = (doc: Y.Doc, id: string) => items(doc).find((item) => item.get('id') === id);

const mediumOf = (doc: Y.Doc, id: string) => readParts(doc).media.find((one) => one.id === id);

const indexOf = (doc: Y.Doc, id: string): number =>
  (mediaList(doc).toArray() as unknown[]).findIndex(
    (item) => item instanceof Y.Map && item.get('id') === id,
  );
