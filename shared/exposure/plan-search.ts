// Looks for plans: good ones quickly by exchanging posts, the best one by trying everything that a bound
// does not rule out. It minimises one weight per creator and number of posts, whatever that stands for.
import {
  costOf,
  hearings,
  neighbourhood,
  type PlanModel,
  type Posts,
  shareOf,
  totalOf,
} from './plan-model.ts';

/** What a plan is to have little of: the weight of m posts of candidate i. Grows with m. */
export type Weight = (i: number, m: number) => number;

export interface Limits {
  budget: number;
  posts: number;
}

export interface Aim {
  share: number;
  weight: Weight;
  limits: Limits;
}

/** Sums of prices are compared with this much room for rounding. */
const rounding = 1e-9;

export function weightOf(model: PlanModel, posts: Posts, weight: Weight): number {
  let total = 0;
  for (let i = 0; i < model.count; i++) total += weight(i, posts[i] as number);
  return total;
}

export function isWithin(model: PlanModel, posts: Posts, { budget, posts: most }: Limits): boolean {
  return totalOf(posts) <= most && costOf(model, posts) <= budget * (1 + rounding) + rounding;
}

/** Shares are worked out to about thirteen digits. */
export const reaches = (share: number, aim: Pick<Aim, 'share'>) => share >= aim.share - 1e-12;

/**
 * The best plan that a walk from several starts finds: everybody the same number of posts, the most
 * effective creators first; everything with the least useful posts taken away; and the plans of `more`.
 * Null where none of them reaches the share within the limits.
 */
export function findPlan(model: PlanModel, aim: Aim, more: readonly Posts[] = []): Posts | null {
  const walks = [...starts(model, aim), ...more].map((start) => {
    const posts = start.slice();
    while (dropOne(model, posts, aim)) continue;
    return { posts, weight: weightOf(model, posts, aim.weight) };
  });
  walks.sort((a, b) => a.weight - b.weight);
  const found = walks.slice(0, farWalks).map(({ posts }) => improve(model, posts, aim));
  return lightest(model, [...found, ...walks.map(({ posts }) => posts), ...more], aim);
}

/** So many of the walks go on with exchanges, which take longer. */
const farWalks = 3;

function lightest(model: PlanModel, plans: readonly Posts[], aim: Aim): Posts | null {
  let best: Posts | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const posts of plans) {
    const weight = weightOf(model, posts, aim.weight);
    if (weight >= least || !isWithin(model, posts, aim.limits)) continue;
    if (reaches(shareOf(model, posts), aim)) [best, least] = [posts, weight];
  }
  return best;
}

function* starts(model: PlanModel, aim: Aim): Generator<Posts> {
  for (const m of levels(model)) {
    const evenly = sameForAll(model, m, aim);
    if (evenly) yield evenly;
  }
  const thinned = takeAway(model, everything(model), aim);
  if (thinned) yield thinned;
}

/** Numbers of posts to start from: each up to twelve, then in steps of a quarter. */
export function levels({ maxPosts }: PlanModel): number[] {
  const most = Math.max(0, ...maxPosts);
  const all: number[] = [];
  for (let m = 1; m <= most; m = m < 12 ? m + 1 : Math.ceil(m * 1.25)) all.push(m);
  return all;
}

export const everything = (model: PlanModel): Posts => Int32Array.from(model.maxPosts);

/** What is out already alone. */
export const nothingMore = (model: PlanModel): Posts => Int32Array.from(model.leastPosts);

/** m posts of candidate i, as far as they may be. */
export const bounded = (model: PlanModel, i: number, m: number): number =>
  Math.max(model.leastPosts[i] as number, Math.min(m, model.maxPosts[i] as number));

/** m posts of one creator after the other, the most effective first, until the share is reached. */
function sameForAll(model: PlanModel, m: number, aim: Aim): Posts | null {
  const { weight } = aim;
  const posts = nothingMore(model);
  if (reaches(shareOf(model, posts), aim)) return posts;
  const value = (i: number) => {
    const n = bounded(model, i, m);
    return hearings(model, i, n) / Math.max(weight(i, n), Number.MIN_VALUE);
  };
  const order = [...posts.keys()].sort((a, b) => value(b) - value(a) || a - b);
  for (let end = 1; end <= order.length; end++) {
    const i = order[end - 1] as number;
    posts[i] = bounded(model, i, m);
    if (reaches(shareOf(model, posts), aim)) return posts;
  }
  return null;
}

