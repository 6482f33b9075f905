// Followers who come together: a part of the audience, the niche, in which these creators are followed
// more than chance would have it. Fitted to how many followers pairs of creators have in common, or to
// an assumption about it. It knows people and shares, nothing of posts.
//
// With a_i = A_i / P and a niche of n = N / P, creator i is followed by a_i (1 + v_i g) of the niche and
// a_i (1 − v_i / g) of the rest, g = √((1 − n) / n). Then a pair has A_i A_j / P (1 + v_i v_j) followers
// in common: the counts tell the pull v of each creator and nothing about N, which only has limits
// (nobody is followed by more than everybody or less than nobody). So N comes with a range.
import type { CreatorPosts, Niche } from './followers.ts';
import {
  type Asked,
  type Failed,
  type Found,
  firstImpossible,
  impossible,
  isAmount,
  isPositive,
  isShare,
} from './input.ts';

/** Two creators, by their place in the plan, who compared their followers; all counts in people. */
export interface MeasuredPair {
  a: number;
  b: number;
  followersA: number;
  followersB: number;
  common: number;
}

export type Overlap =
  /** Audiences overlap by chance alone. */
  | { kind: 'chance' }
  /** Of the smaller of two audiences this share follows the other creator too; `low` to `high`. */
  | { kind: 'assumed'; share: number; low: number; high: number }
  /** Counted. Creators in no pair are taken to pull as much as the measured ones do on average. */
  | { kind: 'measured'; pairs: readonly MeasuredPair[] };

/** Ours, and marked as that: trade practice counts overlap this way but publishes no usual figure. */
export const assumedOverlap = { kind: 'assumed', share: 0.2, low: 0.1, high: 0.35 } as const;

export interface PairFit {
  a: number;
  b: number;
  /** People of the audience who follow both: as measured, by the fit, and by chance alone. */
  common: number;
  fitted: number;
  byChance: number;
}

export interface NicheFit {
  niche: Niche;
  /** The sizes of niche that say the same about pairs, in people. */
  sizes: { low: number; high: number };
  /** The measured ones. */
  pairs: PairFit[];
  /** Root mean square of what the fit misses, in people a measured pair. */
  residual: number;
  /** How strongly each creator pulls into the niche; 0 is chance. */
  pulls: number[];
}

interface Audience {
  population: number;
  creators: readonly Pick<CreatorPosts, 'followers' | 'inTarget'>[];
  overlap: Overlap;
  /** In people; in the middle of what the pairs allow when left out. */
  size?: number | undefined;
}

/**
 * The niche of a plan. Of followers in common the same share is taken to be in the audience as of the
 * smaller of the two. Least squares in people over the pairs; assumed overlap below chance is chance.
 * Refused: more followers in common than the smaller has, a pair of one, an audience above the
 * population.
 */
export function nicheOf(audience: Audience): Found<NicheFit> {
  const wrong = impossibleAudience(audience);
  if (wrong) return wrong;
  const { population, creators, overlap, size } = audience;
  const people = creators.map(({ followers, inTarget }) => followers * inTarget);
  const pairs = measuredPairs(overlap, people, population);
  const pulls =
    overlap.kind === 'assumed'
      ? assumedPulls(overlap.share, people, population)
      : pullsOf(pairs, people.length);
  const shares = people.map((one) => Math.min(1, one / population));
  const limits = limitsOf(pulls, shares);
  if (!limits) return { ok: true, ...byChance(audience, pairs) };
  const spread = size === undefined ? middle(limits) : spreadOf(size / population);
  const held = pulls.map((pull, i) => holdPull(pull, spread, shares[i] as number));
  const fitted = pairs.map((pair) => fittedPair(pair, held, people));
  return {
    ok: true,
    niche: nicheFrom(held, spread, population),
    sizes: {
      low: sizeOf(limits.high, population),
      high: sizeOf(limits.low, population),
    },
    pairs: fitted,
    residual: residualOf(fitted),
    pulls: held,
  };
}

/** √((1 − n) / n) of a niche that is a share n of the audience, and back. */
export const spreadOf = (share: number) => Math.sqrt((1 - share) / share);
export const sizeOf = (spread: number, population: number) => population / (1 + spread * spread);

export function nicheFrom(pulls: readonly number[], spread: number, population: number): Niche {
  const size = sizeOf(spread, population);
  const share = size / population;
  const shares = pulls.map((pull) => clamp(share * (1 + pull * spread), 0, 1));
  return { size, shares };
}

export interface Limits {
  low: number;
  high: number;
}

/** The spread of the size in the middle. */
function middle({ low, high }: Limits): number {
  return spreadOf((sizeOf(low, 1) + sizeOf(high, 1)) / 2);
}

