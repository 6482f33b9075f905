// The figures of thousands of creators, counted once: kept beside the stored text they were counted
// from, so that a list is opened and sorted without reading a hundred thousand posts again. Whose rows
// are asked for was judged before.
import type { Executor } from '#db/open.ts';
import type { RecentText } from '#db/roster.ts';
import { type Base, type Counting, engagementSpread } from '#shared/engagement.ts';
import { medianOf } from '#shared/engagement/spread.ts';
import { readRecent, type RecentPost, type RecentRow } from '#shared/imports/recent.ts';
import type { PlatformFigures } from '#shared/roster.ts';

export type Counted = Omit<PlatformFigures, 'rank'>;

interface Kept {
  text: string;
  by: Map<Base, { how: string; counted: Counted }>;
}

/** More than that were not looked at for long. */
const mostKept = 20_000;
const kept = new WeakMap<Executor, Map<string, Kept>>();

export function countRecent(db: Executor, row: RecentText, counting: Counting): Counted {
  const entry = entryOf(db, row);
  const how = `${counting.followersToday} ${Object.values(counting.weights).join(' ')}`;
  const known = entry.by.get(counting.base);
  if (known?.how === how) return known.counted;
  const counted = count(row, counting);
  entry.by.set(counting.base, { how, counted });
  return counted;
}

function entryOf(db: Executor, { userId, platform, text }: RecentText): Kept {
  const all = kept.get(db) ?? new Map<string, Kept>();
  kept.set(db, all);
  const key = `${userId} ${platform}`;
  const known = all.get(key);
  if (known?.text === text) return known;
  if (all.size >= mostKept) all.clear();
  const entry: Kept = { text, by: new Map() };
  all.set(key, entry);
  return entry;
}

function count({ platform, text }: RecentText, counting: Counting): Counted {
  const posts = recentPosts(text);
  return {
    platform,
    spread: engagementSpread(posts, counting),
    reach: medianReach(posts),
    lastPost: posts[0]?.publishedAt.getTime() ?? 0,
    followers: counting.followersToday,
  };
}

export const recentPosts = (text: string): RecentPost[] =>
  readRecent(JSON.parse(text) as RecentRow[]);

function medianReach(posts: readonly RecentPost[]): number | null {
  const known = posts.flatMap(({ reach }) => (reach === null ? [] : [reach]));
  return known.length > 0 ? medianOf(known) : null;
}