/** Takes the post away that costs least share for its weight, as long as the share holds. */
function takeAway(model: PlanModel, from: Posts, aim: Aim): Posts | null {
  const { weight } = aim;
  const posts = from.slice();
  if (!reaches(shareOf(model, posts), aim)) return null;
  for (;;) {
    const now = shareOf(model, posts);
    const near = neighbourhood(model, posts);
    let best = -1;
    let least = Number.POSITIVE_INFINITY;
    for (let i = 0; i < model.count; i++) {
      const m = posts[i] as number;
      if (m === model.leastPosts[i]) continue;
      const then = near.with(i, m - 1);
      if (!reaches(then, aim)) continue;
      const loss = (now - then) / Math.max(weight(i, m) - weight(i, m - 1), Number.MIN_VALUE);
      if (loss < least) [best, least] = [i, loss];
    }
    if (best < 0) return posts;
    posts[best] = (posts[best] as number) - 1;
  }
}

const mostRounds = 12;

/** Exchanges until nothing lighter is near: fewer posts of one, or some of one for some of another. */
export function improve(model: PlanModel, from: Posts, aim: Aim): Posts {
  const posts = from.slice();
  for (let round = 0; round < mostRounds; round++) {
    while (dropOne(model, posts, aim)) continue;
    let moved = false;
    for (let i = 0; i < model.count; i++) moved = exchange(model, posts, { i, aim }) || moved;
    if (!moved) break;
  }
  return posts;
}

/** The one change of one creator's posts that saves most. */
function dropOne(model: PlanModel, posts: Posts, aim: Aim): boolean {
  const { weight } = aim;
  const near = neighbourhood(model, posts);
  let saved = rounding;
  let change: [number, number] | null = null;
  for (let i = 0; i < model.count; i++) {
    const now = posts[i] as number;
    for (let m = model.leastPosts[i] as number; m < now; m++) {
      const saves = weight(i, now) - weight(i, m);
      if (saves <= saved || !reaches(near.with(i, m), aim)) continue;
      [saved, change] = [saves, [i, m]];
    }
  }
  if (change) posts[change[0]] = change[1];
  return change !== null;
}

/** The best exchange in which creator i gives posts away and another takes some over. */
function exchange(model: PlanModel, posts: Posts, { i, aim }: { i: number; aim: Aim }): boolean {
  const { weight, limits } = aim;
  const now = posts[i] as number;
  const room = roomOf(model, posts, limits);
  let saved = rounding;
  let change: [number, number, number] | null = null;
  for (const fewer of lessThan(now, model.leastPosts[i] as number)) {
    const freed = weight(i, now) - weight(i, fewer);
    const trial = posts.slice();
    trial[i] = fewer;
    const near = neighbourhood(model, trial);
    for (let j = 0; j < model.count; j++) {
      if (j === i) continue;
      const have = posts[j] as number;
      for (let m = have + 1; m <= (model.maxPosts[j] as number); m++) {
        const saves = freed - (weight(j, m) - weight(j, have));
        if (saves <= saved || !fits(model, room, [i, now - fewer, j, m - have])) break;
        if (!reaches(near.with(j, m), aim)) continue;
        [saved, change] = [saves, [fewer, j, m]];
      }
    }
  }
  if (!change) return false;
  const [fewer, j, m] = change;
  posts[i] = fewer;
  posts[j] = m;
  return true;
}

/** How much more a plan may cost and hold. One that is over its limits must not get worse. */
function roomOf(model: PlanModel, posts: Posts, { budget, posts: most }: Limits): Limits {
  return {
    budget: Math.max(0, budget - costOf(model, posts)),
    posts: Math.max(0, most - totalOf(posts)),
  };
}

function fits({ cost }: PlanModel, room: Limits, [i, fewer, j, more]: number[]): boolean {
  const [less, plus] = [fewer as number, more as number];
  const price = plus * (cost[j as number] as number) - less * (cost[i as number] as number);
  return plus - less <= room.posts && price <= room.budget + rounding;
}

/** All but one, all but two, half, none, as far as they may be taken away. */
export const lessThan = (m: number, least: number): number[] =>
  [...new Set([m - 1, m - 2, m >> 1, least])].filter((fewer) => fewer >= least && fewer < m);
