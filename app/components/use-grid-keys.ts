// Moving about in the grid of posts and choosing there, by keys and by clicks. The grid listens for all
// of its cells; a cell says by its data which row and column it is in.
import {
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  type FocusEvent,
  useRef,
  useState,
} from 'react';
import type { Arranged, GridRow } from '#shared/posts-grid.ts';
import type { PostColumn } from './posts-grid.tsx';
import { cellKey, type Selection } from './posts-selection.ts';

/** The row of the posts' names, and the column of the creators'. */
export const head = 'head';
export const names = 'names';

export interface Place {
  row: string;
  column: string;
}

interface GridKeys {
  box: RefObject<HTMLDivElement>;
  arranged: Arranged<GridRow, PostColumn>;
  selection: Selection;
}

/** So many rows a page of the keyboard moves. */
const pageRows = 8;

export function useGridKeys({ box, arranged, selection }: GridKeys) {
  const [kept, setKept] = useState<Place | null>(null);
  const anchor = useRef<Place | null>(null);
  const rows = [head, ...arranged.rows.map(({ row }) => row.userId)];
  const columns = [names, ...arranged.columns.map(({ id }) => id)];
  const isThere = kept !== null && rows.includes(kept.row) && columns.includes(kept.column);
  const at = isThere ? kept : { row: rows[1] ?? head, column: columns[1] ?? names };

  function go(place: Place): void {
    setKept(place);
    const { row, column } = place;
    const cell = box.current?.querySelector<HTMLElement>(
      `[data-row="${CSS.escape(row)}"][data-column="${CSS.escape(column)}"]`,
    );
    cell?.focus({ preventScroll: true });
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  /** Every cell in the rectangle of two places; a name stands for its whole row or column. */
  function between(a: Place, b: Place): string[] {
    const part = (all: string[], from: string, to: string, whole: string) => {
      if (from === whole || to === whole) return all.slice(1);
      const [first, last] = [all.indexOf(from), all.indexOf(to)].sort((x, y) => x - y);
      return all.slice(first, (last ?? 0) + 1);
    };
    const across = part(columns, a.column, b.column, names);
    return part(rows, a.row, b.row, head).flatMap((row) =>
      across.map((column) => cellKey(row, column)),
    );
  }

  function choose(place: Place, isMore: boolean): void {
    if (isMore && anchor.current) return selection.add(between(anchor.current, place));
    anchor.current = place;
    selection.toggle(between(place, place));
  }

  const step = (all: string[], from: string, by: number) =>
    all[Math.min(all.length - 1, Math.max(0, all.indexOf(from) + by))] ?? from;

  /** Where a key leads from here, or null where it is none of the grid's. */
  function target({ key, ctrlKey, metaKey }: KeyboardEvent): Place | null {
    const isFar = ctrlKey || metaKey;
    const { row, column } = at;
    const lead: Record<string, () => Place> = {
      ArrowUp: () => ({ column, row: isFar ? head : step(rows, row, -1) }),
      ArrowDown: () => ({ column, row: step(rows, row, isFar ? rows.length : 1) }),
      ArrowLeft: () => ({ row, column: isFar ? names : step(columns, column, -1) }),
      ArrowRight: () => ({ row, column: step(columns, column, isFar ? columns.length : 1) }),
      Home: () => ({ column: names, row: isFar ? head : row }),
      End: () => ({
        column: columns.at(-1) ?? column,
        row: isFar ? (rows.at(-1) ?? row) : row,
      }),
      PageUp: () => ({ column, row: step(rows, row, -pageRows) }),
      PageDown: () => ({ column, row: step(rows, row, pageRows) }),
    };
    return lead[key]?.() ?? null;
  }

  function act(event: KeyboardEvent): boolean {
    const isCommand = event.ctrlKey || event.metaKey;
    switch (event.key) {
      case ' ':
        choose(at, event.shiftKey);
        return true;
      case 'Enter':
        placed(event.target)?.querySelector('a')?.click();
        return true;
      case 'Escape':
        if (selection.chosen.size === 0) return false;
        selection.clear();
        return true;
      case 'a':
        if (isCommand) selection.add(between({ row: head, column: names }, at));
        return isCommand;
      default:
        return false;
    }
  }

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
    if (event.altKey) return;
    const place = target(event);
    if (place && event.shiftKey) {
      anchor.current ??= at;
      selection.add(between(anchor.current, place));
    } else if (place) anchor.current = null;
    if (place) go(place);
    if (place || act(event)) event.preventDefault();
  }

  function onClick(event: MouseEvent<HTMLDivElement>): void {
    const cell = placed(event.target);
    if (!cell || (event.target as Element).closest('a')) return;
    choose(placeOf(cell), event.shiftKey);
  }

  function onFocus(event: FocusEvent<HTMLDivElement>): void {
    const cell = placed(event.target);
    if (cell) setKept(placeOf(cell));
  }

  return { at, handlers: { onKeyDown, onClick, onFocus } };
}

const placed = (target: EventTarget): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null;

const placeOf = ({ dataset }: HTMLElement): Place => ({
  row: dataset['row'] ?? head,
  column: dataset['column'] ?? names,
});
