import { describe, expect, test } from 'vitest';
import { benchmarks } from '#shared/engagement/benchmarks.ts';
import { areTied, type Interval, rankRanges } from '#shared/engagement/ranking.ts';
import { atLeast, medianOf, medianPlaces, quantile, spreadOf } from '#shared/engagement/spread.ts';
import { engagement, evenWeights, isEnough, likesAndComments, rateOf } from '#shared/engagement.ts';
import { chance as seeded } from '#tests/support/chance.ts';
import { counting, nothing, post, rated } from '#tests/support/counted-posts.ts';

/** From 0 up to 1. */
function chance(seed: number): () => number {
  const { below } = seeded(seed);
  return () => below(2 ** 30) / 2 ** 30;
}

describe('the rate of a post', () => {
  test('HypeAuditor: 10 000 followers, 300 likes and 20 comments are 3.20 %', () => {
    const one = post({ likes: 300, comments: 20, saves: 9, shares: 4, followers: 10_000 });
    const figure = engagement([one], counting('followers', likesAndComments));
    expect(figure.spread?.median).toBeCloseTo(0.032, 12);
    expect(figure.rates).toEqual([
      { index: 0, at: one.publishedAt, answers: 320, of: 10_000, rate: 0.032 },
    ]);
  });

  test('Hootsuite: 3.4 % and 3.5 % of those reached are 3.45 % in the mean', () => {
    const figure = engagement(
      [
        post({ likes: 34, comments: 0, reach: 1000 }),
        post({ likes: 20, comments: 15, reach: 1000 }),
      ],
      counting('reach'),
    );
    expect(figure.rates.map(({ rate }) => rate)).toEqual([0.034, 0.035]);
    expect(figure.spread?.mean).toBeCloseTo(0.0345, 12);
    expect(figure.spread?.median).toBeCloseTo(0.0345, 12);
  });

  test('by views it is a share of the plays', () => {
    const one = post({ likes: 60, comments: 20, saves: 10, shares: 10, views: 2000, reach: 1 });
    expect(rateOf(one, counting('views'))).toMatchObject({ rate: 0.05, of: 2000 });
  });

  test('weighs every kind of answer as it was told to', () => {
    const one = post({ likes: 10, comments: 10, saves: 10, shares: 10, reach: 100 });
    const weights = { likes: 1, comments: 2, saves: 0.5, shares: 0 };
    expect(rateOf(one, counting('reach', weights))).toMatchObject({ answers: 35, rate: 0.35 });
  });

  test('takes the followers of the day, and today’s only where those were not noted', () => {
    const posts = [post({ likes: 10, followers: 100 }), post({ likes: 10 })];
    const figure = engagement(posts, counting('followers', evenWeights, 200));
    expect(figure.rates.map(({ of }) => of)).toEqual([100, 200]);
    expect(figure.remarks['followers-today']).toBe(1);
  });
});

