// When a commit begins. What it writes is tested on the real disk.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createCommitter } from '#server/sync/committer.ts';
import { gatherMs } from '#server/sync/limits.ts';
import { noMeters } from '#server/sync/meters.ts';
import type { Append } from '#server/sync/persistence.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** Notes at which millisecond each batch is staged; the commits themselves take no time. */
function committing() {
  const began = Date.now();
  const staged: { at: number; writes: number }[] = [];
  const committer = createCommitter({
    log: {
      load: () => Promise.resolve(null),
      clients: () => Promise.resolve(new Map()),
      append: (batch) => Promise.resolve(batch.map((_, n) => ({ kind: 'appended', seq: n + 1 }))),
      saveSnapshot: () => Promise.resolve(),
    },
    meters: noMeters,
    monotonicMs: () => Date.now(),
  });
  let waiting: Append[] = [];
  const batch = {
    stage() {
      staged.push({ at: Date.now() - began, writes: waiting.length });
      return waiting.splice(0);
    },
    settle: () => undefined,
  };
  return {
    staged,
    write() {
      waiting.push({} as Append);
      committer.schedule(batch);
    },
  };
}

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

test('D4 the first update after a silence does not wait, the next ones share a commit', async () => {
  const { staged, write } = committing();
  write();
  await pass(1);
  write();
  await pass(gatherMs - 1);
  expect(staged).toEqual([{ at: 0, writes: 1 }]);
  write();
  await pass(1);
  expect(staged).toEqual([
    { at: 0, writes: 1 },
    { at: 1 + gatherMs, writes: 2 },
  ]);
});

test('D4 ten writers’ updates, ten milliseconds apart, share a commit two by two', async () => {
  const { staged, write } = committing();
  for (let n = 0; n < 101; n++) {
    write();
    await pass(10);
  }
  await pass(gatherMs);
  expect(staged.length).toBe(51);
  expect(staged.slice(1).every(({ writes }) => writes === 2)).toBe(true);
});
