// What a plan gives when its inputs are not quite what was put in: the same exposure worked out again
// and again with reach, share in target and overlap drawn within what is known of them. Seeded: the
// same plan and seed give the same interval on every machine.
import { atLeast, type Exposure } from './distribution.ts';
import { drawShares } from './draws.ts';
import { type CreatorPosts, followerStructured, impossiblePlan, isReach } from './followers.ts';
import {
  type Asked,
  type Failed,
  type Found,
  firstImpossible,
  impossible,
  isCount,
  isShare,
} from './input.ts';
import { type NicheFit, nicheOf, type Overlap } from './niche.ts';

/** What is known of a creator's reach besides the one figure. */
export type ReachSpread =
  /** Reach of the creator's own posts, as shares of the followers, in any order. */
  | { kind: 'own'; posts: readonly number[] }
  /** Eight of ten times between these: a prior, or what somebody believes. */
  | { kind: 'band'; low: number; high: number };

export interface UncertainCreator extends CreatorPosts {
  /** Left out: the reach is taken as it is. */
  reachSpread?: ReachSpread | undefined;
  /** Eight of ten times between these. Left out: the share is taken as it is. */
  inTargetBand?: { low: number; high: number } | undefined;
}

export interface UncertainPlan {
  /** People of the audience. */
  population: number;
  creators: readonly UncertainCreator[];
  /** Between the posts that one follower sees; 0 when left out. */
  correlation?: number | undefined;
  overlap: Overlap;
}

export interface PlanExposure extends Exposure {
  /** The niche it was worked out with. */
  overlap: NicheFit;
  /** Share of the audience with k or more: `central` from the figures, `low` to `high` drawn. */
  atLeast: { k: number; central: number; low: number; high: number }[];
  /** Share of the draws between low and high, and how many draws there were. */
  level: number;
  draws: number;
}

export interface DrawOptions {
  seed: number;
  /** 400 when left out. */
  draws?: number;
  /** 0.8 when left out. */
  level?: number;
  /** Which k to tell of, each 1 to 10; 1, 2, 3, 5 when left out. */
  at?: readonly number[];
}

const usual = { draws: 400, level: 0.8, at: [1, 2, 3, 5] };

/**
 * The exposure of a plan with its interval: what the page asks for after each edit. The distribution
 * is the model's own answer to the figures as they stand; for the interval each draw takes
 * - the reach of each creator's posts, around the planned figure: by own posts, as far off as the mean
 *   of so many posts may be and as the planned posts vary; in a band, half of it common to all bands,
 *   because priors come from one old table and are wrong together;
 * - the share in target within its band;
 * - the assumed overlap within its range, and the size of the niche within the middle half of what the
 *   pairs allow.
 */
export function planExposure(plan: UncertainPlan, options: DrawOptions): Found<PlanExposure> {
  const { draws = usual.draws, level = usual.level, at = usual.at } = options;
  const wrong = impossibleDraws(plan, { draws, level, at });
  if (wrong) return wrong;
  const wrongPlan = impossiblePlan({ ...plan, niche: undefined });
  if (wrongPlan) return wrongPlan;
  const overlap = nicheOf(plan);
  if (!overlap.ok) return overlap;
  const central = followerStructured({ ...plan, niche: overlap.niche });
  if (!central.ok) return central;
  const drawn = drawShares(plan, overlap, { seed: options.seed, draws, at });
  const told = at.map((k, row) => {
    const sorted = (drawn[row] as Float64Array).sort();
    const share = atLeast(central.distribution, k);
    const { low, high } = between(sorted, level);
    // The figure itself is always one of those it may be.
    return { k, central: share, low: Math.min(low, share), high: Math.max(high, share) };
  });
  const { ok: _, ...fit } = overlap;
  return { ...central, overlap: fit, atLeast: told, level, draws };
}

function between(sorted: Float64Array, level: number): { low: number; high: number } {
  const last = sorted.length - 1;
  const place = (part: number) => sorted[Math.round(part * last)] as number;
  return { low: place((1 - level) / 2), high: place((1 + level) / 2) };
}

const mostDraws = 100_000;
const furthest = 10;

function impossibleDraws(
  { creators }: UncertainPlan,
  { draws, level, at }: { draws: number; level: number; at: readonly number[] },
): Failed | null {
  if (at.length === 0) return impossible('at', 'zero', 0);
  const isPlace = (k: number) =>
    isCount(k) ?? (k === 0 ? 'zero' : k > furthest ? 'too-many' : null);
  const wrong = firstImpossible([
    ['draws', draws, (n) => isPlace(Math.min(n, 1)) ?? (n > mostDraws ? 'too-many' : isCount(n))],
    ['level', level, isShare],
    ...at.map((k, i): Asked => [`at.${i}`, k, isPlace]),
    ...creators.flatMap(askedOf),
  ]);
  return wrong ?? creators.map(outOfOrder).find((found) => found !== null) ?? null;
}

function askedOf({ reachSpread, inTargetBand }: UncertainCreator, i: number): Asked[] {
  const asked: Asked[] = [];
  const band = (name: string, { low, high }: { low: number; high: number }) =>
    asked.push(
      [`creators.${i}.${name}.low`, low, isShare],
      [`creators.${i}.${name}.high`, high, isShare],
    );
  if (inTargetBand) band('inTargetBand', inTargetBand);
  if (reachSpread?.kind === 'band') band('reachSpread', reachSpread);
  if (reachSpread?.kind !== 'own') return asked;
  const own = reachSpread.posts.map((reach, post): Asked => {
    return [`creators.${i}.reachSpread.posts.${post}`, reach, isReach];
  });
  return [...asked, ...own];
}

/** A figure outside its own band. */
function outOfOrder(creator: UncertainCreator, i: number): Failed | null {
  const { reachSpread, reachPerPost, inTarget, inTargetBand } = creator;
  if (inTargetBand && !isWithin(inTarget, inTargetBand)) {
    return impossible(`creators.${i}.inTargetBand`, 'not-in-order', inTarget);
  }
  if (reachSpread?.kind === 'band' && !isWithin(reachPerPost, reachSpread)) {
    return impossible(`creators.${i}.reachSpread`, 'not-in-order', reachPerPost);
  }
  return null;
}

const isWithin = (figure: number, { low, high }: { low: number; high: number }) =>
  low <= figure && figure <= high;
