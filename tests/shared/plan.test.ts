import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { planRoots, planWords } from '#shared/plan-roots.ts';
import { bounded, emptyPlan, planWriter, readPlan } from '#shared/plan.ts';
import { daysForUndated, monthAfter, tooClose, weeksOf } from '#shared/plan-calendar.ts';
import { readTyped } from '#shared/plan-fields.ts';
import { askedOf, exposureOfPlan } from '#shared/plan-forecast.ts';
import { type CreatorFacts, counted, plannedCreators } from '#shared/plan-inputs.ts';
import {
  countsOf,
  daysBefore,
  daysMoved,
  type MakingFacts,
  makingMark,
  planMaking,
} from '#shared/plan-posts.ts';

const own = {};

function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
}

function meet(a: Y.Doc, b: Y.Doc): void {
  const [ofA, ofB] = [Y.encodeStateAsUpdate(a), Y.encodeStateAsUpdate(b)];
  Y.applyUpdate(a, ofB);
  Y.applyUpdate(b, ofA);
}

test('what two people change at once about one creator and one post is both kept', () => {
  const ploy = new Y.Doc();
  const ta = copyOf(ploy);
  planWriter(ploy, own).setCreator('mali', 'followers', 12_400);
  planWriter(ta, own).setCreator('mali', 'reach', 0.31);
  planWriter(ploy, own).setDay('mali', 2, '2026-12-07');
  planWriter(ta, own).setPoint('mali', 2, { id: 'p1', carried: true });
  planWriter(ploy, own).set('audience', 60_000);
  planWriter(ta, own).setFactor('brand', 2);
  meet(ploy, ta);
  const plan = readPlan(ploy);
  expect(readPlan(ta)).toEqual(plan);
  expect(plan).toMatchObject({ audience: 60_000, factors: { brand: 2 } });
  const mali = plan.creators.get('mali');
  expect(mali).toMatchObject({ followers: 12_400, reach: 0.31, posts: null });
  expect(mali?.planned).toEqual([{ n: 2, day: '2026-12-07', points: new Map([['p1', true]]) }]);
});

test('a plan from a hostile document is a plan with what can be read, and nothing else', () => {
  const doc = new Y.Doc();
  const settings = doc.getMap('settings');
  for (const [key, value] of Object.entries({
    audience: -1,
    share: Number.NaN,
    frequency: 2.5,
    budget: '10',
    overlap: 'total',
    currency: 'baht',
    'factor/brand': 7,
    'factor/nothing': 1,
  })) {
    settings.set(key, value);
  }
  const creators = doc.getMap('creators');
  creators.set('constructor/followers', 5);
  creators.set('mali/reach', 1.2);
  creators.set('mali/followers', Number.POSITIVE_INFINITY);
  creators.set('__proto__', { followers: 1 });
  creators.set('mali/fee', 9_000);
  const posts = doc.getMap('posts');
  posts.set('mali/1/day', '2026-02-31');
  posts.set('mali/99/day', '2026-02-01');
  posts.set('mali/2/point/p', 'yes');
  posts.set('mali/0/day', '2026-02-01');
  const { creators: read, ...rest } = readPlan(doc);
  expect(rest).toEqual({ ...emptyPlan, creators: undefined, factors: {} });
  expect([...read.keys()].sort()).toEqual(['constructor', 'mali']);
  expect(read.get('mali')).toMatchObject({ followers: null, reach: null });
  expect(read.get('mali')?.planned.every(({ day, points }) => !day && points.size === 0)).toBe(
    true,
  );
  expect(bounded('posts', 31)).toBeNull();
  expect(planWords(doc)).toContain('mali/fee 9000');
});

test('emptying a figure brings back what stands behind it, and undo takes back one’s own alone', () => {
  const ploy = new Y.Doc();
  const undo = new Y.UndoManager(planRoots(ploy), { trackedOrigins: new Set([own]) });
  const writer = planWriter(ploy, own);
  writer.together(() => {
    writer.setCreator('mali', 'posts', 6);
    writer.setCreator('ben', 'posts', 0);
  });
  const ta = copyOf(ploy);
  planWriter(ta, {}).setCreator('ben', 'reach', 0.4);
  meet(ploy, ta);
  undo.undo();
  expect(readPlan(ploy).creators.get('mali')).toBeUndefined();
  expect(readPlan(ploy).creators.get('ben')).toMatchObject({ posts: null, reach: 0.4 });
  writer.setCreator('ben', 'reach', null);
  expect(readPlan(ploy).creators.size).toBe(0);
  undo.destroy();
});

