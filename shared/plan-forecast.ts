// What is asked of the mathematics for a plan, in one shape that crosses into a worker and back: the
// exposure first, because it is looked at while people type. It works nothing out itself.
import { medianOf } from './engagement/spread.ts';
import { binomial, followerStructured } from './exposure.ts';
import { atLeast } from './exposure/distribution.ts';
import { targetFrequency } from './exposure/frequency.ts';
import type { Found } from './exposure/input.ts';
import { type PlanExposure, planExposure } from './exposure/interval.ts';
import { assumedOverlap, type MeasuredPair, type Overlap } from './exposure/niche.ts';
import { leastPosts } from './exposure/posts.ts';
import type { OverlapKind, Plan } from './plan.ts';
import { type Counted, counted, type PlannedCreator } from './plan-inputs.ts';

/** Half of the audience, where nobody said another share. */
export const usualShare = 0.5;

/** As many posts of one creator as are still planned without a word about it. */
export const usualPostsEach = 12;

export interface Asked {
  /** People of the audience. */
  population: number;
  /** How often one person should hear it, and which share of the audience. */
  frequency: number;
  share: number;
  creators: Counted[];
  overlap: Overlap;
  budget: number | null;
  postCap: number | null;
  /** As many posts as one creator may be asked for. */
  postsEach: number;
}

/** Two creators who compared their followers, by their ids. */
export interface MeasuredOverlap {
  a: string;
  b: string;
  followersA: number;
  followersB: number;
  common: number;
}

/** Null while nobody said how large the audience is: then there is nothing to work out. */
export function askedOf(
  plan: Plan,
  creators: readonly PlannedCreator[],
  measured: readonly MeasuredOverlap[],
): Asked | null {
  if (plan.audience === null) return null;
  const those = counted(creators);
  return {
    population: plan.audience,
    frequency: frequencyOf(plan),
    share: plan.share ?? usualShare,
    creators: those,
    overlap: overlapOf(plan, those, measured),
    budget: plan.budget,
    postCap: plan.postCap,
    postsEach: plan.postsEach ?? usualPostsEach,
  };
}

/** As typed, or by Ostrow's steps. */
export function frequencyOf({ frequency, factors }: Pick<Plan, 'frequency' | 'factors'>): number {
  if (frequency !== null) return frequency;
  const found = targetFrequency(factors);
  return found.ok ? found.k : 3;
}

/** What was measured counts unless somebody chose otherwise. */
export const overlapKindOf = (
  { overlap }: Pick<Plan, 'overlap'>,
  hasMeasured: boolean,
): OverlapKind =>
  overlap === 'measured' && !hasMeasured
    ? 'assumed'
    : overlap || (hasMeasured ? 'measured' : 'assumed');

/** The assumption, with its range moved along. */
export function assumedShare(typed: number | null): Overlap & { kind: 'assumed' } {
  if (typed === null) return assumedOverlap;
  const { share, low, high } = assumedOverlap;
  return {
    kind: 'assumed',
    share: typed,
    low: (typed * low) / share,
    high: Math.min(1, (typed * high) / share),
  };
}

function overlapOf(
  plan: Plan,
  creators: readonly Counted[],
  measured: readonly MeasuredOverlap[],
): Overlap {
  const pairs = pairsOf(creators, measured);
  const kind = overlapKindOf(plan, pairs.length > 0);
  if (kind === 'chance') return { kind };
  return kind === 'measured' ? { kind, pairs } : assumedShare(plan.overlapShare);
}

function pairsOf(
  creators: readonly Counted[],
  measured: readonly MeasuredOverlap[],
): MeasuredPair[] {
  const places = new Map(creators.map(({ userId }, place) => [userId, place]));
  return measured.flatMap(({ a, b, ...counts }) => {
    const [first, second] = [places.get(a), places.get(b)];
    return first === undefined || second === undefined ? [] : [{ a: first, b: second, ...counts }];
  });
}

/** The same posts from half as many creators: what it does to once and to as often as asked. */
export interface Half {
  posts: number;
  creators: { from: number; to: number };
  reach: { before: number; after: number };
  often: { before: number; after: number };
}

/** Any number, and always the same: one plan has one interval, whoever looks. */
const seed = 1;

export type PlanAnswer = PlanExposure & { half: Half | null };

export function exposureOfPlan(asked: Asked): Found<PlanAnswer> {
  const { population, frequency, creators, overlap } = asked;
  const at = [...new Set([1, 2, 3, 5, frequency])].sort((a, b) => a - b);
  const found = planExposure({ population, creators, overlap }, { seed, at });
  return found.ok ? { ...found, half: halfOf(asked, found) } : found;
}

const worth = ({ followers, inTarget, reachPerPost }: Counted) =>
  followers * inTarget * reachPerPost;

/** Those whose posts are seen by most of the audience, each with twice the posts. */
function halfOf(asked: Asked, now: PlanExposure): Half | null {
  const { population, creators, frequency } = asked;
  const posting = creators.filter(({ posts }) => posts > 0);
  const total = posting.reduce((sum, { posts }) => sum + posts, 0);
  const to = Math.floor(posting.length / 2);
  if (to === 0 || total % to !== 0) return null;
  const best = new Set([...posting].sort((a, b) => worth(b) - worth(a)).slice(0, to));
  const fewer = creators.map((one) => ({ ...one, posts: best.has(one) ? total / to : 0 }));
  const then = followerStructured({ population, creators: fewer, niche: now.overlap.niche });
  if (!then.ok) return null;
  return {
    posts: total,
    creators: { from: posting.length, to },
    reach: { before: now.reach, after: then.reach },
    often: {
      before: atLeast(now.distribution, frequency),
      after: atLeast(then.distribution, frequency),
    },
  };
}

export interface OneCreator {
  /** Posts of one, and the share of the followers who see each; both the middle of all creators. */
  posts: number;
  reach: number;
  /** Of the followers the share that hears it as often as asked. */
  share: number;
  /** Posts after which half of the followers do; null where posts alone never get there. */
  least: number | null;
}

/** What one creator alone does: why three posts are not three hearings. Null where nobody posts. */
export function oneCreator({ creators, frequency }: Asked): OneCreator | null {
  const posting = creators.filter(({ posts }) => posts > 0);
  if (posting.length === 0) return null;
  const reach = medianOf(posting.map(({ reachPerPost }) => reachPerPost));
  const posts = Math.round(medianOf(posting.map((one) => one.posts)));
  const seen = binomial({ p: reach, n: posts });
  const least = leastPosts(reach, frequency, 0.5);
  const share = seen.ok ? atLeast(seen.distribution, frequency) : 0;
  return { posts, reach, share, least: least.ok ? least.posts : null };
}
