// A workspace's creators as a list: which of them are shown and in which order, all of it in the page's
// address. Pure. Followers are no order and no filter here, whatever an address asks for.
import { type Base, bases } from './engagement.ts';
import type { RankRange } from './engagement/ranking.ts';
import type { Spread } from './engagement/spread.ts';
import type { Shown } from './imports/shown.ts';
import { type Platform, platforms } from './platforms.ts';
import type { Locale } from './words/words.ts';

/** A creator's figures on one platform. */
export interface PlatformFigures {
  platform: Platform;
  /** Null where no post could be counted. */
  spread: Spread | null;
  /** Null where the posts are too few to stand beside others. */
  rank: RankRange | null;
  /** Accounts reached by the median post, where that is known. */
  reach: number | null;
  lastPost: number;
  followers: number | null;
}

/** What the brand's people say of how well they go together, as this reader may know it. */
export interface RosterFit {
  briefId: string;
  raters: number;
  /** 1 to 5; null while the reader has not rated them alone. */
  mean: number | null;
}

export interface RosterRow {
  userId: string;
  name: string;
  handle: string;
  shown: Shown;
  briefs: { id: string; title: string }[];
  /** The one with the most counted posts first; empty where nothing is shown. */
  figures: PlatformFigures[];
}

/** No `followers` among them. */
export const rosterSorts = ['engagement', 'reach', 'last', 'name'] as const;
export type RosterSort = (typeof rosterSorts)[number];

export const rosterColumns = ['platforms', 'reach', 'last', 'fit', 'briefs'] as const;
export type RosterColumn = (typeof rosterColumns)[number];

export interface RosterQuery {
  workspaceId: string | null;
  base: Base;
  sort: RosterSort;
  text: string;
  platform: Platform | null;
  /** With figures to compare, without any, or null for both. */
  has: 'figures' | 'nothing' | null;
  columns: RosterColumn[];
  page: number;
}

export const rowsAPage = 25;
/** Characters of what the brand notes about somebody. */
export const maxRosterNote = 2000;
const longestText = 80;

const oneOf = <T extends string>(all: readonly T[], asked: string | null): T | null =>
  all.find((one) => one === asked) ?? null;

/** What is read of the part of an address after the question mark. */
export interface Address {
  get(name: string): string | null;
  getAll(name: string): string[];
}

export function readRosterQuery(address: Address): RosterQuery {
  const get = (name: string) => address.get(name);
  const chosen = address.getAll('col');
  const page = Number.parseInt(get('page') ?? '1', 10);
  return {
    workspaceId: get('workspace'),
    base: oneOf(bases, get('by')) ?? 'followers',
    sort: oneOf(rosterSorts, get('sort')) ?? 'engagement',
    text: (get('q') ?? '').trim().slice(0, longestText),
    platform: oneOf(platforms, get('platform')),
    has: oneOf(['figures', 'nothing'] as const, get('has')),
    // A form with no tick sends nothing: `cols` says that it was asked.
    columns: get('cols') ? rosterColumns.filter((one) => chosen.includes(one)) : [...rosterColumns],
    page: page >= 1 ? page : 1,
  };
}

/** What differs from the list as it first opens. */
export function writeRosterQuery(query: RosterQuery): string {
  const isAll = query.columns.length === rosterColumns.length;
  const pairs: [string, string | null][] = [
    ['workspace', query.workspaceId],
    ['by', query.base === 'followers' ? null : query.base],
    ['sort', query.sort === 'engagement' ? null : query.sort],
    ['q', query.text],
    ['platform', query.platform],
    ['has', query.has],
    ['cols', isAll ? null : '1'],
    ...query.columns.map((column): [string, string | null] => ['col', isAll ? null : column]),
    ['page', query.page > 1 ? `${query.page}` : null],
  ];
  return pairs
    .flatMap(([name, value]) => (value ? [`${name}=${encodeURIComponent(value)}`] : []))
    .join('&');
}

/** The figures a row is looked at by: of the platform asked for, or the first. */
export const figureOf = (row: RosterRow, platform: Platform | null): PlatformFigures | null =>
  (platform ? row.figures.find((one) => one.platform === platform) : row.figures[0]) ?? null;

export function arrangeRoster(
  rows: readonly RosterRow[],
  query: RosterQuery,
  locale: Locale,
): RosterRow[] {
  const wanted = query.text.toLocaleLowerCase(locale);
  const names = new Intl.Collator(locale);
  const orderOf = orderFor(query);
  return rows
    .filter((row) => isWanted(row, query, wanted))
    .map((row) => ({ row, order: orderOf(row) }))
    .sort(
      ({ row: a, order: [groupA, valueA] }, { row: b, order: [groupB, valueB] }) =>
        groupB - groupA || valueB - valueA || names.compare(a.name, b.name),
    )
    .map(({ row }) => row);
}

function isWanted(row: RosterRow, { platform, has }: RosterQuery, text: string): boolean {
  const figure = figureOf(row, platform);
  if (platform && !figure) return false;
  if (has !== null && (has === 'figures') !== (figure?.spread != null)) return false;
  return text === '' || `${row.name}\n${row.handle}`.toLocaleLowerCase().includes(text);
}

/** Two numbers, the larger the earlier; who has no such figure comes after those who have, by name. */
function orderFor({ sort, platform }: RosterQuery): (row: RosterRow) => [number, number] {
  const of = (row: RosterRow) => figureOf(row, platform);
  const known = (value: number | null | undefined): [number, number] =>
    value == null ? [0, 0] : [1, value];
  switch (sort) {
    case 'name':
      return () => [0, 0];
    case 'reach':
      return (row) => known(of(row)?.reach);
    case 'last':
      return (row) => known(of(row)?.lastPost);
    case 'engagement':
      // Too few posts to say: after those that can be compared.
      return (row) => {
        const figure = of(row);
        return figure?.spread ? [figure.rank ? 2 : 1, figure.spread.median] : [0, 0];
      };
  }
}
