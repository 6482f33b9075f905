// The pictures of README and docs: a Cobrief of its own with the demo, its homes, grid and queue as they
// stand, a short review played in it by two people in browsers, and what each of them sees. Needs built pages, and a font with emoji.
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { post } from '#shared/words/post.ts';
import { suggestion } from '#shared/words/suggestion.ts';
import { thread } from '#shared/words/thread.ts';
import { voice } from '#shared/words/voice.ts';
import {
  type Cobrief,
  comeIn,
  openBrowser,
  type PersonOptions,
  person,
  startCobrief,
} from '#tests/support/app.ts';
import { draftOnDisk } from '#tests/support/demo.ts';
import { caption, selectWords } from '#tests/support/post-page.ts';

const images = fileURLToPath(new URL('../docs/images', import.meta.url));
const words = 'four hundred';
const theirs = 'a thousand';
const quoted = 'already 29 degrees';
const comment = 'I am sweating with you. Please keep this.';

interface Studio {
  browser: Browser;
  cobrief: Cobrief;
}

/** Someone of the demo, come in. */
async function come(
  { browser, cobrief }: Studio,
  name: string,
  options: PersonOptions,
): Promise<Page> {
  const desktop = options.screen !== 'phone';
  const { page } = await person(browser, { sharpness: desktop ? 1.5 : 2, ...options });
  await comeIn(page, cobrief.link(name));
  return page;
}

/** In front of the post with this number of a creator. */
async function at(
  studio: Studio,
  name: string,
  { of, number, ...options }: PersonOptions & { of: string; number: number },
): Promise<Page> {
  const page = await come(studio, name, options);
  const { cobrief } = studio;
  await page.goto(`${cobrief.url}/posts/${draftOnDisk(cobrief, of, number).id}`);
  await caption(page).waitFor();
  return page;
}

/** A palette of 256 colours: the screens have few, and a README is loaded over phones too. */
async function take(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  await page.waitForFunction(() => [...document.images].every((image) => image.complete));
  const file = join(images, `${name}.png`);
  const shot = await page.screenshot({ animations: 'disabled' });
  await sharp(shot).png({ palette: true, effort: 10, compressionLevel: 9 }).toFile(file);
  console.log(`${name}.png, ${Math.round(statSync(file).size / 1024)} kB`);
}

async function takeBoth(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await take(page, `${name}-${colorScheme}`);
  }
}

/** Both homes, the grid and the queue, before anything is done in them. */
async function takeCampaign(studio: Studio): Promise<void> {
  const { cobrief } = studio;
  const { briefId } = draftOnDisk(cobrief, 'Mali', 1);
  for (const screen of ['desktop', 'phone'] as const) {
    const ploy = await come(studio, 'Ploy', { screen });
    await ploy.goto(cobrief.url);
    await takeBoth(ploy, `home-brand-${screen}`);
    await ploy.goto(`${cobrief.url}/briefs/${briefId}/posts`);
    await takeBoth(ploy, `grid-${screen}`);
    await ploy.goto(`${cobrief.url}/review?queue=${briefId}`);
    await caption(ploy).waitFor();
    await ploy.getByText(/^1 of \d+$/).waitFor();
    await takeBoth(ploy, `queue-${screen}`);
    const mali = await come(studio, 'Mali', { screen, locale: 'th' });
    await mali.goto(cobrief.url);
    await takeBoth(mali, `home-creator-${screen}`);
    for (const page of [ploy, mali]) await page.context().close();
  }
}

async function review(page: Page): Promise<void> {
  await selectWords(page, words);
  await page.keyboard.type(theirs);
  await page.locator('[data-suggestion-card]', { hasText: theirs }).waitFor();
  await selectWords(page, quoted);
  await page.getByRole('button', { name: /^Comment on “/ }).click();
  await page.getByLabel(thread.en.everyone).check();
  await page.getByLabel(thread.en.body).fill(comment);
  await page.getByLabel(thread.en.body).press('Control+Enter');
  await page.getByRole('article').filter({ hasText: comment }).waitFor();
}

/** The whole card just below the bar at the top: the words it is about are then in sight too. */
async function frame(page: Page): Promise<void> {
  await page.mouse.move(0, 0);
  await page.locator('.suggested', { hasText: theirs }).waitFor();
  await page.getByRole('article').filter({ hasText: comment }).waitFor();
  await page
    .locator('[data-suggestion-card]')
    .evaluate((card) => scrollBy(0, card.getBoundingClientRect().top - 64));
}

async function takeReview(studio: Studio): Promise<void> {
  const here = { of: 'Ben', number: 3 };
  const ploy = await at(studio, 'Ploy', here);
  const ben = await at(studio, 'Ben', here);
  await review(ploy);
  await frame(ploy);
  await takeBoth(ploy, 'review-brand');

  await ben.getByRole('button', { name: suggestion.en.waiting({ count: 1 }) }).click();
  await frame(ben);
  await takeBoth(ben, 'review-creator');
  // Or Ben's phone shows that Ben is here twice.
  await ben.context().close();

  const phone = await at(studio, 'Ben', { ...here, screen: 'phone' });
  await phone.locator('.struck').tap();
  const sheet = phone.getByRole('dialog', { name: post.en.comments });
  await sheet.getByRole('button', { name: suggestion.en.keep, exact: true }).waitFor();
  await takeBoth(phone, 'review-phone');
  for (const one of [ploy, phone]) await one.context().close();
}

async function takeApproved(studio: Studio): Promise<void> {
  const here = { of: 'Mali', number: 1 };
  const mali = await at(studio, 'Mali', { ...here, screen: 'phone', locale: 'th' });
  const ploy = await at(studio, 'Ploy', here);
  await ploy.getByRole('button', { name: post.en.guidelines }).click();
  await ploy.getByText(post.en.core, { exact: true }).waitFor();
  await ploy.getByText(voice.en.cardOf({ creator: 'Mali' })).waitFor();
  await take(ploy, 'brand');
  await take(mali, 'creator');
}

const studio = { cobrief: await startCobrief(), browser: await openBrowser() };
try {
  await takeCampaign(studio);
  await takeReview(studio);
  await takeApproved(studio);
} finally {
  await studio.browser.close();
  await studio.cobrief.stop();
}
