// Shares, people and counts as the plan says them.
import { useMemo } from 'react';
import { useReader } from '#app/components/words.tsx';
import { dateTag } from '#shared/words/dates.ts';

export interface FiguresFormat {
  /** "46 %"; below ten with a decimal, because 0.8 % and 1.4 % are not the same. */
  share(value: number): string;
  /** "41–52 %" */
  range(low: number, high: number): string;
  count(value: number): string;
  /** "0.9", "12" */
  mean(value: number): string;
}

export function useFigures(): FiguresFormat {
  const reader = useReader();
  const tag = dateTag(reader);
  return useMemo(() => figuresIn(tag), [tag]);
}

function figuresIn(tag: string): FiguresFormat {
  const whole = new Intl.NumberFormat(tag, { maximumFractionDigits: 0 });
  const fine = new Intl.NumberFormat(tag, { maximumFractionDigits: 1 });
  const percent = (value: number) => (value * 100 < 9.95 ? fine : whole).format(value * 100);
  return {
    share: (value) => `${percent(value)} %`,
    range: (low, high) => `${percent(low)}–${percent(high)} %`,
    count: (value) => whole.format(value),
    mean: (value) => (value < 10 ? fine : whole).format(value),
  };
}
