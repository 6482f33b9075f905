// Numbers, dates and lists as one reader wants them: their language, their calendar, their moment.
// Pages and taken-along files say them the same way.
import type { Actor } from './roles.ts';
import { dateFormat, dateTag, dayWords, momentWords } from './words/dates.ts';
import type { Locale } from './words/words.ts';

export interface Reader {
  locale: Locale;
  calendar: Actor['calendar'];
  now: number;
}

export interface Format {
  number(value: number): string;
  /** A share such as 0.061 as "6.1%". */
  percent(share: number): string;
  /** Where more would only seem exact: "88%". */
  wholePercent(share: number): string;
  /**
   * How people answer posts: one place after the point, two below one percent: "6.1%", "0.54%". On an
   * axis all have the places of its step.
   */
  rate(share: number, step?: number): string;
  /** A day, such as "24 November". `timeZone` is the brief's. */
  date(at: Date | number | string, timeZone: string): string;
  dateTime(at: Date | number | string, timeZone: string): string;
  /** A time of day: "17:00". */
  time(at: Date | number | string, timeZone: string): string;
  /** A day as rows hold it, `2026-12-07`: "Monday 7 Dec". */
  day(day: string): string;
  /** A day of the week with its time: "Thu 27 Nov, 17:00". */
  moment(at: Date | number | string, timeZone: string): string;
  /** How long: "5 minutes", "30 hours"; from three days on in days. */
  span(ms: number): string;
  /** "2 days ago", "in 3 hours". */
  relative(at: Date | number | string): string;
  list(items: string[]): string;
}

// Made once for all: a page says a hundred moments with every letter that is typed.
const numbersIn = remembered((tag) => new Intl.NumberFormat(tag));
const percentsIn = remembered(
  (tag) => new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 1 }),
);
const wholePercentsIn = remembered((tag) => new Intl.NumberFormat(tag, { style: 'percent' }));
const ratesIn = remembered((tag) =>
  [1, 2].map((digits) => {
    const places = { minimumFractionDigits: digits, maximumFractionDigits: digits };
    return new Intl.NumberFormat(tag, { style: 'percent', ...places });
  }),
);
const agoIn = remembered((tag) => new Intl.RelativeTimeFormat(tag, { numeric: 'auto' }));
const spansIn = remembered((tag) =>
  remembered((unit) => new Intl.NumberFormat(tag, { style: 'unit', unit, unitDisplay: 'long' })),
);

export function formatFor(reader: Reader): Format {
  const tag = dateTag(reader);
  return {
    number: (value) => numbersIn(tag).format(value),
    percent: (share) => percentsIn(tag).format(share),
    wholePercent: (share) => wholePercentsIn(tag).format(share),
    rate: (share, step = share) => ratesIn(tag)[step < 0.01 ? 1 : 0]?.format(share) ?? '',
    date: (at, timeZone) =>
      dateFormat(tag, { day: 'numeric', month: 'long', timeZone }).format(new Date(at)),
    dateTime: (at, timeZone) =>
      dateFormat(tag, {
        day: 'numeric',
        month: 'short',
        year: 'numeric',
        hour: '2-digit',
        minute: '2-digit',
        timeZone,
      }).format(new Date(at)),
    time: (at, timeZone) =>
      dateFormat(tag, {
        hour: '2-digit',
        minute: '2-digit',
        hourCycle: 'h23',
        timeZone,
      }).format(new Date(at)),
    day: (day) => dayWords(reader, day),
    moment: (at, timeZone) => momentWords(reader, new Date(at), timeZone),
    span: (ms) => span(tag, ms),
    relative: (at) => relative(agoIn(tag), new Date(at).getTime() - reader.now),
    list: (items) => new Intl.ListFormat(tag, { type: 'conjunction' }).format(items),
  };
}

/** Names of places and languages in the reader's language, by Intl. */
export function namesFor(locale: Locale) {
  const name = (type: 'region' | 'language') => {
    const names = new Intl.DisplayNames(locale, { type, fallback: 'code' });
    return (code: string) => names.of(code) ?? code;
  };
  return { place: name('region'), language: name('language') };
}

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** One of each: making a format takes longer than using it a hundred times. */
function remembered<Made>(make: (key: string) => Made): (key: string) => Made {
  const made = new Map<string, Made>();
  return (key) => {
    const known = made.get(key) ?? make(key);
    made.set(key, known);
    return known;
  };
}

function span(tag: string, ms: number): string {
  const spans = spansIn(tag);
  const say = (value: number, unit: 'day' | 'hour' | 'minute') => spans(unit).format(value);
  if (ms < hourMs) return say(Math.max(1, Math.floor(ms / 60_000)), 'minute');
  return ms < 3 * dayMs ? say(Math.floor(ms / hourMs), 'hour') : say(Math.floor(ms / dayMs), 'day');
}

const steps: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_557_600_000],
  ['month', 2_629_800_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

function relative(format: Intl.RelativeTimeFormat, differenceMs: number): string {
  for (const [unit, ms] of steps) {
    if (Math.abs(differenceMs) >= ms) return format.format(Math.trunc(differenceMs / ms), unit);
  }
  return format.format(0, 'minute');
}
