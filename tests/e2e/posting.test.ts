import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { brief } from '#shared/words/brief.ts';
import { idea } from '#shared/words/idea.ts';
import { ideaStages } from '#shared/words/idea-stages.ts';
import { post } from '#shared/words/post.ts';
import { posting } from '#shared/words/posting.ts';
import { expectNoComplaints } from '#tests/support/app.ts';
import { draftOnDisk, onDisk } from '#tests/support/demo.ts';
import { house } from '#tests/support/house.ts';
import { aDayAfterPublishing } from '#tests/support/live-post.ts';

const { cobrief, at } = house();

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

async function expectFaultless(page: Page): Promise<void> {
  await page.evaluate(axe.source);
  const found = await page.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
    });
    const wide = document.documentElement.scrollWidth > window.innerWidth ? ['too wide'] : [];
    const said = violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`,
    );
    return [...said, ...wide];
  });
  expect(found).toEqual([]);
}

const told = 'เช้าวันจันทร์ที่บีทีเอสอโศก แดดส่องหน้าซีกซ้ายซีกเดียว';

test('a creator says her idea on a phone in Thai, answers one question, and is told to go for it', async () => {
  const { briefId } = draftOnDisk(cobrief, 'Mali', 1);
  const ploy = await at(`/briefs/${briefId}/posts`, 'Ploy');
  await button(ploy.page, brief.en.addDeliverable).first().click();
  const dialog = ploy.page.getByRole('dialog');
  const tick = dialog.getByLabel(idea.en.ideaFirst);
  // What is filmed begins with an idea, a photo does not, and the lead has the last word.
  expect(await tick.isChecked()).toBe(true);
  await dialog.getByLabel(brief.en.format).selectOption('photo');
  expect(await tick.isChecked()).toBe(false);
  await dialog.getByLabel(brief.en.format).selectOption('reel');
  await button(ploy.page, brief.en.addDeliverable).last().click();
  await dialog.waitFor({ state: 'detached' });

  const { id } = draftOnDisk(cobrief, 'Mali', 4);
  const mali = await at(`/posts/${id}`, 'Mali', { screen: 'phone', locale: 'th' });
  const w = idea.th;
  await mali.page.getByText(ideaStages.th['creator-not-begun']).waitFor();
  await button(mali.page, w.send).click();
  await mali.page.getByText(w.empty).waitFor();
  const words = mali.page.getByLabel(w.label);
  await words.fill('ก'.repeat(401));
  await mali.page.getByText(w.tooLong({ count: 1 })).waitFor();
  await words.fill(told);
  await mali.page.getByLabel(w.point).selectOption({ index: 1 });
  await expectFaultless(mali.page);

  // The page is loaded again in the middle of it, and nobody of the brand has seen a word.
  await mali.page.reload();
  await expect.poll(() => words.inputValue()).toBe(told);
  await ploy.page.goto(`${cobrief.url}/posts/${id}`);
  await ploy.page.getByText(post.en.closedQuiet({ creator: 'Mali' })).waitFor();
  expect(await ploy.page.content()).not.toContain(told);
  await button(mali.page, w.send).click();
  await mali.page.getByText(w.waiting({ brand: 'Rimdaet' })).waitFor();

  // It arrives while she looks, although the draft is just Mali's.
  await ploy.page.getByText(told).waitFor();
  await ploy.page.getByText(post.en.closedNote({ creator: 'Mali' })).waitFor();
  await expectFaultless(ploy.page);
  await button(ploy.page, idea.en.ask).click();
  await ploy.page.getByLabel(idea.en.question).fill('ขออนุญาตสถานีหรือยัง');
  await button(ploy.page, idea.en.sendQuestion({ creator: 'Mali' })).click();
  await mali.page.getByText('ขออนุญาตสถานีหรือยัง').waitFor();
  await mali.page.getByText(ideaStages.th['creator-asked']).waitFor();
  await words.fill(`${told} ขอไว้แล้ว`);
  await button(mali.page, w.sendAnswer).click();
  await ploy.page.goto(cobrief.url);
  await ploy.page.getByText(ideaStages.en['brand-with-brand']).click();
  await ploy.page.getByText(`${told} ขอไว้แล้ว`).waitFor();
  await button(ploy.page, idea.en.go).click();

  // Folded, and all of it still there for both.
  for (const [page, say] of [
    [mali.page, idea.th],
    [ploy.page, idea.en],
  ] as const) {
    await page.getByText(say.historyGo({ name: 'Ploy' })).click();
    await page.getByText('ขออนุญาตสถานีหรือยัง').waitFor();
    await page.getByText(told, { exact: true }).waitFor();
  }
  expectNoComplaints([...ploy.complaints, ...mali.complaints]);
});

test('posting day leads from the copied caption to the first figures, and the brand reads along', async () => {
  const { id } = draftOnDisk(cobrief, 'Mali', 1);
  const mali = await at(`/posts/${id}`, 'Mali', { screen: 'phone', locale: 'th' });
  const ploy = await at(`/posts/${id}`, 'Ploy');
  const w = posting.th;
  await button(mali.page, w.copyCaption).click();
  const caption = await mali.page.evaluate(() => navigator.clipboard.readText());
  expect(caption).toContain('\n\n');
  const [file] = await Promise.all([
    mali.page.waitForEvent('download'),
    mali.page.getByRole('link', { name: w.save({ n: 1 }) }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/^01-/);
  const app = mali.page.getByRole('link', { name: w.openApp({ platform: 'Instagram' }) });
  expect(await app.getAttribute('href')).toBe('https://www.instagram.com/');
  await expectFaultless(mali.page);
  await mali.page.getByLabel(w.link).fill('instagram.com/p/abc');
  await button(mali.page, w.record).click();
  await mali.page.getByText(post.th.badLink).waitFor();
  await mali.page.getByLabel(w.link).fill('https://www.instagram.com/p/abc');
  await button(mali.page, w.record).click();

  // One word is different in the app: both see which, and nothing is undone.
  await mali.page.getByLabel(w.caption).fill(caption.replace('@rimdaet', '@somebody'));
  await button(mali.page, w.check).click();
  for (const [page, say] of [
    [mali.page, posting.th],
    [ploy.page, posting.en],
  ] as const) {
    await page.getByText(say.differs, { exact: true }).waitFor();
    expect(await page.locator('ins').allInnerTexts()).toEqual(['somebody']);
    expect(await page.locator('del').allInnerTexts()).toEqual(['[rimdaet]']);
  }
  await expectFaultless(ploy.page);
  await button(mali.page, w.again).click();
  await mali.page.getByLabel(w.caption).fill(` ${caption.replaceAll(' ', '\u00a0')}\u200b\n`);
  await button(mali.page, w.check).click();
  await mali.page.getByText(w.asApproved, { exact: true }).waitFor();
  await ploy.page.getByText(posting.en.asApproved, { exact: true }).waitFor();

  // The next day.
  expect(await button(mali.page, w.saveFigures).count()).toBe(0);
  aDayAfterPublishing(cobrief, id);
  await mali.page.reload();
  await mali.page.getByLabel(w.reach).fill('๑๒,๔๐๐');
  await mali.page.getByText(w.readAs({ count: '12,400' })).waitFor();
  await mali.page.getByLabel(w.likes).fill('--');
  await mali.page.getByRole('textbox', { name: w.comments }).fill('34');
  await mali.page.getByText(w.unreadable({ typed: '--' })).waitFor();
  await mali.page.getByLabel(w.likes).fill('1.3 หมื่น');
  await button(mali.page, w.saveFigures).click();
  await mali.page.getByText(w.doubtLikes({ count: '13,000', reach: '12,400' })).waitFor();
  await expectFaultless(mali.page);
  await mali.page.getByLabel(w.likes).fill('1.3K');
  await button(mali.page, w.saveFigures).click();
  await mali.page.getByText(w.toldYou).waitFor();
  await ploy.page.getByText(posting.en.told({ creator: 'Mali' })).waitFor();
  expect(await ploy.page.locator('dd').allInnerTexts()).toEqual(
    expect.arrayContaining(['12,400', '1,300', '34', posting.en.notShown]),
  );
  const rows = onDisk(
    cobrief,
    "SELECT kind FROM inbox WHERE kind = 'figures' AND draft_id = ?",
    id,
  );
  expect(rows).toHaveLength(1);
  expectNoComplaints([...ploy.complaints, ...mali.complaints]);
});
