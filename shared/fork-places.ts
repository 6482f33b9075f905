// Which places of a text and of its fork are the same.
/** `from`..`to` of the base became `at`..`end` of the fork. In order, and never touching. */
export interface Change {
  from: number;
  to: number;
  at: number;
  end: number;
  /** The suggestion it is, or will be once it is sent. */
  row: string;
}

/** A position of the base in the fork; inside a change, its start or its end. */
export function intoFork(
  changes: readonly Change[],
  position: number,
  edge: 'start' | 'end',
): number {
  let shift = 0;
  for (const { from, to, at, end } of changes) {
    if (position < from) break;
    if (position <= to) {
      const isBefore = position === from && (edge === 'start' || from < to);
      return isBefore || (edge === 'start' && position < to) ? at : end;
    }
    shift = end - to;
  }
  return position + shift;
}

/** A position of the fork in the base: what was put in lies where it was put. */
export function intoBase(changes: readonly Change[], position: number): number {
  let shift = 0;
  for (const { to, from, at, end } of changes) {
    if (position < at) break;
    if (position <= end) return position === at ? from : to;
    shift = to - end;
  }
  return position + shift;
}
