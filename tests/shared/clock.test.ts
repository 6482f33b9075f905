import { describe, expect, test } from 'vitest';
import {
  addWorkingHours,
  answerBy,
  type Clock,
  clockOf,
  lateMs,
  plainWeek,
  type Terms,
} from '#shared/clock.ts';
import { endOfDay } from '#shared/zoned-time.ts';

const bangkok = 'Asia/Bangkok';
const london = 'Europe/London';

/** A moment by the clocks of Bangkok. */
const at = (wall: string) => new Date(`${wall}+07:00`);
const iso = (ms: number | null) => ms && new Date(ms).toISOString();
const end = (day: string) => endOfDay(day, bangkok);

describe('48 working hours', () => {
  // November 2026: the 26th is a Thursday.
  test.each([
    ['inside the week', '2026-11-24T17:00', '2026-11-26T17:00'],
    ['over a weekend', '2026-11-26T17:00', '2026-11-30T17:00'],
    ['from a Friday night', '2026-11-27T23:30', '2026-12-01T23:30'],
    ['begun on a Saturday, from Monday on', '2026-11-28T15:00', '2026-12-02T00:00'],
    ['begun on a Sunday night, from Monday on', '2026-11-29T23:59', '2026-12-02T00:00'],
    ['up to the first moment of a weekend', '2026-11-26T00:00', '2026-11-28T00:00'],
  ])('%s', (_name, from, to) => {
    expect(iso(addWorkingHours(at(from), 48, plainWeek(bangkok)))).toBe(at(to).toISOString());
  });

  test('the weekend is the one where the brief is at home', () => {
    // In Bangkok Friday 02:00; in Los Angeles still Thursday noon.
    const from = new Date('2026-11-26T19:00:00Z');
    expect(iso(addWorkingHours(from, 48, plainWeek(bangkok)))).toBe('2026-11-30T19:00:00.000Z');
    expect(iso(addWorkingHours(from, 48, plainWeek('America/Los_Angeles')))).toBe(
      '2026-11-30T19:00:00.000Z',
    );
    const friday = new Date('2026-11-27T18:00:00Z');
    expect(iso(addWorkingHours(friday, 48, plainWeek(bangkok)))).toBe('2026-12-01T17:00:00.000Z');
    expect(iso(addWorkingHours(friday, 48, plainWeek(london)))).toBe('2026-12-01T18:00:00.000Z');
  });

  test.each([
    ['spring', '2026-03-27T17:00:00Z', '2026-03-31T16:00:00.000Z'],
    ['autumn', '2026-10-23T16:00:00Z', '2026-10-27T17:00:00.000Z'],
  ])('the clocks change in %s and five in the afternoon stays five', (_season, from, to) => {
    expect(iso(addWorkingHours(new Date(from), 48, plainWeek(london)))).toBe(to);
  });

  test('a change of the clocks inside the week counts the hours that pass', () => {
    // In Egypt clocks go forward in the first minute of a Friday: that day has 23 hours.
    const from = new Date('2026-04-23T12:00:00+02:00');
    expect(iso(addWorkingHours(from, 48, plainWeek('Africa/Cairo')))).toBe(
      '2026-04-27T10:00:00.000Z',
    );
  });
});

test('an answer is owed after 48 working hours, or on the named day if that is later', () => {
  const sent = at('2026-11-24T17:00');
  expect(iso(answerBy(sent, null, plainWeek(bangkok)))).toBe(at('2026-11-26T17:00').toISOString());
  expect(answerBy(sent, end('2026-11-25'), plainWeek(bangkok))).toBe(
    answerBy(sent, null, plainWeek(bangkok)),
  );
  expect(answerBy(sent, end('2026-11-30'), plainWeek(bangkok))).toBe(end('2026-11-30')?.getTime());
});

test('what falls on midnight is owed by the last minute of the day before', () => {
  const sunday = at('2026-11-29T12:00');
  expect(iso(answerBy(sunday, null, plainWeek(bangkok)))).toBe(
    at('2026-12-01T23:59').toISOString(),
  );
});

