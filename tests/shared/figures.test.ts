import { describe, expect, test } from 'vitest';
import {
  doubtsIn,
  figuresFrom,
  isFiguresReminderDue,
  readCount,
  readFollowers,
} from '#shared/figures.ts';
import { chance } from '#tests/support/chance.ts';

const read = (typed: string) => {
  const count = readCount(typed);
  return count.ok ? count.value : 'refused';
};

test('an account has one follower at least, or nobody said how many', () => {
  expect(readFollowers('1')).toEqual({ ok: true, value: 1 });
  expect(readFollowers('')).toEqual({ ok: true, value: null });
  expect(readFollowers('0')).toEqual({ ok: false, error: 'too-few' });
  expect(readFollowers('lots')).toEqual({ ok: false, error: 'unreadable' });
});

describe('a number as an app shows it', () => {
  test.each([
    ['12400', 12_400],
    [' 0 ', 0],
    ['12,400', 12_400],
    ['12.400', 12_400],
    ['12 400', 12_400],
    ['12\u00a0400', 12_400],
    ['12’400', 12_400],
    ['1,240,000', 1_240_000],
    ['12,40,000', 1_240_000],
    ['1.2K', 1200],
    ['1,2k', 1200],
    ['1.25 K', 1250],
    ['3M', 3_000_000],
    ['1.15m', 1_150_000],
    ['๑๒,๔๐๐', 12_400],
    ['๑.๒ หมื่น', 12_000],
    ['2.5แสน', 250_000],
    ['1.2ล้าน', 1_200_000],
    ['१२४००', 12_400],
    ['１２４００', 12_400],
    ['1,2 Tsd.', 1200],
    ['1.2万', 12_000],
    ['', null],
    ['  ', null],
  ])('%j is read', (typed, count) => {
    expect(read(typed)).toBe(count);
  });

  test.each(['--', '—', 'n/a', '-5', '1.2', '12,40', '1,2,3', '1.234K', '12,400.5', '12.400,5'])(
    '%j could be two numbers or none, and is refused',
    (typed) => {
      expect(read(typed)).toBe('refused');
    },
  );

  test.each(['1e3', '12K4', 'K', '1.2 likes', '1,234,56', '9999999999999', '0x10', '12 34'])(
    '%j is no number that people type',
    (typed) => {
      expect(read(typed)).toBe('refused');
    },
  );

  test('every number is read back in every notation that writes it out', () => {
    for (let seed = 1; seed <= 200; seed += 1) {
      const { below } = chance(seed);
      const count = below(10 ** (1 + below(9)));
      const thai = new Intl.NumberFormat('th-TH-u-nu-thai').format(count);
      for (const tag of ['en', 'de', 'de-CH', 'fr', 'hi']) {
        expect(read(new Intl.NumberFormat(tag).format(count)), `${tag} ${count}`).toBe(count);
      }
      expect(read(thai), `${thai}`).toBe(count);
    }
  });
});

test('more likes than people reached is asked about, and nothing else is', () => {
  const figures = { reach: 200, likes: 500, comments: 200, saves: null };
  expect(doubtsIn(figures)).toEqual([{ field: 'likes', count: 500, reach: 200 }]);
  expect(doubtsIn({ ...figures, reach: null })).toEqual([]);
  expect(doubtsIn({ reach: 500, likes: 500, comments: 0, saves: 500 })).toEqual([]);
});

test('figures are asked for from the next day where the brief is at home, and for a week', () => {
  const at = (wall: string) => new Date(`${wall}+07:00`);
  const published = at('2026-11-24T23:30');
  const isDue = (wall: string) => isFiguresReminderDue(published, 'Asia/Bangkok', at(wall));
  expect(figuresFrom(published, 'Asia/Bangkok')).toEqual(at('2026-11-25T00:00'));
  expect(isDue('2026-11-25T09:59')).toBe(false);
  expect(isDue('2026-11-25T10:00')).toBe(true);
  expect(isDue('2026-12-01T23:00')).toBe(true);
  expect(isDue('2026-12-02T00:00')).toBe(false);
});
