// Posts with counts, as engagement is worked out from them.
import { type Base, type CountedPost, evenWeights, type Weights } from '#shared/engagement.ts';

const day = 86_400_000;

export const nothing = {
  likes: null,
  comments: null,
  saves: null,
  shares: null,
  views: null,
  reach: null,
};

/** A post of 1 November 2026, or of so many days before. */
export function post(counts: Partial<CountedPost>, daysAgo = 0): CountedPost {
  const publishedAt = new Date(Date.UTC(2026, 10, 1) - daysAgo * day);
  return { ...nothing, publishedAt, followers: null, ...counts };
}

export const counting = (
  base: Base,
  weights: Weights = evenWeights,
  followersToday: number | null = null,
) => ({
  base,
  weights,
  followersToday,
});

/** Posts with these rates by a reach of 1 000, the first the newest. */
export const rated = (rates: readonly number[]): CountedPost[] =>
  rates.map((rate, at) =>
    post({ likes: rate * 1000, comments: 0, saves: 0, shares: 0, reach: 1000 }, at),
  );
