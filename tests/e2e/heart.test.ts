import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { editor } from '#shared/words/editor.ts';
import { guidelinesPage } from '#shared/words/guidelines-page.ts';
import { heart } from '#shared/words/heart.ts';
import { post } from '#shared/words/post.ts';
import { expectNoComplaints } from '#tests/support/app.ts';
import { draftOnDisk } from '#tests/support/demo.ts';
import { house } from '#tests/support/house.ts';
import { caption, captionText, saved } from '#tests/support/post-page.ts';

const { at, cobrief } = house();

const carrying = 'You put it on again every two hours, even outdoors on a platform.';
const other = 'It lives in my pocket.';

/** The n-th talking point where it can be seen: in the column, or in the sheet of a phone. */
const point = (page: Page, n: number, is = '') =>
  page.locator(`ol > li:nth-child(${n}) [data-heart${is && `=${is}`}]`).filter({ visible: true });
const state = (page: Page, n: number, is: string) => point(page, n, is).waitFor();
/** Selects a paragraph of the caption and says which point it carries. */
async function marks(page: Page, paragraph: number, n: number) {
  await caption(page).locator('> p').nth(paragraph).click({ clickCount: 3 });
  await page.getByRole('button', { name: post.th.pointsTab }).click();
  const sheet = page.getByRole('dialog');
  const mark = sheet.locator(`ol > li:nth-child(${n})`);
  await mark.getByRole('button', { name: heart.th.markSelected }).click();
  await sheet.getByRole('button', { name: post.th.close }).click();
}
const covered = (page: Page) => page.locator('.caption-editor .covered');

test('the creator says on a phone where a talking point stands, and the brand agrees from her desk', async () => {
  const { id } = draftOnDisk(cobrief, 'Mali', 3);
  const mali = await at(`/posts/${id}`, 'Mali', { screen: 'phone', locale: 'th' });
  await caption(mali.page).click();
  await mali.page.keyboard.type(`${carrying}\n${other}`);
  await saved(mali.page);
  await mali.page.getByRole('button', { name: post.th.openDoor }).first().click();

  // She selects words and says what they carry: on the phone in the text, on the desk in the meter.
  await marks(mali.page, 0, 1);
  await covered(mali.page).getByText(carrying).waitFor();
  await mali.page.getByText(heart.th.meter({ found: 1, count: 4 })).waitFor();

  // The brand finds it, looks at the passage, and says yes.
  const ploy = await at(`/posts/${id}`, 'Ploy');
  await ploy.page.getByRole('button', { name: post.en.guidelines }).click();
  await state(ploy.page, 1, 'in-text');
  await ploy.page.getByText(heart.en.meter({ found: 1, count: 4 })).waitFor();
  await point(ploy.page, 1)
    .getByRole('button', { name: heart.en.show({ quote: carrying }) })
    .click();
  await ploy.page.locator('.caption-editor .covered-active').waitFor();
  await point(ploy.page, 1).getByRole('button', { name: heart.en.yesThis }).click();
  await point(ploy.page, 1)
    .getByText(heart.en.agrees({ name: 'Ploy' }))
    .waitFor();
  expect(await captionText(mali.page)).toBe(`${carrying}\n${other}`);

  // Taking a mark back is one undo.
  await marks(mali.page, 1, 3);
  await mali.page.getByText(heart.th.meter({ found: 2, count: 4 })).waitFor();
  await ploy.page.getByText(heart.en.meter({ found: 2, count: 4 })).waitFor();
  await caption(mali.page).press('Control+z');
  await mali.page.getByText(heart.th.meter({ found: 1, count: 4 })).waitFor();
  expect(await captionText(mali.page)).toBe(`${carrying}\n${other}`);

  // The brand may ask; the creator changes the words, and what was said holds no longer.
  await point(ploy.page, 1).getByRole('button', { name: heart.en.isThisIt }).click();
  await mali.page.getByRole('button', { name: post.th.pointsTab }).click();
  await point(mali.page, 1)
    .getByText(heart.th.asks({ name: 'Ploy' }))
    .waitFor();
  await point(mali.page, 1).getByRole('button', { name: heart.th.unmark }).click();
  await state(mali.page, 1, 'not-yet');
  await state(ploy.page, 1, 'not-yet');
  await expect.poll(() => covered(mali.page).count()).toBe(0);
  expectNoComplaints([...mali.complaints, ...ploy.complaints]);
});

test('what the lead marks as legal text is put in by the creator’s tap, and holds word for word', async () => {
  const { id, briefId } = draftOnDisk(cobrief, 'Ben', 3);
  const ploy = await at(`/briefs/${briefId}/guidelines`, 'Ploy', { locale: 'en' });
  const last = ploy.page.locator('.point').last();
  await last.getByLabel(editor.en.need).selectOption('exact');
  await saved(ploy.page);
  const publish = guidelinesPage.en.publishNext({ n: 2 });
  await ploy.page.getByRole('button', { name: publish }).click();
  const asked = ploy.page.getByRole('dialog');
  await asked.getByText(guidelinesPage.en.wording, { exact: true }).click();
  await asked.getByRole('button', { name: publish }).click();
  await asked.getByText(`${guidelinesPage.en.version({ n: 2 })} ✓`).waitFor();

  const ben = await at(`/posts/${id}`, 'Ben', { screen: 'phone', locale: 'en' });
  await caption(ben.page).waitFor();
  await ben.page.getByRole('button', { name: post.en.pointsTab }).click();

  await state(ben.page, 4, 'not-yet');
  await point(ben.page, 4).getByRole('button', { name: heart.en.insertExact }).click();
  await state(ben.page, 4, 'in-text');
  const legal = 'Keep the case, change the stick.';
  expect(await captionText(ben.page)).toMatch(new RegExp(`${legal}$`));

  // One word less and it is not there.
  await ben.page.getByRole('button', { name: post.en.close }).click();
  await caption(ben.page).press('Control+End');
  for (let i = 0; i < 'stick.'.length; i += 1) await ben.page.keyboard.press('Backspace');
  await ben.page.getByRole('button', { name: post.en.pointsTab }).click();
  await state(ben.page, 4, 'not-yet');
  expectNoComplaints([...ben.complaints, ...ploy.complaints]);
});
