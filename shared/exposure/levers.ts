// Which change would move the target frequency most: the levers beside a plan, each with its figures.
import type { FollowerPlan } from './followers.ts';
import type { Found } from './input.ts';

export type LeverKind =
  /** An audience half as large, kept by the followers who are in it now. */
  | 'narrower'
  /** The same number of posts from half as many creators. */
  | 'fewer-creators'
  /** Audiences that overlap more. */
  | 'overlap'
  | 'one-more-post'
  /** A quarter more reach of each post. */
  | 'better-reach';

export interface Lever {
  kind: LeverKind;
  /** Share at the target frequency now and then, and the difference. */
  now: number;
  then: number;
  gain: number;
  /** Reach (1+) then, because some levers cost reach. */
  reachThen: number;
  /** What was changed, for the sentence: people, creators, posts, shares. */
  from: number;
  to: number;
}

/** Sorted by gain, the greatest first. */
export declare function levers(
  plan: FollowerPlan,
  options: { frequency: number },
): Found<{ levers: Lever[] }>;
