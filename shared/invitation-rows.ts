// Rows pasted from a sheet, as the people they invite. Everything that was pasted stays where it
// was: a row that is not understood says so beside the cell, and is mended or left out by hand.
// Nothing here is stored; the words for a doubt are in words/invite-rows.ts.
import { maxNameLength } from './account-limits.ts';
import { feeWords, readFee } from './fees.ts';
import {
  handleKey,
  isAddress,
  type PostToMake,
  readHandle,
  readLanguage,
  readPlatforms,
  readPosts,
} from './invitation-cells.ts';
import { type Column, type Layout, layoutOf } from './invitation-columns.ts';
import { readSheet, type SheetRow, writeSheet } from './sheet.ts';
import type { Locale } from './words/words.ts';

/** So many at once: the rest waits beside them for the next go. */
export const maxRows = 200;
export const maxHandleLength = 60;
export const maxFeeLength = 120;

export interface Pasted extends Layout {
  rows: SheetRow[];
  /** What came after the most rows that are taken at once. */
  rest: SheetRow[];
}

export function readInvitations(text: string): Pasted {
  const all = readSheet(text);
  const layout = layoutOf(all);
  const rows = layout.header ? all.slice(1) : all;
  return { ...layout, rows: rows.slice(0, maxRows), rest: rows.slice(maxRows) };
}

export interface Around {
  deliverables: readonly PostToMake[];
  /** Everybody who was ever invited to this brief. */
  here: readonly { name: string; handle: string }[];
  /** Creators of the workspace's other briefs: they have an account. */
  known: readonly { userId: string; name: string; handle: string }[];
  /** The language of whoever's cell says nothing. */
  language: Locale;
}

/** What keeps a row from being invited, at one of its cells or at the row as a whole. */
export type Doubt =
  | { kind: 'name-missing' | 'too-long' | 'language' | 'platform' | 'posts' | 'mail' }
  | { kind: 'posts-too-many'; there: number }
  /** More cells than the sheet has columns. */
  | { kind: 'columns'; has: number; width: number }
  | { kind: 'double'; line: number }
  | { kind: 'in-brief'; name: string };

type Detailed = 'posts-too-many' | 'columns' | 'double' | 'in-brief';

export interface Entry {
  /** Whose account it is, where the workspace knows them. */
  userId: string | null;
  name: string;
  handle: string;
  locale: Locale;
  fee: string;
  posts: string[] | null;
  mail: string;
}

export interface JudgedRow {
  doubts: (Doubt & { column: Column | null })[];
  entry: Entry;
  /** The fee as a number, where it is one. */
  feeWords: string | null;
  /** The name under which the workspace knows whose handle it is. */
  knownAs: string | null;
}

/** A row as it stands on the page: its cells may have been mended since. */
export interface Row {
  line: number;
  cells: readonly string[];
  isOut: boolean;
}

export const rowOf = ({ line, cells }: SheetRow): Row => ({
  line,
  cells,
  isOut: false,
});

/** Each row with what is doubtful about it; of one handle in two rows the later is. */
export function judgeRows(rows: readonly Row[], sheet: Sheet, around: Around): JudgedRow[] {
  const here = new Map(around.here.map((one) => [handleKey(one.handle), one.name]));
  const lines = new Map<string, number>();
  return rows.map((row) => {
    const judged = judgeRow(row, sheet, around);
    const key = handleKey(judged.entry.handle);
    if (key === '' || row.isOut) return judged;
    const name = here.get(key);
    const line = lines.get(key);
    if (line === undefined) lines.set(key, row.line);
    const doubts = [...judged.doubts];
    if (name !== undefined) doubts.push({ kind: 'in-brief', name, column: 'handle' });
    else if (line !== undefined) doubts.push({ kind: 'double', line, column: 'handle' });
    return { ...judged, doubts };
  });
}

type Sheet = Pick<Layout, 'roles' | 'width'>;

function judgeRow(row: Row, { roles, width }: Sheet, around: Around): JudgedRow {
  const said = (column: Column) => {
    const index = roles.indexOf(column);
    return index < 0 ? '' : (row.cells[index] ?? '');
  };
  const doubts: JudgedRow['doubts'] = [];
  const doubt = (column: Column, kind: Exclude<Doubt['kind'], Detailed>) =>
    doubts.push({ kind, column });

  const handle = readHandle(said('handle'));
  // A sheet without names: the handle is who they are.
  const name = roles.includes('name') ? said('name') : handle.replace(/^@/, '');
  if (name === '') doubt('name', 'name-missing');
  else if (length(name) > maxNameLength) doubt('name', 'too-long');
  if (length(handle) > maxHandleLength) doubt('handle', 'too-long');
  const fee = said('fee');
  if (length(fee) > maxFeeLength) doubt('fee', 'too-long');
  const language = said('language') === '' ? around.language : readLanguage(said('language'));
  if (language === null) doubt('language', 'language');
  const platforms = readPlatforms(said('platform'));
  if (platforms === null) doubt('platform', 'platform');
  const mail = said('mail');
  if (mail !== '' && !isAddress(mail)) doubt('mail', 'mail');
  const posts = readPosts(said('posts'), around.deliverables, platforms ?? []);
  if ('wrong' in posts && around.deliverables.length > 0) {
    if (posts.wrong === 'unknown') doubt('posts', 'posts');
    else
      doubts.push({ kind: 'posts-too-many', there: around.deliverables.length, column: 'posts' });
  }
  const has = row.cells.length;
  if (has > width) doubts.push({ kind: 'columns', has, width, column: null });

  const person =
    handle === ''
      ? undefined
      : around.known.find((one) => handleKey(one.handle) === handleKey(handle));
  const amount = readFee(fee);
  return {
    doubts,
    feeWords: amount && feeWords(amount),
    knownAs: person?.name ?? null,
    entry: {
      userId: person?.userId ?? null,
      name,
      handle,
      locale: language ?? around.language,
      fee,
      posts: 'posts' in posts ? posts.posts : null,
      mail,
    },
  };
}

const length = (text: string): number => [...text].length;

/** The row without what is beyond the columns. */
export const cutTo = (row: Row, width: number): Row => ({
  ...row,
  cells: row.cells.slice(0, width),
});

/**
 * "9" and "000" as the "9,000" they were before a comma parted them: the row with these two cells as
 * one, or null where no such pair stands at the fee.
 */
export function joinedFee(row: Row, roles: readonly (Column | null)[]): Row | null {
  const at = roles.indexOf('fee');
  const [whole = '', rest = ''] = at < 0 ? [] : row.cells.slice(at, at + 2);
  if (!/(^|\D)\d{1,3}$/.test(whole) || !/^\d{3}(\D|$)/.test(rest)) return null;
  const cells = [...row.cells.slice(0, at), `${whole},${rest}`, ...row.cells.slice(at + 2)];
  return { ...row, cells };
}

/** What waits for the next go, as it would be pasted: under a header that says what was found out. */
export function restOf({ rest, roles }: Pasted): string {
  if (rest.length === 0) return '';
  return writeSheet([roles.map((role) => role ?? '–'), ...rest.map(({ cells }) => cells)]);
}
