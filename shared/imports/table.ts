// Posts out of a table, by what its columns mean. Meta, TikTok and YouTube name their columns so that
// they are known; for any other table the creator says which column is which.
import type { Platform } from '../platforms.ts';
import { type ColumnField, type Columns, columnsOf, plainName } from './columns.ts';
import { countOf } from './counts.ts';
import type { TableLine } from './csv-reading.ts';
import { maxCaption, maxPosts } from './limits.ts';
import { linkFacts } from './links.ts';
import { cleanText } from './mojibake.ts';
import { type DateOrder, dateOrderOf, readMoment } from './moments.ts';
import { saysPaid } from './paid.ts';
import {
  countNames,
  type ImportedPost,
  type ImportFormat,
  type PostCounts,
  type PostKind,
} from './post.ts';
import { type ChannelFacts, onceEach, type Reading, type Skipped } from './reading.ts';

export type TableFormat = Extract<ImportFormat, 'meta-csv' | 'tiktok-csv' | 'youtube' | 'plain'>;

export interface Table {
  format: TableFormat;
  header: string[];
  lines: TableLine[];
  columns: Columns;
  /** Null where all dates of the file can be read either way. */
  order: DateOrder | null;
  /** Of posts whose address says none. */
  platform: Platform;
}

/** Null where the first line names no columns at all. */
export function tableOf(all: readonly TableLine[]): Table | null {
  const [first, ...lines] = all;
  if (!first || first.cells.length < 2 || lines.length === 0) return null;
  const header = first.cells;
  const columns = columnsOf(header);
  const format = formatOf(header);
  const dates = cellsIn(lines, columns.date);
  return {
    format,
    header,
    lines,
    columns: format === 'youtube' ? withoutImpressions(header, columns) : columns,
    order: dateOrderOf(dates) ?? (format === 'plain' ? null : 'month-first'),
    platform: platformOf(format, cellsIn(lines, columns.link)),
  };
}

export const datesIn = ({ lines, columns }: Table): string[] => cellsIn(lines, columns.date);

const cellsIn = (lines: readonly TableLine[], column: number | undefined): string[] =>
  column === undefined ? [] : lines.map(({ cells }) => cells[column] ?? '');

/** What only that app's export has together, in the languages we know it in. */
const marks: [TableFormat, string[][]][] = [
  [
    'meta-csv',
    [
      ['post id', 'beitrags id'],
      ['publish time', 'veröffentlichungszeitpunkt'],
    ],
  ],
  ['tiktok-csv', [['video link'], ['post time', 'total likes', 'total views']]],
  ['youtube', [['content'], ['video title'], ['video publish time']]],
];

function formatOf(header: readonly string[]): TableFormat {
  const plain = new Set(header.map(plainName));
  const found = marks.find(([, all]) => all.every((any) => any.some((name) => plain.has(name))));
  return found?.[0] ?? 'plain';
}

/** Of YouTube they are thumbnails shown, no views. */
function withoutImpressions(header: readonly string[], columns: Columns): Columns {
  const { views, ...rest } = columns;
  const isViews = views !== undefined && plainName(header[views] ?? '') === 'views';
  return isViews ? columns : rest;
}

function platformOf(format: TableFormat, links: readonly string[]): Platform {
  if (format === 'youtube') return 'youtube';
  if (format === 'tiktok-csv') return 'tiktok';
  return links.flatMap((link) => linkFacts(link)?.platform ?? [])[0] ?? 'instagram';
}

interface Reader {
  table: Table;
  order: DateOrder;
  timeZone: string;
}

/** `timeZone`: where the device stands; times without a zone are taken as its own. */
export function readTable(table: Table, { timeZone }: { timeZone: string }): Reading {
  const reader: Reader = { table, order: table.order ?? 'month-first', timeZone };
  const told: { line: number; post: ImportedPost }[] = [];
  const skipped: Skipped[] = [];
  const handles = new Map<Platform, string>();
  let isDays = true;
  for (const { line, cells } of table.lines) {
    const read = readLine(reader, cells);
    if (read.why) skipped.push({ line, why: read.why });
    if (!read.post) continue;
    if (told.length >= maxPosts) skipped.push({ line, why: 'too-many' });
    else told.push({ line, post: read.post });
    if (read.handle) handles.set(read.post.platform, read.handle);
    isDays &&= read.isDay;
  }
  const { posts, skipped: twice } = onceEach(told);
  return {
    format: table.format,
    posts,
    skipped: [...skipped, ...twice].sort((a, b) => a.line - b.line),
    channels: [...handles].map(([platform, handle]) => channelFacts(platform, handle)),
    zone: isDays && told.length > 0 ? 'day' : 'device',
  };
}