const creator = (userId: string, more: Partial<CreatorFacts> = {}): CreatorFacts => ({
  userId,
  name: userId,
  handle: '',
  isIn: true,
  followers: null,
  reach: null,
  makesStories: false,
  posts: [],
  ...more,
});
const post = (deliverableId: string, day = '', isOver = false) => ({
  deliverableId,
  day,
  isOver,
  isOut: false,
  points: [],
});

function planOf(write: (writer: ReturnType<typeof planWriter>) => void) {
  const doc = new Y.Doc();
  write(planWriter(doc, own));
  return readPlan(doc);
}

test('typed comes before a creator’s own figures, those before a prior, and what is missing is not counted', () => {
  const facts = [
    creator('typed', { followers: 9_000, reach: { median: 0.2, shares: [0.1, 0.2, 0.3] } }),
    creator('own', { followers: 9_000, reach: { median: 1.4, shares: [1.2, 1.4, 1.6] } }),
    creator('prior', { followers: 30_000 }),
    creator('stories', { followers: 30_000, makesStories: true }),
    creator('missing'),
  ];
  const plan = planOf((w) => {
    for (const { userId } of facts) w.setCreator(userId, 'inTarget', 0.5);
    w.setCreator('typed', 'reach', 0.4);
  });
  const planned = plannedCreators(plan, facts);
  expect(planned.map(({ reach }) => [reach.source, reach.value])).toEqual([
    ['typed', 0.4],
    ['own', 1],
    ['prior', 0.229],
    ['prior', 0.043],
    ['missing', null],
  ]);
  expect(counted(planned).map(({ userId }) => userId)).not.toContain('missing');
});

test('the posts of the brief are the plan until somebody types others, and more posts are heard more often', () => {
  const facts = [
    creator('mali', { followers: 12_400, posts: [post('a', '2026-12-01'), post('b')] }),
  ];
  const base = planOf((w) => {
    w.set('audience', 60_000);
    w.setCreator('mali', 'inTarget', 0.62);
  });
  const [mali] = plannedCreators(base, facts);
  expect(mali?.posts).toEqual({ value: 2, source: 'brief' });
  expect(mali?.planned.map(({ day }) => day)).toEqual(['2026-12-01', '']);
  const share = (posts: number) => {
    const plan = planOf((w) => {
      w.set('audience', 60_000);
      w.setCreator('mali', 'inTarget', 0.62);
      w.setCreator('mali', 'posts', posts);
    });
    const asked = askedOf(plan, plannedCreators(plan, facts), []);
    const found = asked && exposureOfPlan(asked);
    return found?.ok ? (found.atLeast.find(({ k }) => k === 3)?.central ?? 0) : Number.NaN;
  };
  expect(share(2)).toBe(0);
  expect(share(6)).toBeGreaterThan(share(3));
  expect(askedOf(emptyPlan, [], [])).toBeNull();
});

const facts: MakingFacts = {
  creators: [
    creator('mali', { posts: [post('a', '2026-12-01'), post('b', '2026-12-08')] }),
    creator('ben', { posts: [post('b', '2026-12-08', true)] }),
    creator('fah', { isIn: false, posts: [post('a', '2026-12-01'), post('b', '2026-12-08')] }),
  ],
  deliverables: [
    { id: 'a', day: '2026-12-01' },
    { id: 'b', day: '2026-12-08' },
  ],
  points: ['p1', 'p2'],
  today: '2026-11-28',
};

