// What others published about a platform, a row a figure: source, year, formula and limits beside it. On
// a phone each is two lines.
import type { Benchmark, BenchmarkFormula } from '#shared/engagement/benchmarks.ts';
import { dateTag } from '#shared/words/dates.ts';
import { engagementWords } from '#shared/words/engagement.ts';
import { useFormat, useReader, useWords } from './words.tsx';

const cell = 'align-top lg:px-3 lg:py-2';
const wide = `${cell} max-lg:hidden`;

export function Benchmarks({ rows }: { rows: Benchmark[] }) {
  const w = useWords(engagementWords);
  return (
    <>
      <div className="rounded-2xl border border-line">
        <table className="w-full border-collapse text-left text-15 max-lg:block">
          <thead className="max-lg:hidden">
            <tr className="border-b border-line text-13 text-muted">
              {[w.sourceHead, w.year, w.counts, w.tier, w.limits, w.rate].map((name) => (
                <th key={name} scope="col" className="px-3 py-2 font-medium whitespace-nowrap">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="divide-y divide-line max-lg:block">
            {rows.map((row) => (
              <Row key={[row.source, row.via, row.year, row.tier].join(' ')} row={row} />
            ))}
          </tbody>
        </table>
      </div>
      <p className="mt-3 max-w-prose text-13 text-muted">{w.tiersNote}</p>
    </>
  );
}

function Row({ row }: { row: Benchmark }) {
  const w = useWords(engagementWords);
  const tag = dateTag(useReader());
  // As many places as the source gives.
  const percent = new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 2 });
  const format = useFormat();
  const formulas: Record<BenchmarkFormula, string> = {
    unstated: w.unstated,
    'likes-comments-by-followers': w['likes-comments-by-followers'],
    median: w.medianFormula,
    'by-views': w['by-views'],
  };
  const { via, year, formula, tier, followers } = row;
  const source = via ? w.via({ source: row.source, via }) : row.source;
  const limits = followers?.map(format.number).join('–');
  const [low, high] = row.rate.map((share) => percent.format(share));
  return (
    <tr className="max-lg:grid max-lg:grid-cols-[1fr_auto] max-lg:gap-x-3 max-lg:p-4">
      <td className={wide}>{source}</td>
      <td className={wide}>{year}</td>
      <td className={wide}>{formulas[formula]}</td>
      <td className={cell}>
        {w[tier]}
        {limits && <span className="lg:hidden">, {w.followersFrom({ limits })}</span>}
      </td>
      <td className={wide}>{limits ?? w.unknownLimits}</td>
      <td className={`${cell} whitespace-nowrap tabular-nums`}>
        {low === high ? low : `${low}–${high}`}
      </td>
      <td className="text-13 text-muted max-lg:col-span-2 lg:hidden">
        {[source, year, `${w.counts}: ${formulas[formula]}`].join(' · ')}
      </td>
    </tr>
  );
}