describe('what cannot be counted is said and never a number', () => {
  test.each([
    ['0 followers', post({ likes: 3, followers: 0 }), 'base-zero'],
    ['followers nobody noted', post({ likes: 3 }), 'base-unknown'],
    ['likes that the file does not tell', post({ comments: 3, followers: 10 }), 'likes-unknown'],
  ] as const)('%s', (_, one, why) => {
    const figure = engagement([one], counting('followers'));
    expect(figure).toMatchObject({ spread: null, rates: [], left: { [why]: 1 } });
    expect(isEnough(figure)).toBe(false);
  });

  test('counts a file tells nothing of are left out of the sum, with a remark', () => {
    const figure = engagement([post({ likes: 5, reach: 100 })], counting('reach'));
    expect(figure.rates[0]?.rate).toBe(0.05);
    expect(figure.remarks).toEqual({
      'comments-unknown': 1,
      'saves-unknown': 1,
      'shares-unknown': 1,
    });
    const light = engagement([post({ likes: 5, reach: 100 })], counting('reach', likesAndComments));
    expect(light.remarks).toEqual({ 'comments-unknown': 1 });
  });

  test('reach above the followers stays as it is, with a remark', () => {
    const travelled = post({ ...nothing, likes: 50, comments: 0, saves: 0, shares: 0 });
    const figure = engagement(
      [
        { ...travelled, followers: 100, reach: 4000 },
        { ...travelled, followers: 10, reach: 20 },
      ],
      counting('followers', likesAndComments),
    );
    expect(figure.remarks).toEqual({ 'reach-above-followers': 2, 'more-answers-than-base': 1 });
  });

  test('no post at all is no figure', () => {
    expect(engagement([], counting('reach'))).toMatchObject({ spread: null, rates: [] });
  });

  test('fewer than twelve posts have numbers and are too few; thirty are looked at', () => {
    const rates = Array.from({ length: 40 }, (_, at) => (at + 1) / 1000);
    const few = engagement(rated(rates.slice(0, 11)), counting('reach'));
    expect([few.spread?.n, isEnough(few)]).toEqual([11, false]);
    expect(isEnough(engagement(rated(rates.slice(0, 12)), counting('reach')))).toBe(true);
    expect(engagement(rated(rates), counting('reach')).spread).toMatchObject({
      n: 30,
      median: 0.0155,
    });
  });

  test('whatever the counts, nothing is NaN or infinite', () => {
    const next = chance(7);
    const some = () => (next() < 0.3 ? null : Math.floor(next() * 4));
    for (let round = 0; round < 500; round += 1) {
      const posts = Array.from({ length: 1 + Math.floor(next() * 30) }, () =>
        post({
          likes: some(),
          comments: some(),
          saves: some(),
          shares: some(),
          views: some(),
          reach: some(),
          followers: some(),
        }),
      );
      for (const base of ['followers', 'reach', 'views'] as const) {
        const { spread, rates, left } = engagement(posts, counting(base, evenWeights, some()));
        const out = Object.values(left).reduce((sum, one) => sum + one, 0);
        expect(rates.length + out).toBe(posts.length);
        const numbers = spread
          ? [spread.mean, spread.median, ...spread.quartiles, ...spread.interval]
          : [];
        expect(numbers.every(Number.isFinite)).toBe(true);
      }
    }
  });
});

describe('the middle and how far it may be trusted', () => {
  test('median and quartiles of an even and an odd number of posts', () => {
    expect(spreadOf([4, 1, 3, 2])).toMatchObject({
      n: 4,
      median: 2.5,
      quartiles: [1.75, 3.25],
      mean: 2.5,
    });
    expect(spreadOf([9, 1, 5])).toMatchObject({ median: 5, quartiles: [3, 7] });
    expect(spreadOf([2])).toMatchObject({ median: 2, quartiles: [2, 2], interval: [2, 2] });
    expect(quantile([0, 10], 0.25)).toBe(2.5);
  });

  test('the chance of at least m of n is the binomial one', () => {
    expect(atLeast(3, 2, 0.5)).toBeCloseTo(0.5, 12);
    expect(atLeast(4, 1, 0.1)).toBeCloseTo(1 - 0.9 ** 4, 12);
    expect([atLeast(5, 0, 0), atLeast(5, 1, 0), atLeast(5, 5, 1)]).toEqual([1, 0, 1]);
  });

  test('its interval lies the same way from both ends', () => {
    for (let n = 1; n <= 60; n += 1) {
      const [low, high] = medianPlaces(n);
      expect(low).toBeLessThanOrEqual((n + 1) / 2);
      expect(high).toBeGreaterThanOrEqual((n + 1) / 2);
      expect(Math.abs(low + high - (n + 1))).toBeLessThanOrEqual(1);
    }
  });

  test.each([13, 21, 29])(
    'with %i posts it is where Efron’s bootstrap, drawn with a seed, puts it',
    (n) => {
      const next = chance(n);
      const numbers = Array.from({ length: n }, () => next());
      const sorted = numbers.toSorted((a, b) => a - b);
      const [low, high] = medianPlaces(n);
      const drawn = resampled(numbers, next);
      const share = (limit: number) => drawn.filter((one) => one <= limit).length / drawn.length;
      // The end is the first of the numbers that has at least this share of medians up to it.
      const [before, at] = [sorted[low - 2] ?? -1, sorted[low - 1] ?? 0];
      expect(share(before)).toBeLessThan(0.025 + tolerance);
      expect(share(at)).toBeGreaterThan(0.025 - tolerance);
      expect(share(sorted[high - 2] ?? 0)).toBeLessThan(0.975 + tolerance);
      expect(share(sorted[high - 1] ?? 0)).toBeGreaterThan(0.975 - tolerance);
    },
  );

  test.each([12, 24, 30])('with %i posts it holds the bootstrap’s own interval', (n) => {
    const next = chance(n);
    const numbers = Array.from({ length: n }, () => next());
    const { interval } = spreadOf(numbers);
    const drawn = resampled(numbers, next).sort((a, b) => a - b);
    expect(interval[0]).toBeLessThanOrEqual(quantile(drawn, 0.025 + tolerance));
    expect(interval[1]).toBeGreaterThanOrEqual(quantile(drawn, 0.975 - tolerance));
    const inside = drawn.filter((one) => one >= interval[0] && one <= interval[1]).length;
    expect(inside / drawn.length).toBeGreaterThan(0.95 - tolerance);
    expect(inside / drawn.length).toBeLessThan(0.995);
  });

  /** Three standard errors of a share near 0.025 in ten thousand draws. */
  const tolerance = 0.005;

  function resampled(numbers: readonly number[], next: () => number): number[] {
    const draw = () => numbers[Math.floor(next() * numbers.length)] ?? 0;
    return Array.from({ length: 10_000 }, () => medianOf(numbers.map(draw)));
  }
});

