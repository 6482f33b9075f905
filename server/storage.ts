// Where the bytes of files lie: content-addressed, written whole or not at all. The interface is
// what S3-compatible storage offers too (put, head, ranged get); it knows no people and no rights.
import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { copyFile, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';

/** A file under the SHA-256 of its bytes, or something derived from it. */
export type FileKey = string;

export const previewKey = (hash: string): FileKey => `${hash}.preview`;

/** Both ends included, in bytes. */
export interface ByteRange {
  start: number;
  end: number;
}

export interface FileStorage {
  /**
   * Keeps the bytes durably under the key; the same key again is no error. A file given by its
   * path is taken away from there.
   */
  put(key: FileKey, source: Uint8Array | { path: string }): Promise<void>;
  /** The size in bytes, or null where there is no such file. */
  size(key: FileKey): Promise<number | null>;
  /** Forgets the bytes; what is not there is no error. */
  remove(key: FileKey): Promise<void>;
  /** The bytes, or the part asked for. */
  read(key: FileKey, range?: ByteRange): Readable;
}

const keyPattern = /^[0-9a-f]{64}(\.preview)?$/;
const folderName = 'files';

/** Where a file lies in DATA_DIR: spread over 256 folders by the first two digits. */
export const placeOf = (key: FileKey): string => `${folderName}/${key.slice(0, 2)}/${key}`;

/** The key of such a place, or null where it is none. */
export function keyAt(place: string): FileKey | null {
  const key = place.slice(place.lastIndexOf('/') + 1);
  return keyPattern.test(key) && placeOf(key) === place ? key : null;
}

/** Every file there is. What a running server is just writing has no key yet. */
export async function storedKeys(dataDir: string): Promise<FileKey[]> {
  const names = await readdir(join(dataDir, folderName), { recursive: true }).catch(unlessMissing);
  return (names ?? []).flatMap((name) => keyAt(`${folderName}/${name}`) ?? []).sort();
}

export async function openStorage(dataDir: string): Promise<FileStorage> {
  const directory = join(dataDir, folderName);
  await mkdir(directory, { recursive: true });
  await removeLeftovers(directory);

  return {
    async put(key, source) {
      const target = pathOf(dataDir, key);
      await makeFolder(directory, dirname(target));
      const temporary = join(directory, `incoming-${randomBytes(8).toString('hex')}`);
      await place(temporary, source);
      await rename(temporary, target);
      await syncDirectory(dirname(target));
    },
    async size(key) {
      const found = await stat(pathOf(dataDir, key)).catch(unlessMissing);
      return found?.size ?? null;
    },
    remove: (key) => rm(pathOf(dataDir, key), { force: true }),
    read: (key, range) => createReadStream(pathOf(dataDir, key), range),
  };
}

/** @throws on anything that is not a key, so that no path from outside gets here. */
function pathOf(dataDir: string, key: FileKey): string {
  if (!keyPattern.test(key)) throw new Error('not a file key');
  return join(dataDir, placeOf(key));
}

async function place(temporary: string, source: Uint8Array | { path: string }): Promise<void> {
  if ('path' in source) await take(source.path, temporary);
  const file = await open(temporary, 'path' in source ? 'r+' : 'wx', 0o600);
  try {
    if (!('path' in source)) await file.writeFile(source);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A rename, or a copy where uploads lie on another disk. */
async function take(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    await copyFile(from, to);
    await rm(from);
  }
}

async function makeFolder(directory: string, folder: string): Promise<void> {
  const made = await mkdir(folder, { recursive: true });
  if (made) await syncDirectory(directory);
}

/** A rename is on disk only when its directory is. */
export async function syncDirectory(directory: string): Promise<void> {
  const handle = await open(directory, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** What a crash left half written. */
async function removeLeftovers(directory: string): Promise<void> {
  const names = await readdir(directory);
  const leftovers = names.filter((name) => name.startsWith('incoming-'));
  await Promise.all(leftovers.map((name) => rm(join(directory, name), { force: true })));
}

function unlessMissing(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}
