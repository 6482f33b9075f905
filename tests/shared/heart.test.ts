import { expect, test } from 'vitest';
import { hints } from '#shared/heart/hints.ts';
import { hintLanguageOf, hintLanguages } from '#shared/heart/languages.ts';
import { quantitiesOf, saysAsMuch } from '#shared/heart/quantities.ts';
import {
  halfOfTheStems,
  hintFigures,
  overlapFigures,
  overlapThreshold,
  precision,
  recall,
} from '#tests/support/heart-pairs.ts';

const hint = (point: string, text: string) =>
  hints({ points: [{ id: 'p1', text: point }], text, language: 'en' })[0] ?? null;

test.each(hintLanguages)(
  'hints in %s are right nine times of ten on pairs never seen, and find more than stems do',
  (language) => {
    const held = hintFigures(language, 'held');
    expect(precision(held)).toBeGreaterThanOrEqual(0.9);
    for (const threshold of [overlapThreshold(language), halfOfTheStems]) {
      expect(recall(held)).toBeGreaterThan(recall(overlapFigures(language, 'held', threshold)));
    }
  },
);

test('a language that was not good enough gets no hint', () => {
  expect(hintLanguageOf('en')).toBe('en');
  expect(hintLanguageOf('en-GB')).toBe('en');
  expect(hintLanguageOf('th')).toBeNull();
  expect(hintLanguageOf('ja')).toBeNull();
});

test('a hint names its passage and quotes the words that speak for it', () => {
  const before = 'My weekend started slowly.';
  const carrying = 'You get a month to send it back, and it won’t cost you anything.';
  const text = `${before} ${carrying} See you there!`;
  const found = hint('Free returns for 30 days', text);
  expect(found && text.slice(found.start, found.end)).toBe(carrying);
  for (const words of found?.evidence ?? []) expect(carrying).toContain(words);
  expect(found?.evidence).toContain('a month');
});

test.each([
  [
    'Filter lasts three months',
    'Three months into the new job and my coffee filter game is strong',
  ],
  ['Made in Portugal', 'I made so many friends in Portugal while wearing them'],
  ['Free returns for 30 days', '30 days ago I returned to Berlin, feels free'],
  ['Delivered in two days', 'They said two weeks until it was delivered'],
  ['Ships carbon neutral', 'I wish it shipped carbon neutral, maybe one day'],
  ['Strap can be adjusted without tools', 'You need tools to adjust the strap'],
])('"%s" is not hinted at by "%s"', (point, passage) => {
  expect(hint(point, passage)).toBeNull();
});

test('a code must stand there letter by letter', () => {
  const point = '20 percent off with code HELLO20';
  expect(hint(point, 'Use HELLO20 and you get 20 percent off')).not.toBeNull();
  expect(hint(point, 'Use HELLO25 and you get 20 percent off')).toBeNull();
});

test.each([
  ['en', '2 months', 'two whole months'],
  ['en', 'free for 60 days', 'for two months'],
  ['en', '€29', '29 euros'],
  ['de', 'alle zwei Stunden', 'alle 2 Stunden'],
  ['de', '45 Minuten', 'eine gute Dreiviertelstunde'],
  ['de', '21 Tage', 'einundzwanzig Tage'],
  ['th', '180 บาท', 'ร้อยแปดสิบบาท'],
  ['th', '40 ชั่วโมง', 'สี่สิบชั่วโมง'],
  ['th', '30 วัน', 'เดือนนึง'],
] as const)('in %s, "%s" is as much as "%s"', (language, wanted, said) => {
  const [first] = quantitiesOf(wanted.toLowerCase(), language);
  const found = quantitiesOf(said.toLowerCase(), language);
  expect(first && found.some((one) => saysAsMuch(first, one))).toBe(true);
});

test('a text without a word gives no hint, and a very long one gives its places', () => {
  expect(hint('Made in Portugal', '')).toBeNull();
  const filler = 'Nothing to see in this line.\n'.repeat(400);
  const carrying = 'These are made in Portugal.';
  const found = hint('Made in Portugal', `${filler}${carrying}`);
  expect(found?.start).toBe(filler.length);
});
