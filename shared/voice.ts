// How a creator writes, from their own captions: plain counts from three captions, the usual range
// of each habit from twenty, and nothing below three. It describes and never judges: one caption is
// far too little text to say whose it is (Burrows' Delta needs 1 500 words and more), so every habit
// is shown beside the creator's own range and none is added up to a score.
import {
  type CaptionFeatures,
  type Counted,
  featuresVersion,
  type Measure,
  measures,
  type TagPlace,
} from './voice-features.ts';
import type { Closer, Opener } from './voice-habits.ts';

export const leastCaptions = 3;
export const captionsForBands = 20;

/** The usual range: of ten captions eight lie from `low` to `high`, half below `middle`. */
export interface Band {
  low: number;
  middle: number;
  high: number;
}

export interface VoiceCard {
  version: number;
  captions: number;
  /** The least and the most in one caption, in the measure's own unit. */
  ranges: Record<Measure, { least: number; most: number }>;
  /** Of the plain counts, and in the units of `rateOf`; null until there are twenty captions. */
  bands: Record<Measure, { count: Band; rate: Band }> | null;
  /** In how many captions, the most frequent first. */
  openers: [Opener, number][];
  closers: [Closer, number][];
  tagPlaces: [TagPlace, number][];
  /** Shares of all letters, together 1; all 0 where no letter was written. */
  scripts: Record<'thai' | 'latin' | 'other', number>;
  /** Emoji used twice or more, the favourite first, at most five. */
  emoji: string[];
  /** Words that are the creator's own, from twenty captions on. */
  words: string[];
}

/** Marks are compared per ten sentences, words per hundred words, emoji per hundred graphemes. */
export const rates: Partial<Record<Measure, 'sentences' | 'words' | 'characters'>> = {
  emoji: 'characters',
  exclamations: 'sentences',
  questions: 'sentences',
  ellipses: 'sentences',
  contractions: 'words',
  particles: 'words',
  firstPerson: 'words',
  secondPerson: 'words',
};

/** What is compared: a rate where a longer caption has more of it, the count where it has not. */
export function rateOf(features: Counted, measure: Measure): number {
  const count = features.counts[measure];
  switch (rates[measure]) {
    case 'characters':
      return per(100, count, features.counts.length);
    case 'sentences':
      return per(10, count, features.sentences);
    case 'words':
      return per(100, count, features.words);
    default:
      return count;
  }
}

/** Nothing to be counted in is read as one: "!!!" without a word is still three marks. */
const per = (unit: number, count: number, of: number) => (count * unit) / Math.max(1, of);

const byMeasure = <T>(value: (measure: Measure) => T) =>
  Object.fromEntries(measures.map((measure) => [measure, value(measure)])) as Record<Measure, T>;

/**
 * The card over a creator's own captions, or null below three.
 * @param words the distinctive words, found where the background is
 */
export function voiceCard(
  captions: readonly CaptionFeatures[],
  words: readonly string[] = [],
): VoiceCard | null {
  if (captions.length < leastCaptions) return null;
  const hasBands = captions.length >= captionsForBands;
  return {
    version: featuresVersion,
    captions: captions.length,
    ranges: byMeasure((measure) => {
      const counts = captions.map((caption) => caption.counts[measure]);
      return { least: Math.min(...counts), most: Math.max(...counts) };
    }),
    bands: hasBands
      ? byMeasure((measure) => ({
          count: bandOf(captions.map((caption) => caption.counts[measure])),
          rate: bandOf(captions.map((caption) => rateOf(caption, measure))),
        }))
      : null,
    openers: mostFrequent(captions.map(({ opener }) => opener)),
    closers: mostFrequent(captions.map(({ closer }) => closer)),
    tagPlaces: mostFrequent(captions.map(({ tagPlace }) => tagPlace)),
    scripts: scriptsOf(captions),
    emoji: favouriteEmoji(captions),
    words: hasBands ? [...words] : [],
  };
}

/** Median with the 10th and 90th percentile, interpolated (Hyndman and Fan 1996, type 7). */
export function bandOf(values: readonly number[]): Band {
  const sorted = [...values].sort((a, b) => a - b);
  return { low: quantile(sorted, 0.1), middle: quantile(sorted, 0.5), high: quantile(sorted, 0.9) };
}

function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] ?? 0;
  const above = sorted[Math.ceil(place)] ?? below;
  return below + (above - below) * (place - Math.floor(place));
}

function mostFrequent<T extends string>(items: readonly T[]): [T, number][] {
  const counts = new Map<T, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]);
}

function scriptsOf(captions: readonly CaptionFeatures[]): VoiceCard['scripts'] {
  const sum = (script: keyof VoiceCard['scripts']) =>
    captions.reduce((total, { letters }) => total + letters[script], 0);
  const [thai, latin, other] = [sum('thai'), sum('latin'), sum('other')];
  const all = Math.max(1, thai + latin + other);
  return { thai: thai / all, latin: latin / all, other: other / all };
}

const mostEmoji = 5;

function favouriteEmoji(captions: readonly CaptionFeatures[]): string[] {
  const counts = new Map<string, number>();
  for (const [emoji, count] of captions.flatMap((caption) => caption.emoji)) {
    counts.set(emoji, (counts.get(emoji) ?? 0) + count);
  }
  return [...counts]
    .filter(([, count]) => count > 1)
    .sort((a, b) => b[1] - a[1])
    .slice(0, mostEmoji)
    .map(([emoji]) => emoji);
}

export type Place = 'less' | 'inside' | 'more';

/** One habit of a draft: its plain count, what is compared, and where that lies in the own range. */
export interface Reading {
  measure: Measure;
  count: number;
  rate: number;
  band: Band | null;
  /** Null where there are too few captions for a range. */
  place: Place | null;
}

/**
 * The draft beside its creator's own range, one line a habit. Of the creator's own captions one in
 * five lies outside each range too: outside is a fact and no fault.
 */
export function meter(card: VoiceCard, draft: CaptionFeatures): Reading[] {
  return measures.map((measure) => {
    const rate = rateOf(draft, measure);
    const band = card.bands?.[measure].rate ?? null;
    return {
      measure,
      count: draft.counts[measure],
      rate,
      band,
      place: band && placeIn(band, rate),
    };
  });
}

function placeIn({ low, high }: Band, rate: number): Place {
  if (rate < low) return 'less';
  return rate > high ? 'more' : 'inside';
}

/** What a change of the text does to one habit, in the measure's own unit. */
export interface Change {
  measure: Measure;
  before: number;
  after: number;
  /** Where the text goes that was inside the creator's range; null where it stays, or is not known. */
  leaves: 'less' | 'more' | null;
}

/**
 * What a suggestion would change, before it is accepted: only habits whose count changes, those
 * that leave the creator's range first. Counts need no card.
 * @param before and after: the counts of the whole part without and with the suggestion
 */
export function voiceChange(card: VoiceCard | null, before: Counted, after: Counted): Change[] {
  return measures
    .filter((measure) => before.counts[measure] !== after.counts[measure])
    .map((measure) => ({
      measure,
      before: before.counts[measure],
      after: after.counts[measure],
      leaves: leaves(card?.bands?.[measure].rate, rateOf(before, measure), rateOf(after, measure)),
    }))
    .sort((a, b) => Number(b.leaves !== null) - Number(a.leaves !== null));
}

function leaves(band: Band | undefined, before: number, after: number): Change['leaves'] {
  if (!band || placeIn(band, before) !== 'inside') return null;
  const place = placeIn(band, after);
  return place === 'inside' ? null : place;
}
