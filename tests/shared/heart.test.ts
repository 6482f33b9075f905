import { expect, test } from 'vitest';
import { hintFor, hints } from '#shared/heart/hints.ts';
import { hintLanguageOf, hintLanguages } from '#shared/heart/languages.ts';
import { quantitiesOf, saysAsMuch } from '#shared/heart/quantities.ts';
import {
  hintFigures,
  overlapWithin,
  pairLanguages,
  precision,
  wrongIn,
} from '#tests/support/heart-pairs.ts';

const hint = (point: string, text: string) =>
  hints({ points: [{ id: 'p1', text: point }], text, language: 'en' })[0] ?? null;

test.each(hintLanguages)(
  'hints in %s are right nine times of ten on pairs never seen, and find more than stems do',
  (language) => {
    const held = hintFigures(language, 'held');
    expect(held.hinted).toBeGreaterThanOrEqual(7);
    expect(precision(held)).toBeGreaterThanOrEqual(0.9);
    expect(held.right).toBeGreaterThan(overlapWithin(language, 'held', wrongIn(held)).right);
  },
);

test.each(pairLanguages)('hints in %s are right on the pairs for building', (language) => {
  expect(precision(hintFigures(language, 'dev'))).toBeGreaterThanOrEqual(0.95);
});

test('a language that was not good enough gets no hint', () => {
  expect(hintLanguageOf('de')).toBe('de');
  expect(hintLanguageOf('de-AT')).toBe('de');
  expect(hintLanguageOf('en')).toBeNull();
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
  ['de', 'bis 30. november', 'nach dem 30.11. geht nix mehr'],
  ['de', 'ab 18 uhr', 'um sechs geht es los'],
  ['en', 'march 31', 'until the 31st of march'],
  ['en', 'at 7 pm', 'at 7pm'],
  ['th', '31 มีนาคม', '31 มี.ค.'],
  ['th', '5 โมงเย็น', 'ห้าโมงเย็น'],
  ['th', '20.00 น.', 'สองทุ่ม'],
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

test.each([
  ['de', 'Ohne Zucker und Salz', 'Ihr findet da drin weder Zucker noch Salz.', true],
  ['de', 'Die Kapuze ist abnehmbar', 'Ihr nehmt die Kapuze einfach ab.', true],
  ['de', 'Serum vor der Creme auftragen', 'Ihr tragt erst die Creme auf, dann das Serum.', false],
  [
    'de',
    'Der Deckel ist spülmaschinenfest',
    'Die Dose darf in die Spülmaschine, aber der Deckel nicht.',
    false,
  ],
  [
    'de',
    'Ein Baum wird pro Packung gepflanzt',
    'Wir haben eine Packung Chips dabei und pflanzten einen Baum.',
    false,
  ],
  ['th', 'เช็กอินได้ 10 โมงเช้า', 'เค้าให้เช็คอินได้ตั้งแต่สิบโมงเช้าเลย', true],
  ['th', 'ไม่มีกลูเตน', 'กลูเตนไม่มีเลยนะ กินได้สบาย', true],
  ['th', 'ไม่ต้องซัก', 'ซักทุกวันจนมือเปื่อยเลย', false],
] as const)('in %s, whether "%s" is hinted at by "%s": %s', (language, point, passage, is) => {
  expect(hintFor({ id: 'p1', text: point }, passage, language)).toBe(is);
});
