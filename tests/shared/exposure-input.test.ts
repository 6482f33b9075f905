// Input that cannot be: a reason and the field, or a stated fallback; never NaN and never a throw.
import { describe, expect, test } from 'vitest';
import { levers } from '#shared/exposure/levers.ts';
import { planExposure } from '#shared/exposure/interval.ts';
import { nicheOf } from '#shared/exposure/niche.ts';
import { bestPlans, type Wanted } from '#shared/exposure/plans.ts';
import { leastPosts } from '#shared/exposure/posts.ts';
import { targetFrequency } from '#shared/exposure/frequency.ts';
import {
  betaBinomial,
  binomial,
  fitNegativeBinomial,
  followerStructured,
  goerg,
  metheringham,
  sainsbury,
} from '#shared/exposure.ts';
import { refusal } from '#tests/support/exposure-plan.ts';

const nan = Number.NaN;
const creator = { followers: 1000, inTarget: 0.5, posts: 3, reachPerPost: 0.3 };
const plan = (changed: object) =>
  followerStructured({ population: 10_000, creators: [{ ...creator, ...changed }] });
const candidate = { ...creator, id: 'a', costPerPost: 10, maxPosts: 3 };
const wish = (changed: Partial<Wanted>) =>
  bestPlans({
    population: 9000,
    candidates: [candidate],
    frequency: 3,
    share: 0.2,
    limits: {},
    ...changed,
  });

describe('the models', () => {
  test.each([
    ['p negative', binomial({ p: -0.1, n: 3 }), 'p negative'],
    ['p above 1', binomial({ p: 1.1, n: 3 }), 'p above-one'],
    ['p missing', binomial({ p: nan, n: 3 }), 'p not-a-number'],
    ['half a post', binomial({ p: 0.1, n: 2.5 }), 'n not-whole'],
    ['endless posts', binomial({ p: 0.1, n: Number.POSITIVE_INFINITY }), 'n not-a-number'],
    ['far too many posts', binomial({ p: 0.1, n: 1e9 }), 'n too-many'],
    ['nobody', sainsbury({ population: 0, audience: [] }), 'population zero'],
    [
      'more than everybody',
      sainsbury({ population: 10, audience: [5, 11] }),
      'audience.1 audience-above-population',
    ],
    ['a negative audience', sainsbury({ population: 10, audience: [-1] }), 'audience.0 negative'],
    ['r2 below r1', betaBinomial({ r1: 0.5, r2: 0.4, n: 2 }), 'r2 not-in-order'],
    ['r2 above twice r1', betaBinomial({ r1: 0.3, r2: 0.7, n: 2 }), 'r2 not-in-order'],
    ['r1 above 1', betaBinomial({ r1: 1.5, r2: 1.6, n: 2 }), 'r1 above-one'],
    [
      'insertions for two of one',
      metheringham({ population: 10, audience: [5], insertions: [1, 1], duplication: [[1]] }),
      'insertions lengths-differ',
    ],
    [
      'a ragged duplication',
      metheringham({
        population: 10,
        audience: [5, 5],
        insertions: [1, 1],
        duplication: [[1], [1]],
      }),
      'duplication lengths-differ',
    ],
    [
      'duplication above its audience',
      metheringham({ population: 10, audience: [5], insertions: [2], duplication: [[6]] }),
      'duplication.0.0 common-above-audience',
    ],
    ['no people', fitNegativeBinomial({ counts: [] }), 'counts zero'],
    ['no exposure', fitNegativeBinomial({ counts: [10] }), 'counts zero'],
    ['fewer than no people', fitNegativeBinomial({ counts: [10, -1] }), 'counts.1 negative'],
    ['counts of pure chance', fitNegativeBinomial({ counts: [37, 37, 18, 6, 1] }), 'counts no-fit'],
    [
      'reach above impressions',
      goerg({ impressions: 10, reach: 11 }),
      'reach reach-above-impressions',
    ],
    [
      'reach as impressions',
      goerg({ impressions: 10, reach: 10 }),
      'reach reach-above-impressions',
    ],
    [
      'reach above everybody',
      goerg({ impressions: 20, reach: 10, population: 5 }),
      'reach reach-above-population',
    ],
    ['least of p above 1', leastPosts(2, 3, 0.5), 'p above-one'],
    ['least of half a hearing', leastPosts(0.2, 2.5, 0.5), 'k not-whole'],
    ['least with a negative correlation', leastPosts(0.2, 3, 0.5, -1), 'rho negative'],
  ])('refuse %s', (_, found, why) => {
    expect(refusal(found)).toBe(why);
  });

  test.each([
    ['negative followers', plan({ followers: -1 }), 'creators.0.followers negative'],
    ['followers that are no number', plan({ followers: nan }), 'creators.0.followers not-a-number'],
    ['a share above 1', plan({ inTarget: 1.2 }), 'creators.0.inTarget above-one'],
    [
      'reach above followers',
      plan({ reachPerPost: 1.01 }),
      'creators.0.reachPerPost reach-above-followers',
    ],
    ['half a post', plan({ posts: 0.5 }), 'creators.0.posts not-whole'],
    [
      'an audience smaller than the followers in it',
      plan({ followers: 30_000 }),
      'creators.0.followers audience-above-population',
    ],
    [
      'reach beyond everybody',
      plan({ beyond: 10_001 }),
      'creators.0.beyond reach-above-population',
    ],
    [
      'an audience of nobody',
      followerStructured({ population: 0, creators: [] }),
      'population zero',
    ],
    [
      'a correlation above 1',
      followerStructured({ population: 10, creators: [], correlation: 2 }),
      'correlation above-one',
    ],
    [
      'a niche above the audience',
      followerStructured({ population: 10, creators: [], niche: { size: 11, shares: [] } }),
      'niche.size niche-above-population',
    ],
    [
      'a niche too small for its followers',
      followerStructured({
        population: 10_000,
        creators: [creator],
        niche: { size: 100, shares: [1] },
      }),
      'niche.shares.0 niche-below-audience',
    ],
    [
      'a niche without its shares',
      followerStructured({
        population: 10_000,
        creators: [creator],
        niche: { size: 100, shares: [] },
      }),
      'niche.shares lengths-differ',
    ],
  ])('of followers refuse %s', (_, found, why) => {
    expect(refusal(found)).toBe(why);
  });

  test('an audience smaller than all followers together is overlap and no error', () => {
    const creators = [creator, creator, creator];
    expect(followerStructured({ population: 600, creators }).ok).toBe(true);
  });

  test('a creator without followers reaches nobody', () => {
    expect(plan({ followers: 0 })).toMatchObject({ ok: true, reach: 0, frequency: 0 });
  });
});

