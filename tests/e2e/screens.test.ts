// Every screen as the people who may see it: in both languages, light and dark, wide and on a phone.
import { readdirSync } from 'node:fs';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test, inject } from 'vitest';
import { auth } from '#shared/words/auth.ts';
import { brief } from '#shared/words/brief.ts';
import { deal } from '#shared/words/deal.ts';
import { common } from '#shared/words/common.ts';
import { errors } from '#shared/words/errors.ts';
import { figuresFiles } from '#shared/words/figures-files.ts';
import { figuresPage } from '#shared/words/figures-page.ts';
import { guidelinesPage } from '#shared/words/guidelines-page.ts';
import { invite } from '#shared/words/invite.ts';
import { media } from '#shared/words/media.ts';
import { offer } from '#shared/words/offer.ts';
import { deeds } from '#shared/words/deeds.ts';
import { ownData } from '#shared/words/own-data.ts';
import { post } from '#shared/words/post.ts';
import { proofPage } from '#shared/words/proof-page.ts';
import { myPage } from '#shared/words/my-page.ts';
import { voice } from '#shared/words/voice.ts';
import { thread } from '#shared/words/thread.ts';
import type { Locale } from '#shared/words/words.ts';
import {
  type Cobrief,
  comeIn,
  openBrowser,
  person,
  type Screen,
  startCobrief,
} from '#tests/support/app.ts';
import { draftOnDisk, onDisk } from '#tests/support/demo.ts';

let browser: Browser;
/** With the demo, and without mail. */
let rimdaet: Cobrief;
/** New and empty, and with mail, though nobody takes it. */
let empty: Cobrief;

beforeAll(async () => {
  const mail = { SMTP_URL: 'smtp://127.0.0.1:9', SMTP_FROM: 'cobrief@house.example' };
  [browser, rimdaet, empty] = await Promise.all([
    openBrowser(),
    startCobrief({}, inject('seeded')),
    startCobrief({ COBRIEF_DEMO: '0', ...mail }),
  ]);
});
afterAll(async () => {
  await browser?.close();
  await rimdaet?.stop();
  await empty?.stop();
});

interface Someone {
  name: string | null;
  house: Cobrief;
  page: Page;
  screen: Screen;
  complaints: string[];
}

/** Somebody signed in, or with no name a visitor. */
async function someone(
  house: Cobrief,
  { name = null, screen }: { name?: string | null; screen: Screen },
): Promise<Someone> {
  const { page, complaints } = await person(browser, { screen });
  if (name) await comeIn(page, house.link(name));
  return { name, house, page, screen, complaints };
}

/** A form posted as the browser would, without its page. */
async function submit({ house, page }: Someone, path: string, form: Record<string, string>) {
  const headers = { origin: house.url };
  const answer = await page.request.post(house.url + path, { form, headers });
  if (!answer.ok()) throw new Error(`${path} ${form['intent']}: ${answer.status()}`);
}

async function act(who: Someone, draftId: string, intent: string, input: object = {}) {
  const [actor] = onDisk<{ id: string }>(
    who.house,
    'SELECT id FROM user WHERE name = ?',
    who.name ?? '',
  );
  const form = { intent, actor: actor?.id ?? '', input: JSON.stringify(input) };
  await submit(who, `/posts/${draftId}`, form);
}

async function speak(who: Someone, locale: Locale): Promise<void> {
  const { page, house, name } = who;
  await page.context().addCookies([{ name: 'cobrief-locale', value: locale, url: house.url }]);
  const profile = { intent: 'profile', locale, calendar: 'gregory' };
  if (name) await submit(who, '/me/settings', { ...profile, name });
}

type Step = (page: Page, locale: Locale) => Promise<unknown>;

interface Look {
  /** On the page before anything is judged. */
  ready?: Step;
  /** What can be opened on it, one after the other. */
  open?: Record<string, Step>;
}

const looked = new Set<string>();
const found: string[] = [];
afterEach(() => {
  expect(found.splice(0).join('\n')).toBe('');
});

/** Hues do not depend on the language: two looks see both languages and both themes. */
const themes = [
  ['en', 'light'],
  ['th', 'dark'],
] as const;

