// How many creators, how many posts: the cheapest plans that bring a message to a share of the audience
// at the chosen frequency.
import type { Found } from './input.ts';

export interface Candidate {
  id: string;
  followers: number;
  inTarget: number;
  reachPerPost: number;
  /** In any one currency; 0 where only posts are counted. */
  costPerPost: number;
  /** As many posts as this creator may make, whole. */
  maxPosts: number;
  /** Share of the followers in the audience who are in the niche; with `nicheSize`. */
  nicheShare?: number | undefined;
}

export interface Wanted {
  /** People of the audience. */
  population: number;
  candidates: readonly Candidate[];
  /** Target frequency: k hearings or more … */
  frequency: number;
  /** … for this share of the audience. */
  share: number;
  /** Each where it is set. */
  limits: { budget?: number | undefined; posts?: number | undefined };
  correlation?: number | undefined;
  /** In people; chance alone when left out. */
  nicheSize?: number | undefined;
}

export interface PlanChoice {
  /** Candidates with a post or more, in the order they came in. */
  posts: { id: string; posts: number }[];
  cost: number;
  totalPosts: number;
  creators: number;
  /** Share of the audience at the target frequency. */
  share: number;
}

/** How sure it is that nothing is better: `bound` is the least cost (or posts, creators, or the
 * greatest share) that could still be possible, `gap` how far the choice is from it, as a share. */
export type Certainty = { exact: true } | { exact: false; bound: number; gap: number };
export type CertainChoice = PlanChoice & { certainty: Certainty };

export type Plans =
  | {
      reached: true;
      cheapest: CertainChoice;
      fewestPosts: CertainChoice;
      fewestCreators: CertainChoice;
    }
  | {
      reached: false;
      /** The greatest share within the limits. */
      best: CertainChoice;
      /** What it takes without budget and cap; null where all posts of all creators are too few. */
      without: PlanChoice | null;
      /** Everything everybody may post. */
      most: PlanChoice;
    };

export declare function bestPlans(wanted: Wanted): Found<Plans>;
