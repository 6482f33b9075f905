// A draft in a page, ours or the plain one, with the editor in hand.
import { fileURLToPath } from 'node:url';
import type { Locator, Page } from 'playwright-core';
import type { Draft, Name, Stage, Subject } from './stage.ts';

export interface Opened {
  page: Page;
  /** The editor that is typed in or watched. */
  editor: Locator;
}

export interface Opening {
  subject: Subject;
  draft: Draft;
  part: 'caption' | 'script';
}

export const addressOf = (stage: Stage, { subject, draft }: Opening, name: Name): string =>
  subject === 'cobrief'
    ? `${stage.cobrief.url}/posts/${draft.id}`
    : `${stage.plainUrl}/?document=${draft.id}&name=${name}`;

export const editorIn = (page: Page, { subject, part }: Opening): Locator =>
  page.locator(subject === 'cobrief' ? `.${part}-editor .ProseMirror` : '.ProseMirror');

const inPage = fileURLToPath(new URL('./in-page.js', import.meta.url));

/** Open as this person, with the text in it; in a window of its own, or the browser would slow it. */
export async function openAs(stage: Stage, opening: Opening, name: Name): Promise<Opened> {
  const context = await stage.visitor(name);
  await context.addInitScript({ path: inPage });
  const page = await context.newPage();
  await page.goto(addressOf(stage, opening, name));
  const editor = editorIn(page, opening);
  await editor.getByText('said0').or(editor.getByText('good morning')).first().waitFor();
  return { page, editor };
}

/** Puts the caret behind these words, by the mouse and the keyboard. */
export async function standBehind({ page, editor }: Opened, words: string): Promise<void> {
  const paragraph = editor.locator('p', { hasText: words }).first();
  await paragraph.scrollIntoViewIfNeeded();
  await paragraph.click();
  await page.keyboard.press('End');
}

export const close = ({ page }: Opened): Promise<void> => page.context().close();
