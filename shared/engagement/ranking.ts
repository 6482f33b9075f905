// Who stands before whom, as far as the figures can tell: a range of ranks for each. Pure.
//
// Two whose intervals overlap are tied. Overlapping does not carry over (the first may overlap the
// second and the second the third, the first and the third not), so there are no groups of equals: each
// stands somewhere between one more than those surely ahead and all but those surely behind.

export type Interval = readonly [low: number, high: number];

export interface RankRange {
  best: number;
  worst: number;
  /** Of how many. */
  of: number;
}

export const areTied = (a: Interval, b: Interval): boolean => a[0] <= b[1] && b[0] <= a[1];

/** In the order they were given; the highest figure is first. */
export function rankRanges(intervals: readonly Interval[]): RankRange[] {
  const of = intervals.length;
  const lows = Float64Array.from(intervals, ([low]) => low).sort();
  const highs = Float64Array.from(intervals, ([, high]) => high).sort();
  return intervals.map(([low, high]) => ({
    best: 1 + (of - countUpTo(lows, high)),
    worst: of - countBelow(highs, low),
    of,
  }));
}

/** How many are at most this, of numbers in order. */
function countUpTo(sorted: Float64Array, limit: number): number {
  return firstWhere(sorted, (number) => number > limit);
}

function countBelow(sorted: Float64Array, limit: number): number {
  return firstWhere(sorted, (number) => number >= limit);
}

function firstWhere(sorted: Float64Array, isPast: (number: number) => boolean): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (isPast(sorted[middle] ?? Number.POSITIVE_INFINITY)) to = middle;
    else from = middle + 1;
  }
  return from;
}
