import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { messageAwareness, messageSync } from '#shared/protocol.ts';
import { editor } from '#shared/words/editor.ts';
import { media } from '#shared/words/media.ts';
import { post } from '#shared/words/post.ts';
import { expectNoComplaints, type PersonOptions, person } from '#tests/support/app.ts';
import { draftOnDisk, onDisk } from '#tests/support/demo.ts';
import { house } from '#tests/support/house.ts';
import { caption, captionText, cuttable, saved } from '#tests/support/post-page.ts';

const home = house();
const { cobrief, signedIn } = home;

async function at(path: string, name: string, options: PersonOptions = {}) {
  const who = await signedIn(name, options);
  const line = await cuttable(who.page);
  await who.page.goto(cobrief.url + path);
  return { ...who, line };
}

const updatesOf = (draftId: string): number =>
  onDisk<{ n: number }>(
    cobrief,
    'SELECT count(*) AS n FROM document_update WHERE document = ?',
    `draft:${draftId}`,
  )[0]?.n ?? -1;

test('who reads along has no caret of their own on screen, and the creator sees it with its name', async () => {
  const { id } = draftOnDisk(cobrief, 'Ben', 3);
  const ploy = await at(`/posts/${id}`, 'Ploy');
  const ben = await at(`/posts/${id}`, 'Ben');
  await caption(ben.page).waitFor();
  await caption(ploy.page).locator('> p').first().click({ clickCount: 3 });
  await ben.page.locator('.caret-brand[data-name=Ploy]').waitFor();
  expect(await ploy.page.locator('.caret-brand').count()).toBe(0);
});

test('opening, focusing and reconnecting change no content id', async () => {
  const { id } = draftOnDisk(cobrief, 'Mali', 1);
  const before = updatesOf(id);
  expect(before).toBeGreaterThan(0);
  const people = [
    await at(`/posts/${id}`, 'Mali', { screen: 'phone', locale: 'th' }),
    await at(`/posts/${id}`, 'Mali'),
    await at(`/posts/${id}`, 'Ploy'),
    await at(`/posts/${id}`, 'Anan'),
  ];
  for (const { page, line } of people) {
    await caption(page).click();
    await page.keyboard.press('End');
    line.cut();
    await page.locator('[data-save=offline]').waitFor();
    line.join();
    await page.locator('[data-save=offline]').waitFor({ state: 'hidden' });
  }
  for (const { page } of people.slice(0, 2)) await saved(page);
  // The page compares the id of what it shows with the one both approved.
  for (const { page } of people) expect(await page.getByText(changed).count()).toBe(0);
  expect(updatesOf(id)).toBe(before);
});

const changed = new RegExp(`${post.en.changed}|${post.th.changed}`);

test('offline edits of a person’s two devices converge', async () => {
  const path = `/posts/${draftOnDisk(cobrief, 'Mali', 3).id}`;
  const laptop = await at(path, 'Mali');
  const phone = await at(path, 'Mali', { screen: 'phone', locale: 'th' });
  for (const { page, line } of [laptop, phone]) {
    await saved(page);
    line.cut();
    await page.locator('[data-save=offline]').waitFor();
  }
  await caption(laptop.page).click();
  await laptop.page.keyboard.type('From the laptop.');
  await caption(phone.page).click();
  await phone.page.keyboard.type('จากโทรศัพท์');
  for (const { page } of [laptop, phone]) {
    await page.getByText(/ออฟไลน์ เก็บไว้ในเครื่องนี้ \d+ รายการ/).waitFor();
  }
  laptop.line.join();
  phone.line.join();
  await saved(laptop.page);
  await saved(phone.page);
  await caption(phone.page).getByText('From the laptop.').waitFor();
  await caption(laptop.page).getByText('จากโทรศัพท์').waitFor();
  expect(await captionText(laptop.page)).toBe(await captionText(phone.page));
  for (const { complaints } of [laptop, phone]) expectNoComplaints(complaints);
});

