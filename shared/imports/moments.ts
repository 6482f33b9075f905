// Dates as the files write them. The order of day and month is the file's own where one of its dates
// can be read only one way; where none can, whoever reads says which. It knows no clock.
import { momentIn } from '../zoned-time.ts';

export const dateOrders = ['month-first', 'day-first'] as const;
export type DateOrder = (typeof dateOrders)[number];

const numbers = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})\b/;

/** Whether day or month comes first matters to any of these: not where all are written 2026-03-27. */
export const isOrderTold = (cells: readonly string[]): boolean =>
  cells.some((cell) => numbers.test(cell.trim()));

/**
 * Decided by a date such as 27/03/2026; dots are written day first everywhere. Null where the dates can
 * be read either way; where none of them has an order, any will do.
 */
export function dateOrderOf(cells: readonly string[]): DateOrder | null {
  if (!isOrderTold(cells)) return 'month-first';
  for (const cell of cells) {
    const [, first = '', mark, second = ''] = numbers.exec(cell.trim()) ?? [];
    if (mark === undefined) continue;
    if (mark === '.' || Number(first) > 12) return 'day-first';
    if (Number(second) > 12) return 'month-first';
  }
  return null;
}

export interface Moment {
  at: Date;
  /** The file names no time of that day: noon in UTC is the same day nearly everywhere. */
  isDay: boolean;
}

export interface Reckoning {
  order: DateOrder;
  /** Where the clock stood that wrote a time without a zone. */
  timeZone: string;
}

const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]+(.*))?$/;
const named =
  /^(?:(\d{1,2})\.?\s+)?(\p{L}+)\.?\s*(?:(\d{1,2}),?\s+)?(?:de\s+)?(\d{4})(?:,?\s+(.*))?$/u;
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

export function readMoment(cell: string, { order, timeZone }: Reckoning): Moment | null {
  const text = cell.normalize('NFKC').trim().replace(/\s+/g, ' ');
  const [, first = '', , second = '', year] = numbers.exec(text) ?? [];
  if (year !== undefined) {
    const [month, day] = order === 'month-first' ? [first, second] : [second, first];
    return moment([year, month, day], text.slice(text.indexOf(year) + 4), timeZone);
  }
  const [, isoYear, isoMonth = '', isoDay = '', rest = ''] = iso.exec(text) ?? [];
  if (isoYear !== undefined) return moment([isoYear, isoMonth, isoDay], rest, timeZone);
  const [, before, name = '', after, namedYear, time = ''] = named.exec(text) ?? [];
  const month = months.indexOf(name.slice(0, 3).toLowerCase()) + 1;
  const day = before ?? after;
  if (namedYear === undefined || month === 0 || day === undefined) return null;
  return moment([namedYear, String(month), day], time, timeZone);
}

const clock = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)? ?([AP]M)?(.*)$/i;
const offset = /^ ?(Z|UTC|GMT|[+-]\d{2}:?\d{2})?$/i;

function moment(
  [year, month, day]: [string, string, string],
  rest: string,
  timeZone: string,
): Moment | null {
  const date = [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-');
  const time = rest.replace(/^[,T ]+/, '').trim();
  if (time === '') return at(momentIn(date, '12:00', 'UTC'), true);
  const [, hours = '', minutes = '', seconds = '0', half = '', zone = ''] = clock.exec(time) ?? [];
  const told = offset.exec(zone);
  if (hours === '' || !told) return null;
  const start = momentIn(date, `${hourOf(hours, half)}:${minutes}`, told[1] ? 'UTC' : timeZone);
  const moved = start && new Date(+start + Number(seconds) * 1000 - offsetMs(told[1] ?? ''));
  return at(moved, false);
}

const at = (date: Date | null, isDay: boolean): Moment | null => date && { at: date, isDay };

function hourOf(hours: string, half: string): string {
  const hour = half === '' ? Number(hours) : (Number(hours) % 12) + (/p/i.test(half) ? 12 : 0);
  return String(hour).padStart(2, '0');
}

function offsetMs(zone: string): number {
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(zone) ?? [];
  if (sign === undefined) return 0;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}
