// Thai words found again without their borders: `Intl.Segmenter` cuts the same word differently beside
// other words, so what counts is how much of a run of letters stands in a text in one piece. Spelled as
// people type: tone marks and silent letters are left out on both sides.
import type { Place } from './words.ts';

export interface Folded {
  letters: string;
  /** Where each letter stands in the text. */
  places: number[];
}

/** Tone marks, the short-vowel mark, repetition, and a consonant that is silenced. */
const silent = /[่้๊๋็ๆ]|[ก-ฮ][ิุ]?์/gu;

/** Borrowed words are typed either way: "เช็ค" and "เช็ก", "แอพ" and "แอป". */
const alike: Record<string, string> = { ค: 'ก', พ: 'ป' };

export function foldThai(text: string): Folded {
  const places: number[] = [];
  let letters = '';
  let at = 0;
  for (const match of [...text.matchAll(silent), { index: text.length, 0: '' }]) {
    for (; at < match.index; at += 1) {
      letters += alike[text[at] as string] ?? text[at];
      places.push(at);
    }
    at = match.index + match[0].length;
  }
  return { letters, places };
}

/** Shorter pieces stand everywhere. */
const shortest = 4;

/** The pieces of a run that stand in a text, and the share of its letters that they are. */
export function piecesOf(run: string, text: Folded): { share: number; pieces: Place[] } {
  const { letters } = foldThai(run);
  const pieces: Place[] = [];
  let found = 0;
  for (let from = 0; from + shortest <= letters.length; ) {
    const length = longestAt(letters, from, text.letters);
    if (length < shortest) {
      from += 1;
      continue;
    }
    const at = text.letters.indexOf(letters.slice(from, from + length));
    const last = text.places[at + length - 1] as number;
    pieces.push({ start: text.places[at] as number, end: last + 1 });
    found += length;
    from += length;
  }
  return { share: letters.length === 0 ? 0 : found / letters.length, pieces };
}

function longestAt(letters: string, from: number, text: string): number {
  let length = 0;
  while (from + length < letters.length && text.includes(letters.slice(from, from + length + 1))) {
    length += 1;
  }
  return length;
}
