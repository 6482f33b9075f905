// Twenty creators with three posts each, by keyboard at a desk and on a phone.
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { brief } from '#shared/words/brief.ts';
import { posts } from '#shared/words/posts.ts';
import { expectNoComplaints } from '#tests/support/app.ts';
import {
  campaignCreator,
  campaignDraft,
  campaignId,
  campaignPost,
  fillCampaign,
} from '#tests/support/campaign.ts';
import { onDisk } from '#tests/support/demo.ts';
import { house } from '#tests/support/house.ts';

const { cobrief, at } = house();
const w = posts.en;
const path = `/briefs/${campaignId}/posts`;

beforeAll(async () => {
  await cobrief.kill();
  const people = { lead: 'Ploy', colleague: 'Ta' };
  await fillCampaign(cobrief.dataDir, { creators: 20, posts: 3, ...people });
  await cobrief.restart();
});

const cell = (page: Page, n: number, post: number) =>
  page.locator(`[data-row="${campaignCreator(n).id}"][data-column="${campaignPost(post)}"]`);

/** Cells take the focus once scripts run. */
const isLive = (page: Page) => page.locator('[role=gridcell][tabindex="0"]').waitFor();

async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() =>
    (window as unknown as { axe: typeof axe }).axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
    }),
  );
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
}

/** A post is let go of by whoever is signed in here, from a page of its own. */
async function release(page: Page, draftId: string): Promise<void> {
  const [ploy] = onDisk<{ id: string }>(cobrief, `SELECT id FROM user WHERE name = 'Ploy'`);
  const answer = await page.request.post(`${cobrief.url}/posts/${draftId}.data`, {
    form: { intent: 'release', actor: ploy?.id ?? '', input: '{}' },
    headers: { origin: cobrief.url },
  });
  expect(answer.status()).toBe(200);
}

test('one date change by keyboard moves 60 posts of 20 creators and sends 20 notices', async () => {
  const ploy = await at(path, 'Ploy');
  const ta = await at(path, 'Ta');
  const { page } = ploy;
  const keys = page.keyboard;
  await Promise.all([isLive(page), isLive(ta.page)]);

  // Finding somebody, from anywhere on the page, and back to all of them.
  await keys.press('/');
  await keys.type(campaignCreator(2).name.toLowerCase());
  await page.getByText(w.shownOf({ shown: 1, all: 20 })).waitFor();
  expect(new URL(page.url()).searchParams.get('q')).toContain('chompoo');
  await keys.press('Control+a');
  await keys.press('Delete');
  await page.getByText(w.shownOf({ shown: 20, all: 20 })).waitFor();

  // The grid is one stop; the arrows go about in it.
  await cell(page, 0, 1).focus();
  await keys.press('ArrowDown');
  await keys.press('ArrowRight');
  expect(await cell(page, 1, 2).evaluate((one) => one === document.activeElement)).toBe(true);
  await keys.press('Space');
  await page.getByText(w.selected({ posts: 1, creators: 1 })).waitFor();
  await keys.press('Home');
  await keys.press('Space');
  await page.getByText(w.selected({ posts: 3, creators: 1 })).waitFor();
  await keys.press('Control+a');
  await page.getByText(w.selected({ posts: 60, creators: 20 })).waitFor();
  await expectAccessible(page);

  const before = await cell(ta.page, 0, 2).innerText();
  await page.getByRole('button', { name: w.moveDates }).press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(w.moveDays, { exact: true }).fill('3');
  await expectAccessible(page);
  await keys.press('Enter');
  await dialog.getByText(w.moved({ posts: 60, people: 20 })).waitFor();
  await keys.press('Enter');
  await dialog.waitFor({ state: 'detached' });

  const told = `SELECT user_id AS who, json_extract(body, '$.count') AS count FROM inbox
                 WHERE kind = 'dates-moved' AND brief_id = ?`;
  const notices = onDisk<{ who: string; count: number }>(cobrief, told, campaignId);
  expect(new Set(notices.map(({ who }) => who)).size).toBe(20);
  expect(notices.map(({ count }) => count)).toEqual(Array(20).fill(3));
  const own = 'SELECT id FROM draft WHERE brief_id = ? AND publish_due IS NOT NULL';
  expect(onDisk(cobrief, own, campaignId)).toHaveLength(60);

  // A colleague's page has followed.
  const moved = cell(ta.page, 0, 2).filter({ hasNotText: before.split('\n').at(-1) ?? '' });
  await moved.waitFor();
  await cell(page, 0, 2).focus();
  await keys.press('Enter');
  await page.waitForURL(`**/posts/${campaignDraft(0, 2)}`);
  expectNoComplaints([...ploy.complaints, ...ta.complaints]);
});

test('what changes shows on an open grid, and only that is loaded again', async () => {
  const ta = await at(path, 'Ta');
  const ploy = await at('/', 'Ploy');
  const { page } = ta;
  await isLive(page);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  const changing = [3, 4, 5, 6].flatMap((n) => [1, 2, 3].map((post) => ({ n, post })));
  await Promise.all(changing.map(({ n, post }) => release(ploy.page, campaignDraft(n, post))));
  for (const { n, post } of changing) {
    await cell(page, n, post).getByText(brief.en.statusReleased).waitFor();
  }
  expect(asked).toContain(`/briefs/${campaignId}/cells`);
  expect(asked.filter((one) => one.endsWith('.data'))).toEqual([]);

  // Without scripts the address does the same: what waits for us alone, the longest first.
  const file = await page.request.get(`${cobrief.url}${path}.csv?turn=brand`);
  const waiting = (await file.text()).trim().split('\r\n').length - 1;
  const still = await page.request.get(`${cobrief.url}${path}?turn=brand&sort=waiting&all=1`);
  const html = await still.text();
  expect(html.match(/aria-label="[^"]*With you[^"]*" [^>]*posts-words/g)?.length).toBe(waiting);
  expect(html).not.toContain(`>${brief.en.statusChangesAsked}</span>`);
  expectNoComplaints([...ta.complaints, ...ploy.complaints]);
});

test('on a phone the posts are a list, and what waits for the brand comes first', async () => {
  const ploy = await at(path, 'Ploy', { screen: 'phone' });
  const { page } = ploy;
  await page.getByRole('grid').waitFor({ state: 'detached' });
  const first = page.getByRole('heading', { level: 2 }).first();
  expect(await first.innerText()).toMatch(new RegExp(`^${brief.en.waitingForYou}`));
  await page.getByText(w.filter).tap();
  await page.getByLabel(w.state).selectOption('changes-asked');
  await page.waitForURL('**state=changes-asked**');
  await page.getByRole('heading', { name: brief.en.waitingForYou }).waitFor({ state: 'detached' });
  await page.getByRole('heading', { name: brief.en.waitingForCreators }).waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await expectAccessible(page);
  expectNoComplaints(ploy.complaints);
});
