// The figures of thousands of creators, counted once: kept in memory for the posts they were counted
// from, so that a list is opened and sorted without reading a hundred thousand posts again.
import type { Executor } from '#db/open.ts';
import { recentPostsOf, type RecentVersion, recentVersionsShownTo } from '#db/roster.ts';
import { type Base, type Counting, engagementSpread } from '#shared/engagement.ts';
import { commentsPerLike, reachPerFollower } from '#shared/engagement/questions.ts';
import { medianOf } from '#shared/engagement/spread.ts';
import { readRecent, type RecentPost, type RecentRow } from '#shared/imports/recent.ts';
import type { Platform } from '#shared/platforms.ts';
import type { PlatformFigures } from '#shared/roster.ts';

export type Counted = Omit<PlatformFigures, 'rank'>;

interface Kept {
  platform: Platform;
  at: number;
  rows: RecentRow[];
  /** What was counted of them before. */
  by: Map<Base, { how: string; counted: Counted }>;
  ratios?: Ratios & { followers: number | null };
}

/** What questions to ask are made of; null where there are too few posts. */
interface Ratios {
  commentsPerLike: number | null;
  reachPerFollower: number | null;
}

/** Somebody's last organic posts on a platform, with their followers today. */
export interface Recent {
  userId: string;
  followers: number | null;
  posts: Kept;
}

/** More people than that were not looked at for long. */
const mostKept = 20_000;
const kept = new WeakMap<Executor, Map<string, Kept[]>>();

/** Of everyone who shows this workspace something; posts are read where they changed. */
export async function countableShownTo(db: Executor, workspaceId: string): Promise<Recent[]> {
  const all = kept.get(db) ?? new Map<string, Kept[]>();
  kept.set(db, all);
  if (all.size > mostKept) all.clear();
  const versions = await recentVersionsShownTo(db, workspaceId);
  const postsOf = ({ userId, platform }: RecentVersion) =>
    all.get(userId)?.find((one) => one.platform === platform);
  const isChanged = (one: RecentVersion) => postsOf(one)?.at !== one.at;
  const changed = new Set(versions.filter(isChanged).map(({ userId }) => userId));
  const read = await recentPostsOf(db, [...changed]);
  for (const userId of changed) all.set(userId, []);
  for (const { userId, platform, posts, at } of read) {
    all.get(userId)?.push({ platform, at: at.getTime(), rows: posts, by: new Map() });
  }
  return versions.flatMap((one) => {
    const posts = postsOf(one);
    return posts ? { userId: one.userId, followers: one.followers, posts } : [];
  });
}

export function countRecent(
  { posts, followers }: Recent,
  by: Omit<Counting, 'followersToday'>,
): Counted {
  const counting = { ...by, followersToday: followers };
  const how = `${counting.followersToday} ${Object.values(counting.weights).join(' ')}`;
  const known = posts.by.get(counting.base);
  if (known?.how === how) return known.counted;
  const counted = count(posts, counting);
  posts.by.set(counting.base, { how, counted });
  return counted;
}

export function ratiosOf({ posts, followers }: Recent): Ratios {
  if (posts.ratios?.followers === followers) return posts.ratios;
  const recent = readRecent(posts.rows);
  const ratios = {
    commentsPerLike: commentsPerLike(recent),
    reachPerFollower: reachPerFollower(recent, followers),
  };
  posts.ratios = { ...ratios, followers };
  return ratios;
}

function count({ platform, rows }: Kept, counting: Counting): Counted {
  const posts = readRecent(rows);
  return {
    platform,
    spread: engagementSpread(posts, counting),
    reach: medianReach(posts),
    lastPost: posts[0]?.publishedAt.getTime() ?? 0,
    followers: counting.followersToday,
  };
}

function medianReach(posts: readonly RecentPost[]): number | null {
  const known = posts.flatMap(({ reach }) => (reach === null ? [] : [reach]));
  return known.length > 0 ? medianOf(known) : null;
}
