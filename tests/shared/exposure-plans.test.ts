import { describe, expect, test } from 'vitest';
import { atLeast } from '#shared/exposure/distribution.ts';
import { followerStructured } from '#shared/exposure/followers.ts';
import { levers, overlapOf } from '#shared/exposure/levers.ts';
import { mostTried, planCount } from '#shared/exposure/plan-every.ts';
import { planModel, shareOf } from '#shared/exposure/plan-model.ts';
import { prove } from '#shared/exposure/plan-proof.ts';
import {
  bestPlans,
  type Candidate,
  type CertainChoice,
  type PlanChoice,
  type Plans,
  type Wanted,
} from '#shared/exposure/plans.ts';
import { chance } from '#tests/support/chance.ts';
import { demoCreators, demoPopulation, figures } from '#tests/support/exposure-plan.ts';

const population = 20_000;

function candidates(seed: number, count: number, most: number): Candidate[] {
  const { below } = chance(seed);
  return Array.from({ length: count }, (_, i) => ({
    id: `c${i}`,
    followers: 2000 + below(9000),
    inTarget: (40 + below(50)) / 100,
    reachPerPost: (20 + below(40)) / 100,
    costPerPost: 100 * (5 + below(40)),
    maxPosts: 1 + below(most),
  }));
}

/** Share at the target frequency as the core model says it, nothing of the search's own. */
function shareAt(wanted: Wanted, posts: readonly number[]): number {
  const { population: people, candidates: some, frequency, correlation, nicheSize } = wanted;
  const creators = some.map((candidate, i) => ({ ...candidate, posts: posts[i] as number }));
  const shares = some.map(({ nicheShare }) => nicheShare ?? 0);
  const niche = nicheSize === undefined ? undefined : { size: nicheSize, shares };
  const plan = { population: people, creators, correlation, niche };
  return atLeast(figures(followerStructured(plan)).distribution, frequency);
}

function* everyPlan(some: readonly Candidate[]): Generator<number[]> {
  const least = some.map(({ postsOut }) => postsOut ?? 0);
  const posts = least.slice();
  for (;;) {
    yield posts;
    let i = 0;
    for (; i < posts.length && posts[i] === some[i]?.maxPosts; i++) posts[i] = least[i] as number;
    if (i === posts.length) return;
    posts[i] = (posts[i] as number) + 1;
  }
}

interface Best {
  cost: number;
  posts: number;
  creators: number;
  share: number;
}

/** By the core model alone, plan for plan. */
function bruteForce(wanted: Wanted): Best {
  const { budget = Number.POSITIVE_INFINITY, posts: cap = Number.POSITIVE_INFINITY } =
    wanted.limits;
  const none = Number.POSITIVE_INFINITY;
  const best = { cost: none, posts: none, creators: none, share: 0 };
  for (const posts of everyPlan(wanted.candidates)) {
    const total = posts.reduce((so, one) => so + one, 0);
    const cost = posts.reduce(
      (so, one, i) => so + one * (wanted.candidates[i]?.costPerPost ?? 0),
      0,
    );
    if (total > cap || cost > budget) continue;
    const share = shareAt(wanted, posts);
    best.share = Math.max(best.share, share);
    if (share < wanted.share - 1e-12) continue;
    best.cost = Math.min(best.cost, cost);
    best.posts = Math.min(best.posts, total);
    best.creators = Math.min(best.creators, posts.filter((one) => one > 0).length);
  }
  return best;
}

const reached = (plans: Plans) => {
  if (!plans.reached) throw new Error('out of reach');
  return plans;
};

/** What is told of a plan is what the core model says of it. */
function expectTrue(wanted: Wanted, choice: PlanChoice) {
  const told = new Map(choice.posts.map(({ id, posts }) => [id, posts]));
  const posts = wanted.candidates.map(({ id }) => told.get(id) ?? 0);
  expect(choice.share).toBeCloseTo(shareAt(wanted, posts), 10);
  expect(choice.totalPosts).toBe(posts.reduce((so, one) => so + one, 0));
  for (const [i, { maxPosts, postsOut = 0 }] of wanted.candidates.entries()) {
    expect(posts[i]).toBeLessThanOrEqual(maxPosts);
    expect(posts[i]).toBeGreaterThanOrEqual(postsOut);
  }
}

