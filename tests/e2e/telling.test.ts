import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { post } from '#shared/words/post.ts';
import { sentences } from '#shared/words/sentences.ts';
import { common } from '#shared/words/common.ts';
import { telling } from '#shared/words/telling.ts';
import { thread } from '#shared/words/thread.ts';
import { expectNoComplaints } from '#tests/support/app.ts';
import { draftOnDisk } from '#tests/support/demo.ts';
import { house } from '#tests/support/house.ts';

const { cobrief, signedIn } = house();

const bell = (page: Page, locale: 'en' | 'th', unread: number) =>
  page.getByRole('button', {
    name: unread > 0 ? common[locale].bellUnread({ count: unread }) : common[locale].bell,
    exact: true,
  });

async function readAll(page: Page, locale: 'en' | 'th'): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^${common[locale].bell}`) }).click();
  await page.getByRole('button', { name: telling[locale].allRead }).click();
  await page.keyboard.press('Escape');
  await bell(page, locale, 0).waitFor();
}

async function comment(page: Page, words: string): Promise<void> {
  await page.getByRole('button', { name: thread.en.commentOnWhole }).click();
  await page.getByLabel(thread.en.everyone).check();
  await page.getByLabel(thread.en.body).fill(words);
  await page.getByRole('button', { name: thread.en.send, exact: true }).last().click();
  await page.getByText(words).first().waitFor();
}

test('a creator on her phone sees the bell ring, opens the drawer and lands at the place', async () => {
  const { id } = draftOnDisk(cobrief, 'Mali', 1);
  const mali = await signedIn('Mali', { screen: 'phone', locale: 'th' });
  const ploy = await signedIn('Ploy');
  await mali.page.goto(cobrief.url);
  await readAll(mali.page, 'th');

  await ploy.page.goto(`${cobrief.url}/posts/${id}`);
  await comment(ploy.page, 'The left half of your face says thank you');
  await bell(mali.page, 'th', 1).click();
  const drawer = mali.page.getByRole('dialog');
  const row = drawer.getByRole('link', { name: sentences.th.comment({ name: 'Ploy' } as never) });
  await row.first().click();

  // The comments are open at the very thread, and the bell is quiet again.
  const sheet = mali.page.getByRole('dialog', { name: post.th.comments });
  await sheet.getByText('The left half of your face says thank you').waitFor();
  expect(new URL(mali.page.url()).pathname).toBe(`/posts/${id}`);
  expect(new URL(mali.page.url()).hash).toMatch(/^#thread-/);
  await mali.page.goto(cobrief.url);
  await bell(mali.page, 'th', 0).waitFor();

  // While she looks at the post, what is told about it still rings, and coming again reads it.
  await comment(ploy.page, 'And the right half too');
  await bell(mali.page, 'th', 1).waitFor();
  await mali.page.goto(`${cobrief.url}/posts/${id}`);
  await mali.page.getByRole('button', { name: post.th.more }).click();
  await mali.page.getByText(telling.th.shareTitle).click();
  const line = mali.page.getByRole('link', { name: telling.th.shareLine });
  expect(await line.getAttribute('href')).toContain(encodeURIComponent(`/posts/${id}`));
  await mali.page.keyboard.press('Escape');
  const file = await mali.page.request.get(`${cobrief.url}/posts/${id}/calendar`);
  expect(await file.text()).toContain('BEGIN:VCALENDAR');
  await mali.page.goto(cobrief.url);
  await bell(mali.page, 'th', 0).waitFor();
  expectNoComplaints([...mali.complaints, ...ploy.complaints]);
});
