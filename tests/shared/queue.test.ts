import { expect, test } from 'vitest';
import {
  dueFirst,
  placeIn,
  sittingOf,
  sittingQuery,
  skipping,
  type Waiting,
} from '#shared/queue.ts';

const post = (draftId: string, due: number | null, since = 0): Waiting => ({ draftId, due, since });
const none: ReadonlySet<string> = new Set();
const read = (query: string) => {
  const params = new URLSearchParams(query);
  return sittingOf((name) => params.get(name));
};

test('the longest overdue comes first, then the soonest due, then what has waited longest', () => {
  const posts = [post('never', null, 5), post('soon', 20), post('late', 1), post('long', null, 2)];
  expect(posts.sort(dueFirst).map(({ draftId }) => draftId)).toEqual([
    'late',
    'soon',
    'long',
    'never',
  ]);
});

test('a sitting is read again from the address it was written to', () => {
  const sitting = { queue: 'summer00', since: 1_700_000_000_000, skipped: ['a1', 'b2'] };
  expect(read(sittingQuery(sitting))).toEqual(sitting);
  expect(read(sittingQuery({ queue: 'all', since: null, skipped: [] }))).toEqual({
    queue: 'all',
    since: null,
    skipped: [],
  });
  expect(read('')).toBeNull();
});

test('an address somebody made up asks for nothing that is no id', () => {
  expect(read('?queue=../x')).toBeNull();
  expect(read('?queue=all&since=soon&skip=a1,,<b>,c3')).toEqual({
    queue: 'all',
    since: null,
    skipped: ['a1', 'c3'],
  });
  const many = Array.from({ length: 500 }, (_, n) => `p${n}`).join(',');
  expect(read(`?queue=all&skip=${many}`)?.skipped.length).toBe(200);
});

test('twelve posts are counted through to the end, whatever is decided or put off on the way', () => {
  const all = Array.from({ length: 12 }, (_, n) => post(`p${n}`, n));
  const begin = placeIn(all, { skipped: [], decided: none, at: 'p0' });
  expect(begin).toMatchObject({ n: 1, total: 12, next: { draftId: 'p1' }, putOff: 0 });
  const putOff = placeIn(all, { skipped: ['p0'], decided: none, at: 'p1' });
  expect(putOff).toMatchObject({ n: 2, total: 12, next: { draftId: 'p2' }, putOff: 1 });
  // p1 was decided: it waits no more, and is still one of the twelve.
  const decided = { skipped: ['p0'], decided: new Set(['p1']), at: 'p1' };
  const left = all.filter(({ draftId }) => draftId !== 'p1');
  expect(placeIn(left, decided)).toMatchObject({ n: 2, total: 12, next: { draftId: 'p2' } });
  const end = placeIn([all[0]!], { skipped: ['p0'], decided: new Set(['p1', 'p2']), at: 'p2' });
  expect(end).toMatchObject({ n: 3, total: 3, next: null, putOff: 1 });
});

test('one that was decided and came back is counted once', () => {
  const back = placeIn([post('p1', 1)], { skipped: [], decided: new Set(['p1']), at: 'p1' });
  expect(back).toMatchObject({ n: 1, total: 1, next: null });
});

test('putting a post off twice puts it off once, as the last', () => {
  const sitting = { queue: 'all', since: null, skipped: ['a', 'b'] };
  expect(skipping(sitting, 'a').skipped).toEqual(['b', 'a']);
});
