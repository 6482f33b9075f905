// How many creators, how many posts: the plans that bring a message to a share of the audience at the
// chosen frequency, the cheapest, the one with fewest posts and the one with fewest creators. Where
// there are few plans all are tried; else the best found is told with what could still be possible.
import { impossiblePlan } from './followers.ts';
import {
  type Asked,
  type Failed,
  type Found,
  firstImpossible,
  impossible,
  isAmount,
  isCount,
  isShare,
} from './input.ts';
import { mostTried, planCount, tryEvery } from './plan-every.ts';
import { costOf, type PlanModel, planModel, type Posts, shareOf, totalOf } from './plan-model.ts';
import { findMost } from './plan-most.ts';
import { prove } from './plan-proof.ts';
import {
  type Aim,
  everything,
  findPlan,
  type Limits,
  type Weight,
  weightOf,
} from './plan-search.ts';

export interface Candidate {
  id: string;
  followers: number;
  /** Share of the followers who are in the audience, 0 to 1. */
  inTarget: number;
  /** Share of the followers who see one post, 0 to 1. */
  reachPerPost: number;
  /** In any one currency; 0 for all where only posts are counted. */
  costPerPost: number;
  /** As many posts as this creator may make, whole, at most 100. */
  maxPosts: number;
  /** Posts that are out already, at most `maxPosts`: every plan has these. None when left out. */
  postsOut?: number | undefined;
  /** Share of the followers in the audience who are in the niche; with `nicheSize`. */
  nicheShare?: number | undefined;
}

export interface Wanted {
  /** People of the audience. */
  population: number;
  candidates: readonly Candidate[];
  /** Target frequency: k hearings or more, 1 to 10 … */
  frequency: number;
  /** … for this share of the audience. */
  share: number;
  /** Each where it is set; both hold. */
  limits: { budget?: number | undefined; posts?: number | undefined };
  /** Between the posts that one follower sees; 0 when left out. */
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

/**
 * How sure it is that nothing is better. `bound`: the least cost (posts, creators) or the greatest
 * share that could still be possible; `gap`: how far the plan is from it, as a share of the plan's own
 * (for a share: in shares of the audience).
 */
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
      /** The cheapest found without budget and cap; null where everybody's posts are too few. */
      without: PlanChoice | null;
      /** Everything everybody may post. */
      most: PlanChoice;
    };

/**
 * The plans that reach the share, or how near they come. Exact where there are at most 40 000 plans,
 * and often above; otherwise `certainty` holds the bound. Refused: what followerStructured refuses, a
 * share or frequency outside its range, the same id twice, negative costs and limits.
 */
export function bestPlans(wanted: Wanted): Found<Plans> {
  const wrong = impossibleWish(wanted);
  if (wrong) return wrong;
  const model = planModel(wanted);
  const { budget = Number.POSITIVE_INFINITY, posts = Number.POSITIVE_INFINITY } = wanted.limits;
  const search = { wanted, model, limits: { budget, posts }, weights: weightsOf(model) };
  const isFew = planCount(model) <= mostTried;
  return { ok: true, ...(isFew ? byTrying(search) : bySearching(search)) };
}

interface Search {
  wanted: Wanted;
  model: PlanModel;
  limits: Limits;
  weights: Weights;
}

type Goal = 'cheapest' | 'fewestPosts' | 'fewestCreators';

interface Weights {
  /** What is to be least; of equal ones the second is. */
  of: Record<Goal, { first: Weight; both: Weight; grain: number }>;
}

/** Equal plans are told apart by their posts, or by their cost, in a weight too small to matter. */
function weightsOf(model: PlanModel): Weights {
  const cost: Weight = (i, m) => m * (model.cost[i] as number);
  const posts: Weight = (_, m) => m;
  const creators: Weight = (_, m) => (m > 0 ? 1 : 0);
  const all = everything(model);
  const most = weightOf(model, all, cost);
  const inCost = (weight: Weight): Weight => {
    return (i, m) => weight(i, m) + (most > 0 ? (0.25 * cost(i, m)) / most : 0);
  };
  const grain = grainOf(model.cost);
  const tiny = (grain > 0 ? 0.25 * grain : 1e-7 * most) / Math.max(1, totalOf(all));
  const inPosts: Weight = (i, m) => cost(i, m) + (most > 0 ? tiny * m : m);
  const thrifty: Weight = (i, m) => creators(i, m) + (0.25 * m) / Math.max(1, totalOf(all));
  return {
    of: {
      cheapest: { first: cost, both: inPosts, grain },
      fewestPosts: { first: posts, both: inCost(posts), grain: 1 },
      fewestCreators: { first: creators, both: most > 0 ? inCost(creators) : thrifty, grain: 1 },
    },
  };
}

