// Three people rate how well a creator and the brand go together: two of the brand and the creator on
// her phone. Nobody sees another's mark before both are done; then they see where they disagree.
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { fit } from '#shared/words/fit.ts';
import { rowWords } from '#shared/words/fit-rows.ts';
import { facetWords } from '#shared/words/personality.ts';
import { stylePictures } from '#shared/words/style-pictures.ts';
import {
  type Cobrief,
  comeIn,
  expectNoComplaints,
  openBrowser,
  person,
  type Screen,
  startCobrief,
} from '#tests/support/app.ts';
import { draftOnDisk, onDisk } from '#tests/support/demo.ts';
import { photo } from '#tests/support/media-files.ts';

let browser: Browser;
let rimdaet: Cobrief;

beforeAll(async () => {
  [browser, rimdaet] = await Promise.all([openBrowser(), startCobrief({}, inject('seeded'))]);
});
afterAll(async () => {
  await browser?.close();
  await rimdaet?.stop();
});

async function someone(name: string, screen: Screen) {
  const { page, complaints } = await person(browser, { screen });
  await comeIn(page, rimdaet.link(name));
  // Words are looked for in English, whatever the demo's people speak.
  const headers = { origin: rimdaet.url };
  const form = { intent: 'profile', locale: 'en', calendar: 'gregory', name };
  await page.request.post(`${rimdaet.url}/me/settings`, { form, headers });
  return { page, complaints };
}

async function expectClean(page: Page): Promise<void> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() =>
    (window as unknown as { axe: { run(): Promise<axe.AxeResults> } }).axe.run(),
  );
  const found = violations.filter(({ tags }) => tags.some((tag) => tag.startsWith('wcag')));
  expect(found.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  const overhang = await page.evaluate(
    () => document.documentElement.scrollWidth - window.innerWidth,
  );
  expect(overhang).toBeLessThanOrEqual(0);
}

const w = fit.en;
const words = (id: string) => rowWords({ id, words: null }, 'en');
const save = (page: Page) => page.getByRole('button', { name: w.save });

/** By keyboard alone from the mark on: the arrows choose, Tab goes on, Enter sends. */
async function mark(page: Page, score: number, { link, note }: { link: string; note: string }) {
  await page.getByRole('radio').first().focus();
  await page.keyboard.press('Space');
  for (let at = 1; at < score; at++) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  await page.keyboard.type(link);
  await page.getByLabel(w.note).fill(note);
  await page.getByLabel(w.evidence).press('Enter');
}

