// Bringing a brief in from a file, as its lead does it while a colleague has the guidelines open.
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { FieldKind } from '#shared/fields.ts';
import { bringIn } from '#shared/words/bring-in.ts';
import { editor } from '#shared/words/editor.ts';
import { expectNoComplaints } from '#tests/support/app.ts';
import { picture, wordFile } from '#tests/support/brief-files.ts';
import { draftOnDisk } from '#tests/support/demo.ts';
import { house } from '#tests/support/house.ts';
import { saved } from '#tests/support/post-page.ts';

const { cobrief, signedIn } = house();

const w = bringIn.en;
const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const field = (page: Page, kind: FieldKind) =>
  page.locator(`.guidelines-editor [data-field=${kind}] .field-content`);

/** The words of a field in one language, without what is drawn on them. */
const wordsOf = (page: Page, kind: FieldKind) =>
  field(page, kind).evaluate((content) => {
    const own = content.cloneNode(true) as Element;
    for (const drawn of own.querySelectorAll('.ProseMirror-widget')) drawn.remove();
    return own.textContent ?? '';
  });

const standing = (page: Page) =>
  Promise.all((['tone', 'dos', 'contact'] as const).map((kind) => wordsOf(page, kind)));

async function choose(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  await page
    .locator('dialog input[type=file]')
    .setInputFiles({ name, mimeType: docx, buffer: Buffer.from(bytes) });
}

const piece = (page: Page, words: string) =>
  page.getByRole('dialog').getByRole('listitem').filter({ hasText: words });

test('a lead brings a Word brief in: what goes where is shown and changed, a colleague sees it come, and undo takes it out as one', async () => {
  const { briefId } = draftOnDisk(cobrief, 'Ben', 3);
  const ploy = await signedIn('Ploy');
  const ta = await signedIn('Ta');
  for (const { page } of [ploy, ta]) {
    await page.goto(`${cobrief.url}/briefs/${briefId}/guidelines`);
    await field(page, 'tone').waitFor();
  }
  await saved(ploy.page);
  const before = await standing(ta.page);
  const { page } = ploy;
  await page.getByRole('button', { name: w.open }).click();
  await page.getByRole('button', { name: w.choose }).waitFor();

  // What is no document is told in words, and nothing is written.
  await choose(page, 'Brief.docx', picture);
  await page.getByRole('alert').getByText(w['not-a-document']).waitFor();

  const lines = [
    '# Campaign brief',
    '# Tone of voice',
    'BROUGHTTONE and <b>dry</b>',
    '# Our promise to you',
    'BROUGHTPROMISE',
    '# Dos',
    '- BROUGHTDO',
    '# Contact',
    'BROUGHTCONTACT',
  ];
  await choose(page, 'Brief.docx', await wordFile(lines));
  await page.getByRole('alert').waitFor({ state: 'detached' });
  const goesTo = (words: string) => piece(page, words).getByLabel(w.goesTo);
  expect(await goesTo('BROUGHTTONE').inputValue()).toBe('tone');
  expect(await goesTo('BROUGHTPROMISE').inputValue()).toBe('');
  await piece(page, 'BROUGHTTONE').getByText(w.taken).waitFor();
  await goesTo('BROUGHTPROMISE').selectOption({ label: editor.en.freedom });
  await goesTo('BROUGHTCONTACT').selectOption('');
  await page.getByLabel(w.addBelow).check();
  await piece(page, 'BROUGHTTONE').getByText(w.below).waitFor();
  await page.evaluate(axe.source);
  const violations = await page.evaluate(async () => {
    const found = await (globalThis as unknown as { axe: typeof axe }).axe.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
    });
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  });
  expect(violations).toEqual([]);
  await page.getByRole('button', { name: w.put({ count: 3 }) }).click();

  // The colleague reads it below what stood there, as the letters it is.
  await field(ta.page, 'tone').getByText('BROUGHTTONE and <b>dry</b>').waitFor();
  await field(ta.page, 'freedom').getByText('BROUGHTPROMISE').waitFor();
  await field(ta.page, 'dos').getByText('BROUGHTDO').waitFor();
  const [tone = '', , contact] = before;
  expect((await wordsOf(ta.page, 'tone')).startsWith(tone.slice(0, 20))).toBe(true);
  expect(await wordsOf(ta.page, 'contact')).toBe(contact);
  await page.getByText(w.done({ count: 3 })).waitFor();
  await saved(page);

  // Undo with the keys takes all of it out, and redo brings it back; the button takes it out too.
  const outOf = async (other: Page) => {
    await expect.poll(() => standing(other)).toEqual(before);
  };
  await page.getByRole('button', { name: w.undo }).click();
  await page.getByText(w.undone).waitFor();
  await outOf(ta.page);
  await field(page, 'tone').click();
  await page.keyboard.press('Control+Shift+z');
  await field(ta.page, 'dos').getByText('BROUGHTDO').waitFor();
  await page.keyboard.press('Control+z');
  await outOf(ta.page);
  for (const { complaints } of [ploy, ta]) expectNoComplaints(complaints);
});
