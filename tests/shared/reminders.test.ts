import { describe, expect, test } from 'vitest';
import { plainWeek, type Week } from '#shared/clock.ts';
import { type Owed, reminderAt } from '#shared/reminders.ts';

const zone = 'Asia/Bangkok';
const at = (wall: string) => new Date(`${wall}+07:00`);
const due = (wall: string) => at(wall).getTime();
const since = at('2026-11-20T09:00');

/** With Monday the 7th and Thursday the 10th of December 2026 off. */
const week: Week = {
  timeZone: zone,
  isFree: (day) => ['2026-12-07', '2026-12-10'].includes(day) || plainWeek(zone).isFree(day),
};
const owed = (over: Partial<Owed>): Owed => ({
  status: 'with-brand',
  due: due('2026-12-08T17:00'),
  since,
  hasBegun: true,
  ...over,
});
const stage = (wall: string, over: Partial<Owed> = {}) => reminderAt(owed(over), week, at(wall));

describe('whoever owes an answer', () => {
  test('is reminded a working day ahead, over a long weekend too, and hours before', () => {
    expect(stage('2026-12-04T16:30')).toBeNull();
    expect(stage('2026-12-04T17:30')).toBe('day');
    expect(stage('2026-12-08T12:30')).toBe('day');
    expect(stage('2026-12-08T13:00')).toBe('soon');
    expect(stage('2026-12-08T17:00')).toBeNull();
  });

  test('is left alone on a weekend, on a holiday, and by night', () => {
    for (const day of ['2026-12-05', '2026-12-06', '2026-12-07']) {
      expect(stage(`${day}T10:00`)).toBeNull();
    }
    expect(stage('2026-12-08T07:59')).toBeNull();
    expect(stage('2026-12-08T08:00')).toBe('day');
  });

  test('hears of a day that is itself free on the working day before it', () => {
    const saturday = { due: due('2026-12-05T23:59') };
    expect(stage('2026-12-04T09:00', saturday)).toBe('day');
    expect(stage('2026-12-05T21:00', saturday)).toBeNull();
  });

  test('is not reminded of what was only just asked', () => {
    expect(stage('2026-12-08T09:00', { since: at('2026-12-08T06:00') })).toBeNull();
  });
});

describe('a creator who has not begun', () => {
  const draft = { status: 'writing', due: due('2026-12-09T23:59'), hasBegun: false } as const;

  test('hears of it two working days before the draft’s day', () => {
    expect(stage('2026-12-04T09:00', draft)).toBeNull();
    expect(stage('2026-12-08T09:00', draft)).toBe('begin');
    expect(stage('2026-12-09T09:00', draft)).toBe('day');
  });

  test('does not once there is a word', () => {
    expect(stage('2026-12-08T09:00', { ...draft, hasBegun: true })).toBeNull();
  });
});

describe('what both approved', () => {
  const signed = { status: 'approved-by-both' } as const;

  test('is spoken of on the last working day before it goes live', () => {
    const friday = { ...signed, due: due('2026-12-11T23:59') };
    // The day before is a holiday.
    expect(stage('2026-12-10T09:00', friday)).toBeNull();
    expect(stage('2026-12-09T09:00', friday)).toBe('live');
    expect(stage('2026-12-08T09:00', friday)).toBeNull();
    expect(stage('2026-12-11T12:00', friday)).toBeNull();
    expect(stage('2026-12-11T20:00', friday)).toBe('soon');
  });
});