/** The least difference between sums of whole prices, or 0 for others. */
function grainOf(prices: readonly number[]): number {
  if (!prices.every((price) => Number.isSafeInteger(price))) return 0;
  return prices.reduce((so, price) => divisor(so, price), 0);
}

const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));

function byTrying({ wanted, model, limits, weights }: Search): Plans {
  const goals: Goal[] = ['cheapest', 'fewestPosts', 'fewestCreators'];
  const every = tryEvery(model, {
    share: wanted.share,
    limits,
    weights: goals.map((goal) => weights.of[goal].both),
  });
  const [cheapest, fewestPosts, fewestCreators] = every.lightest;
  const sure = (posts: Posts) => ({
    ...choiceOf(wanted, model, posts),
    certainty: { exact: true as const },
  });
  if (cheapest && fewestPosts && fewestCreators) {
    return {
      reached: true,
      cheapest: sure(cheapest),
      fewestPosts: sure(fewestPosts),
      fewestCreators: sure(fewestCreators),
    };
  }
  return { reached: false, best: sure(every.most), ...beyondLimits({ wanted, model, weights }) };
}

const noLimits: Limits = { budget: Number.POSITIVE_INFINITY, posts: Number.POSITIVE_INFINITY };

function beyondLimits({ wanted, model, weights }: Omit<Search, 'limits'>) {
  const { both: weight } = weights.of.cheapest;
  const without = findPlan(model, { share: wanted.share, weight, limits: noLimits });
  return {
    without: without && choiceOf(wanted, model, without),
    most: choiceOf(wanted, model, everything(model)),
  };
}

function bySearching(search: Search): Plans {
  const { wanted, model, weights, limits } = search;
  const find = (goal: Goal, more: Posts[]) => {
    const aim: Aim = { share: wanted.share, weight: weights.of[goal].both, limits };
    return findPlan(model, aim, more);
  };
  // What has fewest posts or costs least is within a limit if anything is, and others start from it.
  const few = find('fewestPosts', []);
  const cheap = find('cheapest', few ? [few] : []);
  const fewer = few ?? (cheap && find('fewestPosts', [cheap]));
  if (!cheap || !fewer) return outOfReach(search);
  const small = find('fewestCreators', [fewer, cheap]) ?? fewer;
  return {
    reached: true,
    cheapest: proven(search, 'cheapest', cheap),
    fewestPosts: proven(search, 'fewestPosts', fewer),
    fewestCreators: proven(search, 'fewestCreators', small),
  };
}

/** How often a question may be split: about so many milliseconds for twenty creators. */
const parts = 300;

function proven(
  { wanted, model, weights, limits }: Search,
  goal: Goal,
  known: Posts,
): CertainChoice {
  const { first, grain } = weights.of[goal];
  const weight = weightOf(model, known, first);
  const { bound, posts } = prove(model, {
    share: wanted.share,
    weight: first,
    limits,
    known,
    below: weight,
    grain,
    parts: partsFor(model),
  });
  const best = posts ?? known;
  const found = weightOf(model, best, first);
  return { ...choiceOf(wanted, model, best), certainty: certaintyOf(found, bound, grain) };
}

/** A large question costs more each time it is split. */
function partsFor({ maxPosts }: PlanModel): number {
  const options = maxPosts.reduce((so, most) => so + most + 1, 0);
  return Math.max(20, Math.min(parts, Math.round((parts * 200) / options)));
}

function certaintyOf(found: number, bound: number, grain: number): Certainty {
  if (bound >= found - Math.max(found * 1e-9, grain * 0.999)) return { exact: true };
  const least = grain > 0 ? Math.ceil(bound / grain - 1e-6) * grain : bound;
  return { exact: false, bound: least, gap: (found - least) / found };
}

