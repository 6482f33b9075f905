// The parts of a draft as they stand, kept current.
import { useCallback, useRef, useSyncExternalStore } from 'react';
import type * as Y from 'yjs';
import { type Parts, readParts } from '#shared/parts.ts';

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
