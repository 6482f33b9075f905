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
  /** By class: s, l_1 … l_{k−1} of option o at o k. */
  sums: Float64Array[];
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
    sums: classes.map(() => new Float64Array(options * k)),
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
  const logs = logSeries(Array.from(seen, (share, j) => (j === 0 ? 1 : (follow * share) / none)));
  logs[0] = -Math.log(none);
  (terms.sums[c] as Float64Array).set(logs, o * terms.k);
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

/** The least and the most that a sum over the creators can be with the options that are left. */
export function sumsOver(
  { first, k, sums }: Terms,
  allowed: Uint8Array,
  { c, j }: { c: number; j: number },
): Range {
  const of = sums[c] as Float64Array;
  let [low, high] = [0, 0];
  for (let i = 0; i + 1 < first.length; i++) {
    let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (let o = first[i] as number; o < (first[i + 1] as number); o++) {
      if (!allowed[o]) continue;
      const one = of[o * k + j] as number;
      if (one < least) least = one;
      if (one > most) most = one;
    }
    low += least;
    high += most;
  }
  return { low, high };
}

/** Where the sums of one class may lie: s, l_1 … l_{k−1}. */
export type Box = Range[];

/** log P(X < k) ≥ constant − s + Σ slope_j l_j, for plans of a box that reach the share. */
export interface Tangent {
  constant: number;
  /** Of l_1 … l_{k−1}. */
  slopes: number[];
  /** How much it may lie below, by the width of the box in s, l_1 … l_{k−1}. */
  loss: number[];
}

/**
 * g ≥ its tangent in the lower corner, because what is left out is made of products that are not
 * negative; and the logarithm of that tangent ≥ its secant between the least it can be and the most a plan
 * that reaches the share can have. Null where no such plan is in the box.
 * `mostFewer`: the most that P(X < k) of this class may be.
 */
export function tangentOf(k: number, box: Box, mostFewer: number): Tangent | null {
  const [s, ...logs] = box as [Range, ...Range[]];
  const end = mostFewer * Math.exp(s.high);
  if (end < 1) return null;
  const e = expSeries(
    logs.map(({ low }) => low),
    k,
  );
  const partial = e.map((_, j) => e.slice(0, j + 1).reduce((so, one) => so + one, 0));
  const lowest = (partial[k - 1] as number) - missing(e, logs);
  const slopes = logs.map((_, j) => partial[k - 2 - j] as number);
  // g itself is never below 1: from there on the secant is below 0 where the tangent is below 1.
  const start = slopes.every((slope) => slope >= 0) ? Math.max(1, lowest) : 1;
  if (end < start) return null;
  const rises = logs.map((range, j) => Math.max(0, widthOf(range) * (slopes[j] as number)));
  const reach = rises.reduce((so, rise) => so + rise, lowest);
  const far = Math.min(end, Math.max(start, reach));
  const slope = far > start * (1 + 1e-12) ? Math.log(far / start) / (far - start) : 0;
  const atZero = logs.reduce((so, { low }, j) => so - low * (slopes[j] as number), lowest);
  const secant = Math.log(far / start) ** 2 / 8;
  const bends = logs.map((_, j) => bendOf(logs, { j, partial }) / start);
  const held = end < reach ? Math.min(1, widthOf(s) / Math.log(far / start)) : 0;
  const all = Math.max(reach - lowest, Number.MIN_VALUE);
  return {
    constant: Math.log(start) + slope * (atZero - start),
    slopes: slopes.map((one) => slope * one),
    loss: [secant * held, ...rises.map((rise, j) => (secant * rise) / all + (bends[j] as number))],
  };
}

export const widthOf = ({ low, high }: Range) => Math.max(0, high - low);

/** The second order that the tangent leaves out, as far as it comes from the width in l_j. */
function bendOf(
  logs: readonly Range[],
  { j, partial }: { j: number; partial: readonly number[] },
): number {
  const k = partial.length;
  return logs.reduce((so, other, i) => {
    const order = k - 1 - (i + 1) - (j + 1);
    if (order < 0) return so;
    return so + (widthOf(logs[j] as Range) * widthOf(other) * (partial[order] as number)) / 2;
  }, 0);
}

/**
 * In a corner that no plan is in, a coefficient can be below 0; then what the tangent leaves out may be
 * negative too, by no more than with the whole widths of the box.
 */
function missing(e: readonly number[], logs: readonly Range[]): number {
  const k = e.length;
  if (e.slice(0, Math.max(0, k - 2)).every((one) => one >= 0)) return 0;
  const widths = logs.map(widthOf);
  const full = expSeries(widths, k);
  const beyondFirst = full.map((one, j) => (j === 0 ? 0 : one - (widths[j - 1] as number)));
  return e.reduce((so, one, i) => {
    if (one >= 0) return so;
    return so - one * beyondFirst.slice(0, k - i).reduce((all, term) => all + term, 0);
  }, 0);
}

/** Σ over the creators of `of[option]` must stay at or below `most`, or the share is not reached. */
export interface Row {
  of: Float64Array;
  most: number;
}

/** A class of people: its share of all, the tangent of log P(X < k), and where e^x gets its own. */
export interface Side {
  weight: number;
  tangent: Tangent;
  near: number;
}

/**
 * Σ weight e^y ≤ `fewer` with y = log P(X < k) of each class, each exponential above its tangent in
 * `near`, each y above its own. Divided by `fewer`, the share that may hear less than k times.
 */
export function rowOf(terms: Terms, sides: readonly Side[], fewer: number): Row {
  const of = new Float64Array(terms.owner.length);
  let most = 1;
  for (const [c, { weight, tangent, near }] of sides.entries()) {
    const scale = (weight * Math.exp(near)) / fewer;
    most -= scale * (1 - near + tangent.constant);
    for (let o = 0; o < of.length; o++) {
      of[o] = (of[o] as number) + scale * heightOf(terms, tangent.slopes, { c, o });
    }
  }
  return { of, most };
}

/** What an option adds to the tangent. */
function heightOf(
  { k, sums }: Terms,
  slopes: readonly number[],
  { c, o }: { c: number; o: number },
): number {
  const own = sums[c] as Float64Array;
  let height = -(own[o * k] as number);
  for (let j = 1; j < k; j++) height += (slopes[j - 1] as number) * (own[o * k + j] as number);
  return height;
}

/** The tangent's height over a plan: near enough to log P(X < k) to lay the next tangent there. */
export function heightAt(
  terms: Terms,
  posts: ArrayLike<number>,
  { c, tangent }: { c: number; tangent: Tangent },
): number {
  let height = tangent.constant;
  for (let i = 0; i < posts.length; i++) {
    const o = (terms.first[i] as number) + (posts[i] as number);
    height += heightOf(terms, tangent.slopes, { c, o });
  }
  return Math.min(0, height);
}
