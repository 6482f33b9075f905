// A brief's posts on a phone: one under the other, what waits for the brand first; at the end whoever
// is not in.
import { Link } from '@remix-run/react';
import { useState } from 'react';
import {
  type Arranged,
  type GridRow,
  type MaySay,
  type PostCell,
  turnOf,
  waitsForReader,
} from '#shared/posts-grid.ts';
import { brief } from '#shared/words/brief.ts';
import { posts } from '#shared/words/posts.ts';
import { usePostName } from './brief-deliverables.tsx';
import { Button } from './button.tsx';
import { InvitationPill } from './invite-standing.tsx';
import { Avatar } from './people.tsx';
import { CellWords, type Say, saidAloud } from './posts-cell.tsx';
import type { PostColumn } from './posts-grid.tsx';
import { Rows, Section } from './surface.tsx';
import { useWords } from './words.tsx';

interface Entry {
  row: GridRow;
  post: PostColumn;
  cell: PostCell;
}

/** For the reader, for somebody else of the brand, for a creator, for nobody any more. */
const groups = ['reader', 'brand', 'creator', 'done'] as const;

function groupOf({ cell }: Entry, may: MaySay): (typeof groups)[number] {
  const turn = turnOf(cell);
  const isAgreed = cell.kind === 'open' && cell.status === 'approved-by-both';
  if (turn === 'nobody' || isAgreed) return 'done';
  return waitsForReader(cell, may) ? 'reader' : turn;
}

/** The longest wait first, as in a queue. */
const waited = ({ cell }: Entry): number => ('since' in cell ? cell.since : 0);

interface PostListProps {
  briefId: string;
  arranged: Arranged<GridRow, PostColumn>;
  say: Say;
  brandName: string;
  may: MaySay;
}

export function PostList({ briefId, arranged, say, brandName, may }: PostListProps) {
  const w = useWords(brief);
  const { brandsTurn } = useWords(posts);
  const entries = arranged.rows.flatMap(({ row, cells }) =>
    arranged.columns.flatMap((post, at): Entry[] => {
      const cell = cells[at];
      return cell && cell.kind !== 'none' ? [{ row, post, cell }] : [];
    }),
  );
  const titles = {
    reader: w.waitingForYou,
    brand: brandsTurn({ brand: brandName }),
    creator: w.waitingForCreators,
    done: w.finished,
  };
  const sections = groups.map((group) => {
    const own = entries.filter((entry) => groupOf(entry, may) === group);
    if (own.length === 0) return null;
    if (group === 'reader') own.sort((a, b) => waited(a) - waited(b));
    return (
      <Section key={group} title={`${titles[group]} (${own.length})`}>
        <Some entries={own} say={say} />
      </Section>
    );
  });
  const notIn = arranged.rows.flatMap(({ row }) => (row.invitation === 'in' ? [] : [row]));
  return (
    <>
      {sections}
      {notIn.length > 0 && <Invitations briefId={briefId} rows={notIn} />}
    </>
  );
}

/** Each leads to those who stand where they do. */
function Invitations({ briefId, rows }: { briefId: string; rows: GridRow[] }) {
  const w = useWords(posts);
  return (
    <Section title={`${w.invitations} (${rows.length})`}>
      <Rows>
        {rows.map(({ userId, name, invitation }) => (
          <li key={userId}>
            <Link
              to={`/briefs/${briefId}/creators?show=${invitation}`}
              className="flex items-center gap-2.5 p-4 no-underline hover:bg-line/40"
            >
              <Avatar name={name} side="creator" size="sm" />
              <span className="min-w-0 flex-1 text-15 font-medium break-words text-ink">
                {name}
              </span>
              <InvitationPill status={invitation} />
            </Link>
          </li>
        ))}
      </Rows>
    </Section>
  );
}

/** More than this on one screen is not read but scrolled past. */
const first = 20;

function Some({ entries, say }: { entries: Entry[]; say: Say }) {
  const w = useWords(posts);
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? entries : entries.slice(0, first);
  return (
    <>
      <Rows>
        {shown.map((entry) => (
          <Item key={`${entry.row.userId} ${entry.post.id}`} {...entry} say={say} />
        ))}
      </Rows>
      {shown.length < entries.length && (
        <Button className="mt-3 w-full" onClick={() => setWhole(true)}>
          {w.showRest({ count: entries.length - shown.length })}
        </Button>
      )}
    </>
  );
}

function Item({ row, post, cell, say }: Entry & { say: Say }) {
  const w = useWords(posts);
  const nameOf = usePostName();
  const said = say(cell);
  if (!said) return null;
  const name = nameOf(post);
  const inside = (
    <>
      <span className="flex items-center gap-2.5">
        <Avatar name={row.name} side="creator" size="sm" />
        <span className="min-w-0 text-15 font-medium break-words text-ink">
          {row.name} <span className="font-normal text-muted">{name}</span>
        </span>
      </span>
      <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <CellWords said={said} />
      </span>
    </>
  );
  const look = 'flex flex-col gap-2 p-4';
  if (!said.to) return <li className={look}>{inside}</li>;
  const aloud = w.cellName({ creator: row.name, post: name, says: saidAloud(said) });
  return (
    <li>
      <Link to={said.to} aria-label={aloud} className={`${look} no-underline hover:bg-line/40`}>
        {inside}
      </Link>
    </li>
  );
}
