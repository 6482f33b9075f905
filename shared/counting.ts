// How long a text is in the unit its platform counts, and the hashtags in it. X counts by code of
// its own (weighing.ts), which is handed in: a page that is not about X never loads it.
import { graphemeCount } from './graphemes.ts';
import type { Match } from './matching.ts';
import { charAt } from './matching.ts';
import type { CountUnit } from './platforms.ts';

/** X's weighted length, and the index in UTF-16 code units up to which the text fits its limit. */
export type Weigh = (text: string) => { weight: number; fitsUpTo: number };

/** Null in X's unit where its code is not there (yet): nothing is said rather than guessed. */
export function countIn(unit: CountUnit, text: string, weigh: Weigh | null): number | null {
  if (unit === 'weighted') return weigh && weigh(text).weight;
  return unit === 'graphemes' ? graphemeCount(text) : text.length;
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** The index from which on a text that is too long is too much, never inside a character. */
export function cutAt(text: string, { unit, max }: Cut, weigh: Weigh | null): number {
  if (unit === 'weighted') return weigh ? weigh(text).fitsUpTo : text.length;
  if (unit === 'utf16') return charAt(text, max - 1).length === 2 ? max - 1 : max;
  let count = 0;
  for (const { index } of graphemes.segment(text)) {
    if (count === max) return index;
    count += 1;
  }
  return text.length;
}

interface Cut {
  unit: CountUnit;
  max: number;
}

// UAX #31, "Hashtag Identifiers"; a number alone is none, nor is what follows a letter or stands in
// an address.
const hashtag = /(?<![\p{XID_Continue}&/])[#＃](?!\p{Nd}+(?!\p{XID_Continue}))\p{XID_Continue}+/gu;

/** Each with its sign, in order. */
export function hashtagsIn(text: string): Match[] {
  return Array.from(text.matchAll(hashtag), ({ index, 0: tag }) => ({
    start: index,
    end: index + tag.length,
  }));
}
