// The real process on a free port with a directory of its own, started, killed and started again;
// and people as browser contexts of their own in Debian's Chromium.
import { deepEqual } from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

const root = fileURLToPath(new URL('../..', import.meta.url));

export interface Cobrief {
  readonly url: string;
  readonly dataDir: string;
  readonly pid: number;
  /** Everything the process printed for people since it last started. */
  printed(): string;
  /** The one-click link printed for this demo person. */
  link(name: string): string;
  /** SIGKILL: what a power cut looks like to everyone else. */
  kill(): Promise<void>;
  /** SIGTERM: everything is written, the directory stays. */
  end(): Promise<void>;
  /** Starts again on the same port and directory. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** With `seeded`, on a copy of that directory. */
export async function startCobrief(
  env: Record<string, string> = {},
  seeded: string | null = null,
): Promise<Cobrief> {
  const dataDir = mkdtempSync(join(tmpdir(), 'cobrief-e2e-'));
  if (seeded) cpSync(seeded, dataDir, { recursive: true });
  let running = await launch({ DATA_DIR: dataDir, PORT: '0', ...env });
  const url = running.url;
  const { port } = new URL(url);
  return {
    url,
    dataDir,
    get pid() {
      return running.process.pid as number;
    },
    printed: () => running.printed(),
    link(name) {
      const line = running
        .printed()
        .split('\n')
        .find((one) => one.includes('/l/') && one.trimStart().startsWith(`${name} `));
      const found = line && /https?:\S+/.exec(line);
      if (!found) throw new Error(`no link was printed for ${name}`);
      return found[0];
    },
    kill: () => ended(running.process, 'SIGKILL'),
    end: () => ended(running.process, 'SIGTERM'),
    async restart() {
      running = await launch({ DATA_DIR: dataDir, ...env, PORT: port });
    },
    async stop() {
      await ended(running.process, 'SIGTERM');
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

interface Launched {
  process: ChildProcess;
  url: string;
  printed(): string;
}

function launch(env: Record<string, string>): Promise<Launched> {
  const child = spawn(process.execPath, ['--enable-source-maps', 'build/house/index.mjs'], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString();
  });
  return new Promise((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString();
      // The address is the last thing printed, after the links.
      const ready = /Cobrief is ready at (http\S+)/.exec(out);
      if (ready) resolve({ process: child, url: ready[1] as string, printed: () => out });
    });
    child.once('exit', (code) =>
      reject(new Error(`the server ended with ${code}\n${out}${errors}`)),
    );
  });
}

function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill(signal);
  });
}

/** Runs the process with a bad environment; resolves with what it said on its way out. */
export async function refusedStart(env: Record<string, string>): Promise<string> {
  return launch({ PORT: '0', ...env }).then(
    async ({ process: child }) => {
      await ended(child, 'SIGKILL');
      throw new Error('the server started although it should have refused');
    },
    (error: Error) => error.message,
  );
}

/** What Playwright turns off and matters here, and the pages of Chromium's own address bar, which
 * take half a second of CPU for every person. */
const featuresOff = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxPopup',
];

export async function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      `--disable-features=${featuresOff.join(',')}`,
    ],
  });
}

export type Screen = 'desktop' | 'phone';

export interface PersonOptions {
  screen?: Screen;
  locale?: 'en' | 'th';
  dark?: boolean;
  /** Device pixels a CSS pixel; a test needs no more than one. */
  sharpness?: number;
}

/** One person in one browser. A console error or an uncaught one fails the test that made it. */
export async function person(
  browser: Browser,
  { screen = 'desktop', locale = 'en', dark = false, sharpness = 1 }: PersonOptions = {},
): Promise<{ context: BrowserContext; page: Page; complaints: string[] }> {
  const context = await browser.newContext({
    viewport: screen === 'desktop' ? { width: 1280, height: 800 } : { width: 360, height: 740 },
    hasTouch: screen === 'phone',
    isMobile: screen === 'phone',
    deviceScaleFactor: sharpness,
    locale: locale === 'th' ? 'th-TH' : 'en-GB',
    colorScheme: dark ? 'dark' : 'light',
    // A hue on its way from one state to the next is neither.
    reducedMotion: 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(`${error}`));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  return { context, page, complaints };
}

/** Presses through the landing page of a link: what a person does with what they were sent. */
export async function comeIn(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page.locator('main form button[type=submit]').first().click();
  await page.waitForURL((url) => !url.pathname.startsWith('/l/'));
}

const lost = /WebSocket|ERR_|Failed to load resource|^AbortError: signal is aborted/;

/** A lost connection is not the product's complaint, nor a load taken back because people went on. */
export function expectNoComplaints(complaints: string[]): void {
  const ours = complaints.filter((text) => !lost.test(text));
  deepEqual(ours, []);
}
