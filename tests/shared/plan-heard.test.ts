import { expect, test } from 'vitest';
import type { HeardCreator } from '#shared/heard.ts';
import type { Asked } from '#shared/plan-forecast.ts';
import { planHeard } from '#shared/plan-heard.ts';
import type { Counted } from '#shared/plan-inputs.ts';

const creator = (userId: string, more: Partial<Counted> = {}): Counted => ({
  userId,
  followers: 10_000,
  inTarget: 0.6,
  posts: 3,
  reachPerPost: 0.3,
  reachSpread: { kind: 'band', low: 0.2, high: 0.4 },
  inTargetBand: { low: 0.5, high: 0.7 },
  cost: null,
  out: 0,
  ...more,
});

const asked = (...creators: Counted[]): Asked => ({
  population: 60_000,
  frequency: 3,
  share: 0.5,
  creators,
  overlap: { kind: 'chance' },
  budget: null,
  postCap: null,
  postsEach: 8,
});

const heard = (userId: string, more: Partial<HeardCreator> = {}): HeardCreator => ({
  userId,
  published: 1,
  measured: 1,
  confirmed: 0,
  reach: 3_000,
  ...more,
});

test('with nothing out there is nothing to say', () => {
  expect(planHeard(asked(creator('mali')), [], undefined)).toBeNull();
  expect(planHeard(asked(creator('mali')), [heard('somebody else')], undefined)).toBeNull();
});

test('posts heard as planned leave the forecast at the plan, and have done their part of it', () => {
  const found = planHeard(asked(creator('mali'), creator('ben')), [heard('mali')], undefined);
  expect(found?.forecast).toEqual(found?.plan);
  // One post of Mali's: 6 000 of 60 000 people follow and are in the audience, three of ten see it.
  expect(found?.soFar.once).toBeCloseTo(0.03, 12);
  expect(found?.soFar.often).toBe(0);
  expect(found).toMatchObject({ published: 1, planned: 6, measured: 1, confirmed: 0 });
});

test('a post that reached fewer lowers the forecast, one that reached more raises it', () => {
  const plan = asked(creator('mali'));
  const fewer = planHeard(plan, [heard('mali', { reach: 1_000 })], undefined);
  const more = planHeard(plan, [heard('mali', { reach: 6_000 })], undefined);
  expect(fewer?.forecast.often).toBeLessThan(fewer?.plan.often ?? 0);
  expect(more?.forecast.often).toBeGreaterThan(more?.plan.often ?? 1);
});

test('a reach above the followers counts everybody once and is said', () => {
  const found = planHeard(asked(creator('mali')), [heard('mali', { reach: 14_000 })], undefined);
  expect(found?.lines).toMatchObject([{ reach: 1, isAboveFollowers: true }]);
  expect(found?.soFar.once).toBeCloseTo(0.1, 12);
});

test('a post whose reach nobody knows counts as planned', () => {
  const unknown = heard('mali', { measured: 0, reach: null });
  const found = planHeard(asked(creator('mali')), [unknown], undefined);
  expect(found?.soFar.once).toBeCloseTo(0.03, 12);
  expect(found?.lines).toMatchObject([{ reach: null, isAboveFollowers: false }]);
});

test('more posts than planned are out all the same, and no followers divide nothing', () => {
  const more = heard('mali', { published: 5, measured: 5 });
  const found = planHeard(
    asked(creator('mali'), creator('nobody', { followers: 0 })),
    [more, heard('nobody')],
    undefined,
  );
  expect(found?.forecast.once).toBeGreaterThan(found?.plan.once ?? 1);
  expect(found?.lines[1]).toMatchObject({ reach: null });
});
