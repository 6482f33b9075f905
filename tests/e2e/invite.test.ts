// Inviting twenty, counted by the hand that does it; and replacing somebody who is writing.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { brief } from '#shared/words/brief.ts';
import { errors } from '#shared/words/errors.ts';
import { invite } from '#shared/words/invite.ts';
import { post } from '#shared/words/post.ts';
import { comeIn, expectNoComplaints, person } from '#tests/support/app.ts';
import { draftOnDisk, onDisk } from '#tests/support/demo.ts';
import { house } from '#tests/support/house.ts';
import { caption, cuttable, saved } from '#tests/support/post-page.ts';

const here = house();
const { cobrief, at, signedIn } = here;
const w = invite.en;

const names = Array.from({ length: 20 }, (_, n) => `Creator ${n + 1}`);
const fees = ['฿9,000', '9.000 THB', '9k'];
/** Twenty rows under a Thai header, one of them in a language nobody speaks, one a handle twice. */
const sheet = [
  'ชื่อบัญชี\tชื่อ\tภาษา\tแพลตฟอร์ม\tค่าตัว\tโพสต์\tอีเมล\tเบอร์โทร',
  ...names.map((name, n) =>
    [
      `@twenty.${n === 7 ? 3 : n}`,
      name,
      n === 4 ? 'Klingon' : n % 2 ? 'ไทย' : 'English',
      'IG',
      fees[n % 3],
      (n % 3) + 1,
      n === 0 ? 'one@mail.example' : '',
      n === 0 ? '+66 (0)81-234 5678' : '',
    ].join('\t'),
  ),
].join('\n');

/** Each press of a key and each click, as a hand makes them. */
function hand(page: Page) {
  let count = 0;
  return {
    count: () => count,
    async press(keys: string) {
      count += keys.split('+').length;
      await page.keyboard.press(keys);
    },
    async click(name: string | RegExp, role: 'button' | 'link' = 'button') {
      count += 1;
      await page.getByRole(role, { name, exact: typeof name === 'string' }).click();
    },
  };
}

const copied = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

test('twenty pasted rows become twenty invitations, each handed over, in at most forty presses', async () => {
  const { briefId } = draftOnDisk(cobrief, 'Mali', 1);
  const { page, complaints } = await at(`/briefs/${briefId}/creators`, 'Ploy');
  await page.evaluate((text) => navigator.clipboard.writeText(text), sheet);
  const by = hand(page);
  await by.click(w.several, 'link');
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
  await by.press('Control+V');
  await page.getByText(w.toLookAt({ n: 2 })).waitFor();
  expect(onDisk(cobrief, "SELECT 1 FROM brief_creator WHERE handle LIKE '@twenty%'")).toEqual([]);
  // Mended at the cell: the language by its word, the handle by one more letter.
  await by.click(w.english);
  await by.click(w.invite({ n: 20 }));
  const twice = page.getByLabel(w.cellOf({ column: w.handle, name: 'Creator 8' }));
  await expect.poll(() => twice.getAttribute('aria-invalid')).toBe('true');
  await expect.poll(() => twice.evaluate((it) => it === document.activeElement)).toBe(true);
  await by.press('End');
  await by.press('b');
  await page.getByText(w.allFine).waitFor();
  await by.click(w.invite({ n: 20 }));
  await page.getByText(w.ready({ n: 20 })).waitFor();
  const messages: string[] = [];
  for (const name of names) {
    await by.click(w.copyFor({ name }));
    messages.push(await copied(page));
  }
  await page.getByText(w.handedOver({ n: 20, of: 20 })).waitFor();
  expect(by.count()).toBeLessThanOrEqual(40);

  expect(new Set(messages.map((text) => /\/l\/\S+/.exec(text)?.[0])).size).toBe(20);
  expect(messages[0]).toContain('Hi Creator 1!');
  expect(messages[1]).toContain('คุณCreator 2');
  const letter = page.getByRole('link', { name: w.mailFor({ name: 'Creator 1' }) });
  expect(await letter.getAttribute('href')).toContain('mailto:one%40mail.example?subject=');
  await page.getByRole('button', { name: w.copyAll }).click();
  expect((await copied(page)).split('\n')).toHaveLength(21);
  const rows = onDisk(
    cobrief,
    "SELECT fee, posts FROM brief_creator WHERE handle LIKE '@twenty%' ORDER BY rowid",
  ) as { fee: string; posts: string }[];
  expect(rows.map(({ fee }) => fee)).toEqual(names.map((_, n) => fees[n % 3]));

  // The creators' page knows them by where they stand.
  await page.getByRole('link', { name: w.toCreators }).last().click();
  await page.getByRole('link', { name: `${w.sent} 20` }).click();
  await expect.poll(() => page.getByText('Mali', { exact: true }).count()).toBe(0);
  await page.getByText('@twenty.19').waitFor();
  const call = page.getByRole('link', { name: w.call({ name: 'Creator 1' }), exact: true });
  expect(await call.getAttribute('href')).toBe('tel:+66812345678');
  expect(await page.locator('a[href^="tel:"]').count()).toBe(1);
  await page.getByRole('button', { name: w.nudge, exact: true }).first().click();
  await page.getByText(w.nudgeReady({ n: 1 })).waitFor();
  await page.getByText(w.nudgeNewLink).waitFor();
  expectNoComplaints(complaints);
});

