import { expect, test } from 'vitest';
import { daysOf, dayOver, isSameDays, movedDays, ownDays } from '#shared/days.ts';
import { dueDates } from '#shared/deliverable.ts';
import { endOfDay } from '#shared/zoned-time.ts';

const bangkok = 'Asia/Bangkok';
const london = 'Europe/London';
const days = (draft: string, review: string, publish: string, zone = bangkok) => ({
  draftDue: endOfDay(draft, zone),
  reviewDue: endOfDay(review, zone),
  publishDue: endOfDay(publish, zone),
});
const none = { draftDue: null, reviewDue: null, publishDue: null };
const planned = days('2026-12-01', '2026-12-03', '2026-12-10');

test('a draft has its deliverable’s days until one of its own was moved', () => {
  expect(daysOf(none, planned)).toEqual(planned);
  const own = { ...none, publishDue: endOfDay('2026-12-12', bangkok) };
  expect(daysOf(own, planned)).toEqual({ ...planned, publishDue: own.publishDue });
});

test('only the days that were named move, and a day nobody named stays unnamed', () => {
  const by = { which: ['draftDue', 'publishDue'], to: { days: 3 } } as const;
  expect(movedDays(planned, by, bangkok)).toEqual(days('2026-12-04', '2026-12-03', '2026-12-13'));
  expect(movedDays(none, by, bangkok)).toEqual(none);
  const to = { which: ['publishDue'], to: { day: '2026-12-24' } } as const;
  expect(movedDays(none, to, bangkok).publishDue).toEqual(endOfDay('2026-12-24', bangkok));
});

test('a day moved across a clock change still ends at midnight there', () => {
  const before = days('2026-10-20', '2026-10-22', '2026-10-24', london);
  const moved = movedDays(before, { which: dueDates, to: { days: 2 } }, london);
  expect(moved.publishDue?.toISOString()).toBe('2026-10-26T23:59:00.000Z');
  const back = movedDays(moved, { which: dueDates, to: { days: -2 } }, london);
  expect(isSameDays(back, before)).toBe(true);
});

test('a moved draft keeps all of its days, and none once they are the deliverable’s again', () => {
  const moved = movedDays(planned, { which: ['publishDue'], to: { days: 1 } }, bangkok);
  expect(ownDays(moved, planned)).toEqual(moved);
  expect(ownDays(planned, planned)).toEqual(none);
});

test('a day cannot be moved forward into what is over, and one that is late may come nearer', () => {
  const now = new Date('2026-12-05T05:00:00Z');
  const to = (day: string) => ({ ...planned, publishDue: endOfDay(day, bangkok) });
  expect(dayOver({ from: planned, to: to('2026-12-04') }, now)).toBe('publishDue');
  expect(dayOver({ from: planned, to: to('2026-12-05') }, now)).toBeNull();
  const later = movedDays(planned, { which: ['draftDue'], to: { days: 1 } }, bangkok);
  expect(dayOver({ from: planned, to: later }, now)).toBeNull();
});
