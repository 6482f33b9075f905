// The creators a workspace knows: a table, on a phone each row of it a card. The figure opens to what it
// is made of; what somebody did not show is said, with the way to ask.
import { Link } from '@remix-run/react';
import { ArrowDown } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ListedCreator } from '#server/views/roster.ts';
import { type Base, type Figure, leastPosts, type Weights } from '#shared/engagement.ts';
import type { RankRange } from '#shared/engagement/ranking.ts';
import {
  type RosterColumn,
  type RosterQuery,
  type RosterSort,
  writeRosterQuery,
} from '#shared/roster.ts';
import { engagementWords } from '#shared/words/engagement.ts';
import { platformName } from '#shared/words/platforms.ts';
import { columnNames, roster } from '#shared/words/roster.ts';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { How } from './engagement-figure.tsx';
import { RangeBar } from './engagement-range.tsx';
import { Person } from './people.tsx';
import { NotShown } from './roster-ask.tsx';
import { Moment } from './surface.tsx';
import { useFormat, useWords } from './words.tsx';

export interface RosterListProps {
  rows: ListedCreator[];
  query: RosterQuery;
  weights: Weights;
  timeZone: string;
  workspaceId: string;
}

/** The highest end of an interval on the page, so that all bars have one scale. */
const mostOf = (rows: ListedCreator[]): number =>
  Math.max(0, ...rows.map(({ figure }) => (figure?.rank ? (figure.spread?.interval[1] ?? 0) : 0)));

interface CellProps {
  workspaceId: string;
  row: ListedCreator;
  most: number;
  base: Base;
  weights: Weights;
}

