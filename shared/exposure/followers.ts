// The core model: people follow creators, followers see some of their posts, and what several creators
// bring adds up. Followers of one creator are hit again and again, everybody else not at all: that is
// why three posts are not three hearings.
import { type Exposure, exposureOf, mix, together } from './distribution.ts';
import {
  type Asked,
  type Failed,
  type Found,
  firstImpossible,
  impossible,
  isAmount,
  isCount,
  isPositive,
  isShare,
  type Rule,
} from './input.ts';
import { binomialShares, postShares } from './posts.ts';

export interface CreatorPosts {
  /** People who follow. */
  followers: number;
  /** Share of the followers who are in the audience, 0 to 1. */
  inTarget: number;
  /** Posts of this creator, whole. */
  posts: number;
  /** Share of the followers who see one post, 0 to 1. */
  reachPerPost: number;
  /** People of the audience who see one post without following (Reels, TikTok); 0 when left out. */
  beyond?: number | undefined;
}

/** A part of the audience in which these creators' followers come together. */
export interface Niche {
  /** People; all of the audience means that audiences overlap by chance alone. */
  size: number;
  /** For each creator the share of the followers in the audience who are in the niche, 0 to 1. */
  shares: number[];
}

export interface FollowerPlan {
  /** People of the audience. */
  population: number;
  creators: readonly CreatorPosts[];
  /** Between the posts that one follower sees: 0 each post anew, 1 all or none. 0 when left out. */
  correlation?: number | undefined;
  niche?: Niche | undefined;
}

/**
 * Follower-structured exposure. A person follows creator i with probability followers × inTarget /
 * population (within the niche and outside it by `niche`), sees each of the posts with probability
 * reachPerPost (binomial, beta-binomial with `correlation`), and the creators are independent within
 * each class. Reach beyond followers is one more random vehicle a post, shown to anybody.
 *
 * Refused: followers in the audience above the population, a reach above the followers, a niche that
 * cannot hold its followers, anything negative or not a number. Source: docs/DOMAIN.md, "Exposure".
 */
export function followerStructured(plan: FollowerPlan): Found<Exposure> {
  const wrong = impossiblePlan(plan);
  if (wrong) return wrong;
  const { population, creators, correlation = 0 } = plan;
  const { share, follow } = classesOf(plan);
  const seen = creators.map(({ reachPerPost, posts }) =>
    postShares(reachPerPost, posts, correlation),
  );
  const inside = creators.map((creator, i) => {
    const own = ofPeople(seen[i] as number[], follow[0]?.[i] as number);
    return withBeyond(own, creator, population);
  });
  const niche = together(inside);
  if (share === 1) return { ok: true, ...exposureOf(niche) };
  const outside = creators.map((creator, i) => {
    const own = ofPeople(seen[i] as number[], follow[1]?.[i] as number);
    return withBeyond(own, creator, population);
  });
  return { ok: true, ...exposureOf(mix(niche, together(outside), share)) };
}

/** The followers' distribution spread over all people of a class, of whom `follow` are followers. */
export function ofPeople(seen: readonly number[], follow: number): number[] {
  return seen.map((share, k) => (k === 0 ? 1 - follow + follow * share : follow * share));
}

function withBeyond(own: number[], { beyond = 0, posts }: CreatorPosts, population: number) {
  return beyond === 0 ? own : together([own, binomialShares(beyond / population, posts)]);
}

/** The two classes: the niche's share of the people, and in each class who follows whom. */
export function classesOf({ population, creators, niche }: FollowerPlan): {
  share: number;
  follow: [number[], number[]];
} {
  const size = niche?.size ?? population;
  const share = size / population;
  const people = creators.map(({ followers, inTarget }) => followers * inTarget);
  if (share >= 1) return { share: 1, follow: [people.map((one) => atMostAll(one / size)), []] };
  const of = (i: number) => niche?.shares[i] ?? share;
  const inside = people.map((one, i) => atMostAll((one * of(i)) / size));
  const outside = people.map((one, i) => atMostAll((one * (1 - of(i))) / (population - size)));
  return { share, follow: [inside, outside] };
}

const atMostAll = (share: number) => Math.min(1, share);
/** So much above a limit is rounding and not a contradiction. */
const slack = 1 + 1e-9;

/** Why this plan cannot be, or null. */
export function impossiblePlan(plan: FollowerPlan): Failed | null {
  const wrong = firstImpossible(asked(plan));
  if (wrong) return wrong;
  const { population, creators } = plan;
  for (const [i, { followers, inTarget, beyond = 0 }] of creators.entries()) {
    const people = followers * inTarget;
    if (people > population * slack) {
      return impossible(`creators.${i}.followers`, 'audience-above-population', people);
    }
    if (beyond > population) {
      return impossible(`creators.${i}.beyond`, 'reach-above-population', beyond);
    }
  }
  return impossibleNiche(plan);
}

function* asked({ population, creators, correlation = 0 }: FollowerPlan): Generator<Asked> {
  yield ['population', population, isPositive];
  yield ['correlation', correlation, isShare];
  for (const [i, creator] of creators.entries()) {
    yield [`creators.${i}.followers`, creator.followers, isAmount];
    yield [`creators.${i}.inTarget`, creator.inTarget, isShare];
    yield [`creators.${i}.posts`, creator.posts, isCount];
    yield [`creators.${i}.reachPerPost`, creator.reachPerPost, isReach];
    yield [`creators.${i}.beyond`, creator.beyond ?? 0, isAmount];
  }
}

/** Above 1 it would be more people than follow. */
export const isReach: Rule = (value: number) =>
  isAmount(value) ?? (value > 1 ? 'reach-above-followers' : null);

function impossibleNiche({ population, creators, niche }: FollowerPlan): Failed | null {
  if (!niche) return null;
  const { size, shares } = niche;
  const wrong = firstImpossible([
    ['niche.size', size, isPositive],
    ...shares.map((share, i): Asked => [`niche.shares.${i}`, share, isShare]),
  ]);
  if (wrong) return wrong;
  if (size > population) return impossible('niche.size', 'niche-above-population', size);
  if (shares.length !== creators.length) {
    return impossible('niche.shares', 'lengths-differ', shares.length);
  }
  // All of the audience as the niche leaves nobody outside, whatever the shares say.
  if (size === population) return null;
  for (const [i, { followers, inTarget }] of creators.entries()) {
    const people = followers * inTarget;
    const inside = people * (shares[i] as number);
    const isTooMany = inside > size * slack || people - inside > (population - size) * slack;
    if (isTooMany) return impossible(`niche.shares.${i}`, 'niche-below-audience', people);
  }
  return null;
}
