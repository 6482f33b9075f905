import { describe, expect, test } from 'vitest';
import { atLeast } from '#shared/exposure/distribution.ts';
import { leastPosts, postShares } from '#shared/exposure/posts.ts';
import {
  betaBinomial,
  binomial,
  fitNegativeBinomial,
  followerStructured,
  goerg,
  metheringham,
  sainsbury,
} from '#shared/exposure.ts';
import { demoCreators, demoPopulation, figures } from '#tests/support/exposure-plan.ts';

/** Equal to the last digit that the source prints. */
const isPrinted = (value: number, printed: number, digits: number) =>
  expect(value).toBeCloseTo(printed, digits);
const relative = (value: number, expected: number) =>
  expect(Math.abs(value / expected - 1)).toBeLessThan(1e-4);

describe('Sainsbury (mediaPlanR README)', () => {
  test('300k, 400k and 200k of a million: 45.2, 18.8 and 2.4 %, reach 66.4 %, mean 1.36', () => {
    const { distribution, reach, frequency } = figures(
      sainsbury({ population: 1_000_000, audience: [300_000, 400_000, 200_000] }),
    );
    isPrinted(distribution[1] as number, 0.452, 3);
    isPrinted(distribution[2] as number, 0.188, 3);
    isPrinted(distribution[3] as number, 0.024, 3);
    isPrinted(reach, 0.664, 3);
    isPrinted(frequency, 1.36, 2);
  });

  test('shares .30, .20 and .15 reach .524', () => {
    const { reach } = figures(sainsbury({ population: 1, audience: [0.3, 0.2, 0.15] }));
    relative(reach, 0.524);
  });
});

describe('binomial', () => {
  test('mediaPlanR README: p = .30, n = 3 is 44.1, 18.9 and 2.7 %, reach 65.7 %', () => {
    const { distribution, reach } = figures(binomial({ p: 0.3, n: 3 }));
    relative(distribution[1] as number, 0.441);
    relative(distribution[2] as number, 0.189);
    relative(distribution[3] as number, 0.027);
    relative(reach, 0.657);
  });

  test('formula: p = .15, n = 4', () => {
    const { distribution } = figures(binomial({ p: 0.15, n: 4 }));
    const printed = [0.522006, 0.368475, 0.097537, 0.011475, 0.000506];
    // The third is .0975375, printed one lower in its last digit than it rounds to.
    for (const [k, share] of printed.entries()) {
      expect(Math.abs((distribution[k] as number) - share)).toBeLessThan(1e-6);
    }
  });

  test('formula: 400 insertions at 0.1 % reach .329814', () => {
    relative(figures(binomial({ p: 0.001, n: 400 })).reach, 0.329814);
  });

  test.each([
    [3, 0.008],
    [5, 0.05792],
    [10, 0.3222],
  ])(
    'formula: of those who see 20 %% of posts, %i posts are heard three times by %f',
    (n, share) => {
      relative(atLeast(figures(binomial({ p: 0.2, n })).distribution, 3), share);
    },
  );
});

describe('beta-binomial', () => {
  const printed = [39.6635, 6.0096, 4.3269, 4.3269, 6.0096, 39.6635];

  test('mediaPlanR README: R1 = .5, R2 = .55, n = 5 has alpha = beta = .125', () => {
    const found = figures(betaBinomial({ r1: 0.5, r2: 0.55, n: 5 }));
    if (found.model !== 'beta-binomial') throw new Error(found.model);
    relative(found.alpha, 0.125);
    relative(found.beta, 0.125);
  });

  test('mediaPlanR README: the six shares, and 4.14 hearings of those reached', () => {
    const { distribution, frequency } = figures(betaBinomial({ r1: 0.5, r2: 0.55, n: 5 }));
    for (const [k, percent] of printed.entries())
      relative((distribution[k] as number) * 100, percent);
    isPrinted(frequency, 4.14, 2);
  });

  test('outside its domain the binomial stands in and says so', () => {
    for (const r2 of [0.75, 0.8, 1]) {
      const found = figures(betaBinomial({ r1: 0.5, r2, n: 4 }));
      expect(found).toMatchObject({ model: 'binomial', why: 'no-correlation' });
      expect(found.distribution).toEqual(figures(binomial({ p: 0.5, n: 4 })).distribution);
    }
  });

  test('a second insertion that adds nobody is all or nothing', () => {
    const { distribution } = figures(betaBinomial({ r1: 0.3, r2: 0.3, n: 3 }));
    expect(distribution).toEqual([0.7, 0, 0, 0.3]);
  });
});

describe('Metheringham (formula)', () => {
  test('one vehicle is the beta-binomial of its own reach and duplication', () => {
    const media = { population: 1000, audience: [500], insertions: [5], duplication: [[450]] };
    const found = figures(metheringham(media));
    expect(found).toMatchObject({ model: 'beta-binomial', r1: 0.5, r2: 0.55 });
    const { distribution } = figures(betaBinomial({ r1: 0.5, r2: 0.55, n: 5 }));
    for (const [k, share] of distribution.entries())
      relative(found.distribution[k] as number, share);
  });

  test('insertions weigh audiences, and pairs of insertions weigh duplications', () => {
    const { r1, r2, distribution, mean } = figures(
      metheringham({
        population: 1000,
        audience: [400, 200],
        insertions: [3, 2],
        duplication: [
          [300, 100],
          [100, 150],
        ],
      }),
    );
    // A1 = (3 · 400 + 2 · 200) / 5; D = (3 · 300 + 6 · 100 + 1 · 150) / 10; A2 = 2 A1 − D.
    relative(r1, 0.32);
    relative(r2, 0.475);
    expect(distribution).toHaveLength(6);
    relative(mean, 1.6);
  });

  test('no insertion reaches nobody', () => {
    const media = { population: 10, audience: [5], insertions: [0], duplication: [[1]] };
    expect(figures(metheringham(media)).distribution).toEqual([1]);
  });
});

