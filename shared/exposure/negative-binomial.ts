// The negative binomial: how often people see what hangs in public, or anything whose rate differs from
// person to person by a gamma distribution. Fitted to counts by maximum likelihood.
import { type Exposure, exposureOf, sum } from './distribution.ts';
import { type Found, firstImpossible, impossible, isAmount, isPositive } from './input.ts';

export interface NegativeBinomial extends Exposure {
  /** Shape. */
  r: number;
  /** Rate: the average person has r / alpha exposures in one unit of time. */
  alpha: number;
  logLikelihood: number;
  /** People expected with x exposures, beside each of the counts. */
  expected: number[];
}

/**
 * Fits P(X = x) = Γ(r + x) / (Γ(r) x!) (α / (α + t))^r (t / (α + t))^x by maximum likelihood.
 * `counts[x]`: people who were seen to have exactly x exposures; `t`: length of the observation in any
 * unit (1 when left out), to which `alpha` belongs. The distribution goes on beyond the counts until
 * less than 1e-13 of the people are left. Refused: nobody, or nobody with an exposure, or counts that
 * vary no more than chance (variance ≤ mean), for which no r is best.
 * Source: Fader & Hardie, the billboard data.
 */
export function fitNegativeBinomial({
  counts,
  t = 1,
}: {
  counts: readonly number[];
  t?: number;
}): Found<NegativeBinomial> {
  const wrong = firstImpossible([
    ['t', t, isPositive],
    ...counts.map((people, x): [string, number, typeof isAmount] => [
      `counts.${x}`,
      people,
      isAmount,
    ]),
  ]);
  if (wrong) return wrong;
  const people = sum(counts);
  if (people === 0) return impossible('counts', 'zero', 0);
  const mean = sum(counts.map((some, x) => some * x)) / people;
  const variance = sum(counts.map((some, x) => some * (x - mean) ** 2)) / people;
  if (mean === 0) return impossible('counts', 'zero', 0);
  if (variance <= mean) return impossible('counts', 'no-fit', variance);
  const r = bestShape(counts, mean);
  const alpha = (r * t) / mean;
  const distribution = negativeBinomialShares(r, t / (alpha + t), counts.length);
  const expected = counts.map((_, x) => people * (distribution[x] ?? 0));
  const logLikelihood = logLikelihoodOf(counts, r, mean);
  return { ok: true, r, alpha, logLikelihood, expected, ...exposureOf(distribution) };
}

/** For a given r the best rate makes the mean right, so that only r is looked for. */
function logLikelihoodOf(counts: readonly number[], r: number, mean: number): number {
  const none = -r * Math.log1p(mean / r);
  const more = Math.log(mean / (r + mean));
  let term = none;
  const terms: number[] = [];
  for (const [x, people] of counts.entries()) {
    if (x > 0) term += Math.log((r + x - 1) / x) + more;
    terms.push(people === 0 ? 0 : people * term);
  }
  return sum(terms);
}

/** Where the likelihood's slope in r is zero; it falls from above to below, so it is halved to. */
function bestShape(counts: readonly number[], mean: number): number {
  let [low, high] = [1e-9, 1e9];
  for (let step = 0; step < 200; step++) {
    const middle = Math.sqrt(low * high);
    if (slope(counts, middle, mean) > 0) low = middle;
    else high = middle;
  }
  return Math.sqrt(low * high);
}

/** d log L / d r with the rate at its best: Σ_x n_x Σ_{i<x} 1 / (r + i) − n log(1 + mean / r). */
function slope(counts: readonly number[], shape: number, mean: number): number {
  let inner = 0;
  const terms: number[] = [];
  for (const [x, people] of counts.entries()) {
    if (x > 0) inner += 1 / (shape + x - 1);
    terms.push(people * (inner - Math.log1p(mean / shape)));
  }
  return sum(terms);
}

const rest = 1e-13;
const longest = 20_000;

/** Shares for x = 0, 1, … at least so many, and on until `rest` is left. */
function negativeBinomialShares(shape: number, step: number, least: number): number[] {
  const shares = [Math.exp(shape * Math.log1p(-step))];
  let left = 1 - (shares[0] as number);
  for (let x = 1; x < longest && (left > rest || x < least); x++) {
    shares.push((shares[x - 1] as number) * ((shape + x - 1) / x) * step);
    left -= shares[x] as number;
  }
  return shares;
}
