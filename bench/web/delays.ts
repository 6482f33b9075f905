// From a key pressed in one page to its letter in another. Both pages are on this machine and speak
// of one clock: what their browser says of the time since 1970, monotonic within the run.
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import type { Opened } from './pages.ts';

export interface Delay {
  /** Until the letter stood in the other page's document. */
  changed: number;
  /** Until the frame that shows it was done. */
  painted: number;
}

/** About a hundred words a minute, never in step with the frames of a screen. */
const betweenKeys = (n: number): number => 70 + ((n * 37) % 61);
/** How long a letter may take before it counts as lost. */
const patienceMs = 5_000;

/** What in-page.js keeps. */
interface Watching {
  bench: {
    pressed: number[];
    changed: number[];
    painted: number[];
    clock(): number;
    watch(root: Element): void;
  };
}
declare const window: Watching;

/** Types these letters where the caret is; a delay for each of them. */
export async function typeAcross(
  writer: Opened,
  reader: Opened,
  letters: string,
): Promise<Delay[]> {
  await writer.page.evaluate(() => void (window.bench.pressed = []));
  await reader.editor.evaluate((root) => window.bench.watch(root));
  for (const [n, letter] of [...letters].entries()) {
    await writer.page.keyboard.type(letter);
    await pause(betweenKeys(n));
  }
  await reader.page
    .waitForFunction((count) => window.bench.painted.length >= count, letters.length, {
      timeout: patienceMs,
    })
    .catch(() => {
      throw new Error('not every letter arrived');
    });
  const pressed = await writer.page.evaluate(() => window.bench.pressed);
  const seen = await reader.page.evaluate(() => window.bench);
  if (pressed.length !== letters.length) throw new Error('not every key was pressed');
  return pressed.map((at, n) => ({
    changed: (seen.changed[n] as number) - at,
    painted: (seen.painted[n] as number) - at,
  }));
}

/** How far the clocks of two pages are apart, as well as this process can tell. */
export async function clockSkew(one: Page, other: Page): Promise<number> {
  return Math.abs((await clockOf(one)) - (await clockOf(other)));
}

const asked = 15;

async function clockOf(page: Page): Promise<number> {
  let best = { took: Number.POSITIVE_INFINITY, ahead: 0 };
  for (let n = 0; n < asked; n++) {
    const before = performance.timeOrigin + performance.now();
    const theirs = await page.evaluate(() => window.bench.clock());
    const took = performance.timeOrigin + performance.now() - before;
    if (took < best.took) best = { took, ahead: theirs - before - took / 2 };
  }
  return best.ahead;
}
