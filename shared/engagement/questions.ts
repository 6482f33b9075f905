// What a figure alone does not tell, as questions to the creator: numbers that stand out, with what they
// are compared with. Pure. A question is no verdict; most have a happy answer (a post that travelled, a
// holiday, a giveaway), and that is what it is asked for.
import type { CountedPost, Figure } from '../engagement.ts';
import { isLikedBeyondReach } from '../figures.ts';
import { areTied } from './ranking.ts';
import { medianOf, spreadOf } from './spread.ts';

export interface FollowDays {
  /** `2026-11-28`, the day of the first count. */
  from: string;
  counts: readonly number[];
}

export type Question =
  | { kind: 'follow-spike'; day: string; count: number; usual: number; z: number; days: number }
  | { kind: 'likes-even' | 'likes-bursty'; variation: number; mean: number; n: number }
  | { kind: 'comments-few' | 'comments-many'; own: number; others: number; n: number; of: number }
  | { kind: 'reach-low' | 'reach-high'; own: number; others: number; n: number; of: number }
  | { kind: 'shift-up' | 'shift-down'; at: Date; before: number; after: number; n: number }
  | { kind: 'likes-above-reach'; at: Date; likes: number; reach: number; n: number; of: number }
  | { kind: 'paid-lower'; paid: number; organic: number; n: number; organicN: number };

export type QuestionKind = Question['kind'];

/** What one check asks, or null where there was too little to look at. */
export type Checked = Question[] | null;

/** From where on something stands out. Our choice, shown with each question. */
export const thresholds = {
  z: 4,
  /** As a share of the mean. */
  variationLow: 0.1,
  variationHigh: 1.5,
  /** Times the others' median. */
  times: 3,
  reachTimes: 2.5,
  shiftTimes: 2,
  paidShare: 0.6,
} as const;

const leastDays = 30;
const leastForCounts = 12;
const leastPaid = 3;
const leastSide = 6;
/** Fewer others are no company to compare with. */
const leastOthers = 5;

/** The days that stand out most, three at most, by z-score: how many usual deviations above the mean. */
export function followSpikes({ from, counts }: FollowDays): Checked {
  const days = counts.length;
  if (days < leastDays) return null;
  const { mean, deviation } = meanAndDeviation(counts);
  if (deviation === 0) return [];
  const first = Date.parse(`${from}T00:00:00Z`);
  return counts
    .map((count, at) => ({ count, at, z: (count - mean) / deviation }))
    .filter(({ z }) => z >= thresholds.z)
    .sort((a, b) => b.z - a.z)
    .slice(0, 3)
    .map(({ count, at, z }) => {
      const day = new Date(first + at * 86_400_000).toISOString().slice(0, 10);
      return { kind: 'follow-spike', day, count, usual: mean, z, days };
    });
}

/** Standard deviation over mean: near nothing when every post is liked alike, large when a few are. */
export function likesVariation(posts: readonly CountedPost[]): Checked {
  const likes = known(posts.map((post) => post.likes));
  if (likes.length < leastForCounts) return null;
  const { mean, deviation } = meanAndDeviation(likes);
  if (mean === 0) return [];
  const found = { variation: deviation / mean, mean, n: likes.length };
  if (found.variation < thresholds.variationLow) return [{ kind: 'likes-even', ...found }];
  if (found.variation > thresholds.variationHigh) return [{ kind: 'likes-bursty', ...found }];
  return [];
}

/** Posts with more likes than accounts reached, which cannot be, by the one where they lie widest apart. */
export function likesAboveReach(posts: readonly CountedPost[]): Checked {
  const told = posts.filter(({ likes, reach }) => likes !== null && reach !== null);
  if (told.length === 0) return null;
  const excess = ({ likes, reach }: CountedPost) => (likes ?? 0) - (reach ?? 0);
  const found = told.filter(isLikedBeyondReach).sort((a, b) => excess(b) - excess(a));
  return found.slice(0, 1).map(({ publishedAt: at, likes, reach }) => ({
    kind: 'likes-above-reach',
    at,
    likes: likes ?? 0,
    reach: reach ?? 0,
    n: found.length,
    of: told.length,
  }));
}