test('a Thai composition survives twenty remote events in the same paragraph', async () => {
  const path = `/posts/${draftOnDisk(cobrief, 'Ben', 1).id}`;
  const phone = await at(path, 'Ben', { screen: 'phone', locale: 'th' });
  await caption(phone.page).click();
  await phone.page.keyboard.type('ก่อน ');
  await saved(phone.page);
  const laptop = await at(path, 'Ben');
  await caption(laptop.page).getByText('ก่อน').waitFor();

  const ended = await caption(phone.page).evaluateHandle((element) => {
    const seen = { ends: 0 };
    element.addEventListener('compositionend', () => seen.ends++);
    return seen;
  });
  const keyboard = await phone.context.newCDPSession(phone.page);
  const compose = (text: string) =>
    keyboard.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
  await compose('ส');
  await caption(laptop.page).click();
  await laptop.page.keyboard.press('Home');
  const before = updatesOf(path.slice('/posts/'.length));
  const word = 'สวัสดีครับทุกคนที่สวนลุม';
  for (const [n, letter] of [...'twenty remote events'].entries()) {
    await laptop.page.keyboard.type(letter);
    await compose(word.slice(0, n + 2));
  }
  await saved(laptop.page);
  expect(updatesOf(path.slice('/posts/'.length)) - before).toBeGreaterThan(1);
  expect(await ended.evaluate((seen) => seen.ends)).toBe(0);
  await keyboard.send('Input.insertText', { text: word });
  await saved(phone.page);
  const written = `twenty remote eventsก่อน ${word}`;
  for (const { page } of [phone, laptop]) {
    await expect.poll(() => captionText(page)).toBe(written);
  }
  expect(await ended.evaluate((seen) => seen.ends)).toBe(1);
});

test('a pasted text of 200 pages is refused with its limit and changes nothing', async () => {
  const { page } = await at(`/posts/${draftOnDisk(cobrief, 'Ben', 1).id}`, 'Ben');
  await caption(page).click();
  await saved(page);
  const before = await captionText(page);
  const pages = 'ครีมกันแดด sunscreen '.repeat(100).concat('\n').repeat(200);
  await page.evaluate((text) => navigator.clipboard.writeText(text), pages);
  await page.keyboard.press('Control+v');
  const limit = /That is more than fits here: [\d,]+ characters at most. Nothing was changed./;
  await page.getByText(limit).waitFor();
  expect(await captionText(page)).toBe(before);
  await page.keyboard.type(' Still writing.');
  await saved(page);
  expect(await captionText(page)).toBe(`${before} Still writing.`);
});

test('a creator goes from the link to a sent post with the keyboard alone', async () => {
  const { page, complaints } = await person(home.browser);
  const { id } = draftOnDisk(cobrief, 'Ben', 2);
  await page.goto(cobrief.link('Ben'));
  await press(page, page.locator('main form button[type=submit]').first());
  await page.waitForURL((url) => !url.pathname.startsWith('/l/'));
  await press(page, page.locator(`a[href="/posts/${id}"]`).first());
  await page.waitForURL(/\/posts\//);
  await press(page, page.getByRole('button', { name: editor.en.addFrame }));
  await tabTo(page, page.locator('.ProseMirror').first());
  await page.keyboard.type('Ad. Lap one, sunscreen in the pocket. @rimdaet #RimdaetAgain BEN15');
  await saved(page);
  const send = post.en.send({ brand: 'Rimdaet' });
  await press(page, page.getByRole('button', { name: send }).first());
  const dialog = page.getByRole('dialog');
  await press(page, dialog.getByRole('button', { name: send }));
  await page
    .getByText(post.en.turnBrand({ brand: 'Rimdaet' }))
    .first()
    .waitFor();
  expectNoComplaints(complaints);
});

/** Tab and nothing else, until it has the focus; a person would give up sooner. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let tabs = 0; tabs < 80; tabs++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`80 tabs did not reach ${target.toString()}`);
}

async function press(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
}

test('a photo replaced after approval is seen by every open page within a second', async () => {
  const path = `/posts/${draftOnDisk(cobrief, 'Ben', 3).id}`;
  const ben = await at(path, 'Ben', { screen: 'phone' });
  const ploy = await at(path, 'Ploy');
  const anan = await at(path, 'Anan');
  await ploy.page.getByRole('button', { name: post.en.approve, exact: true }).click();
  const dialog = ploy.page.getByRole('dialog');
  await dialog.getByRole('button', { name: post.en.approve, exact: true }).click();
  await ben.page.getByText(post.en.turnKeyYou).first().waitFor();
  await anan.page
    .getByText(post.en.turnKey({ creator: 'Ben' }))
    .first()
    .waitFor();

  const photo = join(cobrief.dataDir, 'other.png');
  const other = { width: 640, height: 800, channels: 3, background: '#0c7365' } as const;
  await sharp({ create: other }).png().toFile(photo);
  await ben.page.getByRole('button', { name: post.en.makeChange }).click();
  const sure = ben.page.getByRole('dialog');
  await sure.getByRole('button', { name: post.en.makeChangeYes }).click();
  await ben.page
    .getByRole('button', { name: media.en.more({ what: media.en.photo({ n: 1 }) }) })
    .click();
  const chooser = ben.page.waitForEvent('filechooser');
  await ben.page.getByRole('menuitem', { name: media.en.replace }).click();
  await (await chooser).setFiles(photo);
  await ben.page.getByText(post.en.changed).first().waitFor();
  await Promise.all(
    [ploy, anan].map(({ page }) =>
      page.getByText(post.en.changed).first().waitFor({ timeout: 1000 }),
    ),
  );
});

/** What of this page the browser could not show without a connection. */
async function missingOffline(): Promise<string[]> {
  const assets = performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name).pathname)
    .filter((path) => path.startsWith('/assets/'));
  const needed = [...new Set([location.pathname, ...assets])];
  const kept = await Promise.all(needed.map((path) => caches.match(path)));
  return needed.filter((_, i) => !kept[i]);
}