describe('who stands before whom', () => {
  test('two whose intervals overlap are tied, and share a range of ranks', () => {
    const intervals: Interval[] = [
      [0.05, 0.07],
      [0.06, 0.08],
      [0.01, 0.02],
    ];
    expect(rankRanges(intervals)).toEqual([
      { best: 1, worst: 2, of: 3 },
      { best: 1, worst: 2, of: 3 },
      { best: 3, worst: 3, of: 3 },
    ]);
  });

  test('a tie does not carry over: the middle one may stand anywhere, the outer two may not', () => {
    const ranges = rankRanges([
      [6, 8],
      [4, 6.5],
      [2, 5],
    ]);
    expect(ranges.map(({ best, worst }) => [best, worst])).toEqual([
      [1, 2],
      [1, 3],
      [2, 3],
    ]);
  });

  test('agrees with counting every pair', () => {
    const next = chance(3);
    const intervals = Array.from({ length: 60 }, (): Interval => {
      const low = Math.floor(next() * 20);
      return [low, low + Math.floor(next() * 8)];
    });
    const ranges = rankRanges(intervals);
    for (const [at, own] of intervals.entries()) {
      const ahead = intervals.filter((one) => one[0] > own[1]).length;
      const tied = intervals.filter((one) => areTied(one, own)).length;
      expect(ranges[at]).toEqual({ best: ahead + 1, worst: ahead + tied, of: 60 });
    }
  });
});

describe('published benchmarks', () => {
  const rows = (source: string, year: number, platform = 'instagram') =>
    benchmarks
      .filter((row) => row.source === source && row.year === year && row.platform === platform)
      .map(({ tier, rate }) => [tier, ...rate.map((share) => Number((share * 100).toFixed(2)))]);

  test('HypeAuditor 2026 by way of eMarketer, formula not stated, with its limits', () => {
    expect(rows('HypeAuditor', 2026)).toEqual([
      ['nano', 1.78, 1.78],
      ['micro', 0.54, 0.54],
      ['mega', 0.33, 0.33],
    ]);
    const [nano, micro] = benchmarks;
    expect(nano).toMatchObject({
      via: 'eMarketer',
      formula: 'unstated',
      followers: [1000, 10_000],
    });
    expect(micro?.followers).toEqual([10_000, 50_000]);
  });

  test('HypeAuditor 2023 by way of Statista, likes and comments by followers', () => {
    expect(rows('HypeAuditor', 2023)).toEqual([
      ['nano', 2.19, 2.19],
      ['all', 1.85, 1.85],
    ]);
  });

  test('Untapper 2026 for Instagram and TikTok', () => {
    expect(rows('Untapper', 2026)).toEqual([
      ['nano', 3, 5],
      ['micro', 2, 3.5],
      ['mid', 1.5, 2.5],
      ['macro', 1, 1.8],
      ['mega', 0.7, 1.2],
    ]);
    expect(rows('Untapper', 2026, 'tiktok')).toEqual([
      ['nano', 6, 10],
      ['micro', 4, 7],
      ['mid', 3, 5],
      ['macro', 2, 3.5],
      ['mega', 1, 2],
    ]);
  });

  test('differ by more than ten times, which is why none is averaged', () => {
    const lows = benchmarks.map(({ rate }) => rate[0]);
    const highs = benchmarks.map(({ rate }) => rate[1]);
    expect(Math.max(...highs) / Math.min(...lows)).toBeGreaterThan(10);
  });
});
