// Taking things along, a reading copy, the preview, and paper, as the people of the demo use them.
import { readFileSync } from 'node:fs';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { guidelinesPage } from '#shared/words/guidelines-page.ts';
import { deeds } from '#shared/words/deeds.ts';
import { post } from '#shared/words/post.ts';
import { versions } from '#shared/words/versions.ts';
import { preview } from '#shared/words/preview.ts';
import { readingCopy } from '#shared/words/reading-copy.ts';
import { takeAlong } from '#shared/words/take-along.ts';
import type { Locale } from '#shared/words/words.ts';
import { expectNoComplaints } from '#tests/support/app.ts';
import { draftOnDisk } from '#tests/support/demo.ts';
import { house } from '#tests/support/house.ts';
import { caption, captionText } from '#tests/support/post-page.ts';
import { docxWords, pdfWords } from '#tests/support/taken.ts';

const { cobrief, signedIn } = house();

const copies = readingCopy.en;

async function openPost(page: Page, creator: string, n: number): Promise<void> {
  await page.goto(`${cobrief.url}/posts/${draftOnDisk(cobrief, creator, n).id}`);
  await caption(page).waitFor();
}

async function openTake(page: Page, locale: Locale): Promise<void> {
  const take = takeAlong[locale];
  await page.getByRole('button', { name: post[locale].more, exact: true }).click();
  await page.getByRole('button', { name: take.open }).click();
  await page.getByRole('heading', { name: take.title }).waitFor();
}

interface Wanted {
  what: string;
  format: 'md' | 'docx' | 'pdf';
  locale: Locale;
}

/** Chooses in the open dialog, presses Download and reads what was saved. */
async function downloaded(page: Page, { what, format, locale }: Wanted) {
  const take = takeAlong[locale];
  await page.getByLabel(take.what, { exact: true }).selectOption({ label: what });
  await page.getByLabel(take[format], { exact: true }).check();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: take.take, exact: true }).click(),
  ]);
  const bytes = readFileSync(await file.path());
  if (format === 'md') return { name: file.suggestedFilename(), words: bytes.toString('utf8') };
  const words = format === 'pdf' ? await pdfWords(bytes) : docxWords(bytes).text;
  return { name: file.suggestedFilename(), words };
}

async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(axe.source);
  const found = await page.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
    });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  });
  expect(found).toEqual([]);
}

test('each side takes the post and its guidelines with them in three formats', async () => {
  const ploy = await signedIn('Ploy');
  const mali = await signedIn('Mali', { screen: 'phone' });
  // Mali reads Thai.
  for (const [{ page, complaints }, locale] of [
    [ploy, 'en'],
    [mali, 'th'],
  ] as const) {
    const take = takeAlong[locale];
    await openPost(page, 'Mali', 1);
    const line = (await captionText(page)).split('\n').find((one) => one.includes('MALI15')) ?? '';
    await openTake(page, locale);
    await expectAccessible(page);
    for (const format of ['md', 'docx', 'pdf'] as const) {
      const taken = await downloaded(page, { what: take.now, format, locale });
      expect(taken.name).toMatch(new RegExp(`Mali.*now\\.${format}$`));
      // A line of two scripts is put together anew by who reads a PDF.
      expect(taken.words).toContain(format === 'pdf' ? 'MALI15' : line);
      const what = take.guidelines({ n: 1 });
      const guidelines = await downloaded(page, { what, format, locale });
      expect(guidelines.name).toMatch(new RegExp(`v1\\.${format}$`));
      expect(guidelines.words).toContain('The sunscreen you actually put on again');
      expect(guidelines.words).toContain('กันแดดที่ทา');
    }
    // What Anan said to the brand side is in Ploy's file and not in Mali's.
    const said = await downloaded(page, { what: take.comments, format: 'md', locale });
    expect(said.words.includes('is an absolute promise')).toBe(locale === 'en');
    const copy = { name: post[locale].copyCaption };
    await page.getByRole('dialog').getByRole('button', copy).click();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toBe(await captionText(page));
    // One Escape a dialog: this one, then the one it was opened from.
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { name: take.title }).waitFor({ state: 'hidden' });
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    const [proof] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: deeds[locale].proofPdf }).click(),
    ]);
    const words = await pdfWords(readFileSync(await proof.path()));
    expect(words).toContain(locale === 'en' ? 'Mali said: I’ll post this' : 'Mali ยืนยันว่า');
    expectNoComplaints(complaints);
  }
});

test('a reading copy stands beside the post, goes out of date, and a preview shows the fold', async () => {
  const anan = await signedIn('Anan');
  const ben = await signedIn('Ben', { screen: 'phone' });
  await openPost(anan.page, 'Ben', 3);
  await openPost(ben.page, 'Ben', 3);
  await anan.page.getByRole('button', { name: copies.write }).click();
  await anan.page.getByLabel(copies.language).selectOption({ label: 'Thai' });
  const box = anan.page.getByLabel(copies.textIn({ part: post.en.caption, language: 'Thai' }));
  await box.fill('หูของผมก็ไหม้เหมือนกัน');
  await expectAccessible(anan.page);
  await anan.page.getByRole('button', { name: copies.save }).click();
  const title = copies.title({ language: 'Thai', name: 'Anan' });
  await ben.page.getByText(title).click();
  await ben.page.getByText('หูของผมก็ไหม้เหมือนกัน').waitFor();
  expect(await ben.page.getByText(copies.outdated).count()).toBe(0);
  await caption(ben.page).click();
  await ben.page.keyboard.type('Today: ');
  await anan.page.getByText(copies.outdated).waitFor();

  // The preview, with the words that stand behind the fold at a tap.
  await anan.page.getByRole('button', { name: preview.en.preview }).click();
  const dialog = anan.page.getByRole('dialog');
  await dialog.getByText(preview.en.previewNote).waitFor();
  await dialog.getByRole('button', { name: preview.en.showMore }).click();
  await dialog.getByText('BEN15').waitFor();
  await expectAccessible(anan.page);
  await anan.page.keyboard.press('Escape');
  for (const { complaints } of [anan, ben]) expectNoComplaints(complaints);
});

test('on paper there are the words, black on white, and nothing to press', async () => {
  const ploy = await signedIn('Ploy', { dark: true });
  const { page } = ploy;
  const { id, briefId } = draftOnDisk(cobrief, 'Mali', 1);
  const pages = [
    [`/posts/${id}`, 'MALI15', '.caption-editor'],
    [`/posts/${id}/compare`, versions.en.open, 'main'],
    [`/briefs/${briefId}/guidelines`, 'The sunscreen you actually put on again', 'main'],
    [`/briefs/${briefId}/versions/1`, guidelinesPage.en.wholeText, 'main'],
  ] as const;
  for (const [path, words, where] of pages) {
    await page.emulateMedia({ media: 'screen' });
    await page.goto(cobrief.url + path);
    const written = page.locator(where).getByText(words).first();
    await written.waitFor();
    await page.emulateMedia({ media: 'print' });
    expect(await written.isVisible()).toBe(true);
    const seen = await page.evaluate(() => {
      const pressed = Array.from(document.querySelectorAll('button, nav, footer'));
      const shown = pressed.filter((one) => one.checkVisibility() && !one.querySelector('img'));
      const { color } = getComputedStyle(document.body);
      return { color, shown: shown.map((one) => one.outerHTML.slice(0, 120)) };
    });
    expect(seen).toEqual({ color: 'rgb(0, 0, 0)', shown: [] });
    expect(await pdfWords(await page.pdf({ format: 'A4' }))).toContain(words);
  }
});