/** A page that was looked at before, of somebody else or in another state, is seen in one of the two. */
let again = 0;

async function look(who: Someone, route: string, path: string, { ready, open = {} }: Look = {}) {
  const { page, house } = who;
  const pairs = looked.has(route) ? themes.filter((_, i) => i === again % 2) : themes;
  if (looked.has(route)) again += 1;
  looked.add(route);
  for (const [locale, colorScheme] of pairs) {
    await speak(who, locale);
    await page.emulateMedia({ colorScheme });
    await page.goto(house.url + path);
    await page.locator('h1').first().waitFor();
    await ready?.(page, locale);
    await judge(who, `${route} ${locale} ${colorScheme}`);
    for (const [name, step] of Object.entries(open)) {
      await step(page, locale);
      await judge(who, `${route} “${name}” ${locale} ${colorScheme}`);
      await page.keyboard.press('Escape');
    }
  }
}

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const phoneWidth = 360;

async function judge({ name, page, screen, complaints }: Someone, where: string): Promise<void> {
  const at = `${name ?? 'visitor'} · ${where}`;
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const { violations } = await page.evaluate(
    (runOnly) =>
      (window as unknown as { axe: typeof axe }).axe.run(document, {
        runOnly,
        resultTypes: ['violations'],
        preload: false,
      }),
    tags,
  );
  for (const { id, nodes } of violations) {
    for (const { target, any, all, none } of nodes) {
      const why = [...any, ...all, ...none].map(({ message }) => message).join('; ');
      found.push(`${at} ${screen}: ${id} at ${target.join(' ')}: ${why}`);
    }
  }
  const wide = screen === 'desktop' ? page.viewportSize() : null;
  if (wide) await page.setViewportSize({ width: phoneWidth, height: 740 });
  const width = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        requestAnimationFrame(() => resolve(document.documentElement.scrollWidth));
      }),
  );
  if (width > phoneWidth) found.push(`${at}: ${width} px wide on a phone of ${phoneWidth}`);
  if (wide) await page.setViewportSize(wide);
  const ours = complaints.splice(0).filter((text) => !/Failed to load resource/.test(text));
  found.push(...ours.map((text) => `${at}: ${text}`));
}

const press = (page: Page, name: string | RegExp) =>
  page
    .getByRole('button', { name, exact: typeof name === 'string' })
    .first()
    .click();
const dialog = (page: Page) => page.getByRole('dialog').waitFor();
/** Presses a button that opens a dialog. */
const opening =
  (name: (locale: Locale) => string | RegExp): Step =>
  async (page, locale) => {
    await press(page, name(locale));
    await dialog(page);
  };
/** The browser comes back to where the page was left, with the header over half a box. */
const toTop = (page: Page) => page.evaluate(() => window.scrollTo(0, 0));
const aFile = (name: string, words: string) => ({
  name,
  mimeType: 'text/plain',
  buffer: Buffer.from(words),
});
const editor: Step = (page) => page.locator('.bound-editor .ProseMirror').first().waitFor();
const menu: Step = async (page, locale) => {
  await press(page, new RegExp(`^${common[locale].account}`));
  await page.getByRole('menu').waitFor();
};
/** The link a dialog or a page shows this once. */
const linkShown = async (page: Page) =>
  new URL(await page.locator('input[value*="/l/"]').first().inputValue()).pathname;

test('whoever is not signed in meets doors without a fault', async () => {
  const visitor = await someone(rimdaet, { screen: 'phone' });
  await look(visitor, 'sign-in', '/sign-in', {
    open: {
      'wrong password': async (page, locale) => {
        await page.getByLabel(auth[locale].email).fill('ploy@rimdaet.example');
        await page.getByLabel(auth[locale].password).fill('not the one');
        await press(page, auth[locale].signIn);
        await page.getByRole('alert').waitFor();
      },
    },
  });
  await look(visitor, 'posts.$draftId', `/posts/${draftOnDisk(rimdaet, 'Mali', 1).id}`);
  await look(visitor, 'device', '/device', {
    open: {
      'wrong digits': async (page, locale) => {
        await page.getByLabel(auth[locale].digits).fill('000000');
        await press(page, auth[locale].openDevice);
        await page.getByRole('alert').waitFor();
      },
    },
  });
  await look(visitor, 'l.$token', new URL(rimdaet.link('Mali')).pathname);
  await look(visitor, 'l.$token', '/l/nobody-made-this');
  await look(visitor, 'setup.$token', '/setup/nobody-made-this');
  await look(visitor, 'confirm.$token', '/confirm/nobody-made-this');
  await look(visitor, 'root', '/nowhere', {
    ready: (page, locale) => page.getByText(errors[locale]['not-found']?.title ?? '').waitFor(),
  });
  await look(visitor, 'proof', '/proof', {
    open: {
      'no proof': async (page, locale) => {
        await page.getByLabel(proofPage[locale].paste).fill('{}');
        await press(page, proofPage[locale].check);
        await page.getByText(proofPage[locale].paste).waitFor();
      },
    },
  });
});

