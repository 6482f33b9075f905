// What becomes of an upload that arrived whole: processed once, stored, written to where it is
// for (upload-target.ts), and the outcome kept for a day, so that a client whose answer was cut off does not send it all again.
import { mkdirSync } from 'node:fs';
import { readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from '#db/open.ts';
import { idFrom } from '#shared/ids.ts';
import type { UploadedFile } from '#shared/media.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { targetIn, type UploadTarget } from '#shared/upload-target.ts';
import { hashOf, type Processed, processMedia } from './media.ts';
import { type FileStorage, previewKey } from './storage.ts';
import { keepUpload, mayUpload, takesVideo } from './upload-target.ts';

/** What is known of an upload besides its bytes; all of it written by this server. */
export interface PendingUpload {
  target: UploadTarget;
  userId: string;
  filename: string;
  /** Bytes announced. */
  length: number;
}

export interface Finishing {
  find(id: string): Promise<PendingUpload | null>;
  /** Processes the upload, or tells what was made of it; as often as one likes. */
  finish(id: string): Promise<Result<UploadedFile>>;
  lengthOfFinished(id: string): Promise<number | null>;
  /** Uploads of one person that were begun and not finished. */
  countOpen(userId: string): Promise<number>;
  sweep(): Promise<void>;
}

interface Options {
  directory: string;
  db: Database;
  storage: FileStorage;
  now(): Date;
  randomBytes(length: number): Uint8Array;
}

const keptMs = 24 * 60 * 60 * 1000;
const outcomeSuffix = '.outcome';

export function createFinishing(options: Options): Finishing {
  const { directory } = options;
  mkdirSync(directory, { recursive: true });
  const running = new Map<string, Promise<Result<UploadedFile>>>();
  const at = (name: string) => join(directory, name);
  const find = (id: string) => readPending(at(`${id}.json`));
  const outcomeOf = (id: string) => readJson<Result<UploadedFile>>(at(id + outcomeSuffix));

  async function finishOnce(id: string): Promise<Result<UploadedFile>> {
    const before = await outcomeOf(id);
    if (before) return before;
    const upload = await find(id);
    const arrived = await stat(at(id)).catch(() => null);
    if (!upload || !arrived) return fail('not-found');
    if (arrived.size !== upload.length) return fail('not-now');
    const outcome = await keep(options, { upload, path: at(id) });
    await writeWhole(at(id + outcomeSuffix), JSON.stringify(outcome));
    await rm(at(id), { force: true });
    return outcome;
  }

  return {
    find,
    finish(id) {
      const already = running.get(id);
      if (already) return already;
      const work = finishOnce(id).finally(() => running.delete(id));
      running.set(id, work);
      return work;
    },
    async lengthOfFinished(id) {
      return (await outcomeOf(id)) ? ((await find(id))?.length ?? null) : null;
    },
    async countOpen(userId) {
      const names = await readdir(directory);
      const ids = names.filter((name) => /^[0-9a-f]{32}$/.test(name));
      const uploads = await Promise.all(ids.map(find));
      return uploads.filter((upload) => upload?.userId === userId).length;
    },
    sweep: () => sweep(options),
  };
}

/** Bytes first, row last: a row never names a file that is not there. */
async function keep(
  { db, storage, now, randomBytes }: Options,
  { upload, path }: { upload: PendingUpload; path: string },
): Promise<Result<UploadedFile>> {
  const processed = await processMedia(path);
  if (!processed.ok) return processed;
  const { target, userId, filename: name } = upload;
  if (processed.value.kind === 'video' && !takesVideo(target)) {
    return fail('file-type', { field: 'file' });
  }
  const stored = await storeMedia(storage, processed.value);
  return db.transaction(async (tx) => {
    // Processing takes seconds; the right to write may be gone by now.
    if (!(await mayUpload(tx, userId, target))) return fail('not-allowed');
    const id = idFrom(randomBytes(20));
    await keepUpload(tx, { id, target, name, userId, at: now(), stored });
    return ok(stored);
  });
}

/** Also for the demo, whose pictures come from no upload. */
export async function storeMedia(storage: FileStorage, media: Processed): Promise<UploadedFile> {
  const { kind, mime, width, height } = media;
  const source = media.kind === 'image' ? media.bytes : { path: media.path };
  const hash = await hashOf(source);
  const size = 'path' in source ? (await stat(source.path)).size : source.length;
  await storage.put(hash, source);
  if (media.kind === 'image') await storage.put(previewKey(hash), media.preview);
  return { hash, mime, kind, width, height, size };
}

/** Everything of uploads that nobody touched for a day: halves, outcomes, descriptions. */
async function sweep({ directory, now }: Options): Promise<void> {
  const touched = new Map<string, number>();
  const names = await readdir(directory);
  for (const name of names) {
    const id = name.slice(0, 32);
    const found = await stat(join(directory, name)).catch(() => null);
    touched.set(id, Math.max(touched.get(id) ?? 0, found?.mtimeMs ?? 0));
  }
  const limit = now().getTime() - keptMs;
  const stale = names.filter((name) => (touched.get(name.slice(0, 32)) ?? 0) < limit);
  await Promise.all(stale.map((name) => rm(join(directory, name), { force: true })));
}

/** The description that tus keeps beside the bytes. */
async function readPending(file: string): Promise<PendingUpload | null> {
  const upload = await readJson<{ size?: number; metadata?: Record<string, string> }>(file);
  const { userId, filename, ...rest } = upload?.metadata ?? {};
  const target = targetIn(rest);
  if (upload?.size === undefined || !target || !userId || !filename) return null;
  return { target, userId, filename, length: upload.size };
}

/** Null where the file is missing or was cut by a crash. */
async function readJson<T>(file: string): Promise<T | null> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as T;
  } catch {
    return null;
  }
}

async function writeWhole(file: string, text: string): Promise<void> {
  await writeFile(`${file}-new`, text);
  await rename(`${file}-new`, file);
}
