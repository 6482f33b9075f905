import type { Page, Request } from 'playwright-core';
import { expect, test } from 'vitest';
import { figuresFiles } from '#shared/words/figures-files.ts';
import { figuresPage } from '#shared/words/figures-page.ts';
import { expectNoComplaints } from '#tests/support/app.ts';
import {
  instagramZip,
  metaCsv,
  ownList,
  samplePosts,
  tiktokCsv,
  tiktokJson,
  type Written,
  youtubeZip,
} from '#tests/support/creator-files.ts';
import { onDisk } from '#tests/support/demo.ts';
import { house } from '#tests/support/house.ts';

const { at, cobrief } = house();
const w = figuresPage.th;

async function choose(page: Page, { name, bytes }: Written): Promise<void> {
  const buffer = Buffer.from(bytes);
  const file = { name, mimeType: 'application/octet-stream', buffer };
  await page.locator('input[type=file]').setInputFiles(file);
}

const recognised = (page: Page, format: string) =>
  page.getByRole('heading', { name: w.recognised({ format }) }).waitFor();
const fact = (page: Page, name: string) =>
  page.locator('dl div', { has: page.getByText(name, { exact: true }) }).locator('dd');

const demoFile = 'instagram-mali.on.the.bts.zip';

async function keep(page: Page, n: string, what: string[]): Promise<void> {
  await page.getByRole('button', { name: w.keep({ n }) }).click();
  await page.getByText(w.kept({ what: what.join('และ') })).waitFor();
}

