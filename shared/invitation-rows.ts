// Rows pasted from a sheet, as the people they invite. Everything that was pasted stays where it
// was: a row that is not understood says so beside the cell, and is mended or left out by hand.
// Nothing here is stored; the words for a doubt are in words/invite-rows.ts.
import { maxNameLength } from './account-limits.ts';
import { feeWords, readFee } from './fees.ts';
import {
  handleKey,
  isAddress,
  type PostsCell,
  type PostToMake,
  readHandle,
  readLanguage,
  readPlatforms,
  readPosts,
} from './invitation-cells.ts';
import { type Column, type Layout, layoutOf } from './invitation-columns.ts';
import { isPhone } from './phone.ts';
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

/** What keeps a row from being invited. */
export type Doubt =
  | { kind: 'name-missing' | 'too-long' | 'language' | 'platform' | 'posts' | 'mail' | 'phone' }
  | { kind: 'posts-too-many'; there: number }
  /** More cells than the sheet has columns. */
  | { kind: 'columns'; has: number; width: number }
  | { kind: 'double'; line: number }
  | { kind: 'in-brief'; name: string };

/** At one of its cells, or at the row as a whole. */
export type PlacedDoubt = Doubt & { column: Column | null };

export interface Entry {
  /** Whose account it is, where the workspace knows them. */
  userId: string | null;
  name: string;
  handle: string;
  locale: Locale;
  fee: string;
  posts: string[] | null;
  mail: string;
  phone: string;
}

export interface JudgedRow {
  doubts: PlacedDoubt[];
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
  const cell = (column: Column) => {
    const index = roles.indexOf(column);
    return index < 0 ? '' : (row.cells[index] ?? '');
  };
  const handle = readHandle(cell('handle'));
  const person = handle === '' ? undefined : around.known.find(sameHandle(handle));
  const amount = readFee(cell('fee'));
  const posts = readPosts(
    cell('posts'),
    around.deliverables,
    readPlatforms(cell('platform')) ?? [],
  );
  const entry: Entry = {
    userId: person?.userId ?? null,
    // A sheet without names: the handle is who they are.
    name: roles.includes('name') ? cell('name') : handle.replace(/^@/, ''),
    handle,
    locale: readLanguage(cell('language')) ?? around.language,
    fee: cell('fee'),
    posts: 'posts' in posts ? posts.posts : null,
    mail: cell('mail'),
    phone: cell('phone'),
  };
  const has = row.cells.length;
  // With everything one cell too far, what each cell seems to say is not worth a word.
  const doubts: PlacedDoubt[] =
    has > width
      ? [{ kind: 'columns', has, width, column: null }]
      : [...ofPerson(entry), ...ofChoices(cell), ...ofPosts(posts, around)];
  return { doubts, entry, feeWords: amount && feeWords(amount), knownAs: person?.name ?? null };
}

const sameHandle = (handle: string) => (one: { handle: string }) =>
  handleKey(one.handle) === handleKey(handle);

function ofPerson({ name, handle, fee, mail, phone }: Entry): PlacedDoubt[] {
  const doubts: PlacedDoubt[] = [];
  if (name === '') doubts.push({ kind: 'name-missing', column: 'name' });
  if (length(name) > maxNameLength) doubts.push({ kind: 'too-long', column: 'name' });
  if (length(handle) > maxHandleLength) doubts.push({ kind: 'too-long', column: 'handle' });
  if (length(fee) > maxFeeLength) doubts.push({ kind: 'too-long', column: 'fee' });
  if (mail !== '' && !isAddress(mail)) doubts.push({ kind: 'mail', column: 'mail' });
  if (phone !== '' && !isPhone(phone)) doubts.push({ kind: 'phone', column: 'phone' });
  return doubts;
}

function ofChoices(cell: (column: Column) => string): PlacedDoubt[] {
  const doubts: PlacedDoubt[] = [];
  const language = cell('language');
  if (language !== '' && readLanguage(language) === null) {
    doubts.push({ kind: 'language', column: 'language' });
  }
  if (readPlatforms(cell('platform')) === null) {
    doubts.push({ kind: 'platform', column: 'platform' });
  }
  return doubts;
}

/** Where the brief lists no posts yet there is nothing to choose from, and the page says so once. */
function ofPosts(posts: PostsCell, { deliverables }: Around): PlacedDoubt[] {
  const there = deliverables.length;
  if (!('wrong' in posts) || there === 0) return [];
  return posts.wrong === 'too-many'
    ? [{ kind: 'posts-too-many', there, column: 'posts' }]
    : [{ kind: 'posts', column: 'posts' }];
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
