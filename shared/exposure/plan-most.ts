// The most a plan can bring within its limits, for when the share that is wanted is out of reach: filled
// up from several starts, then exchanged post for post.
import {
  costOf,
  hearings,
  neighbourhood,
  type PlanModel,
  type Posts,
  shareOf,
  totalOf,
} from './plan-model.ts';
import { bounded, isWithin, lessThan, type Limits, levels, nothingMore } from './plan-search.ts';

export function findMost(model: PlanModel, limits: Limits): Posts {
  const walks = levels(model).map((m) => {
    const posts = filled(model, m, limits);
    while (addOne(model, posts, limits)) continue;
    return { posts, share: shareOf(model, posts) };
  });
  walks.sort((a, b) => b.share - a.share);
  const exchanged = walks.slice(0, farWalks).map(({ posts }) => exchange(model, posts, limits));
  return exchanged.reduce(
    (best, posts) => (shareOf(model, posts) > shareOf(model, best) ? posts : best),
    walks[0]?.posts ?? nothingMore(model),
  );
}

/** So many walks go on with exchanges, which take longer. */
const farWalks = 3;

/** m posts of each, those first who bring most hearings for what they use of the limits. */
function filled(model: PlanModel, m: number, limits: Limits): Posts {
  const posts = nothingMore(model);
  const many = (i: number) => bounded(model, i, m);
  const value = (i: number) => hearings(model, i, many(i)) / used(model, limits, [i, many(i)]);
  const order = [...posts.keys()].sort((a, b) => value(b) - value(a) || a - b);
  for (const i of order) {
    posts[i] = many(i);
    const least = model.leastPosts[i] as number;
    for (let n = many(i) - 1; n >= least && !isWithin(model, posts, limits); n--) posts[i] = n;
  }
  return posts;
}

/** The share of the tighter limit that m posts of i take. */
function used({ cost }: PlanModel, { budget, posts }: Limits, [i, m]: [number, number]): number {
  const price = (m * (cost[i] as number)) / budget;
  return Math.max(Number.isFinite(price) ? price : 0, m / posts, Number.MIN_VALUE);
}

/** Some more posts of one creator, where they bring most for what they use. */
function addOne(model: PlanModel, posts: Posts, limits: Limits): boolean {
  const now = shareOf(model, posts);
  const near = neighbourhood(model, posts);
  const room = roomOf(model, posts, limits);
  let most = 0;
  let change: [number, number] | null = null;
  for (let i = 0; i < model.count; i++) {
    const have = posts[i] as number;
    for (let m = have + 1; m <= (model.maxPosts[i] as number); m++) {
      if (!isRoomFor(model, room, [i, m - have])) break;
      const gain = (near.with(i, m) - now) / used(model, limits, [i, m - have]);
      if (gain > most) [most, change] = [gain, [i, m]];
    }
  }
  if (change) posts[change[0]] = change[1];
  return change !== null;
}

/** What a plan leaves of the limits, with a little for rounding. */
function roomOf(model: PlanModel, posts: Posts, { budget, posts: most }: Limits): Limits {
  return {
    budget: budget * (1 + 1e-9) + 1e-9 - costOf(model, posts),
    posts: most - totalOf(posts),
  };
}

const isRoomFor = ({ cost }: PlanModel, room: Limits, [i, n]: [number, number]): boolean =>
  n <= room.posts && n * (cost[i] as number) <= room.budget;

const mostRounds = 12;

/** Posts of one for posts of another, while the share grows. */
function exchange(model: PlanModel, from: Posts, limits: Limits): Posts {
  const posts = from.slice();
  for (let round = 0; round < mostRounds; round++) {
    let moved = false;
    for (let i = 0; i < model.count; i++) moved = exchangeOne(model, posts, { i, limits }) || moved;
    if (!moved) break;
  }
  return posts;
}

function exchangeOne(
  model: PlanModel,
  posts: Posts,
  { i, limits }: { i: number; limits: Limits },
): boolean {
  let most = shareOf(model, posts) + 1e-12;
  let change: [number, number, number] | null = null;
  const now = posts[i] as number;
  for (const m of lessThan(now, model.leastPosts[i] as number)) {
    const trial = posts.slice();
    trial[i] = m;
    const near = neighbourhood(model, trial);
    const room = roomOf(model, trial, limits);
    for (let j = 0; j < model.count; j++) {
      if (j === i) continue;
      const have = posts[j] as number;
      for (let n = have + 1; n <= (model.maxPosts[j] as number); n++) {
        if (!isRoomFor(model, room, [j, n - have])) break;
        const share = near.with(j, n);
        if (share > most) [most, change] = [share, [m, j, n]];
      }
    }
  }
  if (!change) return false;
  posts[i] = change[0];
  posts[change[1]] = change[2];
  return true;
}
