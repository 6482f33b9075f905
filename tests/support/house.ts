// One running Cobrief and one browser for a file of browser tests: started before the first, closed
// after the last, with every person's browser closed between them. It knows no page of the product.
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, inject } from 'vitest';
import { type Cobrief, openBrowser, type PersonOptions, person, startCobrief } from './app.ts';

type Someone = Awaited<ReturnType<typeof person>>;

export interface House {
  cobrief: Cobrief;
  readonly browser: Browser;
  /** Somebody of the demo in a browser of their own, on no page yet. */
  signedIn(name: string, options?: PersonOptions): Promise<Someone>;
  /** The same, on this page. */
  at(path: string, name: string, options?: PersonOptions): Promise<Someone>;
}

export function house(environment: Record<string, string> = {}): House {
  let browser: Browser;
  let running: Cobrief;
  const isDemo = environment['COBRIEF_DEMO'] !== '0';
  beforeAll(async () => {
    [browser, running] = await Promise.all([
      openBrowser(),
      startCobrief(environment, isDemo ? inject('seeded') : null),
    ]);
  });
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
  });
  afterAll(async () => {
    await browser?.close();
    await running?.stop();
  });
  const cobrief: Cobrief = {
    get url() {
      return running.url;
    },
    get dataDir() {
      return running.dataDir;
    },
    get pid() {
      return running.pid;
    },
    printed: () => running.printed(),
    link: (name) => running.link(name),
    kill: () => running.kill(),
    end: () => running.end(),
    restart: () => running.restart(),
    stop: () => running.stop(),
  };

  /** Presses the button of the link without its page; how that page lets in is tested where it is. */
  async function signedIn(name: string, options: PersonOptions = {}): Promise<Someone> {
    const who = await person(browser, options);
    const answer = await who.context.request.post(running.link(name), {
      form: { intent: 'open' },
      headers: { origin: running.url },
      maxRedirects: 0,
    });
    if (answer.status() !== 302) throw new Error(`${name} was not let in: ${answer.status()}`);
    return who;
  }

  return {
    cobrief,
    get browser() {
      return browser;
    },
    signedIn,
    async at(path, name, options) {
      const who = await signedIn(name, options);
      await who.page.goto(running.url + path);
      return who;
    },
  };
}
