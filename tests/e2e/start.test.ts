// The process from outside: how it starts or says why not, who it lets in, what it tells browsers,
// and what it does with bad input.
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { openDatabase } from '#db/open.ts';
import type { DemoReport } from '#server/admin-socket.ts';
import { hashSecret } from '#server/auth/secrets.ts';
import { errorTable } from '#shared/errors.ts';
import { syncFrame, syncStep1 } from '#shared/protocol.ts';
import { auth } from '#shared/words/auth.ts';
import { brief } from '#shared/words/brief.ts';
import { editor } from '#shared/words/editor.ts';
import { home } from '#shared/words/home.ts';
import { media } from '#shared/words/media.ts';
import {
  type Cobrief,
  comeIn,
  expectNoComplaints,
  openBrowser,
  person,
  refusedStart,
  startCobrief,
} from '#tests/support/app.ts';
import { demoOf, draftOnDisk, onDisk } from '#tests/support/demo.ts';

let browser: Browser;
let demo: Cobrief;
const scratch = mkdtempSync(join(tmpdir(), 'cobrief-start-'));

beforeAll(async () => {
  [browser, demo] = await Promise.all([openBrowser(), startCobrief()]);
});
afterAll(async () => {
  await browser?.close();
  await demo?.stop();
  rmSync(scratch, { recursive: true, force: true });
});

const saved = (page: Page) => page.locator('[data-save=saved]').first().waitFor();
const core = (page: Page) => page.locator('[data-field=core] .language-text[lang=en]').first();
const caption = (page: Page) => page.locator('.caption-editor .ProseMirror');

describe('a start that cannot be', () => {
  /** What it said, which is words and nothing for programmers. */
  async function words(env: Record<string, string>): Promise<string> {
    const said = await refusedStart({ DATA_DIR: join(scratch, 'unused'), ...env });
    expect(said).toContain('the server ended with 1\n\nCobrief did not start.');
    expect(said).not.toMatch(/\n\s+at /);
    return said;
  }

  test('names every bad setting at once, before anything is opened', async () => {
    const dir = join(scratch, 'never-made');
    const said = await words({
      DATA_DIR: dir,
      PORT: '99999',
      HOST: '0.0.0.0',
      COBRIEF_URL: 'cobrief.example.com/app',
      COBRIEF_DEMO_ANYWHERE: 'yes',
      SMTP_URL: 'mail.example.com',
    });
    for (const name of ['PORT=99999', 'HOST=0.0.0.0', 'COBRIEF_URL=', 'COBRIEF_DEMO_ANYWHERE=yes'])
      expect(said).toContain(name);
    for (const name of ['SMTP_URL is not', 'SMTP_FROM is missing']) expect(said).toContain(name);
    expect(existsSync(dir)).toBe(false);
  });

  test('says that the demo stays on this machine', async () => {
    const said = await words({ HOST: '0.0.0.0' });
    expect(said).toContain('COBRIEF_DEMO_ANYWHERE=1 if you mean it');
  });

  test('says that the port is in use', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const { port } = taken.address() as { port: number };
    expect(await words({ PORT: `${port}` })).toContain(`Port ${port} is in use.`);
    taken.close();
  });

  test('says that the directory cannot be written', async () => {
    const said = await words({ DATA_DIR: '/dev/null/cobrief' });
    expect(said).toContain('DATA_DIR /dev/null/cobrief cannot be written.');
  });

  test('says that another Cobrief has the directory, and that one goes on', async () => {
    const said = await words({ DATA_DIR: demo.dataDir });
    expect(said).toContain('is in use by another Cobrief');
    expect(await health(demo)).toEqual({ code: 200, status: 'ok' });
  });

  test('says that a real installation does not begin among the demo’s people', async () => {
    await demo.kill();
    const said = await words({ DATA_DIR: demo.dataDir, COBRIEF_DEMO: '0' });
    expect(said).toContain('this DATA_DIR holds the demo');
    await demo.restart();
  });

  test('says that the database is of a newer version, and leaves it as it is', async () => {
    const dir = mkdtempSync(join(scratch, 'newer-'));
    await (await openDatabase({ dir })).close();
    const file = join(dir, 'cobrief.sqlite');
    const later = new BetterSqlite(file);
    later.exec("INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('x', 9999999999999)");
    later.close();
    const before = digest(file);
    expect(await words({ DATA_DIR: dir })).toContain('made by a newer Cobrief');
    expect(digest(file)).toBe(before);
  });
});