describe('what is built on the models', () => {
  const overlap = { kind: 'chance' } as const;
  const uncertain = (changed: object, options: object = {}) =>
    planExposure(
      { population: 10_000, creators: [{ ...creator, ...changed }], overlap },
      { seed: 1, draws: 5, ...options },
    );
  const measured = (pair: object) =>
    nicheOf({
      population: 10_000,
      creators: [creator, creator],
      overlap: {
        kind: 'measured',
        pairs: [{ a: 0, b: 1, followersA: 1000, followersB: 1000, common: 100, ...pair }],
      },
    });

  test.each([
    [
      'a figure outside its band',
      uncertain({ reachSpread: { kind: 'band', low: 0.4, high: 0.5 } }),
      'creators.0.reachSpread not-in-order',
    ],
    [
      'a share outside its band',
      uncertain({ inTargetBand: { low: 0.6, high: 0.5 } }),
      'creators.0.inTargetBand not-in-order',
    ],
    [
      'an own post above its followers',
      uncertain({ reachSpread: { kind: 'own', posts: [0.2, 1.3] } }),
      'creators.0.reachSpread.posts.1 reach-above-followers',
    ],
    ['no draw', uncertain({}, { draws: 0 }), 'draws zero'],
    ['half a draw', uncertain({}, { draws: 1.5 }), 'draws not-whole'],
    ['a level above 1', uncertain({}, { level: 80 }), 'level above-one'],
    ['11 hearings', uncertain({}, { at: [11] }), 'at.0 too-many'],
    ['followers below 0', uncertain({ followers: -5 }), 'creators.0.followers negative'],
    [
      'more in common than there are',
      measured({ common: 1001 }),
      'overlap.pairs.0.common common-above-audience',
    ],
    ['a pair of one', measured({ b: 0 }), 'overlap.pairs.0.b twice'],
    ['a pair with somebody else', measured({ b: 2 }), 'overlap.pairs.0.b not-in-order'],
    ['a share of nothing', wish({ share: nan }), 'share not-a-number'],
    ['a target of no hearing', wish({ frequency: 0 }), 'frequency zero'],
    ['eleven hearings', wish({ frequency: 11 }), 'frequency too-many'],
    ['a negative budget', wish({ limits: { budget: -1 } }), 'limits.budget negative'],
    [
      'a negative price',
      wish({ candidates: [{ ...candidate, costPerPost: -1 }] }),
      'candidates.0.costPerPost negative',
    ],
    [
      'the same creator twice',
      wish({ candidates: [candidate, candidate] }),
      'candidates.1.id twice',
    ],
    [
      'followers above the audience',
      wish({ population: 100 }),
      'candidates.0.followers audience-above-population',
    ],
    ['a niche above the audience', wish({ nicheSize: 9001 }), 'niche.size niche-above-population'],
    [
      'a lever at no hearing',
      levers({ population: 10_000, creators: [creator] }, { frequency: 0 }),
      'frequency zero',
    ],
  ])('refuses %s', (_, found, why) => {
    expect(refusal(found)).toBe(why);
  });

  test('refuses a step of the target frequency that is none', () => {
    const choices = { clutter: 7 } as unknown as Parameters<typeof targetFrequency>[0];
    expect(refusal(targetFrequency(choices))).toBe('clutter not-in-order');
  });

  test('an assumed overlap out of its own range is refused', () => {
    const odd = { kind: 'assumed', share: 0.5, low: 0.6, high: 0.7 } as const;
    expect(refusal(nicheOf({ population: 10, creators: [], overlap: odd }))).toBe(
      'overlap.share not-in-order',
    );
  });
});
