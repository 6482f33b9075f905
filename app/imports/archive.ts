// An archive of a creator's data, read by its directory: nothing is loaded but that and the few files
// that can hold posts. A gigabyte of pictures stays where it is.
import {
  BlobReader,
  configure,
  type Entry,
  type FileEntry,
  ZipReader,
} from '@zip.js/zip.js/lib/zip-core-native.js';
import { maxEntries, maxFileBytes, maxFilesRead } from '#shared/imports/limits.ts';
import { type OtherKind, type Source, sourceOf } from '#shared/imports/recognise.ts';
import type { Progress } from './read-file.ts';
import { NoLetters, textSink, TooLarge } from './text.ts';

// We are in a worker already, and it may start no other.
configure({ useWebWorkers: false });

export interface Opened {
  sources: Source[];
  /** Whose data it is, where the archive's folder says so. */
  handle: string;
}
export type ArchiveReading = { ok: true; opened: Opened } | { ok: false; what: OtherKind };

const no = (what: OtherKind): ArchiveReading => ({ ok: false, what });

/** Where exports keep posts; what a file is, its content says. */
const likely =
  /(?:^|\/)(?:posts|reels|followers)(?:_\d+)?\.json$|(?:^|\/)user_data[^/]*\.json$|\.csv$/i;

interface Directory {
  likely: FileEntry[];
  json: FileEntry[];
  names: Names;
}

/** What the names tell where no file of ours is in it. */
interface Names {
  root: string;
  hasHtml: boolean;
  hasSheet: boolean;
  hasWord: boolean;
  count: number;
}

export async function readArchive(file: Blob, progress: Progress): Promise<ArchiveReading> {
  const reader = new ZipReader(new BlobReader(file));
  try {
    const directory = await directoryOf(reader, progress);
    if (directory.names.count > maxEntries) return no('too-large');
    const chosen = directory.likely.length > 0 ? directory.likely : directory.json;
    if (chosen.length === 0) return no(otherArchive(directory.names));
    return await readEntries(chosen.slice(0, maxFilesRead), directory.names, progress);
  } catch (fault) {
    return no(faultOf(fault));
  } finally {
    await reader.close().catch(() => undefined);
  }
}

async function directoryOf(reader: ZipReader<unknown>, progress: Progress): Promise<Directory> {
  const names: Names = { root: '', hasHtml: false, hasSheet: false, hasWord: false, count: 0 };
  const found: Directory = { likely: [], json: [], names };
  const onprogress = async (done: number, total: number) => progress.directory(done, total);
  for await (const entry of reader.getEntriesGenerator({ onprogress })) {
    note(names, entry);
    if (names.count > maxEntries) break;
    if (entry.directory || /(?:^|\/)__MACOSX\//.test(entry.filename)) continue;
    if (likely.test(entry.filename)) found.likely.push(entry);
    else if (/\.json$/i.test(entry.filename)) found.json.push(entry);
  }
  return found;
}

function note(names: Names, { filename }: Entry): void {
  names.count++;
  if (names.count === 1) names.root = filename.split('/', 1)[0] ?? '';
  names.hasHtml ||= /\.html$/i.test(filename);
  names.hasSheet ||= filename.startsWith('xl/');
  names.hasWord ||= filename.startsWith('word/');
}

function otherArchive({ hasHtml, hasSheet, hasWord }: Names): OtherKind {
  if (hasSheet) return 'spreadsheet';
  if (hasWord) return 'word';
  return hasHtml ? 'instagram-html' : 'zip-without';
}

async function readEntries(
  entries: readonly FileEntry[],
  names: Names,
  progress: Progress,
): Promise<ArchiveReading> {
  const bad = entries.flatMap((entry) => refusalOf(entry) ?? [])[0];
  if (bad) return no(bad);
  const total = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
  const sources: Source[] = [];
  let before = 0;
  for (const entry of entries) {
    const start = before;
    const sink = textSink(maxFileBytes, (bytes) => progress.files(start + bytes, total));
    await entry.getData(sink.stream, { checkSignature: true });
    sources.push(sourceOf(sink.text()));
    before += entry.uncompressedSize;
  }
  const isAny = sources.some(({ kind }) => kind !== 'other');
  if (!isAny && names.hasHtml) return no('instagram-html');
  return { ok: true, opened: { sources, handle: handleOf(names.root) } };
}

/** Letters shrink to a fifth, rarely to a twentieth: what promises far more is a trap. */
const mostRatio = 200;

function refusalOf({ encrypted, compressedSize, uncompressedSize }: FileEntry): OtherKind | null {
  if (encrypted) return 'zip-locked';
  if (uncompressedSize <= maxFileBytes) return null;
  return uncompressedSize > compressedSize * mostRatio ? 'zip-bomb' : 'too-large';
}

/** It said less than it holds, or it ends before its end. */
function faultOf(fault: unknown): OtherKind {
  if (fault instanceof TooLarge) return 'zip-bomb';
  return fault instanceof NoLetters ? 'letters' : 'zip-broken';
}

const handleOf = (root: string): string => {
  const user = /^instagram-(.+?)-\d{4}-\d{2}-\d{2}/.exec(root)?.[1];
  return user === undefined ? '' : `@${user}`;
};
