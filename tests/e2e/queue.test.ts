import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { brief } from '#shared/words/brief.ts';
import { clearance } from '#shared/words/clearance.ts';
import { home } from '#shared/words/home.ts';
import { deeds } from '#shared/words/deeds.ts';
import { post } from '#shared/words/post.ts';
import { queue } from '#shared/words/queue.ts';
import { refusing } from '#shared/words/refusing.ts';
import * as rimdaet from '#server/demo/rimdaet.ts';
import { expectNoComplaints } from '#tests/support/app.ts';
import { draftOnDisk, onDisk } from '#tests/support/demo.ts';
import { house } from '#tests/support/house.ts';
import { caption } from '#tests/support/post-page.ts';
import { makeReviews, type Reviews } from '#tests/support/reviews.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'cobrief-reviews-'));
let reviews: Reviews;
beforeAll(async () => {
  reviews = await makeReviews({ dataDir, creators: ['Fon', 'Noi', 'Kai', 'Lek'] });
});
const own = house({ DATA_DIR: dataDir });
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

const w = queue.en;
const place = (page: Page, n: number) => page.getByText(w.place({ n, total: 12 })).waitFor();

/** Goes on by Tab until something of this name has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 40; presses++) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => document.activeElement?.textContent?.trim());
    if (focused === name) return;
  }
  throw new Error(`Tab does not reach “${name}”`);
}

async function approve(page: Page): Promise<void> {
  await page.keyboard.press('a');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: post.en.approve, exact: true }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByText(w.approvedYou).waitFor();
}

async function ask(page: Page, words: string): Promise<void> {
  await page.keyboard.press('r');
  await page.getByLabel(deeds.en.requestBody).waitFor();
  // A, R, N and S are letters here.
  await page.keyboard.type(words);
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown');
  await tabTo(page, await askButton(page));
  await page.keyboard.press('Enter');
  await page.getByText(/^You asked \S+ for one change\.$/).waitFor();
}

const askButton = (page: Page) =>
  page
    .getByRole('dialog')
    .getByRole('button', { name: /^Ask \S+$/ })
    .innerText();

/** The next post is before its reader once it is another page and counted. */
async function goOn(page: Page, key: 'n' | 's' | 'Enter', n: number): Promise<void> {
  const before = page.url();
  await page.keyboard.press(key);
  await page.waitForURL((url) => url.href !== before);
  await place(page, n);
}

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What axe finds on the page as it stands, each with where. */
async function faults(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const { violations } = await page.evaluate(
    (runOnly) =>
      (window as unknown as { axe: typeof axe }).axe.run(document, {
        runOnly,
        resultTypes: ['violations'],
      }),
    tags,
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

test('a lead reviews twelve posts in one sitting with the keyboard alone, three by asking', async () => {
  const { page, complaints } = await own.signedIn('Ploy');
  // The page is alive once it listens.
  const alive = page.waitForEvent('websocket', (socket) => socket.url().includes('/live'));
  await page.goto(`${own.cobrief.url}/briefs/${reviews.briefId}/posts`);
  await alive;
  await tabTo(page, brief.en.reviewNext);
  await page.keyboard.press('Enter');
  await place(page, 1);

  // Put off, and come back to at the end; loading again and going back find the sitting.
  const first = page.url();
  await goOn(page, 's', 2);
  await page.goBack();
  await place(page, 1);
  expect(page.url()).toBe(first);
  await goOn(page, 'n', 2);
  await page.reload();
  await place(page, 2);

  // Turned off, a key does nothing; the button for them is there all the same.
  expect(await faults(page)).toEqual([]);
  await page.keyboard.press('?');
  await page.getByLabel(w.keysOn).waitFor();
  expect(await faults(page)).toEqual([]);
  await page.getByLabel(w.keysOn).press('Space');
  await page.keyboard.press('Escape');
  await page.keyboard.press('a');
  await tabTo(page, w.keys);
  expect(await page.getByRole('dialog').count()).toBe(0);
  await page.keyboard.press('Enter');
  await page.getByLabel(w.keysOn).press('Space');
  await page.keyboard.press('Escape');

  for (let n = 2; n <= 12; n++) {
    if (n % 4 === 0) await ask(page, `Shorter, and say sooner where it is from: ${n}`);
    else await approve(page);
    if (n < 12) await goOn(page, n % 2 === 0 ? 'Enter' : 'n', n + 1);
  }

  // Through, but for the one that was put off.
  await page.keyboard.press('Enter');
  await page.getByText(w.putOff({ count: 1 })).waitFor();
  await page.getByText(w.done({ count: 11 })).waitFor();
  await tabTo(page, w.again);
  await page.keyboard.press('Enter');
  await place(page, 12);
  await approve(page);
  await page.keyboard.press('n');
  await page.getByRole('heading', { name: w.nothing }).waitFor();
  await page.getByText(w.done({ count: 12 })).waitFor();
  expect(await faults(page)).toEqual([]);
  expect(decided(reviews.briefId)).toEqual({ approve: 9, 'ask-changes': 3 });
  expectNoComplaints(complaints);
});

function decided(briefId: string): Record<string, number> {
  const rows = onDisk<{ event: string; count: number }>(
    { ...own.cobrief, dataDir },
    `SELECT event, count(DISTINCT draft_id) AS count FROM decision
       JOIN draft ON draft.id = decision.draft_id
      WHERE draft.brief_id = ? AND event IN ('approve', 'ask-changes') GROUP BY event`,
    briefId,
  );
  return Object.fromEntries(rows.map(({ event, count }) => [event, count]));
}

const approveButton = (page: Page) =>
  page.getByRole('button', { name: post.en.approve, exact: true });

test('legal clears a version before the lead can approve it, and of two leads the second is told', async () => {
  const { id, briefId } = draftOnDisk({ ...own.cobrief, dataDir }, 'Ben', 3);
  const ploy = await own.at(`/briefs/${briefId}/posts`, 'Ploy');
  await ploy.page.getByRole('button', { name: brief.en.editBrief }).click();
  expect(await ploy.page.getByLabel(clearance.en.setting).isChecked()).toBe(true);
  await ploy.page.goto(`${own.cobrief.url}/posts/${id}`);
  await approveButton(ploy.page).waitFor();

  // Other words than those that were cleared wait anew.
  const ben = await own.at(`/posts/${id}`, 'Ben', { screen: 'phone' });
  await caption(ben.page).click();
  await ben.page.keyboard.press('Control+End');
  await ben.page.keyboard.type(' 🏃');
  await ben.page.getByRole('button', { name: post.en.sendAgain }).click();
  const sending = ben.page.getByRole('dialog');
  await sending.getByRole('button', { name: post.en.send({ brand: 'Rimdaet' }) }).click();
  await sending.waitFor({ state: 'detached' });
  await ploy.page.getByText(clearance.en.waiting({ names: 'Anan' })).waitFor();
  expect(await approveButton(ploy.page).count()).toBe(0);

  // Away? The people of the brief say who stands in for whom; a second lead is named there.
  await ploy.page.getByRole('link', { name: clearance.en.standIn }).click();
  await ploy.page.getByText(clearance.en.standInReviewer).waitFor();
  expect(await faults(ploy.page)).toEqual([]);
  await ploy.page.getByLabel(brief.en.roleOf({ name: 'Ta' })).selectOption('lead');
  await ploy.page.goto(`${own.cobrief.url}/posts/${id}`);

  const anan = await own.at('/', 'Anan');
  await anan.page.getByRole('link', { name: home.en.reviewNext }).click();
  await anan.page.getByText(clearance.en.waitingYou).waitFor();
  // What waits longer is first; this one is the last of three.
  await anan.page.goto(`${own.cobrief.url}/posts/${id}?queue=${briefId}`);
  await anan.page.getByText(clearance.en.waitingYou).waitFor();
  await anan.page.keyboard.press('a');
  await anan.page.getByRole('dialog').getByRole('button', { name: post.en.clear }).waitFor();
  await anan.page.keyboard.press('Enter');
  await anan.page.getByText(w.clearedYou).waitFor();
  await approveButton(ploy.page).waitFor();

  // Two leads at once: what the second typed is still there, with who decided what.
  const ta = await own.at(`/posts/${id}`, 'Ta');
  await ta.page.getByRole('button', { name: post.en.askChanges }).click();
  await ta.page.getByLabel(deeds.en.requestBody).fill('Could the ear come first?');
  await ta.page.getByLabel(deeds.en.requestTarget).selectOption({ index: 1 });
  await approveButton(ploy.page).click();
  await ploy.page
    .getByRole('dialog')
    .getByRole('button', { name: post.en.approve, exact: true })
    .click();
  await ben.page.getByText(post.en.turnKeyYou).waitFor();
  await ta.page.getByRole('button', { name: 'Ask Ben', exact: true }).click();
  await ta.page.getByText(refusing.en['faster-approve']({ name: 'Ploy' })).waitFor();
  expect(await ta.page.getByLabel(deeds.en.requestBody).inputValue()).toBe(
    'Could the ear come first?',
  );
  await ta.page.getByRole('button', { name: refusing.en.copyTyped }).click();
  expect(await ta.page.evaluate(() => navigator.clipboard.readText())).toBe(
    'Could the ear come first?',
  );

  // What the brand's side said to itself is nowhere on the creator's page.
  expect(await ben.page.content()).not.toMatch(/legal|cleared|needsClearance|not-clear/i);
  for (const { complaints } of [ploy, ben, anan, ta]) expectNoComplaints(complaints);
});

test('what the creator would rather not is let go for both, or ends on the terms that both keep', async () => {
  const { id } = draftOnDisk({ ...own.cobrief, dataDir }, 'Mali', 2);
  const ploy = await own.at(`/posts/${id}`, 'Ploy');
  const mali = await own.at(`/posts/${id}`, 'Mali', { screen: 'phone', locale: 'th' });
  await mali.page.getByLabel(deeds.th.answerNote).first().fill('ขอเก็บไว้แบบนี้');
  await mali.page.getByRole('button', { name: deeds.th.answerRatherNot }).first().click();
  await ploy.page.getByText(refusing.en.twoWays({ creator: 'Mali' })).waitFor();
  await ploy.page.getByRole('button', { name: refusing.en.letGo }).click();
  await ploy.page.getByText(refusing.en.letGoBy({ name: 'Ploy' })).waitFor();
  await mali.page.getByText(refusing.th.letGoByYours({ name: 'Ploy' })).waitFor();

  await ploy.page.getByRole('button', { name: post.en.more }).click();
  await ploy.page.getByText(deeds.en.release({ creator: 'Mali' })).click();
  const { terms } = rimdaet.creators.mali.deal;
  await ploy.page.getByText(terms).waitFor();
  await ploy.page.getByLabel(refusing.en.reason).fill('The claim cannot stay');
  await ploy.page.getByLabel(refusing.en.owed).fill('Half the fee');
  const release = refusing.en.releaseYes({ creator: 'Mali' });
  await ploy.page.getByRole('button', { name: release, exact: true }).click();
  for (const { page } of [ploy, mali]) {
    await page.getByText('The claim cannot stay').waitFor();
    await page.getByText('Half the fee').waitFor();
    await page.getByText(terms).waitFor();
    await page.getByText('ขอเก็บไว้แบบนี้').waitFor();
  }
  expect(await faults(mali.page)).toEqual([]);
  for (const { complaints } of [ploy, mali]) expectNoComplaints(complaints);
});
