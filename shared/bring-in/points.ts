// One item of a file as a talking point: its lines by language, and the last line of our own files,
// which says whether it must be said and what shows that it is true.
import type { Run } from '../export/document.ts';
import { type Need, needs } from '../fields.ts';
import { editor } from '../words/editor.ts';
import { guidelinesPage } from '../words/guidelines-page.ts';
import { type Locale, locales } from '../words/words.ts';
import { scriptOf, wordsOf } from './passages.ts';

export interface BroughtPoint {
  need: Need;
  evidence: string;
  /** A paragraph each. */
  lines: Partial<Record<Locale, Run[][]>>;
}

export function pointOf(runs: readonly Run[], need: Need, languages: readonly Locale[]) {
  const lines = linesOfRuns(runs);
  const foot = lines.length > 1 ? footOf(wordsOf(lines.at(-1) ?? [])) : null;
  const point: BroughtPoint = { need, evidence: '', ...foot, lines: {} };
  let lang: Locale | null = null;
  for (const line of foot ? lines.slice(0, -1) : lines) {
    lang = nextLanguage(wordsOf(line), lang, languages);
    (point.lines[lang] ??= []).push(line);
  }
  return point;
}

/** English, then Thai: once a line is Thai, one with an English name in it does not turn back. */
function nextLanguage(words: string, before: Locale | null, languages: readonly Locale[]): Locale {
  const [only] = languages;
  if (languages.length === 1 && only) return only;
  return before === 'th' || words.trim() === '' ? (before ?? 'en') : scriptOf(words);
}

export function linesOfRuns(runs: readonly Run[]): Run[][] {
  const lines: Run[][] = [[]];
  for (const run of runs) {
    run.text.split('\n').forEach((text, index) => {
      if (index > 0) lines.push([]);
      if (text !== '') lines.at(-1)?.push({ ...run, text });
    });
  }
  while (lines.length > 1 && wordsOf(lines.at(-1) ?? []).trim() === '') lines.pop();
  return lines;
}

function footOf(line: string): Pick<BroughtPoint, 'need' | 'evidence'> | null {
  for (const locale of locales) {
    const need = needs.find((one) => line.startsWith(editor[locale][one]));
    if (!need) continue;
    const rest = line.slice(editor[locale][need].length).trim();
    if (rest === '') return { need, evidence: '' };
    const label = `· ${guidelinesPage[locale].evidence}: `;
    if (rest.startsWith(label)) return { need, evidence: rest.slice(label.length).trim() };
  }
  return null;
}