test('an owner sets up an empty house and finds no page of it wanting', async () => {
  const visitor = await someone(empty, { screen: 'desktop' });
  const link = /http\S+\/setup\/\S+/.exec(empty.printed())?.[0] ?? '';
  await look(visitor, 'setup.$token', new URL(link).pathname);
  await look(visitor, 'sign-in', '/sign-in');

  const { page } = visitor;
  const account = { name: 'Ploy', email: 'ploy@house.example', password: 'sun and more sun' };
  await submit(visitor, new URL(link).pathname, { ...account, workspace: 'ริมแดด' });
  const ploy: Someone = { ...visitor, name: 'Ploy' };
  await look(ploy, 'l.$token', new URL(link).pathname.replace('setup', 'l'));
  await look(ploy, '_index', '/', { open: { menu } });
  await look(ploy, 'briefs.new', '/briefs/new');
  await look(ploy, 'creators._index', '/creators');

  await speak(ploy, 'en');
  await page.goto(`${empty.url}/briefs/new`);
  await page.getByLabel(brief.en.title, { exact: true }).fill('Put it on again');
  await page.getByLabel(brief.en.brandName).fill('Rimdaet');
  await page.getByLabel(brief.en.timeZone).fill('Asia/Bangkok');
  await press(page, brief.en.create);
  await page.waitForURL(/\/guidelines$/);
  const path = new URL(page.url()).pathname.replace(/\/guidelines$/, '');
  await look(ploy, 'briefs.$briefId.guidelines', `${path}/guidelines`, {
    ready: editor,
    open: { 'cannot publish yet': opening((locale) => guidelinesPage[locale].publish) },
  });
  await look(ploy, 'briefs.$briefId.posts', `${path}/posts`, {
    open: { 'a post to make': opening((locale) => brief[locale].addDeliverable) },
  });
  await look(ploy, 'briefs.$briefId.creators', `${path}/creators`);
  await look(ploy, 'settings.outbox', '/settings/outbox');

  const { email, password } = { ...account, email: 'lead@house.example' };
  await submit(ploy, '/me/settings', { intent: 'email', email, current: password });
  const [letter] = onDisk<{ body: string }>(empty, 'SELECT body FROM notice');
  const confirm = /\/confirm\/\S+/.exec(letter?.body ?? '')?.[0] ?? '';
  await look(ploy, 'confirm.$token', confirm);
  await look(ploy, 'settings.outbox', '/settings/outbox');
  await look(ploy, 'me.settings', '/me/settings');
  await look(ploy, 'me.telling', '/me/telling');
  await look(ploy, 'quiet.$token', '/quiet/nobody.0');
});

