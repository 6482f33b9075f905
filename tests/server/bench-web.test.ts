import { expect, test } from 'vitest';
import { costsOf } from '#bench/web/main-thread.ts';

const page = { pid: 1, tid: 2 };
const task = (ts: number, dur: number, of = page) => ({
  name: 'ThreadControllerImpl::RunTask',
  ts,
  dur,
  tdur: dur / 2,
  ...of,
});
const key = (ts: number) => ({ name: 'bench key', ts, ...page });

test('a key costs the tasks from the one that took it to the one that takes the next', () => {
  const events = [
    task(0, 900),
    task(1_000, 4_000),
    key(1_500),
    task(6_000, 70_000),
    task(6_000, 500_000, { pid: 1, tid: 3 }),
    task(6_000, 500_000, { pid: 9, tid: 2 }),
    task(100_000, 3_000),
    key(101_000),
  ];
  expect(costsOf(events)).toEqual([
    { longest: 70, busiest: 35, all: 74 },
    { longest: 3, busiest: 1.5, all: 3 },
  ]);
});

test('a block that holds the next key up is the key’s own that caused it', () => {
  const events = [task(0, 2_000), key(500), task(2_500, 90_000), task(92_600, 1_000), key(93_000)];
  expect(costsOf(events).map(({ longest }) => longest)).toEqual([90, 1]);
});
