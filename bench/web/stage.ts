// Where the pages are measured: a Cobrief with its demo and two drafts of Mali's, the plain page and
// its server, and a browser. Everything in the drafts comes in by the doors that people use.
import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright-core';
import { type Cobrief, comeIn, openBrowser, person, startCobrief } from '#tests/support/app.ts';
import { demoOf, onDisk } from '#tests/support/demo.ts';
import { ended, launch } from '../launch.ts';

export const subjects = ['plain', 'cobrief'] as const;
export type Subject = (typeof subjects)[number];
export const labels: Record<Subject, string> = { plain: 'plain page', cobrief: 'Cobrief' };

export interface Draft {
  id: string;
  briefId: string;
}

export interface Stage {
  browser: Browser;
  cobrief: Cobrief;
  plainUrl: string;
  /** Empty drafts of a video, open to the brand. */
  drafts: Draft[];
  people: Record<Name, Someone>;
  /** A new browser of this person's, signed in, that was nowhere before. */
  visitor(name: Name, options?: BrowserContextOptions): Promise<BrowserContext>;
  end(): Promise<void>;
}

export const names = ['Mali', 'Ploy', 'Ta', 'Anan'] as const;
export type Name = (typeof names)[number];

export interface Someone {
  id: string;
  token: string;
  /** Signed in, for commands. */
  context: BrowserContext;
}

export async function openStage(): Promise<Stage> {
  const [browser, cobrief, plain] = await Promise.all([
    openBrowser(),
    startCobrief(),
    launch(['bench/peers/plain.mjs'], { env: {}, ready: /^ready (\d+)$/m }),
  ]);
  const report = await demoOf(cobrief, 2);
  const people = {} as Record<Name, Someone>;
  for (const name of names) {
    const { context, page } = await person(browser);
    await comeIn(page, cobrief.link(name));
    const token = report.people.find((one) => one.name === name)?.token ?? '';
    people[name] = { id: userIdOf(cobrief, name), token, context };
    await page.close();
  }
  return {
    browser,
    cobrief,
    plainUrl: `http://127.0.0.1:${plain.port}`,
    drafts: report.documents
      .filter(({ name }) => name.startsWith('draft:'))
      .slice(-2)
      .map(({ name, brief }) => ({ id: name.slice('draft:'.length), briefId: brief })),
    people,
    async visitor(name, options = {}) {
      const { cookies } = await people[name].context.storageState();
      return browser.newContext({
        storageState: { cookies, origins: [] },
        viewport: { width: 1280, height: 800 },
        locale: 'en-GB',
        ...options,
      });
    },
    async end() {
      await browser.close();
      await cobrief.stop();
      await ended(plain.child, 'SIGKILL');
    },
  };
}

function userIdOf(cobrief: Cobrief, name: string): string {
  const [row] = onDisk<{ id: string }>(cobrief, 'SELECT id FROM user WHERE name = ?', name);
  if (!row) throw new Error(`the demo has no ${name}`);
  return row.id;
}
