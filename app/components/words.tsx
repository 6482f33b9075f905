// The reader's language, calendar and moment, for every sentence, number and date on a page.
// Relative times are taken from the moment of loading, so that server and browser say the same.
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { Actor } from '#shared/roles.ts';
import type { Locale } from '#shared/words/words.ts';

export interface Reader {
  locale: Locale;
  calendar: Actor['calendar'];
  now: number;
}

const ReaderContext = createContext<Reader>({ locale: 'en', calendar: 'gregory', now: 0 });

export function ReaderProvider({ reader, children }: { reader: Reader; children: ReactNode }) {
  return <ReaderContext.Provider value={reader}>{children}</ReaderContext.Provider>;
}

export const useReader = (): Reader => useContext(ReaderContext);

/** The words of one area in the reader's language. */
export function useWords<Words>(area: Record<Locale, Words>): Words {
  return area[useReader().locale];
}

export interface Format {
  number(value: number): string;
  /** A day, such as "24 November". `timeZone` is the brief's. */
  date(at: Date | number | string, timeZone: string): string;
  dateTime(at: Date | number | string, timeZone: string): string;
  /** A time of day: "17:00". */
  time(at: Date | number | string, timeZone: string): string;
  /** A day of the week with its time: "Thu 27 Nov, 17:00". */
  moment(at: Date | number | string, timeZone: string): string;
  /** How long: "5 minutes", "30 hours"; from three days on in days. */
  span(ms: number): string;
  /** "2 days ago", "in 3 hours". */
  relative(at: Date | number | string): string;
  list(items: string[]): string;
}

export function useFormat(): Format {
  const { locale, calendar, now } = useReader();
  return useMemo(() => formatFor({ locale, calendar, now }), [locale, calendar, now]);
}

/** `th-TH` alone prints the Buddhist year: the calendar is always named. */
const tagOf = ({ locale, calendar }: Reader) =>
  locale === 'th' ? `th-TH-u-ca-${calendar}-nu-latn` : 'en-GB';

export function formatFor(reader: Reader): Format {
  const tag = tagOf(reader);
  return {
    number: (value) => new Intl.NumberFormat(tag).format(value),
    date: (at, timeZone) =>
      new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'long', timeZone }).format(
        new Date(at),
      ),
    dateTime: (at, timeZone) =>
      new Intl.DateTimeFormat(tag, {
        day: 'numeric',
        month: 'short',
        year: 'numeric',
        hour: '2-digit',
        minute: '2-digit',
        timeZone,
      }).format(new Date(at)),
    time: (at, timeZone) =>
      new Intl.DateTimeFormat(tag, {
        hour: '2-digit',
        minute: '2-digit',
        hourCycle: 'h23',
        timeZone,
      }).format(new Date(at)),
    moment: (at, timeZone) => moment(reader, new Date(at), timeZone),
    span: (ms) => span(tag, ms),
    relative: (at) => relative(tag, new Date(at).getTime() - reader.now),
    list: (items) => new Intl.ListFormat(tag, { type: 'conjunction' }).format(items),
  };
}

/** Put together by hand: browsers disagree on the commas between a weekday, a day and a time. */
function moment(reader: Reader, at: Date, timeZone: string): string {
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(tagOf(reader), { ...options, timeZone }).format(at);
  const day = `${part({ weekday: 'short' })} ${part({ day: 'numeric', month: 'short' })}`;
  const time = part({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return `${day}${reader.locale === 'th' ? ' ' : ', '}${time}`;
}

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

function span(tag: string, ms: number): string {
  const say = (value: number, unit: 'day' | 'hour' | 'minute') =>
    new Intl.NumberFormat(tag, { style: 'unit', unit, unitDisplay: 'long' }).format(value);
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

function relative(tag: string, differenceMs: number): string {
  const format = new Intl.RelativeTimeFormat(tag, { numeric: 'auto' });
  for (const [unit, ms] of steps) {
    if (Math.abs(differenceMs) >= ms) return format.format(Math.trunc(differenceMs / ms), unit);
  }
  return format.format(0, 'minute');
}
