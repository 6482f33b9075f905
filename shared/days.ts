// The days of one draft: its deliverable's, unless the brand moved them for this draft alone. Each is
// the last minute of a day where the brief is at home, on whichever side of a clock change it lies.
import { type DueDate, dueDates } from './deliverable.ts';
import { addDays, dayIn, endOfDay } from './zoned-time.ts';

export type Days = Record<DueDate, Date | null>;

/** Which days move, and how: by so many days, or all of them to one day. */
export interface Move {
  which: readonly DueDate[];
  to: { days: number } | { day: string };
}

const each = (day: (name: DueDate) => Date | null): Days => ({
  draftDue: day('draftDue'),
  reviewDue: day('reviewDue'),
  publishDue: day('publishDue'),
});

/** The days that hold for a draft. */
export const daysOf = (draft: Days, deliverable: Days): Days =>
  each((name) => draft[name] ?? deliverable[name]);

/**
 * What a draft keeps of its own: all three once one was moved, so that a later change of the
 * deliverable cannot put them out of order; nothing where they are the deliverable's again.
 */
export const ownDays = (days: Days, deliverable: Days): Days =>
  isSameDays(days, deliverable) ? each(() => null) : days;

/** A day nobody named has nothing to be moved by; to a day it can be set. */
export function movedDays(days: Days, { which, to }: Move, timeZone: string): Days {
  const moved = (at: Date | null) => {
    if ('day' in to) return endOfDay(to.day, timeZone);
    return at && endOfDay(addDays(dayIn(at, timeZone), to.days), timeZone);
  };
  return each((name) => (which.includes(name) ? moved(days[name]) : days[name]));
}

export const isSameDays = (a: Days, b: Days): boolean =>
  dueDates.every((name) => isSameDay(a[name], b[name]));

/** A day that was moved forward into what is over already; null where there is none. */
export function dayOver({ from, to }: { from: Days; to: Days }, now: Date): DueDate | null {
  const isOver = (name: DueDate) => {
    const [before, after] = [from[name], to[name]];
    return after !== null && after < now && (before === null || after < before);
  };
  return dueDates.find(isOver) ?? null;
}

const isSameDay = (a: Date | null, b: Date | null): boolean =>
  (a?.getTime() ?? null) === (b?.getTime() ?? null);
