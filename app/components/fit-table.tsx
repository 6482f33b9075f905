// Creators down, factors across: a mean with its raters' range, sorted by any of the columns. On a phone
// a rated creator is a card of the same figures, and all others are a line each.
import { Link } from '@remix-run/react';
import { ArrowDown } from 'lucide-react';
import type { Compared } from '#server/views/fit.ts';
import { fitFactors, type FitSummary, type Stand } from '#shared/fit.ts';
import { fit } from '#shared/words/fit.ts';
import { factorNames } from '#shared/words/fit-rows.ts';
import { Person } from './people.tsx';
import { useReader, useWords } from './words.tsx';

export interface FitTableProps {
  briefId: string;
  rows: Compared[];
  sort: string;
}

const columns = ['overall', ...fitFactors] as const;
type Column = (typeof columns)[number];

const standIn = (summary: FitSummary, column: Column): Stand =>
  column === 'overall' ? summary.overall : summary.factors[column];

const hasResults = (summary: FitSummary | null): summary is FitSummary =>
  summary !== null && summary.overall.mean !== null;

/** The best first; whom the reader has begun to rate, whom somebody has rated, the others as invited. */
function sorted(rows: Compared[], column: Column): Compared[] {
  const place = ({ summary, isBegun, raters }: Compared) => {
    if (hasResults(summary)) return standIn(summary, column).mean ?? 0;
    if (isBegun) return -1;
    return raters > 0 ? -2 : -3;
  };
  return [...rows].sort((a, b) => place(b) - place(a));
}

export function FitTable({ briefId, rows, sort: asked }: FitTableProps) {
  const w = useWords(fit);
  const { locale } = useReader();
  const sort = columns.find((one) => one === asked) ?? 'overall';
  const nameOf = (column: Column) =>
    column === 'overall' ? w.overall : factorNames[locale][column];
  return (
    <div className="rounded-2xl border border-line bg-raised md:overflow-x-auto">
      <table className="block w-full text-15 tabular-nums md:table">
        <thead className="block border-b border-line p-2 md:table-header-group md:p-0">
          <tr className="flex flex-wrap gap-x-1 md:table-row md:border-b md:border-line">
            <th
              scope="col"
              className="hidden px-4 py-2 text-left text-13 font-medium text-muted md:table-cell"
            >
              {w.name}
            </th>
            {columns.map((column) => (
              <Head key={column} {...{ column, sort }} name={nameOf(column)} />
            ))}
          </tr>
        </thead>
        <tbody className="block md:table-row-group">
          {sorted(rows, sort).map((row) => (
            <Line key={row.userId} {...{ briefId, row, nameOf }} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Head({ column, sort, name }: { column: Column; sort: Column; name: string }) {
  const w = useWords(fit);
  const isSorted = column === sort;
  return (
    <th
      scope="col"
      aria-sort={isSorted ? 'descending' : undefined}
      className="text-left font-medium"
    >
      <Link
        to={isSorted ? '?' : `?sort=${column}`}
        preventScrollReset
        aria-label={w.sortBy({ column: name })}
        className={`inline-flex min-h-11 items-center gap-1 px-3 text-13 no-underline hover:text-ink ${isSorted ? 'font-semibold text-ink' : 'text-muted'}`}
      >
        {name}
        {isSorted && <ArrowDown className="size-3.5" aria-hidden="true" />}
      </Link>
    </th>
  );
}

interface LineProps {
  briefId: string;
  row: Compared;
  nameOf(column: Column): string;
}

function Line({ briefId, row, nameOf }: LineProps) {
  const w = useWords(fit);
  const { userId, name, raters, isBegun, summary, vetoedBy } = row;
  const to = `/briefs/${briefId}/creators/${userId}/fit`;
  const told = [
    raters > 0 && w.people({ n: raters }),
    summary && summary.apart > 0 && `↔ ${w.apartCount({ n: summary.apart })}`,
    isBegun && w.youBegan,
  ].filter(Boolean);
  return (
    <tr
      className={`border-b border-line px-4 last:border-0 md:table-row ${hasResults(summary) ? 'block py-3' : 'flex items-center justify-between gap-3'}`}
    >
      <th scope="row" className="block py-1 text-left md:table-cell md:px-4 md:py-3">
        <Link
          to={to}
          className="inline-flex min-h-11 max-w-full items-center no-underline hover:underline md:min-h-0"
        >
          <Person name={name} side="creator" />
        </Link>
        {told.length > 0 && <p className="text-13 font-normal text-muted">{told.join(' · ')}</p>}
        {vetoedBy.length > 0 && (
          <p className="text-13 font-semibold text-ink">
            {w.vetoed({ who: [...new Set(vetoedBy)].join(', ') })}
          </p>
        )}
      </th>
      {hasResults(summary) ? (
        columns.map((column) => (
          <Cell key={column} name={nameOf(column)} stand={standIn(summary, column)} />
        ))
      ) : (
        <td colSpan={columns.length} className="block md:table-cell md:px-3">
          {summary ? (
            <span className="text-muted">{w.noMean}</span>
          ) : (
            <Link
              to={to}
              aria-label={w.linkOf({ name })}
              className="inline-flex min-h-11 items-center"
            >
              {w.link}
            </Link>
          )}
        </td>
      )}
    </tr>
  );
}

function Cell({ name, stand }: { name: string; stand: Stand }) {
  const { mean, low, high } = stand;
  const isRange = low !== null && high !== null && high > low;
  return (
    <td className="flex items-baseline justify-between gap-3 py-0.5 md:table-cell md:px-3 md:py-3">
      <span className="text-13 text-muted md:hidden">{name}</span>
      <span>
        <span className="font-semibold text-ink md:block">
          {mean === null ? '–' : mean.toFixed(1)}
        </span>
        {isRange && (
          <span className="ml-2 text-13 text-muted md:ml-0 md:block">
            {low.toFixed(1)}–{high.toFixed(1)}
          </span>
        )}
      </span>
    </td>
  );
}
