// Which posts are chosen in the grid, by creator and deliverable, and where the last choice was made.
import { useCallback, useMemo, useRef, useState } from 'react';

/** A cell's name: the two ids have no space in them. */
export const cellKey = (userId: string, deliverableId: string): string =>
  `${userId} ${deliverableId}`;

export interface ChosenCell {
  creatorId: string;
  deliverableId: string;
}

export interface Selection {
  chosen: ReadonlySet<string>;
  cells: ChosenCell[];
  /** Chooses all of these, or none of them where all are chosen already. */
  toggle(keys: string[]): void;
  add(keys: string[]): void;
  clear(): void;
}

/** What is no longer shown is no longer chosen: nobody moves what they do not see. */
export function useSelection(shown: ReadonlySet<string>): Selection {
  const [all, setAll] = useState<ReadonlySet<string>>(new Set());
  const latest = useRef(shown);
  latest.current = shown;
  const chosen = useMemo(() => new Set([...all].filter((key) => shown.has(key))), [all, shown]);
  const cells = useMemo(
    () =>
      [...chosen].map((key) => {
        const [creatorId = '', deliverableId = ''] = key.split(' ');
        return { creatorId, deliverableId };
      }),
    [chosen],
  );
  const toggle = useCallback((keys: string[]) => {
    const own = keys.filter((key) => latest.current.has(key));
    setAll((before) => {
      const next = new Set(before);
      const isFull = own.every((key) => next.has(key));
      for (const key of own) {
        if (isFull) next.delete(key);
        else next.add(key);
      }
      return next;
    });
  }, []);
  const add = useCallback((keys: string[]) => {
    const own = keys.filter((key) => latest.current.has(key));
    setAll((before) => new Set([...before, ...own]));
  }, []);
  const clear = useCallback(() => setAll(new Set<string>()), []);
  return useMemo(
    () => ({ chosen, cells, toggle, add, clear }),
    [chosen, cells, toggle, add, clear],
  );
}
