// What of one's suggestions stands in the fork after the rows moved on: on another device, or because
// they were answered.
import { Slice } from '@tiptap/pm/model';
import { expect, test } from 'vitest';
import { ForkRows, type Held } from '#app/editor/fork-rows.ts';
import type { OwnRow } from '#app/collab/kept-suggestions.ts';
import { schemaOf } from '#shared/schema/of-part.ts';
import { sliceText } from '#shared/suggestions.ts';

const row = (id: string, text: string, quote = 'new'): OwnRow => ({
  id,
  span: { part: 'caption', start: 'AA==', end: 'AA==', quote, before: '', after: '' },
  slice: { content: [{ type: 'text', text }] },
});
const held = ({ id, span, slice }: OwnRow): Held => ({
  row: id,
  span,
  slice: Slice.fromJSON(schemaOf.caption, slice),
});
const said = ({ changes, fresh }: ReturnType<ForkRows['settled']>) => ({
  changes: changes.map((one) => [one.row, sliceText(one.slice)]),
  fresh: fresh.map(({ id }) => id),
});
const fork = () => {
  let made = 0;
  return new ForkRows(() => `made${++made}`);
};

test('a row is laid in once, and stays as it stands while nothing else says otherwise', () => {
  const rows = fork();
  const one = row('one', 'creamy');
  expect(rows.areAs([one], new Set())).toBe(false);
  expect(said(rows.settled([], [one]))).toEqual({ changes: [], fresh: ['one'] });
  expect(rows.areAs([one], new Set(['one']))).toBe(true);
  expect(said(rows.settled([held(one)], [one])).changes).toEqual([['one', 'creamy']]);
  expect(rows.toSend(held(one))).toBeNull();
});

test('what another device went on with is taken in, unless it is being typed on here', () => {
  const rows = fork();
  const [one, two, newer] = [
    row('one', 'creamy'),
    row('two', 'Adore', 'Love'),
    row('one', 'silky'),
  ];
  rows.settled([], [one, two]);
  expect(rows.areAs([newer, two], new Set(['one', 'two']))).toBe(false);
  const typed = row('two', 'Enjoy', 'Love');
  const next = [newer, row('two', 'Like', 'Love')];
  expect(said(rows.settled([held(one), held(typed)], next))).toEqual({
    changes: [['two', 'Enjoy']],
    fresh: ['one'],
  });
  expect(rows.toSend(held(typed))).toMatchObject({ id: 'two' });
});

test('an answered row leaves the fork, and what was typed on meanwhile becomes a suggestion of its own', () => {
  const rows = fork();
  const [one, two] = [row('one', 'creamy'), row('two', 'Adore', 'Love')];
  rows.settled([], [one, two]);
  expect(rows.areAs([], new Set(['one', 'two']))).toBe(false);
  const typed = held(row('two', 'Adore it', 'Love'));
  const after = rows.settled([held(one), typed], []);
  expect(said(after)).toEqual({ changes: [['made1', 'Adore it']], fresh: [] });
  expect(after.changes.map((change) => rows.isNew(change))).toEqual([true]);
});

test('words that stand shorter in the fork than in their row are not typed on by that', () => {
  const rows = fork();
  const wide = row('one', 'so creamy', 'so new');
  rows.settled([], [wide]);
  const stands = held(row('one', 'creamy', 'new'));
  rows.laid(stands);
  expect(rows.toSend(stands)).toBeNull();
  expect(rows.areAs([wide], new Set(['one']))).toBe(true);
  expect(said(rows.settled([stands], [])).changes).toEqual([]);
});

test('a change that was never sent stays, and is taken back nowhere', () => {
  const rows = fork();
  const begun = held(row('begun', 'creamy'));
  expect(rows.isNew(begun)).toBe(true);
  expect(said(rows.settled([begun], [])).changes).toEqual([['begun', 'creamy']]);
  expect(rows.forget('begun')).toBe(false);
  expect(rows.toSend(begun)).toMatchObject({ id: 'begun' });
  expect(rows.forget('begun')).toBe(true);
});
