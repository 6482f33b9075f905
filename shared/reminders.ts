// When somebody who owes an answer is reminded: a working day before the clock runs out and once more
// shortly before. Derived from the clock by whoever asks; nothing is timed here.
import { addWorkingHours } from './clock.ts';

export const reminderStages = ['day', 'soon'] as const;
export type ReminderStage = (typeof reminderStages)[number];

/** Working hours before the due time, as the clock counts them. */
const aheadHours = { day: 24, soon: 4 } as const;
/** The first reminder keeps to the day: most clocks run out at midnight. */
const [wakesAt, restsAt] = [8, 20];
/** What was asked this recently needs no reminder. */
const freshMs = 4 * 3_600_000;

export interface Owed {
  due: number;
  /** When it was asked, the last decision on the draft. */
  since: Date;
  timeZone: string;
}

/** The reminder that is due at this moment; null where none is. */
export function reminderAt({ due, since, timeZone }: Owed, now: Date): ReminderStage | null {
  if (now.getTime() >= due || now.getTime() - since.getTime() < freshMs) return null;
  const isWithin = (stage: ReminderStage) =>
    addWorkingHours(now, aheadHours[stage], timeZone) >= due;
  if (isWithin('soon')) return 'soon';
  const hour = hourIn(now, timeZone);
  return isWithin('day') && hour >= wakesAt && hour < restsAt ? 'day' : null;
}

function hourIn(at: Date, timeZone: string): number {
  const options = { timeZone, hour: 'numeric', hourCycle: 'h23' } as const;
  return Number(new Intl.DateTimeFormat('en-u-nu-latn', options).format(at));
}
