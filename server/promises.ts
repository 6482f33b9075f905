// By when an answer is promised, from the days where the brief is at home. Made once, when something is
// sent or asked for, and kept with that decision (shared/clock).
import { answerBy, type Promised } from '#shared/clock.ts';
import { dayIn } from '#shared/zoned-time.ts';
import { type Home, holidaysFrom, weekOf } from './holidays.ts';

/** `day` is the one that was agreed for the answer; where it is later, the answer is owed then. */
export function promise(at: Date, day: Date | null, home: Home): Promised {
  const { place, timeZone } = home;
  const week = weekOf(home);
  const by = answerBy(at, day, week);
  if (by === day?.getTime()) return { answerBy: by, place, holidays: [] };
  const taken = holidaysFrom(place, dayIn(at, timeZone), dayIn(new Date(by), timeZone));
  return { answerBy: by, place, holidays: taken.map((holiday) => holiday.day) };
}
