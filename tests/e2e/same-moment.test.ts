// A creator's two devices at the same moment: an accept that comes twice, or after its words went.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { suggestion } from '#shared/words/suggestion.ts';
import { expectNoComplaints, type PersonOptions } from '#tests/support/app.ts';
import { draftOnDisk, onDisk } from '#tests/support/demo.ts';
import { house } from '#tests/support/house.ts';
import { caption, captionText, cuttable, saved, selectWords } from '#tests/support/post-page.ts';

const { cobrief, signedIn } = house();
const w = suggestion.en;

async function at(name: string, options: PersonOptions = {}) {
  const who = await signedIn(name, options);
  const line = await cuttable(who.page);
  await who.page.goto(`${cobrief.url}/posts/${draftOnDisk(cobrief, 'Ben', 3).id}`);
  await caption(who.page).waitFor();
  return { ...who, line };
}

const cardOf = (page: Page, words: string) =>
  page.locator('[data-suggestion-card]', { hasText: words });
const button = (page: Page, words: string, name: string) =>
  cardOf(page, words).getByRole('button', { name, exact: true });
const statuses = () =>
  onDisk<{ status: string }>(cobrief, 'SELECT status FROM suggestion ORDER BY created_at').map(
    ({ status }) => status,
  );

/** What these pages ask of suggestions goes out at one moment, once all of them have asked. */
async function atOnce(pages: Page[]): Promise<void> {
  let asked = 0;
  let letGo: () => void = () => undefined;
  const allAsked = new Promise<void>((resolve) => (letGo = resolve));
  for (const page of pages) {
    await page.route('**/suggestions', async (route) => {
      asked += 1;
      if (asked === pages.length) letGo();
      await allAsked;
      await route.continue();
    });
  }
}

test('accepted on two devices at once it stands in the text once, and the one that was first takes it back', async () => {
  const ploy = await at('Ploy');
  const devices = [await at('Ben'), await at('Ben', { screen: 'phone' })] as const;
  const [desk, phone] = devices;
  const before = await captionText(desk.page);
  await selectWords(ploy.page, 'four hundred');
  await ploy.page.keyboard.type('a thousand');
  for (const { page } of devices) {
    await page.getByRole('button', { name: w.waiting({ count: 1 }) }).click();
  }
  await atOnce(devices.map(({ page }) => page));
  const answers = devices.map(({ page }) =>
    page.waitForResponse((one) => one.url().endsWith('/suggestions')),
  );
  for (const { page } of devices) await button(page, 'a thousand', w.accept).click();
  const told = (await Promise.all(answers)).map((answer) => answer.status());
  expect(new Set(told)).toEqual(new Set([200, 409]));

  const after = before.replace('four hundred', 'a thousand');
  for (const { page } of devices) {
    await cardOf(page, 'a thousand').getByText(w.accepted, { exact: true }).waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
    expect(await button(page, 'a thousand', w.accept).count()).toBe(0);
    await expect.poll(() => captionText(page)).toBe(after);
  }
  await expect.poll(() => captionText(ploy.page)).toBe(after);

  const [first, second] = told[0] === 200 ? [desk, phone] : [phone, desk];
  expect(await button(second.page, 'a thousand', w.undo).count()).toBe(0);
  await button(first.page, 'a thousand', w.undo).click();
  for (const { page } of [...devices, ploy]) {
    await expect.poll(() => captionText(page)).toBe(before);
  }
  for (const { complaints } of [...devices, ploy]) expectNoComplaints(complaints);
});

test('accepted after its words were deleted elsewhere nothing is put in, and the card keeps what it was about', async () => {
  const ploy = await at('Ploy');
  const desk = await at('Ben');
  const phone = await at('Ben', { screen: 'phone' });
  await selectWords(ploy.page, 'lipstick');
  await ploy.page.keyboard.type('war paint');
  for (const { page } of [desk, phone]) {
    await page.getByRole('button', { name: w.waiting({ count: 1 }) }).click();
  }
  // The phone hears nothing of it, and accepts.
  phone.line.cut();
  await selectWords(desk.page, 'lipstick');
  await desk.page.keyboard.press('Delete');
  await saved(desk.page);
  const without = await captionText(desk.page);
  await button(phone.page, 'war paint', w.accept).click();
  const card = cardOf(phone.page, 'war paint');
  await card.getByRole('alert').getByText(w.changed).waitFor();
  expect(statuses().at(-1)).toBe('open');

  // Once it hears, both say the same, and only the creator's own words can be kept.
  phone.line.join();
  for (const { page } of [desk, phone]) {
    await cardOf(page, 'war paint').getByText(w.gone).waitFor();
    await cardOf(page, 'war paint').getByText('lipstick').waitFor();
    expect(await button(page, 'war paint', w.accept).isDisabled()).toBe(true);
  }
  await expect.poll(() => captionText(phone.page)).toBe(without);
  expect(await card.getByRole('alert').count()).toBe(0);
  await button(phone.page, 'war paint', w.keep).click();
  await cardOf(desk.page, 'war paint').getByText(w.kept).waitFor();
  expect(await captionText(ploy.page)).toBe(without);
  for (const { complaints } of [ploy, desk, phone]) expectNoComplaints(complaints);
});
