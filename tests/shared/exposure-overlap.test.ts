import { describe, expect, test } from 'vitest';
import { atLeast } from '#shared/exposure/distribution.ts';
import { followerStructured } from '#shared/exposure/followers.ts';
import { planExposure, type UncertainPlan } from '#shared/exposure/interval.ts';
import {
  assumedOverlap,
  type MeasuredPair,
  type NicheFit,
  nicheOf,
} from '#shared/exposure/niche.ts';
import { chance } from '#tests/support/chance.ts';
import {
  asPosts,
  demoCreators,
  demoPopulation,
  figures,
  wholeCreators,
} from '#tests/support/exposure-plan.ts';

const population = 60_000;
const creators = demoCreators(3);

/** Followers in common as this niche has them, all followers being in the audience. */
function pairsIn(size: number, shares: readonly number[], followers: readonly number[]) {
  const pairs: MeasuredPair[] = [];
  for (const [b, followersB] of followers.entries()) {
    for (const [a, followersA] of followers.slice(0, b).entries()) {
      const [sa, sb] = [shares[a] as number, shares[b] as number];
      const inside = (followersA * sa * followersB * sb) / size;
      const rest = population - size;
      const outside = (followersA * (1 - sa) * followersB * (1 - sb)) / rest;
      pairs.push({ a, b, followersA, followersB, common: inside + outside });
    }
  }
  return pairs;
}

const all = (followers: readonly number[]) =>
  followers.map((count) => ({ followers: count, inTarget: 1 }));

describe('the niche', () => {
  test('fitted to counts that come from a niche leaves no residual, and holds those followers', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const { below } = chance(seed);
      const followers = Array.from({ length: 3 + below(8) }, () => 1000 + below(6000));
      const shares = followers.map(() => (20 + below(61)) / 100);
      const pairs = pairsIn(15_000 + below(20_000), shares, followers);
      const overlap = { kind: 'measured', pairs } as const;
      const fit = figures(nicheOf({ population, creators: all(followers), overlap }));
      expect(fit.residual).toBeLessThan(1);
      for (const { common, fitted } of fit.pairs) expect(Math.abs(fitted - common)).toBeLessThan(5);
      const plan = { population, creators: all(followers).map(posting), niche: fit.niche };
      expect(followerStructured(plan).ok).toBe(true);
    }
  });

  test('every size it names says the same about pairs', () => {
    const followers = [3000, 5000, 4000, 6000];
    const pairs = pairsIn(20_000, [0.7, 0.6, 0.8, 0.5], followers);
    const overlap = { kind: 'measured', pairs } as const;
    const told = { population, creators: all(followers), overlap };
    const { sizes } = figures(nicheOf(told));
    expect(sizes.low).toBeLessThan(20_000);
    expect(sizes.high).toBeGreaterThan(20_000);
    for (const size of [sizes.low * 1.01, 20_000, sizes.high * 0.99]) {
      expect(figures(nicheOf({ ...told, size })).residual).toBeLessThan(1);
    }
  });

  test('pairs that no niche explains leave a residual', () => {
    const overlap = {
      kind: 'measured',
      pairs: [
        { a: 0, b: 1, followersA: 4000, followersB: 4000, common: 2000 },
        { a: 1, b: 2, followersA: 4000, followersB: 4000, common: 2000 },
        { a: 0, b: 2, followersA: 4000, followersB: 4000, common: 0 },
      ],
    } as const;
    const { residual } = figures(
      nicheOf({ population, creators: all([4000, 4000, 4000]), overlap }),
    );
    expect(residual).toBeGreaterThan(100);
  });

  test('by chance alone is everybody', () => {
    const fit = figures(nicheOf({ population, creators, overlap: { kind: 'chance' } }));
    expect(fit.niche.size).toBe(population);
    const plain = figures(followerStructured({ population, creators }));
    const same = figures(followerStructured({ population, creators, niche: fit.niche }));
    expect(same.distribution).toEqual(plain.distribution);
  });

  test('an assumed overlap is what pairs have in common on average', () => {
    const share = 0.3;
    const overlap = { kind: 'assumed', share, low: 0.2, high: 0.4 } as const;
    const same = all([5000, 5000, 5000, 5000]);
    const { niche } = figures(nicheOf({ population, creators: same, overlap }));
    const inside = (5000 * (niche.shares[0] as number)) / niche.size;
    const outside = (5000 * (1 - (niche.shares[0] as number))) / (population - niche.size);
    const common = niche.size * inside ** 2 + (population - niche.size) * outside ** 2;
    expect(common / 5000).toBeCloseTo(share, 6);
  });

  test('more overlap brings fewer people once and more of them often', () => {
    const heard = (share: number) => {
      const overlap = { kind: 'assumed', share, low: share, high: share } as const;
      const { niche } = figures(nicheOf({ population, creators, overlap }));
      return figures(followerStructured({ population, creators, niche })).distribution;
    };
    const [little, much] = [heard(0.1), heard(0.4)];
    expect(atLeast(much, 1)).toBeLessThan(atLeast(little, 1));
    expect(atLeast(much, 6)).toBeGreaterThan(atLeast(little, 6));
  });

  test('creators in no pair pull as the measured ones do on average', () => {
    const pairs = [{ a: 0, b: 1, followersA: 4000, followersB: 4000, common: 1000 }];
    const overlap = { kind: 'measured', pairs } as const;
    const { pulls } = figures(nicheOf({ population, creators: all([4000, 4000, 4000]), overlap }));
    expect(pulls[2]).toBeCloseTo(((pulls[0] as number) + (pulls[1] as number)) / 2, 9);
  });

  test('holds its followers for any creators and any overlap', () => {
    for (let seed = 1; seed <= 40; seed++) {
      const { below } = chance(seed);
      const some = wholeCreators(seed, 1 + below(9)).map(asPosts);
      const share = below(101) / 100;
      const overlap = { kind: 'assumed', share, low: share, high: share } as const;
      const fit = figures(nicheOf({ population: 21_000, creators: some, overlap }));
      const found = followerStructured({ population: 21_000, creators: some, niche: fit.niche });
      expect(figures(found).reach).toBeGreaterThanOrEqual(0);
    }
  });
});

