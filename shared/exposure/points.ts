// Which talking points which post carries. Each must-point is carried often, by several creators; no
// creator tells the same optional point twice in a row; what different creators argue differs, because
// three sources with three arguments convince more than three with one (Harkins & Petty).

import type { Need } from '../fields.ts';

export interface PlannedPost {
  creator: string;
  /** Id of the post among this creator's; posts of one creator stand in the order they are published. */
  post: string;
}

export interface SpreadPoint {
  id: string;
  /** `exact` is a must with fixed words. */
  need: Need;
}

/** The points of each post, in the order the posts came in. */
export declare function spreadPoints(
  posts: readonly PlannedPost[],
  points: readonly SpreadPoint[],
): { creator: string; post: string; points: string[] }[];
