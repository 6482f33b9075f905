// From the numbers of a voice to the words of its card: one sentence, then habit by habit. Sentences
// only; nothing here counts or compares.
import { type Measure, measures } from '#shared/voice-features.ts';
import type { Band, VoiceCard } from '#shared/voice.ts';
import type { voiceCard } from '#shared/words/voice-card.ts';
import { countWords, rangeWords, type VoiceWords, whole } from './voice-lines.ts';

export type CardWords = VoiceWords & (typeof voiceCard)['en'];

/** "5 captions: 2–4 emoji, opens with a scene". */
export function summaryWords(w: CardWords, card: VoiceCard): string {
  const habits = [
    card.ranges.emoji.most > 0 ? plainRange(w, card, 'emoji') : plainRange(w, card, 'sentence'),
    openingWords(w, card),
  ].filter((habit) => habit !== '');
  return w.summary({ n: whole(card.captions), habits: habits.join(', ') });
}

function openingWords(w: CardWords, { openers, captions }: VoiceCard): string {
  const [first] = openers.filter(([opener]) => opener !== 'plain');
  if (!first) return '';
  const [opener, times] = first;
  const what = w[`open-${opener}`];
  if (times / captions >= 0.6) return w.opensMostly({ what });
  return times / captions >= 0.3 ? w.opensOften({ what }) : '';
}

/** Plain counts in a caption: the least to the most, from twenty captions on the usual. */
function plainRange(w: CardWords, { ranges, bands }: VoiceCard, measure: Measure): string {
  const [low, high] = bands
    ? [bands[measure].count.low, bands[measure].count.high]
    : [ranges[measure].least, ranges[measure].most];
  return countWords(w, measure, rangeWords(whole(low), whole(high)));
}

export interface CardRow {
  name: string;
  text: string;
}

/** How it begins, ends and looks, then habit by habit. */
export function cardRows(w: CardWords, card: VoiceCard): CardRow[] {
  const kinds: CardRow[] = [
    { name: w.opens, text: timesWords(w, card.openers, (kind) => w[`open-${kind}`]) },
    { name: w.ends, text: timesWords(w, card.closers, (kind) => w[`close-${kind}`]) },
    { name: w.script, text: scriptWords(w, card) },
  ];
  const habits = measures
    .filter((measure) => card.ranges[measure].most > 0)
    .map((measure) => ({ name: w[`name-${measure}`], text: habitWords(w, card, measure) }));
  return [...kinds, ...habits].filter(({ text }) => text !== '');
}

const mostKinds = 3;

function timesWords<Kind extends string>(
  w: CardWords,
  kinds: readonly [Kind, number][],
  nameOf: (kind: Kind) => string,
): string {
  const named = kinds.slice(0, mostKinds);
  return named.map(([kind, n]) => w.times({ what: nameOf(kind), n: whole(n) })).join(', ');
}

function scriptWords(w: CardWords, { scripts }: VoiceCard): string {
  return (['thai', 'latin', 'other'] as const)
    .filter((script) => Math.round(scripts[script] * 100) > 0)
    .sort((a, b) => scripts[b] - scripts[a])
    .map((script) => w.percent({ what: w[`script-${script}`], n: whole(scripts[script] * 100) }))
    .join(', ');
}

function habitWords(w: CardWords, card: VoiceCard, measure: Measure): string {
  const also = alsoWords(w, card, measure);
  const said = card.bands
    ? usualWords(w, card.bands[measure].count, measure)
    : plainRange(w, card, measure);
  return also ? `${said} · ${also}` : said;
}

/** In a narrower range the middle says nothing more. */
const leastSpread = 4;

function usualWords(w: CardWords, { low, middle, high }: Band, measure: Measure): string {
  if (high === 0) return w.hardlyEver;
  const range = countWords(w, measure, rangeWords(whole(low), whole(high)));
  if (Math.round(low) === Math.round(high)) return range;
  if (high - low < leastSpread) return w.usualRange({ range });
  return w.usualWithMiddle({ range, middle: whole(middle) });
}

function alsoWords(w: CardWords, card: VoiceCard, measure: Measure): string {
  if (measure === 'emoji' && card.emoji.length > 0) {
    return w.favourites({ emoji: card.emoji.join(' ') });
  }
  if (measure !== 'hashtags') return '';
  const [place] = card.tagPlaces.filter(([kind]) => kind !== 'none').map(([kind]) => kind);
  return place && place !== 'none' ? w[`tags-${place}`] : '';
}

/** Habits this creator has not: those of a script they do not write in are left out. */
export function neverWords(w: CardWords, card: VoiceCard): string {
  const isAbout = (measure: Measure) =>
    (measure !== 'particles' || card.scripts.thai > 0.1) &&
    (!['contractions', 'capitals'].includes(measure) || card.scripts.latin > 0.1);
  return measures
    .filter((measure) => card.ranges[measure].most === 0 && isAbout(measure))
    .map((measure) => w[`name-${measure}`])
    .join(' · ');
}
