// What goes wrong while reviewing, as people meet it: said in words, and nothing is lost.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { editor } from '#shared/words/editor.ts';
import { post } from '#shared/words/post.ts';
import { suggestion } from '#shared/words/suggestion.ts';
import { unsentReasons } from '#shared/words/unsent.ts';
import { thread } from '#shared/words/thread.ts';
import { together } from '#shared/words/together.ts';
import { expectNoComplaints, type PersonOptions } from '#tests/support/app.ts';
import { draftOnDisk, onDisk } from '#tests/support/demo.ts';
import { house } from '#tests/support/house.ts';
import { caption, captionText, cuttable, saved, selectWords } from '#tests/support/post-page.ts';

const { cobrief, signedIn } = house();

/** Somebody at Ben's photo, whose device's clock may be wrong. */
async function at(name: string, { wrongByHours = 0, ...options }: Wrong = {}) {
  const who = await signedIn(name, options);
  await who.page.addInitScript(setClock, wrongByHours * 3_600_000);
  const line = await cuttable(who.page);
  await who.page.goto(`${cobrief.url}/posts/${photo()}`);
  await caption(who.page).waitFor();
  return { ...who, line };
}
type Wrong = PersonOptions & { wrongByHours?: number };

const photo = () => draftOnDisk(cobrief, 'Ben', 3).id;

/** In the page: its clock is wrong by so much. */
function setClock(wrongMs: number): void {
  const Right = Date;
  globalThis.Date = class extends Right {
    constructor(...given: unknown[]) {
      super(...((given.length === 0 ? [Right.now() + wrongMs] : given) as [number]));
    }
    static override now(): number {
      return Right.now() + wrongMs;
    }
  } as DateConstructor;
}

const press = (page: Page, name: string) =>
  page.getByRole('button', { name, exact: true }).first().click();
const inDialog = (page: Page, name: string) =>
  page.getByRole('dialog').getByRole('button', { name, exact: true }).click();

/** As from another site: both ways a clipboard tells it, or markup alone. */
async function paste(page: Page, { html, text }: { html: string; text?: string }): Promise<void> {
  await page.evaluate(
    async ([markup, plain]) => {
      const as = (type: string, words: string) => ({ [type]: new Blob([words], { type }) });
      const told = plain === null ? {} : as('text/plain', plain);
      await navigator.clipboard.write([new ClipboardItem({ ...as('text/html', markup), ...told })]);
    },
    [html, text ?? null] as const,
  );
  await page.keyboard.press('Control+v');
}

const hostile = '<p onclick="isTaken = 1">hello <b>bold</b></p><img src="x" onerror="isTaken = 1">';
const openSuggestions = () =>
  onDisk<{ n: number }>(cobrief, "SELECT count(*) AS n FROM suggestion WHERE status = 'open'")[0]
    ?.n;

test('markup in what is pasted is only words, on both sides, in the text and in a suggestion', async () => {
  const ben = await at('Ben', { screen: 'phone' });
  const ploy = await at('Ploy');
  const before = await captionText(ben.page);
  await caption(ben.page).locator('> p').last().click();
  await ben.page.keyboard.press('End');
  await paste(ben.page, { html: hostile, text: ' <script>isTaken = 1</script>' });
  await saved(ben.page);
  await paste(ben.page, { html: `${hostile}<script>isTaken = 1</script>` });
  await saved(ben.page);
  const after = await captionText(ben.page);
  expect(after.startsWith(`${before} <script>isTaken = 1</script>`)).toBe(true);
  expect(after).toContain('hello bold');
  await expect.poll(() => captionText(ploy.page)).toBe(after);

  await selectWords(ploy.page, 'Fair');
  await paste(ploy.page, { html: hostile, text: 'Fair <b>enough</b>' });
  const card = ben.page.locator('[data-suggestion-card]', { hasText: '<b>enough</b>' });
  await press(ben.page, suggestion.en.waiting({ count: 1 }));
  await card.getByRole('button', { name: suggestion.en.accept, exact: true }).click();
  await expect.poll(() => captionText(ploy.page)).toContain('Fair <b>enough</b>');
  for (const { page, complaints } of [ben, ploy]) {
    expect(await page.locator('.caption-editor').locator('b, script, [onclick]').count()).toBe(0);
    expect(await page.locator('img[src=x]').count()).toBe(0);
    expect(await page.evaluate(() => 'isTaken' in globalThis)).toBe(false);
    // The browser reports what the policy would have stopped even in a document that shows nothing.
    expectNoComplaints(complaints.filter((text) => !text.includes('inline event handler')));
  }
});

