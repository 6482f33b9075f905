// The Lagrangian of a row over the creators: with a multiplier on the row, and one on each sum that must
// stay in its range, every creator's best number of posts is found alone. Its value bounds the weight of
// all plans from below whatever the multipliers are; here they are sought that make it high.
import type { Posts } from './plan-model.ts';
import type { Box, Range, Row, Terms } from './plan-tangent.ts';

export interface Area {
  terms: Terms;
  /** By option. */
  weights: Float64Array;
  allowed: Uint8Array;
  boxes: readonly Box[];
  row: Row;
}

export interface Climbed {
  bound: number;
  /** Of the row, then of s, l_1 … of each class. */
  multipliers: Float64Array;
  /** The posts of the minimum at these multipliers. */
  chosen: Posts;
  /** By option: how much more than its creator's least it costs there. */
  regret: Float64Array;
}

const mostSteps = 60;

/**
 * The Lagrangian's maximum, nearly: steps along its slope, as long as they promise (Polyak), towards
 * `goal`, until `isEnough`.
 */
export function climb(
  area: Area,
  from: Float64Array,
  { goal, isEnough }: { goal: number; isEnough: (bound: number) => boolean },
): Climbed {
  const multipliers = from.slice();
  let found = { ...lowest(area, multipliers), multipliers: multipliers.slice() };
  let now = found;
  let [trust, waited] = [1, 0];
  for (let step = 1; step < mostSteps && !isEnough(found.bound); step++) {
    const slopes = slopesOf(area, now.chosen, multipliers);
    const size = slopes.reduce((so, one) => so + one * one, 0);
    if (size < 1e-18) break;
    const stride = (trust * Math.max(goal * 1.02 - now.bound, goal * 1e-4)) / size;
    for (let r = 0; r < multipliers.length; r++) {
      const next = (multipliers[r] as number) + stride * (slopes[r] as number);
      multipliers[r] = r === 0 ? Math.max(0, next) : next;
    }
    now = { ...lowest(area, multipliers), multipliers };
    if (now.bound > found.bound)
      [found, waited] = [{ ...now, multipliers: multipliers.slice() }, 0];
    else if (++waited % 6 === 0) trust /= 2;
  }
  return { ...found, regret: regretsOf(area, found.multipliers) };
}

/** What an option costs with the multipliers on it. */
function priceOf(
  { terms: { k, sums }, weights, row }: Area,
  o: number,
  multipliers: Float64Array,
): number {
  let price = (weights[o] as number) + (multipliers[0] as number) * (row.of[o] as number);
  for (let c = 0; c < sums.length; c++) {
    const own = sums[c] as Float64Array;
    for (let j = 0; j < k; j++) {
      price += (multipliers[1 + c * k + j] as number) * (own[o * k + j] as number);
    }
  }
  return price;
}

/** The Lagrangian at these multipliers: its least value, and the posts that make it. */
function lowest(area: Area, multipliers: Float64Array): { bound: number; chosen: Posts } {
  const { allowed, boxes, row } = area;
  const { first, posts } = area.terms;
  const chosen = new Int32Array(first.length - 1);
  let bound = -(multipliers[0] as number) * row.most;
  for (const [r, range] of boxes.flat().entries()) {
    bound -= heldTo(multipliers[1 + r] as number, range);
  }
  for (let i = 0; i < chosen.length; i++) {
    let least = Number.POSITIVE_INFINITY;
    for (let o = first[i] as number; o < (first[i + 1] as number); o++) {
      if (!allowed[o]) continue;
      const price = priceOf(area, o, multipliers);
      if (price < least) [least, chosen[i]] = [price, posts[o] as number];
    }
    bound += least;
  }
  return { bound, chosen };
}

/** A multiplier above 0 holds a sum below the range's high end, one below 0 above its low end. */
const heldTo = (multiplier: number, { low, high }: Range) =>
  multiplier * (multiplier > 0 ? high : low);

function slopesOf(
  { terms: { first, k, sums }, boxes, row }: Area,
  chosen: Posts,
  multipliers: Float64Array,
): Float64Array {
  const slopes = new Float64Array(multipliers.length);
  slopes[0] = -row.most;
  for (let i = 0; i < chosen.length; i++) {
    const o = (first[i] as number) + (chosen[i] as number);
    slopes[0] += row.of[o] as number;
    for (let c = 0; c < boxes.length; c++) {
      const own = sums[c] as Float64Array;
      for (let j = 0; j < k; j++) {
        const r = 1 + c * k + j;
        slopes[r] = (slopes[r] as number) + (own[o * k + j] as number);
      }
    }
  }
  if ((multipliers[0] as number) === 0) slopes[0] = Math.max(0, slopes[0]);
  for (const [at, range] of boxes.flat().entries()) {
    const r = at + 1;
    slopes[r] = beyond(slopes[r] as number, range, multipliers[r] as number);
  }
  return slopes;
}

/** By how much a sum is outside its range, on the side its multiplier holds. */
function beyond(total: number, { low, high }: Range, multiplier: number): number {
  if (multiplier > 0) return total - high;
  if (multiplier < 0) return total - low;
  if (total > high) return total - high;
  return total < low ? total - low : 0;
}

function regretsOf(area: Area, multipliers: Float64Array): Float64Array {
  const { allowed } = area;
  const { first } = area.terms;
  const regrets = new Float64Array(allowed.length).fill(Number.POSITIVE_INFINITY);
  for (let i = 0; i + 1 < first.length; i++) {
    const [from, end] = [first[i] as number, first[i + 1] as number];
    let least = Number.POSITIVE_INFINITY;
    for (let o = from; o < end; o++) {
      if (!allowed[o]) continue;
      const price = priceOf(area, o, multipliers);
      regrets[o] = price;
      if (price < least) least = price;
    }
    for (let o = from; o < end; o++) regrets[o] = (regrets[o] as number) - least;
  }
  return regrets;
}

/** By option, and how many are wanted of a person. */
interface Hearings {
  allowed: Uint8Array;
  weights: Float64Array;
  counted: Float64Array;
  wanted: number;
}

/**
 * A bound that needs no row: the weight of `wanted` counted hearings a person, X or k of them. Fewer
 * cannot give k to so many. Weak beside the row for small k, but never lost in wide boxes.
 */
export function hearingsBound(
  { first }: Terms,
  { allowed, weights, counted, wanted }: Hearings,
): number {
  const boundAt = (price: number) => {
    let bound = price * wanted;
    for (let i = 0; i + 1 < first.length; i++) {
      let least = Number.POSITIVE_INFINITY;
      for (let o = first[i] as number; o < (first[i + 1] as number); o++) {
        if (!allowed[o]) continue;
        least = Math.min(least, (weights[o] as number) - price * (counted[o] as number));
      }
      bound += least;
    }
    return bound;
  };
  const all = weights.reduce((so, one) => so + one, 0);
  return highest(boundAt, all / wanted);
}

/** The highest value of a concave function from 0 to `end`, by thirds on a scale of times. */
function highest(of: (at: number) => number, end: number): number {
  let [low, high] = [end * 1e-9, end];
  for (let step = 0; step < 100; step++) {
    const third = (high / low) ** (1 / 3);
    if (of(low * third) < of(high / third)) low *= third;
    else high /= third;
  }
  return Math.max(0, of(Math.sqrt(low * high)));
}
