// The parts of a draft as they stand, and the few ways its media list changes: each one transaction.
import { useCallback, useRef, useSyncExternalStore } from 'react';
import * as Y from 'yjs';
import { type Medium, mediaList, type Parts, readParts } from '#shared/parts.ts';

export function useParts(doc: Y.Doc | null): Parts | null {
  const cache = useRef<{ doc: Y.Doc; parts: Parts } | null>(null);
  const subscribe = useCallback(
    (changed: () => void) => {
      if (!doc) return () => undefined;
      const update = () => {
        cache.current = { doc, parts: readParts(doc) };
        changed();
      };
      doc.on('update', update);
      return () => doc.off('update', update);
    },
    [doc],
  );
  return useSyncExternalStore(
    subscribe,
    () => {
      if (!doc) return null;
      if (cache.current?.doc !== doc) cache.current = { doc, parts: readParts(doc) };
      return cache.current.parts;
    },
    () => null,
  );
}

export interface MediaList {
  add(item: Medium): void;
  move(id: string, to: number): void;
  remove(id: string): void;
  setAlt(id: string, alt: string): void;
  /** Exactly one picture is the cover. */
  setCover(id: string): void;
  /** Another file in the same place, with its own words. */
  replace(id: string, item: Medium): void;
}

export function mediaOf(doc: Y.Doc): MediaList {
  const list = mediaList(doc);
  const indexOf = (id: string) => list.toArray().findIndex((item) => item.get('id') === id);
  const change = (id: string, work: (index: number, item: Y.Map<unknown>) => void) => {
    const index = indexOf(id);
    if (index >= 0) doc.transact(() => work(index, list.get(index)));
  };
  return {
    add: (item) => doc.transact(() => list.push([mapOf(item)])),
    move: (id, to) =>
      change(id, (index, item) => {
        const copy = item.clone();
        list.delete(index);
        list.insert(Math.max(0, Math.min(to, list.length)), [copy]);
      }),
    remove: (id) => change(id, (index) => list.delete(index)),
    setAlt: (id, alt) => change(id, (_index, item) => item.set('alt', alt)),
    setCover: (id) =>
      doc.transact(() => {
        for (const item of list.toArray()) {
          const cover = item.get('id') === id;
          if ((item.get('cover') === true) !== cover) item.set('cover', cover);
        }
      }),
    replace: (id, next) =>
      change(id, (_index, item) => {
        item.set('file', next.file);
        item.set('kind', next.kind);
        item.set('link', next.link);
      }),
  };
}

function mapOf(item: Medium): Y.Map<unknown> {
  return new Y.Map<unknown>(Object.entries(item));
}