test('ten thousand words are refused with their limit, pasted or typed, and stay with who suggests them', async () => {
  const ploy = await at('Ploy');
  const ben = await at('Ben', { screen: 'phone' });
  const before = await captionText(ben.page);
  const words = 'ten thousand words '.repeat(3_334);
  await selectWords(ploy.page, 'lipstick');
  await paste(ploy.page, { html: words, text: words });
  await ploy.page.getByText(editor.en.tooLong({ limit: '20,000' })).waitFor();
  expect(await captionText(ploy.page)).toBe(before);

  await ploy.page.keyboard.insertText('words '.repeat(1_000));
  await ploy.page.getByText(unsentReasons.en['too-large'] ?? '').waitFor();
  expect(openSuggestions()).toBe(0);
  expect(await captionText(ben.page)).toBe(before);
  // Shortened, it is a suggestion like any other.
  await ploy.page.keyboard.press('Control+z');
  await selectWords(ploy.page, 'lipstick');
  await ploy.page.keyboard.type('war paint');
  await ben.page.locator('ins.suggested', { hasText: 'war paint' }).waitFor({ state: 'attached' });
  await press(ploy.page, suggestion.en.takeBack);
  await expect.poll(openSuggestions).toBe(0);
  for (const { complaints } of [ben, ploy]) expectNoComplaints(complaints);
});

test('devices whose clocks are hours wrong say the same times, and accept and comment like others', async () => {
  const ben = await at('Ben', { screen: 'phone', wrongByHours: -7 });
  const ploy = await at('Ploy', { wrongByHours: 9 });
  await selectWords(ploy.page, 'coconut');
  await ploy.page.keyboard.type('mango');
  await press(ben.page, suggestion.en.waiting({ count: 1 }));
  const card = ben.page.locator('[data-suggestion-card]', { hasText: 'mango' });
  await card.getByRole('button', { name: suggestion.en.accept, exact: true }).click();
  await expect.poll(() => captionText(ploy.page)).toContain('mango man');

  await press(ploy.page, thread.en.commentOnWhole);
  await ploy.page.getByLabel(thread.en.everyone).check();
  await ploy.page.getByLabel(thread.en.body).fill('Said at nine in the evening?');
  await ploy.page.getByLabel(thread.en.body).press('Control+Enter');
  const said = ploy.page.getByRole('article').filter({ hasText: 'Said at nine' });
  await said.getByText('this minute').waitFor();
  const heard = ben.page.getByRole('article').filter({ hasText: 'Said at nine' });
  await heard.getByText('this minute').waitFor();
  await heard.scrollIntoViewIfNeeded();
  await heard.locator('[data-unread]').waitFor({ state: 'detached' });
  for (const { complaints } of [ben, ploy]) expectNoComplaints(complaints);
});

test('a newer version takes the place of the one being approved, and no key is turned on either unread', async () => {
  const ben = await at('Ben', { screen: 'phone' });
  const stale = await at('Ploy');
  const ploy = await at('Ploy');
  const status = () =>
    onDisk<{ status: string }>(cobrief, 'SELECT status FROM draft WHERE id = ?', photo())[0]
      ?.status;
  // One page hears nothing more, the other does.
  for (const { page } of [stale, ploy]) await press(page, post.en.approve);
  stale.line.cut();
  await caption(ben.page).locator('> p').last().click();
  await ben.page.keyboard.press('End');
  await ben.page.keyboard.type(' Newer.');
  await saved(ben.page);
  await press(ben.page, post.en.sendAgain);
  await inDialog(ben.page, post.en.send({ brand: 'Rimdaet' }));
  const dialog = ploy.page.getByRole('dialog');
  await dialog.getByText(together.en.newer).waitFor();
  await dialog.getByText('Newer.').waitFor();
  const key = dialog.getByRole('button', { name: post.en.approve, exact: true });
  expect(await key.count()).toBe(0);

  await inDialog(stale.page, post.en.approve);
  const refused = stale.page.getByRole('dialog');
  await refused.getByText(post.en.contentChanged).waitFor();
  expect(status()).toBe('with-brand');
  await inDialog(ploy.page, together.en.goOn);
  await key.click();
  await ben.page.getByText(post.en.turnKeyYou).first().waitFor();
  expect(status()).toBe('approved-by-brand');
  for (const { complaints } of [ben, ploy]) expectNoComplaints(complaints);
});