const posting = <T>(one: T) => ({ ...one, posts: 1, reachPerPost: 0.3 });

describe('the interval', () => {
  const uncertain: UncertainPlan = {
    population: demoPopulation,
    overlap: assumedOverlap,
    creators: creators.map((creator, i) => ({
      ...creator,
      inTargetBand: { low: creator.inTarget * 0.8, high: Math.min(1, creator.inTarget * 1.2) },
      reachSpread:
        i % 2 === 0
          ? { kind: 'own', posts: [0.2, 0.3, 0.25, 0.5, 0.4, 0.28] }
          : { kind: 'band', low: creator.reachPerPost * 0.6, high: creator.reachPerPost * 1.5 },
    })),
  };
  const widthAt = (plan: UncertainPlan, k: number) => {
    const told = figures(planExposure(plan, { seed: 5 })).atLeast.find((one) => one.k === k);
    return told ? told.high - told.low : Number.NaN;
  };

  test('holds the exact answer in the middle, for 1+, 2+, 3+ and 5+', () => {
    const found = figures(planExposure(uncertain, { seed: 1 }));
    expect(found.atLeast.map(({ k }) => k)).toEqual([1, 2, 3, 5]);
    const { niche } = found.overlap;
    const exact = figures(followerStructured({ ...uncertain, niche })).distribution;
    expect(found.distribution).toEqual(exact);
    for (const { k, central, low, high } of found.atLeast) {
      expect(central).toBe(atLeast(exact, k));
      expect(low).toBeLessThan(central);
      expect(high).toBeGreaterThan(central);
    }
  });

  test('is the same for the same seed, and nearly so for another', () => {
    const [one, same, other] = [1, 1, 2].map((seed) =>
      figures(planExposure(uncertain, { seed, draws: 2000 })),
    );
    expect(one).toEqual(same);
    expect(one).not.toEqual(other);
    for (const [place, told] of (one as NonNullable<typeof one>).atLeast.entries()) {
      const second = other?.atLeast[place];
      expect(Math.abs(told.low - (second?.low ?? 0))).toBeLessThan(0.02);
      expect(Math.abs(told.high - (second?.high ?? 0))).toBeLessThan(0.02);
    }
  });

  test('is a point where nothing is uncertain, and that point is the exact answer', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const { below } = chance(seed);
      const plan = {
        population: 40_000,
        creators: wholeCreators(seed, 7).map((one) => ({ ...asPosts(one), beyond: below(500) })),
        correlation: seed % 2 === 0 ? 0 : below(10) / 10,
        overlap: { kind: 'chance' } as const,
      };
      const { atLeast: told } = figures(
        planExposure(plan, { seed, draws: 3, at: [1, 2, 3, 5, 10] }),
      );
      for (const { central, low, high } of told) {
        expect(Math.abs(low - central)).toBeLessThan(1e-12);
        expect(Math.abs(high - central)).toBeLessThan(1e-12);
      }
    }
  });

  test('reaches to the high end of an assumed overlap that is no more than chance', () => {
    const plan = {
      population: 25_000,
      creators: creators.slice(0, 5).map((one) => ({ ...one, followers: 12_000, inTarget: 0.5 })),
      overlap: { kind: 'assumed', share: 0.2, low: 0.1, high: 0.6 } as const,
    };
    const found = figures(planExposure(plan, { seed: 2, at: [1] }));
    expect(found.overlap.niche.size).toBe(25_000);
    const [told] = found.atLeast;
    expect(told?.low).toBeLessThan((told?.central ?? 0) - 0.02);
  });

  test('around measured pairs is as wide as the sizes of niche that explain them', () => {
    const followers = [3000, 5000, 4000];
    const pairs = pairsIn(15_000, [0.7, 0.6, 0.8], followers);
    const plan = {
      population,
      creators: all(followers).map((one) => ({ ...one, posts: 4, reachPerPost: 0.4 })),
      overlap: { kind: 'measured', pairs } as const,
    };
    const found = figures(planExposure(plan, { seed: 3, at: [6] }));
    const { sizes } = found.overlap;
    const ends = [0.25, 0.75].map((part) => {
      const size = sizes.low + part * (sizes.high - sizes.low);
      const { niche } = figures(nicheOf({ ...plan, size }));
      return atLeast(figures(followerStructured({ ...plan, niche })).distribution, 6);
    });
    const [told] = found.atLeast;
    expect(told?.low).toBeGreaterThanOrEqual(Math.min(...ends) - 1e-9);
    expect(told?.high).toBeLessThanOrEqual(Math.max(...ends) + 1e-9);
    expect(told?.low).toBeLessThan(told?.high as number);
  });

  test('is wider the less is known', () => {
    const within = (part: number): UncertainPlan => ({
      ...uncertain,
      creators: creators.map((creator) => {
        const { reachPerPost: reach } = creator;
        const band = { low: reach * (1 - part), high: reach * (1 + part) };
        return { ...creator, reachSpread: { kind: 'band', ...band } };
      }),
    });
    const [sure, unsure] = [within(0.05), within(0.5)];
    expect(widthAt(unsure, 3)).toBeGreaterThan(widthAt(sure, 3));
    const [eight, nine] = [0.8, 0.95].map((level) => {
      const [one] = figures(planExposure(uncertain, { seed: 5, level, at: [3] })).atLeast;
      return (one?.high ?? 0) - (one?.low ?? 0);
    });
    expect(nine).toBeGreaterThan(eight as number);
  });

  test('of own posts is narrower the more of them there are', () => {
    const with_ = (posts: number[]): UncertainPlan => ({
      ...uncertain,
      overlap: { kind: 'chance' },
      creators: creators.map((creator) => ({ ...creator, reachSpread: { kind: 'own', posts } })),
    });
    const some = [0.2, 0.3, 0.4];
    const many = Array.from({ length: 30 }, (_, i) => some[i % 3] as number);
    expect(widthAt(with_(many), 3)).toBeLessThan(widthAt(with_(some), 3));
  });

  test('tells how a niche fits and what was assumed', () => {
    const fit: NicheFit = figures(planExposure(uncertain, { seed: 1 })).overlap;
    expect(fit.niche.size).toBeLessThan(demoPopulation);
    expect(fit.pairs).toEqual([]);
    expect(fit.sizes.low).toBeLessThan(fit.sizes.high);
  });
});