test('a brand finds every page of a brief that is under way without a fault', async () => {
  const ploy = await someone(rimdaet, { name: 'Ploy', screen: 'desktop' });
  const { briefId } = draftOnDisk(rimdaet, 'Mali', 1);
  const path = `/briefs/${briefId}`;
  await look(ploy, '_index', '/', { open: { menu } });
  await look(ploy, 'briefs.$briefId.guidelines', `${path}/guidelines`, {
    ready: editor,
    open: {
      publish: opening((locale) => guidelinesPage[locale].publishNext({ n: 2 })),
      'what is said': (page, locale) => press(page, new RegExp(`^${post[locale].comments}`)),
      people: opening((locale) => new RegExp(`^${brief[locale].people}:`)),
      'name and product': opening((locale) => brief[locale].editBrief),
    },
  });
  await look(ploy, 'briefs.$briefId.posts', `${path}/posts`, {
    open: { 'a sent post': opening((locale) => brief[locale].edit) },
  });
  await look(ploy, 'briefs.$briefId.creators', `${path}/creators`, {
    open: {
      invite: opening((locale) => brief[locale].invite),
      remove: opening((locale) => brief[locale].remove),
      replace: opening((locale) => invite[locale].replace),
    },
  });
  const [maliRow] = onDisk<{ id: string }>(rimdaet, "SELECT id FROM user WHERE name = 'Mali'");
  await look(ploy, 'briefs.$briefId.creators_.$userId', `${path}/creators/${maliRow?.id}`);
  await look(ploy, 'briefs.$briefId.creators_.shoots', `${path}/creators/shoots`, {
    open: { plan: opening((locale) => deal[locale].planShoot) },
  });
  await look(ploy, 'briefs.$briefId.plan_.overlap', `${path}/plan/overlap`);
  await look(ploy, 'briefs.$briefId.clients', `${path}/clients`);
  await look(ploy, 'briefs.$briefId_.report', `${path}/report`);
  await look(ploy, 'briefs.$briefId_.again', `${path}/again`);
  await look(ploy, 'briefs.$briefId_.versions.$n', `${path}/versions/1`);
  await look(ploy, 'settings.people', '/settings/people', {
    open: {
      'an invitation': async (page, locale) => {
        await press(page, auth[locale].inviteButton);
        await linkShown(page);
      },
    },
  });
  await look(ploy, 'settings.tokens', '/settings/tokens', {
    open: {
      'a token': async (page, locale) => {
        await page.getByLabel(auth[locale].tokenName).fill('Ours');
        await press(page, auth[locale].makeToken);
        await page.getByText(auth[locale].tokenReady).waitFor();
      },
    },
  });
  await look(ploy, 'me.settings', '/me/settings');
  await look(ploy, 'me.devices', '/me/devices', {
    open: {
      digits: async (page, locale) => {
        await press(page, auth[locale].makeDigits);
        await page.getByText(auth[locale].newDigits).waitFor();
      },
    },
  });
  await look(ploy, 'root', '/nowhere');

  const anan = await someone(rimdaet, { name: 'Anan', screen: 'desktop' });
  await look(anan, '_index', '/');
  await look(anan, 'briefs.$briefId.guidelines', `${path}/guidelines`, { ready: editor });
  // Nothing waits for a reviewer; a lead is in the middle of a sitting.
  await look(anan, 'review', '/review');
  await look(ploy, 'review', '/review?queue=all&since=1');
});

test('whoever invites several finds the rows and what is ready without a fault', async () => {
  const ploy = await someone(rimdaet, { name: 'Ploy', screen: 'desktop' });
  const path = `/briefs/${draftOnDisk(rimdaet, 'Mali', 1).briefId}`;
  await look(ploy, 'briefs.$briefId.creators_.invite', `${path}/creators/invite`, {
    open: {
      rows: async (page, locale) => {
        const rows = `Name\tHandle\tLanguage\nFon\t@fon.${locale}\tThai\nNid\t@nid\tKlingon`;
        await page.getByLabel(invite[locale].paste, { exact: true }).fill(rows);
        await press(page, invite[locale].look);
        await page.getByText(invite[locale].toLookAt({ n: 1 })).waitFor();
      },
      ready: async (page, locale) => {
        await press(page, invite[locale].leaveThemOut({ n: 1 }));
        await press(page, invite[locale].invite({ n: 1 }));
        await page.getByText(invite[locale].ready({ n: 1 })).waitFor();
      },
    },
  });
});