describe('a real installation', () => {
  const owner = { name: 'พลอย 🏖️', email: 'ploy@example.com', password: 'sun and more sun' };
  let real: Cobrief;
  let setUp: string;
  let ploy: Awaited<ReturnType<typeof person>>;

  beforeAll(async () => {
    real = await startCobrief({ COBRIEF_DEMO: '0' });
    setUp = /http\S+\/setup\/\S+/.exec(real.printed())?.[0] ?? '';
    ploy = await person(browser);
    await ploy.page.goto(setUp);
    await ploy.page.getByLabel(auth.en.workspaceName).fill('ริมแดด');
    await ploy.page.getByLabel(auth.en.name, { exact: true }).fill(owner.name);
    await ploy.page.getByLabel(auth.en.email).fill(owner.email);
    await ploy.page.getByLabel(auth.en.password).fill(owner.password);
    await ploy.page.getByRole('button', { name: auth.en.setupButton }).click();
    await ploy.page.getByText(home.en.hello(owner)).waitFor();
  });
  afterAll(() => real?.stop());

  async function signIn(page: Page, password = owner.password): Promise<void> {
    await page.getByLabel(auth.en.email).fill(owner.email);
    await page.getByLabel(auth.en.password).fill(password);
    await page.getByRole('button', { name: auth.en.signIn, exact: true }).click();
  }

  test('its set-up link works once', async () => {
    const stranger = await person(browser);
    await stranger.page.goto(setUp);
    await stranger.page.getByText(auth.en.linkUsedTitle).waitFor();
    await stranger.page.getByRole('link', { name: auth.en.signIn }).waitFor();
    expect(await stranger.page.getByLabel(auth.en.password).count()).toBe(0);
    expectNoComplaints(stranger.complaints);
  });

  test('address and password let in, and a restart signs nobody out', async () => {
    const { page } = await person(browser);
    await page.goto(`${real.url}/sign-in`);
    await signIn(page, 'not this one');
    await page.getByText(auth.en.passwordWrong).waitFor();
    await signIn(page);
    await page.getByText(home.en.hello(owner)).waitFor();
    await real.kill();
    await real.restart();
    expect(real.printed()).not.toContain('/setup/');
    for (const one of [page, ploy.page]) {
      await one.goto(real.url);
      await one.getByText(home.en.hello(owner)).waitFor();
    }
  });

  test('a sign-in that ends in the middle of typing loses no word', async () => {
    const { page } = ploy;
    await startBrief(page, 'Put it on again');
    await core(page).click();
    await page.keyboard.type('Put it on ');
    await saved(page);
    const elsewhere = await person(browser);
    await elsewhere.page.goto(`${real.url}/sign-in?next=/me/devices`);
    await signIn(elsewhere.page);
    await page.keyboard.type('again, ');
    await elsewhere.page.getByRole('button', { name: auth.en.everywhere }).click();
    await page.getByText(editor.en.refusedSignedOut).waitFor();
    await page.keyboard.type('and again.');
    await page.getByRole('link', { name: editor.en.signInAgain }).click();
    await page.getByText(auth.en.signedOutAgain).waitFor();
    await signIn(page);
    await core(page).getByText('Put it on again, and again.').waitFor();
    await saved(page);
    await elsewhere.page.goto(page.url());
    await elsewhere.page.getByText('Put it on again, and again.').first().waitFor();
  });

  test('markup in a name, a title and a text stays the characters it is', async () => {
    const hostile = '</script><img src=x onerror="document.title=`taken`"><b>bold</b>';
    const { page } = await person(browser);
    await page.goto(`${real.url}/sign-in`);
    await signIn(page);
    await page.getByText(home.en.hello(owner)).waitFor();
    await page.goto(`${real.url}/me/settings`);
    await page.getByLabel(auth.en.name, { exact: true }).fill(hostile);
    await page.locator('button[value=profile]').click();
    await page.getByText(auth.en.saved, { exact: true }).waitFor();
    await page.goto(real.url);
    await startBrief(page, hostile);
    await core(page).click();
    await page.keyboard.insertText(hostile);
    await saved(page);
    await page.reload();
    await core(page).getByText(hostile).waitFor();
    await page.goto(real.url);
    await page.getByText(home.en.hello({ name: hostile })).waitFor();
    await page.getByText(hostile, { exact: true }).first().waitFor();
    expect(await page.locator('img[src=x]').count()).toBe(0);
    expect(await page.title()).not.toBe('taken');
  });
});

