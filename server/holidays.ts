// Public holidays by place, from the library date-holidays: the only file that knows it. The library is
// large, so nothing of it goes to a browser; what people read of it are days and names.
//
// Only days that are public holidays of the whole country count; those of banks, schools and single
// states do not. For the United Kingdom England's are taken, because the kingdom has no list of its own
// for August. What the library lacks for Thailand is added here: the lunar days of a year that is not
// in it yet, and the day off in lieu.
import DateHolidays from 'date-holidays';
import type { Week } from '#shared/clock.ts';
import { type Locale, locales } from '#shared/words/words.ts';
import { addDays, weekdayOf } from '#shared/zoned-time.ts';

export interface Holiday {
  day: string;
  name: Record<Locale, string>;
}

/** Where a brief is at home, as its row says it. */
export interface Home {
  place: string;
  timeZone: string;
}

type Year = ReadonlyMap<string, Holiday>;

/** Places the library knows, as ISO 3166 codes. */
export const holidayPlaces: readonly string[] = Object.keys(
  new DateHolidays().getCountries(),
).sort();

const known = new Set(holidayPlaces);
export const isHolidayPlace = (code: string): boolean => known.has(code);

/** Free days where the brief is at home: its weekend and its public holidays. */
export function weekOf({ place, timeZone }: Home): Week {
  const weekend = weekendOf(place);
  return {
    timeZone,
    isFree: (day) => weekend.has(weekdayOf(day)) || holidayOn(place, day) !== null,
  };
}

export const holidayOn = (place: string, day: string): Holiday | null =>
  yearOf(place, Number(day.slice(0, 4))).get(day) ?? null;

/** Holidays that take a day from a working week, of the days from one to another, both counted. */
export function holidaysFrom(place: string, from: string, to: string): Holiday[] {
  const weekend = weekendOf(place);
  const found: Holiday[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const holiday = weekend.has(weekdayOf(day)) ? null : holidayOn(place, day);
    if (holiday) found.push(holiday);
  }
  return found;
}

/** As weekdays from 0, Sunday. Where only one day counts as such, offices keep the day before it too. */
function weekendOf(place: string): ReadonlySet<number> {
  const days = isHolidayPlace(place) ? weekendDays(place) : [6, 7];
  const whole = days.length === 1 ? [...days, (days[0] ?? 7) - 1] : days;
  return new Set(whole.map((day) => day % 7));
}

/** Older and newer engines say it in two ways. */
type WeekInfo = { weekend: number[] };
type WeekLocale = Intl.Locale & { weekInfo?: WeekInfo; getWeekInfo?(): WeekInfo };

function weekendDays(place: string): number[] {
  const locale: WeekLocale = new Intl.Locale(`und-${place}`);
  return (locale.getWeekInfo?.() ?? locale.weekInfo)?.weekend ?? [6, 7];
}

const none: Year = new Map();
/** Kept for as long as the process runs: a place's year is some twenty days. */
const years = new Map<string, Year>();

function yearOf(place: string, year: number): Year {
  if (!isHolidayPlace(place)) return none;
  const key = `${place} ${year}`;
  const made = years.get(key) ?? new Map(listed(place, year).map((one) => [one.day, one]));
  years.set(key, made);
  return made;
}

const regions: Partial<Record<string, [string, string]>> = { GB: ['GB', 'ENG'] };

function listed(place: string, year: number): Holiday[] {
  const [country, state] = regions[place] ?? [place];
  const of = (locale: Locale) => read(country, state, { year, locale });
  const [english, thai] = locales.map(of) as [Map<string, string>, Map<string, string>];
  const days = [...english].map(([day, en]) => ({ day, name: { en, th: thai.get(day) ?? en } }));
  return place === 'TH' ? withThaiDays(days, year) : days;
}

interface Asked {
  year: number;
  locale: Locale;
}

function read(country: string, state: string | undefined, { year, locale }: Asked) {
  const library = state ? new DateHolidays(country, state) : new DateHolidays(country);
  const names = new Map<string, string>();
  for (const { date, start, end, type, name } of library.getHolidays(year, locale)) {
    if (type !== 'public') continue;
    const length = Math.max(1, Math.round((end.getTime() - start.getTime()) / 86_400_000));
    // Days that begin the evening before are named by the day itself.
    const first = date.slice(0, 10);
    for (let n = 0; n < length; n += 1) names.set(addDays(first, n), name);
  }
  return names;
}

const makha = { en: 'Makha Bucha', th: 'วันมาฆบูชา' };
const visakha = { en: 'Visakha Bucha', th: 'วันวิสาขบูชา' };
const asalha = { en: 'Asalha Bucha', th: 'วันอาสาฬหบูชา' };
const lent = { en: 'Buddhist Lent Day', th: 'วันเข้าพรรษา' };

/** The library lists them year by year and ends with 2026. */
const thaiLunarDays: Holiday[] = [
  { day: '2027-02-21', name: makha },
  { day: '2027-05-20', name: visakha },
  { day: '2027-07-18', name: asalha },
  { day: '2027-07-19', name: lent },
];

function withThaiDays(days: Holiday[], year: number): Holiday[] {
  const lunar = thaiLunarDays.filter(({ day }) => day.startsWith(`${year}-`));
  const all = new Map([...days, ...lunar].map((one) => [one.day, one]));
  return [...all.values(), ...inLieu(all)];
}

/**
 * The cabinet's rule: a holiday on a weekend gives the next working day off, and holidays in a row give
 * one such day, not two. New Year's Eve and New Year's Day are a row over two years, whose day in lieu
 * falls into the second.
 */
function inLieu(days: ReadonlyMap<string, Holiday>): Holiday[] {
  const isWeekend = (day: string) => weekdayOf(day) % 6 === 0;
  const isFree = (day: string) => isWeekend(day) || days.has(day) || day.endsWith('-01-01');
  const found = new Map<string, Holiday>();
  for (const { day, name } of days.values()) {
    if (!isWeekend(day)) continue;
    let next = addDays(day, 1);
    while (isFree(next)) next = addDays(next, 1);
    found.set(next, { day: next, name: { en: `${name.en} (in lieu)`, th: `ชดเชย${name.th}` } });
  }
  return [...found.values()];
}

/** The place each time zone lies in; the first where history gave it to several. */
export function placesByZone(): Record<string, string> {
  byZone ??= zonedPlaces();
  return byZone;
}

let byZone: Record<string, string> | null = null;

function zonedPlaces(): Record<string, string> {
  const found: Record<string, string> = {};
  for (const place of holidayPlaces) for (const zone of zonesOf(place)) found[zone] ??= place;
  for (const place of holidayPlaces) {
    for (const zone of new DateHolidays(place).getTimezones() ?? []) found[zone] ??= place;
  }
  return found;
}

type ZonedLocale = Intl.Locale & { timeZones?: string[]; getTimeZones?(): string[] };

function zonesOf(place: string): string[] {
  const locale: ZonedLocale = new Intl.Locale(`und-${place}`);
  return locale.getTimeZones?.() ?? locale.timeZones ?? [];
}