const terms: Terms = {
  timeZone: bangkok,
  draftDue: end('2026-11-23'),
  reviewDue: null,
  publishDue: end('2026-12-04'),
};
const row = (event: string, wall: string, approvalId: string, body: unknown = null) => ({
  event,
  at: at(wall),
  approvalId,
  body,
});
type Row = ReturnType<typeof row>;
const shown = ({ due, publishDue, movedDays }: Clock) => ({
  due: iso(due),
  publishDue: iso(publishDue),
  movedDays,
});
const withBrand = (decisions: Row[], now: string, over: Partial<Terms> = {}) =>
  clockOf({ status: 'with-brand', decisions, terms: { ...terms, ...over }, now: at(now) });

const tuesday = row('send', '2026-11-24T17:00', 'a');

describe('the brand’s clock', () => {
  test('runs from the sending and moves nothing while there is time', () => {
    expect(shown(withBrand([tuesday], '2026-11-26T16:59'))).toEqual({
      due: at('2026-11-26T17:00').toISOString(),
      publishDue: end('2026-12-04')?.toISOString(),
      movedDays: 0,
    });
  });

  test('moves the creator’s days as soon as the brand is late, one day for each day begun', () => {
    const late = (now: string) => withBrand([tuesday], now);
    expect(late('2026-11-26T17:00').movedDays).toBe(0);
    expect(late('2026-11-26T17:01').movedDays).toBe(1);
    expect(late('2026-11-27T17:00').movedDays).toBe(1);
    expect(shown(late('2026-11-28T16:00'))).toMatchObject({
      publishDue: end('2026-12-06')?.toISOString(),
      movedDays: 2,
    });
  });

  test('adds what every late answer cost, and stops with the answer', () => {
    const decisions = [
      tuesday,
      row('ask-changes', '2026-11-27T05:00', 'a'), // 12 hours late
      row('send', '2026-11-30T09:00', 'b'),
      row('approve', '2026-12-02T14:00', 'b'), // 5 hours late
    ];
    const on = (now: string, status: 'approved-by-brand' | 'published') =>
      clockOf({ status, decisions, terms, now: at(now) });
    expect(shown(on('2026-12-03T09:00', 'approved-by-brand'))).toEqual({
      due: end('2026-12-05')?.toISOString(),
      publishDue: end('2026-12-05')?.toISOString(),
      movedDays: 1,
    });
    expect(on('2027-02-01T09:00', 'published').movedDays).toBe(1);
  });

  test('begins again with new words and keeps the lateness it had', () => {
    const resent = [tuesday, row('send', '2026-11-27T05:00', 'b')];
    expect(shown(withBrand(resent, '2026-11-27T06:00'))).toMatchObject({
      due: at('2026-12-01T05:00').toISOString(),
      movedDays: 1,
    });
    // In good time there is nothing to keep, and words sent at the last hour make nobody late.
    const early = [tuesday, row('send', '2026-11-26T16:00', 'b')];
    expect(withBrand(early, '2026-11-26T18:00').movedDays).toBe(0);
  });

  test('goes on where the same words are sent again, or an extra round is asked for', () => {
    const first = withBrand([tuesday], '2026-11-26T18:00');
    const again = [
      tuesday,
      row('ask-extra-round', '2026-11-25T10:00', 'a'),
      row('post-it', '2026-11-25T11:00', 'a'),
      row('send', '2026-11-26T10:00', 'a'),
      row('agree-extra-round', '2026-11-26T11:00', 'a'),
    ];
    expect(withBrand(again, '2026-11-26T18:00')).toEqual(first);
  });

  test('begins again where the creator sends the same words after changes were asked', () => {
    const kept = [
      tuesday,
      row('ask-changes', '2026-11-25T10:00', 'a'),
      row('send', '2026-11-30T10:00', 'a'),
    ];
    expect(iso(withBrand(kept, '2026-11-30T11:00').due)).toBe(at('2026-12-02T10:00').toISOString());
  });

  test('is the one that was promised with the sending, whatever day is named later', () => {
    const promised = at('2026-11-26T17:00').getTime();
    const kept = row('send', '2026-11-24T17:00', 'a', { ready: false, answerBy: promised });
    const clock = withBrand([kept], '2026-11-27T17:00', { reviewDue: end('2026-12-24') });
    expect(clock).toMatchObject({ due: promised, movedDays: 1 });
    expect(
      withBrand([tuesday], '2026-11-27T17:00', { reviewDue: end('2026-11-27') }),
    ).toMatchObject({
      due: end('2026-11-27')?.getTime(),
      movedDays: 0,
    });
  });

  test('says which holidays the answer was given more time for, and only while they are the reason', () => {
    const answerBy = at('2026-11-30T17:00').getTime();
    const body = { ready: false, answerBy, place: 'TH', holidays: ['2026-11-27'] };
    const clock = withBrand([row('send', '2026-11-24T17:00', 'a', body)], '2026-11-25T09:00');
    expect(clock.holidays).toEqual({ place: 'TH', days: ['2026-11-27'] });
    const none = { ...body, holidays: [] };
    expect(
      withBrand([row('send', '2026-11-24T17:00', 'a', none)], '2026-11-25T09:00').holidays,
    ).toBeUndefined();
  });

  test('a moved day stays the end of a day when the clocks change in between', () => {
    const publishDue = endOfDay('2026-10-24', london);
    const late = clockOf({
      status: 'with-brand',
      decisions: [{ ...tuesday, at: new Date('2026-10-19T09:00:00Z') }],
      terms: { timeZone: london, draftDue: null, reviewDue: null, publishDue },
      now: new Date('2026-10-22T10:00:00Z'),
    });
    expect(late.movedDays).toBe(2);
    expect(iso(late.publishDue)).toBe('2026-10-26T23:59:00.000Z');
  });
});

