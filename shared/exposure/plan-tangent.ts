// The linear row behind the proof. A creator's people are spread by a generating function q_0 + q_1 z + …;
// its logarithm −s + l_1 z + l_2 z² + … adds up over creators. Here are those terms for every number of
// posts, and for a box of their sums a row below which no plan that reaches the share can stay.
import type { PlanModel } from './plan-model.ts';

/** Every creator's numbers of posts, one after the other, as options. */
export interface Terms {
  k: number;
  /** Options of creator i are first[i] … first[i + 1] − 1. */
  first: Int32Array;
  owner: Int32Array;
  posts: Int32Array;
  /** By class and option. */
  s: Float64Array[];
  /** l_1. */
  one: Float64Array[];
  /** By class: l_1 … l_{k−1} of option o at o (k − 1). */
  logs: Float64Array[];
  /** Some option leaves nearly nobody unreached: its logarithm says nothing. */
  isDegenerate: boolean;
}

const nobody = 1e-9;

export function termsOf({ k, count, maxPosts, classes, seen }: PlanModel): Terms {
  const first = new Int32Array(count + 1);
  for (let i = 0; i < count; i++) first[i + 1] = (first[i] as number) + (maxPosts[i] as number) + 1;
  const options = first[count] as number;
  const terms: Terms = {
    k,
    first,
    owner: new Int32Array(options),
    posts: new Int32Array(options),
    s: classes.map(() => new Float64Array(options)),
    one: classes.map(() => new Float64Array(options)),
    logs: classes.map(() => new Float64Array(options * (k - 1))),
    isDegenerate: false,
  };
  for (let i = 0; i < count; i++) {
    for (let m = 0; m <= (maxPosts[i] as number); m++) {
      const o = (first[i] as number) + m;
      terms.owner[o] = i;
      terms.posts[o] = m;
      for (const [c, { follow }] of classes.entries()) {
        setTerms(terms, { c, o, seen: seen[i]?.[m] as Float64Array, follow: follow[i] as number });
      }
    }
  }
  return terms;
}

interface Option {
  c: number;
  o: number;
  seen: Float64Array;
  follow: number;
}

function setTerms(terms: Terms, { c, o, seen, follow }: Option): void {
  const none = 1 - follow + follow * (seen[0] as number);
  if (none < nobody) {
    terms.isDegenerate = true;
    return;
  }
  (terms.s[c] as Float64Array)[o] = -Math.log(none);
  const ratios = Array.from(seen, (share, j) => (j === 0 ? 1 : (follow * share) / none));
  const logs = logSeries(ratios);
  (terms.logs[c] as Float64Array).set(logs.slice(1), o * (terms.k - 1));
  (terms.one[c] as Float64Array)[o] = logs[1] ?? 0;
}

/** Coefficients of log(1 + r_1 z + r_2 z² + …). */
function logSeries(r: readonly number[]): number[] {
  const l = [0];
  for (let j = 1; j < r.length; j++) {
    let inner = 0;
    for (let i = 1; i < j; i++) inner += i * (l[i] as number) * (r[j - i] as number);
    l.push((r[j] as number) - inner / j);
  }
  return l;
}

/** Coefficients of exp(l_1 z + l_2 z² + …); `l[0]` is l_1. */
function expSeries(l: readonly number[], k: number): number[] {
  const e = [1];
  for (let j = 1; j < k; j++) {
    let inner = 0;
    for (let i = 1; i <= j; i++) inner += i * (l[i - 1] as number) * (e[j - i] as number);
    e.push(inner / j);
  }
  return e;
}

export interface Range {
  low: number;
  high: number;
}

/** Where the sums of one class may lie. */
export interface Box {
  s: Range;
  one: Range;
}

/** log P(X < k) ≥ constant − s + Σ slope_j l_j, for plans of a box that reach the share. */
export interface Tangent {
  constant: number;
  slopes: number[];
  /** How much it may lie below, by the width of the box in l_1 and by its secant. */
  loss: { one: number; secant: number };
  /** Whether the secant's far end is set by s; otherwise by l_1. */
  isHeldByS: boolean;
}

/**
 * g ≥ its tangent in the lower corner, because g has no negative coefficients there beyond the first
 * order; and log of that tangent ≥ its secant between the least it can be and the most a plan that
 * reaches the share can have. Null where no such plan is in the box.
 */
export function tangentOf(
  { k }: Terms,
  box: Box,
  { least, most, mostFewer }: { least: number[]; most: number[]; mostFewer: number },
): Tangent | null {
  const corner = [...least];
  if (k > 1) corner[0] = Math.max(corner[0] as number, box.one.low);
  const e = expSeries(corner, k);
  const end = mostFewer * Math.exp(box.s.high);
  if (end < 1) return null;
  const partial = e.map((_, j) => e.slice(0, j + 1).reduce((so, one) => so + one, 0));
  const start = partial[k - 1] as number;
  const isUsable = start >= 1 && e.every((one) => one >= 0);
  if (!isUsable) return flat(k);
  if (end < start) return null;
  const ups = corner.map((_, j) => partial[k - 2 - j] as number);
  const widths = corner.map((low, j) => {
    const high = j === 0 ? Math.min(most[0] as number, box.one.high) : (most[j] as number);
    return Math.max(0, high - low);
  });
  const reach = widths.reduce((so, width, j) => so + Math.max(0, width * (ups[j] as number)), start);
  const far = Math.min(end, reach);
  const slope = far > start * (1 + 1e-12) ? Math.log(far / start) / (far - start) : 0;
  const atZero = corner.reduce((so, low, j) => so - low * (ups[j] as number), start);
  return {
    constant: Math.log(start) + slope * (atZero - start),
    slopes: ups.map((up) => slope * up),
    loss: {
      one: k < 3 ? 0 : ((widths[0] as number) ** 2 * (partial[k - 3] as number)) / (2 * start),
      secant: Math.log(far / start) ** 2 / 8,
    },
    isHeldByS: end < reach,
  };
}

/** Where nothing better is known: P(X < k) ≥ P(X = 0). */
function flat(k: number): Tangent {
  const slopes = new Array<number>(Math.max(0, k - 1)).fill(0);
  return { constant: 0, slopes, loss: { one: 1, secant: 1 }, isHeldByS: true };
}