test('a brand finds a post without a fault in every state of it', async () => {
  const ploy = await someone(rimdaet, { name: 'Ploy', screen: 'desktop' });
  const at = (creator: string, n: number) => `/posts/${draftOnDisk(rimdaet, creator, n).id}`;
  await look(ploy, 'posts.$draftId', at('Mali', 3));
  await look(ploy, 'posts.$draftId', at('Mali', 2), { ready: editor });
  await look(ploy, 'posts.$draftId', at('Mali', 1), {
    ready: editor,
    open: {
      'what happened': opening((locale) => post[locale].more),
      'settled comments': (page, locale) => press(page, thread[locale].showResolved({ count: 1 })),
      'an answer': async (page, locale) => {
        await press(page, thread[locale].showOpen({ count: 1 }));
        await press(page, thread[locale].reply);
      },
      'how she writes': (page, locale) =>
        page.getByText(voice[locale].cardOf({ creator: 'Mali' })).click(),
    },
  });
  await look(ploy, 'posts.$draftId', at('Ben', 3), {
    ready: editor,
    open: {
      approve: opening((locale) => post[locale].approve),
      'ask for changes': async (page, locale) => {
        await press(page, post[locale].askChanges);
        await press(page, deeds[locale].addRequest);
      },
      'a comment': (page, locale) => press(page, thread[locale].commentOnWhole),
      'a point on a picture': async (page, locale) => {
        const photo = media[locale].photo({ n: 1 });
        await press(page, new RegExp(media[locale].open({ what: photo })));
        await press(page, thread[locale].placePoint);
      },
    },
  });
  await look(ploy, 'posts.$draftId_.compare', `${at('Ben', 3)}/compare`);
});

test('a creator finds every page on a phone without a fault', async () => {
  const mali = await someone(rimdaet, { name: 'Mali', screen: 'phone' });
  const { briefId } = draftOnDisk(rimdaet, 'Mali', 1);
  const at = (n: number) => `/posts/${draftOnDisk(rimdaet, 'Mali', n).id}`;
  const bell: Step = (page, locale) => press(page, new RegExp(`^${common[locale].bell}`));
  await look(mali, '_index', '/', { open: { menu, bell } });
  await look(mali, 'me.telling', '/me/telling');
  await look(mali, 'me.calendar', '/me/calendar');
  await look(mali, 'me.data', '/me/data', {
    open: { erase: opening((locale) => ownData[locale].eraseAccount) },
  });
  await look(mali, 'home.$group', '/home/waiting');
  await look(mali, 'invite.$briefId', `/invite/${briefId}`, {
    open: { question: (page, locale) => press(page, offer[locale].question) },
  });
  await look(mali, 'invite.$briefId_.deal', `/invite/${briefId}/deal`);
  await look(mali, 'invite.$briefId_.followers', `/invite/${briefId}/followers`);
  await look(mali, 'invite.$briefId_.fit', `/invite/${briefId}/fit?row=sets-trends`);
  await look(mali, 'me.portfolio', '/me/portfolio');
  await look(mali, 'briefs.$briefId_.versions.$n', `/briefs/${briefId}/versions/1`);
  await look(mali, 'me.settings', '/me/settings');
  await look(mali, 'me.devices', '/me/devices');
  await look(mali, 'me._index', '/me', {
    ready: toTop,
    open: {
      'left out': async (page, locale) => {
        await page.getByLabel(myPage[locale].pasteLabel).fill('One two three\n\nshort');
        await page.getByText(myPage[locale]['why-short']).waitFor();
      },
      'remove all': opening((locale) => myPage[locale].removeAll),
    },
  });
  await look(mali, 'me.figures', '/me/figures', {
    ready: toTop,
    open: {
      'remove a file': opening((locale) =>
        figuresPage[locale].removeOne({ name: 'instagram-mali.on.the.bts.zip' }),
      ),
      'not a file of figures': async (page, locale) => {
        await page.locator('input[type=file]').setInputFiles(aFile('notes.txt', 'Dear diary'));
        await page.getByText(figuresFiles[locale].text).waitFor();
        await toTop(page);
      },
      'a table of her own': async (page, locale) => {
        const words = 'Date;Text;Hearts\n27/09/2026;One;5\nTotal;;5\n';
        await page.locator('input[type=file]').setInputFiles(aFile('mine.csv', words));
        await page.getByRole('button', { name: figuresPage[locale].keep({ n: '1' }) }).waitFor();
        await page.getByText(figuresPage[locale].left({ n: '1' })).click();
        await toTop(page);
      },
    },
  });
  await look(mali, 'posts.$draftId', at(1), {
    ready: editor,
    open: {
      meter: opening((locale) => new RegExp(`^${voice[locale].voice}:`)),
    },
  });
  await look(mali, 'posts.$draftId', at(3), {
    ready: editor,
    open: { 'a link': opening((locale) => media[locale].addLink) },
  });
  await look(mali, 'posts.$draftId', at(2), {
    ready: editor,
    open: {
      send: opening((locale) => post[locale].send({ brand: 'Rimdaet' })),
      points: opening((locale) => post[locale].pointsTab),
      comments: opening((locale) => new RegExp(`^${post[locale].commentsTab}`)),
      rules: opening((locale) => post[locale].rulesTab),
    },
  });
  await look(mali, 'posts.$draftId', at(1), {
    ready: editor,
    open: {
      'what happened': opening((locale) => post[locale].more),
      comments: opening((locale) => new RegExp(`^${post[locale].commentsTab}`)),
      'make a change': opening((locale) => post[locale].makeChange),
    },
  });
  await look(mali, 'posts.$draftId_.compare', `${at(1)}/compare`);
});

