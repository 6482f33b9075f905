// Talking about a post: Ploy at a desk, Ben or Mali with a phone.
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { editor } from '#shared/words/editor.ts';
import { here } from '#shared/words/here.ts';
import { media } from '#shared/words/media.ts';
import { post } from '#shared/words/post.ts';
import { thread } from '#shared/words/thread.ts';
import { voice } from '#shared/words/voice.ts';
import { expectNoComplaints } from '#tests/support/app.ts';
import { draftOnDisk } from '#tests/support/demo.ts';
import { house } from '#tests/support/house.ts';
import { caption, saved } from '#tests/support/post-page.ts';

const { cobrief, signedIn } = house();

const w = thread.en;
const button = (place: Page | Locator, name: string | RegExp) =>
  place.getByRole('button', { name, exact: typeof name === 'string' });
const card = (place: Page | Locator, words: string) =>
  place.getByRole('article').filter({ hasText: words });

async function writeTo(place: Page | Locator, body: string): Promise<void> {
  await place.getByLabel(w.body).fill(body);
  await place.getByLabel(w.body).press('Control+Enter');
}

test('a passage is talked about between a desk and a phone: named, unread, answered, changed and settled', async () => {
  const { id } = draftOnDisk(cobrief, 'Ben', 3);
  const ploy = await signedIn('Ploy');
  const ben = await signedIn('Ben', { screen: 'phone' });
  for (const { page } of [ploy, ben]) {
    await page.goto(`${cobrief.url}/posts/${id}`);
    await caption(page).waitFor();
  }

  // Ploy means Ben: "@" offers who hears it, and nobody else.
  await caption(ploy.page).getByText('already 29 degrees').click({ clickCount: 3 });
  await button(ploy.page, /^Comment on “/).click();
  await ploy.page.getByLabel(w.everyone).check();
  await ploy.page.getByLabel(w.body).pressSequentially('<b>Lovely</b>, @');
  const list = ploy.page.getByRole('listbox', { name: w.whom });
  expect(await list.getByRole('option').allInnerTexts()).not.toContain('Mali');
  await ploy.page.keyboard.type('be');
  await expect.poll(() => list.getByRole('option').count()).toBe(1);
  await ploy.page.keyboard.press('Enter');
  await ploy.page.keyboard.type('who said it?');
  await ploy.page.keyboard.press('Control+Enter');
  const said = '<b>Lovely</b>, @Ben who said it?';
  await card(ploy.page, said).waitFor();

  // Ben taps the words to write in them: the caret is put there, the comment is offered beside it.
  await button(ben.page, new RegExp(`^${w.newCount({ count: 1 })}`)).waitFor();
  const words = caption(ben.page).locator('[data-thread]').first();
  await words.tap();
  await expect(ben.page.getByRole('dialog').count()).resolves.toBe(0);
  await button(ben.page, w.onPassage({ count: 1 })).tap();
  const sheet = ben.page.getByRole('dialog', { name: post.en.comments });
  await card(sheet, said).waitFor();
  await expectInSight(words, sheet);
  await button(sheet, post.en.larger).tap();
  await expectInSight(words, sheet);
  await button(sheet, post.en.smaller).tap();
  await card(sheet, said).locator('[data-unread]').waitFor({ state: 'detached' });

  // While Ben writes, Ploy sees it on the card; the answer takes it away.
  await button(sheet, w.reply).tap();
  await sheet.getByLabel(w.replyTo).pressSequentially('My gran');
  await card(ploy.page, said)
    .getByText(w.isWriting({ name: 'Ben' }))
    .waitFor();
  await button(sheet, w.reply).tap();
  await card(ploy.page, said).getByText('My gran').waitFor();
  await card(ploy.page, said)
    .getByText(w.isWriting({ name: 'Ben' }))
    .waitFor({ state: 'hidden' });
  await card(ploy.page, said).locator('[data-unread]').waitFor({ state: 'detached' });

  // One's own words are changed and taken back; settled ones are found under their own name.
  await button(sheet, w.edit).tap();
  await sheet.getByLabel(w.body).fill('My gran, in 1998');
  await button(sheet, w.save).tap();
  await card(ploy.page, said).getByText('My gran, in 1998').waitFor();
  await button(sheet, w.remove).tap();
  await button(sheet, w.removeYes).tap();
  await card(ploy.page, said).getByText('My gran, in 1998').waitFor({ state: 'detached' });
  await button(card(ploy.page, said), w.resolve).click();
  await card(ploy.page, said).waitFor({ state: 'detached' });
  await button(ploy.page, w.showResolved({ count: 2 })).click();
  await button(card(ploy.page, said), w.reopen).click();

  // Too long is said in words, and survives the page; then the words themselves go.
  const long = 'a'.repeat(10_000);
  await button(ploy.page, w.showOpen({ count: 1 })).click();
  await button(card(ploy.page, said), w.reply).click();
  await ploy.page.getByLabel(w.replyTo).fill(long);
  await ploy.page.getByText(w.tooLong({ count: '10,000', limit: '2,000' })).waitFor();
  await ploy.page.reload();
  await expect.poll(() => ploy.page.getByLabel(w.replyTo).inputValue()).toBe(long);
  await ben.page.keyboard.press('Escape');
  await caption(ben.page).locator('p').first().click({ clickCount: 3 });
  await ben.page.keyboard.press('Backspace');
  await saved(ben.page);
  await card(ploy.page, said).getByText(w.gone).waitFor();
  await card(ploy.page, said).getByText('already 29 degrees').waitFor();
  for (const { complaints } of [ploy, ben]) expectNoComplaints(complaints);
});

