// A moment in a reader's language and calendar, said the same by a page and by a letter.
import type { Locale } from './words.ts';

export interface DateReader {
  locale: Locale;
  calendar: 'gregory' | 'buddhist';
}

/** `th-TH` alone prints the Buddhist year: the calendar is always named. */
export const dateTag = ({ locale, calendar }: DateReader): string =>
  locale === 'th' ? `th-TH-u-ca-${calendar}-nu-latn` : 'en-GB';

/** Made once each: making one takes far longer than using it, and a home says hundreds of days. */
const made = new Map<string, Intl.DateTimeFormat>();

export function dateFormat(tag: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${tag} ${JSON.stringify(options)}`;
  const known = made.get(key) ?? new Intl.DateTimeFormat(tag, options);
  made.set(key, known);
  return known;
}

/** "Monday 7 Dec", of a day as rows hold it (`2026-12-07`). */
export function dayWords(reader: DateReader, day: string): string {
  const part = (options: Intl.DateTimeFormatOptions) =>
    dateFormat(dateTag(reader), { ...options, timeZone: 'UTC' }).format(new Date(day));
  return `${part({ weekday: 'long' })} ${part({ day: 'numeric', month: 'short' })}`;
}

/**
 * "Thu 27 Nov, 17:00". Put together by hand: browsers disagree on the commas between a weekday, a
 * day and a time.
 */
export function momentWords(reader: DateReader, at: Date, timeZone: string): string {
  const part = (options: Intl.DateTimeFormatOptions) =>
    dateFormat(dateTag(reader), { ...options, timeZone }).format(at);
  const day = `${part({ weekday: 'short' })} ${part({ day: 'numeric', month: 'short' })}`;
  const time = part({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return `${day}${reader.locale === 'th' ? ' ' : ', '}${time}`;
}
