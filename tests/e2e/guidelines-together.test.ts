// The live guidelines between a desk and phones: creators suggest and comment, the lead answers.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { editor } from '#shared/words/editor.ts';
import { guidelinesPage } from '#shared/words/guidelines-page.ts';
import { offer } from '#shared/words/offer.ts';
import { post } from '#shared/words/post.ts';
import { guidelinesReasons, suggestion } from '#shared/words/suggestion.ts';
import { thread } from '#shared/words/thread.ts';
import { expectNoComplaints } from '#tests/support/app.ts';
import { draftOnDisk, onDisk } from '#tests/support/demo.ts';
import { house } from '#tests/support/house.ts';
import { saved, selectWords } from '#tests/support/post-page.ts';

const { cobrief, signedIn } = house();

const w = suggestion.en;
const text = (page: Page) => page.locator('.guidelines-editor .ProseMirror');
const objective = (page: Page) => page.locator('[data-field=objective] .language-text[lang=en]');
const card = (page: Page, words: string) =>
  page.locator('[data-suggestion-card]').filter({ hasText: words });
const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' });
/** On a phone the cards are behind the one button of the foot. */
const foot = (page: Page, locale: 'en' | 'th' = 'en') =>
  page.getByRole('navigation', { name: post[locale].besides }).getByRole('button');
const close = (page: Page) => button(page, post.en.close).tap();

/** What a field says without what is drawn on it. */
async function wordsOf(page: Page): Promise<string> {
  return objective(page).evaluate((field) => {
    const own = field.cloneNode(true) as Element;
    for (const drawn of own.querySelectorAll('.ProseMirror-widget')) drawn.remove();
    return own.textContent ?? '';
  });
}

async function openDoor(page: Page, open: boolean): Promise<void> {
  const door = page.getByRole('switch', { name: guidelinesPage.en.door, checked: !open });
  await door.click();
  await page.getByRole('switch', { name: guidelinesPage.en.door, checked: open }).waitFor();
  await expect
    .poll(() => onDisk(cobrief, 'SELECT 1 FROM brief WHERE guidelines_open').length > 0)
    .toBe(open);
}

/** Ploy opens the guidelines to creators, and Ben and Mali open them. */
async function together() {
  const { briefId } = draftOnDisk(cobrief, 'Ben', 3);
  const ploy = await signedIn('Ploy');
  const ben = await signedIn('Ben', { screen: 'phone' });
  const mali = await signedIn('Mali', { screen: 'phone' });
  await ploy.page.goto(`${cobrief.url}/briefs/${briefId}/guidelines`);
  await objective(ploy.page).waitFor();
  if (onDisk(cobrief, 'SELECT 1 FROM brief WHERE guidelines_open').length === 0)
    await openDoor(ploy.page, true);
  for (const { page } of [ben, mali]) await page.goto(`${cobrief.url}/invite/${briefId}`);
  await ben.page.getByRole('link', { name: offer.en.liveOpen }).tap();
  await mali.page.getByRole('link', { name: offer.th.liveOpen }).tap();
  await Promise.all([ben, mali].map(({ page }) => objective(page).waitFor()));
  return { briefId, ploy, ben, mali };
}

