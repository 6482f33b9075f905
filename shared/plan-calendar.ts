// The plan's posts on days: months as weeks from Monday, how far a creator's posts lie apart, and days
// for those that have none. Pure.
import type { PlannedCreator, PlannedPost } from './plan-inputs.ts';
import { daysBetween } from './plan-posts.ts';
import { addDays, weekdayOf } from './zoned-time.ts';

/**
 * Days between two posts of one creator that are advised at least. Spacing helps repetition (Schmidt &
 * Eisend 2015); that it is three days is our choice.
 */
export const advisedDays = 3;
/** Between posts that are given days: a week. */
const usualDays = 7;
/** The first, where nothing is planned: time to write and to look. */
const firstAfterDays = 14;

/** `2026-12` as the days of its weeks, whole weeks from Monday. */
export function weeksOf(month: string): string[][] {
  const first = `${month}-01`;
  const start = addDays(first, -((weekdayOf(first) + 6) % 7));
  const weeks: string[][] = [];
  for (let day = start; weeks.length === 0 || day.startsWith(month); day = addDays(day, 7)) {
    weeks.push(Array.from({ length: 7 }, (_, at) => addDays(day, at)));
  }
  return weeks;
}

export const monthOf = (day: string): string => day.slice(0, 7);

export const monthAfter = (month: string, by: number): string => {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + by, 1)).toISOString().slice(0, 7);
};

export interface TooClose {
  userId: string;
  name: string;
  /** Their posts by number, and the days between. */
  first: number;
  second: number;
  days: number;
}

/** Posts of one creator that lie closer than advised; what went live already is as it is. */
export function tooClose(creators: readonly PlannedCreator[]): TooClose[] {
  return creators.flatMap(({ userId, name, planned }) => {
    const dated = planned.filter(({ day }) => day !== '');
    dated.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.n - b.n));
    return dated.slice(1).flatMap((post, at): TooClose[] => {
      const before = dated[at] as PlannedPost;
      const days = daysBetween(before.day, post.day);
      const isSet = before.post?.isOver === true && post.post?.isOver === true;
      if (days >= advisedDays || isSet) return [];
      return [{ userId, name, first: before.n, second: post.n, days }];
    });
  });
}

export interface GivenDay {
  userId: string;
  n: number;
  day: string;
}

/** A day for each post that has none: a week after the creator's one before, from two weeks on. */
export function daysForUndated(creators: readonly PlannedCreator[], today: string): GivenDay[] {
  const first = addDays(today, firstAfterDays);
  return creators.flatMap(({ userId, planned }) => {
    let last = '';
    return planned.flatMap(({ n, day }): GivenDay[] => {
      if (day !== '') {
        last = day > last ? day : last;
        return [];
      }
      const next = last === '' ? first : addDays(last, usualDays);
      last = next < first ? first : next;
      return [{ userId, n, day: last }];
    });
  });
}