test('making posts gives what is missing, moves what has another day, and keeps what is more than planned', () => {
  const plan = planOf((w) => {
    w.setCreator('mali', 'posts', 3);
    w.setDay('mali', 2, '2026-12-09');
    w.setDay('mali', 3, '2026-12-20');
    w.setPoint('mali', 1, { id: 'p2', carried: true });
    w.setCreator('ben', 'posts', 2);
    w.setDay('ben', 1, '2026-12-11');
    w.setDay('ben', 2, '2026-11-01');
    w.setCreator('fah', 'posts', 1);
    w.setDay('fah', 1, '2026-12-24');
  });
  const making = planMaking(plan, facts);
  expect(countsOf(making)).toEqual({ fresh: 1, given: 2, people: 2, moved: 1, points: 1 });
  expect(making.fresh).toEqual([{ day: '2026-12-20' }]);
  expect(making.keep).toEqual([{ name: 'fah', more: 1 }]);
  // Ben's first is over and stays; the day of his second is over and says nothing.
  expect(making.tooLate).toBe(1);
  const [mali, ben] = making.creators;
  expect(mali).toMatchObject({
    given: [{ post: { fresh: 0 }, day: '2026-12-20' }],
    moved: [{ deliverableId: 'b', day: '2026-12-09' }],
    points: [{ post: { deliverableId: 'a' }, points: ['p2'] }],
  });
  expect(ben).toMatchObject({ given: [{ post: { deliverableId: 'a' }, day: '' }], moved: [] });
  expect(planMaking(emptyPlan, facts).creators).toEqual([]);
  expect(makingMark(making)).not.toBe(makingMark(planMaking(emptyPlan, facts)));
});

test('days before a post are never in what is over, and never after the post', () => {
  const today = '2026-11-28';
  expect(daysBefore('2026-11-30', today)).toEqual({
    draftDue: today,
    reviewDue: today,
    publishDue: '2026-11-30',
  });
  const from = { draftDue: '2026-12-01', reviewDue: '2026-12-03', publishDue: '2026-12-10' };
  expect(daysMoved(from, '2026-12-12', today)).toEqual({
    draftDue: '2026-12-03',
    reviewDue: '2026-12-05',
    publishDue: '2026-12-12',
  });
  expect(daysMoved(from, '2026-11-29', today)).toEqual({
    draftDue: today,
    reviewDue: today,
    publishDue: '2026-11-29',
  });
});

test('a month is whole weeks from Monday, close posts are told, and days are given a week apart', () => {
  const weeks = weeksOf('2026-11');
  expect(weeks[0]?.[0]).toBe('2026-10-26');
  expect(weeks.at(-1)?.[6]).toBe('2026-12-06');
  expect(monthAfter('2026-12', 1)).toBe('2027-01');
  const plan = planOf((w) => {
    w.setCreator('mali', 'posts', 4);
    w.setDay('mali', 2, '2026-12-02');
  });
  const planned = plannedCreators(plan, facts.creators.slice(0, 1));
  expect(tooClose(planned)).toMatchObject([{ name: 'mali', first: 1, second: 2, days: 1 }]);
  expect(daysForUndated(planned, facts.today)).toEqual([
    { userId: 'mali', n: 3, day: '2026-12-12' },
    { userId: 'mali', n: 4, day: '2026-12-19' },
  ]);
});

test.each([
  ['reach', '31', 0.31],
  ['reach', '31,4 %', 0.314],
  ['reach', '๓๑', 0.31],
  ['followers', '12.4K', 12_400],
  ['followers', '12,400', 12_400],
  ['cost', '฿2,500', 2_500],
  ['audience', '', null],
] as const)('%s typed as %s is %s', (field, typed, value) => {
  expect(readTyped(field, typed)).toEqual({ ok: true, value });
});

test.each([
  ['reach', '140', 'too-large'],
  ['reach', 'a third', 'unreadable'],
  ['followers', '1.234K', 'unreadable'],
  ['followers', '-3', 'too-small'],
  ['reach', '-5 %', 'too-small'],
  ['cost', '−5', 'too-small'],
  ['posts', '2.5', 'not-whole'],
  ['posts', '๒,๕', 'not-whole'],
  ['posts', '-', 'unreadable'],
  ['posts', '-many', 'unreadable'],
  ['audience', '0', 'too-small'],
] as const)('%s typed as %s stays in its field: %s', (field, typed, why) => {
  expect(readTyped(field, typed)).toEqual({ ok: false, why });
});
