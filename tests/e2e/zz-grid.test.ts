import { beforeAll, test } from 'vitest';
import { campaignId, fillCampaign } from '#tests/support/campaign.ts';
import { house } from '#tests/support/house.ts';

const { cobrief, at } = house();
beforeAll(async () => {
  await cobrief.kill();
  await fillCampaign(cobrief.dataDir, { creators: 20, posts: 3, lead: 'Ploy' });
  await cobrief.restart();
});

test('shots', async () => {
  const url = `/briefs/${campaignId}/posts`;
  const ploy = await at(url, 'Ploy');
  const { page } = ploy;
  await page.screenshot({ path: '/tmp/wt/shots/grid-1.png' });
  const grid = page.getByRole('grid');
  await page.getByRole('gridcell').first().press('Control+a');
  await page.screenshot({ path: '/tmp/wt/shots/grid-2.png' });
  await page.getByRole('button', { name: 'Move dates' }).click();
  await page.getByLabel('Days', { exact: true }).fill('3');
  await page.screenshot({ path: '/tmp/wt/shots/grid-3.png' });
  await page.getByRole('dialog').getByRole('button', { name: 'Move dates' }).click();
  await page.getByRole('status').filter({ hasText: 'moved' }).waitFor();
  await page.screenshot({ path: '/tmp/wt/shots/grid-4.png' });
  await page.goto(`${cobrief.url}${url}?turn=brand&sort=waiting`);
  await page.screenshot({ path: '/tmp/wt/shots/grid-5.png' });
  const dark = await at(url, 'Ploy', { dark: true, locale: 'th' });
  await dark.page.getByRole('gridcell').nth(2).press(' ');
  await dark.page.screenshot({ path: '/tmp/wt/shots/grid-6.png' });
  const phone = await at(url, 'Ploy', { screen: 'phone', dark: true });
  await phone.page.screenshot({ path: '/tmp/wt/shots/grid-7.png', fullPage: false });
  await phone.page.evaluate(() => window.scrollTo(0, 900));
  await phone.page.screenshot({ path: '/tmp/wt/shots/grid-8.png' });
  console.log([...ploy.complaints, ...dark.complaints, ...phone.complaints]);
  void grid;
});
