// What a file is, by what is in it and never by its name: one of the formats creators can export, a
// table whose columns have to be named, or something else that is called by what it is.
import { plainName } from './columns.ts';
import { readCsv } from './csv-reading.ts';
import { type InstagramPart, instagramPart, joinInstagram } from './instagram.ts';
import { entriesOf, fieldOf, type Json, listOf } from './json-reading.ts';
import type { Reading } from './reading.ts';
import { type Table, tableOf } from './table.ts';
import { readTiktok, tiktokVideos } from './tiktok.ts';

/** What was chosen instead; each has words that say what is expected. */
export const otherKinds = [
  'empty',
  'web-page',
  'instagram-other',
  'instagram-html',
  'tiktok-no-videos',
  'watch-history',
  'json',
  'broken-json',
  'text',
  'no-posts',
  'picture',
  'film',
  'pdf',
  'spreadsheet',
  'word',
  'zip-without',
  'zip-broken',
  'zip-locked',
  'zip-bomb',
  'too-large',
  'letters',
] as const;
export type OtherKind = (typeof otherKinds)[number];

export type Source =
  | { kind: 'instagram'; part: InstagramPart }
  | { kind: 'tiktok'; videos: Json[] }
  | { kind: 'table'; table: Table }
  | { kind: 'other'; what: OtherKind };

const other = (what: OtherKind): Source => ({ kind: 'other', what });

/** The text of one file, without a byte order mark. */
export function sourceOf(text: string): Source {
  const start = text.slice(0, 2000).trimStart();
  if (start === '') return other('empty');
  if (/^<(?:!doctype html|html)/i.test(start)) {
    return other(/instagram/i.test(text.slice(0, 20_000)) ? 'instagram-html' : 'web-page');
  }
  if (start.startsWith('{') || start.startsWith('[')) return jsonSource(text);
  const table = tableOf(readCsv(text));
  return table ? { kind: 'table', table } : other('text');
}

function jsonSource(text: string): Source {
  let json: Json;
  try {
    json = JSON.parse(text) as Json;
  } catch {
    return other('broken-json');
  }
  const videos = tiktokVideos(json);
  if (videos) return { kind: 'tiktok', videos };
  const part = instagramPart(json);
  return part ? { kind: 'instagram', part } : other(otherJson(json));
}

/** Called by what it is, where it is something creators have lying beside the right file. */
function otherJson(json: Json): OtherKind {
  const [entry] = listOf(json);
  const names = entriesOf(json).map(([name]) => name);
  if (names.length === 0 && entry === undefined) return 'empty';
  if (names.some((name) => ['Activity', 'App Settings', 'Profile', 'Video'].includes(name))) {
    return 'tiktok-no-videos';
  }
  if (fieldOf(entry, 'titleUrl') !== null && fieldOf(entry, 'header') !== null) {
    return 'watch-history';
  }
  const isInstagram =
    names.some((name) =>
      /^(?:ig_|relationships_|likes_|saved_|organic_|profile_|participants$)/.test(name),
    ) ||
    fieldOf(entry, 'string_list_data') !== null ||
    fieldOf(entry, 'string_map_data') !== null;
  return isInstagram ? 'instagram-other' : 'json';
}

export type Understood =
  | { kind: 'posts'; reading: Reading }
  | { kind: 'table'; table: Table }
  | { kind: 'other'; what: OtherKind };

/**
 * All files of one choice together: one, or those of an archive. Instagram's are joined; of the rest
 * the first that holds posts is taken, because an archive of YouTube's repeats them by day.
 */
export function understand(sources: readonly Source[], facts: { handle: string }): Understood {
  const parts = sources.flatMap((one) => (one.kind === 'instagram' ? [one.part] : []));
  if (parts.length > 0) return judged(joinInstagram(parts, facts));
  const videos = sources.flatMap((one) => (one.kind === 'tiktok' ? one.videos : []));
  if (sources.some(({ kind }) => kind === 'tiktok')) return judged(readTiktok(videos));
  const tables = sources.flatMap((one) => (one.kind === 'table' ? [one.table] : []));
  const known = tables.filter(({ format }) => format !== 'plain');
  const table = known.find((one) => !isByDay(one)) ?? known[0] ?? tables[0];
  if (table) return { kind: 'table', table };
  return sources.find((one) => one.kind === 'other') ?? { kind: 'other', what: 'empty' };
}

/** YouTube's chart: the same videos again for every day. */
const isByDay = ({ format, header }: Table): boolean =>
  format === 'youtube' && header.some((name) => plainName(name) === 'date');

/** Followers alone are something to keep; a list of posts without one post is not. */
const judged = (reading: Reading): Understood =>
  reading.posts.length > 0 || reading.channels.some(({ followers }) => followers !== null)
    ? { kind: 'posts', reading }
    : { kind: 'other', what: 'no-posts' };