test('somebody invited finds the way in and the offer without a fault', async () => {
  const ploy = await someone(rimdaet, { name: 'Ploy', screen: 'desktop' });
  const nok = await someone(rimdaet, { screen: 'phone' });
  const { briefId } = draftOnDisk(rimdaet, 'Mali', 1);
  await speak(ploy, 'en');
  await ploy.page.goto(`${rimdaet.url}/settings/people`);
  await press(ploy.page, auth.en.inviteButton);
  await look(nok, 'l.$token', await linkShown(ploy.page));

  await ploy.page.goto(`${rimdaet.url}/briefs/${briefId}/creators`);
  await press(ploy.page, brief.en.invite);
  await ploy.page.getByLabel(brief.en.creatorName, { exact: true }).fill('Nok');
  await press(ploy.page, brief.en.makeInvitation);
  const link = await linkShown(ploy.page);
  await look(nok, 'l.$token', link);
  await submit(nok, link, { intent: 'open' });
  nok.name = 'Nok';
  await look(nok, '_index', '/');
  await look(nok, 'invite.$briefId', `/invite/${briefId}`, {
    open: { 'not this time': (page, locale) => press(page, offer[locale].notThisTime) },
  });
  await submit(nok, `/invite/${briefId}`, { intent: 'ask', text: 'มีกี่กลิ่นคะ' });
  await look(ploy, 'briefs.$briefId.creators', `/briefs/${briefId}/creators`, {
    open: { 'a question': opening((locale) => brief[locale].answer) },
  });
  await look(await someone(rimdaet, { screen: 'phone' }), 'l.$token', link);
});

test('both find a post without a fault on its way out and back', async () => {
  const ploy = await someone(rimdaet, { name: 'Ploy', screen: 'desktop' });
  const ben = await someone(rimdaet, { name: 'Ben', screen: 'phone' });
  const mali = await someone(rimdaet, { name: 'Mali', screen: 'phone' });
  const both = async (creator: Someone, path: string, its?: Look) => {
    await look(creator, 'posts.$draftId', path, its);
    await look(ploy, 'posts.$draftId', path, its && { ready: editor });
  };
  const idOf = (creator: string, n: number) => draftOnDisk(rimdaet, creator, n).id;

  await act(ben, idOf('Ben', 1), 'open-door');
  await both(ben, `/posts/${idOf('Ben', 1)}`, { ready: editor });
  await act(ben, idOf('Ben', 2), 'withdraw');
  await both(ben, `/posts/${idOf('Ben', 2)}`);

  const photo = idOf('Ben', 3);
  const [sent] = onDisk<{ approvalId: string }>(
    rimdaet,
    'SELECT approval_id AS approvalId FROM draft_version WHERE draft_id = ? ORDER BY n DESC',
    photo,
  );
  await act(ploy, photo, 'approve', sent);
  await both(ben, `/posts/${photo}`, {
    ready: editor,
    open: { 'the second key': opening((locale) => post[locale].postIt) },
  });
  await act(ben, photo, 'post-it', sent);
  await act(ben, photo, 'publish', { url: 'https://www.instagram.com/p/abc123' });
  await both(ben, `/posts/${photo}`, { ready: editor });

  const { page } = mali;
  const reel = `/posts/${idOf('Mali', 1)}`;
  await speak(mali, 'th');
  await page.goto(rimdaet.url + reel);
  await press(page, post.th.makeChange);
  await page.getByRole('dialog').getByRole('button', { name: post.th.makeChangeYes }).click();
  await page.locator('.caption-editor .ProseMirror').click();
  await page.keyboard.type('อีกนิด');
  await page.getByText(post.th.changed).waitFor();
  await page.locator('[data-save=saved]').first().waitFor();
  await both(mali, reel, { ready: editor });
  await look(ploy, 'posts.$draftId_.compare', `${reel}/compare`);
});