describe('the creator’s clock', () => {
  const asked = (wall: string) => [tuesday, row('ask-changes', wall, 'a')];
  const due = (decisions: Row[], over: Partial<Terms> = {}) =>
    clockOf({
      status: 'changes-asked',
      decisions,
      terms: { ...terms, ...over },
      now: at('2026-11-27T12:00'),
    }).due;

  test('gives 48 working hours to answer what was asked, or the draft’s day if that is later', () => {
    expect(iso(due(asked('2026-11-25T10:00')))).toBe(at('2026-11-27T10:00').toISOString());
    expect(due(asked('2026-11-25T10:00'), { draftDue: end('2026-11-30') })).toBe(
      end('2026-11-30')?.getTime(),
    );
  });

  test('keeps the hours that were promised with the asking', () => {
    const answerBy = at('2026-12-02T10:00').getTime();
    const body = { count: 1, answerBy, place: 'TH', holidays: ['2026-11-27'] };
    const promised = [tuesday, row('ask-changes', '2026-11-25T10:00', 'a', body)];
    expect(due(promised)).toBe(answerBy);
    // A later draft's day still counts, as it stands.
    expect(due(promised, { draftDue: end('2026-12-09') })).toBe(end('2026-12-09')?.getTime());
  });

  test('has the draft’s day moved by the brand’s lateness', () => {
    // Asked 19 hours late.
    expect(due(asked('2026-11-27T12:00'), { draftDue: end('2026-12-04') })).toBe(
      end('2026-12-05')?.getTime(),
    );
  });

  test('before the first sending is the draft’s day, and there may be none', () => {
    const first = { status: 'writing', decisions: [], now: at('2026-11-20T12:00') } as const;
    expect(clockOf({ ...first, terms }).due).toBe(end('2026-11-23')?.getTime());
    expect(clockOf({ ...first, terms: { ...terms, draftDue: null } }).due).toBeNull();
  });
});

test('lateness is what has passed since, and nobody is late without a day', () => {
  const due = at('2026-11-26T17:00').getTime();
  expect(lateMs({ due }, due)).toBe(0);
  expect(lateMs({ due }, due + 60_000)).toBe(60_000);
  expect(lateMs({ due: null }, due)).toBe(0);
});

test.each(['published', 'withdrawn', 'released'] as const)('%s, nobody owes anything', (status) => {
  const decisions = [tuesday, row('withdraw', '2026-11-25T10:00', 'a')];
  const clock = clockOf({ status, decisions, terms, now: at('2027-03-01T12:00') });
  expect(clock).toMatchObject({ due: null, movedDays: 0 });
});