/** The marked words begin in the part of the screen that the sheet leaves free. */
async function expectInSight(words: Locator, sheet: Locator): Promise<void> {
  await expect
    .poll(async () => {
      const [own, over] = [await words.boundingBox(), await sheet.boundingBox()];
      return own !== null && over !== null && own.y >= 0 && own.y + 20 <= over.y;
    })
    .toBe(true);
}

test('a point of a picture, a second of a film and a frame are talked about and lead back to where they are', async () => {
  const photo = draftOnDisk(cobrief, 'Ben', 3);
  const ploy = await signedIn('Ploy');
  const ben = await signedIn('Ben', { screen: 'phone' });
  await ben.page.goto(`${cobrief.url}/posts/${photo.id}`);
  await caption(ben.page).waitFor();
  await ben.page.locator('input[type=file]').setInputFiles({
    name: 'run.webm',
    mimeType: 'video/webm',
    buffer: await film(ben.page),
  });
  await button(ben.page, new RegExp(media.en.open({ what: media.en.video({ n: 2 }) }))).waitFor();
  await saved(ben.page);

  // A tap on the picture puts the point there.
  await ploy.page.goto(`${cobrief.url}/posts/${photo.id}`);
  await button(ploy.page, new RegExp(media.en.open({ what: media.en.photo({ n: 1 }) }))).click();
  const look = ploy.page.getByRole('dialog');
  const picture = look.getByRole('img').first();
  // Its place on the screen is known once it is there.
  await picture.evaluate((one: HTMLImageElement) => one.decode());
  const box = await picture.boundingBox();
  if (!box) throw new Error('no picture');
  await ploy.page.mouse.click(box.x + box.width / 4, box.y + box.height / 2);
  await button(look, w.pointAt({ x: 25, y: 50 })).press('ArrowRight');
  await button(look, w.pointAt({ x: 27, y: 50 })).waitFor();
  await look.getByLabel(w.everyone).check();
  await writeTo(look, 'A little brighter here?');
  await button(look, `${w.pointNumber({ n: 1 })}: A little brighter here?`).waitFor();
  await ploy.page.keyboard.press('Escape');

  // The time on the card takes the film there.
  await button(ploy.page, new RegExp(media.en.open({ what: media.en.video({ n: 2 }) }))).click();
  const video = look.locator('video');
  await video.evaluate((one: HTMLVideoElement) => {
    one.currentTime = 0.4;
  });
  await button(look, w.commentAt({ time: '0:00' })).click();
  await writeTo(look, 'Cut here');
  await card(look, 'Cut here').waitFor();
  await video.evaluate((one: HTMLVideoElement) => {
    one.currentTime = 0;
  });
  await button(look, w.seek({ time: '0:00' })).click();
  await expect.poll(() => video.evaluate((one: HTMLVideoElement) => one.currentTime)).toBe(0.4);
  await ploy.page.keyboard.press('Escape');

  // From the creator's list of comments to the picture, and the film is the brand side's own.
  await button(ben.page, new RegExp(post.en.commentsTab)).tap();
  await button(ben.page, w.aboutPoint({ what: media.en.photo({ n: 1 }) })).tap();
  await button(ben.page, `${w.pointNumber({ n: 1 })}: A little brighter here?`).waitFor();
  expect(await ben.page.content()).not.toContain('Cut here');

  // A frame by its own button; gone, it is still named.
  const stories = draftOnDisk(cobrief, 'Mali', 2);
  const mali = await signedIn('Mali', { screen: 'phone' });
  for (const { page } of [ploy, mali]) {
    await page.goto(`${cobrief.url}/posts/${stories.id}`);
    await page.locator('.frame').first().waitFor();
  }
  await button(ploy.page, editor.en.commentOnBlock).nth(1).click();
  await ploy.page.getByLabel(w.everyone).check();
  await writeTo(ploy.page, 'Love this one');
  await button(card(ploy.page, 'Love this one'), editor.en.frame({ n: 2 })).waitFor();
  await mali.page.locator('.frame[data-thread]').waitFor();
  await button(mali.page, editor.th.removeFrame).nth(1).click();
  const orphan = card(ploy.page, 'Love this one');
  await orphan.getByText(w.gone).waitFor();
  await orphan.getByText(editor.en.frame({ n: 2 })).waitFor();
  for (const { complaints } of [ploy, ben, mali]) expectNoComplaints(complaints);
});