const least = 1e-9;

/** Which spreads leave everybody followed by 0 to 1 of each class; null where nothing pulls. */
export function limitsOf(pulls: readonly number[], shares: readonly number[]): Limits | null {
  if (pulls.every((pull) => Math.abs(pull) < least)) return null;
  let [low, high] = [least, 1 / least];
  for (const [i, pull] of pulls.entries()) {
    const share = Math.max(shares[i] as number, least);
    const room = Math.max(1 / share - 1, least);
    const size = Math.abs(pull);
    if (size < least) continue;
    low = Math.max(low, pull > 0 ? size : size / room);
    high = Math.min(high, pull > 0 ? room / size : 1 / size);
  }
  // Pairs that contradict each other leave no size: then the pulls are held to what is possible.
  return low <= high ? { low, high } : { low: Math.sqrt(low * high), high: Math.sqrt(low * high) };
}

/** A pull that this niche can hold; none where the niche is everybody or nobody follows. */
export function holdPull(pull: number, spread: number, share: number): number {
  if (spread === 0 || share === 0) return 0;
  const room = 1 / share - 1;
  const most = Math.min(room / spread, spread);
  const fewest = Math.max(-1 / spread, -room * spread);
  return clamp(pull, fewest, most);
}

const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));

interface Pair {
  a: number;
  b: number;
  common: number;
  byChance: number;
}

function pairOf(a: number, b: number, { share, people, population }: Shared): Pair {
  const [first, second] = [people[a] as number, people[b] as number];
  const byChance = (first * second) / population;
  return { a, b, common: share * Math.min(first, second), byChance };
}

interface Shared {
  share: number;
  people: readonly number[];
  population: number;
}

function measuredPairs(overlap: Overlap, people: readonly number[], population: number): Pair[] {
  if (overlap.kind !== 'measured') return [];
  return overlap.pairs.map(({ a, b, followersA, followersB, common }) => {
    const smaller = Math.min(followersA, followersB);
    const share = smaller === 0 ? 0 : common / smaller;
    return pairOf(a, b, { share, people, population });
  });
}

/** Every pair, for 200 creators 20 000: made one after the other and not kept. */
function* assumedPairs(share: number, people: readonly number[], population: number) {
  for (let b = 1; b < people.length; b++) {
    for (let a = 0; a < b; a++) {
      const pair = pairOf(a, b, { share, people, population });
      pair.common = Math.max(pair.common, pair.byChance);
      yield pair;
    }
  }
}

/** The pulls that an assumed overlap of this share of the smaller audience comes to. */
export function assumedPulls(share: number, people: readonly number[], population: number) {
  return pullsOf(assumedPairs(share, people, population), people.length);
}

/** What pairs ask of pulls, as square tables by creator: w (e − v_i v_j)² summed over them. */
interface Asking {
  count: number;
  weight: Float64Array;
  /** How much more than chance, relative to it. */
  excess: Float64Array;
}

const mostSweeps = 300;
const settled = 1e-9;

/** Coordinate descent: with all others held, the best pull of one creator is a plain quotient. */
function pullsOf(pairs: Iterable<Pair>, count: number): number[] {
  const asking = askingOf(pairs, count);
  const pulls = startOf(asking);
  for (let sweep = 0; sweep < mostSweeps; sweep++) {
    let moved = 0;
    for (let i = 0; i < count; i++) {
      const next = bestPull(asking, i, pulls);
      if (next === null) continue;
      moved = Math.max(moved, Math.abs(next - (pulls[i] as number)));
      pulls[i] = next;
    }
    if (moved < settled) break;
  }
  return towardsMost(pulls, asking);
}

function askingOf(pairs: Iterable<Pair>, count: number): Asking {
  const asking = {
    count,
    weight: new Float64Array(count * count),
    excess: new Float64Array(count * count),
  };
  for (const { a, b, common, byChance } of pairs) {
    if (byChance === 0) continue;
    for (const at of [a * count + b, b * count + a]) {
      asking.weight[at] = byChance * byChance;
      asking.excess[at] = common / byChance - 1;
    }
  }
  return asking;
}

/** From the creator who stands out most: signs and sizes as the pairs with them say. */
function startOf({ count, excess }: Asking): number[] {
  let first = 0;
  let most = 0;
  for (let i = 0; i < count; i++) {
    const told = excess.subarray(i * count, (i + 1) * count).reduce((so, e) => so + Math.abs(e), 0);
    if (told > most) [first, most] = [i, told];
  }
  const row = excess.subarray(first * count, (first + 1) * count);
  const own = Math.sqrt(row.reduce((so, one) => Math.max(so, Math.abs(one)), 0));
  return Array.from({ length: count }, (_, i) => {
    const one = row[i] as number;
    return own === 0 || one === 0 ? own : one / own;
  });
}

