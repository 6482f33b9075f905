import { expect, test } from 'vitest';
import { countByLine } from '#shared/voice-by-line.ts';
import { featuresOf } from '#shared/voice-features.ts';
import { chance } from '#tests/support/chance.ts';

const pieces = [
  'I ran. It was HOT',
  'เราตื่นสายมากกก นะ',
  '🫠🫠',
  '#lip @rimdaet',
  "don't you...",
  '\n',
  '\n\n',
  ' ',
  '!',
  'https://rimdaet.example/a ',
  '',
];

const numbersOf = (text: string) => {
  const { counts, words, sentences } = featuresOf(text);
  return { counts, words, sentences };
};

test('other words in a text count the same by their lines as in the whole text', () => {
  const random = chance(7);
  const write = (length: number) =>
    Array.from({ length }, () => random.pick(pieces)).join(random.pick(['', ' ']));
  for (let n = 0; n < 300; n++) {
    const counts = countByLine();
    const text = write(random.below(12));
    expect(counts.of(text)).toEqual(numbersOf(text));
    const ends = [random.below(text.length + 1), random.below(text.length + 1)];
    const [from, to] = [Math.min(...ends), Math.max(...ends)];
    const by = write(random.below(4));
    const whole = text.slice(0, from) + by + text.slice(to);
    expect(counts.with({ text, from, to, by })).toEqual(numbersOf(whole));
  }
});
