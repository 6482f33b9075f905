// How much one connection may send.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Flow } from '#server/sync/flow.ts';
import {
  maxBurstBytes,
  maxBurstUpdates,
  maxBytesPerSecond,
  maxUnsettledBytes,
  maxUpdatesPerSecond,
} from '#server/sync/limits.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function flow(updatesPerSecond?: number) {
  const network = { isRead: true };
  const made = new Flow({
    pause: () => void (network.isRead = false),
    resume: () => void (network.isRead = true),
    monotonicMs: () => Date.now(),
    updatesPerSecond,
  });
  return { flow: made, network };
}

test('L5 a burst passes at once, and what is owed after it takes its time', () => {
  const { flow: one, network } = flow();
  for (let n = 0; n < maxBurstUpdates; n++) one.spend(1, 10);
  expect(network.isRead).toBe(true);
  one.spend(maxUpdatesPerSecond, 10);
  expect(network.isRead).toBe(false);
  vi.advanceTimersByTime(999);
  expect(network.isRead).toBe(false);
  vi.advanceTimersByTime(2);
  expect(network.isRead).toBe(true);
});

test('L5 bytes are counted like updates', () => {
  const { flow: one, network } = flow();
  one.spend(1, maxBurstBytes);
  expect(network.isRead).toBe(true);
  one.spend(1, maxBytesPerSecond / 2);
  expect(network.isRead).toBe(false);
  vi.advanceTimersByTime(501);
  expect(network.isRead).toBe(true);
});

test('L5 who types for hours is never stopped', () => {
  const { flow: one, network } = flow();
  for (let second = 0; second < 3600; second++) {
    for (let n = 0; n < maxUpdatesPerSecond; n++) one.spend(1, 100);
    vi.advanceTimersByTime(1000);
    expect(network.isRead).toBe(true);
  }
});

test('L5 an import may be given more', () => {
  const { flow: one, network } = flow(100 * maxUpdatesPerSecond);
  for (let n = 0; n < 50 * maxBurstUpdates; n++) one.spend(1, 10);
  expect(network.isRead).toBe(true);
});

test('L2 L5 the network is read again only when nothing is owed and the disk has caught up', () => {
  const { flow: one, network } = flow();
  one.unsettled(maxUnsettledBytes + 1);
  expect(network.isRead).toBe(false);
  one.spend(maxBurstUpdates + maxUpdatesPerSecond, 0);
  vi.advanceTimersByTime(1001);
  expect(network.isRead).toBe(false);
  one.settled(maxUnsettledBytes + 1);
  expect(network.isRead).toBe(true);
});

test('L5 a socket that is closed is read on, so that its end is heard', () => {
  const { flow: one, network } = flow();
  one.spend(2 * maxBurstUpdates, 0);
  expect(network.isRead).toBe(false);
  one.end();
  expect(network.isRead).toBe(true);
  vi.advanceTimersByTime(60_000);
  expect(network.isRead).toBe(true);
});