function outOfReach(search: Search): Plans {
  const { wanted, model, limits } = search;
  const posts = findMost(model, limits);
  const best = choiceOf(wanted, model, posts);
  const bound = shareBound(search, best.share);
  const gap = bound - best.share;
  const certainty: Certainty = gap <= 1e-9 ? { exact: true } : { exact: false, bound, gap };
  return { reached: false, best: { ...best, certainty }, ...beyondLimits(search) };
}

/** Shares are halved between what was found and what everything would bring. */
const halvings = 8;

/** The least share found for which the proof shows that no plan within the limits reaches it. */
function shareBound({ wanted, model, limits, weights }: Search, found: number): number {
  const most = shareOf(model, everything(model));
  let [low, high] = [found, Math.min(most, wanted.share)];
  const isImpossible = (share: number) =>
    (['cheapest', 'fewestPosts'] as const).some((goal) => {
      const { first, grain } = weights.of[goal];
      const limit = goal === 'cheapest' ? limits.budget : limits.posts;
      if (!Number.isFinite(limit)) return false;
      const below = limit + Math.max(grain, limit * 1e-9, 1e-9);
      const question = { share, weight: first, limits, known: null, below, grain };
      const { bound } = prove(model, { ...question, parts: Math.ceil(partsFor(model) / 6) });
      return bound > limit * (1 + 1e-9);
    });
  for (let step = 0; step < halvings; step++) {
    const middle = (low + high) / 2;
    if (isImpossible(middle)) high = middle;
    else low = middle;
  }
  return high;
}

function choiceOf({ candidates }: Wanted, model: PlanModel, posts: Posts): PlanChoice {
  const chosen = candidates.map(({ id }, i) => ({ id, posts: posts[i] as number }));
  const some = chosen.filter((one) => one.posts > 0);
  return {
    posts: some,
    cost: costOf(model, posts),
    totalPosts: totalOf(posts),
    creators: some.length,
    share: shareOf(model, posts),
  };
}

/** More posts than this by one creator are no plan, and tables of them no help. */
const mostPostsEach = 100;

function impossibleWish(wanted: Wanted): Failed | null {
  const { population, candidates, correlation, nicheSize } = wanted;
  const wrong = firstImpossible(askedOf(wanted));
  if (wrong) return wrong;
  const twice = candidates.findIndex(({ id }, i) =>
    candidates.some((one, j) => j < i && one.id === id),
  );
  if (twice >= 0) return impossible(`candidates.${twice}.id`, 'twice', twice);
  const creators = candidates.map((candidate) => ({ ...candidate, posts: candidate.maxPosts }));
  const share = (nicheSize ?? population) / population;
  const shares = candidates.map(({ nicheShare }) => nicheShare ?? Math.min(1, share));
  const niche = nicheSize === undefined ? undefined : { size: nicheSize, shares };
  const found = impossiblePlan({ population, creators, correlation, niche });
  if (!found) return null;
  const field = found.error.field.replace('creators.', 'candidates.');
  return { ok: false, error: { ...found.error, field } };
}

function* askedOf({ candidates, frequency, share, limits }: Wanted): Generator<Asked> {
  const isFrequency = (k: number) =>
    isCount(k) ?? (k === 0 ? ('zero' as const) : k > 10 ? ('too-many' as const) : null);
  yield ['frequency', frequency, isFrequency];
  yield ['share', share, isShare];
  if (limits.budget !== undefined) yield ['limits.budget', limits.budget, isAmount];
  if (limits.posts !== undefined) yield ['limits.posts', limits.posts, isCount];
  for (const [i, { costPerPost, maxPosts, postsOut = 0 }] of candidates.entries()) {
    yield [`candidates.${i}.costPerPost`, costPerPost, isAmount];
    const isMost = (value: number) =>
      isCount(value) ?? (value > mostPostsEach ? ('too-many' as const) : null);
    yield [`candidates.${i}.maxPosts`, maxPosts, isMost];
    const isOut = (value: number) =>
      isCount(value) ?? (value > maxPosts ? ('too-many' as const) : null);
    yield [`candidates.${i}.postsOut`, postsOut, isOut];
  }
}
