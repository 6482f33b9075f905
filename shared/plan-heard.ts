// Planned against heard: what the posts that are out have done, and what the plan comes to if the rest
// goes as planned. The same model as the plan, with the reach that was measured in place of the one
// that was planned. Pure.
import { followerStructured } from './exposure.ts';
import { atLeast } from './exposure/distribution.ts';
import type { Niche } from './exposure/followers.ts';
import type { HeardCreator } from './heard.ts';
import type { Asked } from './plan-forecast.ts';
import type { Counted } from './plan-inputs.ts';

/** Shares of the audience that heard it once or more, and as often as asked. */
export interface HeardShares {
  once: number;
  often: number;
}

export interface HeardLine {
  userId: string;
  published: number;
  planned: number;
  /** Share of the followers that see a post: as planned, and as measured (null where nobody knows). */
  plannedReach: number;
  reach: number | null;
  /** The reach was above the followers: also others saw it, and everybody counts once. */
  isAboveFollowers: boolean;
}

export interface PlanHeard {
  published: number;
  planned: number;
  measured: number;
  confirmed: number;
  /** Published posts whose reach nobody knows yet count as planned. */
  soFar: HeardShares;
  /** With the posts that are still to come as planned. */
  forecast: HeardShares;
  plan: HeardShares;
  /** Of each creator with a post out. */
  lines: HeardLine[];
}

/** Null where nothing is out, or nothing can be worked out. */
export function planHeard(
  asked: Asked,
  heard: readonly HeardCreator[],
  niche: Niche | undefined,
): PlanHeard | null {
  const out = new Map(heard.map((one) => [one.userId, one]));
  const lines = asked.creators.flatMap((creator) => {
    const own = out.get(creator.userId);
    return own ? [lineOf(creator, own)] : [];
  });
  if (lines.length === 0) return null;
  const of = new Map(lines.map((line) => [line.userId, line]));
  const sharesOf = (change: (creator: Counted) => Counted): HeardShares | null => {
    const { population, creators, frequency } = asked;
    const found = followerStructured({ population, creators: creators.map(change), niche });
    if (!found.ok) return null;
    return { once: found.reach, often: atLeast(found.distribution, frequency) };
  };
  const plan = sharesOf((creator) => creator);
  const soFar = sharesOf((creator) => published(creator, of.get(creator.userId)));
  const forecast = sharesOf((creator) => expected(creator, of.get(creator.userId)));
  if (!plan || !soFar || !forecast) return null;
  const counted = heard.filter(({ userId }) => of.has(userId));
  const sum = (count: (one: HeardCreator) => number) =>
    counted.reduce((total, one) => total + count(one), 0);
  return {
    published: sum((one) => one.published),
    planned: asked.creators.reduce((total, { posts }) => total + posts, 0),
    measured: sum((one) => one.measured),
    confirmed: sum((one) => one.confirmed),
    soFar,
    forecast,
    plan,
    lines,
  };
}

function lineOf({ userId, posts, followers, reachPerPost }: Counted, own: HeardCreator): HeardLine {
  const share = own.reach === null || followers === 0 ? null : own.reach / followers;
  return {
    userId,
    published: own.published,
    planned: posts,
    plannedReach: reachPerPost,
    reach: share === null ? null : Math.min(1, share),
    isAboveFollowers: share !== null && share > 1,
  };
}

/** Only what is out. */
function published(creator: Counted, line: HeardLine | undefined): Counted {
  if (!line) return { ...creator, posts: 0 };
  return { ...creator, posts: line.published, reachPerPost: line.reach ?? creator.reachPerPost };
}

/** What is out as it was, the rest as planned; a post more than planned is out all the same. */
function expected(creator: Counted, line: HeardLine | undefined): Counted {
  if (!line || line.reach === null) return creator;
  const posts = Math.max(creator.posts, line.published);
  const toCome = posts - line.published;
  const reach = (line.published * line.reach + toCome * creator.reachPerPost) / posts;
  return { ...creator, posts, reachPerPost: reach };
}
