// What a plan gives when its inputs are not quite what was put in: the same exposure worked out again
// and again with reach, share in target and overlap drawn within what is known of them. Seeded: the
// same plan and seed give the same interval on every machine.
import type { CreatorPosts } from './followers.ts';
import type { Found } from './input.ts';
import type { NicheFit, Overlap } from './niche.ts';

/** What is known of a creator's reach besides the one figure. */
export type ReachSpread =
  /** Reach of the creator's own posts, as shares of the followers, in any order. */
  | { kind: 'own'; posts: readonly number[] }
  /** Eight of ten times between these: a prior, or what somebody believes. */
  | { kind: 'band'; low: number; high: number };

export interface UncertainCreator extends CreatorPosts {
  /** Left out: the reach is taken as it is. */
  reachSpread?: ReachSpread | undefined;
  /** Eight of ten times between these. Left out: the share is taken as it is. */
  inTargetBand?: { low: number; high: number } | undefined;
}

export interface UncertainPlan {
  /** People of the audience. */
  population: number;
  creators: readonly UncertainCreator[];
  /** Between the posts that one follower sees; 0 when left out. */
  correlation?: number | undefined;
  overlap: Overlap;
}

export interface PlanExposure {
  /** Exactly the model's answer to the figures as they stand. */
  distribution: number[];
  reach: number;
  mean: number;
  frequency: number;
  /** The niche it was worked out with. */
  overlap: NicheFit;
  /** Share of the audience with k or more: `central` from the figures, `low` to `high` drawn. */
  atLeast: { k: number; central: number; low: number; high: number }[];
  /** Share of the draws between low and high, and how many there were. */
  level: number;
  draws: number;
}

export interface DrawOptions {
  seed: number;
  /** 400 when left out. */
  draws?: number;
  /** 0.8 when left out. */
  level?: number;
  /** Which k to tell of: 1, 2, 3, 5 when left out; none above 10. */
  at?: readonly number[];
}

/** The exposure of a plan with its interval: what the page asks for after each edit. */
export declare function planExposure(
  plan: UncertainPlan,
  options: DrawOptions,
): Found<PlanExposure>;