/** A second of moving colour, recorded by the browser itself. */
async function film(page: Page): Promise<Buffer> {
  const bytes = await page.evaluate(async () => {
    const canvas = document.createElement('canvas');
    const drawing = canvas.getContext('2d');
    const recorder = new MediaRecorder(canvas.captureStream(25), { mimeType: 'video/webm' });
    const parts: Blob[] = [];
    recorder.ondataavailable = ({ data }) => parts.push(data);
    recorder.start(100);
    const began = performance.now();
    // A busy machine takes its time to the first picture.
    const isEnough = () =>
      performance.now() - began > 1_000 && parts.reduce((sum, { size }) => sum + size, 0) > 4_000;
    await new Promise<void>((resolve) => {
      const draw = () => {
        if (!drawing || isEnough()) return resolve();
        drawing.fillStyle = `hsl(${performance.now() % 360} 80% 50%)`;
        drawing.fillRect(0, 0, 300, 150);
        requestAnimationFrame(draw);
      };
      draw();
    });
    await new Promise((resolve) => {
      recorder.onstop = resolve;
      recorder.stop();
    });
    return [...new Uint8Array(await new Blob(parts).arrayBuffer())];
  });
  return Buffer.from(bytes);
}

test('comments are gone through by keyboard, from card to words and back', async () => {
  const { id } = draftOnDisk(cobrief, 'Mali', 1);
  const { page, complaints } = await signedIn('Ploy');
  await page.goto(`${cobrief.url}/posts/${id}`);
  await caption(page).locator('[data-thread]').first().waitFor();
  await caption(page).locator('p').last().click();
  await page.keyboard.press('Alt+PageDown');
  const first = page.getByRole('article').first();
  await expect.poll(() => first.evaluate((one) => one === document.activeElement)).toBe(true);
  await page.keyboard.press('Escape');
  const distance = () =>
    page.evaluate(() => {
      const selection = document.getSelection();
      const words = document.querySelector('[data-thread]')?.getBoundingClientRect();
      if (!document.activeElement?.classList.contains('ProseMirror')) return null;
      if (!selection?.isCollapsed || !words) return null;
      const caret = selection.getRangeAt(0).getBoundingClientRect();
      return Math.round(Math.hypot(caret.left - words.left, caret.top - words.top) / 10);
    });
  await expect.poll(distance).toBe(0);

  // What stands above the cards unfolds, and they stay as near to their words as they can.
  await page.getByText(voice.en.cardOf({ creator: 'Mali' })).click();
  const tooLow = () =>
    page.evaluate(() => {
      const top = (selector: string) =>
        document.querySelector(selector)?.getBoundingClientRect().top ?? Number.NaN;
      const nearest = Math.max(top('[data-thread]'), top('ol:has(> [data-card])'));
      return Math.round(Math.abs(top('[data-card]') - nearest));
    });
  await expect.poll(tooLow).toBeLessThan(4);
  expectNoComplaints(complaints);
});