const channelFacts = (platform: Platform, handle: string): ChannelFacts => ({
  platform,
  handle,
  followers: null,
  follows: null,
});

type ReadLine =
  | { post: null; why: Skipped['why'] }
  | { post: ImportedPost; why: 'bad-count' | null; handle: string; isDay: boolean };

function readLine({ table, order, timeZone }: Reader, cells: readonly string[]): ReadLine {
  const cell = (field: ColumnField): string => {
    const at = table.columns[field];
    return at === undefined ? '' : (cells[at] ?? '');
  };
  if (isTotal(table, cell)) return { post: null, why: 'total' };
  if (cell('date') === '') return { post: null, why: 'no-date' };
  const moment = readMoment(cell('date'), { order, timeZone });
  if (!moment) return { post: null, why: 'bad-date' };
  const counts = countsIn(cell);
  const caption = cleanText(cell('caption'), maxCaption);
  const place = placeOf(table, { cell, caption, at: moment.at });
  const post = {
    ...counts.known,
    ...place.post,
    publishedAt: moment.at,
    caption,
    sponsored: saysPaid(caption) ? true : null,
  };
  const handle = place.handle || handleIn(table, cells);
  return { post, why: counts.isUnread ? 'bad-count' : null, handle, isDay: moment.isDay };
}

type Cell = (field: ColumnField) => string;
type Counts = PostCounts & Pick<ImportedPost, 'followers'>;

/** A figure that cannot be read is as good as none. */
function countsIn(cell: Cell): { known: Counts; isUnread: boolean } {
  const read = [...countNames, 'followers' as const].map(
    (name) => [name, countOf(cell(name))] as const,
  );
  const known = read.map(([name, count]) => [name, count === 'unread' ? null : count]);
  return {
    known: Object.fromEntries(known) as Counts,
    isUnread: read.some(([, count]) => count === 'unread'),
  };
}

const totals = new Set(['total', 'totals', 'gesamt', 'summe', 'totale', 'รวม', 'ทั้งหมด']);

/** YouTube's first row, and the last of many spreadsheets. */
function isTotal({ format }: Table, cell: Cell): boolean {
  if ([cell('id'), cell('date'), cell('caption')].some((text) => totals.has(plainName(text)))) {
    return cell('date') === '' || totals.has(plainName(cell('date')));
  }
  return format === 'youtube' && cell('date') === '' && cell('caption') === '';
}

interface Place {
  post: Pick<ImportedPost, 'platform' | 'key' | 'kind' | 'permalink'>;
  handle: string;
}

/** Which post it is, and where it stands. */
function placeOf(
  { format, platform }: Table,
  { cell, caption, at }: { cell: Cell; caption: string; at: Date },
): Place {
  const id = idOf(cell('id'));
  const address = format === 'youtube' ? `https://www.youtube.com/watch?v=${id}` : cell('link');
  const link = linkFacts(address);
  const named = format !== 'plain' && id !== '' ? `id:${id}` : (link?.key ?? '');
  const kind = kindNamed(cell('kind')) ?? link?.kind ?? (platform === 'tiktok' ? 'video' : 'post');
  return {
    post: {
      platform: link?.platform ?? platform,
      key: keyOf(named || `day:${at.toISOString()} ${caption}`),
      kind,
      permalink: link ? cleanText(address, 500) : '',
    },
    handle: link?.handle ?? '',
  };
}

/** Spreadsheets turn long numbers into 1.8E+16, and many posts then share one. */
const idOf = (cell: string): string =>
  /^\d[\d.,]*E\+\d+$/i.test(cell) ? '' : cell.replace(/^'/, '');

const keyOf = (name: string): string =>
  Array.from(name.replace(/\s+/g, ' ')).slice(0, 180).join('');

const kinds: [RegExp, PostKind][] = [
  [/reel/i, 'reel'],
  [/car[or]us|karussell|album/i, 'carousel'],
  [/stor(?:y|ies)|สตอรี่/i, 'story'],
  [/short/i, 'short'],
  [/video|vídeo|วิดีโอ/i, 'video'],
  [/image|photo|foto|bild|imagem|imagen|รูป/i, 'photo'],
];

const kindNamed = (name: string): PostKind | null =>
  kinds.find(([pattern]) => pattern.test(name))?.[1] ?? null;

/** Meta's own column. */
function handleIn({ format, header }: Table, cells: readonly string[]): string {
  if (format !== 'meta-csv') return '';
  const at = header.findIndex((name) =>
    ['account username', 'konto benutzername'].includes(plainName(name)),
  );
  const name = at < 0 ? '' : (cells[at] ?? '');
  return name === '' ? '' : `@${cleanText(name, 80).replace(/^@/, '')}`;
}