test('three people rate alone with a post as evidence, and then see where they disagree', async () => {
  const { briefId } = draftOnDisk(rimdaet, 'Ben', 3);
  const [ben] = onDisk<{ id: string }>(rimdaet, "SELECT id FROM user WHERE name = 'Ben'");
  const brandPage = `${rimdaet.url}/briefs/${briefId}/creators/${ben?.id}/fit`;
  const [ploy, anan, creator] = await Promise.all([
    someone('Ploy', 'desktop'),
    someone('Anan', 'desktop'),
    someone('Ben', 'phone'),
  ]);
  const row = 'own-look';
  const next = words('well-made').question;

  // A mark without a post is refused in words, and what was typed stays.
  await ploy.page.goto(`${brandPage}?row=${row}`);
  await ploy.page.getByRole('heading', { name: words(row).question }).waitFor();
  await mark(ploy.page, 4, { link: 'her reel', note: 'seen by Ploy' });
  await ploy.page.getByText(w.wrongEvidence).waitFor();
  expect(await ploy.page.getByLabel(w.evidence).inputValue()).toBe('her reel');
  expect(await ploy.page.getByLabel(w.note).inputValue()).toBe('seen by Ploy');
  expect(await ploy.page.getByRole('radio', { checked: true }).inputValue()).toBe('4');
  await expectClean(ploy.page);
  await ploy.page.getByLabel(w.evidence).fill('https://posts.example/ben/by-ploy');
  await save(ploy.page).click();
  await ploy.page.getByRole('heading', { name: next }).waitFor();

  await anan.page.goto(`${brandPage}?row=${row}`);
  await mark(anan.page, 2, { link: 'https://posts.example/ben/by-anan', note: 'seen by Anan' });
  await anan.page.getByRole('heading', { name: next }).waitFor();

  await creator.page.goto(`${rimdaet.url}/invite/${briefId}`);
  await creator.page.getByRole('link', { name: w.ownInvite }).click();
  await creator.page.getByRole('heading', { name: w.ownTitle }).waitFor();
  await creator.page.goto(`${rimdaet.url}/invite/${briefId}/fit?row=${row}`);
  await mark(creator.page, 3, { link: 'https://posts.example/ben/own', note: 'seen by Ben' });
  await creator.page.getByRole('heading', { name: next }).waitFor();
  await creator.page.getByText(w.describeSelf, { exact: true }).click();
  const honest = w.facetOf({ facet: facetWords.en.honest, who: w.you });
  await creator.page.getByLabel(honest).press('4');
  await creator.page.getByRole('button', { name: w.saveProfile }).press('Enter');
  await creator.page.getByText(w.profileSaved, { exact: true }).waitFor();
  await creator.page.getByText(w.ownProfileKept({ brand: 'Rimdaet' })).waitFor();
  await expectClean(creator.page);

  // Each has only their own.
  const everyone = { Ploy: ploy.page, Anan: anan.page, Ben: creator.page };
  for (const [name, page] of Object.entries(everyone)) {
    await page.goto(page.url().replace(/row=[\w-]+/, `row=${row}`));
    const html = await page.content();
    const seen = ['Ploy', 'Anan', 'Ben'].filter((one) => html.includes(`seen by ${one}`));
    expect(seen).toEqual([name]);
  }

  // Ploy is done first and waits; Anan and Ben come, and her page says so by itself.
  const finish = async (page: Page, name: string) => {
    await page.goto(page.url().replace(/row=[\w-]+/, 'row=end'));
    await page.getByRole('button', { name }).click();
  };
  await finish(ploy.page, w.done);
  await ploy.page.getByRole('heading', { name: words('right-people').short }).waitFor();
  expect(await ploy.page.content()).not.toContain('seen by Anan');
  await finish(creator.page, w.ownDone);
  await creator.page.getByText(w.ownDoneSaid({ brand: 'Rimdaet' })).waitFor();
  await ploy.page.getByText('seen by Ben').waitFor();
  // Ploy marked the brand a five before: both have it beside Ben's four.
  const alike = { value: '75%', n: 1 };
  await creator.page.getByText(w.similarity(alike)).waitFor();
  await ploy.page.getByText(w.personality).click();
  await ploy.page.getByText(w.similarityBySelf({ name: 'Ben', ...alike })).waitFor();
  await finish(anan.page, w.done);
  await ploy.page.getByText('seen by Anan').waitFor();

  const result = ploy.page.locator(`#${row}`);
  const told = (await result.innerText()).replaceAll(/\s+/g, ' ');
  expect(told).toContain(w.apart);
  expect(told).toContain(w.meanOf({ mean: '3.0', n: 2 }));
  for (const said of [/Ploy 4/, /Anan 2/, new RegExp(`Ben, ${w.oneself} 3`)]) {
    expect(told).toMatch(said);
  }
  expect(
    await result.getByRole('link', { name: w.openPost({ name: 'Anan' }) }).getAttribute('href'),
  ).toBe('https://posts.example/ben/by-anan');
  await expectClean(ploy.page);
  await ploy.page.getByText(w.formula).click();
  await ploy.page.getByText(w.formulaText({ name: 'Ben' })).waitFor();
  // The creator reads no mark of theirs, now as before.
  await creator.page.reload();
  expect(await creator.page.content()).not.toMatch(/seen by (Ploy|Anan)/);

  // A mark changed now says that it came later.
  await result.getByRole('link', { name: w.changeRow({ row: words(row).short }) }).click();
  await ploy.page.getByRole('radio', { name: '3' }).check();
  await save(ploy.page).click();
  await ploy.page.getByRole('heading', { name: next }).waitFor();
  await anan.page.locator(`#${row}`).getByText(w.changed).waitFor();

  // Side by side: those with results come first, as they do by a factor, and as a file.
  await ploy.page.goto(`${rimdaet.url}/briefs/${briefId}/creators/fit`);
  const lines = await ploy.page.locator('tbody tr').allInnerTexts();
  expect(lines.slice(0, 2).join('\n')).toMatch(/Mali[^]*Ben/);
  expect(lines.slice(2).filter((line) => !line.includes(w.link))).toEqual([]);
  await ploy.page.getByRole('link', { name: w.sortBy({ column: 'Trend-setting' }) }).click();
  await ploy.page.waitForURL(/sort=trends/);
  const names = await ploy.page.locator('tbody th a').allInnerTexts();
  expect(names.slice(0, 2).map((name) => name.replace(/^.*\n/, ''))).toEqual(
    expect.arrayContaining(['Mali', 'Ben']),
  );
  await expectClean(ploy.page);
  const file = await ploy.page.request.get(`${rimdaet.url}/briefs/${briefId}/fit.csv`);
  expect(await file.text()).toMatch(/Ben,3,/);
  for (const { complaints } of [ploy, anan, creator]) expectNoComplaints(complaints);
});

