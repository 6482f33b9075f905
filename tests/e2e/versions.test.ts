import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { deeds } from '#shared/words/deeds.ts';
import { post } from '#shared/words/post.ts';
import { proofPage } from '#shared/words/proof-page.ts';
import { together } from '#shared/words/together.ts';
import { versions } from '#shared/words/versions.ts';
import { expectNoComplaints } from '#tests/support/app.ts';
import { draftOnDisk } from '#tests/support/demo.ts';
import { house } from '#tests/support/house.ts';
import { caption, captionText, saved } from '#tests/support/post-page.ts';

const { at, cobrief } = house();

const press = (page: Page, name: string) =>
  page.getByRole('button', { name, exact: true }).first().click();
const inDialog = (page: Page, name: string) =>
  page.getByRole('dialog').getByRole('button', { name, exact: true }).click();

test('a creator keeps a version by name, sees what changed since, brings it back and undoes that', async () => {
  const path = `/posts/${draftOnDisk(cobrief, 'Ben', 3).id}`;
  const ben = await at(path, 'Ben', { screen: 'phone' });
  const ploy = await at(`${path}/compare`, 'Ploy');
  await saved(ben.page);
  const before = await captionText(ben.page);
  await ben.page.goto(`${cobrief.url}${path}/compare`);
  await press(ben.page, versions.en.name);
  await ben.page.getByRole('textbox', { name: versions.en.nameLabel }).fill('before the shoot');
  await inDialog(ben.page, versions.en.nameSave);
  // The name appears beside its version, for the brand too: the door is open.
  const named = versions.en.named({ name: 'before the shoot' });
  await ploy.page.getByRole('navigation', { name: versions.en.list }).getByText(named).waitFor();

  await ben.page.goto(cobrief.url + path);
  await caption(ben.page).locator('> p').last().click();
  await ben.page.keyboard.press('End');
  await ben.page.keyboard.type(' and once more');
  await saved(ben.page);
  await ben.page.goto(`${cobrief.url}${path}/compare`);
  await ben.page.getByText(versions.en.listCount({ count: 2 })).click();
  await ben.page.getByRole('link', { name: named }).click();
  const added = ben.page.locator('ins[data-side=creator]').last();
  await added.getByText('and once more').waitFor();
  await ploy.page.getByRole('link', { name: named }).click();
  await ploy.page.locator('ins').getByText('and once more').waitFor();
  expect(await ploy.page.getByRole('button', { name: versions.en.restore }).count()).toBe(0);

  await press(ben.page, versions.en.restore);
  await inDialog(ben.page, versions.en.restoreYes);
  await ben.page.getByText(versions.en.restored).waitFor();
  // The brand reads along: nothing differs any more, and then it does again.
  await ploy.page.getByText(post.en.same).waitFor();
  await press(ben.page, versions.en.undo);
  await ploy.page.locator('ins').getByText('and once more').waitFor();
  await press(ploy.page, versions.en.whoWrote);
  await ploy.page.getByText(versions.en.wordsOf({ name: 'Ben' })).waitFor();
  await ben.page.goto(cobrief.url + path);
  await caption(ben.page).waitFor();
  await expect.poll(() => captionText(ben.page)).toBe(`${before} and once more`);
  await ben.page.goBack();
  await press(ben.page, versions.en.restore);
  await inDialog(ben.page, versions.en.restoreYes);
  await ploy.page.goto(cobrief.url + path);
  await expect.poll(() => captionText(ploy.page)).toBe(before);
  for (const { complaints } of [ben, ploy]) expectNoComplaints(complaints);
});

test('approved together, one changed character is on every page within a second, the proof stays that of what was approved, and changing it back holds again', async () => {
  const path = `/posts/${draftOnDisk(cobrief, 'Ben', 3).id}`;
  const ben = await at(path, 'Ben', { screen: 'phone' });
  await saved(ben.page);
  const ploy = await at(path, 'Ploy');
  const anan = await at(path, 'Anan');

  // Both are here: either opens the version, the other is told who looks at it.
  await press(ploy.page, together.en.invite);
  await ben.page.getByText(together.en.looking({ name: 'Ploy' })).waitFor();
  await press(ben.page, together.en.invite);
  await ploy.page.getByRole('dialog').getByText(together.en.stateLooking).nth(1).waitFor();
  expect(await anan.page.getByRole('button', { name: together.en.invite }).count()).toBe(0);
  await inDialog(ploy.page, post.en.approve);
  await ben.page.getByRole('dialog').getByText(together.en.stateTurned).waitFor();
  await inDialog(ben.page, post.en.postIt);
  for (const { page } of [ploy, ben]) {
    await page.getByRole('dialog').locator('output').getByText(together.en.both).waitFor();
    await inDialog(page, together.en.done);
  }

  const proof = async () => (await ploy.context.request.get(`${cobrief.url}${path}/proof`)).text();
  const signed = await proof();
  const approved = await captionText(ben.page);
  await press(ben.page, post.en.makeChange);
  await inDialog(ben.page, post.en.makeChangeYes);
  await caption(ben.page).locator('> p').last().click();
  await ben.page.keyboard.press('End');
  await ben.page.keyboard.type('!');
  await Promise.all(
    [ben, ploy, anan].map(({ page }) => page.getByText(post.en.changed).first().waitFor()),
  );
  await ploy.page.getByText(deeds.en.proofThen).waitFor();

  // The proof is the same, verifies, and is of what was approved.
  expect(await proof()).toBe(signed);
  expect(signed).toContain(JSON.stringify(approved.split('\n').at(-1)).slice(1, -1));
  await saved(ben.page);
  const visitor = await anan.context.newPage();
  await visitor.goto(`${cobrief.url}/proof`);
  const proofSays = async (title: string) => {
    await visitor.getByLabel(proofPage.en.paste).fill(signed);
    await press(visitor, proofPage.en.check);
    await visitor.getByRole('heading', { name: title, exact: true }).waitFor();
  };
  await proofSays(proofPage.en.changed);
  await visitor.getByText(proofPage.en.changedNote).waitFor();

  await ben.page.keyboard.press('Backspace');
  for (const { page } of [ben, ploy, anan]) {
    await page.getByText(post.en.changed).first().waitFor({ state: 'hidden' });
    await page.getByText(post.en.turnReady).first().waitFor();
  }
  await saved(ben.page);
  await proofSays(proofPage.en.current);
  expect(await captionText(ben.page)).toBe(approved);
  for (const { complaints } of [ben, ploy, anan]) expectNoComplaints(complaints);
});
