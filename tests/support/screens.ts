// Looks at pages as the people who may see them, in both languages, light and dark, wide and on a phone,
// and tells what is wrong with them. It does not know what a page holds, how to open what is on it or who
// comes to it: the tests say so. Which pages there are it reads from app/routes.
import { readdirSync, readFileSync } from 'node:fs';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { afterEach, expect } from 'vitest';
import { common } from '#shared/words/common.ts';
import type { Locale } from '#shared/words/words.ts';
import { person, type Screen } from './app.ts';
import type { House } from './house.ts';

/** Somebody signed in, or with no name a visitor. */
export async function someone(house: House, screen: Screen, name: string | null = null) {
  const coming = name ? house.signedIn(name, { screen }) : person(house.browser, { screen });
  const { page, complaints } = await coming;
  return { name, cobrief: house.cobrief, page, screen, complaints };
}

export type Someone = Awaited<ReturnType<typeof someone>>;

/** A form posted as the browser would, without its page. */
export async function submit(who: Someone, path: string, form: Record<string, string>) {
  const { cobrief, page } = who;
  const headers = { origin: cobrief.url };
  const answer = await page.request.post(cobrief.url + path, { form, headers });
  if (!answer.ok()) throw new Error(`${path} ${form['intent']}: ${answer.status()}`);
}

/** From now on everything is in this language. */
export async function speak(who: Someone, locale: Locale) {
  const { page, cobrief, name } = who;
  await page.context().addCookies([{ name: 'cobrief-locale', value: locale, url: cobrief.url }]);
  const profile = { intent: 'profile', locale, calendar: 'gregory' };
  if (name) await submit(who, '/me/settings', { ...profile, name });
}

export type Step = (page: Page, locale: Locale) => Promise<unknown>;

export interface Look {
  /** On the page before anything is judged. */
  ready?: Step;
  /** What can be opened on it, one after the other. */
  open?: Record<string, Step>;
}

/** A route that draws nothing is no page. */
const pages = readdirSync('app/routes')
  .filter((file) => /^export default/m.test(readFileSync(`app/routes/${file}`, 'utf8')))
  .map((file) => file.replace(/\.tsx$/, ''))
  .concat('root');
/** The pages of a creator, and those of links and doors; all others are the brand's. */
const ofCreator = /^(?:confirm|device|home|invite|l|me|proof|setup|sign-in)\b/;

const looked = new Set<string>();
/** The pages of this side that nobody looked at in this file. */
export const leftOut = (side: 'brand' | 'creator') =>
  pages.filter((page) => !looked.has(page) && ofCreator.test(page) === (side === 'creator'));

const found: string[] = [];
afterEach(() => {
  expect(found.splice(0).join('\n')).toBe('');
});

/** Hues do not depend on the language: two looks see both languages and both themes. */
const themes = [
  ['en', 'light'],
  ['th', 'dark'],
] as const;

/** A page that was looked at before, of somebody else or in another state, is seen in one of the two. */
let again = 0;

export async function look(who: Someone, route: string, path: string, its: Look = {}) {
  if (!pages.includes(route)) throw new Error(`there is no page ${route}`);
  const { page, cobrief } = who;
  const { ready, open = {} } = its;
  const pairs = looked.has(route) ? themes.filter((_, i) => i === again % 2) : themes;
  if (looked.has(route)) again += 1;
  looked.add(route);
  for (const [locale, colorScheme] of pairs) {
    await speak(who, locale);
    await page.emulateMedia({ colorScheme });
    await page.goto(cobrief.url + path);
    await page.locator('h1').first().waitFor();
    await ready?.(page, locale);
    await judge(who, `${route} ${locale} ${colorScheme}`);
    for (const [name, step] of Object.entries(open)) {
      await step(page, locale);
      await judge(who, `${route} “${name}” ${locale} ${colorScheme}`);
      await page.keyboard.press('Escape');
    }
  }
}

const options: axe.RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
  resultTypes: ['violations'],
  preload: false,
};
const phoneWidth = 360;

async function judge({ name, page, screen, complaints }: Someone, where: string) {
  const at = `${name ?? 'visitor'} · ${where}`;
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const { violations } = await page.evaluate(
    (how) => (window as unknown as { axe: typeof axe }).axe.run(document, how),
    options,
  );
  for (const { id, nodes } of violations) {
    for (const { target, any, all, none } of nodes) {
      const why = [...any, ...all, ...none].map(({ message }) => message).join('; ');
      found.push(`${at} ${screen}: ${id} at ${target.join(' ')}: ${why}`);
    }
  }
  const wide = screen === 'desktop' ? page.viewportSize() : null;
  if (wide) await page.setViewportSize({ width: phoneWidth, height: 740 });
  const width = await page.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    return document.documentElement.scrollWidth;
  });
  if (width > phoneWidth) found.push(`${at}: ${width} px wide on a phone of ${phoneWidth}`);
  if (wide) await page.setViewportSize(wide);
  const ours = complaints.splice(0).filter((text) => !/Failed to load resource/.test(text));
  found.push(...ours.map((text) => `${at}: ${text}`));
}

export function press(page: Page, name: string | RegExp) {
  const exact = typeof name === 'string';
  return page.getByRole('button', { name, exact }).first().click();
}

/** Presses a button that opens a dialog. */
export const opening =
  (name: (locale: Locale) => string | RegExp): Step =>
  async (page, locale) => {
    await press(page, name(locale));
    await page.getByRole('dialog').waitFor();
  };
export const editor: Step = (page) => page.locator('.bound-editor .ProseMirror').first().waitFor();
export const menu: Step = async (page, locale) => {
  await press(page, new RegExp(`^${common[locale].account}`));
  await page.getByRole('menu').waitFor();
};
/** The link a dialog or a page shows this once. */
export const linkShown = async (page: Page) =>
  new URL(await page.locator('input[value*="/l/"]').first().inputValue()).pathname;
