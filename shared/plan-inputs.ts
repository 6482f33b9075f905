// What the plan is computed from: for each figure what somebody typed, else what the brief or the
// creator's own posts say, else a prior, and which of these it is. No figure is ever made up: what is
// missing stays missing, and its creator is not counted. Pure.
import type { ReachSpread } from './exposure/interval.ts';
import { type ReachPrior, reachPrior } from './exposure/priors.ts';
import type { OwnReach } from './own-reach.ts';
import { type CreatorField, isDay, type Plan, planBounds, untyped } from './plan.ts';

/** A post of the brief that a creator makes, in the order of the brief. */
export interface PostFacts {
  deliverableId: string;
  /** The day it goes live, `2026-12-07`; empty for none. */
  day: string;
  /** Published, withdrawn or released: no day of it can be planned any more. */
  isOver: boolean;
  /** Published. */
  isOut: boolean;
  /** Talking points that were planned for it when posts were last made from the plan. */
  points: string[];
}

/** What is known of a creator of the brief besides the plan. */
export interface CreatorFacts {
  userId: string;
  name: string;
  handle: string;
  /** Said *I'm in*: the posts are theirs to write. */
  isIn: boolean;
  /** As the creator shows them to this workspace, and of which platform. */
  followers: number | null;
  /** Share of the followers that saw their last organic posts. */
  reach: OwnReach | null;
  /** All their posts of the brief are stories, which fewer see. */
  makesStories: boolean;
  posts: PostFacts[];
}

export type Source = 'typed' | 'own' | 'brief' | 'prior' | 'missing';

/** A figure, and where it comes from. */
export interface Known {
  value: number | null;
  source: Source;
}

export interface KnownReach extends Known {
  /** Of the creator's own posts, where the source is these. */
  shares?: number[];
  /** Where the source is a prior. */
  prior?: ReachPrior;
}

export interface PlannedPost {
  n: number;
  /** `2026-12-07`; empty for none. */
  day: string;
  isDayTyped: boolean;
  /** Talking points it is to carry, by their ids. */
  points: string[];
  /** The brief's post it is, where there is one already. */
  post: PostFacts | null;
}

export type PlannedCreator = Record<Exclude<CreatorField, 'reach'>, Known> &
  Pick<CreatorFacts, 'userId' | 'name' | 'handle' | 'isIn'> & {
    reach: KnownReach;
    planned: PlannedPost[];
    /** How many of their posts are out already. */
    out: number;
  };

const missing: Known = { value: null, source: 'missing' };
const typedOr = (typed: number | null, other: Known): Known =>
  typed === null ? other : { value: typed, source: 'typed' };

export function plannedCreators(
  plan: Pick<Plan, 'creators'>,
  facts: readonly CreatorFacts[],
  points: readonly string[] = [],
): PlannedCreator[] {
  return facts.map((creator) => plannedCreator(plan, creator, points));
}

export function plannedCreator(
  { creators }: Pick<Plan, 'creators'>,
  facts: CreatorFacts,
  points: readonly string[] = [],
): PlannedCreator {
  const { userId, name, handle, isIn } = facts;
  const typed = creators.get(userId) ?? untyped;
  const followers = typedOr(typed.followers, ownFollowers(facts));
  const brief: Known = {
    value: Math.min(facts.posts.length, planBounds.posts.most),
    source: 'brief',
  };
  const posts = typedOr(typed.posts, brief);
  const planned = Array.from({ length: posts.value ?? 0 }, (_, at): PlannedPost => {
    const one = typed.planned.find(({ n }) => n === at + 1);
    const post = facts.posts[at] ?? null;
    const day = one?.day ?? post?.day ?? '';
    return {
      n: at + 1,
      day: isDay(day) ? day : '',
      isDayTyped: one?.day !== undefined && one.day !== null,
      points: points.filter((id) => one?.points.get(id) === true),
      post,
    };
  });
  return {
    userId,
    name,
    handle,
    isIn,
    followers,
    inTarget: typedOr(typed.inTarget, missing),
    posts,
    reach: typedOr(typed.reach, reachOf(facts, followers.value)),
    cost: typedOr(typed.cost, missing),
    planned,
    out: facts.posts.filter(({ isOut }) => isOut).length,
  };
}

const ownFollowers = ({ followers }: CreatorFacts): Known =>
  followers === null ? missing : { value: followers, source: 'own' };

/** A creator's own median first; a post that reached more than everybody counts as everybody. */
function reachOf({ reach, makesStories }: CreatorFacts, followers: number | null): KnownReach {
  if (reach) {
    const { median, shares } = reach;
    return { value: Math.min(1, median), source: 'own', shares: shares.map(atMostAll) };
  }
  const prior = followers === null ? null : reachPrior(followers, makesStories ? 'story' : 'post');
  return prior ? { value: prior.reach, source: 'prior', prior } : missing;
}

const atMostAll = (share: number) => Math.min(1, share);

/** What counts: a creator of whom nothing is missing. One without posts counts with none. */
export interface Counted {
  userId: string;
  followers: number;
  inTarget: number;
  posts: number;
  reachPerPost: number;
  reachSpread: ReachSpread;
  inTargetBand: { low: number; high: number };
  cost: number | null;
  out: number;
}

/**
 * How far off a typed figure may be, eight times of ten: what somebody believes is no measurement.
 * Ours, and said so where the figures open.
 */
export const typedBand = { reach: 0.2, inTarget: 0.15 } as const;

export const bandAround = (value: number, part: number) => ({
  low: value * (1 - part),
  high: Math.min(1, value * (1 + part)),
});

export function counted(creators: readonly PlannedCreator[]): Counted[] {
  return creators.flatMap(({ userId, followers, inTarget, posts, reach, cost, out }) => {
    if (followers.value === null || inTarget.value === null || reach.value === null) return [];
    return [
      {
        userId,
        followers: followers.value,
        inTarget: inTarget.value,
        posts: posts.value ?? 0,
        reachPerPost: reach.value,
        reachSpread: spreadOf(reach, reach.value),
        inTargetBand: bandAround(inTarget.value, typedBand.inTarget),
        cost: cost.value,
        out,
      },
    ];
  });
}

function spreadOf({ shares, prior }: KnownReach, value: number): ReachSpread {
  if (shares) return { kind: 'own', posts: shares };
  return { kind: 'band', ...(prior?.band ?? bandAround(value, typedBand.reach)) };
}