test('who is in which post is seen on the pages of the brief and leads there, and a creator sees no other creator', async () => {
  const photo = draftOnDisk(cobrief, 'Ben', 3);
  const stories = draftOnDisk(cobrief, 'Mali', 2);
  const ploy = await signedIn('Ploy');
  const ta = await signedIn('Ta');
  const ben = await signedIn('Ben', { screen: 'phone' });
  await ta.page.goto(`${cobrief.url}/briefs/${photo.briefId}/posts`);
  await ta.page.getByRole('heading', { level: 1 }).first().waitFor();
  await ben.page.goto(`${cobrief.url}/posts/${photo.id}`);
  await caption(ben.page).click();
  await ta.page.getByRole('link', { name: here.en.inOwnPost({ name: 'Ben', n: 3 }) }).waitFor();
  await ploy.page.goto(`${cobrief.url}/posts/${stories.id}`);
  const inMali = here.en.inPost({ name: 'Ploy', n: 2, creator: 'Mali' });
  await ta.page.getByRole('link', { name: inMali }).waitFor();

  // From one post to a person in another, and in it to their caret.
  const inPhoto = here.en.inOwnPost({ name: 'Ben', n: 3 });
  await ploy.page.getByRole('link', { name: inPhoto }).click();
  await button(ploy.page, here.en.goTo({ name: 'Ben' })).click();
  await ploy.page.locator('.caret-found[data-name=Ben]').waitFor();
  await ta.page.getByRole('link', { name: inMali }).waitFor({ state: 'detached' });

  // Mali opens hers: Ben hears of Ploy, who came to him, and of nobody else.
  const mali = await signedIn('Mali', { screen: 'phone' });
  await mali.page.goto(`${cobrief.url}/posts/${stories.id}`);
  await mali.page.locator('.frame').first().waitFor();
  const inStories = here.en.inOwnPost({ name: 'Mali', n: 2 });
  await ta.page.getByRole('link', { name: inStories }).waitFor();
  const whereabouts = await ben.page.request.get(`${cobrief.url}/briefs/${photo.briefId}/here`);
  const { people } = (await whereabouts.json()) as { people: { name: string }[] };
  expect(people.map(({ name }) => name)).toEqual(['Ploy']);
  await button(ben.page, here.en.goTo({ name: 'Ploy' })).waitFor();
  await ben.page.close();
  await ta.page.getByRole('link', { name: inPhoto }).waitFor({ state: 'detached' });
  for (const { complaints } of [ploy, ta, mali]) expectNoComplaints(complaints);
});