describe('negative binomial (Fader & Hardie, 250 people and a billboard)', () => {
  const counts = [48, 37, 30, 24, 20, 16, 13, 11, 9, 7, 6, 5, 5, 3, 3, 2, 2, 2, 1, 1, 2, 1, 1, 1];

  test('r = .96926, alpha = .21752, log-likelihood −649.6888', () => {
    const { r, alpha, logLikelihood } = figures(fitNegativeBinomial({ counts }));
    relative(r, 0.96926);
    relative(alpha, 0.21752);
    relative(logLikelihood, -649.6888);
  });

  test('expects 47.093, 37.490, 30.319, 24.647, 20.088, 16.398 people', () => {
    const { expected } = figures(fitNegativeBinomial({ counts }));
    const printed = [47.093, 37.49, 30.319, 24.647, 20.088, 16.398];
    for (const [x, people] of printed.entries()) relative(expected[x] as number, people);
  });

  test('a longer observation changes the rate and nothing else', () => {
    const [week, month] = [
      figures(fitNegativeBinomial({ counts })),
      figures(fitNegativeBinomial({ counts, t: 4 })),
    ];
    relative(month.alpha, week.alpha * 4);
    relative(month.r, week.r);
    for (const k of [0, 1, 10])
      relative(month.distribution[k] as number, week.distribution[k] as number);
  });
});

describe('Goerg (tests of the WFA framework)', () => {
  test('200 impressions that reached 100 can reach 200 at most', () => {
    relative(figures(goerg({ impressions: 200, reach: 100 })).maximumReach, 200);
  });

  test('at 200 impressions 100, 50 and 25 people have 1+, 2+ and 3+', () => {
    const { people } = figures(goerg({ impressions: 200, reach: 100 }));
    for (const [at, some] of [100, 50, 25].entries()) relative(people[at + 1] as number, some);
  });

  test('at 100 impressions 66.667 people have one', () => {
    const { people } = figures(goerg({ impressions: 200, reach: 100, at: 100 }));
    relative(people[1] as number, 66.667);
  });

  test('shares are of the population where it is known', () => {
    const { distribution, reach } = figures(
      goerg({ impressions: 200, reach: 100, population: 1000 }),
    );
    relative(reach, 0.1);
    relative(distribution[1] as number, 0.05);
  });
});

describe('the least number of posts for half of the followers to hear it three times (formula)', () => {
  const shares = [0.05, 0.1, 0.2, 0.3, 0.4, 0.5];

  test('54, 27, 14, 9, 7, 5 by the binomial', () => {
    const posts = shares.map((p) => figures(leastPosts(p, 3, 0.5)).posts);
    expect(posts).toEqual([54, 27, 14, 9, 7, 5]);
  });

  test('120, 37, 15, 10, 7, 6 by the beta-binomial with a correlation of .1', () => {
    const posts = shares.map((p) => figures(leastPosts(p, 3, 0.5, 0.1)).posts);
    expect(posts.slice(0, 5)).toEqual([120, 37, 15, 10, 7]);
    // At p = .5 five posts give exactly a half, by symmetry; six is the first to give more.
    expect(posts[5]).toBe(5);
    expect(atLeast(postShares(0.5, 5, 0.1), 3)).toBeCloseTo(0.5, 12);
    expect(figures(leastPosts(0.5, 3, 0.5 + 1e-9, 0.1)).posts).toBe(6);
  });

  test('nothing is enough where nobody sees a post, or only half ever does', () => {
    expect(figures(leastPosts(0, 3, 0.5)).posts).toBeNull();
    expect(figures(leastPosts(0.4, 3, 0.5, 1)).posts).toBeNull();
    expect(figures(leastPosts(0.4, 0, 0.5)).posts).toBe(0);
  });
});

describe('three posts are not three hearings', () => {
  test('of the followers who see a fifth of the posts, three posts are heard three times by 0.8 %', () => {
    const creators = [{ followers: 10_000, inTarget: 1, posts: 3, reachPerPost: 0.2 }];
    const { distribution } = figures(followerStructured({ population: 10_000, creators }));
    relative(atLeast(distribution, 3), 0.008);
  });

  test('sixty posts from ten creators are heard once by fewer and three times by more than from twenty', () => {
    const wide = figures(
      followerStructured({ population: demoPopulation, creators: demoCreators(3) }),
    );
    const deep = figures(
      followerStructured({ population: demoPopulation, creators: demoCreators(6).slice(0, 10) }),
    );
    expect(wide.reach).toBeGreaterThan(deep.reach);
    expect(atLeast(deep.distribution, 3)).toBeGreaterThan(atLeast(wide.distribution, 3));
    isPrinted(wide.reach, 0.681, 3);
    isPrinted(deep.reach, 0.524, 3);
    isPrinted(atLeast(wide.distribution, 3), 0.233, 3);
    isPrinted(atLeast(deep.distribution, 3), 0.26, 3);
  });
});
