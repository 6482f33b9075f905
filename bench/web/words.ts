// What is written in the measured drafts: the same on every run, in short plain words.
import type { CellKind } from '#shared/parts.ts';

const vocabulary =
  'the sun comes up over the market and I am late again so I put this on in the taxi it stays ' +
  'when I sweat it does not run and by noon nobody asks me if I slept we try two shades in the ' +
  'shop light then outside where it counts my sister takes the red one and I keep the coral';
const lexicon = vocabulary.split(' ');

/** Words from the n-th on; another beginning gives another text. */
export const wordsFrom = (n: number, count: number): string =>
  Array.from({ length: count }, (_, i) => lexicon[(n * 7 + i) % lexicon.length]).join(' ');

type Moment = Record<CellKind, string>;

/** How many words each cell of a moment has; fifty in all, its number among them. */
const cellWords = { time: 2, picture: 12, said: 28, onScreen: 8 };

/** A script of 5 000 words: a hundred moments of fifty. */
export const script: Moment[] = Array.from({ length: 100 }, (_, n) => ({
  time: `moment ${n + 1}`,
  picture: wordsFrom(n, cellWords.picture),
  said: `said${n} ${wordsFrom(n + 3, cellWords.said - 1)}`,
  onScreen: `shown${n} ${wordsFrom(n + 5, cellWords.onScreen - 1)}`,
}));

export const scriptWords = script
  .flatMap((moment) => Object.values(moment))
  .reduce((sum, text) => sum + text.split(' ').length, 0);

/** A caption as people write them. */
export const caption = `good morning from the market ${wordsFrom(11, 40)} #Rimdaet`;

/** What is typed while the clock runs. */
export const typed = (count: number, from = 0): string =>
  wordsFrom(from, count).padEnd(count, '.').slice(0, count);
