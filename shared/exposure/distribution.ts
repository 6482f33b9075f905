// How often people hear something, as a distribution: the share of them with exactly 0, 1, 2, …
// exposures. What every model answers in, and the two ways to put distributions together.

export interface Exposure {
  /** Share of the population with exactly k exposures, from k = 0; sums to 1. */
  distribution: number[];
  /** Share with one exposure or more. */
  reach: number;
  /** Exposures of one person on average, those who hear nothing included. */
  mean: number;
  /** Exposures on average of those who are reached; 0 where nobody is. */
  frequency: number;
}

/** Sum with the error of each addition carried along (Neumaier): 10 000 terms cost no digit. */
export function sum(values: Iterable<number>): number {
  let total = 0;
  let lost = 0;
  for (const value of values) {
    const next = total + value;
    lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
    total = next;
  }
  return total + lost;
}

/** Share of people with k exposures or more. Added up from the far end, where the terms are small. */
export function atLeast(distribution: readonly number[], k: number): number {
  if (k <= 0) return 1;
  return Math.min(1, sum(distribution.slice(k).reverse()));
}

export function exposureOf(distribution: number[]): Exposure {
  const reach = atLeast(distribution, 1);
  const mean = sum(distribution.map((share, k) => share * k));
  return { distribution, reach, mean, frequency: reach > 0 ? mean / reach : 0 };
}

export const zeros = (length: number): number[] => Array.from(new Float64Array(length));

/** The exposures of independent sources together. */
export function together(parts: readonly (readonly number[])[]): number[] {
  const longest = parts.reduce((so, part) => so + part.length - 1, 0);
  const so = new Float64Array(longest + 1);
  so[0] = 1;
  let most = 0;
  for (const part of parts) {
    most += part.length - 1;
    // From the far end, so that what is read has not been written yet.
    for (let k = most; k >= 0; k--) {
      let share = 0;
      for (let j = Math.min(k, part.length - 1); j >= 0; j--) {
        share += (part[j] as number) * (so[k - j] as number);
      }
      so[k] = share;
    }
  }
  return Array.from(so);
}

/** Two groups of people as one: `share` of all are in the first. */
export function mix(a: readonly number[], b: readonly number[], share: number): number[] {
  const length = Math.max(a.length, b.length);
  return Array.from({ length }, (_, k) => share * (a[k] ?? 0) + (1 - share) * (b[k] ?? 0));
}

/**
 * Probabilities from the ratios of neighbours: `up(k)` is P(k + 1) / P(k). It starts at 1 in `from`,
 * best where the distribution is high, and divides by the sum in the end: no factorial or gamma
 * function is needed, and what is too small for a number becomes 0 at the edges.
 */
export function fromRatios(n: number, from: number, up: (k: number) => number): number[] {
  const weights = zeros(n + 1);
  weights[from] = 1;
  for (let k = from; k < n; k++) weights[k + 1] = (weights[k] as number) * up(k);
  for (let k = from; k > 0; k--) weights[k - 1] = (weights[k] as number) / up(k - 1);
  const total = sum(weights);
  return weights.map((weight) => weight / total);
}
