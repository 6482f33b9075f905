// How well hints do on the committed pairs, beside plain stem overlap on the same ones. Only figures
// come out of here: whoever tunes the matcher looks at pairs of the development half and no others.
import { readFileSync } from 'node:fs';
import { newStemmer } from 'snowball-stemmers';
import { z } from 'zod';
import { hintFor } from '#shared/heart/hints.ts';
import type { HintLanguage } from '#shared/heart/quantities.ts';

export const pairLanguages = ['en', 'de', 'th'] as const satisfies readonly HintLanguage[];
export type Half = 'dev' | 'held';

const pairsSchema = z.array(
  z.object({
    point: z.string(),
    passage: z.string(),
    carries: z.boolean(),
    half: z.enum(['dev', 'held']),
  }),
);
export type Pair = z.infer<typeof pairsSchema>[number];

/**
 * The first pairs' held half was looked at while building, so today all of those are for building. What
 * is held of the second and third was judged, as figures, and never built with.
 */
export function pairsOf(language: HintLanguage, half: Half): Pair[] {
  const first = read(language).map((one): Pair => ({ ...one, half: 'dev' }));
  const later = [...read(`${language}-second`), ...read(`${language}-third`)];
  return [...first, ...later].filter((one) => one.half === half);
}

function read(name: string): Pair[] {
  const file = new URL(`../fixtures/heart-pairs/${name}.json`, import.meta.url);
  return pairsSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
}

export interface Figures {
  /** Pairs that a hint was given for, and how many of those carry their point. */
  hinted: number;
  right: number;
  /** Pairs that carry their point. */
  carrying: number;
}

export const precision = ({ hinted, right }: Figures) => (hinted === 0 ? 1 : right / hinted);
export const wrongIn = ({ hinted, right }: Figures) => hinted - right;
export const recall = ({ right, carrying }: Figures) => right / carrying;

type Judge = (pair: Pair) => boolean;

function figures(pairs: readonly Pair[], judge: Judge): Figures {
  const hinted = pairs.filter(judge);
  return {
    hinted: hinted.length,
    right: hinted.filter(({ carries }) => carries).length,
    carrying: pairs.filter(({ carries }) => carries).length,
  };
}

export const hintFigures = (language: HintLanguage, half: Half): Figures =>
  figures(pairsOf(language, half), ({ point, passage }) =>
    hintFor({ id: 'one', text: point }, passage, language),
  );

// Plain stem overlap: the share of the point's stems that stand in the passage, without the words
// that every text has. Snowball's stems; Thai words bend not, so there the word is its own stem.

const snowball = { en: 'english', de: 'german' } as const;

export function overlap({ point, passage }: Pair, language: HintLanguage): number {
  const wanted = stemsOf(point, language);
  const said = stemsOf(passage, language);
  const shared = [...wanted].filter((stem) => said.has(stem)).length;
  return wanted.size === 0 ? 0 : shared / wanted.size;
}

function stemsOf(text: string, language: HintLanguage): Set<string> {
  const stem = language === 'th' ? (word: string) => word : stemmer(snowball[language]);
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' });
  const words = [...segmenter.segment(text.toLowerCase())]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment }) => segment)
    .filter((word) => !common[language].has(word));
  return new Set(words.map(stem));
}

function stemmer(language: string): (word: string) => string {
  const made = newStemmer(language);
  return (word) => made.stem(word);
}

const common: Record<HintLanguage, Set<string>> = {
  en: new Set(
    'a an the and or of in on at to for from by with is are be it its this that you your'.split(
      ' ',
    ),
  ),
  de: new Set(
    'der die das den dem des ein eine einen einem einer und oder im in am an auf zu zum zur mit von aus bei ist sind es sich'.split(
      ' ',
    ),
  ),
  th: new Set('ที่ และ หรือ ของ ใน จาก ให้ ได้ เป็น มี ก็ จะ กับ'.split(' ')),
};

/** The most that plain overlap can find on a half without more wrong hints than these. */
export function overlapWithin(language: HintLanguage, half: Half, wrong: number): Figures {
  const pairs = pairsOf(language, half);
  const shares = new Set(pairs.map((pair) => overlap(pair, language)));
  return [...shares]
    .map((share) => overlapFigures(language, half, share))
    .filter((one) => wrongIn(one) <= wrong)
    .reduce((best, one) => (one.right > best.right ? one : best), nothing(pairs));
}

const nothing = (pairs: readonly Pair[]) => figures(pairs, () => false);

/** The usual rule without any tuning: half of the point's stems. */
export const halfOfTheStems = 0.5;

export const overlapFigures = (language: HintLanguage, half: Half, threshold: number): Figures =>
  figures(pairsOf(language, half), (pair) => overlap(pair, language) >= threshold);