export function RosterTable({ rows, query, weights, timeZone, workspaceId }: RosterListProps) {
  const w = useWords(roster);
  const names = columnNames(w);
  const most = mostOf(rows);
  const { columns, base } = query;
  return (
    <div
      // A wide table is moved by keyboard too.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      className="md:overflow-x-auto md:rounded-2xl md:border md:border-line md:bg-raised"
    >
      <table className="w-full border-collapse text-left text-15 max-md:block">
        <thead className="max-md:hidden">
          <tr className="border-b border-line text-13 text-muted">
            <SortHead {...{ query }} sort="name" name={w.creator} />
            <SortHead {...{ query }} sort="engagement" name={w.engagement} />
            {columns.map((column) => (
              <ColumnHead key={column} {...{ query, column }} />
            ))}
          </tr>
        </thead>
        <tbody className="max-md:flex max-md:flex-col max-md:gap-3 md:divide-y md:divide-line">
          {rows.map((row) => (
            <tr
              key={row.userId}
              className="max-md:grid max-md:grid-cols-2 max-md:gap-x-4 max-md:gap-y-2 max-md:rounded-2xl max-md:border max-md:border-line max-md:bg-raised max-md:p-4"
            >
              <th scope="row" className={`text-left font-normal max-md:pb-1 ${wideCell}`}>
                <Who row={row} />
              </th>
              <td className={`max-md:pb-1 ${wideCell}`}>
                <Engagement {...{ workspaceId, row, most, base, weights }} />
              </td>
              {columns.map((column) => (
                <td
                  key={column}
                  className={`${column === 'briefs' ? wideCell : cell} ${isKnown(row, column) ? '' : 'max-md:hidden'}`}
                >
                  <span className="block text-13 text-muted md:hidden">{names[column]}</span>
                  <Cell {...{ row, column, timeZone }} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const cell = 'align-top md:p-3';
/** As wide as the card. */
const wideCell = `${cell} max-md:col-span-2 max-md:min-w-0`;

const sortOf: Partial<Record<RosterColumn, RosterSort>> = { reach: 'reach', last: 'last' };

function ColumnHead({ query, column }: { query: RosterQuery; column: RosterColumn }) {
  const w = useWords(roster);
  const names = columnNames(w);
  const sort = sortOf[column];
  if (sort) return <SortHead {...{ query, sort }} name={names[column]} />;
  return (
    <th scope="col" className="p-3 font-medium whitespace-nowrap">
      {names[column]}
    </th>
  );
}

function SortHead({ query, sort, name }: { query: RosterQuery; sort: RosterSort; name: string }) {
  const isHere = query.sort === sort;
  const direction = sort === 'name' ? 'ascending' : 'descending';
  return (
    <th
      scope="col"
      aria-sort={isHere ? direction : undefined}
      className="px-3 font-medium whitespace-nowrap"
    >
      <Link
        to={{ search: writeRosterQuery({ ...query, sort, page: 1 }) }}
        preventScrollReset
        className={`inline-flex min-h-11 items-center gap-1 no-underline hover:underline ${isHere ? 'font-semibold text-ink' : 'text-muted'}`}
      >
        {name}
        {isHere && (
          <ArrowDown
            className={`size-3.5 ${sort === 'name' ? 'rotate-180' : ''}`}
            aria-hidden="true"
          />
        )}
      </Link>
    </th>
  );
}

function Who({ row: { userId, name, handle, figure } }: { row: ListedCreator }) {
  const w = useWords(roster);
  const format = useFormat();
  const followers = figure?.followers ?? null;
  return (
    <div className="flex min-w-0 flex-col">
      <Link
        to={`/creators/${userId}`}
        className="inline-flex min-h-11 max-w-full items-center no-underline hover:underline md:min-h-8"
      >
        <Person name={name} side="creator" note={handle} />
      </Link>
      {followers !== null && (
        <details className="text-13 text-muted">
          <summary className="flex min-h-11 items-center md:min-h-7">{w.followersFolded}</summary>
          <p className="max-w-56 pb-1">
            {w.followersOf({ count: format.number(followers) })}. {w.followersWhy}
          </p>
        </details>
      )}
    </div>
  );
}

function Engagement({ workspaceId, row, most, base, weights }: CellProps) {
  const w = useWords(roster);
  const { rate } = useFormat();
  const { figure, name, shown } = row;
  if (shown === 'nothing') return <NotShown {...row} workspaceId={workspaceId} />;
  if (!figure) return <p className="text-muted">{w.noneYet}</p>;
  const { spread } = figure;
  if (!spread) return <p className="text-muted">{w.notCountable}</p>;
  if (spread.n < leastPosts) {
    return <p className="py-1 text-muted">{w.tooFew({ n: spread.n })}</p>;
  }
  const [low, high] = spread.interval;
  return (
    <div className="flex flex-col gap-0.5">
      <div className="flex flex-wrap items-center gap-x-3">
        <Made {...{ name, base, weights }} spread={spread}>
          {rate(spread.median)}
        </Made>
        <RangeBar spread={spread} most={most} />
      </div>
      <Rank rank={figure.rank} />
      <p className="text-13 text-muted">
        {w.likely({ low: rate(low), high: rate(high) })}, {w.fromPosts({ n: spread.n })}
      </p>
    </div>
  );
}

function Rank({ rank }: { rank: RankRange | null }) {
  const w = useWords(roster);
  if (!rank) return null;
  const { best, worst, of } = rank;
  return (
    <p className="text-15">
      {best === worst ? w.rank({ best, of }) : w.rankTied({ best, worst, of })}
    </p>
  );
}

interface MadeProps {
  name: string;
  base: Base;
  weights: Weights;
  spread: NonNullable<Figure['spread']>;
  children: ReactNode;
}

/** The figure is the button that opens what it is made of. */
function Made({ name, base, weights, spread, children }: MadeProps) {
  const w = useWords(engagementWords);
  const figure = { base, weights, spread, rates: [], left: {}, remarks: {} };
  return (
    <Dialog
      title={`${name}: ${w.how}`}
      trigger={
        <Button
          look="plain"
          className="text-17 tabular-nums"
          aria-label={`${String(children)}, ${w.how}`}
        >
          {children}
        </Button>
      }
    >
      <How figure={figure} isOpen />
    </Dialog>
  );
}

interface CellOf {
  row: ListedCreator;
  column: RosterColumn;
  timeZone: string;
}

function Cell({ row, column, timeZone }: CellOf) {
  const format = useFormat();
  const { figure, platforms, briefs } = row;
  switch (column) {
    case 'platforms':
      return (
        <span className="md:whitespace-nowrap">
          {platforms.map(platformName).join(', ') || '–'}
        </span>
      );
    case 'reach':
      return <>{figure?.reach == null ? '–' : format.number(Math.round(figure.reach))}</>;
    case 'last':
      if (!figure?.lastPost) return <>–</>;
      return (
        <Moment at={figure.lastPost}>
          <span title={format.date(figure.lastPost, timeZone)}>
            {format.relative(figure.lastPost)}
          </span>
        </Moment>
      );
    case 'fit':
      return <Fit row={row} />;
    case 'briefs':
      if (briefs.length === 0) return <>–</>;
      return (
        <ul className="flex flex-col">
          {briefs.map(({ id, title }) => (
            <li key={id}>
              <Link
                to={`/briefs/${id}/creators/${row.userId}`}
                className="inline-flex min-h-11 items-center md:min-h-7"
              >
                {title}
              </Link>
            </li>
          ))}
        </ul>
      );
  }
}

/** Whether a cell says more than a dash, which a card leaves out. */
function isKnown({ figure, fit, briefs, platforms }: ListedCreator, column: RosterColumn): boolean {
  switch (column) {
    case 'platforms':
      return platforms.length > 0;
    case 'reach':
      return figure?.reach != null;
    case 'last':
      return Boolean(figure?.lastPost);
    case 'fit':
      return fit !== null;
    case 'briefs':
      return briefs.length > 0;
  }
}

/** Opens the sheet; a mean is no shared secret before the reader marked alone. */
function Fit({ row: { userId, fit } }: { row: ListedCreator }) {
  const w = useWords(roster);
  if (!fit) return <>–</>;
  const { mean, raters, briefId } = fit;
  return (
    <Link
      to={`/briefs/${briefId}/creators/${userId}/fit`}
      className="inline-flex min-h-11 items-center md:min-h-7"
    >
      {mean === null ? w.rateFit : w.fitOf({ mean: mean.toFixed(1), raters })}
    </Link>
  );
}
