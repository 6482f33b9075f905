// What a page's main thread did while keys were pressed, from the browser's own record of every task
// it ran: no task is missing, however the page's own scripts see it.
import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';

export interface KeyCost {
  /** The longest task between this key and the next: so long nothing else could happen. */
  longest: number;
  /** The most processor time that one of them took: what is left when nobody else uses the machine. */
  busiest: number;
  /** All tasks until then. */
  all: number;
}

interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  /** Processor time of the thread. */
  tdur?: number;
}

const categories = ['toplevel', 'disabled-by-default-devtools.timeline', 'blink.user_timing'];
const task = 'ThreadControllerImpl::RunTask';
/** Set by in-page.js. */
const mark = 'bench key';
/** A fast typist's, and long enough that most of what a key causes falls before the next. */
const betweenKeysMs = 120;
/** What waits until one rests belongs to the last key. */
const restMs = 1_000;
/** A page that stands still is not typed at for ever. */
const mostMs = 15_000;

/** Types these letters where the caret is. */
export async function costOfTyping(
  browser: Browser,
  page: Page,
  letters: string,
): Promise<KeyCost[]> {
  await browser.startTracing(page, { categories });
  const until = performance.now() + mostMs;
  let pressed = 0;
  for (const letter of letters) {
    if (performance.now() > until) break;
    await page.keyboard.type(letter);
    pressed += 1;
    await pause(betweenKeysMs);
  }
  await pause(restMs);
  const trace = await browser.stopTracing();
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: TraceEvent[] };
  const costs = costsOf(traceEvents);
  if (costs.length !== pressed) throw new Error('the browser recorded other keys');
  return costs;
}

/** The task that holds a key's mark is the first of that key's. */
export function costsOf(events: readonly TraceEvent[]): KeyCost[] {
  const keys = events.filter(({ name }) => name === mark).sort((a, b) => a.ts - b.ts);
  const [first] = keys;
  if (!first) return [];
  const tasks = events
    .filter(({ name, tid, pid }) => name === task && tid === first.tid && pid === first.pid)
    .map(({ ts, dur = 0, tdur = dur }) => ({ to: ts + dur, ms: dur / 1_000, own: tdur / 1_000 }))
    .sort((a, b) => a.to - b.to);
  return keys.map(({ ts }, n) => {
    const until = keys[n + 1]?.ts ?? Number.POSITIVE_INFINITY;
    // A task that holds a mark ends behind it.
    const own = tasks.filter(({ to }) => to > ts && !(to > until));
    return {
      longest: Math.max(0, ...own.map(({ ms }) => ms)),
      busiest: Math.max(0, ...own.map((one) => one.own)),
      all: own.reduce((sum, { ms }) => sum + ms, 0),
    };
  });
}
