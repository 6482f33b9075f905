// Clocks: by when whoever's turn it is owes an answer, and what the brand's late answers give back to
// the creator. Derived from decisions and days, never stored, and nothing happens when one runs
// out: no answer is no answer, and nothing is approved by silence.
//
// The agreed response time is "48 h each way" (the briefs of the trade name it so). Here these are
// working hours: 48 hours, of which those on a Saturday or Sunday where the brief is at home do not
// count. Public holidays count as any day until there is a calendar of them.
import type { Status } from './approval.ts';
import { addDays, dayIn, endOfDay, startOfDay, weekdayOf } from './zoned-time.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const minuteMs = 60_000;
const [sunday, monday, saturday] = [0, 1, 6];

export const answerHours = 48;

/** The days that were agreed, each to its last minute in `timeZone`; null where none was named. */
export interface Terms {
  timeZone: string;
  draftDue: Date | null;
  reviewDue: Date | null;
  publishDue: Date | null;
}

/** A decision, as much of it as a clock needs; the oldest come first. */
export interface Decided {
  event: string;
  at: Date;
  approvalId: string | null;
  body: unknown;
}

/** Times in milliseconds. */
export interface Clock {
  /** When whoever's turn it is owes an answer; null where it is nobody's or no day was named. */
  due: number | null;
  publishDue: number | null;
  /** How far the brand's late answers moved the creator's days: whole days, a begun one counts. */
  movedDays: number;
}

export interface ClockInput {
  status: Status;
  decisions: readonly Decided[];
  terms: Terms;
  now: Date;
}

export function clockOf({ status, decisions, terms, now }: ClockInput): Clock {
  const waits = brandWaits(decisions, terms);
  const lateMs = waits.map(({ due, endedAt }) => Math.max(0, (endedAt ?? now.getTime()) - due));
  const movedDays = Math.ceil(lateMs.reduce((sum, ms) => sum + ms, 0) / dayMs);
  const moved = (day: Date | null) => day && daysLater(day, movedDays, terms.timeZone);
  const publishDue = moved(terms.publishDue)?.getTime() ?? null;
  const due = {
    writing: () => openWait(waits)?.due ?? moved(terms.draftDue)?.getTime() ?? null,
    'with-brand': () => waits.at(-1)?.due ?? null,
    'changes-asked': () => creatorAnswerBy(decisions, moved(terms.draftDue), terms.timeZone),
    'approved-by-brand': () => publishDue,
    'approved-by-both': () => publishDue,
    published: () => null,
    withdrawn: () => null,
    released: () => null,
  }[status]();
  return { due, publishDue, movedDays };
}

/** How late whoever's turn it is has become, in milliseconds; 0 in good time. */
export function lateMs({ due }: Pick<Clock, 'due'>, now: number): number {
  return due === null ? 0 : Math.max(0, now - due);
}

/** By when an answer is owed to something of this moment: 48 working hours, or the day if later. */
export function answerBy(at: Date, day: Date | null, timeZone: string): number {
  const hours = beforeMidnight(addWorkingHours(at, answerHours, timeZone), timeZone);
  return Math.max(hours, day?.getTime() ?? 0);
}

/** The moment after so many hours have passed outside of Saturdays and Sundays in the zone. */
export function addWorkingHours(from: Date, hours: number, timeZone: string): number {
  const isWeekend = [saturday, sunday].includes(weekdayOf(dayIn(from, timeZone)));
  let at = isWeekend ? nextStart(from.getTime(), monday, timeZone) : from.getTime();
  let leftMs = hours * hourMs;
  for (;;) {
    const weekend = nextStart(at, saturday, timeZone);
    if (at + leftMs <= weekend) return at + leftMs;
    leftMs -= weekend - at;
    at = nextStart(at, monday, timeZone);
  }
}

/** The first moment of the next such weekday after the day of `at`. */
function nextStart(at: number, weekday: number, timeZone: string): number {
  const day = dayIn(new Date(at), timeZone);
  const days = (weekday - weekdayOf(day) + 7) % 7 || 7;
  return startOfDay(addDays(day, days), timeZone).getTime();
}

/** Midnight belongs to the day before, whose last minute is said, as with days that are due. */
function beforeMidnight(at: number, timeZone: string): number {
  const day = dayIn(new Date(at), timeZone);
  return at === startOfDay(day, timeZone).getTime() ? at - minuteMs : at;
}

function daysLater(day: Date, days: number, timeZone: string): Date {
  if (days === 0) return day;
  return endOfDay(addDays(dayIn(day, timeZone), days), timeZone) ?? day;
}

/** Words or an idea that lay with the brand, from their sending to its answer. */
interface Wait {
  approvalId: string | null;
  due: number;
  endedAt: number | null;
}

const endsWait = new Set([
  'approve',
  'ask-changes',
  'idea-go',
  'idea-question',
  'withdraw',
  'release',
]);

const openWait = (waits: readonly Wait[]): Wait | null =>
  waits.at(-1)?.endedAt === null ? (waits.at(-1) ?? null) : null;

/**
 * Every sending of new words gives the brand its whole time for them: nobody owes an answer to what
 * they have not seen. What it was late by until then stays counted, and sending the same words again
 * changes nothing, so that neither side gains by a sending. Asking for an extra round is no answer.
 */
function brandWaits(decisions: readonly Decided[], terms: Terms): Wait[] {
  const waits: Wait[] = [];
  for (const { event, at, approvalId, body } of decisions) {
    const open = openWait(waits);
    const begins = event === 'send' || event === 'idea';
    // Another wording of an idea is the same idea: it has no version.
    const isNew = begins && open?.approvalId !== approvalId;
    if (open && (isNew || endsWait.has(event))) open.endedAt = at.getTime();
    if (!isNew) continue;
    const due = promised(body) ?? answerBy(at, terms.reviewDue, terms.timeZone);
    waits.push({ approvalId, due, endedAt: null });
  }
  return waits;
}

/** Kept with the sending: a day that the brand changes afterwards makes no answer late or timely. */
function promised(body: unknown): number | null {
  const { answerBy: at } = (body ?? {}) as { answerBy?: unknown };
  return typeof at === 'number' ? at : null;
}

function creatorAnswerBy(
  decisions: readonly Decided[],
  draftDue: Date | null,
  timeZone: string,
): number | null {
  const asked = decisions.filter(({ event }) => event === 'ask-changes').at(-1);
  return asked ? answerBy(asked.at, draftDue, timeZone) : (draftDue?.getTime() ?? null);
}
