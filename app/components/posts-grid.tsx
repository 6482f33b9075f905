// Posts as a grid on a desk: creators down, posts across, names that stay in sight. It is one stop of
// the Tab key and moved about in with the arrows (the grid pattern of the ARIA practices); what the keys
// do stands in use-grid-keys. Without scripts it is a table of links.
import { Link } from '@remix-run/react';
import { type CSSProperties, memo, useRef } from 'react';
import type { Arranged, GridRow, PostCell } from '#shared/posts-grid.ts';
import { brief } from '#shared/words/brief.ts';
import { posts } from '#shared/words/posts.ts';
import { usePostName } from './brief-deliverables.tsx';
import { InvitationPill } from './invite-standing.tsx';
import { Avatar } from './people.tsx';
import { CellWords, type Say, saidAloud } from './posts-cell.tsx';
import { cellKey, type Selection } from './posts-selection.ts';
import { head, names, useGridKeys } from './use-grid-keys.ts';
import { useWords } from './words.tsx';

export interface PostColumn {
  id: string;
  ordinal: number;
  title: string;
  format: string;
}

interface PostGridProps {
  arranged: Arranged<GridRow, PostColumn>;
  say: Say;
  selection: Selection;
  /** Scripts run: cells take the focus, and links wait for Enter. */
  isLive: boolean;
  /** So many rows are drawn; the others are counted. */
  drawn: number;
}

const namesWidth = '15rem';
const postWidth = '12.5rem';

export function PostGrid(props: PostGridProps) {
  const { arranged, say, selection, isLive, drawn } = props;
  const w = useWords(brief);
  const own = useWords(posts);
  const nameOf = usePostName();
  const box = useRef<HTMLDivElement>(null);
  const { at, handlers } = useGridKeys({ box, arranged, selection });
  const { rows, columns } = arranged;
  const layout = {
    '--columns': `${namesWidth} repeat(${columns.length}, minmax(${postWidth}, 1fr))`,
    minWidth: `calc(${namesWidth} + ${columns.length} * ${postWidth})`,
  } as CSSProperties;
  const stop = (row: string, column: string) =>
    isLive ? (at.row === row && at.column === column ? 0 : -1) : undefined;
  return (
    // Every key and click is the grid's own, so that two thousand cells listen to nothing.
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus, jsx-a11y/click-events-have-key-events
    <div
      ref={box}
      role="grid"
      aria-label={own.grid}
      aria-multiselectable="true"
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length + 1}
      {...handlers}
      className={`posts-grid ${selection.chosen.size > 0 ? 'posts-choosing' : ''} max-h-[calc(100dvh-6rem)] overflow-auto overscroll-x-contain rounded-2xl border border-line bg-raised text-15`}
    >
      <div style={layout}>
        <div role="row" aria-rowindex={1} className="posts-row sticky top-0 z-20 bg-raised">
          <div
            role="columnheader"
            tabIndex={stop(head, names)}
            data-row={head}
            data-column={names}
            className="posts-name text-muted"
          >
            {w.creator}
          </div>
          {columns.map((post) => (
            <div
              key={post.id}
              role="columnheader"
              tabIndex={stop(head, post.id)}
              data-row={head}
              data-column={post.id}
              className="posts-cell font-medium text-muted"
            >
              {nameOf(post)}
            </div>
          ))}
        </div>
        {rows.slice(0, drawn).map(({ row, cells }, index) => (
          <Row
            key={row.userId}
            {...{ row, cells, columns, say, isLive }}
            index={index}
            at={at.row === row.userId ? at.column : null}
            chosen={chosenIn(row, columns, selection)}
          />
        ))}
      </div>
    </div>
  );
}

/** As text, so that a row whose choice is the same is the same. */
const chosenIn = ({ userId }: GridRow, columns: PostColumn[], { chosen }: Selection): string =>
  chosen.size === 0
    ? ''
    : columns.map(({ id }) => (chosen.has(cellKey(userId, id)) ? '1' : '0')).join('');

interface RowProps {
  row: GridRow;
  cells: (PostCell | null)[];
  columns: PostColumn[];
  say: Say;
  isLive: boolean;
  index: number;
  at: string | null;
  chosen: string;
}

const isSameRow = (a: RowProps, b: RowProps): boolean =>
  a.row === b.row &&
  a.columns === b.columns &&
  a.say === b.say &&
  a.isLive === b.isLive &&
  a.index === b.index &&
  a.at === b.at &&
  a.chosen === b.chosen &&
  a.cells.every((cell, column) => cell === b.cells[column]);

const Row = memo(function Row({ row, cells, columns, index, at, chosen, ...rest }: RowProps) {
  const { isLive } = rest;
  const { userId, name, handle, invitation } = row;
  return (
    <div role="row" aria-rowindex={index + 2} className="posts-row posts-far">
      <div
        role="rowheader"
        tabIndex={isLive ? (at === names ? 0 : -1) : undefined}
        data-row={userId}
        data-column={names}
        className="posts-name flex items-center gap-2.5"
      >
        <Avatar name={name} side="creator" />
        <span className="min-w-0">
          <span className="line-clamp-2 font-medium break-words text-ink">{name}</span>
          {invitation === 'in' ? (
            <span className="block truncate text-13 text-muted">{handle}</span>
          ) : (
            <InvitationPill status={invitation} />
          )}
        </span>
      </div>
      {columns.map((post, column) => (
        <Cell
          key={post.id}
          {...rest}
          userId={userId}
          creator={name}
          post={post}
          cell={cells[column] ?? null}
          isIn={invitation === 'in'}
          isAt={at === post.id}
          isChosen={chosen[column] === '1'}
        />
      ))}
    </div>
  );
}, isSameRow);

interface CellProps {
  userId: string;
  creator: string;
  post: PostColumn;
  cell: PostCell | null;
  /** Its creator makes posts: an empty cell is a post that could be. */
  isIn: boolean;
  say: Say;
  isLive: boolean;
  isAt: boolean;
  isChosen: boolean;
}

function Cell({ userId, creator, post, cell, isIn, say, isLive, isAt, isChosen }: CellProps) {
  const w = useWords(brief);
  const own = useWords(posts);
  const said = cell && say(cell);
  return (
    <div
      role="gridcell"
      tabIndex={isLive ? (isAt ? 0 : -1) : undefined}
      aria-selected={isChosen}
      data-row={userId}
      data-column={post.id}
      className="posts-cell"
    >
      {cell === null && <span className="sr-only">{own.filteredOut}</span>}
      {cell?.kind === 'none' && (
        <span className={isIn ? 'text-muted' : 'sr-only'}>{w.noDraft}</span>
      )}
      {said && <Inside {...{ said, creator, post, isLive }} />}
    </div>
  );
}

type InsideProps = Pick<CellProps, 'creator' | 'post' | 'isLive'> & {
  said: NonNullable<ReturnType<Say>>;
};

function Inside({ said, creator, post, isLive }: InsideProps) {
  const w = useWords(brief);
  const own = useWords(posts);
  const nameOf = usePostName();
  if (!said.to) {
    return (
      <span title={said.hue === 'creator' ? w.aloneHint : undefined} className="posts-words">
        <CellWords said={said} />
      </span>
    );
  }
  return (
    <Link
      to={said.to}
      tabIndex={isLive ? -1 : undefined}
      aria-label={own.cellName({ creator, post: nameOf(post), says: saidAloud(said) })}
      className="posts-words no-underline hover:bg-line/40"
    >
      <CellWords said={said} />
    </Link>
  );
}