describe('a sign-in link', () => {
  const bots = ['facebookexternalhit/1.1', 'Twitterbot/1.0', 'Mozilla/5.0 (compatible; LINE)'];

  test('that preview bots fetched still lets its person in, once', async () => {
    const link = await linkForAnotherPhone(await cookieOf('Ploy'));
    for (const bot of bots) {
      for (const method of ['GET', 'HEAD']) {
        const seen = await fetch(link, { method, headers: { 'User-Agent': bot } });
        expect(seen.status).toBe(200);
        expect(seen.headers.getSetCookie()).toEqual([]);
        expect(seen.headers.get('x-robots-tag')).toContain('noindex');
      }
    }
    const phone = await person(browser, { screen: 'phone' });
    await comeIn(phone.page, link);
    await phone.page.getByText(home.en.hello({ name: 'Ploy' })).waitFor();
    await phone.page.goto(link);
    await phone.page.getByText(auth.en.stillSignedIn).waitFor();
    const late = await person(browser);
    await expectDead(late.page, link, auth.en.linkUsedTitle);
  });

  test('that was replaced, is too old or never was says so, with a way on', async () => {
    const cookie = await cookieOf('Ploy');
    const replaced = await linkForAnotherPhone(cookie);
    const old = await linkForAnotherPhone(cookie);
    makeOld(old);
    const { page } = await person(browser);
    await expectDead(page, replaced, auth.en.linkRevokedTitle);
    await expectDead(page, old, auth.en.linkExpiredTitle);
    await expectDead(page, `${demo.url}/l/nothing`, auth.en.linkUnknownTitle);
    await page.getByRole('link', { name: auth.en.signIn }).click();
    await page.getByText(auth.en.signInTitle).waitFor();
  });

  async function linkForAnotherPhone(cookie: string): Promise<string> {
    const headers = { Origin: demo.url, Cookie: cookie };
    const answer = await post(demo.url, '/me/devices', { intent: 'add' }, headers);
    const secret = /\/l\/([\w-]{40,})/.exec(await answer.text())?.[1];
    return `${demo.url}/l/${secret}`;
  }

  function makeOld(link: string): void {
    const hash = hashSecret(link.split('/').at(-1) ?? '');
    changeOnDisk('UPDATE link SET expires_at = 1000 WHERE secret_hash = ?', hash);
  }

  async function expectDead(page: Page, link: string, title: string): Promise<void> {
    await page.goto(link);
    await page.getByRole('heading', { name: title }).waitFor();
    await page.getByRole('link', { name: auth.en.signIn }).waitFor();
    expect(await page.locator('button[value=open]').count()).toBe(0);
  }
});

test('too many tries at the door are refused in words', async () => {
  const email = 'somebody@example.com';
  const attempt = () =>
    post(demo.url, '/sign-in', { email, password: 'guess' }, { Origin: demo.url });
  const tries = await Promise.all(Array.from({ length: 20 }, attempt));
  expect(new Set(tries.map(({ status }) => status))).toEqual(new Set([401]));
  const { page } = await person(browser);
  await page.goto(`${demo.url}/sign-in`);
  await page.getByLabel(auth.en.email).fill(email);
  await page.getByLabel(auth.en.password).fill('guess');
  await page.getByRole('button', { name: auth.en.signIn, exact: true }).click();
  await page.getByText(auth.en.tooMany).waitFor();
});

