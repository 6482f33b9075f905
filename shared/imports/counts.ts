// One cell as a count: what apps write where there is none, and every notation figures.ts reads.
import { readCount } from '../figures.ts';

/** How files say that there is no such figure. */
const nothing = new Set(['', '-', '--', '–', '—', 'n/a', 'na', 'null', 'none']);

export type CellCount = number | null | 'unread';

export function countOf(cell: unknown): CellCount {
  if (cell === null || cell === undefined) return null;
  if (typeof cell === 'number') {
    return Number.isSafeInteger(cell) && cell >= 0 ? cell : 'unread';
  }
  if (typeof cell !== 'string') return 'unread';
  const text = cell.trim();
  if (nothing.has(text.toLowerCase())) return null;
  const read = readCount(text);
  return read.ok ? read.value : 'unread';
}
