// A brief shown to the client, and another begun from it, as the people of the demo do it.
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { again } from '#shared/words/again.ts';
import { briefMore } from '#shared/words/brief-more.ts';
import { brief } from '#shared/words/brief.ts';
import { clientLinks, clientPage } from '#shared/words/client.ts';
import { invite } from '#shared/words/invite.ts';
import { report } from '#shared/words/report.ts';
import { expectNoComplaints, person } from '#tests/support/app.ts';
import { draftOnDisk } from '#tests/support/demo.ts';
import { house } from '#tests/support/house.ts';

const home = house();
const { cobrief, at } = home;

const links = clientLinks.en;
const shown = clientPage.en;

async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(axe.source);
  const found = await page.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
    });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  });
  expect(found).toEqual([]);
}

test('a client reads on a phone and comments, until the lead takes the link back', async () => {
  const { briefId } = draftOnDisk(cobrief, 'Mali', 1);
  const ploy = await at(`/briefs/${briefId}/posts`, 'Ploy');
  await ploy.page.getByRole('button', { name: briefMore.en.title }).click();
  await ploy.page.getByRole('link', { name: briefMore.en.client }).click();
  await ploy.page.getByRole('button', { name: links.make }).click();
  const dialog = ploy.page.getByRole('dialog');
  await dialog.getByLabel(links.name).fill('Rimdaet in Tokyo');
  await dialog.getByLabel(links.sent, { exact: true }).check();
  await dialog.getByRole('button', { name: links.make }).click();
  const url = await dialog.getByLabel(brief.en.link, { exact: true }).inputValue();
  await ploy.page.keyboard.press('Escape');
  // Beside the link that the demo has.
  const row = ploy.page.getByRole('listitem').filter({ hasText: 'Rimdaet in Tokyo' });
  await row.getByText(links.notOpened).waitFor();

  const client = await person(home.browser, { screen: 'phone' });
  const answer = await client.page.goto(url);
  expect(answer?.headers()).toMatchObject({
    'x-robots-tag': 'noindex, nofollow',
    // Of several, the last one that a browser knows holds.
    'referrer-policy': expect.stringMatching(/no-referrer$/),
    'cache-control': expect.stringContaining('no-store'),
  });
  const mali = client.page.getByRole('article', { name: /^Mali, Post 1/ });
  const picture = mali.locator('img').first();
  await picture.scrollIntoViewIfNeeded();
  await expect
    .poll(() => picture.evaluate((one: HTMLImageElement) => one.naturalWidth))
    .toBeGreaterThan(0);
  const pictureUrl = new URL((await picture.getAttribute('src')) ?? '', cobrief.url).href;
  await expectAccessible(client.page);
  // The lead sees that somebody looked, and then what they said.
  await row.getByText(links.opened({ when: 'just now' }).slice(0, 12)).waitFor();
  await mali.getByText(shown.comment({ agency: 'Rimdaet' })).click();
  await mali.getByLabel(shown.say).fill('Lovely. Could the case be seen?');
  await mali.getByRole('button', { name: shown.send, exact: true }).click();
  await mali.getByText(shown.sentIt).waitFor();
  await mali.getByText('Lovely. Could the case be seen?').first().waitFor();
  await row.getByText(links.comments({ count: 1 })).waitFor();

  await row.getByRole('button', { name: links.revoke }).click();
  await ploy.page.getByRole('dialog').getByRole('button', { name: links.revoke }).click();
  await row.getByText(links['link-revoked']).waitFor();
  expect((await client.page.request.get(pictureUrl)).status()).toBe(410);
  expect((await client.page.reload())?.status()).toBe(410);
  await client.page.getByRole('heading', { name: shown.revokedTitle }).waitFor();
  expect(await client.page.locator('img').count()).toBe(0);
  expectNoComplaints([...ploy.complaints, ...client.complaints]);
});

test('a second brief begins from the first, and its creators wait to be asked again', async () => {
  const { briefId } = draftOnDisk(cobrief, 'Mali', 1);
  const { page, complaints } = await at(`/briefs/${briefId}/posts`, 'Ploy');
  const more = async (name: string) => {
    await page.getByRole('button', { name: briefMore.en.title }).click();
    await page.getByRole('link', { name }).click();
  };
  await more(briefMore.en.report);
  await page.getByRole('heading', { name: report.en.title, exact: true }).waitFor();
  await expectAccessible(page);
  await page.getByRole('link', { name: report.en.back }).click();
  await more(briefMore.en.again);
  await page.getByLabel(again.en.name).fill('Rainy season');
  await expectAccessible(page);
  await page.getByRole('button', { name: again.en.begin }).click();
  await page.getByRole('heading', { name: 'Rainy season' }).waitFor();
  await page.getByText(report.en.lastTime).click();
  await page
    .getByText(report.en.lastTimeOf({ title: 'Everywhere Stick: put it on again' }))
    .waitFor();
  await page.getByRole('link', { name: brief.en.creators, exact: true }).click();
  const waiting = page.getByRole('button', { name: again.en.inviteWhom({ name: 'Ben' }) });
  await waiting.click();
  await waiting.waitFor({ state: 'detached' });
  await page.getByText(invite.en.sent, { exact: true }).first().waitFor();
  await expectAccessible(page);
  expectNoComplaints(complaints);
});
