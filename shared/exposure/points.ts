// Which talking points which post carries. Every must-point is carried by every post of the campaign or,
// where there are several, by turns; different creators begin with different arguments, because three
// sources with three arguments convince more than three with one (Harkins & Petty).
import type { Need } from '../fields.ts';

export interface PlannedPost {
  creator: string;
  /** Id of the post; posts of one creator stand in the order in which they are published. */
  post: string;
}

export interface SpreadPoint {
  id: string;
  /** `exact` is legal text: it stands in every post. */
  need: Need;
}

export interface PostPoints extends PlannedPost {
  points: string[];
}

/**
 * The points of each post, in the order the posts came in; the same input gives the same answer.
 * Each post carries every exact point, one must-point and one optional point. Must-points go round
 * within a creator and start one further with each creator, so that in any post number different
 * creators argue differently and each must-point is carried as often as any other, give or take one a
 * creator. A creator with a single post carries all must-points in it: nothing else would tell them.
 * Optional points go round the same way; no two posts in a row of one creator carry the same one, so a
 * single optional point is in every other post.
 */
export function spreadPoints(
  posts: readonly PlannedPost[],
  points: readonly SpreadPoint[],
): PostPoints[] {
  const of = (need: Need) => points.filter((point) => point.need === need).map(({ id }) => id);
  const [exact, must, may] = [of('exact'), of('must'), of('may')];
  const counts = new Map<string, number>();
  for (const { creator } of posts) counts.set(creator, (counts.get(creator) ?? 0) + 1);
  const places = new Map([...counts.keys()].map((creator, place) => [creator, place]));
  const told = new Map<string, number>();
  return posts.map(({ creator, post }) => {
    const turn = told.get(creator) ?? 0;
    told.set(creator, turn + 1);
    const place = places.get(creator) as number;
    const isOnly = counts.get(creator) === 1;
    const musts = isOnly ? must : turnOf(must, place + turn);
    return { creator, post, points: [...exact, ...musts, ...optional(may, place, turn)] };
  });
}

function turnOf(points: readonly string[], turn: number): string[] {
  const point = points[turn % points.length];
  return point === undefined ? [] : [point];
}

/** With two or more the next is always another; a single one rests every other post. */
function optional(points: readonly string[], place: number, turn: number): string[] {
  if (points.length === 1) return (place + turn) % 2 === 0 ? [...points] : [];
  return turnOf(points, place + turn);
}