describe('every answer', () => {
  const paths = ['/sign-in', '/l/nothing', '/healthz', '/.well-known/cobrief-key', '/nowhere'];
  const more = ['/icon.svg', '/assets/nothing.js', '/files/nothing', '/uploads', '/proof'];

  test('carries the headers that keep other sites and scripts out', async () => {
    const answers = await Promise.all([...paths, ...more].map((path) => fetch(demo.url + path)));
    const refused = await post(demo.url, '/sign-in', {}, { Origin: 'https://evil.example' });
    const nonces = [...answers, refused].map(({ headers }) => {
      const policy = headers.get('content-security-policy') ?? '';
      const scripts = /script-src ([^;]*)/.exec(policy)?.[1] ?? '';
      expect(scripts).toMatch(/^'self' 'nonce-[\w+/=]{24}'$/);
      for (const rule of ["frame-ancestors 'none'", "object-src 'none'", "base-uri 'none'"])
        expect(policy).toContain(rule);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toMatch(/strict-origin-when-cross-origin|no-referrer/);
      expect(headers.get('strict-transport-security')).toBeNull();
      expect(headers.get('x-powered-by')).toBeNull();
      return scripts;
    });
    expect(new Set(nonces).size).toBe(nonces.length);
  });

  test('of a page runs no script without its nonce', async () => {
    const answer = await fetch(`${demo.url}/sign-in`);
    const policy = answer.headers.get('content-security-policy') ?? '';
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
    const scripts = [...(await answer.text()).matchAll(/<script\b([^>]*)>/g)];
    expect(scripts.length).toBeGreaterThan(0);
    for (const [, attributes] of scripts) expect(attributes).toContain(`nonce="${nonce}"`);
  });

  test('behind https has secure cookies, HSTS, and one address that may send forms', async () => {
    const port = await freePort();
    const site = 'https://cobrief.example.com';
    const proxied = await startCobrief({
      COBRIEF_URL: site,
      PORT: `${port}`,
      HOST: '0.0.0.0',
      COBRIEF_DEMO_ANYWHERE: '1',
    });
    const here = `http://127.0.0.1:${port}`;
    const { pathname } = new URL(proxied.link('Mali'));
    expect(proxied.link('Mali')).toContain(site);
    const open = (origin: string) => post(here, pathname, { intent: 'open' }, { Origin: origin });
    for (const origin of [here, `http://localhost:${port}`, 'null'])
      expect((await open(origin)).status).toBe(403);
    const opened = await open(site);
    expect(opened.status).toBe(302);
    expect(opened.headers.get('strict-transport-security')).toMatch(/max-age=\d{7}/);
    const cookies = opened.headers.getSetCookie();
    expect(cookies.length).toBeGreaterThan(0);
    for (const cookie of cookies) {
      expect(cookie).toMatch(/^__Secure-cobrief\./);
      for (const flag of ['Secure', 'HttpOnly', 'SameSite=Lax']) expect(cookie).toContain(flag);
    }
    await proxied.stop();
  });
});

describe('another site', () => {
  const foreign = [
    { Origin: 'https://evil.example' },
    { Origin: 'null' },
    { 'Sec-Fetch-Site': 'cross-site' },
    { 'Sec-Fetch-Site': 'same-site' },
  ];

  test('can neither sign anyone in nor act with their cookie', async () => {
    const cookie = await cookieOf('Ploy');
    const before = onDisk(demo, 'SELECT name, locale FROM user');
    const form = { intent: 'profile', name: 'Taken', locale: 'en', calendar: 'gregory' };
    for (const headers of foreign) {
      const act = await post(demo.url, '/me/settings', form, { ...headers, Cookie: cookie });
      expect(act.status).toBe(403);
      expect(await act.text()).toContain('another site');
      const enter = await post(demo.url, '/sign-in', {}, headers);
      expect(enter.status).toBe(403);
    }
    expect((await post(demo.url, '/me/settings', form, { Cookie: cookie })).status).toBe(403);
    expect(onDisk(demo, 'SELECT name, locale FROM user')).toEqual(before);
    const own = await post(
      demo.url,
      '/me/settings',
      { ...form, name: 'Ploy' },
      { Origin: demo.url, Cookie: cookie },
    );
    expect(own.status).toBe(200);
  });

  test('opens no socket with somebody’s cookie', async () => {
    const { id } = draftOnDisk(demo, 'Mali', 3);
    const cookie = await cookieOf('Mali');
    for (const path of [`/sync/draft:${id}`, '/live']) {
      for (const origin of ['https://evil.example', undefined])
        expect((await closed(path, { cookie, origin })).code).toBeGreaterThanOrEqual(4400);
    }
    const refusal = await closed(`/sync/draft:${id}`, { cookie, origin: 'https://evil.example' });
    expect(refusal).toEqual({ code: errorTable['bad-origin'].close, reason: 'bad-origin' });
  });

  function closed(
    path: string,
    { cookie, origin }: { cookie: string; origin: string | undefined },
  ) {
    const headers = { Cookie: cookie, ...(origin && { Origin: origin }) };
    const socket = new WebSocket(demo.url.replace('http', 'ws') + path, { headers });
    return new Promise<{ code: number; reason: string }>((resolve, reject) => {
      socket.on('error', reject);
      // Whoever is let in hears an answer to this.
      socket.on('open', () => socket.send(syncFrame(syncStep1, Uint8Array.of(0))));
      socket.on('message', () => reject(new Error('the socket was let in')));
      socket.on('close', (code, reason) => resolve({ code, reason: reason.toString() }));
    });
  }
});

