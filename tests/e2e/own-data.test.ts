// What is a creator's own: their followers compared without being shown, their data taken and erased.
import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { overlap } from '#shared/words/overlap.ts';
import { ownData } from '#shared/words/own-data.ts';
import { draftOnDisk, onDisk } from '#tests/support/demo.ts';
import { followersFile } from '#tests/support/followers.ts';
import { house } from '#tests/support/house.ts';

const { cobrief, at } = house();

const names = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => `follower.${from + index}`);
const file = (list: string[]) => ({
  name: 'followers_1.json',
  mimeType: 'application/json',
  buffer: Buffer.from(followersFile(list)),
});

test('two creators compare their followers on their phones, and the brand reads the count while no name leaves them', async () => {
  const { briefId } = draftOnDisk(cobrief, 'Mali', 1);
  const ploy = await at(`/briefs/${briefId}/plan/overlap`, 'Ploy');
  await ploy.page.getByRole('button', { name: overlap.en.ask }).click();
  await ploy.page.getByText(overlap.en.noPairs).waitFor();

  const phones = { Mali: overlap.th, Ben: overlap.en };
  const lists = { Mali: names(0, 1_200), Ben: names(800, 1_700) };
  const sent: string[] = [];
  for (const who of ['Mali', 'Ben'] as const) {
    const w = phones[who];
    const locale = who === 'Mali' ? 'th' : 'en';
    const { page } = await at(`/invite/${briefId}`, who, { screen: 'phone', locale });
    page.on('request', (request) => sent.push(request.postData() ?? ''));
    await page.getByRole('link', { name: w.asked({ brand: 'Rimdaet' }) }).click();
    const chooser = page.locator('input[type=file]');
    await chooser.setInputFiles({ ...file([]), buffer: Buffer.from('{"likes": []}') });
    await page.getByText(w.wrongFile).waitFor();
    await chooser.setInputFiles(file(lists[who]));
    await page.getByRole('button', { name: w.send({ brand: 'Rimdaet' }) }).click();
    await page.getByRole('button', { name: w.takeBack }).waitFor();
  }
  expect(sent.join('\n')).toContain('send-followers');
  expect(sent.join('\n')).not.toContain('follower.');

  const row = ploy.page.getByRole('row').filter({ hasText: 'Ben' });
  await row.getByText('400', { exact: true }).waitFor();
  expect(await row.innerText()).toContain('44.4%');
  await ploy.page.getByRole('button', { name: overlap.en.close }).click();
  await ploy.page.getByRole('button', { name: overlap.en.ask }).waitFor();
  expect(onDisk(cobrief, 'SELECT * FROM overlap_hashes')).toEqual([]);
});

test('a creator takes everything along, asks to be erased, and thinks again', async () => {
  const w = ownData.en;
  const { page } = await at('/me/settings', 'Ben', { screen: 'phone' });
  await page.getByRole('link', { name: w.toPage }).click();
  const [taken] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: w.download }).click(),
  ]);
  const files = unzipSync(readFileSync(await taken.path()));
  const words = Object.values(files).map((bytes) => strFromU8(bytes));
  expect(words.join('\n')).toContain('burned the same ear');

  await page.getByRole('button', { name: w.eraseAccount }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(w.told({ brands: 'Rimdaet' })).waitFor();
  await dialog.getByText(w.left1).waitFor();
  // It says how long there is to think again, and keeping is a button too.
  await dialog.getByText(w.notice({ n: '7' })).waitFor();
  await dialog.getByRole('button', { name: w.keep }).click();
  await dialog.waitFor({ state: 'hidden' });
  expect(onDisk(cobrief, 'SELECT * FROM erasure')).toEqual([]);

  await page.getByRole('button', { name: w.eraseAccount }).click();
  await dialog.getByRole('button', { name: w.eraseAccount }).click();
  await dialog.waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: w.keep }).click();
  await page.getByRole('button', { name: w.eraseAccount }).waitFor();
  expect(onDisk(cobrief, 'SELECT * FROM erasure')).toEqual([]);
});