test('a creator fills a portfolio on her phone, and the brand sees it beside the fit', async () => {
  const { briefId } = draftOnDisk(rimdaet, 'Mali', 1);
  const [mali] = onDisk<{ id: string }>(rimdaet, "SELECT id FROM user WHERE name = 'Mali'");
  const s = stylePictures.en;
  const own = await someone('Mali', 'phone');
  await own.page.goto(`${rimdaet.url}/me/portfolio`);
  const tiles = own.page.getByRole('listitem').filter({ has: own.page.getByRole('img') });
  expect(await tiles.count()).toBe(2);
  const file = { name: 'sea.jpg', mimeType: 'image/jpeg', buffer: await photo(300, 300) };
  await own.page.locator('input[type=file]').setInputFiles(file);
  await own.page.getByText(s.noAlt).click();
  await own.page.getByLabel(s.described).last().fill('The sea at six');
  await own.page.getByRole('button', { name: s.keep }).last().click();
  // Moved by keyboard to the front.
  await own.page.getByRole('button', { name: s.earlier({ what: 'The sea at six' }) }).focus();
  await own.page.keyboard.press('Alt+ArrowLeft');
  await tiles.nth(1).getByRole('img', { name: 'The sea at six' }).waitFor();
  await expectClean(own.page);

  const ploy = await someone('Ploy', 'desktop');
  await ploy.page.goto(`${rimdaet.url}/briefs/${briefId}/creators/${mali?.id}/fit`);
  const picture = ploy.page.getByRole('img', { name: 'The sea at six' });
  await picture.scrollIntoViewIfNeeded();
  expect(
    await picture.evaluate((image: HTMLImageElement) =>
      image.decode().then(() => image.naturalWidth),
    ),
  ).toBe(300);
  await ploy.page.getByRole('link', { name: s.moodboardEdit }).click();
  await ploy.page.getByRole('heading', { name: s.moodboard }).waitFor();
  await expectClean(ploy.page);
  await own.page.goto(`${rimdaet.url}/briefs/${briefId}/moodboard`);
  await own.page.getByRole('img').first().waitFor();
  expect(await own.page.locator('input[type=file]').count()).toBe(0);
  for (const { complaints } of [own, ploy]) expectNoComplaints(complaints);
});