describe('the operator’s demo command', () => {
  test('tells people with tokens and documents, and adds briefs with an open draft each', async () => {
    const first = await demoOf(demo);
    expect(first.people.map(({ name }) => name)).toEqual(['Ploy', 'Ta', 'Anan', 'Mali', 'Ben']);
    const told = {
      email: /@/,
      name: /./,
      role: /^(brand|creator), /,
      token: /^cobrief_[\w-]{40,}$/,
    };
    for (const one of first.people) {
      expect(Object.keys(one)).toEqual(Object.keys(told));
      for (const [key, shape] of Object.entries(told))
        expect(one[key as keyof typeof one]).toMatch(shape);
    }
    const [guidelines, ...drafts] = first.documents;
    expect(guidelines).toEqual({
      name: `guidelines:${guidelines?.brief}`,
      brief: guidelines?.brief,
    });
    expect(drafts).toHaveLength(57);
    for (const draft of drafts) {
      expect(Object.keys(draft)).toEqual(['name', 'brief', 'creator']);
      expect(draft.name).toMatch(/^draft:\w+$/);
      expect(draft.brief).toBe(guidelines?.brief);
    }
    const second = demoWithBriefs(3);
    expect(second.people).toEqual(first.people);
    const known = new Set(first.documents.map(({ name }) => name));
    const added = second.documents.filter(({ name }) => !known.has(name));
    expect(added.filter(({ creator }) => creator === undefined)).toHaveLength(3);
    const open = added.filter(({ creator }) => creator !== undefined);
    expect(new Set(open.map((one) => one.brief)).size).toBe(3);
  });

  test('gives tokens that the stock y-websocket client connects with, as far as the rights go', async () => {
    const { people, documents } = await demoOf(demo);
    const token = (name: string) => people.find((one) => one.name === name)?.token ?? '';
    const guidelines = documents.find(({ creator }) => creator === undefined)?.name ?? '';
    const ploy = stockClient(guidelines, token('Ploy'));
    const ta = stockClient(guidelines, token('Ta'));
    await Promise.all([ploy.synced, ta.synced]);
    ploy.words.insert(0, 'from Ploy, ');
    ta.words.insert(0, 'from Ta, ');
    await expect.poll(() => ta.words.length).toBe('from Ploy, from Ta, '.length);
    await expect.poll(() => ploy.words.toString()).toBe(ta.words.toString());
    ploy.provider.destroy();
    ta.provider.destroy();

    const draft = draftOnDisk(demo, 'Mali', 3);
    const ben = stockClient(`draft:${draft.id}`, token('Ben'));
    expect(await ben.refused).toEqual({
      code: errorTable['not-allowed'].close,
      reason: 'not-allowed',
    });
    const nobody = stockClient(guidelines, 'cobrief_nothing');
    expect(await nobody.refused).toEqual({
      code: errorTable['signed-out'].close,
      reason: 'signed-out',
    });
    for (const { provider } of [ben, nobody]) provider.destroy();
  });
});