test('a second version of the guidelines is found without a fault, and agreed to again', async () => {
  const ploy = await someone(rimdaet, { name: 'Ploy', screen: 'desktop' });
  const mali = await someone(rimdaet, { name: 'Mali', screen: 'phone' });
  const { page } = ploy;
  const { briefId } = draftOnDisk(rimdaet, 'Mali', 1);
  await speak(ploy, 'en');
  await page.goto(`${rimdaet.url}/briefs/${briefId}/guidelines`);
  await page.locator('[data-field=core] .language-text[lang=en]').click();
  await page.keyboard.type('Every day, ');
  await page.locator('[data-save=saved]').first().waitFor();
  await press(page, guidelinesPage.en.publishNext({ n: 2 }));
  const asked = page.getByRole('dialog');
  await asked.getByRole('button', { name: guidelinesPage.en.publishNext({ n: 2 }) }).click();
  await asked.getByText(`${guidelinesPage.en.version({ n: 2 })} ✓`).waitFor();
  await look(ploy, 'briefs.$briefId_.versions.$n', `/briefs/${briefId}/versions/2`);
  await look(mali, 'invite.$briefId', `/invite/${briefId}`);
  await submit(ploy, `/briefs/${briefId}/guidelines`, { intent: 'door', open: 'yes' });
  await look(mali, 'invite.$briefId_.guidelines', `/invite/${briefId}/guidelines`, {
    ready: editor,
    open: { comments: opening((locale) => new RegExp(`^${post[locale].comments}`)) },
  });
});

// Last, when all the others have looked: a new page needs a look of its own.
test('no page of the product was left out', () => {
  const notPages = [
    '$',
    'sign-out',
    'briefs.$briefId',
    'briefs.$briefId._index',
    'posts.$draftId_.proof',
    'suggestions.ts',
    'figures.ts',
    'briefs.$briefId_.take',
    'posts.$draftId_.take',
    'posts.$draftId_.proof_.pdf',
    'threads',
    'briefs.$briefId_.here',
    'posts.$draftId_.calendar',
    'posts.$draftId_.share',
    'calendar[.]ics',
    'invite.$briefId_.shoot[.]ics',
    'calendar.$file',
    'inbox',
    'inbox_.activity',
    'posts.$draftId_.voice',
    'posts.$draftId_.agreed',
    'briefs.$briefId_.cells',
    'briefs.$briefId_.last-time.ts',
    'briefs.$briefId_.outlook.ts',
    'briefs.$briefId_.posts[.]csv',
    'briefs.$briefId_.report_.pdf.ts',
    'creators[.]csv',
    'client.$secret_.proof.$draftId',
    'me.data[.]zip.ts',
    // Looked at where a client has a link: client.test.ts.
    'client.$secret',
    'briefs.$briefId_.fit[.]csv',
    // Looked at where people plan, rank and open a creator: plan.test.ts, roster.test.ts.
    'briefs.$briefId.plan',
    'creators.$userId',
    // Looked at in fit.test.ts, filled in by three people.
    'briefs.$briefId.creators_.$userId_.fit',
    'briefs.$briefId.creators_.fit',
    'briefs.$briefId_.moodboard',
  ];
  const pages = readdirSync('app/routes').map((file) => file.replace(/\.tsx$/, ''));
  expect([...looked, ...notPages].toSorted()).toEqual([...pages, 'root'].toSorted());
});
