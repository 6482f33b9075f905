// From the numbers of a voice to the words a person reads: the meter's one line, and what a
// suggestion would change. Sentences only; nothing here counts or compares.
import type { Measure } from '#shared/voice-features.ts';
import { type Band, type Change, type Reading, rates } from '#shared/voice.ts';
import type { voice } from '#shared/words/voice.ts';

export type VoiceWords = (typeof voice)['en'];

const numbers = new Intl.NumberFormat('en');

/** To one decimal, so that what is said to lie outside a range also reads so. */
const exact = (value: number) => numbers.format(Math.round(value * 10) / 10);

export const whole = (value: number) => numbers.format(Math.round(value));

export function rangeWords(low: string, high: string): string {
  return low === high ? low : `${low}–${high}`;
}

export const countWords = (w: VoiceWords, measure: Measure, n: string): string =>
  w[`n-${measure}`]({ n });

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