test('a creator imports each format on her phone, shows it to a brand and takes it back', async () => {
  const mali = await at('/me/figures', 'Mali', { screen: 'phone', locale: 'th' });
  const ploy = await at('/', 'Ploy');
  const { page } = mali;
  const sent: string[] = [];
  page.on('request', (request: Request) => sent.push(request.postData() ?? ''));

  // What the demo brought in goes, with all its posts.
  await page.getByRole('button', { name: w.removeOne({ name: demoFile }) }).click();
  await page.getByRole('dialog').getByRole('button', { name: w.remove, exact: true }).click();
  await page.getByText(w.begin).waitFor();
  expect(
    onDisk(
      cobrief,
      "SELECT 1 FROM imported_post JOIN user u ON u.id = user_id AND u.name = 'Mali'",
    ),
  ).toEqual([]);

  const instagram = samplePosts(24, Date.UTC(2026, 8, 20, 12));
  const followers = ['secret.follower.one', 'secret.follower.two', 'secret.follower.three'];
  await choose(page, instagramZip(instagram, { followers }));
  await recognised(page, w['format-instagram']);
  expect(await fact(page, w.posts).innerText()).toBe('24');
  expect(await fact(page, w.when).innerText()).toBe('28 ส.ค. 2026 – 20 ก.ย. 2026');
  expect(await fact(page, w.missing).innerText()).toBe(w.missingNone);
  const followersNow = page.getByLabel(w.followersNow({ platform: 'Instagram' }), { exact: true });
  expect(await followersNow.first().inputValue()).toBe('3');
  await followersNow.first().fill('many');
  await page.getByText(w.followersBad).waitFor();
  await followersNow.first().fill('12.4K');
  await keep(page, '24', [w.keptNew({ n: '24' })]);
  // Also after the page has loaded what was kept.
  await page.getByText(w.postsTitle({ n: '24' })).waitFor();
  const said = page.locator('div:focus', { hasText: w.kept({ what: w.keptNew({ n: '24' }) }) });
  expect(await said.evaluate((one) => getComputedStyle(one).outlineStyle)).toBe('solid');
  await expect
    .poll(() =>
      said.evaluate((one) => {
        const { top, bottom } = one.getBoundingClientRect();
        return top > 0 && bottom < innerHeight;
      }),
    )
    .toBe(true);

  // The same again is nothing new; Meta's file tells of the same posts with newer figures.
  await choose(page, instagramZip(instagram, { followers }));
  await page.getByRole('button', { name: w.keep({ n: '24' }) }).click();
  await page.getByText(w.nothingNew).waitFor();
  const later = instagram.map((post) => ({ ...post, likes: post.likes + 50 }));
  await choose(page, metaCsv([...samplePosts(1, Date.UTC(2026, 8, 21)), ...later]));
  await recognised(page, w['format-meta-csv']);
  await keep(page, '25', [w.keptNew({ n: '1' }), w.keptNewer({ n: '24' })]);

  // Somebody else's file is not kept before she says that it is hers.
  const foreign = samplePosts(1, Date.UTC(2026, 5, 1));
  await choose(page, instagramZip(foreign, { root: 'instagram-not.mali-2026-09-21-Ab3x/' }));
  const names = { inFile: '@not.mali', own: '@mali.on.the.bts', platform: 'Instagram' };
  await page.getByText(w.otherAccount(names)).waitFor();
  expect(await fact(page, w.account).innerText()).toBe('@not.mali · Instagram');
  const keepOne = page.getByRole('button', { name: w.keep({ n: '1' }) });
  const isMine = page.getByLabel(w.otherIsMine({ handles: '@not.mali' }));
  expect(await keepOne.isDisabled()).toBe(true);
  await isMine.check();
  expect(await keepOne.isEnabled()).toBe(true);
  await isMine.uncheck();
  expect(await keepOne.isDisabled()).toBe(true);
  await page.getByRole('button', { name: w.letGo }).click();

  await choose(page, tiktokJson(samplePosts(9)));
  await recognised(page, w['format-tiktok']);
  await page.getByText(w.missingAll({ what: w.views })).waitFor();
  await keep(page, '9', [w.keptNew({ n: '9' })]);
  await choose(page, tiktokCsv(samplePosts(9)));
  await recognised(page, w['format-tiktok-csv']);
  await keep(page, '9', [w.keptNewer({ n: '9' })]);

  await choose(page, youtubeZip(samplePosts(7)));
  await recognised(page, w['format-youtube']);
  expect(await fact(page, w.times).innerText()).toBe(w['zone-day']);
  await page.getByText(w.left({ n: '1' })).click();
  await page.getByText(w.leftAt({ why: w['why-total'], lines: '2' })).waitFor();
  await keep(page, '7', [w.keptNew({ n: '7' })]);

  await choose(page, ownList(samplePosts(5, Date.UTC(2025, 0, 30))));
  await recognised(page, w['format-plain']);
  await page.getByLabel(w.columnPlatform).selectOption('facebook');
  await page.getByLabel(w.likes, { exact: true }).selectOption('หัวใจ');
  await keep(page, '5', [w.keptNew({ n: '5' })]);
  const [plain] = onDisk<{ likes: number; n: number }>(
    cobrief,
    "SELECT min(likes) likes, count(*) n FROM imported_post WHERE platform = 'facebook'",
  );
  expect(plain).toEqual({ likes: 400, n: 5 });

  // What is none of these is called by its name, and nothing is lost by it.
  const other = { name: 'posts_1.json', bytes: Buffer.from('{"relationships_following":[]}') };
  await choose(page, other);
  await page.getByText(figuresFiles.th['instagram-other']).waitFor();
  await choose(page, { name: 'x.zip', bytes: instagramZip(instagram).bytes.slice(0, 2000) });
  await page.getByText(figuresFiles.th['zip-broken']).waitFor();
  await page.getByText(w.postsTitle({ n: '46' })).waitFor();
  expect(sent.join('\n')).not.toContain('secret.follower');
  expect(sent.join('\n')).toContain('"counts":[2,1]');

  // An account without followers is no account anybody could be a share of.
  const onTikTok = page.getByLabel(w.followersNow({ platform: 'TikTok' }), { exact: true });
  await onTikTok.fill('0');
  await onTikTok.press('Enter');
  await page.getByText(w.followersFew).waitFor();

  // Paid or not is hers to say.
  const paid = page.getByRole('checkbox', { name: w.paidForPost({ start: '' }) }).first();
  await paid.check();
  await expect
    .poll(() =>
      onDisk(
        cobrief,
        'SELECT 1 one FROM imported_post WHERE sponsored = 1 AND caption LIKE ?',
        '%left side%',
      ),
    )
    .toHaveLength(1);

  // Shown and withdrawn, each time the brand hears of it at once.
  const shown = () =>
    onDisk<{ what: string }>(
      cobrief,
      "SELECT what FROM shown_to JOIN user u ON u.id = user_id AND u.name = 'Mali'",
    );
  const frames: string[] = [];
  ploy.page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => frames.push(String(payload))),
  );
  await ploy.page.reload();
  for (const what of ['nothing', 'figures', 'posts', 'nothing'] as const) {
    frames.length = 0;
    await page.getByLabel(w[`shown-${what}`], { exact: true }).check();
    await expect.poll(shown).toEqual(what === 'nothing' ? [] : [{ what }]);
    await expect.poll(() => frames.some((frame) => frame.includes('"topic":"roster:'))).toBe(true);
  }
  expectNoComplaints([...mali.complaints, ...ploy.complaints]);
});
