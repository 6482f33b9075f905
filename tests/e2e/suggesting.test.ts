import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { suggestion } from '#shared/words/suggestion.ts';
import { unsent } from '#shared/words/unsent.ts';
import { expectNoComplaints, type PersonOptions } from '#tests/support/app.ts';
import { draftOnDisk, onDisk } from '#tests/support/demo.ts';
import { house } from '#tests/support/house.ts';
import { caption, captionText, selectWords } from '#tests/support/post-page.ts';

const { cobrief, signedIn } = house();

async function at(name: string, options: PersonOptions = {}) {
  const { id } = draftOnDisk(cobrief, 'Ben', 3);
  const who = await signedIn(name, options);
  await who.page.goto(`${cobrief.url}/posts/${id}`);
  await caption(who.page).waitFor();
  return who;
}

const w = suggestion.en;
const say = unsent.en;

/** Holds back what a page sends about suggestions, until it is let go. */
async function heldBack(page: Page): Promise<{ letGo(): void }> {
  let letGo: () => void = () => undefined;
  const isFree = new Promise<void>((resolve) => (letGo = resolve));
  await page.route('**/suggestions', async (route) => {
    await isFree;
    await route.continue();
  });
  return { letGo: () => letGo() };
}

/** Nothing about suggestions reaches the server any more. */
const cutOff = (page: Page) => page.route('**/suggestions', (route) => route.abort());
const openRows = () =>
  onDisk<{ n: number }>(cobrief, "SELECT count(*) AS n FROM suggestion WHERE status = 'open'")[0]
    ?.n;

test('a brand person just types in the creator’s post: both see a suggestion, and the creator accepts one, keeps one and takes it back', async () => {
  const ploy = await at('Ploy');
  const ben = await at('Ben');
  const before = await captionText(ben.page);
  await selectWords(ploy.page, 'four hundred');
  await ploy.page.keyboard.type('a thousand');
  await selectWords(ploy.page, 'Fair');
  await ploy.page.keyboard.type('Not fair');

  // In place on the creator's page, and the creator's text is as it was.
  await ben.page.locator('ins.suggested', { hasText: 'a thousand' }).waitFor();
  await ben.page.locator('.struck', { hasText: 'four hundred' }).waitFor();
  await ben.page.locator('ins.suggested', { hasText: 'Not fair' }).waitFor();
  await ben.page.getByRole('button', { name: w.waiting({ count: 2 }) }).click();
  expect(await onDiskText()).toBe(before);

  const cards = ben.page.locator('[data-suggestion-card]');
  const first = cards.filter({ hasText: 'a thousand' });
  await ben.page.route('**/suggestions', (route) => route.abort());
  await first.getByRole('button', { name: w.accept, exact: true }).click();
  await first.getByText(w.offline).waitFor();
  expect(await captionText(ben.page)).toBe(before);
  await ben.page.unroute('**/suggestions');
  await first.getByRole('button', { name: w.accept, exact: true }).focus();
  await ben.page.keyboard.press('Enter');
  const after = before.replace('four hundred', 'a thousand');
  await first.getByText(w.accepted, { exact: true }).waitFor();
  // The keyboard goes on where the answer can be taken back.
  const focused = () => ben.page.evaluate(() => document.activeElement?.textContent);
  await expect.poll(focused).toBe(w.undo);
  expect(await onDiskText()).toBe(after);
  await ploy.page.getByText(w.acceptedBy({ name: 'Ben' })).waitFor();

  const second = cards.filter({ hasText: 'Not fair' });
  await second.getByRole('button', { name: w.keep, exact: true }).click();
  await second.getByRole('button', { name: w['not-how-i-talk'] }).click();
  await ploy.page.getByText(w['not-how-i-talk']).waitFor();
  await ben.page.locator('ins.suggested').waitFor({ state: 'detached' });

  // Taking it back is the creator's own undo, beside the answer as with the keys.
  await first.getByRole('button', { name: w.undo, exact: true }).click();
  await first.getByText(w.undone).waitFor();
  await expect.poll(focused).toBe(w.undone);
  expect(await captionText(ben.page)).toBe(before);
  await caption(ben.page).click();
  await ben.page.keyboard.press('Control+Shift+z');
  await expect.poll(() => captionText(ben.page)).toBe(after);
  await ben.page.keyboard.press('Control+z');
  await expect.poll(onDiskText).toBe(before);
  expectNoComplaints(ploy.complaints);
  expectNoComplaints(ben.complaints);
});