test('a creator types in the live guidelines on a phone: the lead accepts one, keeps one and takes it back, and another creator sees nothing of it', async () => {
  const { briefId, ploy, ben, mali } = await together();
  const before = await wordsOf(mali.page);
  await selectWords(ben.page, 'ordinary', text(ben.page));
  await ben.page.keyboard.type('BENSFIRST');
  await selectWords(ben.page, 'views', text(ben.page));
  await ben.page.keyboard.type('BENSSECOND');
  // In place on the lead's page, under the creator's name, and the text is as it was.
  await ploy.page.locator('ins.suggested-creator[title=Ben]', { hasText: 'BENSFIRST' }).waitFor();
  await ploy.page.locator('.struck-creator', { hasText: 'views' }).waitFor();
  expect(await wordsOf(ploy.page)).toBe(before);
  await button(ploy.page, w.waiting({ count: 2 })).click();

  await card(ploy.page, 'BENSFIRST').getByText(editor.en.objective, { exact: true }).waitFor();
  expect(await ben.page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await card(ploy.page, 'BENSFIRST').getByRole('button', { name: w.accept, exact: true }).click();
  const after = before.replace('ordinary', 'BENSFIRST');
  await expect.poll(() => wordsOf(mali.page)).toBe(after);
  await ben.page.locator('.suggested', { hasText: 'BENSFIRST' }).waitFor({ state: 'detached' });
  const second = card(ploy.page, 'BENSSECOND');
  await second.getByRole('button', { name: w.keep, exact: true }).click();
  await second.getByRole('button', { name: guidelinesReasons.en['not-true-for-me'] }).click();
  await foot(ben.page).tap();
  await card(ben.page, 'BENSFIRST')
    .getByText(w.acceptedBy({ name: 'Rimdaet' }))
    .waitFor();
  await card(ben.page, 'BENSSECOND').getByText(guidelinesReasons.en['not-true-for-me']).waitFor();
  await ben.page.locator('.suggested').waitFor({ state: 'detached' });
  expect(await wordsOf(ben.page)).toBe(after);
  await close(ben.page);

  // Taking it back is the lead's own undo.
  await objective(ploy.page).click();
  await ploy.page.keyboard.press('Control+z');
  await expect.poll(() => wordsOf(ben.page)).toBe(before);
  await saved(ploy.page);

  // The same words again: refused with the reason in sight, and undone by the creator.
  await selectWords(ben.page, 'views', text(ben.page));
  await ben.page.keyboard.type('BENSSECOND');
  await ben.page.getByText('These words were kept as they are').waitFor();
  await ben.page.keyboard.press('Control+z');
  await ben.page.getByText('These words were kept as they are').waitFor({ state: 'detached' });

  await foot(mali.page, 'th').tap();
  await expect.poll(() => mali.page.locator('[data-suggestion-card]').count()).toBe(0);
  const sent = await mali.page.request.get(`${cobrief.url}/invite/${briefId}/guidelines.data`);
  for (const sees of [await sent.text(), await mali.page.content()]) {
    expect(sees).toContain('Rimdaet');
    expect(sees).not.toContain('BENSSECOND');
    expect(sees).not.toContain('Ben"');
  }
  for (const { complaints } of [ploy, ben, mali]) expectNoComplaints(complaints);
});

test('only words are a creator’s to suggest; they comment, hear when the words are gone, and the door closes behind what was said', async () => {
  const { ploy, ben, mali } = await together();
  const shape = () =>
    text(ben.page).evaluate((root) => ({
      fields: root.querySelectorAll('.field').length,
      points: root.querySelectorAll('.point').length,
    }));
  const blocks = await shape();
  expect(await ben.page.locator('.block-select, .block-input').count()).toBe(0);
  expect(await button(ben.page, editor.en.removePoint).count()).toBe(0);
  // A heading is no place to type: the caret stays where it was.
  await ben.page.locator('[data-field=audience] .language-text[lang=en]').tap();
  await ben.page.locator('[data-field=timeline] .field-head p').tap();
  await ben.page.keyboard.type('INTHERIGHTPLACE');
  await ploy.page.locator('[data-field=audience] ins', { hasText: 'INTHERIGHTPLACE' }).waitFor();
  await ben.page.keyboard.press('Control+z');
  await ploy.page.locator('ins.suggested').waitFor({ state: 'detached' });
  // Everything in one text is taken out, and not the text's place; nothing joins two points.
  const point = ben.page.locator('.point').first().locator('.language-text').first();
  await point.click();
  await ben.page.keyboard.press('Home');
  await ben.page.keyboard.press('Backspace');
  await ben.page.keyboard.press('Control+a');
  await ben.page.keyboard.press('Backspace');
  await ploy.page.locator('.struck-creator').first().waitFor();
  expect(await shape()).toEqual(blocks);
  await foot(ben.page).tap();
  await button(ben.page, w.takeBack).tap();
  await ploy.page.locator('.struck-creator').waitFor({ state: 'detached' });
  await ben.page.locator('.struck').waitFor({ state: 'detached' });
  await close(ben.page);

  // A comment on a passage is for the brand and this creator.
  await selectWords(ben.page, 'Bangkok', text(ben.page));
  await button(ben.page, thread.en.comment).tap();
  await ben.page.getByLabel(thread.en.body).fill('Chiang Mai too?');
  await ben.page.getByLabel(thread.en.body).press('Control+Enter');
  await ben.page.locator('[data-thread]').first().waitFor();
  await close(ben.page);
  await button(ploy.page, new RegExp(`^${post.en.comments}`)).click();
  await ploy.page.getByRole('article').filter({ hasText: 'Chiang Mai too?' }).waitFor();
  await foot(mali.page, 'th').tap();
  await mali.page.getByText(thread.th.noneForCreator).waitFor();

  // The lead writes over what was suggested: said to both, and nothing is guessed.
  await selectWords(ben.page, 'once', text(ben.page));
  await ben.page.keyboard.type('ONLYONCE');
  await card(ploy.page, 'ONLYONCE').waitFor();
  await ploy.page.locator('[data-field=audience] .language-text[lang=en]').click();
  await ploy.page.keyboard.press('Control+a');
  await ploy.page.keyboard.press('Backspace');
  await card(ploy.page, 'ONLYONCE').getByText(w.gone).waitFor();
  const accept = card(ploy.page, 'ONLYONCE').getByRole('button', { name: w.accept, exact: true });
  expect(await accept.isDisabled()).toBe(true);
  await foot(ben.page).tap();
  await card(ben.page, 'ONLYONCE').getByText(w.gone).waitFor();

  await button(ploy.page, new RegExp(`^${post.en.comments}`)).click();
  await openDoor(ploy.page, false);
  await ben.page.getByText(offer.en.liveClosed({ brand: 'Rimdaet' })).waitFor();
  expect(onDisk(cobrief, "SELECT 1 FROM suggestion WHERE status = 'open'")).toHaveLength(1);
  for (const { complaints } of [ploy, ben, mali]) expectNoComplaints(complaints);
});