test('somebody replaced while typing loses no word, and the next one sees none of them', async () => {
  const { id, briefId } = draftOnDisk(cobrief, 'Ben', 1);
  const ben = await signedIn('Ben', { screen: 'phone' });
  const line = await cuttable(ben.page);
  await ben.page.goto(`${cobrief.url}/posts/${id}`);
  await caption(ben.page).click();
  await ben.page.keyboard.type('LAPFIVE ');
  await saved(ben.page);
  line.cut();
  await ben.page.locator('[data-save=offline]').waitFor();
  await ben.page.keyboard.type('GATEFOUR ');
  await ben.page.getByText(/kept on this device/).waitFor();

  const { page } = await at(`/briefs/${briefId}/creators?show=in`, 'Ploy');
  const card = page.getByRole('listitem').filter({ hasText: '@ben.runs.lumphini' });
  await card.getByRole('button', { name: w.replace }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(w.replaceWarn({ name: 'Ben' })).waitFor();
  await dialog.getByLabel(brief.en.creatorName).fill('Nid');
  await dialog.getByRole('button', { name: w.replaceNow }).click();
  await dialog.getByText(w.tookOver({ name: 'Nid' })).waitFor();
  const link = await dialog.getByLabel(brief.en.link, { exact: true }).inputValue();
  await page.keyboard.press('Escape');
  await card.getByText(w.replacedBy({ name: 'Nid' })).waitFor();

  line.join();
  await ben.page.getByText(errors.en.kept).waitFor();
  await ben.page.getByRole('link', { name: errors.en.seeKept }).click();
  await ben.page.locator('[data-rescued]').getByText('GATEFOUR').waitFor();
  // His door was closed, and nothing of this opens it.
  await page.goto(`${cobrief.url}/posts/${id}`);
  await page
    .getByText(post.en.closedTitle({ creator: 'Ben' }))
    .first()
    .waitFor();
  expect(await page.content()).not.toContain('LAPFIVE');

  const nid = await person(here.browser);
  await comeIn(nid.page, link);
  await nid.page
    .getByText(/Everywhere Stick/)
    .first()
    .waitFor();
  expect(await nid.page.content()).not.toMatch(/LAPFIVE|7,500|BEN15/);
  expect((await nid.page.goto(`${cobrief.url}/posts/${id}`))?.status()).toBe(404);
  expect(await nid.page.content()).not.toContain('LAPFIVE');
});