/** What the caption says on disk, by way of a page that only reads. */
async function onDiskText(): Promise<string> {
  const reader = await at('Anan');
  const text = await captionText(reader.page);
  await reader.page.context().close();
  return text;
}

test('the creator sees on a phone what the brand person is typing, from the first letters until it is sent, once and without a gap', async () => {
  const ploy = await at('Ploy');
  const ben = await at('Ben', { screen: 'phone' });
  // Whatever the caption shows of it, from the first moment to the last.
  await caption(ben.page).evaluate((root) => {
    new MutationObserver(() => {
      const shown = [...root.querySelectorAll('ins.suggested')].map((one) => one.textContent);
      if (window.name.split('|').at(-1) !== shown.join('+')) window.name += `|${shown.join('+')}`;
    }).observe(root, { childList: true, subtree: true, characterData: true });
  });
  const sends = await heldBack(ploy.page);
  await selectWords(ploy.page, 'four hundred');
  await ploy.page.keyboard.type('a thou');
  await ben.page.locator('ins.suggestion-begun', { hasText: 'a thou' }).waitFor();
  expect(openRows()).toBe(0);
  await ben.page.getByRole('button', { name: 'Comments' }).click();
  const typed = ben.page.locator('[data-being-typed]');
  await typed.getByText(w.typing({ name: 'Ploy' })).waitFor();
  await ploy.page.keyboard.type('sand');
  await typed.getByText('a thousand', { exact: true }).waitFor();
  expect(await typed.getByRole('button').count()).toBe(0);

  sends.letGo();
  const card = ben.page.locator('[data-suggestion-card]', { hasText: 'a thousand' });
  await card.waitFor();
  await typed.waitFor({ state: 'detached' });
  // Typed on, it stays one suggestion.
  await ploy.page.keyboard.type(' or more');
  await card.getByText('a thousand or more', { exact: true }).waitFor();
  const seen = (await ben.page.evaluate(() => window.name)).split('|').slice(1);
  expect(seen.filter((one) => one === '' || one.includes('+'))).toEqual([]);
  expect(seen.at(-1)).toBe('a thousand or more');
  expect(
    await ben.page.locator('[data-suggestion-card]', { hasText: 'Ploy suggests' }).count(),
  ).toBe(1);

  // What is being typed goes with its writer; what was sent stays.
  await cutOff(ploy.page);
  await selectWords(ploy.page, 'lipstick');
  await ploy.page.keyboard.type('war paint');
  await ben.page.locator('[data-being-typed]', { hasText: 'war paint' }).waitFor();
  // A page that is left sends what is in hand, past any route; one that crashes sends nothing.
  await ploy.page.goto('chrome://crash').catch(() => undefined);
  await typed.waitFor({ state: 'detached' });
  expect(await ben.page.locator('ins.suggested').allTextContents()).toEqual(['a thousand or more']);
  await card.getByRole('button', { name: w.keep, exact: true }).click();
  await ben.page.locator('ins.suggested').waitFor({ state: 'detached' });
  expectNoComplaints(ben.complaints);
});

