// The last organic posts of a creator on one platform as a few numbers a post, so that a list of
// thousands of creators is read without their captions. It knows no database and draws no conclusion.
import { countNames, type ImportedPost, type PostCounts } from './post.ts';

/** As many as a figure is made of, at most; the newest first. */
export const mostRecent = 30;

/** A post as numbers: at (ms), followers, then the counts in the order of `countNames`. */
export type RecentRow = (number | null)[];

export interface RecentPost extends PostCounts {
  publishedAt: Date;
  /** Followers when it was posted, where known. */
  followers: number | null;
}

type Told = RecentPost & Pick<ImportedPost, 'sponsored' | 'kind'>;

/** Not paid for, and no story: nobody likes or saves those in a way that compares. */
export const isOrganic = ({ sponsored, kind }: Pick<Told, 'sponsored' | 'kind'>): boolean =>
  sponsored !== true && kind !== 'story';

/** A caption without any figure says nothing of how it went. */
const hasFigures = (post: PostCounts): boolean => countNames.some((name) => post[name] !== null);

/** Of one platform's posts in any order. */
export function recentRows(posts: readonly Told[]): RecentRow[] {
  return posts
    .filter((post) => isOrganic(post) && hasFigures(post))
    .sort((a, b) => b.publishedAt.getTime() - a.publishedAt.getTime())
    .slice(0, mostRecent)
    .map((post) => [
      post.publishedAt.getTime(),
      post.followers,
      ...countNames.map((name) => post[name]),
    ]);
}

/** Written out, because a list of thousands reads a hundred thousand of them at once. */
export function readRecent(rows: readonly RecentRow[]): RecentPost[] {
  return rows.map(([at, followers = null, ...counts]) => readCounts(at ?? 0, followers, counts));
}

/** A row that an older version wrote has fewer counts: those are unknown. */
function readCounts(at: number, followers: number | null, counts: RecentRow): RecentPost {
  const [likes = null, comments = null, saves = null, shares = null, views = null, reach = null] =
    counts;
  return { publishedAt: new Date(at), followers, likes, comments, saves, shares, views, reach };
}
