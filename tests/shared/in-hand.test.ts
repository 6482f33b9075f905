// What is being typed as a suggestion: what of it fits, when it is told and when it is taken back.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { inHandOf, Telling, tellInHand, watchInHand } from '#app/editor/in-hand.ts';
import { fitInHand, type InHand } from '#shared/in-hand.ts';
import { readInHand } from '#shared/in-hand-schema.ts';

const change = (id: string, text: string, quote = 'four hundred'): InHand => ({
  id: `suggestion-${id}`,
  span: { part: 'caption', start: 'AA==', end: 'AA==', quote, before: '', after: '' },
  text,
});

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('what fits is the newest, shortened where it is long, and always readable again', () => {
  const some = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => change(id, 'words'));
  expect(fitInHand(some)).toEqual(some.slice(-4));
  const [long] = fitInHand([change('a', `${'x'.repeat(399)}😀 and on`)]);
  expect(long?.text).toBe(`${'x'.repeat(399)}…`);
  const lists = [
    some,
    [long as InHand],
    [change('a', 'ก'.repeat(9_000)), change('b', '\n'.repeat(400))],
  ];
  for (const list of lists) {
    const fitting = fitInHand(list);
    expect(fitting.length).toBeGreaterThan(0);
    expect(JSON.stringify(fitting).length).toBeLessThanOrEqual(1_500);
    expect(readInHand(fitting)).toEqual(fitting);
  }
  // Much is taken out: it is seen when it is sent.
  expect(fitInHand([change('a', '', 'x'.repeat(2_000))])).toEqual([]);
});

test('typing is told ten times a second at most, and for three seconds after it rests or was sent', () => {
  const told: string[][] = [];
  let changes = [{ change: change('a', 'a'), isSent: false }];
  const telling = new Telling({
    changes: () => changes,
    tell: (some) => void told.push(some.map(({ text }) => text)),
  });
  for (const text of ['a t', 'a th', 'a thousand']) {
    changes = [{ change: change('a', text), isSent: false }];
    telling.changed();
  }
  vi.advanceTimersByTime(100);
  expect(told).toEqual([['a thousand']]);
  changes = [{ change: change('a', 'a thousand'), isSent: true }];
  telling.changed();
  vi.advanceTimersByTime(2_000);
  expect(told.at(-1)).toEqual(['a thousand']);
  vi.advanceTimersByTime(4_000);
  expect(told.at(-1)).toEqual([]);
  // What was sent long ago is not in hand because the text around it moved.
  telling.changed();
  vi.advanceTimersByTime(100);
  expect(told.at(-1)).toEqual([]);
  changes = [{ change: change('a', 'a million'), isSent: false }];
  telling.changed();
  vi.advanceTimersByTime(100);
  expect(told.at(-1)).toEqual(['a million']);
  changes = [];
  telling.changed();
  vi.advanceTimersByTime(100);
  expect(told.at(-1)).toEqual([]);
  telling.end();
  expect(vi.getTimerCount()).toBe(0);
});

test('each part tells its own, and a page shows what others have in hand, the last wording of it', () => {
  const [mine, page] = [new Awareness(new Y.Doc()), new Awareness(new Y.Doc())];
  const title = {
    ...change('t', 'Title'),
    span: { ...change('t', '').span, part: 'title' as const },
  };
  tellInHand(mine, 'title', [title]);
  tellInHand(mine, 'caption', [change('a', 'a thousand')]);
  tellInHand(mine, 'title', [title]);
  expect(mine.getLocalState()?.['inHand']).toEqual([change('a', 'a thousand'), title]);
  tellInHand(mine, 'caption', []);
  expect(mine.getLocalState()?.['inHand']).toEqual([title]);

  const seen: string[][] = [];
  const stop = watchInHand(page, 'self', (some) => void seen.push(some.map(({ text }) => text)));
  const shows = (clientId: number, id: string, inHand: unknown) => {
    page.states.set(clientId, { user: { id, name: 'Ploy', side: 'brand' }, inHand });
    page.meta.set(clientId, { clock: 1, lastUpdated: Date.now() + clientId });
    page.emit('change', [{ added: [], updated: [clientId], removed: [] }, 'test']);
  };
  shows(1, 'ploy', [change('a', 'a thousand')]);
  shows(2, 'ploy', [change('a', 'a million')]);
  shows(3, 'self', [change('b', 'my own')]);
  expect(seen).toEqual([['a thousand'], ['a million']]);
  expect(inHandOf(page, 'nobody').map(({ text }) => text)).toEqual(['a million', 'my own']);
  shows(1, 'ploy', []);
  shows(2, 'ploy', []);
  expect(seen.at(-1)).toEqual([]);
  stop();
  for (const one of [mine, page]) one.destroy();
});
