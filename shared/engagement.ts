// How people answer a creator's posts, as a rate with everything it was made of. Pure: it knows what
// was counted of posts and never whose they are; which posts it is given was decided before.
import { type Spread, spreadOf } from './engagement/spread.ts';
import type { CountName, PostCounts } from './imports/post.ts';
import { mostRecent } from './imports/recent.ts';

/** What a rate is a share of. No standard says which; the figures differ by more than ten times. */
export const bases = ['followers', 'reach', 'views'] as const;
export type Base = (typeof bases)[number];

/** What counts as an answer to a post. */
export const answers = ['likes', 'comments', 'saves', 'shares'] as const satisfies CountName[];
export type AnswerName = (typeof answers)[number];
export type Weights = Record<AnswerName, number>;

/** No standard weighs them: all the same, shown and changed by whoever uses them. */
export const evenWeights: Weights = { likes: 1, comments: 1, saves: 1, shares: 1 };
/** As HypeAuditor counts: likes and comments. */
export const likesAndComments: Weights = { likes: 1, comments: 1, saves: 0, shares: 0 };

export const maxWeight = 10;

/** What was stored may say less than all of them. */
export const weightsFrom = (stored: Partial<Record<CountName, number>> | null): Weights => ({
  ...evenWeights,
  ...stored,
});

/** Fewer say nothing about the next one. */
export const leastPosts = 12;

export interface CountedPost extends PostCounts {
  publishedAt: Date;
  /** Followers when it was posted, where known. */
  followers: number | null;
}

/** Why a post could not be counted. */
export const leftOuts = ['likes-unknown', 'base-unknown', 'base-zero'] as const;
export type LeftOut = (typeof leftOuts)[number];

/** What is said beside a figure because it moves it. */
export const remarks = [
  'followers-today',
  'comments-unknown',
  'saves-unknown',
  'shares-unknown',
  'reach-above-followers',
  'more-answers-than-base',
] as const;
export type Remark = (typeof remarks)[number];

export interface Rate {
  /** Its place among the posts that were given. */
  index: number;
  at: Date;
  /** The weighted answers. */
  answers: number;
  of: number;
  rate: number;
}

export interface Figure {
  base: Base;
  weights: Weights;
  /** The posts that were counted, the newest first. */
  rates: Rate[];
  /** Null where no post could be counted. */
  spread: Spread | null;
  /** How many of the posts looked at were left out, and why. */
  left: Partial<Record<LeftOut, number>>;
  /** For how many of the counted posts something has to be said. */
  remarks: Partial<Record<Remark, number>>;
}

export interface Counting {
  base: Base;
  weights: Weights;
  /** Followers today, for posts whose followers were never noted. */
  followersToday: number | null;
}

/** Enough posts to put a figure beside somebody else's. */
export const isEnough = (figure: Figure): boolean => (figure.spread?.n ?? 0) >= leastPosts;

/** Of organic posts, the newest first; the last thirty count. */
export function engagement(posts: readonly CountedPost[], counting: Counting): Figure {
  const { base, weights } = counting;
  const left: Figure['left'] = {};
  const said: Figure['remarks'] = {};
  const rates: Rate[] = [];
  for (const [index, post] of posts.slice(0, mostRecent).entries()) {
    const counted = rateOf(post, counting);
    if (typeof counted === 'string') left[counted] = (left[counted] ?? 0) + 1;
    else {
      rates.push({ index, ...counted });
      for (const remark of remarksOn(post, counted, counting)) {
        said[remark] = (said[remark] ?? 0) + 1;
      }
    }
  }
  const spread = rates.length > 0 ? spreadOf(rates.map(({ rate }) => rate)) : null;
  return { base, weights, rates, spread, left, remarks: said };
}

/** The spread of `engagement` alone, for a list of thousands. */
export function engagementSpread(posts: readonly CountedPost[], counting: Counting): Spread | null {
  const rates: number[] = [];
  for (const post of posts.slice(0, mostRecent)) {
    const counted = rateOf(post, counting);
    if (typeof counted !== 'string') rates.push(counted.rate);
  }
  return rates.length > 0 ? spreadOf(rates) : null;
}

/**
 * Weighted answers over the base, or why there is no such figure. Likes must be known; comments, saves
 * and shares that a file does not tell are not counted, and that is said.
 */
export function rateOf(post: CountedPost, counting: Counting): Omit<Rate, 'index'> | LeftOut {
  const { base, weights } = counting;
  if (post.likes === null && weights.likes > 0) return 'likes-unknown';
  const of = base === 'followers' ? (post.followers ?? counting.followersToday) : post[base];
  if (of === null) return 'base-unknown';
  if (of <= 0) return 'base-zero';
  let sum = 0;
  for (const name of answers) sum += weights[name] * (post[name] ?? 0);
  return { at: post.publishedAt, answers: sum, of, rate: sum / of };
}

function remarksOn(
  post: CountedPost,
  { rate }: { rate: number },
  { base, weights }: Counting,
): Remark[] {
  const found: Remark[] = [];
  if (base === 'followers' && post.followers === null) found.push('followers-today');
  for (const name of ['comments', 'saves', 'shares'] as const) {
    if (weights[name] > 0 && post[name] === null) found.push(`${name}-unknown`);
  }
  // Not wrong: a post that travels is seen by people who do not follow.
  if (post.reach !== null && post.followers !== null && post.reach > post.followers) {
    found.push('reach-above-followers');
  }
  if (rate > 1) found.push('more-answers-than-base');
  return found;
}
