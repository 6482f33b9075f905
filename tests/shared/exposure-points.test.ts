import { describe, expect, test } from 'vitest';
import { frequencyFactors, targetFrequency } from '#shared/exposure/frequency.ts';
import { type SpreadPoint, spreadPoints } from '#shared/exposure/points.ts';
import { reachPrior, reachPriors, uniqueViewers } from '#shared/exposure/priors.ts';
import { figures } from '#tests/support/exposure-plan.ts';

const postsOf = (creators: number, posts: number) =>
  Array.from({ length: creators }, (_, c) => c).flatMap((c) =>
    Array.from({ length: posts }, (_, p) => ({ creator: `c${c}`, post: `p${p}` })),
  );
const must = (id: string): SpreadPoint => ({ id, need: 'must' });
const may = (id: string): SpreadPoint => ({ id, need: 'may' });

describe('talking points over the posts', () => {
  const points = [
    must('m1'),
    must('m2'),
    may('o1'),
    may('o2'),
    { id: 'law', need: 'exact' } as const,
  ];
  const spread = spreadPoints(postsOf(5, 4), points);
  const carrying = (id: string) => spread.filter((post) => post.points.includes(id)).length;

  test('each must-point is carried as often as any other, and by every creator', () => {
    expect(carrying('m1')).toBe(10);
    expect(carrying('m2')).toBe(10);
    for (const creator of ['c0', 'c1', 'c2', 'c3', 'c4']) {
      const own = spread.filter((post) => post.creator === creator).flatMap((post) => post.points);
      expect(own).toEqual(expect.arrayContaining(['m1', 'm2']));
    }
  });

  test('legal text stands in every post', () => {
    expect(carrying('law')).toBe(20);
  });

  test.each([1, 2, 3, 4])(
    'with %i optional points no creator tells the same twice in a row',
    (count) => {
      const optional = Array.from({ length: count }, (_, i) => `o${i}`);
      const all = spreadPoints(postsOf(4, 7), [must('m'), ...optional.map(may)]);
      for (const [i, { creator, points: own }] of all.entries()) {
        const next = all[i + 1];
        if (next?.creator !== creator) continue;
        expect(own.filter((id) => optional.includes(id) && next.points.includes(id))).toEqual([]);
      }
      for (const id of optional) expect(all.some((post) => post.points.includes(id))).toBe(true);
    },
  );

  test('three creators with three points each begin with another one', () => {
    const all = spreadPoints(postsOf(3, 2), [must('a'), must('b'), must('c')]);
    const first = all.filter(({ post }) => post === 'p0').flatMap((post) => post.points);
    expect(new Set(first).size).toBe(3);
  });

  test('a creator with one post tells every must-point in it', () => {
    const [only] = spreadPoints(postsOf(1, 1), points);
    expect(only?.points).toEqual(['law', 'm1', 'm2', 'o1']);
  });

  test('is the same every time, keeps the order of posts, and takes none and no points', () => {
    expect(spreadPoints(postsOf(5, 4), points)).toEqual(spread);
    expect(spread.map(({ creator, post }) => ({ creator, post }))).toEqual(postsOf(5, 4));
    expect(spreadPoints([], points)).toEqual([]);
    expect(spreadPoints(postsOf(1, 2), []).map((post) => post.points)).toEqual([[], []]);
  });
});

describe('the target frequency (Ostrow 1982)', () => {
  test('begins at three and stays there when nothing speaks against it', () => {
    expect(figures(targetFrequency({}))).toMatchObject({ k: 3, exact: 3 });
  });

  test('adds tenths without losing any to rounding, and rounds up', () => {
    const found = figures(targetFrequency({ brand: 1, complexity: 2, loyalty: -1, clutter: -2 }));
    expect(found).toMatchObject({ k: 3, exact: 3 });
    expect(figures(targetFrequency({ brand: 1 }))).toMatchObject({ k: 4, exact: 3.1 });
    expect(figures(targetFrequency({ brand: -1 }))).toMatchObject({ k: 3, exact: 2.9 });
  });

  test('explains each step with the sum so far', () => {
    const { steps, exact } = figures(targetFrequency({ brand: 2, wear: -1 }));
    expect(steps.map(({ factor }) => factor)).toEqual(frequencyFactors.map(({ id }) => id));
    expect(steps.find(({ factor }) => factor === 'brand')).toMatchObject({
      added: 0.2,
      soFar: 3.2,
    });
    expect(steps.at(-1)?.soFar).toBe(exact);
  });

  test('stays between one and ten', () => {
    const all = (step: -2 | 2) =>
      figures(targetFrequency(Object.fromEntries(frequencyFactors.map(({ id }) => [id, step]))));
    expect(all(2)).toMatchObject({ exact: 5.4, k: 6 });
    expect(all(-2)).toMatchObject({ exact: 0.6, k: 1 });
  });
});

describe('priors', () => {
  test.each([
    [0, 0.377, 0.082],
    [19_999, 0.377, 0.082],
    [20_000, 0.229, 0.043],
    [100_000, 0.229, 0.041],
    [1_000_000, 0.191, 0.038],
  ])(
    'Minter.io 2019: with %i followers a post reaches %f and a story %f',
    (followers, feed, story) => {
      expect(reachPrior(followers, 'reel')?.reach).toBe(feed);
      expect(reachPrior(followers, 'photo')?.reach).toBe(feed);
      expect(reachPrior(followers, 'story')?.reach).toBe(story);
    },
  );

  test('Stellar: 75 % of views on YouTube and 68 % on TikTok are people', () => {
    expect(uniqueViewers.map(({ platform, share }) => [platform, share])).toEqual([
      ['youtube', 0.75],
      ['tiktok', 0.68],
    ]);
  });

  test('hold their reach within their band, and each names its source', () => {
    for (const { reach, band, source } of reachPriors) {
      expect(band.low).toBeLessThan(reach);
      expect(band.high).toBeGreaterThan(reach);
      expect(source).toMatchObject({ name: 'Minter.io', year: 2019 });
    }
    expect(reachPrior(Number.NaN, 'reel')).toBeNull();
    expect(reachPrior(-1, 'reel')).toBeNull();
  });
});
