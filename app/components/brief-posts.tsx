// A brief's posts: creators down and posts across on a desk, on a phone a list with what waits for
// the brand first. Of a post that is *Just me* there is nothing to open.
import { Link } from '@remix-run/react';
import type { PostCell } from '#server/views/briefs.ts';
import type { Status } from '#shared/approval.ts';
import { brief } from '#shared/words/brief.ts';
import { ideaStages } from '#shared/words/idea-stages.ts';
import { usePostName } from './brief-deliverables.tsx';
import { Avatar, StatusPill, type Turn } from './people.tsx';
import { Rows, Section } from './surface.tsx';
import { useFormat, useWords } from './words.tsx';

export interface PostsRow {
  userId: string;
  name: string;
  handle: string;
  isRemoved: boolean;
  posts: { deliverableId: string; cell: PostCell }[];
}

interface Column {
  id: string;
  ordinal: number;
  title: string;
  format: string;
}

interface PostsProps {
  rows: PostsRow[];
  deliverables: Column[];
}

type OpenCell = Extract<PostCell, { kind: 'open' }>;

type SeenCell = Extract<PostCell, { draftId: string }>;
const isSeen = (cell: PostCell): cell is SeenCell => cell.kind === 'open' || cell.kind === 'idea';

/** The draft that has waited for the brand the longest. */
export function nextToReview(rows: PostsRow[]): string | null {
  const waiting = rows
    .flatMap((row) => row.posts.map((post) => post.cell))
    .filter((cell): cell is SeenCell => isSeen(cell) && cell.turn === 'brand')
    .sort((a, b) => a.updatedAt.getTime() - b.updatedAt.getTime());
  return waiting[0]?.draftId ?? null;
}

export function useStatusWords() {
  const w = useWords(brief);
  const names: Record<Status, string> = {
    writing: w.statusWriting,
    'with-brand': w.statusWithBrand,
    'changes-asked': w.statusChangesAsked,
    'approved-by-brand': w.statusApprovedByBrand,
    'approved-by-both': w.statusApprovedByBoth,
    published: w.statusPublished,
    withdrawn: w.statusWithdrawn,
    released: w.statusReleased,
  };
  return (status: Status) => names[status];
}

function hueOf({ status, turn }: OpenCell): Turn {
  return status === 'approved-by-both' || status === 'published' ? 'both' : turn;
}

export function PostGrid({ rows, deliverables }: PostsProps) {
  const w = useWords(brief);
  const nameOf = usePostName();
  return (
    <div className="overflow-x-auto rounded-2xl border border-line bg-raised">
      <table className="w-full border-collapse text-left text-15">
        <thead>
          <tr className="border-b border-line">
            <th scope="col" className="p-3 font-medium text-muted">
              {w.creator}
            </th>
            {deliverables.map((post) => (
              <th key={post.id} scope="col" className="min-w-44 p-3 font-medium text-muted">
                {nameOf(post)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {rows.map((row) => (
            <tr key={row.userId}>
              <th scope="row" className="p-3 font-normal">
                <CreatorName row={row} />
              </th>
              {deliverables.map((post) => (
                <td key={post.id} className="p-3 align-top">
                  <Cell row={row} cell={cellFor(row, post.id)} name={nameOf(post)} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const cellFor = (row: PostsRow, deliverableId: string): PostCell =>
  row.posts.find((post) => post.deliverableId === deliverableId)?.cell ?? { kind: 'none' };

function CreatorName({ row }: { row: PostsRow }) {
  const w = useWords(brief);
  return (
    <span className="flex items-center gap-2.5">
      <Avatar name={row.name} side="creator" />
      <span className="min-w-0">
        <span className="block font-medium break-words text-ink">{row.name}</span>
        <span className="block text-13 break-words text-muted">
          {row.isRemoved ? w.left : row.handle}
        </span>
      </span>
    </span>
  );
}

function Cell({ row, cell, name }: { row: PostsRow; cell: PostCell; name: string }) {
  const w = useWords(brief);
  const format = useFormat();
  const status = useStatusWords();
  const ideas = useWords(ideaStages);
  if (cell.kind === 'none') return <span className="text-muted">{w.noDraft}</span>;
  if (cell.kind === 'alone') {
    return (
      <span title={w.aloneHint} className="flex flex-col items-start gap-1">
        <StatusPill turn="creator">{cell.begun ? w.alone : w.aloneNotBegun}</StatusPill>
        {cell.writingAt && (
          <span className="text-13 text-muted">
            {w.lastWrote({ when: format.relative(cell.writingAt) })}
          </span>
        )}
      </span>
    );
  }
  if (cell.kind === 'idea') {
    const words = ideas[`brand-${cell.stage}`];
    return (
      <Link
        to={`/posts/${cell.draftId}`}
        aria-label={`${row.name}, ${name}: ${words}`}
        className="-m-1 flex min-h-11 flex-col items-start gap-1 rounded-lg p-1 no-underline hover:bg-line/40"
      >
        <StatusPill turn={cell.turn}>{words}</StatusPill>
      </Link>
    );
  }
  const turns = { brand: w.yourTurn, creator: w.theirTurn({ name: row.name }), nobody: '' };
  return (
    <Link
      to={`/posts/${cell.draftId}`}
      aria-label={`${row.name}, ${name}: ${status(cell.status)}`}
      className="-m-1 flex min-h-11 flex-col items-start gap-1 rounded-lg p-1 no-underline hover:bg-line/40"
    >
      <StatusPill turn={hueOf(cell)}>{status(cell.status)}</StatusPill>
      <span className="text-13 text-muted">
        {[turns[cell.turn], cell.round > 0 && w.round({ n: cell.round })]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </Link>
  );
}

interface Entry {
  row: PostsRow;
  post: Column;
  cell: PostCell;
}

type Group = 'brand' | 'creator' | 'done';

function groupOf({ cell }: Entry): Group {
  if (!isSeen(cell)) return 'creator';
  if (cell.kind === 'idea') return cell.turn === 'brand' ? 'brand' : 'creator';
  if (cell.turn === 'nobody' || cell.status === 'approved-by-both') return 'done';
  return cell.turn;
}

export function PostList({ rows, deliverables }: PostsProps) {
  const w = useWords(brief);
  const nameOf = usePostName();
  const entries = rows.flatMap((row) =>
    deliverables.map((post): Entry => ({ row, post, cell: cellFor(row, post.id) })),
  );
  const titles = { brand: w.waitingForYou, creator: w.waitingForCreators, done: w.finished };
  return (['brand', 'creator', 'done'] as const).map((group) => {
    const own = entries.filter((entry) => groupOf(entry) === group && entry.cell.kind !== 'none');
    if (own.length === 0) return null;
    return (
      <Section key={group} title={titles[group]}>
        <Rows>
          {own.map(({ row, post, cell }) => (
            <li key={row.userId + post.id} className="flex flex-col gap-2 p-4">
              <span className="flex items-center gap-2.5">
                <Avatar name={row.name} side="creator" size="sm" />
                <span className="min-w-0 text-15 font-medium break-words text-ink">
                  {row.name} <span className="font-normal text-muted">{nameOf(post)}</span>
                </span>
              </span>
              <Cell row={row} cell={cell} name={nameOf(post)} />
            </li>
          ))}
        </Rows>
      </Section>
    );
  });
}
