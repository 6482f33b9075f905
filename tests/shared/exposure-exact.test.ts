// The core model against exact fractions, against people drawn one by one, and its laws.
import { describe, expect, test } from 'vitest';
import { atLeast, sum } from '#shared/exposure/distribution.ts';
import { postShares } from '#shared/exposure/posts.ts';
import { betaBinomial, binomial, followerStructured, sainsbury } from '#shared/exposure.ts';
import { seeded } from '#shared/random.ts';
import { chance } from '#tests/support/chance.ts';
import {
  asPosts,
  figures,
  wholeCreators,
  type WholeCreator,
} from '#tests/support/exposure-plan.ts';

/** Exact numerators over one denominator. */
interface Fractions {
  over: bigint[];
  by: bigint;
}

const population = 50_000;

function choose(n: number, k: number): bigint {
  let ways = 1n;
  for (let i = 0; i < k; i++) ways = (ways * BigInt(n - i)) / BigInt(i + 1);
  return ways;
}

/** One creator among `people`, of whose followers `percent` are here. */
function exactOf(creator: WholeCreator, people: number, percent: number): Fractions {
  const { followers, inTargetPercent, reachPercent, posts } = creator;
  const follow = BigInt(followers) * BigInt(inTargetPercent) * BigInt(percent);
  const all = BigInt(people) * 10_000n;
  const [seen, missed] = [BigInt(reachPercent), BigInt(100 - reachPercent)];
  const over = Array.from({ length: posts + 1 }, (_, k) => {
    return follow * choose(posts, k) * seen ** BigInt(k) * missed ** BigInt(posts - k);
  });
  over[0] = (over[0] as bigint) + (all - follow) * 100n ** BigInt(posts);
  return { over, by: all * 100n ** BigInt(posts) };
}

function times(a: Fractions, b: Fractions): Fractions {
  const over = Array.from({ length: a.over.length + b.over.length - 1 }, () => 0n);
  for (const [i, x] of a.over.entries()) {
    for (const [j, y] of b.over.entries()) over[i + j] = (over[i + j] as bigint) + x * y;
  }
  return { over, by: a.by * b.by };
}

const together = (some: Fractions[]) => some.reduce(times, { over: [1n], by: 1n });
const digits = 10n ** 30n;
const decimal = ({ over, by }: Fractions) => over.map((x) => Number((x * digits) / by) / 1e30);

function expectSame(found: readonly number[], exact: readonly number[]) {
  expect(found).toHaveLength(exact.length);
  for (const [k, share] of exact.entries()) {
    expect(Math.abs((found[k] as number) - share), `k = ${k}`).toBeLessThan(1e-9);
  }
}

describe('exact fractions', () => {
  test('up to twelve creators by chance agree to a billionth', () => {
    for (let seed = 1; seed <= 12; seed++) {
      const creators = wholeCreators(seed, seed);
      const exact = together(creators.map((creator) => exactOf(creator, population, 100)));
      const plan = { population, creators: creators.map(asPosts) };
      expectSame(figures(followerStructured(plan)).distribution, decimal(exact));
    }
  });

  test('twelve creators with a niche agree to a billionth', () => {
    for (const seed of [21, 22, 23]) {
      const creators = wholeCreators(seed, 12).map((one) => ({
        ...one,
        followers: one.followers % 9000,
      }));
      const { below } = chance(seed);
      const percents = creators.map(() => below(101));
      const size = 15_000;
      const inside = together(creators.map((one, i) => exactOf(one, size, percents[i] as number)));
      const rest = population - size;
      const outside = together(
        creators.map((one, i) => exactOf(one, rest, 100 - (percents[i] as number))),
      );
      const [a, b] = [decimal(inside), decimal(outside)];
      const exact = a.map((share, k) => (share * size + (b[k] as number) * rest) / population);
      const niche = { size, shares: percents.map((percent) => percent / 100) };
      const plan = { population, creators: creators.map(asPosts), niche };
      expectSame(figures(followerStructured(plan)).distribution, exact);
    }
  });

  test('the beta-binomial within followers agrees to a billionth', () => {
    // alpha = 3, beta = 6 is a reach of 1/3 with a correlation of 1/10.
    const n = 40;
    const rising = (from: number, steps: number) => {
      let product = 1n;
      for (let i = 0; i < steps; i++) product *= BigInt(from + i);
      return product;
    };
    const exact = Array.from({ length: n + 1 }, (_, k) => {
      const over = choose(n, k) * rising(3, k) * rising(6, n - k);
      return Number((over * digits) / rising(9, n)) / 1e30;
    });
    expectSame(postShares(1 / 3, n, 0.1), exact);
  });
});

test('a correlation next to all or nothing, or next to none, keeps its mean', () => {
  for (const rho of [1 - 1e-16, 1 - 1e-11, 0.5, 2e-12, 0]) {
    for (const p of [1e-100, 1e-10, 0.5, 1 - 1e-10, 1]) {
      for (const n of [2, 101, 4096]) {
        const shares = postShares(p, n, rho);
        const mean = shares.reduce((so, share, k) => so + (share * k) / n, 0);
        expect(Math.abs(mean / p - 1), `rho ${rho}, p ${p}, n ${n}`).toBeLessThan(1e-9);
        expect(Math.abs(sum(shares) - 1)).toBeLessThan(1e-12);
      }
    }
  }
});

