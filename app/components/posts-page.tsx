// All posts of a brief: the filter, the grid on a desk or the list on a phone, and what is done with
// those that were chosen. The first screen comes from the server; the rest of a long grid is drawn after.
import { Link, useLocation } from '@remix-run/react';
import { startTransition, useEffect, useMemo, useState } from 'react';
import {
  arrange,
  type GridRow,
  type PostCell,
  type PostsQuery,
  readQuery,
} from '#shared/posts-grid.ts';
import { posts } from '#shared/words/posts.ts';
import { PostsBar } from './posts-bar.tsx';
import { useSay } from './posts-cell.tsx';
import { PostsFilter } from './posts-filter.tsx';
import { type PostColumn, PostGrid } from './posts-grid.tsx';
import { PostsKeys, usePostsKeys } from './posts-keys.tsx';
import { PostList } from './posts-list.tsx';
import { cellKey, useSelection } from './posts-selection.ts';
import { EmptyState } from './surface.tsx';
import { useIsPhone } from './use-phone.ts';
import { useReader, useWords } from './words.tsx';

export interface PostsOverviewProps {
  briefId: string;
  rows: GridRow[];
  deliverables: PostColumn[];
  views: { id: string; name: string; query: string }[];
  timeZone: string;
  brandName: string;
  may: { edit: boolean; nudge: boolean; decide: boolean; clear: boolean; say: boolean };
}

/** More than fits on a screen, and little enough to be sent at once. */
const firstRows = 24;

export function PostsOverview(props: PostsOverviewProps) {
  const { briefId, rows, deliverables, views, timeZone, brandName, may } = props;
  const w = useWords(posts);
  const { locale, now } = useReader();
  const query = useQuery();
  const isPhone = useIsPhone();
  const drawn = useDrawn(query.isWhole);
  const [isHelpOpen, setHelpOpen] = useState(false);
  usePostsKeys(() => setHelpOpen(true));
  const say = useSay({ timeZone, brandName, may });
  const arranged = useMemo(
    () => arrange({ rows, columns: deliverables }, { query, now, locale }),
    [rows, deliverables, query, now, locale],
  );
  const shown = useMemo(() => new Set(keysOf(arranged)), [arranged]);
  const selection = useSelection(shown);
  const left = arranged.rows.length - drawn.rows;
  return (
    <>
      <PostsFilter {...{ briefId, query, views }} columns={deliverables} />
      {arranged.rows.length === 0 ? (
        <EmptyState title={w.nothingFits}>
          <p>{w.nothingFitsHow}</p>
        </EmptyState>
      ) : (
        <>
          {(!drawn.isLive || !isPhone) && (
            <div className="hidden md:block">
              <PostGrid
                {...{ arranged, say, selection }}
                isLive={drawn.isLive}
                drawn={drawn.rows}
              />
              {left > 0 && !drawn.isLive && <Rest count={left} />}
              <p className="mt-2 flex flex-wrap justify-between gap-x-4 text-13 text-muted">
                <span>{w.selectHow}</span>
                <span>{w.shownOf({ shown: arranged.rows.length, all: rows.length })}</span>
              </p>
              <PostsBar {...{ arranged, selection, may, timeZone }} />
            </div>
          )}
          {(!drawn.isLive || isPhone) && (
            <div className="md:hidden">
              <PostList {...{ briefId, arranged, say, brandName, may }} />
            </div>
          )}
        </>
      )}
      <PostsKeys open={isHelpOpen} onClose={() => setHelpOpen(false)} />
    </>
  );
}

/** The query is what the address says; `all` draws every row at once, for who has no scripts. */
function useQuery(): PostsQuery & { isWhole: boolean } {
  const { search } = useLocation();
  return useMemo(() => {
    const params = new URLSearchParams(search);
    return { ...readQuery((name) => params.get(name)), isWhole: params.get('all') === '1' };
  }, [search]);
}

/** The first rows until scripts run, then every one, drawn while nothing else is to be done. */
function useDrawn(isWhole: boolean): { rows: number; isLive: boolean } {
  const [isLive, setLive] = useState(false);
  useEffect(() => startTransition(() => setLive(true)), []);
  return { rows: isLive || isWhole ? Number.POSITIVE_INFINITY : firstRows, isLive };
}

function Rest({ count }: { count: number }) {
  const w = useWords(posts);
  const { search } = useLocation();
  const params = new URLSearchParams(search);
  params.set('all', '1');
  return (
    <Link to={{ search: `${params}` }} className="flex min-h-11 items-center text-15">
      {w.showRest({ count })}
    </Link>
  );
}

/** With an empty cell nothing is to be done but to give a post, and that is for who is in. */
const isChoosable = ({ invitation }: GridRow, cell: PostCell | null | undefined): boolean =>
  !!cell && (cell.kind !== 'none' || invitation === 'in');

const keysOf = ({ rows, columns }: ReturnType<typeof arrange<GridRow, PostColumn>>): string[] =>
  rows.flatMap(({ row, cells }) =>
    columns.flatMap(({ id }, at) => (isChoosable(row, cells[at]) ? [cellKey(row.userId, id)] : [])),
  );
