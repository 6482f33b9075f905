// `restore`: an installation out of one backup, into an empty DATA_DIR and nowhere else. Everything
// is unpacked and checked in a folder inside it first, on the same disk, and then moved into place.
import { existsSync, mkdirSync } from 'node:fs';
import { readdir, rename, rm, rmdir } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startAnew } from '#db/backup.ts';
import { databaseFile } from '#db/connection.ts';
import { lockDirectory, lockFile } from '#db/lock.ts';
import { idFrom } from '#shared/ids.ts';
import { syncDirectory } from '../storage.ts';
import { type Manifest, readArchive } from './archive.ts';
import { Refusal, UsageError, type Verb } from './verb.ts';

export const restore: Verb = {
  usage: 'FILE',
  does: 'unpacks a backup into an empty DATA_DIR, while no server runs',
  async run(args, config) {
    const { positionals } = parseArgs({ args, allowPositionals: true });
    const [file, ...others] = positionals;
    if (!file || others.length > 0) throw new UsageError('restore takes one FILE to read.');
    const newEpoch = () => idFrom(randomBytes(20));
    const { madeAt, counts } = await restoreInto({ dataDir: config.dataDir, file, newEpoch });
    console.log(
      `${config.dataDir}: ${counts.documents} documents and ${counts.files} files as of ${madeAt}.`,
    );
    return 0;
  },
};

export interface RestoreOptions {
  dataDir: string;
  file: string;
  newEpoch(): string;
}

const besideName = 'restoring';
/** What may be in a DATA_DIR that holds nothing: the lock, and what a disk of its own begins with. */
const ofNobody = new Set([lockFile, `${lockFile}-journal`, 'lost+found']);

/** @throws Refusal, DataDirectoryError: then DATA_DIR is as it was. */
export async function restoreInto({ dataDir, file, newEpoch }: RestoreOptions): Promise<Manifest> {
  if (!existsSync(file)) throw new Refusal(`There is no file ${file}.`);
  // A running server is named before the folder that it fills.
  if (existsSync(join(dataDir, lockFile))) lockDirectory(dataDir)();
  await refuseUnlessEmpty(dataDir);
  const beside = join(dataDir, besideName);
  const made = makeDirectories(dataDir, beside);
  try {
    const manifest = await readArchive(file, beside);
    await startAnew(join(beside, databaseFile), newEpoch);
    await moveIn(beside, dataDir);
    return manifest;
  } catch (error) {
    await rm(beside, { recursive: true, force: true });
    if (made) await rm(made, { recursive: true });
    throw error;
  }
}

async function refuseUnlessEmpty(dataDir: string, allowed?: string): Promise<void> {
  const names = existsSync(dataDir) ? await readdir(dataDir) : [];
  const found = names.filter((name) => !ofNobody.has(name) && name !== allowed);
  if (found.length === 0) return;
  throw new Refusal(
    `DATA_DIR ${dataDir} is not empty: it holds ${found.join(', ')}. ` +
      'Name another folder, or move what is there out of the way first.',
  );
}

/** Makes both; tells the topmost folder above `beside` that was not there. */
function makeDirectories(dataDir: string, beside: string): string | undefined {
  try {
    const made = mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    mkdirSync(beside, { mode: 0o700 });
    return made;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Refusal(`DATA_DIR ${dataDir} cannot be written (${code}).`);
  }
}

/** Under the lock: a server that was started meanwhile has a database of its own there. */
async function moveIn(beside: string, dataDir: string): Promise<void> {
  const unlock = lockDirectory(dataDir);
  try {
    await refuseUnlessEmpty(dataDir, besideName);
    const names = (await readdir(beside)).filter((name) => name !== databaseFile);
    // The database last: with it the installation is there.
    for (const name of [...names, databaseFile])
      await rename(join(beside, name), join(dataDir, name));
    await rmdir(beside);
    await syncDirectory(dataDir);
  } finally {
    unlock();
  }
}
