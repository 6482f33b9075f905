// From the numbers of a voice to the words a person reads: the card, the meter's one line, and what
// a suggestion would change. Sentences only; nothing here counts or compares.
import { type Measure, measures } from '#shared/voice-features.ts';
import { type Band, type Change, type Reading, rates, type VoiceCard } from '#shared/voice.ts';
import type { voice } from '#shared/words/voice.ts';

export type VoiceWords = (typeof voice)['en'];

const numbers = new Intl.NumberFormat('en');

/** To one decimal, so that what is said to lie outside a range also reads so. */
const exact = (value: number) => numbers.format(Math.round(value * 10) / 10);

const whole = (value: number) => numbers.format(Math.round(value));

function rangeWords(low: string, high: string): string {
  return low === high ? low : `${low}–${high}`;
}

const countWords = (w: VoiceWords, measure: Measure, n: string): string => w[`n-${measure}`]({ n });

function rateWords(w: VoiceWords, measure: Measure, n: string): string {
  const per = rates[measure];
  return per ? w[`rate-${per}`]({ n }) : countWords(w, measure, n);
}

/** What the draft has of it, as a count and as what is compared: "2 emoji, 0.6 in a hundred characters". */
export function readingWords(w: VoiceWords, { measure, count, rate, band }: Reading): string {
  const plain = countWords(w, measure, exact(count));
  return band && rates[measure] && count > 0
    ? `${plain}, ${rateWords(w, measure, exact(rate))}`
    : plain;
}

/** Where the creator usually is, in what is compared: "1–3 in ten sentences". */
export function bandWords(w: VoiceWords, measure: Measure, { low, high }: Band): string {
  if (high === 0) return w.hardlyEver;
  return rateWords(w, measure, rangeWords(exact(low), exact(high)));
}

/** "5 captions: 2–4 emoji, opens with a scene". */
export function summaryWords(w: VoiceWords, card: VoiceCard): string {
  const habits = [
    card.ranges.emoji.most > 0 ? plainRange(w, card, 'emoji') : plainRange(w, card, 'sentence'),
    openingWords(w, card),
  ].filter((habit) => habit !== '');
  return w.summary({ n: whole(card.captions), habits: habits.join(', ') });
}

function openingWords(w: VoiceWords, { openers, captions }: VoiceCard): string {
  const [first] = openers.filter(([opener]) => opener !== 'plain');
  if (!first) return '';
  const [opener, times] = first;
  const what = w[`open-${opener}`];
  if (times / captions >= 0.6) return w.opensMostly({ what });
  return times / captions >= 0.3 ? w.opensOften({ what }) : '';
}

/** Plain counts in a caption: the least to the most, from twenty captions on the usual. */
function plainRange(w: VoiceWords, { ranges, bands }: VoiceCard, measure: Measure): string {
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
export function cardRows(w: VoiceWords, card: VoiceCard): CardRow[] {
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
  w: VoiceWords,
  kinds: readonly [Kind, number][],
  nameOf: (kind: Kind) => string,
): string {
  const named = kinds.slice(0, mostKinds);
  return named.map(([kind, n]) => w.times({ what: nameOf(kind), n: whole(n) })).join(', ');
}

function scriptWords(w: VoiceWords, { scripts }: VoiceCard): string {
  return (['thai', 'latin', 'other'] as const)
    .filter((script) => Math.round(scripts[script] * 100) > 0)
    .sort((a, b) => scripts[b] - scripts[a])
    .map((script) => w.percent({ what: w[`script-${script}`], n: whole(scripts[script] * 100) }))
    .join(', ');
}

function habitWords(w: VoiceWords, card: VoiceCard, measure: Measure): string {
  const also = alsoWords(w, card, measure);
  const said = card.bands
    ? usualWords(w, card.bands[measure].count, measure)
    : plainRange(w, card, measure);
  return also ? `${said} · ${also}` : said;
}

/** In a narrower range the middle says nothing more. */
const leastSpread = 4;

function usualWords(w: VoiceWords, { low, middle, high }: Band, measure: Measure): string {
  if (high === 0) return w.hardlyEver;
  const range = countWords(w, measure, rangeWords(whole(low), whole(high)));
  if (Math.round(low) === Math.round(high)) return range;
  if (high - low < leastSpread) return w.usualRange({ range });
  return w.usualWithMiddle({ range, middle: whole(middle) });
}

function alsoWords(w: VoiceWords, card: VoiceCard, measure: Measure): string {
  if (measure === 'emoji' && card.emoji.length > 0) {
    return w.favourites({ emoji: card.emoji.join(' ') });
  }
  if (measure !== 'hashtags') return '';
  const [place] = card.tagPlaces.filter(([kind]) => kind !== 'none').map(([kind]) => kind);
  return place && place !== 'none' ? w[`tags-${place}`] : '';
}

/** Habits this creator has not: those of a script they do not write in are left out. */
export function neverWords(w: VoiceWords, card: VoiceCard): string {
  const isAbout = (measure: Measure) =>
    (measure !== 'particles' || card.scripts.thai > 0.1) &&
    (!['contractions', 'capitals'].includes(measure) || card.scripts.latin > 0.1);
  return measures
    .filter((measure) => card.ranges[measure].most === 0 && isAbout(measure))
    .map((measure) => w[`name-${measure}`])
    .join(' · ');
}

const mostInLine = 3;

/** The meter in one line: what is outside the creator's range, or plain counts without one. */
export function meterWords(w: VoiceWords, readings: readonly Reading[]): string {
  const outside = readings.flatMap(({ measure, place }) =>
    place === 'less' || place === 'more' ? [w[`${place}-${measure}`]] : [],
  );
  if (readings.every(({ band }) => band === null)) return plainMeter(w, readings);
  if (outside.length === 0) return w.asUsual;
  const rest = outside.length - mostInLine;
  const shown = outside.slice(0, mostInLine).join(', ');
  return rest > 0 ? `${shown}, ${w.andMore({ n: whole(rest) })}` : shown;
}

function plainMeter(w: VoiceWords, readings: readonly Reading[]): string {
  return readings
    .filter(({ measure }) => measure === 'sentence' || measure === 'emoji')
    .map(({ measure, count }) => countWords(w, measure, whole(count)))
    .join(', ');
}

/** Changes smaller than a reader would notice are not worth a line. */
const leastShown: Partial<Record<Measure, number>> = { length: 20, sentence: 1 };

/** "+9 words a sentence · removes 3 emoji", at most three; empty where no habit changes. */
export function changeWords(w: VoiceWords, changes: readonly Change[]): string {
  return (
    changes
      .filter(({ measure, before, after }) => {
        const by = Math.abs(Math.round(after) - Math.round(before));
        return by >= (leastShown[measure] ?? 1);
      })
      // Length goes with everything else, so it is said last.
      .sort((a, b) => Number(a.measure === 'length') - Number(b.measure === 'length'))
      .slice(0, mostInLine)
      .map((change) => oneChange(w, change))
      .join(' · ')
  );
}

function oneChange(w: VoiceWords, { measure, before, after, leaves }: Change): string {
  const by = Math.round(after) - Math.round(before);
  const isRate = measure === 'length' || measure === 'sentence';
  const size = whole(Math.abs(by));
  const what = isRate
    ? countWords(w, measure, `${by > 0 ? '+' : '−'}${size}`)
    : (by > 0 ? w.adds : w.removes)({ what: countWords(w, measure, size) });
  return leaves ? w.leaves({ what, place: w[leaves] }) : what;
}
