// One draw of a plan: its reach, shares in target and overlap as they might just as well be, and what
// people hear then. Only interval.ts asks for it, thousands of times a second.
import { normals, seeded } from '../random.ts';
import type { UncertainCreator, UncertainPlan } from './interval.ts';
import { assumedPulls, holdPull, type NicheFit, nicheOf, spreadOf } from './niche.ts';
import { addCreator, below, setSeen } from './truncated.ts';

/** The standard normal between whose ± lie eight of ten. */
const eightOfTen = 1.2815515655446004;

interface Chance {
  uniform: () => number;
  normal: () => number;
}

/** Shares with k or more, for each k of `at` a row of draws. */
export function drawShares(
  plan: UncertainPlan,
  fit: NicheFit,
  { seed, draws, at }: { seed: number; draws: number; at: readonly number[] },
): Float64Array[] {
  const uniform = seeded(seed);
  const chance = { uniform, normal: normals(uniform) };
  const drawing = drawingOf(plan, fit, Math.max(...at));
  const shares = at.map(() => new Float64Array(draws));
  for (let draw = 0; draw < draws; draw++) {
    const niche = drawOnce(drawing, chance);
    const { inside, outside } = drawing;
    for (let row = 0; row < at.length; row++) {
      const k = at[row] as number;
      const fewer = niche * below(inside, k) + (1 - niche) * below(outside, k);
      (shares[row] as Float64Array)[draw] = Math.max(0, 1 - fewer);
    }
  }
  return shares;
}

/** What all draws of one plan share, and the tables they write over. */
interface Drawing {
  plan: UncertainPlan;
  reaches: Reach[];
  overlap: DrawnOverlap;
  /** P(X = k) for small k, within the niche and outside it. */
  inside: Float64Array;
  outside: Float64Array;
  seen: Float64Array;
  beyond: Float64Array;
}

function drawingOf(plan: UncertainPlan, fit: NicheFit, longest: number): Drawing {
  return {
    plan,
    reaches: plan.creators.map(reachOf),
    overlap: overlapOf(plan, fit),
    inside: new Float64Array(longest),
    outside: new Float64Array(longest),
    seen: new Float64Array(longest),
    beyond: new Float64Array(longest),
  };
}

/** Fills `inside` and `outside` and returns the niche's share of the people. */
function drawOnce(drawing: Drawing, chance: Chance): number {
  const { plan, reaches, overlap, inside, outside, seen } = drawing;
  inside.fill(0)[0] = 1;
  outside.fill(0)[0] = 1;
  const spread = overlap.drawSpread(chance);
  const strength = overlap.drawStrength(chance);
  const common = chance.normal();
  for (let i = 0; i < plan.creators.length; i++) {
    const creator = plan.creators[i] as UncertainCreator;
    const share = drawFollow(creator, plan.population, chance);
    const p = drawReach(creator, reaches[i] as Reach, { chance, common });
    setSeen(seen, { p, n: creator.posts, rho: plan.correlation ?? 0 });
    const pull = holdPull(overlap.pull(i, strength), spread, share);
    addCreator(inside, seen, Math.min(1, share * (1 + pull * spread)));
    if (spread > 0) addCreator(outside, seen, Math.min(1, share * (1 - pull / spread)));
    if (creator.beyond) addBeyond(drawing, creator);
  }
  return 1 / (1 + spread * spread);
}

/** Share of the audience that follows. */
function drawFollow(creator: UncertainCreator, population: number, chance: Chance): number {
  const { followers, inTarget, inTargetBand: band } = creator;
  const share = band ? within(inTarget, band, chance.normal()) : inTarget;
  return Math.min(1, (followers * share) / population);
}

/** A figure within its band: two half bells that meet in the figure, each as wide as its side. */
function within(figure: number, { low, high }: { low: number; high: number }, normal: number) {
  const side = normal < 0 ? figure - low : high - figure;
  return inside01(figure + (normal / eightOfTen) * side);
}

const inside01 = (share: number) => Math.min(1, Math.max(0, share));

