// What others published about a platform, a row a figure: source, year, formula and limits beside it.
import type { Benchmark, BenchmarkFormula } from '#shared/engagement/benchmarks.ts';
import { dateTag } from '#shared/words/dates.ts';
import { engagementWords } from '#shared/words/engagement.ts';
import { ChartTable } from './chart-frame.tsx';
import { useFormat, useReader, useWords } from './words.tsx';

export function Benchmarks({ rows }: { rows: Benchmark[] }) {
  const w = useWords(engagementWords);
  const tag = dateTag(useReader());
  // As many places as the source gives.
  const percent = new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 2 });
  const rate = (share: number) => percent.format(share);
  const format = useFormat();
  const formulas: Record<BenchmarkFormula, string> = {
    unstated: w.unstated,
    'likes-comments-by-followers': w['likes-comments-by-followers'],
    median: w.medianFormula,
    'by-views': w['by-views'],
  };
  const told = rows.map(({ source, via, year, formula, tier, followers, rate: [low, high] }) => [
    via ? w.via({ source, via }) : source,
    `${year}`,
    formulas[formula],
    w[tier],
    followers ? followers.map(format.number).join('–') : w.unknownLimits,
    low === high ? rate(low) : `${rate(low)}–${rate(high)}`,
  ]);
  return (
    <ChartTable
      head={[w.sourceHead, w.year, w.counts, w.tier, w.limits, w.rate]}
      rows={told}
      isWhole
    />
  );
}
