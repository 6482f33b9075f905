// Clocks: by when whoever's turn it is owes an answer, and what the brand's late answers give back to
// the creator. Derived from decisions and days, never stored, and nothing happens when one runs
// out: no answer is no answer, and nothing is approved by silence.
//
// The agreed response time is "48 h each way" (the briefs of the trade name it so). Here these are
// working hours: 48 hours, of which those on a weekend or a public holiday where the brief is at home
// do not count. Which days are free is asked once, when something is sent or asked for, and what came
// out is kept with that decision as a promise: whatever becomes a holiday later, because the brief's
// place was changed or its calendar was corrected, moves no clock that already runs. So this file reads
// promises and needs no calendar of holidays itself.
import type { Status } from './approval.ts';
import { addDays, dayIn, endOfDay, startOfDay, weekdayOf } from './zoned-time.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const minuteMs = 60_000;
const [sunday, saturday] = [0, 6];

export const answerHours = 48;

/** The working week where a brief is at home. */
export interface Week {
  timeZone: string;
  /** Whether this day (`2026-12-07`) is of a weekend or a public holiday. */
  isFree(day: string): boolean;
}

/** A week that knows no holidays, with the weekend most of the world has. */
export const plainWeek = (timeZone: string): Week => ({
  timeZone,
  isFree: (day) => [saturday, sunday].includes(weekdayOf(day)),
});

/** By when an answer was promised, kept with the decision that asked for it. */
export interface Promised {
  /** Milliseconds. */
  answerBy: number;
  /** Whose holidays lay in between, and which days of working weeks they took. */
  place: string;
  holidays: string[];
}

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
  /** Public holidays that what is owed was given more time for; left out where there were none. */
  holidays?: { place: string; days: string[] } | undefined;
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
    'changes-asked': () => creatorAnswerBy(decisions, moved(terms.draftDue), terms),
    'approved-by-brand': () => publishDue,
    'approved-by-both': () => publishDue,
    published: () => null,
    withdrawn: () => null,
    released: () => null,
  }[status]();
  const holidays = holidaysBefore(due, { status, decisions });
  return { due, publishDue, movedDays, ...(holidays && { holidays }) };
}

/** How late whoever's turn it is has become, in milliseconds; 0 in good time. */
export function lateMs({ due }: Pick<Clock, 'due'>, now: number): number {
  return due === null ? 0 : Math.max(0, now - due);
}

/** By when an answer is owed to something of this moment: 48 working hours, or the day if later. */
export function answerBy(at: Date, day: Date | null, week: Week): number {
  const hours = beforeMidnight(addWorkingHours(at, answerHours, week), week.timeZone);
  return Math.max(hours, day?.getTime() ?? 0);
}

/** The moment after so many hours have passed outside of free days in the zone. */
export function addWorkingHours(from: Date, hours: number, { timeZone, isFree }: Week): number {
  let leftMs = hours * hourMs;
  for (let day = dayIn(from, timeZone); ; day = addDays(day, 1)) {
    if (isFree(day)) continue;
    const start = Math.max(from.getTime(), startOfDay(day, timeZone).getTime());
    const end = startOfDay(addDays(day, 1), timeZone).getTime();
    if (start + leftMs <= end) return start + leftMs;
    leftMs -= end - start;
  }
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
    const due =
      promiseIn(body)?.answerBy ?? answerBy(at, terms.reviewDue, plainWeek(terms.timeZone));
    waits.push({ approvalId, due, endedAt: null });
  }
  return waits;
}

/**
 * Kept with the sending: a day that the brand changes afterwards makes no answer late or timely. What
 * was sent before promises were kept was promised without holidays, and stays so.
 */
function promiseIn(body: unknown): Promised | null {
  const { answerBy: at, place = '', holidays = [] } = (body ?? {}) as Partial<Promised>;
  return typeof at === 'number' ? { answerBy: at, place, holidays } : null;
}

/** The hours were promised with the asking; the draft's day counts as it stands now, if later. */
function creatorAnswerBy(
  decisions: readonly Decided[],
  draftDue: Date | null,
  { timeZone }: Terms,
): number | null {
  const asked = decisions.filter(({ event }) => event === 'ask-changes').at(-1);
  if (!asked) return draftDue?.getTime() ?? null;
  const hours = promiseIn(asked.body)?.answerBy ?? answerBy(asked.at, null, plainWeek(timeZone));
  return Math.max(hours, draftDue?.getTime() ?? 0);
}

const promises: Partial<Record<Status, string>> = {
  writing: 'idea',
  'with-brand': 'send',
  'changes-asked': 'ask-changes',
};

/** Only where it is these that the due time comes from, and not a named day. */
function holidaysBefore(
  due: number | null,
  { status, decisions }: Pick<ClockInput, 'status' | 'decisions'>,
): Clock['holidays'] | null {
  const owed = decisions.filter(({ event }) => event === promises[status]);
  const kept = owed.map(({ body }) => promiseIn(body));
  const promise = kept.filter((one) => one?.answerBy === due).at(-1);
  if (!promise || promise.holidays.length === 0) return null;
  return { place: promise.place, days: promise.holidays };
}
