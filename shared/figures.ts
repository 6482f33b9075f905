// The first figures of a post as its creator reads them off the app: reach, likes, comments, saves.
// Reads the notations apps use and refuses, in place of guessing, what could mean two numbers. Pure.
import { fail, ok, type Result } from './result.ts';
import { addDays, dayIn, startOfDay } from './zoned-time.ts';

export const figureNames = ['reach', 'likes', 'comments', 'saves'] as const;
export type FigureName = (typeof figureNames)[number];
/** Null where the app shows none. */
export type Figures = Record<FigureName, number | null>;

/** More accounts than there are people is no reading. */
const most = 100_000_000_000;

const suffixes: Record<string, number> = {
  k: 1e3,
  m: 1e6,
  b: 1e9,
  พัน: 1e3,
  หมื่น: 1e4,
  แสน: 1e5,
  ล้าน: 1e6,
  'tsd.': 1e3,
  'mio.': 1e6,
  万: 1e4,
  億: 1e8,
};

/** Zeros of the digits people of this trade type: Arabic-Indic, Persian, Devanagari, Thai. */
const zeros = [0x0660, 0x06f0, 0x0966, 0x0e50];

function latinDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.charCodeAt(0);
    const zero = zeros.find((one) => code >= one && code < one + 10);
    return zero === undefined ? digit : String(code - zero);
  });
}

const plain = /^\d+$/;
/** 12,400 · 12.400 · 12 400 · 12’400, one mark throughout; and 1,24,000 as India writes it. */
const grouped = /^\d{1,3}([.,’' ])\d{3}(?:\1\d{3})*$/;
const groupedInIndia = /^\d{1,2}(?:,\d{2})+,\d{3}$/;
/** 1.2K and 1,2K. Three digits after the mark could be thousands: that is asked again. */
const shortened = /^(\d+(?:[.,]\d{1,2})?) ?(\D+)$/;

/** A whole number, or null for an empty field; `bad-input` for what cannot be read as one number. */
export function readCount(typed: string): Result<number | null> {
  const text = latinDigits(typed.normalize('NFKC')).trim().replace(/\s+/g, ' ').toLowerCase();
  if (text === '') return ok(null);
  const count = countIn(text);
  return count === null || count > most ? fail('bad-input') : ok(count);
}

/** How many follow an account: with none, nothing could be a share of them. */
export function readFollowers(typed: string): Result<number | null, 'unreadable' | 'too-few'> {
  const read = readCount(typed);
  if (!read.ok) return { ok: false, error: 'unreadable' };
  return read.value === 0 ? { ok: false, error: 'too-few' } : read;
}

function countIn(text: string): number | null {
  if (plain.test(text)) return Number(text);
  if (grouped.test(text) || groupedInIndia.test(text)) return Number(text.replace(/\D/g, ''));
  const [, number = '', suffix = ''] = shortened.exec(text) ?? [];
  const times = Object.hasOwn(suffixes, suffix) ? suffixes[suffix] : undefined;
  // 1.23 thousand is 1,230: rounding only takes off what binary fractions add.
  return times === undefined ? null : Math.round(Number(number.replace(',', '.')) * times);
}

/** What can hardly be: asked about, never changed. */
export interface Doubt {
  field: Exclude<FigureName, 'reach'>;
  count: number;
  reach: number;
}

/** Who liked a post was reached by it, and likes it once: both figures cannot be right. */
export const isLikedBeyondReach = ({ likes, reach }: Pick<Figures, 'likes' | 'reach'>): boolean =>
  likes !== null && reach !== null && likes > reach;

/** Who liked, commented or saved was reached: each counts a person once, comments nearly so. */
export function doubtsIn(figures: Figures): Doubt[] {
  const { reach } = figures;
  if (reach === null) return [];
  return (['likes', 'comments', 'saves'] as const).flatMap((field) => {
    const count = figures[field];
    return count !== null && count > reach ? [{ field, count, reach }] : [];
  });
}

/** From when figures are asked for: the day after, where the brief is at home. */
export function figuresFrom(publishedAt: Date, timeZone: string): Date {
  return startOfDay(addDays(dayIn(publishedAt, timeZone), 1), timeZone);
}

/** The morning they are asked for, and until when: an old post is left in peace. */
const [asksAtMs, asksForMs] = [10 * 3_600_000, 7 * 24 * 3_600_000];

export function isFiguresReminderDue(publishedAt: Date, timeZone: string, now: Date): boolean {
  const since = now.getTime() - figuresFrom(publishedAt, timeZone).getTime();
  return since >= asksAtMs && since < asksForMs;
}
