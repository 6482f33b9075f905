// A creator on one platform: their figure, the posts it was made of, and what to ask about. Pure. It is
// given what the reader may see, and of others only ratios without a name.
import {
  type CountedPost,
  type Counting,
  engagement,
  type Figure,
  type LeftOut,
  rateOf,
} from '../engagement.ts';
import type { ImportedPost } from '../imports/post.ts';
import { isOrganic, mostRecent } from '../imports/recent.ts';
import type { Platform } from '../platforms.ts';
import {
  besideOthers,
  type Checked,
  commentsPerLike,
  type FollowDays,
  followSpikes,
  levelShift,
  likesAboveReach,
  likesVariation,
  paidAgainstOrganic,
  type Question,
  reachPerFollower,
} from './questions.ts';

export type OwnPost = Omit<ImportedPost, 'platform' | 'key'>;

export interface Channel {
  platform: Platform;
  followers: number | null;
  followersAt: Date | null;
  follows: FollowDays | null;
}

/** The same ratios of other creators, for questions; empty where the reader sees no others. */
export interface Company {
  commentsPerLike: readonly number[];
  /** Of those with half to twice as many followers. */
  reachPerFollower: readonly number[];
}

export const noCompany: Company = { commentsPerLike: [], reachPerFollower: [] };

export interface PostLine extends OwnPost {
  /** Null where it could not be counted, or was not: a story, or one that was paid for. */
  rate: number | null;
  left: LeftOut | null;
  /** Among those the figure is made of. */
  isCounted: boolean;
}

export interface Profile {
  platform: Platform;
  followers: number | null;
  followersAt: Date | null;
  figure: Figure;
  /** The newest first. */
  posts: PostLine[];
  questions: Question[];
  /** How many checks there was enough to look at for. */
  checks: number;
}

export interface Asking extends Omit<Counting, 'followersToday'> {
  channel: Channel;
  /** Of this platform, the newest first. */
  posts: readonly OwnPost[];
  company: Company;
}

export function profileOf({ channel, posts, company, ...rates }: Asking): Profile {
  const { platform, followers, followersAt } = channel;
  const counting = { ...rates, followersToday: followers };
  const organic = posts.filter(isOrganic);
  const figure = engagement(organic, counting);
  const counted = new Set(figure.rates.map(({ index }) => organic[index]));
  const line = (post: OwnPost): PostLine => {
    const rate = rateOf(post, counting);
    const known =
      typeof rate === 'string' ? { rate: null, left: rate } : { rate: rate.rate, left: null };
    return { ...post, ...known, isCounted: counted.has(post) };
  };
  const checked = checksOn({ channel, posts, organic, figure, company, counting });
  const made = checked.filter((one) => one !== null);
  return {
    platform,
    followers,
    followersAt,
    figure,
    posts: posts.map(line),
    questions: made.flat(),
    checks: made.length,
  };
}

interface Looking extends Pick<Asking, 'channel' | 'posts' | 'company'> {
  organic: readonly OwnPost[];
  figure: Figure;
  counting: Counting;
}

function checksOn({ channel, posts, organic, figure, company, counting }: Looking): Checked[] {
  const recent: readonly CountedPost[] = organic.slice(0, mostRecent);
  const paid = engagement(
    posts.filter(({ sponsored, kind }) => sponsored === true && kind !== 'story'),
    counting,
  );
  const comments = { own: commentsPerLike(recent), others: company.commentsPerLike };
  const reach = {
    own: reachPerFollower(recent, channel.followers),
    others: company.reachPerFollower,
  };
  const n = recent.length;
  return [
    likesAboveReach(posts),
    channel.follows ? followSpikes(channel.follows) : null,
    likesVariation(recent),
    besideOthers({ n, ...comments }, ['comments-few', 'comments-many']),
    besideOthers({ n, ...reach }, ['reach-low', 'reach-high']),
    levelShift(figure),
    paidAgainstOrganic(paid, figure),
  ];
}
