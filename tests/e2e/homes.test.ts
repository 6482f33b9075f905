import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { brief } from '#shared/words/brief.ts';
import { feed } from '#shared/words/feed.ts';
import { holidays } from '#shared/words/holidays.ts';
import { home } from '#shared/words/home.ts';
import { expectNoComplaints } from '#tests/support/app.ts';
import { draftOnDisk, onDisk } from '#tests/support/demo.ts';
import { house } from '#tests/support/house.ts';

const { cobrief, at, signedIn } = house();

async function expectClean(page: Page): Promise<void> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() =>
    (window as unknown as { axe: typeof axe }).axe.run(document),
  );
  expect(violations.map(({ id }) => id)).toEqual([]);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBe(page.viewportSize()?.width);
}

/** Presses Tab until something of that name is reached. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 20; presses += 1) {
    await page.keyboard.press('Tab');
    const reached = page.locator(':focus');
    if ((await reached.textContent())?.trim() === name) return;
  }
  throw new Error(`${name} is not reached by keyboard`);
}

test('the brand’s home leads to what waits by keyboard, and hears at once when a turn changes', async () => {
  const { id } = draftOnDisk(cobrief, 'Ben', 3);
  const ploy = await at('/', 'Ploy');
  const { page } = ploy;
  const waiting = page.locator('#waiting').getByRole('listitem');
  const before = await waiting.count();
  expect(before).toBeGreaterThan(0);
  const counts = page.getByRole('link', { name: `${before} ${home.en.waitingForYou}` });
  expect(await counts.getAttribute('href')).toBe('#waiting');
  await expectClean(page);

  const first = await waiting.first().getByRole('link').getAttribute('href');
  await tabTo(page, home.en.reviewNext);
  await page.keyboard.press('Enter');
  await page.waitForURL(({ pathname }) => pathname === first);
  await page.goBack();
  await waiting.nth(before - 1).waitFor();

  // Ben takes his post back: the row goes without anybody loading the page.
  const ben = await at('/', 'Ben', { screen: 'phone', dark: true });
  const [actor] = onDisk<{ id: string }>(cobrief, "SELECT id FROM user WHERE name = 'Ben'");
  const form = { intent: 'withdraw', actor: actor?.id ?? '', input: '{}' };
  const headers = { origin: cobrief.url };
  const answer = await ben.page.request.post(`${cobrief.url}/posts/${id}`, { form, headers });
  expect(answer.ok()).toBe(true);
  await waiting.nth(before - 1).waitFor({ state: 'detached' });
  await expectClean(ben.page);

  await page.goto(`${cobrief.url}/home/others`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await expectClean(page);
  expectNoComplaints([...ploy.complaints, ...ben.complaints]);
});

test('a creator’s home on a phone says whose turn it is, what is next, and goes into her calendar', async () => {
  const mali = await at('/', 'Mali', { screen: 'phone', dark: true, locale: 'th' });
  const { page } = mali;
  await page.locator('#waiting').getByText(home.th.yourTurn).first().waitFor();
  await expectClean(page);
  await page.getByRole('link', { name: feed.th.toPage }).click();
  await page.getByRole('button', { name: feed.th.make }).click();
  const address = page.getByLabel(feed.th.address);
  const url = await address.inputValue();
  await expectClean(page);
  const opens = page.getByRole('link', { name: feed.th.open });
  expect(await opens.getAttribute('href')).toBe(url.replace('http:', 'webcal:'));

  // A calendar program has no cookies.
  const read = await fetch(url);
  expect(read.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
  expect(read.headers.get('cache-control')).toBe('no-store');
  const text = await read.text();
  expect(text).toContain('BEGIN:VEVENT');
  expect(text).toContain(`${draftOnDisk(cobrief, 'Mali', 2).id}-`);
  expect(text).not.toContain(draftOnDisk(cobrief, 'Ben', 2).id);

  // Shown once: coming back there is none to read, and taking it away ends it.
  await page.reload();
  await page.getByText(feed.th.lost).waitFor();
  expect(await address.count()).toBe(0);
  await page.getByRole('button', { name: feed.th.end }).click();
  await page.getByText(feed.th.ended).waitFor();
  expect((await fetch(url)).status).toBe(404);
  expectNoComplaints(mali.complaints);
});

test('a new brief is offered the holidays of its time zone, and an old one can take others', async () => {
  const ploy = await signedIn('Ploy');
  const { page } = ploy;
  // A page that is alive opens its socket.
  const isAlive = page.waitForEvent('websocket');
  await page.goto(`${cobrief.url}/briefs/new`);
  await isAlive;
  const place = page.getByLabel(holidays.en.place);
  const zone = page.getByLabel(brief.en.timeZone);
  await zone.fill('Asia/Bangkok');
  expect(await place.inputValue()).toBe('TH');
  await zone.fill('Europe/London');
  expect(await place.inputValue()).toBe('GB');
  await place.selectOption('JP');
  await zone.fill('Asia/Bangkok');
  expect(await place.inputValue()).toBe('JP');
  await page.getByLabel(brief.en.title, { exact: true }).fill('Sun in Tokyo');
  await page.getByRole('button', { name: brief.en.create }).click();
  await page.waitForURL('**/guidelines');
  const edit = page.getByRole('button', { name: brief.en.editBrief });
  await edit.click();
  expect(await place.inputValue()).toBe('JP');
  await place.selectOption('');
  await page.getByRole('dialog').getByRole('button', { name: brief.en.save }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  const [row] = onDisk<{ place: string }>(
    cobrief,
    "SELECT place FROM brief WHERE title = 'Sun in Tokyo'",
  );
  expect(row?.place).toBe('');
  expectNoComplaints(ploy.complaints);
});