/** Comments for each like, the median over posts with likes; null where there is none. */
export function commentsPerLike(posts: readonly CountedPost[]): number | null {
  return medianRatio(posts, ({ comments, likes }) => [comments, likes]);
}

/** Accounts reached for each follower, the median over posts. */
export function reachPerFollower(
  posts: readonly CountedPost[],
  followersToday: number | null,
): number | null {
  return medianRatio(posts, ({ reach, followers }) => [reach, followers ?? followersToday]);
}

/** The same figure of others: for comments the roster, for reach those with about as many followers. */
export interface Compared {
  own: number | null;
  n: number;
  others: readonly number[];
}

export function besideOthers(
  { own, n, others }: Compared,
  [low, high]: readonly ['comments-few', 'comments-many'] | readonly ['reach-low', 'reach-high'],
): Checked {
  if (own === null || n < leastForCounts || others.length < leastOthers) return null;
  const usual = medianOf(others);
  const times = low === 'reach-low' ? thresholds.reachTimes : thresholds.times;
  const found = { own, others: usual, n, of: others.length };
  if (own * times < usual) return [{ kind: low, ...found }];
  if (usual > 0 && own > usual * times) return [{ kind: high, ...found }];
  return [];
}

/**
 * Where one level on each side says most (the split with the least distance of the posts from their
 * side's median), if the second is at least twice or half the first and their intervals do not overlap.
 */
export function levelShift({ rates }: Figure): Checked {
  const inOrder = [...rates].reverse();
  const levels = inOrder.map(({ rate }) => rate);
  let best = { at: 0, distance: Number.POSITIVE_INFINITY };
  for (let at = leastSide; at <= levels.length - leastSide; at += 1) {
    const distance = distanceFromMedian(levels.slice(0, at)) + distanceFromMedian(levels.slice(at));
    if (distance < best.distance) best = { at, distance };
  }
  const first = inOrder[best.at];
  if (best.at === 0 || !first) return null;
  const [before, after] = [spreadOf(levels.slice(0, best.at)), spreadOf(levels.slice(best.at))];
  if (before.median === 0 || areTied(before.interval, after.interval)) return [];
  const change = after.median / before.median;
  if (Math.max(change, 1 / change) < thresholds.shiftTimes) return [];
  const kind = change > 1 ? 'shift-up' : 'shift-down';
  return [{ kind, at: first.at, before: before.median, after: after.median, n: levels.length }];
}

function distanceFromMedian(numbers: readonly number[]): number {
  const middle = medianOf(numbers);
  return numbers.reduce((sum, one) => sum + Math.abs(one - middle), 0);
}

/** Paid posts against those nobody paid for, counted alike. */
export function paidAgainstOrganic(paid: Figure, organic: Figure): Checked {
  if (!paid.spread || !organic.spread) return null;
  if (paid.spread.n < leastPaid || organic.spread.n < leastForCounts) return null;
  const [own, usual] = [paid.spread.median, organic.spread.median];
  if (own >= usual * thresholds.paidShare) return [];
  const n = { n: paid.spread.n, organicN: organic.spread.n };
  return [{ kind: 'paid-lower', paid: own, organic: usual, ...n }];
}

function medianRatio(
  posts: readonly CountedPost[],
  parts: (post: CountedPost) => [number | null, number | null],
): number | null {
  const ratios = posts.flatMap((post) => {
    const [above, below] = parts(post);
    return above === null || below === null || below <= 0 ? [] : [above / below];
  });
  return ratios.length > 0 ? medianOf(ratios) : null;
}

const known = (counts: readonly (number | null)[]): number[] =>
  counts.filter((count): count is number => count !== null);

function meanAndDeviation(numbers: readonly number[]) {
  const mean = numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
  const squares = numbers.reduce((sum, one) => sum + (one - mean) ** 2, 0);
  return { mean, deviation: Math.sqrt(squares / numbers.length) };
}
