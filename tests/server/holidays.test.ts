import { describe, expect, test } from 'vitest';
import { holidayOn, holidaysFrom, isHolidayPlace, placesByZone, weekOf } from '#server/holidays.ts';
import { promise } from '#server/promises.ts';
import { addWorkingHours } from '#shared/clock.ts';
import { places } from '#shared/deliverable.ts';
import { endOfDay, weekdayOf } from '#shared/zoned-time.ts';

const days = (place: string, from: string, to: string) =>
  holidaysFrom(place, from, to).map(({ day }) => day);
const bangkok = { place: 'TH', timeZone: 'Asia/Bangkok' };
const london = { place: 'GB', timeZone: 'Europe/London' };
const iso = (ms: number) => new Date(ms).toISOString();

describe('the public holidays of a place', () => {
  test.each([
    ['TH', '2026-11-28', '2027-01-04', ['2026-12-07', '2026-12-10', '2026-12-31', '2027-01-01']],
    ['TH', '2027-02-01', '2027-02-28', ['2027-02-22']],
    ['TH', '2027-04-01', '2027-04-30', ['2027-04-06', '2027-04-13', '2027-04-14', '2027-04-15']],
    ['TH', '2027-07-01', '2027-07-31', ['2027-07-19', '2027-07-20', '2027-07-28']],
    ['TH', '2027-12-28', '2028-01-04', ['2027-12-31', '2028-01-03']],
    ['GB', '2026-08-01', '2026-12-31', ['2026-08-31', '2026-12-25', '2026-12-28']],
    ['US', '2026-06-15', '2026-07-06', ['2026-06-19', '2026-07-03']],
    ['IN', '2026-10-01', '2026-12-31', ['2026-10-02', '2026-12-25']],
    ['DE', '2027-05-01', '2027-05-31', ['2027-05-06', '2027-05-17']],
    ['JP', '2026-05-01', '2026-05-10', ['2026-05-04', '2026-05-05', '2026-05-06']],
    ['JP', '2027-03-01', '2027-03-31', ['2027-03-22']],
  ])('%s from %s to %s, with the days in lieu', (place, from, to, expected) => {
    expect(days(place, from, to)).toEqual(expected);
  });

  test('have a name in both languages', () => {
    expect(holidayOn('TH', '2027-04-13')?.name).toEqual({
      en: 'Songkran Festival',
      th: 'วันสงกรานต์',
    });
    expect(holidayOn('TH', '2027-02-22')?.name.en).toBe('Makha Bucha (in lieu)');
  });

  test('are those of the whole country: a bank’s or a school’s do not count', () => {
    expect(holidayOn('DE', '2026-12-24')).toBeNull();
    expect(holidayOn('US', '2026-02-14')).toBeNull();
  });

  test('no place and an unknown one have none, and the plain weekend', () => {
    for (const place of ['', 'ZZ', '../x']) {
      const week = weekOf({ place, timeZone: 'Asia/Bangkok' });
      expect(week.isFree('2027-04-13')).toBe(false);
      expect(week.isFree('2027-04-17') && week.isFree('2027-04-18')).toBe(true);
      expect(isHolidayPlace(place)).toBe(false);
    }
  });

  test('every place that posts are seen in leaves days to work on', () => {
    for (const place of places) {
      expect({ place, isKnown: isHolidayPlace(place) }).toEqual({ place, isKnown: true });
      const week = weekOf({ place, timeZone: 'UTC' });
      const by = addWorkingHours(new Date('2026-12-20T09:00:00Z'), 48, week);
      expect(by).toBeLessThan(Date.UTC(2027, 0, 20));
    }
  });
});

test('the weekend is that of the place, and two days everywhere', () => {
  const free = (place: string) => {
    const { isFree } = weekOf({ place, timeZone: 'UTC' });
    // A week of June 2027 without holidays in these places.
    const week = Array.from({ length: 7 }, (_, n) => `2027-06-${20 + n}`);
    return week.filter(isFree).map(weekdayOf);
  };
  expect(free('TH')).toEqual([0, 6]);
  expect(free('SA')).toEqual([5, 6]);
  expect(free('AE')).toEqual([0, 6]);
  expect(free('IN')).toEqual([0, 6]);
});

test('a zone offers its place, by the name every engine gives it', () => {
  const zones = placesByZone();
  expect(zones).toMatchObject({
    'Asia/Bangkok': 'TH',
    'Europe/London': 'GB',
    'Asia/Kolkata': 'IN',
    'Asia/Calcutta': 'IN',
    'America/Los_Angeles': 'US',
  });
});

describe('48 working hours with holidays', () => {
  const at = (wall: string) => new Date(`${wall}+07:00`);

  test.each([
    // Songkran 2027 is Tuesday to Thursday.
    ['over Songkran', '2027-04-12T10:00', '2027-04-19T10:00', 3],
    ['sent on Songkran, from Friday on', '2027-04-14T15:00', '2027-04-19T23:59', 2],
    ['up to the evening before Songkran', '2027-04-08T23:00', '2027-04-12T23:00', 0],
    ['over a day in lieu', '2026-12-04T12:00', '2026-12-09T12:00', 1],
    ['over the turn of the year', '2026-12-30T09:00', '2027-01-05T09:00', 2],
  ])('%s', (_name, from, by, taken) => {
    const promised = promise(at(from), null, bangkok);
    expect(iso(promised.answerBy)).toBe(at(by).toISOString());
    expect(promised.holidays).toHaveLength(taken);
    expect(promised.place).toBe('TH');
  });

  test('Easter in London falls together with the change of the clocks, and five stays five', () => {
    // Friday 26 and Monday 29 March 2027 are holidays; clocks go forward on Sunday 28.
    const { answerBy, holidays } = promise(new Date('2027-03-25T17:00:00Z'), null, london);
    expect(iso(answerBy)).toBe('2027-03-31T16:00:00.000Z');
    expect(holidays).toEqual(['2027-03-26', '2027-03-29']);
  });

  test('where the agreed day is later, it is that day and no holiday is named', () => {
    const day = endOfDay('2027-04-23', bangkok.timeZone);
    expect(promise(at('2027-04-12T10:00'), day, bangkok)).toEqual({
      answerBy: day?.getTime(),
      place: 'TH',
      holidays: [],
    });
  });

  test('a holiday is one by the days of the brief’s zone, not of the server', () => {
    // In Bangkok it is already the 13th.
    const late = new Date('2027-04-12T17:30:00Z');
    expect(iso(promise(late, null, bangkok).answerBy)).toBe(at('2027-04-19T23:59').toISOString());
  });
});
