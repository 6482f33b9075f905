// The brand's list of creators: ranked by engagement with ties, opened to what a figure is made of,
// walked by keyboard, and at once without what a creator takes back.
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { engagementWords } from '#shared/words/engagement.ts';
import { common } from '#shared/words/common.ts';
import { roster } from '#shared/words/roster.ts';
import { expectNoComplaints } from '#tests/support/app.ts';
import { house } from '#tests/support/house.ts';

const { cobrief, at } = house();
const [w, e] = [roster.en, engagementWords.en];

async function expectClean(page: Page): Promise<void> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() =>
    (window as unknown as { axe: typeof axe }).axe.run(document),
  );
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBe(page.viewportSize()?.width);
}

/** Labels of an axis that lie over the one before. */
const overlaps = (page: Page) =>
  page.locator('.visx-axis-bottom').evaluateAll((axes) =>
    axes.flatMap((axis) => {
      const labels = [...axis.querySelectorAll('text')];
      return labels
        .filter((label, at) => {
          const before = labels[at - 1];
          return (
            before && label.getBoundingClientRect().left < before.getBoundingClientRect().right + 4
          );
        })
        .map(({ textContent }) => textContent);
    }),
  );

test('the brand ranks by engagement, sees Mali and Ben tied, and opens what a figure is made of', async () => {
  const ploy = await at('/', 'Ploy');
  const { page } = ploy;
  await page.getByRole('link', { name: common.en.creators, exact: true }).click();
  const row = (name: string) => page.getByRole('row').filter({ hasText: `${name}@` });
  await row('Tam').waitFor();
  // Every creator of the demo with figures, the highest first; Mali and Ben share their ranks.
  const ranks = await page.getByRole('row').getByText(/of 18/).allTextContents();
  expect(ranks).toHaveLength(18);
  expect(ranks.at(-1)).toBe(w.rank({ best: 18, of: 18 }));
  for (const name of ['Mali', 'Ben']) {
    await row(name)
      .getByText(w.rankTied({ best: 1, worst: 10, of: 18 }))
      .waitFor();
  }
  expect(
    await row('Tam')
      .getByText(w.notShown({ name: 'Tam' }))
      .count(),
  ).toBe(1);
  // Followers are folded away, and no order.
  expect(
    await row('Mali')
      .getByText(/followers\. /)
      .isVisible(),
  ).toBe(false);
  expect(await page.getByRole('columnheader').allTextContents()).not.toContain(w.followers);
  await expectClean(page);

  // The figure opens to its formula, and gives the focus back.
  const figure = row('Mali').getByRole('button', { name: e.how });
  await figure.focus();
  await page.keyboard.press('Enter');
  const made = page.getByRole('dialog');
  await made
    .getByText('(likes + comments + saves + shares) ÷ followers', { exact: false })
    .waitFor();
  await made.getByText('numbers 7 and 18 of the 24', { exact: false }).waitFor();
  await page.keyboard.press('Escape');
  expect(await figure.evaluate((button) => button === document.activeElement)).toBe(true);

  // Another share by a choice, another order by a header; both stand in the address.
  await page.getByLabel(w.by).selectOption('reach');
  await page.waitForURL(/by=reach/);
  await page.getByRole('link', { name: w.reachShort }).click();
  await page.waitForURL(/by=reach&sort=reach/);
  const first = page.getByRole('row').nth(1);
  await first.getByText('Guitar', { exact: true }).waitFor();

  // Weights change for everybody at once: a colleague's open page hears of it.
  const other = await at('/creators?by=followers', 'Ploy', { screen: 'phone', dark: true });
  await page.goto(`${cobrief.url}/creators`);
  await page.getByRole('button', { name: w.weights }).click();
  await page.getByRole('button', { name: w.weightsLikes }).click();
  await page.getByRole('dialog').getByRole('button', { name: w.save, exact: true }).click();
  const said = w.weightsNow({ likes: '1', comments: '1', saves: '0', shares: '0' });
  await page.getByText(said).waitFor();
  await other.page.getByText(said).waitFor();
  await expectClean(other.page);
  // A card leaves out what is not known.
  const card = other.page.getByRole('row').filter({ hasText: 'Kao' });
  expect((await card.innerText()).split('\n')).not.toContain('–');

  // Mali's page on the phone: the posts by keyboard, then as a table.
  await other.page.getByRole('link', { name: /^Mali/ }).click();
  await other.page.getByRole('heading', { level: 1, name: 'Mali' }).waitFor();
  const points = other.page.getByRole('group', { name: e.chartOf({ n: 24 }) }).getByRole('img');
  await points.last().focus();
  await other.page.keyboard.press('ArrowLeft');
  const before = (await points.nth(22).getAttribute('aria-label')) ?? '';
  await other.page.getByRole('figure').getByText(before).waitFor();
  await other.page.keyboard.press('Home');
  expect(await points.first().evaluate((point) => point === document.activeElement)).toBe(true);
  await expectClean(other.page);
  // Nothing lies over anything on an axis, the median is named, and every post shows its figures.
  expect(await overlaps(other.page)).toEqual([]);
  await other.page.getByText(new RegExp(`^${e.median} \\d`)).waitFor();
  const posts = await other.page.getByRole('table').last().getByRole('row').allInnerTexts();
  expect(posts.filter((line) => line.includes('%') && line.includes(w.likes))).toHaveLength(26);
  await other.page.getByRole('button', { name: e.asTable }).first().click();
  const table = other.page.getByRole('table').first();
  expect(await table.getByRole('row').count()).toBe(25);
  await expectClean(other.page);

  // Mali erases what she brought in: what was open goes without anybody loading the page.
  const mali = await at('/', 'Mali');
  const form = { intent: 'erase-imports' };
  const headers = { origin: cobrief.url };
  const answer = await mali.page.request.post(`${cobrief.url}/me/data`, { form, headers });
  expect(answer.ok()).toBe(true);
  const gone = w.notShown({ name: 'Mali' });
  await other.page.getByText(gone).waitFor();
  await row('Mali').getByText(gone).waitFor();

  // Tam shows nothing: asked once, and the list says so.
  await page.getByLabel(w.has).selectOption('nothing');
  await page.getByRole('button', { name: w.ask({ name: 'Tam' }) }).click();
  await page.getByText(w.asked({ name: 'Tam' })).waitFor();
  await expectClean(page);
  expectNoComplaints([...ploy.complaints, ...other.complaints]);
});
