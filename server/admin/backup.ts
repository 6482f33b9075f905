// `backup`: everything that cannot be made again, in one file, while people type. First the
// database, then the files: those are only added, so a row never names one that is not there.
import { existsSync, readFileSync } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { copyDatabase, countsOf } from '#db/backup.ts';
import { databaseFile } from '#db/connection.ts';
import { root } from '#db/root.ts';
import { keyAt, placeOf, storedKeys, syncDirectory } from '../storage.ts';
import { keyFiles, type Manifest, type Source, writeArchive } from './archive.ts';
import { progress, Refusal, UsageError, type Verb } from './verb.ts';

export const backup: Verb = {
  usage: 'FILE',
  does: 'writes database, files and keys into one file, while the server runs',
  async run(args, config) {
    const { positionals } = parseArgs({ args, allowPositionals: true });
    const [file, ...others] = positionals;
    if (!file || others.length > 0) throw new UsageError('backup takes one FILE to write.');
    const manifest = await backUp({ dataDir: config.dataDir, file, now: () => new Date() });
    for (const warning of warnings(manifest)) process.stderr.write(`${warning}\n`);
    const { size } = await stat(file);
    const { documents, updates, files } = manifest.counts;
    console.log(
      `${resolve(file)}: ${size} bytes, ${documents} documents, ${updates} updates, ${files} files.`,
    );
    return 0;
  },
};

export interface BackupOptions {
  dataDir: string;
  file: string;
  now(): Date;
}

/** @throws Refusal, DataDirectoryError: then nothing of it is left. */
export async function backUp({ dataDir, file, now }: BackupOptions): Promise<Manifest> {
  if (existsSync(file)) throw new Refusal(`${file} is there already. Choose another name.`);
  const partial = `${file}.partial`;
  const copy = `${partial}.sqlite`;
  await reserve(copy);
  try {
    await rm(partial, { force: true });
    await copyDatabase(dataDir, copy);
    const madeAt = now().toISOString();
    const counts = await countsOf(copy);
    const manifest = await writeArchive(partial, sources(dataDir, copy), (sha256) => {
      const files = Object.keys(sha256).filter((name) => keyAt(name) !== null).length;
      return { format: 1, madeAt, version: appVersion(), counts: { ...counts, files }, sha256 };
    });
    await rename(partial, file);
    await syncDirectory(dirname(resolve(file)));
    return manifest;
  } catch (error) {
    // A full disk, a file without the right: what the operator can change.
    if (error instanceof Error && 'errno' in error)
      throw new Refusal(`${file} could not be written: ${error.message}.`);
    throw error;
  } finally {
    // The copy last: while it is there, nobody else writes the partial file.
    await rm(partial, { force: true });
    await rm(copy, { force: true });
  }
}

/** An empty file that only its owner can read, and that only one backup can make. */
async function reserve(copy: string): Promise<void> {
  const handle = await open(copy, 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EEXIST')
      throw new Refusal(
        `${copy} is there: that backup is under way or was cut off. If none runs, delete it.`,
      );
    throw new Refusal(`${copy} cannot be written (${error.code}).`);
  });
  await handle.close();
}

async function* sources(dataDir: string, copy: string): AsyncGenerator<Source> {
  yield { name: databaseFile, path: copy };
  for (const name of keyFiles) {
    const path = join(dataDir, name);
    if (existsSync(path)) yield { name, path };
  }
  const keys = await storedKeys(dataDir);
  const say = progress('Files');
  for (const [done, key] of keys.entries()) {
    say(done, keys.length);
    yield { name: placeOf(key), path: join(dataDir, placeOf(key)) };
  }
}

/** What is wrong with the installation and not with the backup. */
function warnings({ sha256 }: Manifest): string[] {
  const lost = keyFiles.filter((name) => !(name in sha256));
  const rotten = Object.entries(sha256).filter(([name, hash]) => {
    const key = keyAt(name);
    return key !== null && !key.endsWith('.preview') && key !== hash;
  });
  return [
    ...lost.map((name) => `${name} is missing in DATA_DIR, and so in this backup.`),
    ...rotten.map(([name]) => `${name} holds other bytes than its name says.`),
  ];
}

function appVersion(): string {
  const file = join(root, 'package.json');
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}
