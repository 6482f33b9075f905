// Where the middle of some numbers lies, how far they spread, and how far the middle itself may be
// trusted. Pure arithmetic: it does not know what the numbers mean.

export interface Spread {
  n: number;
  mean: number;
  median: number;
  /** The middle half lies between them. */
  quartiles: [number, number];
  /** Where the median of as many other such numbers would lie, nineteen times of twenty. */
  interval: [number, number];
  /** The interval's ends as places among the numbers in order, from 1. */
  places: [number, number];
}

/** Of at least one number. */
export function spreadOf(numbers: readonly number[]): Spread {
  const sorted = Float64Array.from(numbers).sort();
  const n = sorted.length;
  if (n === 0) throw new RangeError('no numbers have no middle');
  const places = medianPlaces(n);
  let sum = 0;
  for (const number of sorted) sum += number;
  return {
    n,
    mean: sum / n,
    median: quantile(sorted, 0.5),
    quartiles: [quantile(sorted, 0.25), quantile(sorted, 0.75)],
    interval: [sorted[places[0] - 1] ?? Number.NaN, sorted[places[1] - 1] ?? Number.NaN],
    places,
  };
}

/** Between the two nearest, as spreadsheets do it (Hyndman and Fan's seventh); of numbers in order. */
export function quantile(sorted: ArrayLike<number>, share: number): number {
  const at = (sorted.length - 1) * share;
  const below = Math.floor(at);
  const low = sorted[below] ?? Number.NaN;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] ?? Number.NaN;
  return low + (high - low) * (at - below);
}

export const medianOf = (numbers: readonly number[]): number =>
  quantile(Float64Array.from(numbers).sort(), 0.5);

const outside = 0.05;
const remembered = new Map<number, [number, number]>();

/**
 * The bootstrap's percentile interval of a median, exactly and without drawing anything (Efron 1979,
 * Maritz and Jarrett 1978). The m-th smallest of n draws with replacement is at most the k-th of the
 * numbers when m or more draws are among the first k: a binomial chance with k/n. So each end is one of
 * the numbers, and which one depends on n alone.
 *
 * With an even n the median lies between the two middle draws: the lower end is that of the lower one,
 * the upper end that of the upper. That interval holds the bootstrap's own and is a little wider.
 */
export function medianPlaces(n: number): [number, number] {
  const known = remembered.get(n);
  if (known) return known;
  const lower = firstPlace(n, Math.floor((n + 1) / 2), outside / 2);
  const upper = firstPlace(n, Math.floor(n / 2) + 1, 1 - outside / 2);
  const places: [number, number] = [lower, upper];
  remembered.set(n, places);
  return places;
}

/** The first place that the m-th smallest draw is at or before with at least this chance. */
function firstPlace(n: number, m: number, chance: number): number {
  for (let k = 1; k < n; k += 1) if (atLeast(n, m, k / n) >= chance) return k;
  return n;
}

/** P(X ≥ m) for X binomial, summed from logarithms so that a long list does not run over. */
export function atLeast(n: number, m: number, p: number): number {
  if (p <= 0) return m <= 0 ? 1 : 0;
  if (p >= 1) return 1;
  let log = n * Math.log1p(-p);
  let below = 0;
  for (let k = 0; k < m; k += 1) {
    below += Math.exp(log);
    log += Math.log((n - k) / (k + 1)) + Math.log(p) - Math.log1p(-p);
  }
  return Math.max(0, 1 - below);
}
