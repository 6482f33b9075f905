// Two people plan at once: figures that move on both pages, a post moved by keys, and drafts in the end.
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { plan } from '#shared/words/plan.ts';
import { planAdvice } from '#shared/words/plan-advice.ts';
import { planPosts } from '#shared/words/plan-posts.ts';
import { expectNoComplaints } from '#tests/support/app.ts';
import { draftOnDisk, onDisk } from '#tests/support/demo.ts';
import { house } from '#tests/support/house.ts';
import { saved } from '#tests/support/post-page.ts';

const { cobrief, at } = house();
const [w, posts, advice] = [plan.en, planPosts.en, planAdvice.en];

const atLeast = (page: Page, k: number) =>
  page.locator(`[data-at-least="${k}"] dd`).first().textContent();
const field = (page: Page, name: string, whose: string) =>
  page.getByRole('textbox', { name: `${name}, ${whose}`, exact: true });
const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' });

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const found = await page.evaluate(() =>
    (window as unknown as { axe: typeof axe }).axe.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag22aa'],
    }),
  );
  return found.violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html ?? ''}`);
}

test('two people plan at once, a post moves by keys, and the plan becomes drafts', async () => {
  const { briefId } = draftOnDisk(cobrief, 'Mali', 1);
  const path = `/briefs/${briefId}/plan`;
  const [ploy, ta] = await Promise.all([at(path, 'Ploy'), at(path, 'Ta')]);
  await Promise.all([saved(ploy.page), saved(ta.page)]);

  // The example: so many posts, and what they are not.
  const says = ploy.page.locator('[data-not-hearings]');
  await says.getByText(w.notHearings).waitFor();
  expect(await says.textContent()).toContain('60 posts');
  expect(await says.locator('[data-half]').textContent()).toMatch(
    /The same 60 posts from 10 creators 6 times each, instead of 20: 5\d % hear it once instead of 5\d %, but 2\d % hear it 3 times or more instead of 2\d %\./,
  );
  const before = await atLeast(ploy.page, 3);
  expect(await atLeast(ta.page, 3)).toBe(before);

  // Each changes another creator at the same moment: both count, and both pages say the same.
  const [malis, bens] = [field(ploy.page, w.posts, 'Mali'), field(ta.page, w.posts, 'Ben')];
  await malis.focus();
  await ta.page.getByText(w.isHere({ names: 'Ploy' })).waitFor({ state: 'attached' });
  await Promise.all([malis.fill('9'), bens.fill('8')]);
  await expect.poll(() => field(ta.page, w.posts, 'Mali').inputValue()).toBe('9');
  await expect.poll(() => field(ploy.page, w.posts, 'Ben').inputValue()).toBe('8');
  await expect
    .poll(async () => {
      const [hers, his] = [await atLeast(ploy.page, 3), await atLeast(ta.page, 3)];
      return hers !== before && hers === his;
    })
    .toBe(true);

  // What cannot be read stays in its field with the reason, and counts for nothing.
  const reach = field(ploy.page, w.reach, 'Mali');
  await reach.fill('a third');
  await reach.press('Enter');
  await ploy.page.getByRole('alert').filter({ hasText: w.unreadable }).waitFor();
  expect(await field(ta.page, w.reach, 'Mali').inputValue()).toBe('31');
  await reach.fill('31');
  await reach.press('Enter');
  // One undo takes back one’s own and leaves the other’s.
  await bens.press('Tab');
  await button(ta.page, w.undo).click();
  await expect.poll(() => field(ploy.page, w.posts, 'Ben').inputValue()).toBe('3');
  expect(await malis.inputValue()).toBe('9');

  // A plan that reaches the goal is taken over in one change, and taken back in one.
  const fewest = ta.page.locator('[data-choice=fewestPosts]');
  await button(ta.page, advice.useThis({ plan: advice.fewestPosts })).click();
  await fewest.getByText(advice.inUse).waitFor();
  await expect
    .poll(() => ploy.page.getByText(w.enough({ goal: '50 %', k: w.times({ k: 3 }) })).count())
    .toBe(1);
  await button(ta.page, w.undo).click();
  await expect.poll(() => malis.inputValue()).toBe('9');

  // New posts have no day yet; then one is moved by keys, a day and a week, and keeps the focus.
  await button(ploy.page, posts.giveDays).click();
  await ploy.page.getByRole('combobox', { name: posts.whose }).selectOption({ label: 'Mali' });
  await ta.page.getByRole('combobox', { name: posts.whose }).selectOption({ label: 'Mali' });
  const chip = ploy.page.getByRole('button', { name: /^Mali, post 3, / });
  const day = (page: Page) =>
    page
      .locator('li[data-day]')
      .filter({ has: page.getByRole('button', { name: /^Mali, post 3, / }) })
      .getAttribute('data-day');
  const first = await day(ploy.page);
  await chip.focus();
  await chip.press('ArrowRight');
  await chip.press('ArrowDown');
  const moved = new Date(Date.parse(first ?? '') + 8 * 86_400_000).toISOString().slice(0, 10);
  expect(await day(ploy.page)).toBe(moved);
  expect(await chip.evaluate((one) => one === document.activeElement)).toBe(true);
  await button(ploy.page, posts.spread).click();

  // What it will make is said before; it is made once, and nothing that was there is gone.
  const drafts = () =>
    onDisk(
      cobrief,
      "SELECT d.id FROM draft d JOIN user u ON u.id = d.creator_id WHERE u.name = 'Mali'",
    );
  const [hers, all] = [drafts().length, onDisk(cobrief, 'SELECT id FROM draft').length];
  await saved(ploy.page);
  await button(ploy.page, posts.make).click();
  const dialog = ploy.page.getByRole('dialog');
  await dialog.getByText(posts.makeFresh({ count: 6 })).waitFor();
  await dialog.getByText(posts.makeGiven({ count: 6, people: 1 })).waitFor();
  await dialog.getByRole('button', { name: posts.make }).click();
  await dialog.getByText(posts.made).waitFor();
  expect([drafts().length, onDisk(cobrief, 'SELECT id FROM draft').length]).toEqual([
    hers + 6,
    all + 6,
  ]);
  await dialog.getByRole('button', { name: posts.close, exact: true }).last().click();
  await button(ploy.page, posts.make).click();
  await dialog.getByText(posts.nothingToMake).waitFor();
  await ploy.page.keyboard.press('Escape');
  // Who writes the guidelines and does not lead plans, and makes nothing.
  expect(await button(ta.page, posts.make).count()).toBe(0);

  expect(await violations(ploy.page)).toEqual([]);
  for (const { complaints } of [ploy, ta]) expectNoComplaints(complaints);
});

test('on a phone the plan fits and days are chosen in a list, and legal and creators have none', async () => {
  const { briefId } = draftOnDisk(cobrief, 'Mali', 1);
  const path = `/briefs/${briefId}/plan`;
  const ploy = await at(path, 'Ploy', { screen: 'phone', dark: true });
  await saved(ploy.page);
  await ploy.page.locator('[data-not-hearings]').waitFor();
  expect(await ploy.page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  const date = ploy.page.getByLabel(posts.dayOf({ name: 'Pim', n: 3 }));
  await date.fill('2031-05-06');
  await expect.poll(() => date.inputValue()).toBe('2031-05-06');
  await ploy.page.getByText(w.chart, { exact: true }).tap();
  const chart = ploy.page.getByRole('slider', { name: w.chartTitle });
  await chart.press('ArrowRight');
  expect(await chart.getAttribute('aria-valuenow')).toBe('1');
  await ploy.page.getByRole('columnheader', { name: w.tableAtLeast }).waitFor();
  expect(await ploy.page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  expect(await violations(ploy.page)).toEqual([]);
  await ploy.page.keyboard.press('Escape');
  expect(await violations(ploy.page)).toEqual([]);

  const anan = await at(path, 'Anan');
  await anan.page.locator('h1').waitFor();
  expect(await anan.page.locator('[data-at-least]').count()).toBe(0);
  await anan.page.goto(`${cobrief.url}/briefs/${briefId}/posts`);
  await anan.page.getByRole('link', { name: 'Creators', exact: true }).waitFor();
  expect(await anan.page.getByRole('link', { name: w.tab, exact: true }).count()).toBe(0);
  expectNoComplaints(ploy.complaints);
});