test('the same words for the same passage cannot be suggested again, and the brand is told why', async () => {
  const ploy = await at('Ploy');
  await selectWords(ploy.page, 'Fair');
  await ploy.page.keyboard.type('Not fair');
  await ploy.page.getByText('These words were kept as they are').waitFor();
  expect(openRows()).toBe(0);
  // Neither the words nor the reason are lost with the page; its author lets them go.
  await ploy.page.reload();
  const refused = ploy.page.locator('[data-unsent]', { hasText: 'Not fair' });
  await refused.getByText('These words were kept as they are').waitFor();
  await ploy.page.locator('.suggested', { hasText: 'Not' }).waitFor();
  await refused.getByRole('button', { name: w.takeBack }).click();
  await refused.waitFor({ state: 'detached' });
  await ploy.page.locator('.suggested').waitFor({ state: 'detached' });
});

test('the same person’s other device follows what is typed on and taken back, and what was typed offline is sent after a reload', async () => {
  const desk = await at('Ploy');
  const phone = await at('Ploy', { screen: 'phone' });
  const mine = (page: Page) => caption(page).locator('.suggested');
  await selectWords(desk.page, 'three hundred');
  await desk.page.keyboard.type('half');
  await mine(phone.page).getByText('half', { exact: true }).waitFor();
  await selectWords(phone.page, 'half');
  await phone.page.keyboard.type('most');
  await mine(desk.page).getByText('most', { exact: true }).waitFor();
  expect(openRows()).toBe(1);

  await cutOff(desk.page);
  await selectWords(desk.page, 'lipstick');
  await desk.page.keyboard.type('war paint');
  await desk.page.getByText(say.waiting).waitFor();
  await desk.page.reload();
  await desk.page.getByText(say.waiting).waitFor();
  await mine(desk.page).getByText('war paint', { exact: true }).waitFor();
  expect(openRows()).toBe(1);
  await desk.page.unroute('**/suggestions');
  await mine(phone.page).getByText('war paint', { exact: true }).waitFor();
  await desk.page.getByText(say.waiting).waitFor({ state: 'detached' });

  await phone.page.getByRole('button', { name: 'Comments' }).click();
  for (const left of [1, 0]) {
    await phone.page.getByRole('button', { name: w.takeBack }).first().click();
    await expect.poll(() => mine(desk.page).count()).toBe(left);
    await expect.poll(openRows).toBe(left);
  }
  expect(await captionText(desk.page)).toBe(await captionText(phone.page));
  expectNoComplaints(desk.complaints);
  expectNoComplaints(phone.complaints);
});

test('a suggestion survives a reload and goes on under the creator’s typing, and its author takes it back', async () => {
  const ploy = await at('Ploy');
  const ben = await at('Ben', { screen: 'phone' });
  // A caret at the end of a line carries its name past the edge, and the page stays as wide as it is.
  await selectWords(ploy.page, 'already 29 degrees');
  await ben.page.locator('.caret').waitFor({ state: 'attached' });
  expect(await ben.page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await selectWords(ploy.page, 'lipstick');
  await ploy.page.keyboard.type('war paint');
  await ben.page.locator('ins.suggested').waitFor({ state: 'attached' });
  await ploy.page.reload();
  await ploy.page.locator('.suggested', { hasText: 'war paint' }).waitFor();

  await selectWords(ben.page, 'coconut');
  await ben.page.keyboard.type('mango');
  await ploy.page.locator('.ProseMirror', { hasText: 'mango man' }).waitFor();
  await ploy.page.locator('.suggested', { hasText: 'war paint' }).waitFor();
  // On a phone the creator's words are never struck; a tap shows yours and theirs.
  await ben.page.locator('.struck').click();
  const card = ben.page.locator('[data-suggestion-card]', { hasText: 'war paint' });
  await card.getByText(w.yours).waitFor();
  const decoration = await ben.page
    .locator('.struck')
    .evaluate((one) => getComputedStyle(one).textDecorationLine);
  expect(decoration).toBe('none');

  await ploy.page.getByRole('button', { name: w.takeBack }).click();
  await ben.page.locator('.struck').waitFor({ state: 'detached' });
  await ploy.page.locator('.suggested').waitFor({ state: 'detached' });
  expect(openRows()).toBe(0);
});
