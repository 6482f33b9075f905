// A plan as the search sees it: so many posts of each candidate, and what they bring at the target
// frequency k. Tables are made once; a share is then a few hundred multiplications.
import { below, addCreator, setSeen } from './truncated.ts';
import type { Wanted } from './plans.ts';

/** Posts of each candidate, in the order of the candidates. */
export type Posts = Int32Array;

/** One class of people, the niche or the rest: who follows whom there. */
interface PeopleClass {
  /** Share of the population. */
  weight: number;
  follow: number[];
}

export interface PlanModel {
  k: number;
  count: number;
  cost: number[];
  /** What is out already, and so is part of every plan. */
  leastPosts: number[];
  maxPosts: number[];
  classes: PeopleClass[];
  /** seen[i][m]: P(a follower of i sees j of m posts), j below k. */
  seen: Float64Array[][];
}

export function planModel({ candidates, frequency: k, ...wanted }: Wanted): PlanModel {
  const { population, correlation: rho = 0, nicheSize = population } = wanted;
  const weight = Math.min(1, nicheSize / population);
  const people = candidates.map(({ followers, inTarget }) => followers * inTarget);
  const inNiche = candidates.map(({ nicheShare }) => (weight === 1 ? 1 : (nicheShare ?? weight)));
  const inside = people.map((one, i) => atMostAll((one * (inNiche[i] as number)) / nicheSize));
  const classes = [{ weight, follow: inside }];
  if (weight < 1) {
    const others = population - nicheSize;
    const follow = people.map((one, i) => atMostAll((one * (1 - (inNiche[i] as number))) / others));
    classes.push({ weight: 1 - weight, follow });
  }
  const seen = candidates.map(({ reachPerPost: p, maxPosts }) =>
    Array.from({ length: maxPosts + 1 }, (_, n) => {
      const table = new Float64Array(k);
      setSeen(table, { p, n, rho });
      return table;
    }),
  );
  return {
    k,
    count: candidates.length,
    cost: candidates.map(({ costPerPost }) => costPerPost),
    leastPosts: candidates.map(({ postsOut }) => postsOut ?? 0),
    maxPosts: candidates.map(({ maxPosts }) => maxPosts),
    classes,
    seen,
  };
}

const atMostAll = (share: number) => Math.min(1, share);

/** Share of the population with k or more. */
export function shareOf(model: PlanModel, posts: Posts): number {
  let fewer = 0;
  const so = new Float64Array(model.k);
  for (const { weight, follow } of model.classes) {
    so.fill(0)[0] = 1;
    for (let i = 0; i < model.count; i++) {
      const m = posts[i] as number;
      if (m > 0) addCreator(so, model.seen[i]?.[m] as Float64Array, follow[i] as number);
    }
    fewer += weight * below(so, model.k);
  }
  return Math.max(0, 1 - fewer);
}

export function costOf(model: PlanModel, posts: Posts): number {
  let cost = 0;
  for (let i = 0; i < model.count; i++) cost += (posts[i] as number) * (model.cost[i] as number);
  return cost;
}

export function totalOf(posts: Posts): number {
  return posts.reduce((total, one) => total + one, 0);
}

/** Hearings that count towards k, a person: E[min(X, k)] of n posts of creator i alone. */
export function hearings({ k, seen, classes }: PlanModel, i: number, n: number): number {
  const table = seen[i]?.[n] as Float64Array;
  const counted = table.reduce((so, share, j) => so - share * (k - j), k);
  return classes.reduce(
    (so, { weight, follow }) => so + weight * (follow[i] as number) * counted,
    0,
  );
}

/** What one plan becomes when one candidate's posts change, without working out all the others again. */
export interface Neighbourhood {
  /** Share at k or more with m posts of candidate i in place of those in the plan. */
  with(i: number, m: number): number;
}

/**
 * `without`: one more candidate left out, for moves of two.
 * For each candidate what all others bring is put together from those before and those after.
 */
export function neighbourhood(model: PlanModel, posts: Posts, without = -1): Neighbourhood {
  const { k, count, classes } = model;
  const rests = classes.map(({ follow }) => restsOf(model, posts, { follow, without }));
  return {
    with(i, m) {
      const seen = model.seen[i]?.[m] as Float64Array;
      let fewer = 0;
      for (let c = 0; c < classes.length; c++) {
        const { weight, follow } = classes[c] as PeopleClass;
        const rest = rests[c] as Float64Array;
        fewer += weight * joined(rest, { from: i * k, seen, follow: follow[i] as number, k });
      }
      return count === 0 ? 0 : Math.max(0, 1 - fewer);
    },
  };
}

/** P(all others and this one together are fewer than k). `rest` is summed up: P(others ≤ j). */
function joined(
  rest: Float64Array,
  { from, seen, follow, k }: { from: number; seen: Float64Array; follow: number; k: number },
): number {
  let fewer = (1 - follow + follow * (seen[0] as number)) * (rest[from + k - 1] as number);
  for (let j = 1; j < k; j++) {
    fewer += follow * (seen[j] as number) * (rest[from + k - 1 - j] as number);
  }
  return fewer;
}

/** For each candidate P(the others bring j or fewer), j below k, one after the other. */
function restsOf(
  { k, count, seen }: PlanModel,
  posts: Posts,
  { follow, without }: { follow: readonly number[]; without: number },
): Float64Array {
  const before = new Float64Array((count + 1) * k);
  before[0] = 1;
  const isIn = (i: number) => i !== without && (posts[i] as number) > 0;
  const table = (i: number) => seen[i]?.[posts[i] as number] as Float64Array;
  for (let i = 0; i < count; i++) {
    before.copyWithin((i + 1) * k, i * k, (i + 1) * k);
    if (isIn(i))
      addCreator(before.subarray((i + 1) * k, (i + 2) * k), table(i), follow[i] as number);
  }
  const after = new Float64Array(k);
  after[0] = 1;
  const rests = new Float64Array(count * k);
  for (let i = count - 1; i >= 0; i--) {
    summedProduct(before, after, { at: i * k, k, into: rests });
    if (isIn(i)) addCreator(after, table(i), follow[i] as number);
  }
  return rests;
}

function summedProduct(
  before: Float64Array,
  after: Float64Array,
  { at, k, into }: { at: number; k: number; into: Float64Array },
): void {
  let total = 0;
  for (let j = 0; j < k; j++) {
    for (let l = 0; l <= j; l++) total += (before[at + l] as number) * (after[j - l] as number);
    into[at + j] = total;
  }
}