describe('laws', () => {
  test('a thousand creators sum to 1 within a trillionth, with and without a niche', () => {
    const creators = wholeCreators(7, 1000).map(asPosts);
    const shares = creators.map((_, i) => (i % 11) / 10);
    for (const niche of [undefined, { size: 200_000, shares }]) {
      for (const correlation of [0, 0.2]) {
        const plan = { population: 500_000, creators, niche, correlation };
        const { distribution } = figures(followerStructured(plan));
        expect(Math.abs(sum(distribution) - 1)).toBeLessThan(1e-12);
      }
    }
  });

  test('every distribution sums to 1 and holds no share below 0', () => {
    for (let seed = 1; seed <= 60; seed++) {
      const { below } = chance(seed);
      const r1 = (1 + below(98)) / 100;
      const n = below(60);
      const all = [
        binomial({ p: below(101) / 100, n: below(3000) }),
        betaBinomial({ r1, r2: r1 + ((2 * r1 - r1 * r1 - r1) * below(100)) / 100, n }),
        sainsbury({ population: 100, audience: Array.from({ length: n }, () => below(101)) }),
        followerStructured({ population: 20_500, creators: wholeCreators(seed, 5).map(asPosts) }),
      ];
      for (const found of all) {
        const { distribution } = figures(found);
        expect(Math.abs(sum(distribution) - 1)).toBeLessThan(1e-12);
        expect(Math.min(...distribution)).toBeGreaterThanOrEqual(0);
      }
    }
  });

  test('one more post never lowers any frequency', () => {
    for (let seed = 1; seed <= 30; seed++) {
      const { below } = chance(seed);
      const creators = wholeCreators(seed, 6).map(asPosts);
      const more = creators.map((one, i) =>
        i === seed % 6 ? { ...one, posts: one.posts + 1 } : one,
      );
      const correlation = below(10) / 10;
      const plan = { population: 30_000, correlation };
      const before = figures(followerStructured({ ...plan, creators })).distribution;
      const after = figures(followerStructured({ ...plan, creators: more })).distribution;
      for (let k = 1; k < after.length; k++) {
        expect(atLeast(after, k)).toBeGreaterThanOrEqual(atLeast(before, k) - 1e-12);
      }
    }
  });

  test('the mean is posts times reach times followers, however audiences overlap', () => {
    const creators = wholeCreators(3, 8).map(asPosts);
    const hearings = creators.reduce(
      (so, one) => so + one.followers * one.inTarget * one.posts * one.reachPerPost,
      0,
    );
    const shares = creators.map(() => 0.5);
    for (const niche of [undefined, { size: 25_000, shares }, { size: 40_000, shares }]) {
      const { mean } = figures(followerStructured({ population: 65_000, creators, niche }));
      expect(mean).toBeCloseTo(hearings / 65_000, 10);
    }
  });

  test('one creator whom everybody follows is the binomial, whatever the niche', () => {
    const creators = [{ followers: 40_000, inTarget: 0.5, posts: 9, reachPerPost: 0.23 }];
    const exact = figures(binomial({ p: 0.23, n: 9 })).distribution;
    for (const size of [undefined, 5000, 12_345, 20_000]) {
      const niche = size ? { size, shares: [size / 20_000] } : undefined;
      const { distribution } = figures(followerStructured({ population: 20_000, creators, niche }));
      expectSame(distribution, exact);
    }
  });

  test('a niche of everybody is plain convolution', () => {
    const creators = wholeCreators(5, 9).map(asPosts);
    const plain = figures(followerStructured({ population, creators })).distribution;
    const niche = { size: population, shares: creators.map(() => 0.3) };
    expectSame(figures(followerStructured({ population, creators, niche })).distribution, plain);
  });

  test('no post and no creator reach nobody', () => {
    const creators = [{ followers: 10, inTarget: 1, posts: 0, reachPerPost: 1 }];
    expect(figures(followerStructured({ population: 10, creators })).distribution).toEqual([1]);
    expect(figures(followerStructured({ population: 10, creators: [] })).distribution).toEqual([1]);
  });

  test('reach beyond followers is one more random vehicle', () => {
    const creators = [{ followers: 0, inTarget: 0, posts: 2, reachPerPost: 0, beyond: 3000 }];
    const { distribution } = figures(followerStructured({ population: 10_000, creators }));
    const vehicle = figures(binomial({ p: 0.3, n: 2 })).distribution;
    expectSame(distribution, [...vehicle, 0, 0]);
  });
});

describe('people drawn one by one', () => {
  const people = 60_000;
  const creators = [
    { followers: 8000, inTarget: 0.6, posts: 4, reachPerPost: 0.35 },
    { followers: 12_000, inTarget: 0.5, posts: 3, reachPerPost: 0.25, beyond: 900 },
    { followers: 5000, inTarget: 0.9, posts: 6, reachPerPost: 0.4 },
  ];

  test('agree with the model within their own error, in a niche and outside it', () => {
    const niche = { size: 15_000, shares: [0.7, 0.5, 0.6] };
    const { distribution } = figures(followerStructured({ population: people, creators, niche }));
    const next = seeded(11);
    const heard = distribution.map(() => 0);
    for (let person = 0; person < people; person++) {
      const isInside = person < niche.size;
      let exposures = 0;
      for (const [i, creator] of creators.entries()) {
        const here = creator.followers * creator.inTarget;
        const share = niche.shares[i] as number;
        const follow = isInside
          ? (here * share) / niche.size
          : (here * (1 - share)) / (people - niche.size);
        const isFollower = next() < follow;
        for (let post = 0; post < creator.posts; post++) {
          if (isFollower && next() < creator.reachPerPost) exposures++;
          if (next() < (creator.beyond ?? 0) / people) exposures++;
        }
      }
      heard[exposures] = (heard[exposures] as number) + 1;
    }
    for (const [k, share] of distribution.entries()) {
      const error = Math.sqrt((share * (1 - share)) / people);
      expect(Math.abs((heard[k] as number) / people - share), `k = ${k}`).toBeLessThan(
        4.5 * error + 2 / people,
      );
    }
  });
});