function addBeyond({ plan, inside, outside, beyond }: Drawing, creator: UncertainCreator): void {
  const p = (creator.beyond as number) / plan.population;
  setSeen(beyond, { p, n: creator.posts, rho: 0 });
  addCreator(inside, beyond, 1);
  addCreator(outside, beyond, 1);
}

/** The reach of a creator's posts: as planned, within a band, or as much off as the own posts vary. */
type Reach = { kind: 'sure' } | { kind: 'band'; low: number; high: number } | Own;

/** `error`: of the average reach of the planned posts, relative to it. */
interface Own {
  kind: 'own';
  error: number;
}

/**
 * Two errors in one: the mean of n own posts is known by so much, and the planned ones vary as they do.
 * That each planned post has a reach of its own makes no difference that could be seen beside the one
 * of their average, and drawing each would take four times as long.
 */
function reachOf({ reachSpread, posts }: UncertainCreator): Reach {
  if (!reachSpread) return { kind: 'sure' };
  if (reachSpread.kind === 'band') return reachSpread;
  const own = reachSpread.posts;
  const mean = own.reduce((so, one) => so + one, 0) / own.length;
  if (own.length < 2 || mean === 0 || posts === 0) return { kind: 'sure' };
  const variance = own.reduce((so, one) => so + (one / mean - 1) ** 2, 0) / (own.length - 1);
  return { kind: 'own', error: Math.sqrt(variance / own.length + variance / posts) };
}

function drawReach(
  { reachPerPost }: UncertainCreator,
  reach: Reach,
  { chance, common }: { chance: Chance; common: number },
): number {
  if (reach.kind === 'sure') return reachPerPost;
  if (reach.kind === 'own') return inside01(reachPerPost * (1 + reach.error * chance.normal()));
  // Half of what a prior is wrong by is common to all: they come from one old table.
  return within(reachPerPost, reach, Math.SQRT1_2 * (common + chance.normal()));
}

interface DrawnOverlap {
  /** √((1 − n) / n) of the niche; 0 where audiences overlap by chance. */
  drawSpread(chance: Chance): number;
  /** From −1, the least overlap assumed, to 1, the most. */
  drawStrength(chance: Chance): number;
  pull(i: number, strength: number): number;
}

function overlapOf(plan: UncertainPlan, fit: NicheFit): DrawnOverlap {
  const { population, creators, overlap } = plan;
  const people = creators.map(({ followers, inTarget }) => followers * inTarget);
  if (overlap.kind !== 'assumed') {
    const drawSpread = spreadDraw(fit, population);
    return { drawSpread, drawStrength: () => 0, pull: (i) => fit.pulls[i] as number };
  }
  const least = assumedPulls(overlap.low, people, population);
  const most = assumedPulls(overlap.high, people, population);
  // Where the overlap assumed is no more than chance, there is a niche only towards its high end.
  const high = nicheOf({ ...plan, overlap: { ...overlap, share: overlap.high } });
  const isChance = fit.pulls.every((pull) => pull === 0);
  const drawSpread = spreadDraw(isChance && high.ok ? high : fit, population);
  return {
    drawSpread,
    drawStrength: ({ normal }) => Math.min(1.5, Math.max(-1.5, normal() / eightOfTen)),
    pull: (i, strength) => {
      const usual = fit.pulls[i] as number;
      const end = (strength < 0 ? least[i] : most[i]) as number;
      return usual + Math.abs(strength) * (end - usual);
    },
  };
}

/** Sizes in the middle half of what the pairs allow, all alike. A size that somebody chose stays. */
function spreadDraw({ niche, sizes, pulls }: NicheFit, population: number) {
  if (pulls.every((pull) => pull === 0)) return () => 0;
  const middle = (sizes.low + sizes.high) / 2;
  const width = Math.abs(niche.size / middle - 1) < 1e-9 ? (sizes.high - sizes.low) / 2 : 0;
  return ({ uniform }: Chance) => {
    return spreadOf((niche.size + (uniform() - 0.5) * width) / population);
  };
}