const choicesOf = (plans: Plans) =>
  plans.reached ? [plans.cheapest, plans.fewestPosts, plans.fewestCreators] : [plans.best];

/** Both ways of saying what is best: as the search tells it, all of it exact, and as it was counted. */
function toldOf(plans: Plans) {
  const isExact = choicesOf(plans).every(({ certainty }) => certainty.exact);
  if (!plans.reached) return { isExact, share: plans.best.share.toFixed(9) };
  const { cheapest, fewestPosts, fewestCreators } = plans;
  const [cost, posts, creators] = [cheapest.cost, fewestPosts.totalPosts, fewestCreators.creators];
  return { isExact, cost, posts, creators };
}

function bestOf({ cost, posts, creators, share }: Best) {
  const isReached = cost < Number.POSITIVE_INFINITY;
  return isReached
    ? { isExact: true, cost, posts, creators }
    : { isExact: true, share: share.toFixed(9) };
}

const lowest = (choice: CertainChoice, own: number) =>
  choice.certainty.exact ? own : choice.certainty.bound;

describe('the cheapest plans', () => {
  test('are those of brute force, for any frequency, correlation, niche, limits and posts already out', () => {
    for (let seed = 1; seed <= 24; seed++) {
      const { below } = chance(seed + 500);
      const some = candidates(seed, 4, 4).map((one, i) => ({
        ...one,
        postsOut: seed % 4 === 1 ? (seed + i) % 2 : undefined,
      }));
      const hasNiche = seed % 3 === 0;
      const wanted: Wanted = {
        population,
        candidates: hasNiche
          ? some.map((one) => ({ ...one, nicheShare: (30 + below(40)) / 100 }))
          : some,
        frequency: 1 + (seed % 4),
        share: (2 + below(15)) / 100,
        limits: seed % 2 === 0 ? {} : { posts: 8 + below(5), budget: 20_000 + below(10_000) },
        correlation: seed % 5 === 0 ? 0.1 : undefined,
        nicheSize: hasNiche ? 10_000 : undefined,
      };
      const best = bruteForce(wanted);
      const plans = figures(bestPlans(wanted));
      expect(toldOf(plans), `seed ${seed}`).toEqual(bestOf(best));
      for (const choice of choicesOf(plans)) expectTrue(wanted, choice);
    }
  });

  test('found by search and proof are never beaten by trying every plan', () => {
    // The proof is asked where all plans can still be tried.
    for (let seed = 1; seed <= 16; seed++) {
      const wanted: Wanted = {
        population,
        candidates: candidates(seed, 5, 4).map((one, i) => ({
          ...one,
          postsOut: seed % 3 === 0 && i < 2 ? 1 : undefined,
          nicheShare: seed % 2 === 0 ? 0.6 : undefined,
        })),
        frequency: 1 + (seed % 7),
        share: [0.3, 0.12, 0.05, 0.02, 0.01, 0.005, 0.002][seed % 7] as number,
        limits: {},
        nicheSize: seed % 2 === 0 ? 12_000 : undefined,
      };
      const model = planModel(wanted);
      const { cost } = bruteForce({ ...wanted, candidates: wanted.candidates.map(withShare) });
      if (cost === Number.POSITIVE_INFINITY) continue;
      const limits = { budget: Number.POSITIVE_INFINITY, posts: Number.POSITIVE_INFINITY };
      const weight = (i: number, m: number) => m * (model.cost[i] as number);
      const below = wanted.candidates.reduce((so, one) => so + one.costPerPost * one.maxPosts, 1);
      for (const parts of [1, 30, 3000]) {
        const question = {
          share: wanted.share,
          weight,
          limits,
          known: null,
          below,
          grain: 100,
          parts,
        };
        const proof = prove(model, question);
        expect(proof.bound, `seed ${seed}, ${parts} parts`).toBeLessThanOrEqual(cost + 1e-6);
        // With so many parts nothing is left open, up to the least difference of two prices.
        const least = parts === 3000 ? cost - 100 : 0;
        expect(proof.bound, `seed ${seed}, ${parts} parts`).toBeGreaterThan(least);
      }
    }
  });

  test('of twenty creators come with a bound that is near, and exact where it meets them', () => {
    const some = demoCreators(0).map((one) => ({
      ...one,
      costPerPost: 2000 + Math.round(one.followers / 50) * 10,
      maxPosts: 6,
    }));
    const wanted = {
      population: demoPopulation,
      candidates: some,
      frequency: 3,
      share: 0.3,
      limits: {},
    };
    expect(planCount(planModel(wanted))).toBeGreaterThan(mostTried);
    const { cheapest, fewestPosts, fewestCreators } = reached(figures(bestPlans(wanted)));
    for (const choice of [cheapest, fewestPosts, fewestCreators]) {
      expect(choice.share).toBeGreaterThanOrEqual(0.3 - 1e-12);
      expectTrue(wanted, choice);
    }
    expect(fewestPosts.certainty).toEqual({ exact: true });
    expect(lowest(cheapest, cheapest.cost)).toBeGreaterThan(0.97 * cheapest.cost);
    expect(lowest(cheapest, cheapest.cost)).toBeLessThanOrEqual(cheapest.cost);
    expect(cheapest.cost).toBeLessThanOrEqual(fewestPosts.cost);
    expect(fewestPosts.totalPosts).toBeLessThanOrEqual(cheapest.totalPosts);
    expect(fewestCreators.creators).toBeLessThanOrEqual(fewestPosts.creators);
  });

  test('never take back what is out, however many plans there are', () => {
    const some = demoCreators(0).map((one, i) => ({
      ...one,
      costPerPost: 1000,
      maxPosts: 6,
      postsOut: i % 5 === 0 ? 2 : 0,
    }));
    const wanted = { population: demoPopulation, candidates: some, frequency: 3, share: 0.3 };
    for (const limits of [{}, { posts: 30 }]) {
      const plans = figures(bestPlans({ ...wanted, limits }));
      for (const choice of choicesOf(plans)) expectTrue({ ...wanted, limits }, choice);
    }
    const free = some.map((one) => ({ ...one, postsOut: 0 }));
    const bound = reached(figures(bestPlans({ ...wanted, limits: {} }))).fewestPosts.totalPosts;
    const least = reached(figures(bestPlans({ ...wanted, candidates: free, limits: {} })));
    expect(bound).toBeGreaterThanOrEqual(least.fewestPosts.totalPosts);
    // More is out than may be made: that is what there is.
    const over = figures(bestPlans({ ...wanted, limits: { posts: 3 } }));
    expect(over).toMatchObject({ reached: false, best: { totalPosts: 8 } });
    const wrong = some.map((one) => ({ ...one, postsOut: 7 }));
    expect(bestPlans({ ...wanted, candidates: wrong, limits: {} })).toMatchObject({
      ok: false,
      error: { field: 'candidates.0.postsOut' },
    });
  });

  test('out of reach tell the most there is, what more would reach it, and how much more could be', () => {
    const some = demoCreators(0).map((one) => ({ ...one, costPerPost: 1000, maxPosts: 6 }));
    const wanted = { population: demoPopulation, candidates: some, frequency: 3, share: 0.45 };
    const plans = figures(bestPlans({ ...wanted, limits: { posts: 60 } }));
    if (plans.reached) throw new Error('within reach');
    const { best, without, most } = plans;
    expect(best.totalPosts).toBeLessThanOrEqual(60);
    expect(best.share).toBeGreaterThan(0.29);
    expect(without?.share).toBeGreaterThanOrEqual(0.45 - 1e-12);
    expect(without?.totalPosts).toBeGreaterThan(60);
    expect(most.totalPosts).toBe(120);
    const bound = lowest(best, best.share);
    expect(bound).toBeGreaterThanOrEqual(best.share);
    expect(bound - best.share).toBeLessThan(0.02);
  });

  test('that no posts of anybody bring say so', () => {
    const some = candidates(1, 3, 2);
    const plans = figures(
      bestPlans({ population, candidates: some, frequency: 3, share: 0.99, limits: {} }),
    );
    expect(plans).toMatchObject({ reached: false, without: null });
  });

  test('for nobody at all is no post', () => {
    const wanted = {
      population,
      candidates: candidates(1, 3, 2),
      frequency: 3,
      share: 0,
      limits: {},
    };
    expect(reached(figures(bestPlans(wanted))).cheapest).toMatchObject({ cost: 0, posts: [] });
    expect(figures(bestPlans({ ...wanted, candidates: [] })).reached).toBe(true);
  });

  test('are the same every time', () => {
    const some = candidates(9, 14, 6);
    const wanted = {
      population,
      candidates: some,
      frequency: 3,
      share: 0.2,
      limits: { posts: 60 },
    };
    expect(bestPlans(wanted)).toEqual(bestPlans(wanted));
  });
});