describe('a creator at work', () => {
  const words = 'แดดแรงมาก ทาซ้ำแล้ว';

  async function mali() {
    const her = await person(browser, { locale: 'th' });
    await comeIn(her.page, demo.link('Mali'));
    await her.page.goto(`${demo.url}/posts/${draftOnDisk(demo, 'Mali', 3).id}`);
    await caption(her.page).click();
    await her.page.keyboard.press('Control+End');
    return her;
  }

  test('types markup, and it stays the characters it is', async () => {
    const hostile = '<img src=x onerror="document.title=`taken`"><script>document.title=1</script>';
    const { page, complaints } = await mali();
    await page.keyboard.insertText(hostile);
    await saved(page);
    await page.reload();
    await caption(page).getByText(hostile).waitFor();
    expect(await page.locator('img[src=x]').count()).toBe(0);
    expect(await page.title()).not.toMatch(/taken|^1$/);
    expectNoComplaints(complaints);
  });

  test('is told in words of a file that is not what its name says', async () => {
    const { page } = await mali();
    const buffer = Buffer.from('<script>document.title = "taken"</script>');
    const file = { name: 'sea.jpg', mimeType: 'image/jpeg', buffer };
    await page.locator('input[type=file]').first().setInputFiles(file);
    await page.getByRole('alert').getByText(media.th.fileType).waitFor();
  });

  // The kernel refuses the process every write to a file, as a full disk would.
  test.skipIf(process.platform !== 'linux')(
    'is never told Saved while the disk takes nothing, can read on, and loses no word',
    async () => {
      const { page } = await mali();
      const cookie = await cookieOf('Mali');
      changeOnDisk('UPDATE session SET updated_at = updated_at - ?', 120_000);
      const shown = await page.evaluateHandle(() => {
        const seen: (string | null)[] = [];
        const badge = document.querySelector('[data-save]') as Element;
        const note = () => seen.push(badge.getAttribute('data-save'));
        new MutationObserver(note).observe(badge, { attributeFilter: ['data-save'] });
        return seen;
      });
      limitFiles('0:unlimited');
      await page.keyboard.type(words);
      await page.locator('[data-save=offline]').first().waitFor();
      await expect.poll(() => health(demo)).toEqual({ code: 503, status: 'cannot-save' });
      expect(await shown.jsonValue()).not.toContain('saved');
      expect((await fetch(demo.url, { headers: { Cookie: cookie } })).status).toBe(200);
      limitFiles('unlimited:unlimited');
      await saved(page);
      await expect.poll(() => health(demo)).toEqual({ code: 200, status: 'ok' });
      await page.reload();
      await caption(page).getByText(words).waitFor();
    },
  );

  const limitFiles = (fsize: string) =>
    execFileSync('prlimit', ['--pid', `${demo.pid}`, `--fsize=${fsize}`]);
});

/** Beside the server, for what only time would bring. */
function changeOnDisk(sql: string, param: string | number): void {
  const file = new BetterSqlite(join(demo.dataDir, 'cobrief.sqlite'), { timeout: 5000 });
  const { changes } = file.prepare(sql).run(param);
  file.close();
  if (changes === 0) throw new Error(`nothing was changed by ${sql}`);
}

async function health({ url }: Cobrief): Promise<{ code: number; status: string }> {
  const answer = await fetch(`${url}/healthz`);
  return { code: answer.status, ...((await answer.json()) as { status: string }) };
}

const digest = (file: string): string =>
  createHash('sha256').update(readFileSync(file)).digest('hex');

/** A form as a browser would send it; `headers` say from where. */
function post(
  url: string,
  path: string,
  fields: Record<string, string>,
  headers: Record<string, string>,
): Promise<Response> {
  const body = new URLSearchParams(fields);
  return fetch(url + path, { method: 'POST', body, headers, redirect: 'manual' });
}

async function cookieOf(name: string): Promise<string> {
  const { pathname } = new URL(demo.link(name));
  const answer = await post(demo.url, pathname, { intent: 'open' }, { Origin: demo.url });
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';', 1)[0])
    .join('; ');
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as { port: number };
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

async function startBrief(page: Page, title: string): Promise<void> {
  await page.getByRole('link', { name: home.en.startBrief }).first().click();
  await page.getByLabel(brief.en.title, { exact: true }).fill(title);
  await page.getByRole('button', { name: brief.en.create }).click();
  await page.locator('[data-field=core]').waitFor();
}

function demoWithBriefs(count: number): DemoReport {
  const args = ['run', '--silent', 'admin', '--', 'demo', '--briefs', `${count}`, '--json'];
  const env = { ...process.env, DATA_DIR: demo.dataDir };
  return JSON.parse(spawnSync('npm', args, { env, encoding: 'utf8' }).stdout) as DemoReport;
}

/** The npm package as it is; without the channel by which two of one process would meet. */
function stockClient(document: string, token: string) {
  const doc = new Y.Doc();
  const provider = new WebsocketProvider(`${demo.url.replace('http', 'ws')}/sync`, document, doc, {
    params: { token },
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
    disableBc: true,
  });
  return {
    provider,
    words: doc.getText('words'),
    synced: new Promise<void>((resolve) => provider.once('sync', () => resolve())),
    refused: new Promise((resolve) => provider.once('closed', resolve)),
  };
}
