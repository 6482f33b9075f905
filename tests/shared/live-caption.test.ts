import { expect, test } from 'vitest';
import { asRead, liveDifference } from '#shared/live-caption.ts';
import { chance } from '#tests/support/chance.ts';

const approved = 'โฆษณา · บีทีเอสอโศก 08.10 น. ☀️\n\nทาซ้ำทุก 2 ชั่วโมง 👩‍👩‍👧 #ad @rimdaet café';

test.each([
  ['other line ends', (text: string) => text.replaceAll('\n', '\r\n')],
  ['white space at the ends of lines', (text: string) => text.replaceAll('\n', '  \t\n')],
  ['white space around the whole', (text: string) => `\n\n  ${text} \n \n`],
  ['no-break spaces', (text: string) => text.replaceAll(' ', '\u00a0')],
  ['marks without width', (text: string) => text.replaceAll('#', '\u200b\ufeff#\u2060')],
  ['another direction mark', (text: string) => `\u200e${text}\u200f`],
  ['an emoji without its selector', (text: string) => text.replaceAll('\ufe0f', '')],
  ['accents put together otherwise', (text: string) => text.normalize('NFD')],
])('as approved, with %s', (_name, changed) => {
  const live = changed(approved);
  expect(live).not.toBe(approved);
  expect(liveDifference(approved, live)).toEqual({ asApproved: true, runs: [] });
});

test.each([
  ['a letter', 'ทาซ้ำ', 'ทาซ่ำ'],
  ['a mark', '08.10', '08:10'],
  ['a case', '@rimdaet', '@Rimdaet'],
  ['an emoji', '☀️', '🌞'],
  ['one person of an emoji', '👩‍👩‍👧', '👩‍👧'],
  ['an empty line', '\n\n', '\n'],
  ['a space between words', 'โฆษณา · ', 'โฆษณา ·  '],
  ['a tag that went', ' #ad', ''],
])('different by %s', (_name, from, to) => {
  const { asApproved, runs } = liveDifference(approved, approved.replace(from, to));
  expect(asApproved).toBe(false);
  expect(runs.some(({ kind }) => kind !== 'same')).toBe(true);
});

test('the difference names the word and leaves the rest alone', () => {
  const { runs } = liveDifference('Reapply every two hours. #ad', 'Reapply every three hours. #ad');
  expect(runs).toEqual([
    { kind: 'same', text: 'Reapply every ' },
    { kind: 'removed', text: 'two' },
    { kind: 'added', text: 'three' },
    { kind: 'same', text: ' hours. #ad' },
  ]);
});

const pieces = [
  'แดด',
  'sun',
  ' ',
  '\u00a0',
  '\n',
  '\n\n',
  '\r\n',
  '#ad',
  '👩‍👧',
  '☀️',
  '\u200b',
  '.',
  'é',
];
const noise = ['\u200b', '\ufeff', '\u2060', '\u00ad', '\ufe0f', '\u200e'];

test('both sides can be read back from the difference, and noise never makes one', () => {
  for (let seed = 1; seed <= 300; seed += 1) {
    const { below, pick } = chance(seed);
    const text = () => Array.from({ length: below(25) }, () => pick(pieces)).join('');
    const [before, after] = [text(), text()];
    const { asApproved, runs } = liveDifference(before, after);
    const without = (kind: string) =>
      runs.flatMap((run) => (run.kind === kind ? [] : [run.text])).join('');
    const [first, second] = asApproved
      ? [asRead(before), asRead(before)]
      : [without('added'), without('removed')];
    expect(first, `seed ${seed}`).toBe(asRead(before));
    expect(second, `seed ${seed}`).toBe(asRead(after));
    const noisy = [...before].map((one) => one + (below(3) === 0 ? pick(noise) : '')).join('');
    expect(liveDifference(before, noisy).asApproved, `seed ${seed}`).toBe(true);
    expect(asRead(asRead(before)), `seed ${seed}`).toBe(asRead(before));
  }
});
