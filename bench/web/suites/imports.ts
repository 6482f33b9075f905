// A creator brings in a gigabyte of Instagram data: what does the tab hold of memory, and does the bar
// move?
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { figuresPage } from '#shared/words/figures-page.ts';
import {
  instagramFollowers,
  instagramInsights,
  instagramPosts,
  samplePosts,
} from '#tests/support/creator-files.ts';
import { type Findings, fixed } from '../../report.ts';
import { writeArchive } from '../archive.ts';
import type { Stage } from '../stage.ts';
import type { WebSuite } from '../suite.ts';

const count = 5_000;
/** Mali reads Thai. */
const w = figuresPage.th;
const mostMb = 500;

export const imports: WebSuite = {
  name: 'imports',
  question: 'what does a tab hold of memory while it reads 1 GB of Instagram data?',
  async run(stage) {
    const directory = mkdtempSync(join(tmpdir(), 'cobrief-archive-'));
    try {
      const path = join(directory, 'instagram-data.zip');
      writeInstagram(path);
      return findings(await bringIn(stage, path), statSync(path).size);
    } finally {
      rmSync(directory, { recursive: true });
    }
  },
};

/** Twenty thousand pictures, five thousand posts, twelve thousand followers. */
function writeInstagram(path: string): void {
  const posts = samplePosts(count);
  const json = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
  const names = Array.from({ length: 12_000 }, (_, n) => `follower.number.${n}`);
  const root = 'instagram-mali-2026-09-21-x';
  const insights = `${root}/logged_information/past_instagram_insights`;
  const connections = `${root}/connections/followers_and_following`;
  writeArchive(path, {
    pictures: { count: 20_000, bytes: 52_000 },
    files: [
      {
        name: `${root}/your_instagram_activity/media/posts_1.json`,
        bytes: json(instagramPosts(posts)),
      },
      { name: `${insights}/posts.json`, bytes: json(instagramInsights(posts)) },
      { name: `${connections}/followers_1.json`, bytes: json(instagramFollowers(names)) },
    ],
  });
}

interface BroughtIn {
  readMs: number;
  keptMs: number;
  /** Resident memory of the tab's process: before, and at most. */
  beforeMb: number;
  peakMb: number;
  /** Different positions the bar was seen in. */
  steps: number;
}

async function bringIn(stage: Pick<Stage, 'browser' | 'cobrief' | 'visitor'>, path: string) {
  const context = await stage.visitor('Mali');
  const page = await context.newPage();
  await page.goto(`${stage.cobrief.url}/me/figures`);
  await page.getByRole('button', { name: w.choose }).waitFor();
  const memory = watch(await renderersOf(stage.browser));
  const bar = await watchBar(page);
  const began = performance.now();
  await page.locator('input[type=file]').setInputFiles(path);
  const keep = page.getByRole('button', { name: w.keep({ n: '5,000' }) });
  await keep.waitFor({ timeout: 120_000 });
  const read = performance.now();
  await keep.click();
  await page.getByText(w.kept({ what: w.keptNew({ n: '5,000' }) })).waitFor({ timeout: 120_000 });
  const kept = performance.now();
  const brought: BroughtIn = {
    readMs: read - began,
    keptMs: kept - read,
    ...memory.end(),
    steps: await bar(),
  };
  await context.close();
  return brought;
}

async function renderersOf(browser: Browser): Promise<number[]> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  return processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
}

/** The browser keeps spare processes: the tab's is the one that holds most in the end. */
function watch(pids: readonly number[]): { end(): Pick<BroughtIn, 'beforeMb' | 'peakMb'> } {
  const seen = pids.map((pid) => ({ pid, beforeMb: residentMb(pid), peakMb: 0 }));
  const timer = setInterval(() => {
    for (const one of seen) one.peakMb = Math.max(one.peakMb, residentMb(one.pid));
  }, 20);
  return {
    end() {
      clearInterval(timer);
      const [most] = seen.sort((a, b) => b.peakMb - a.peakMb);
      if (!most) throw new Error('the browser has no process for a tab');
      return most;
    },
  };
}

function residentMb(pid: number): number {
  const [, kilobytes = '0'] =
    /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) / 1024;
}

/** How many positions of the bar the page showed. */
async function watchBar(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const seen = new Set<number>();
    Object.assign(window, { seenBar: seen });
    new MutationObserver(() => {
      const bar = document.querySelector('progress');
      if (bar) seen.add(bar.value);
    }).observe(document.body, { subtree: true, childList: true, attributes: true });
  });
  return () => page.evaluate(() => (window as unknown as { seenBar: Set<number> }).seenBar.size);
}

function findings(found: BroughtIn, bytes: number): Findings {
  const { readMs, keptMs, beforeMb, peakMb, steps } = found;
  return {
    columns: ['archive', 'read', 'kept', 'tab before', 'tab at most', 'positions of the bar'],
    rows: [
      [
        fixed(bytes / 1024 ** 3, 2, 'GB'),
        fixed(readMs / 1000, 1, 's'),
        fixed(keptMs / 1000, 1, 's'),
        fixed(beforeMb, 0, 'MB'),
        fixed(peakMb, 0, 'MB'),
        String(steps),
      ],
    ],
    targets: [
      {
        work: '1 GB of Instagram data is brought in',
        must: `tab under ${mostMb} MB, the bar moves`,
        found: `${fixed(peakMb, 0, 'MB')}, ${steps} positions`,
        met: peakMb < mostMb && steps > 10,
      },
    ],
    notes: [
      `An archive of 20 000 pictures, ${count} posts with their figures and 12 000 followers. ` +
        'Memory is what the operating system says the process of the tab holds, its worker included, ' +
        'looked at every 20 ms.',
    ],
  };
}