test('a draft opens cold without a connection and keeps what is written then', async () => {
  const { id } = draftOnDisk(cobrief, 'Mali', 3);
  const { page, context } = await at(`/posts/${id}`, 'Mali', { screen: 'phone', locale: 'th' });
  await caption(page).click();
  await page.keyboard.type(' ก่อนลงรถไฟใต้ดิน');
  await saved(page);
  await expect.poll(() => page.evaluate(missingOffline), { timeout: 20_000 }).toEqual([]);
  const before = await captionText(page);
  await page.close();
  await cobrief.kill();

  const cold = await context.newPage();
  await cold.goto(`${cobrief.url}/posts/${id}`);
  await caption(cold).getByText('ก่อนลงรถไฟใต้ดิน').waitFor();
  await caption(cold).click();
  await cold.keyboard.press('Control+End');
  await cold.keyboard.type(' ในอุโมงค์');
  await cold.locator('[data-save=offline]').waitFor();
  await cobrief.restart();
  await saved(cold);
  const laptop = await at(`/posts/${id}`, 'Mali');
  await expect.poll(() => captionText(laptop.page)).toBe(`${before} ในอุโมงค์`);
});

test.each([
  { what: 'letter', letter: '→', messageType: messageSync, later: false },
  { what: 'caret', letter: '←', messageType: messageAwareness, later: true },
])('a caret stays where it was put when another’s $what comes with it', async (frame) => {
  const { id } = draftOnDisk(cobrief, 'Ben', 3);
  const phone = await at(`/posts/${id}`, 'Ben', { screen: 'phone' });
  const { page } = await signedIn('Ben');
  await page.addInitScript(putCaretWith, frame);
  await page.goto(`${cobrief.url}/posts/${id}`);
  const first = caption(page).locator('> p').first();
  await first.click();
  await page.keyboard.press('Home');
  await saved(page);

  await page.evaluate(() => document.body.setAttribute('data-armed', ''));
  await caption(phone.page).locator('> p').first().click();
  await phone.page.keyboard.press('End');
  await phone.page.keyboard.type(frame.letter);
  await first.getByText(frame.letter).waitFor();
  await page.locator('body:not([data-armed])').waitFor();
  await page.keyboard.type(frame.letter);
  await caption(page).locator('> p').last().getByText(frame.letter).waitFor();
});

/** In the page: a person's caret comes to the last paragraph in the turn that brings a frame. */
function putCaretWith(frame: { messageType: number; later: boolean }): void {
  const put = () => {
    const last = document.querySelector('.caption-editor .ProseMirror > p:last-of-type');
    getSelection()?.collapse(last, 0);
    document.body.removeAttribute('data-armed');
  };
  globalThis.WebSocket = class extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      this.addEventListener('message', ({ data }) => {
        if (!(data instanceof ArrayBuffer) || !document.body.hasAttribute('data-armed')) return;
        if (new Uint8Array(data)[0] !== frame.messageType) return;
        if (frame.later) setTimeout(put);
        else put();
      });
    }
  };
}
