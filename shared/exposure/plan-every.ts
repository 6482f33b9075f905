// Every plan there is, where there are few enough: the lightest for each aim and the one with the
// greatest share, found by trying them all.
import type { PlanModel, Posts } from './plan-model.ts';
import { type Limits, nothingMore, reaches, type Weight } from './plan-search.ts';
import { addCreator, below } from './truncated.ts';

/** Plans that are tried one by one; above it the search and its bound take over. */
export const mostTried = 40_000;

export function planCount({ leastPosts, maxPosts }: PlanModel): number {
  return maxPosts.reduce((all, most, i) => all * (most - (leastPosts[i] as number) + 1), 1);
}

export interface Every {
  /** For each weight the lightest plan that reaches the share within the limits. */
  lightest: (Posts | null)[];
  /** The greatest share within the limits. */
  most: Posts;
}

interface Trying {
  model: PlanModel;
  share: number;
  limits: Limits;
  weights: readonly Weight[];
  posts: Posts;
  /** By class and depth: P(X = j) of the creators so far. */
  so: Float64Array[][];
  best: { lightest: { posts: Posts | null; weight: number }[]; most: Posts; share: number };
}

export function tryEvery(
  model: PlanModel,
  { share, limits, weights }: { share: number; limits: Limits; weights: readonly Weight[] },
): Every {
  const posts = nothingMore(model);
  const so = model.classes.map(() =>
    Array.from({ length: model.count + 1 }, () => new Float64Array(model.k)),
  );
  for (const levels of so) (levels[0] as Float64Array)[0] = 1;
  const lightest = weights.map(() => ({ posts: null, weight: Number.POSITIVE_INFINITY }));
  const best = { lightest, most: posts.slice(), share: -1 };
  tryFrom({ model, share, limits, weights, posts, so, best }, 0, { cost: 0, posts: 0 });
  return { lightest: best.lightest.map(({ posts }) => posts), most: best.most };
}

function tryFrom(trying: Trying, i: number, used: { cost: number; posts: number }): void {
  const { model, limits, posts, so } = trying;
  if (i === model.count) return compare(trying);
  const most = model.maxPosts[i] as number;
  for (let m = model.leastPosts[i] as number; m <= most; m++) {
    const then = { cost: used.cost + m * (model.cost[i] as number), posts: used.posts + m };
    if (then.posts > limits.posts || then.cost > limits.budget * (1 + 1e-9) + 1e-9) break;
    for (const [c, { follow }] of model.classes.entries()) {
      const next = so[c]?.[i + 1] as Float64Array;
      next.set(so[c]?.[i] as Float64Array);
      if (m > 0) addCreator(next, model.seen[i]?.[m] as Float64Array, follow[i] as number);
    }
    posts[i] = m;
    tryFrom(trying, i + 1, then);
  }
}

function compare({ model, share, weights, posts, so, best }: Trying): void {
  let fewer = 0;
  for (const [c, { weight }] of model.classes.entries()) {
    fewer += weight * below(so[c]?.[model.count] as Float64Array, model.k);
  }
  const found = 1 - fewer;
  if (found > best.share) [best.share, best.most] = [found, posts.slice()];
  if (!reaches(found, { share })) return;
  for (const [w, weight] of weights.entries()) {
    const own = best.lightest[w] as { posts: Posts | null; weight: number };
    let total = 0;
    for (let i = 0; i < model.count; i++) total += weight(i, posts[i] as number);
    if (total < own.weight - 1e-12) [own.weight, own.posts] = [total, posts.slice()];
  }
}
