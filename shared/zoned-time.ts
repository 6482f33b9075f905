// Days in a time zone, by Intl alone. A due date is a day to people and a moment to the machine:
// the last minute of that day where the brief is at home.

const minuteMs = 60_000;
const dayPattern = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Making one takes longer than using it a hundred times, and a page asks for thousands of days. */
const walls = new Map<string, Intl.DateTimeFormat>();

function wallIn(zone: string): Intl.DateTimeFormat {
  const known = walls.get(zone);
  if (known) return known;
  const wall = new Intl.DateTimeFormat('en-u-ca-iso8601-nu-latn', {
    timeZone: zone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
    hourCycle: 'h23',
  });
  walls.set(zone, wall);
  return wall;
}

/** Clocks are changed on the quarter of an hour: within one the offset stays. */
const quarterMs = 15 * minuteMs;
const mostOffsets = 20_000;
const offsets = new Map<string, number>();

/** The offset of a zone at a moment, in milliseconds east of UTC. */
function offsetMs(at: number, zone: string): number {
  const key = `${Math.floor(at / quarterMs)} ${zone}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  if (offsets.size >= mostOffsets) offsets.clear();
  const offset = readOffset(at, zone);
  offsets.set(key, offset);
  return offset;
}

function readOffset(at: number, zone: string): number {
  const parts = wallIn(zone).formatToParts(at);
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value ?? 0);
  const wall = Date.UTC(
    of('year'),
    of('month') - 1,
    of('day'),
    of('hour'),
    of('minute'),
    of('second'),
  );
  return wall - Math.floor(at / 1000) * 1000;
}

/** The last minute of this day (`2026-11-30`) in the zone, or null where there is no such day. */
export const endOfDay = (day: string, zone: string): Date | null => momentIn(day, '23:59', zone);

const timePattern = /^([01]\d|2[0-3]):([0-5]\d)$/;

/** This time of day (`09:30`) on this day in the zone; null where there is no such day or time. */
export function momentIn(day: string, time: string, zone: string): Date | null {
  const match = dayPattern.exec(day);
  const hours = timePattern.exec(time);
  if (!match || !hours) return null;
  const [year, month, date] = match.slice(1).map(Number) as [number, number, number];
  const [hour, minute] = hours.slice(1).map(Number) as [number, number];
  const wall = Date.UTC(year, month - 1, date, hour, minute);
  if (new Date(wall).getUTCDate() !== date || new Date(wall).getUTCMonth() !== month - 1) {
    return null;
  }
  // The offset of the guess may be that of the other side of a clock change: once more is enough.
  const guess = wall - offsetMs(wall, zone);
  return new Date(wall - offsetMs(guess, zone));
}

/** The day a moment falls on in the zone, as a date field takes it. */
export function dayIn(at: Date, zone: string): string {
  return new Date(at.getTime() + offsetMs(at.getTime(), zone)).toISOString().slice(0, 10);
}

/** The first moment of a day in the zone, whatever the clocks show there: midnight may be skipped. */
export function startOfDay(day: string, zone: string): Date {
  const before = endOfDay(addDays(day, -1), zone);
  if (!before) throw new Error(`no such day: ${day}`);
  return new Date(before.getTime() + minuteMs);
}

/** `2026-11-30` and two days are `2026-12-02`. */
export function addDays(day: string, days: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  return new Date(Date.UTC(year, month - 1, date + days)).toISOString().slice(0, 10);
}

/** 0 is Sunday, 6 is Saturday. */
export const weekdayOf = (day: string): number => new Date(day).getUTCDay();
