import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { post } from '#shared/words/post.ts';
import { rulesPage, ruleWords } from '#shared/words/rules.ts';
import { expectNoComplaints } from '#tests/support/app.ts';
import { draftOnDisk } from '#tests/support/demo.ts';
import { house } from '#tests/support/house.ts';
import { caption, captionText, saved } from '#tests/support/post-page.ts';

const { cobrief, signedIn } = house();

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' });

async function writeInstead(page: Page, words: string): Promise<void> {
  await caption(page).click();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(words);
}

test('a creator is told what must be fixed before sending, fixes it with a tap, and sends', async () => {
  const ben = await signedIn('Ben', { screen: 'phone' });
  const ploy = await signedIn('Ploy');
  const { id } = draftOnDisk(cobrief, 'Ben', 3);
  for (const { page } of [ben, ploy]) {
    await page.goto(`${cobrief.url}/posts/${id}`);
    await caption(page).waitFor();
  }
  await writeInstead(ben.page, '#collab A waterproof loop. @rimdaet #RimdaetAgain code BEN15');

  // Both see it at once, in the text and at the foot; the brand has nothing to put in.
  const line = rulesPage.en.footMustFix({ count: 2 });
  await button(ben.page, line).waitFor();
  await ben.page.locator('.rule-must-fix', { hasText: 'waterproof' }).waitFor();
  await button(ploy.page, line).click();
  const list = ploy.page.locator('aside [data-rules]');
  await list.getByText(ruleWords.en.forbidden({ words: 'waterproof' })).waitFor();
  await list.getByText('Influencers', { exact: false }).first().waitFor();
  await list.getByText(rulesPage.en.notAdvice).waitFor();
  expect(await list.getByRole('button', { name: /Begin with|Add/ }).count()).toBe(0);
  await ploy.page.locator('.rule-must-fix', { hasText: '#collab' }).waitFor();

  // Sending says what is in the way, and a tap puts the label first.
  await saved(ben.page);
  await button(ben.page, post.en.sendAgain).click();
  const dialog = ben.page.getByRole('dialog');
  const send = dialog.getByRole('button', { name: post.en.send({ brand: 'Rimdaet' }) });
  await dialog.getByText(rulesPage.en.stops({ count: 2 })).waitFor();
  expect(await send.isDisabled()).toBe(true);
  await dialog.getByRole('button', { name: rulesPage.en.addFirst({ what: 'Ad' }) }).click();
  await dialog.getByText(rulesPage.en.stops({ count: 1 })).waitFor();
  expect(await captionText(ben.page)).toMatch(/^Ad · #collab/);
  await ben.page.keyboard.press('Escape');

  // The list leads to the word; taking it out opens the way.
  await button(ben.page, rulesPage.en.footMustFix({ count: 1 })).click();
  const sheet = ben.page.getByRole('dialog', { name: post.en.rules });
  await sheet.getByRole('button', { name: rulesPage.en.show }).first().click();
  const word = ben.page.locator('.rule-must-fix', { hasText: 'waterproof' });
  const isInSight = async () => {
    const [place, cover] = [await word.boundingBox(), await sheet.boundingBox()];
    return place !== null && cover !== null && place.y > 0 && place.y + place.height < cover.y;
  };
  await expect.poll(isInSight).toBe(true);
  await ben.page.keyboard.press('Escape');
  await writeInstead(ben.page, 'Ad. A long loop. @rimdaet #RimdaetAgain');
  await button(ben.page, rulesPage.en.footMustFix({ count: 1 })).click();
  await sheet.getByRole('button', { name: rulesPage.en.add({ what: 'BEN15' }) }).click();
  await expect
    .poll(() => captionText(ben.page))
    .toBe('Ad. A long loop. @rimdaet #RimdaetAgain code BEN15');
  await sheet.getByRole('button', { name: post.en.close }).click();
  await saved(ben.page);
  await button(ben.page, post.en.sendAgain).click();
  await send.click();
  await dialog.waitFor({ state: 'hidden' });
  await ploy.page.getByText(post.en.turnBrandYou).first().waitFor();
  for (const { complaints } of [ben, ploy]) expectNoComplaints(complaints);
});
