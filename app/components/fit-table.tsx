// Creators down, factors across: a mean with its raters' range, sorted by any of the columns. On a phone
// each creator is a card of the same figures.
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

/** The best first; who has no figure yet comes last, in the order they were invited. */
function sorted(rows: Compared[], sort: string): Compared[] {
  const column = columns.find((one) => one === sort);
  if (!column) return rows;
  const mean = ({ summary }: Compared) => (summary && standIn(summary, column).mean) ?? -1;
  return [...rows].sort((a, b) => mean(b) - mean(a));
}

export function FitTable({ briefId, rows, sort }: FitTableProps) {
  const w = useWords(fit);
  const { locale } = useReader();
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

function Head({ column, sort, name }: { column: Column; sort: string; name: string }) {
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
  const { userId, name, raters, summary, vetoedBy } = row;
  const to = `/briefs/${briefId}/creators/${userId}/fit`;
  return (
    <tr className="block border-b border-line p-4 last:border-0 md:table-row md:p-0">
      <th scope="row" className="block py-1 text-left md:table-cell md:px-4 md:py-3">
        <Link
          to={to}
          className="inline-flex min-h-11 max-w-full items-center no-underline hover:underline md:min-h-0"
        >
          <Person name={name} side="creator" />
        </Link>
        <p className="text-13 font-normal text-muted">
          {raters === 0 ? w.noMean : w.people({ n: raters })}
          {summary && summary.apart > 0 && ` · ↔ ${w.apartCount({ n: summary.apart })}`}
        </p>
        {vetoedBy.length > 0 && (
          <p className="text-13 font-semibold text-ink">
            {w.vetoed({ who: [...new Set(vetoedBy)].join(', ') })}
          </p>
        )}
      </th>
      {summary ? (
        columns.map((column) => (
          <Cell key={column} name={nameOf(column)} stand={standIn(summary, column)} />
        ))
      ) : (
        <td colSpan={columns.length} className="block md:table-cell md:px-3">
          <Link
            to={to}
            aria-label={w.rateFirstOf({ name })}
            className="inline-flex min-h-11 items-center"
          >
            {w.rateFirst}
          </Link>
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
