// A brief's posts as a grid, creators down and posts across: what a cell may tell, and the way a person
// wants to look at them, which stands in the page's address. Pure, so that the server's first page and
// the live one after it agree. It knows no rows, no rights and no words.
import { type Status, statuses, type Turn } from './approval.ts';
import type { IdeaStage } from './idea.ts';
import type { InvitationState } from './invitation-state.ts';

/**
 * A creator's post as the brand side may know of it. Of *Just me* it is only that it is written; an idea
 * that was sent is seen whatever the door.
 */
export type PostCell =
  | { kind: 'none' }
  | {
      kind: 'alone';
      begun: boolean;
      writingAt: number | null;
      due: number | null;
      ended: 'withdrawn' | 'released' | null;
    }
  | {
      kind: 'idea';
      draftId: string;
      stage: Exclude<IdeaStage, 'not-begun' | 'writing'>;
      turn: Turn;
      since: number;
      due: number | null;
    }
  | {
      kind: 'open';
      draftId: string;
      status: Status;
      round: number;
      turn: Turn;
      /** Of the brand's people it waits for the reviewer, who has to clear it first. */
      withLegal: boolean;
      /** From when it lies with whoever's turn it is. */
      since: number;
      due: number | null;
      publishDue: number | null;
    };

export interface GridColumn {
  id: string;
  ordinal: number;
}

export interface GridRow {
  userId: string;
  name: string;
  handle: string;
  /** Where their invitation stands: only who is in makes posts. */
  invitation: InvitationState;
  /** By deliverable; what is not there is no draft. */
  cells: Record<string, PostCell>;
}

const none: PostCell = { kind: 'none' };
export const cellAt = (row: GridRow, columnId: string): PostCell => row.cells[columnId] ?? none;

export function turnOf(cell: PostCell): Turn {
  if (cell.kind === 'open' || cell.kind === 'idea') return cell.turn;
  return cell.kind === 'alone' && cell.ended === null ? 'creator' : 'nobody';
}

/** The state in a word of the table, or that it is somebody's own still. */
export type CellState = Status | 'alone' | 'idea' | 'with-legal';
export const cellStates = [
  'alone',
  'idea',
  'with-legal',
  ...statuses,
] as const satisfies CellState[];

export function stateOf(cell: PostCell): CellState | null {
  if (cell.kind === 'none') return null;
  if (cell.kind === 'idea') return 'idea';
  if (cell.kind === 'alone') return cell.ended ?? 'alone';
  return cell.withLegal ? 'with-legal' : cell.status;
}

export const isLate = (cell: PostCell, now: number): boolean =>
  cell.kind !== 'none' && turnOf(cell) !== 'nobody' && cell.due !== null && cell.due < now;

const turns = ['brand', 'creator', 'nobody'] as const satisfies Turn[];
export const sorts = ['waiting', 'due', 'name'] as const;
export type Sort = (typeof sorts)[number];

/** What to look at and in which order. Null and empty are "all" and "as they were invited". */
export interface PostsQuery {
  turn: Turn | null;
  state: CellState | null;
  /** The post's number. */
  post: number | null;
  text: string;
  isLate: boolean;
  sort: Sort | null;
}

const longestText = 80;

/** From an address that anybody may have typed: what is not understood is left out. */
export function readQuery(get: (name: string) => string | null): PostsQuery {
  const post = Number(get('post'));
  return {
    turn: oneOf(turns, get('turn')),
    state: oneOf(cellStates, get('state')),
    post: Number.isInteger(post) && post > 0 ? post : null,
    text: (get('q') ?? '').trim().slice(0, longestText),
    isLate: get('late') === '1',
    sort: oneOf(sorts, get('sort')),
  };
}

const oneOf = <T extends string>(all: readonly T[], value: string | null): T | null =>
  all.find((one) => one === value) ?? null;

/** As it stands in the address, always in the same order; empty for "all". */
export function writeQuery(query: PostsQuery): string {
  const parts: [string, string | number | null][] = [
    ['turn', query.turn],
    ['state', query.state],
    ['late', query.isLate ? 1 : null],
    ['post', query.post],
    ['q', query.text || null],
    ['sort', query.sort],
  ];
  return parts
    .flatMap(([name, value]) => (value === null ? [] : [`${name}=${encodeURIComponent(value)}`]))
    .join('&');
}

