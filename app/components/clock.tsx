// Whose clock it is, in words: by when, how much time is left, and what a late answer moved.
import { type Clock, lateMs } from '#shared/clock.ts';
import { namesFor } from '#shared/format.ts';
import { clock as clockWords } from '#shared/words/clock.ts';
import { holidays as holidayWords } from '#shared/words/holidays.ts';
import { useFormat, useReader, useWords } from './words.tsx';

/** Hours are counted down within these; before, the day says enough. */
const countedMs = 48 * 3_600_000;

interface DueProps {
  clock: Clock;
  timeZone: string;
  /** Beside much else on a phone: the time that is left, or the day. */
  isShort?: boolean;
}

export function Due({ clock, timeZone, isShort = false }: DueProps) {
  const w = useWords(clockWords);
  const format = useFormat();
  const { now } = useReader();
  const { due } = clock;
  if (due === null) return null;
  const late = lateMs(clock, now);
  if (late > 0) {
    return (
      <span className="truncate text-13 font-semibold text-ink">
        {w.late({ span: format.span(late) })}
      </span>
    );
  }
  const left = due - now < countedMs ? w.left({ span: format.span(due - now) }) : null;
  const day = isShort ? format.date(due, timeZone) : format.moment(due, timeZone);
  const parts = isShort && left ? [left] : [w.due({ when: day }), left];
  return <span className="truncate text-13 text-muted">{parts.filter(Boolean).join(' · ')}</span>;
}

/** The same in a line with whose turn it is: "5 hours left", "due Thu 27 Nov, 17:00", "late by 2 hours". */
export function useDueWords(): (clock: Clock, timeZone: string) => string | null {
  const w = useWords(clockWords);
  const format = useFormat();
  const { now } = useReader();
  return (clock, timeZone) => {
    const { due } = clock;
    if (due === null) return null;
    const late = lateMs(clock, now);
    if (late > 0) return w.lateLower({ span: format.span(late) });
    if (due - now < countedMs) return w.left({ span: format.span(due - now) });
    return w.dueLower({ when: format.moment(due, timeZone) });
  };
}

interface MovedProps {
  clock: Clock;
  brand: string;
  /** It lies with the brand now. */
  isWithBrand: boolean;
}

/** Why a day is not the one that was agreed; nothing where it is. */
export function useMovedWords(): (moved: MovedProps) => string | null {
  const w = useWords(clockWords);
  const { now } = useReader();
  return ({ clock, brand, isWithBrand }) => {
    const { movedDays: days } = clock;
    if (days === 0) return null;
    const isLate = isWithBrand && lateMs(clock, now) > 0;
    return isLate ? w.movedSoFar({ days, brand }) : w.moved({ days, brand });
  };
}

/** Why there is more time than 48 hours on working days would be; nothing where there is not. */
export function useHolidayWords(): (clock: Clock) => string | null {
  const w = useWords(holidayWords);
  const format = useFormat();
  const { locale, now } = useReader();
  return (clock) => {
    const { holidays } = clock;
    if (!holidays || lateMs(clock, now) > 0) return null;
    const place = namesFor(locale).place(holidays.place);
    const days = format.list(holidays.days.map(format.day));
    const [day = '', ...more] = holidays.days;
    if (more.length === 0) return w.oneHoliday({ day: format.day(day), place });
    return w.manyHolidays({ days, place });
  };
}