const withShare = (one: Candidate) => ({ ...one, nicheShare: one.nicheShare ?? 0 });

test('the search works out the same share as the core model', () => {
  for (let seed = 1; seed <= 30; seed++) {
    const { below } = chance(seed);
    const some = candidates(seed, 6, 6).map((one) => ({
      ...one,
      nicheShare: (30 + below(40)) / 100,
    }));
    const posts = some.map(({ maxPosts }) => below(maxPosts + 1));
    const correlation = below(5) / 10;
    const wanted = {
      population,
      candidates: some,
      frequency: 1 + below(9),
      share: 0.1,
      limits: {},
    };
    const inNiche = { ...wanted, correlation, nicheSize: 11_000 };
    expect(shareOf(planModel(inNiche), Int32Array.from(posts))).toBeCloseTo(
      shareAt(inNiche, posts),
      11,
    );
  }
});

describe('levers', () => {
  const plan = { population: demoPopulation, creators: demoCreators(3) };
  const told = figures(levers(plan, { frequency: 3 })).levers;
  const of = (kind: string) => told.find((lever) => lever.kind === kind);

  test('stand by what they would bring, each with its own figures', () => {
    expect(told.map(({ gain }) => gain)).toEqual(
      told.map(({ gain }) => gain).sort((a, b) => b - a),
    );
    const now = atLeast(figures(followerStructured(plan)).distribution, 3);
    for (const lever of told) {
      expect(lever.before).toBe(now);
      expect(lever.gain).toBe(lever.after - lever.before);
    }
  });

  test('say what they change', () => {
    expect(of('narrower')).toMatchObject({ from: 60_000, to: 30_000 });
    expect(of('one-more-post')).toMatchObject({ from: 60, to: 80 });
    expect(of('fewer-creators')).toMatchObject({ from: 20 });
    expect(of('fewer-creators')?.to).toBeLessThan(20);
    expect(of('better-reach')?.to).toBeGreaterThan(of('better-reach')?.from as number);
    expect(of('overlap')?.from).toBeCloseTo(overlapOf(plan), 12);
  });

  test('of fewer creators cost reach and bring frequency', () => {
    const lever = of('fewer-creators');
    expect(lever?.reachAfter).toBeLessThan(lever?.reachBefore as number);
    expect(lever?.gain).toBeGreaterThan(0);
  });

  test('that cannot be are left out', () => {
    const one = {
      ...plan,
      creators: [{ followers: 50_000, inTarget: 1, posts: 3, reachPerPost: 0.2 }],
    };
    const kinds = figures(levers(one, { frequency: 3 })).levers.map(({ kind }) => kind);
    expect(kinds).toEqual(['one-more-post', 'better-reach']);
  });
});