export interface Arranged<Row extends GridRow, Column extends GridColumn> {
  columns: Column[];
  rows: {
    row: Row /** In the order of the columns; null is left out by the filter. */;
    cells: (PostCell | null)[];
  }[];
}

interface Arranging {
  query: PostsQuery;
  now: number;
  locale: string;
}

/** The rows and columns this query asks for, in its order. A row with nothing left in it goes. */
export function arrange<Row extends GridRow, Column extends GridColumn>(
  { rows, columns }: { rows: readonly Row[]; columns: readonly Column[] },
  { query, now, locale }: Arranging,
): Arranged<Row, Column> {
  const shown = columns.filter(({ ordinal }) => query.post === null || ordinal === query.post);
  const isAll = query.turn === null && query.state === null && !query.isLate;
  const wanted = query.text.toLocaleLowerCase();
  const kept = rows
    .filter(({ name, handle }) => `${name} ${handle}`.toLocaleLowerCase().includes(wanted))
    .map((row) => ({
      row,
      cells: shown.map(({ id }) => {
        const cell = cellAt(row, id);
        return isAll || fits(cell, query, now) ? cell : null;
      }),
    }))
    .filter(({ cells }) => isAll || cells.some((cell) => cell !== null));
  return { columns: shown, rows: query.sort ? sorted(kept, query.sort, locale) : kept };
}

function fits(cell: PostCell, { turn, state, isLate: late }: PostsQuery, now: number): boolean {
  if (cell.kind === 'none') return false;
  if (turn !== null && turnOf(cell) !== turn) return false;
  if (state !== null && stateOf(cell) !== state) return false;
  return !late || isLate(cell, now);
}

type Kept<Row> = { row: Row; cells: (PostCell | null)[] };

function sorted<Row extends GridRow>(kept: Kept<Row>[], sort: Sort, locale: string): Kept<Row>[] {
  if (sort === 'name') {
    const { compare } = new Intl.Collator(locale);
    return [...kept].sort((a, b) => compare(a.row.name, b.row.name));
  }
  const rank = sort === 'due' ? earliestDue : longestWait;
  const ranks = new Map(kept.map((one) => [one, rank(one.cells)]));
  return [...kept].sort((a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0));
}

const never = Number.MAX_SAFE_INTEGER;

function earliestDue(cells: (PostCell | null)[]): number {
  const dues = cells.map((cell) =>
    cell && cell.kind !== 'none' && turnOf(cell) !== 'nobody' ? (cell.due ?? never) : never,
  );
  return Math.min(never, ...dues);
}

/** What waits for the brand comes before what waits for creators, each the longest first. */
function longestWait(cells: (PostCell | null)[]): number {
  const waits = cells.map((cell) => {
    if (!cell || !('since' in cell) || cell.turn === 'nobody') return never;
    return cell.turn === 'brand' ? cell.since : never / 2 + cell.since;
  });
  return Math.min(never, ...waits);
}

/** What a reader of the brand side may say to a post. */
export interface MaySay {
  decide: boolean;
  clear: boolean;
}

/** It is the brand's turn, and this reader's among its people. */
export function waitsForReader(cell: PostCell, may: MaySay): boolean {
  if (turnOf(cell) !== 'brand') return false;
  return cell.kind === 'open' && cell.withLegal ? may.clear : may.decide;
}

/** What waits for this reader the longest; a text before an idea, which is no review. */
export function nextToReview(
  rows: readonly GridRow[],
  may: MaySay,
): { kind: 'open' | 'idea'; draftId: string } | null {
  const waiting = rows
    .flatMap((row) => Object.values(row.cells))
    .flatMap((cell) => ('since' in cell && waitsForReader(cell, may) ? [cell] : []))
    .sort((a, b) => a.since - b.since);
  return waiting.find(({ kind }) => kind === 'open') ?? waiting[0] ?? null;
}
