import { expect, test } from 'vitest';
import { agreementState } from '#shared/agreement.ts';
import { dateOutOfOrder } from '#shared/deliverable.ts';
import { isTimeZone, line, passage } from '#shared/form-fields.ts';
import { dayIn, endOfDay } from '#shared/zoned-time.ts';

test('a due day ends at its last minute where the brief is at home', () => {
  expect(endOfDay('2026-11-30', 'Asia/Bangkok')?.toISOString()).toBe('2026-11-30T16:59:00.000Z');
  expect(endOfDay('2026-07-01', 'Europe/London')?.toISOString()).toBe('2026-07-01T22:59:00.000Z');
});

test('a day keeps its end across a change of the clocks', () => {
  expect(endOfDay('2026-10-25', 'Europe/Berlin')?.toISOString()).toBe('2026-10-25T22:59:00.000Z');
  expect(endOfDay('2026-03-29', 'Europe/Berlin')?.toISOString()).toBe('2026-03-29T21:59:00.000Z');
});

test('a moment is read back as the day it was given as', () => {
  for (const zone of ['Asia/Bangkok', 'America/Los_Angeles', 'Pacific/Auckland', 'UTC']) {
    const at = endOfDay('2026-12-31', zone);
    expect(at && dayIn(at, zone)).toBe('2026-12-31');
  }
});

test('a day that is in no calendar is none', () => {
  expect(endOfDay('2026-02-30', 'UTC')).toBeNull();
  expect(endOfDay('30.11.2026', 'UTC')).toBeNull();
});

test('dates follow each other, and a missing one is passed over', () => {
  const at = (day: number) => new Date(Date.UTC(2026, 10, day));
  const dates = { draftDue: at(3), reviewDue: null, publishDue: at(5) };
  expect(dateOutOfOrder(dates)).toBeNull();
  expect(dateOutOfOrder({ ...dates, publishDue: at(2) })).toBe('publishDue');
});

test('only a version that matters asks to agree again', () => {
  const versions = [
    { n: 1, change: 'first' },
    { n: 2, change: 'matters' },
    { n: 3, change: 'wording' },
  ] as const;
  expect([0, 1, 2, 3].map((agreed) => agreementState(versions, agreed))).toEqual([
    'none',
    'again',
    'wording',
    'current',
  ]);
});

test('text fields keep markup and breaks and refuse what nobody types', () => {
  expect(line(20).safeParse(' <b>ริมแดด</b> ').data).toBe('<b>ริมแดด</b>');
  expect(line(20).safeParse('two\nlines').success).toBe(false);
  expect(passage(20).safeParse('two\r\nlines').data).toBe('two\nlines');
  expect(passage(20).safeParse('nul\u0000').success).toBe(false);
  expect(passage(20).safeParse('half\ud800').success).toBe(false);
  expect(isTimeZone('Asia/Bangkok') && !isTimeZone('Mars/Base')).toBe(true);
});
