// When somebody who owes an answer is reminded: a working day before the clock runs out and once more
// shortly before. A creator who has not begun hears of it two working days before the draft's day, and of
// going live on the last working day before. Nobody is reminded on a weekend or a holiday. Derived from
// the clock by whoever asks; nothing is timed here.
import type { Status } from './approval.ts';
import { addWorkingHours, type Week } from './clock.ts';
import { addDays, dayIn } from './zoned-time.ts';

export const reminderStages = ['begin', 'day', 'live', 'soon'] as const;
export type ReminderStage = (typeof reminderStages)[number];

const hourMs = 3_600_000;
/** Working hours before the due time, as the clock counts them; the last are hours as they pass. */
const aheadHours = { begin: 48, day: 24 } as const;
const soonMs = 4 * hourMs;
/** What is not pressing keeps to the day: most clocks run out at midnight. */
const [wakesAt, restsAt] = [8, 20];
/** What was asked this recently needs no reminder. */
const freshMs = 4 * hourMs;

export interface Owed {
  status: Status;
  due: number;
  /** When it was asked, the last decision on the draft. */
  since: Date;
  /** Whether the creator has written anything yet. */
  hasBegun: boolean;
}

/** The reminder that is due at this moment; null where none is. */
export function reminderAt(owed: Owed, week: Week, now: Date): ReminderStage | null {
  const { due, since } = owed;
  const today = dayIn(now, week.timeZone);
  if (week.isFree(today) || now.getTime() >= due) return null;
  if (now.getTime() - since.getTime() < freshMs) return null;
  const isWithin = (stage: keyof typeof aheadHours) =>
    addWorkingHours(now, aheadHours[stage], week) >= due;
  if (due - now.getTime() <= soonMs) return 'soon';
  const hour = hourIn(now, week.timeZone);
  if (hour < wakesAt || hour >= restsAt) return null;
  if (owed.status === 'approved-by-both') {
    return today === eveOf(dayIn(new Date(due), week.timeZone), week) ? 'live' : null;
  }
  if (isWithin('day')) return 'day';
  return owed.status === 'writing' && !owed.hasBegun && isWithin('begin') ? 'begin' : null;
}

/** The last working day before this one. */
function eveOf(day: string, week: Week): string {
  const before = addDays(day, -1);
  return week.isFree(before) ? eveOf(before, week) : before;
}

function hourIn(at: Date, timeZone: string): number {
  const options = { timeZone, hour: 'numeric', hourCycle: 'h23' } as const;
  return Number(new Intl.DateTimeFormat('en-u-nu-latn', options).format(at));
}
