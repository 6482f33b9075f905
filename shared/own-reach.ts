// How much of their followers a creator's posts reach, out of their own last organic posts. Pure.
import { medianOf } from './engagement/spread.ts';
import type { RecentPost } from './imports/recent.ts';

export interface OwnReach {
  /** Middle share of the followers who saw a post; above 1 where posts went beyond them. */
  median: number;
  /** Of each of the n posts, the least first. */
  shares: number[];
}

/** Fewer posts than this say nothing about the next one. */
const fewest = 3;

/** `followers`: as they stand now, for posts that do not say how many there were. Null: not enough. */
export function ownReach(
  posts: readonly Pick<RecentPost, 'reach' | 'followers'>[],
  followers: number | null,
): OwnReach | null {
  const shares = posts.flatMap((post) => {
    const of = post.followers ?? followers;
    return post.reach === null || !of ? [] : [post.reach / of];
  });
  if (shares.length < fewest) return null;
  shares.sort((a, b) => a - b);
  return { median: medianOf(shares), shares };
}
