import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { brief } from '#shared/words/brief.ts';
import { editor } from '#shared/words/editor.ts';
import { errors } from '#shared/words/errors.ts';
import { home } from '#shared/words/home.ts';
import { post } from '#shared/words/post.ts';
import { thread } from '#shared/words/thread.ts';
import { comeIn } from '#tests/support/app.ts';
import { draftOnDisk, onDisk } from '#tests/support/demo.ts';
import { house } from '#tests/support/house.ts';
import { caption, cuttable, saved } from '#tests/support/post-page.ts';

const { cobrief, signedIn } = house();

/** Whether a page or its sockets were ever sent these words. */
function overheard(page: Page): (words: string) => Promise<boolean> {
  const heard: string[] = [];
  const reading: Promise<void>[] = [];
  const keep = (data: string | Buffer) => void heard.push(data.toString());
  page.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => keep(payload)));
  // A page that is left takes back what it was loading: of that no words ever come.
  page.on('requestfinished', (request) => {
    reading.push(
      request
        .response()
        .then((response) => response?.text())
        .then((text) => keep(text ?? ''))
        .catch(() => undefined),
    );
  });
  return async (words) => {
    await Promise.all(reading);
    return heard.some((text) => text.includes(words));
  };
}

/** The words of these pages and of every page they lead to, read with the session of who looks. */
async function crawl(page: Page, from: string[]): Promise<Map<string, string>> {
  const read = new Map<string, string>();
  const words = async (path: string) => {
    if (!read.has(path)) read.set(path, await (await page.request.get(cobrief.url + path)).text());
    return read.get(path) ?? '';
  };
  for (const path of from) {
    const links = (await words(path)).matchAll(/<a [^>]*href="(\/[^"#?]*)/g);
    for (const [, href = ''] of links) {
      // What is saved and not shown is no page.
      if (!/\/proof\/pdf|\.csv|sign-out|calendar|\/take/.test(href)) await words(href);
    }
  }
  return read;
}

const telling = (read: Map<string, string>, what: RegExp): string[] =>
  [...read].flatMap(([path, words]) => (what.test(words) ? [path] : []));

test('nothing of a Just me draft reaches the brand on any page or socket', async () => {
  const { id, briefId } = draftOnDisk(cobrief, 'Mali', 3);
  const mali = await signedIn('Mali', { screen: 'phone', locale: 'th' });
  const ploy = await signedIn('Ploy');
  const heard = overheard(ploy.page);
  await ploy.page.goto(`${cobrief.url}/posts/${id}`);
  await ploy.page
    .getByText(post.en.closedTitle({ creator: 'Mali' }))
    .first()
    .waitFor();

  await mali.page.goto(`${cobrief.url}/posts/${id}`);
  await caption(mali.page).click();
  await mali.page.keyboard.type('ความลับของมาลี SECRETWORDS');
  await saved(mali.page);

  const paths = ['/', `/briefs/${briefId}/guidelines`, `/briefs/${briefId}/posts`, `/posts/${id}`];
  for (const path of paths) await ploy.page.goto(cobrief.url + path);
  const read = await crawl(ploy.page, [...paths, `/posts/${id}.data`, `/posts/${id}/compare`]);
  expect(read.size).toBeGreaterThan(20);
  expect(telling(read, /SECRETWORDS/)).toEqual([]);
  const socket = await ploy.page.evaluate(
    (name) =>
      new Promise<number>((resolve) => {
        const ws = new WebSocket(`${location.origin.replace('http', 'ws')}/sync/${name}`);
        ws.onclose = ({ code }) => resolve(code);
      }),
    `draft:${id}`,
  );
  expect(socket).toBe(4403);
  expect(await heard('Everywhere Stick')).toBe(true);
  expect(await heard('SECRETWORDS')).toBe(false);
});

test('a brand-side thread never reaches the creator', async () => {
  const { id } = draftOnDisk(cobrief, 'Mali', 1);
  const mali = await signedIn('Mali', { screen: 'phone', locale: 'th' });
  const heard = overheard(mali.page);
  await mali.page.goto(`${cobrief.url}/posts/${id}`);
  await caption(mali.page).waitFor();

  const anan = await signedIn('Anan');
  await anan.page.goto(`${cobrief.url}/posts/${id}`);
  await anan.page.getByRole('button', { name: thread.en.commentOnWhole }).click();
  await anan.page.getByLabel(thread.en.body).fill('BRANDSIDEONLY: legal has a doubt');
  await anan.page.getByRole('button', { name: thread.en.send, exact: true }).last().click();
  const ploy = await signedIn('Ploy');
  await ploy.page.goto(`${cobrief.url}/posts/${id}`);
  await ploy.page.getByText('BRANDSIDEONLY').waitFor();

  for (const path of ['/', `/posts/${id}`]) await mali.page.goto(cobrief.url + path);
  const read = await crawl(mali.page, [
    '/',
    `/posts/${id}`,
    `/posts/${id}.data`,
    `/posts/${id}/compare`,
  ]);
  expect(telling(read, /BRANDSIDEONLY|is an absolute promise/)).toEqual([]);
  expect(await heard('08.10')).toBe(true);
  expect(await heard('BRANDSIDEONLY')).toBe(false);
  expect(await heard('is an absolute promise')).toBe(false);
});

test('a removed colleague loses the socket within a second', async () => {
  const { briefId } = draftOnDisk(cobrief, 'Mali', 1);
  const ploy = await signedIn('Ploy');
  const ta = await signedIn('Ta');
  const closed = new Promise<number>((resolve) => {
    ta.page.on('websocket', (socket) => {
      if (socket.url().includes('/sync/guidelines')) socket.on('close', () => resolve(Date.now()));
    });
  });
  await ta.page.goto(`${cobrief.url}/briefs/${briefId}/guidelines`);
  await ta.page.locator('[data-field=core]').waitFor();
  await ploy.page.goto(`${cobrief.url}/briefs/${briefId}/guidelines`);
  await ploy.page.getByRole('button', { name: new RegExp(brief.en.people) }).click();
  const remove = ploy.page.getByRole('button', { name: brief.en.removePerson({ name: 'Ta' }) });
  await remove.click();
  await expect
    .poll(
      () =>
        onDisk(
          cobrief,
          "SELECT 1 FROM brief_member m JOIN user u ON u.id = m.user_id WHERE u.name = 'Ta'",
        ).length,
    )
    .toBe(0);
  const gone = Date.now();
  expect((await closed) - gone).toBeLessThan(1000);
  await expect.poll(() => ta.page.locator('[data-field=core]').count()).toBe(0);
});

test('a creator removed while offline finds the unsent words in a rescued copy', async () => {
  const { id, briefId } = draftOnDisk(cobrief, 'Ben', 1);
  const ben = await signedIn('Ben', { screen: 'phone' });
  const line = await cuttable(ben.page);
  await ben.page.goto(`${cobrief.url}/posts/${id}`);
  await caption(ben.page).click();
  await saved(ben.page);
  line.cut();
  await ben.page.locator('[data-save=offline]').waitFor();
  await ben.page.keyboard.type('Words from lap five');
  await ben.page.getByText(/kept on this device/).waitFor();

  const ploy = await signedIn('Ploy');
  await ploy.page.goto(`${cobrief.url}/briefs/${briefId}/creators`);
  const row = ploy.page.locator('li').filter({ hasText: '@ben.runs.lumphini' });
  await row.getByRole('button', { name: brief.en.remove, exact: true }).click();
  await ploy.page
    .getByRole('dialog')
    .getByRole('button', { name: brief.en.removeCreator({ name: 'Ben' }) })
    .click();
  await expect
    .poll(() => onDisk(cobrief, "SELECT 1 FROM brief_creator WHERE state = 'removed'").length)
    .toBe(1);

  line.join();
  await ben.page.getByText(errors.en.kept).waitFor();
  await ben.page.getByRole('link', { name: errors.en.seeKept }).click();
  await ben.page.getByRole('heading', { name: home.en.rescued }).waitFor();
  await ben.page.locator('[data-rescued]').getByText('Words from lap five').waitFor();
});

test('a colleague who may only read from now on finds the unsent words kept, and reads on live', async () => {
  const { briefId } = draftOnDisk(cobrief, 'Mali', 1);
  const path = `${cobrief.url}/briefs/${briefId}/guidelines`;
  const anan = await signedIn('Anan');
  const ploy = await signedIn('Ploy');
  await ploy.page.goto(path);
  const core = (page: Page) =>
    page.locator('[data-field=core] .ProseMirror, [data-field=core]').first();
  await core(ploy.page).waitFor();
  const give = async (role: string) => {
    await ploy.page.getByRole('button', { name: new RegExp(brief.en.people) }).click();
    await ploy.page.getByLabel(brief.en.roleOf({ name: 'Anan' })).selectOption(role);
    await expect
      .poll(
        () =>
          onDisk<{ role: string }>(
            cobrief,
            "SELECT m.role FROM brief_member m JOIN user u ON u.id = m.user_id WHERE u.name = 'Anan'",
          )[0]?.role,
      )
      .toBe(role);
    await ploy.page.keyboard.press('Escape');
  };
  await give('colleague');
  const line = await cuttable(anan.page);
  await anan.page.goto(path);
  await core(anan.page).click();
  await saved(anan.page);
  line.cut();
  await anan.page.locator('[data-save=offline]').waitFor();
  await anan.page.keyboard.type('UNSENTOFANAN ');
  await anan.page.getByText(/kept on this device/).waitFor();

  await give('reviewer');
  line.join();
  await anan.page.getByText(editor.en.readingRescued).waitFor();
  expect(await anan.page.locator('.ProseMirror').first().textContent()).not.toContain('UNSENT');
  await core(ploy.page).click();
  await ploy.page.keyboard.type('READONLIVE ');
  await anan.page.getByText('READONLIVE').first().waitFor();
  await anan.page.getByRole('link', { name: editor.en.seeCopy }).click();
  await anan.page.locator('[data-rescued]').getByText('UNSENTOFANAN').waitFor();
});

test('two people in one browser never send each other’s edits', async () => {
  const { id } = draftOnDisk(cobrief, 'Mali', 3);
  const one = await signedIn('Mali');
  const line = await cuttable(one.page);
  await one.page.goto(`${cobrief.url}/posts/${id}`);
  await caption(one.page).click();
  await saved(one.page);
  line.cut();
  await one.page.keyboard.type('OFFLINEOFMALI');
  await one.page.locator('[data-save=offline]').waitFor();
  const before = onDisk<{ n: number }>(cobrief, 'SELECT count(*) AS n FROM document_update');

  // Ploy signs in in another tab of the same browser; Mali's old tab comes back under her cookie.
  const tab = await one.context.newPage();
  await comeIn(tab, cobrief.link('Ploy'));
  await tab.goto(`${cobrief.url}/`);
  line.join();
  await one.page.locator('[data-save=refused]').waitFor();
  const after = onDisk<{ n: number }>(cobrief, 'SELECT count(*) AS n FROM document_update');
  expect(after).toEqual(before);

  // When Mali is back, so are her words.
  await comeIn(tab, cobrief.link('Mali'));
  await tab.goto(`${cobrief.url}/posts/${id}`);
  await caption(tab).getByText('OFFLINEOFMALI').waitFor();
  await saved(tab);
});