/** Null for a creator in no pair. */
function bestPull({ count, weight, excess }: Asking, i: number, pulls: number[]): number | null {
  let [up, down] = [0, 0];
  for (let j = 0, at = i * count; j < count; j++, at++) {
    const pull = pulls[j] as number;
    const weighed = (weight[at] as number) * pull;
    up += weighed * (excess[at] as number);
    down += weighed * pull;
  }
  return down === 0 ? null : up / down;
}

/** The niche is where most creators pull to; who is in no pair pulls as the others do on average. */
function towardsMost(pulls: number[], { count, weight }: Asking): number[] {
  const isMeasured = (i: number) =>
    weight.subarray(i * count, (i + 1) * count).some((one) => one > 0);
  const measured = pulls.filter((_, i) => isMeasured(i));
  const total = measured.reduce((so, pull) => so + pull, 0);
  const sign = total < 0 ? -1 : 1;
  const usual = measured.length ? (sign * total) / measured.length : 0;
  return pulls.map((pull, i) => (isMeasured(i) ? sign * pull : usual));
}

function fittedPair({ a, b, common, byChance }: Pair, pulls: number[], people: number[]): PairFit {
  const together = byChance * (1 + (pulls[a] as number) * (pulls[b] as number));
  const most = Math.min(people[a] as number, people[b] as number);
  return { a, b, common, byChance, fitted: clamp(together, 0, most) };
}

function residualOf(pairs: readonly PairFit[]): number {
  if (pairs.length === 0) return 0;
  const squares = pairs.reduce((so, { common, fitted }) => so + (common - fitted) ** 2, 0);
  return Math.sqrt(squares / pairs.length);
}

function byChance({ population, creators }: Audience, pairs: readonly Pair[]): NicheFit {
  const fitted = pairs.map((pair) => ({ ...pair, fitted: pair.byChance }));
  return {
    niche: { size: population, shares: creators.map(() => 1) },
    sizes: { low: population, high: population },
    pairs: fitted,
    residual: residualOf(fitted),
    pulls: creators.map(() => 0),
  };
}

function impossibleAudience({ population, creators, overlap, size }: Audience): Failed | null {
  const wrong = firstImpossible(askedOf({ population, creators, overlap, size }));
  if (wrong) return wrong;
  for (const [i, { followers, inTarget }] of creators.entries()) {
    const people = followers * inTarget;
    if (people > population * (1 + 1e-9)) {
      return impossible(`creators.${i}.followers`, 'audience-above-population', people);
    }
  }
  if (size !== undefined && size > population) {
    return impossible('size', 'niche-above-population', size);
  }
  if (overlap.kind !== 'assumed') return null;
  const { low, share, high } = overlap;
  return low > share || share > high ? impossible('overlap.share', 'not-in-order', share) : null;
}

function* askedOf({ population, creators, overlap, size = 1 }: Audience): Generator<Asked> {
  yield ['population', population, isPositive];
  yield ['size', size, isPositive];
  for (const [i, { followers, inTarget }] of creators.entries()) {
    yield [`creators.${i}.followers`, followers, isAmount];
    yield [`creators.${i}.inTarget`, inTarget, isShare];
  }
  if (overlap.kind === 'assumed') {
    yield ['overlap.share', overlap.share, isShare];
    yield ['overlap.low', overlap.low, isShare];
    yield ['overlap.high', overlap.high, isShare];
  }
  if (overlap.kind === 'measured') {
    for (const [i, pair] of overlap.pairs.entries()) yield* askedOfPair(pair, i, creators.length);
  }
}

function* askedOfPair(pair: MeasuredPair, i: number, count: number): Generator<Asked> {
  const { a, b, followersA, followersB, common } = pair;
  const isPlace = (place: number) =>
    Number.isInteger(place) && place >= 0 && place < count ? null : ('not-in-order' as const);
  const most = Math.min(followersA, followersB);
  yield [`overlap.pairs.${i}.a`, a, isPlace];
  yield [`overlap.pairs.${i}.b`, b, (place) => isPlace(place) ?? (place === a ? 'twice' : null)];
  yield [`overlap.pairs.${i}.followersA`, followersA, isAmount];
  yield [`overlap.pairs.${i}.followersB`, followersB, isAmount];
  const isCommon = (value: number) =>
    isAmount(value) ?? (value > most ? ('common-above-audience' as const) : null);
  yield [`overlap.pairs.${i}.common`, common, isCommon];
}
