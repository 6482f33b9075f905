// The one file of a backup: a tar of the database, the keys and the files, and last a manifest with
// the SHA-256 of each, so that an archive without one was cut off. It knows which names an archive
// may hold; any other makes it a stranger's, and no path of it is ever followed.
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type Entry, extract, pack, type Pack } from 'tar-stream';
import { z } from 'zod';
import { databaseFile } from '#db/connection.ts';
import { authKeyFile } from '../auth/secrets.ts';
import { signingKeyFile } from '../signing.ts';
import { keyAt } from '../storage.ts';
import { Refusal } from './verb.ts';

export const keyFiles = [signingKeyFile, authKeyFile];

const manifestName = 'manifest.json';
const ownerOnly = 0o600;

const manifestSchema = z.object({
  format: z.literal(1),
  madeAt: z.iso.datetime(),
  /** Of the Cobrief that made it. */
  version: z.string(),
  counts: z.object({
    documents: z.number(),
    updates: z.number(),
    snapshots: z.number(),
    files: z.number(),
  }),
  /** SHA-256 by name, of everything else in the archive. */
  sha256: z.record(z.string(), z.string()),
});
export type Manifest = z.infer<typeof manifestSchema>;

export interface Source {
  /** In the archive. */
  name: string;
  path: string;
}

/** Writes the archive, on disk when it resolves; `seal` says the rest of the manifest. */
export async function writeArchive(
  file: string,
  sources: AsyncIterable<Source>,
  seal: (sha256: Manifest['sha256']) => Manifest,
): Promise<Manifest> {
  const archive = pack();
  const output = createWriteStream(file, { flags: 'wx', mode: ownerOnly, flush: true });
  const written = pipeline(archive, output);
  const [manifest] = await Promise.all([fill(archive, sources, seal), written]);
  return manifest;
}

async function fill(
  archive: Pack,
  sources: AsyncIterable<Source>,
  seal: (sha256: Manifest['sha256']) => Manifest,
): Promise<Manifest> {
  try {
    const sha256: Manifest['sha256'] = {};
    for await (const source of sources) sha256[source.name] = await add(archive, source);
    const manifest = seal(sha256);
    archive.entry({ name: manifestName, mode: ownerOnly }, JSON.stringify(manifest));
    archive.finalize();
    return manifest;
  } catch (error) {
    archive.destroy(error as Error);
    throw error;
  }
}

async function add(archive: Pack, { name, path }: Source): Promise<string> {
  const hash = createHash('sha256');
  const { size } = await stat(path);
  const entry = archive.entry({ name, size, mode: ownerOnly });
  await pipeline(createReadStream(path), hashing(hash), entry);
  return hash.digest('hex');
}

/** Unpacks into `folder` and compares every byte. @throws Refusal in words when it is not whole. */
export async function readArchive(file: string, folder: string): Promise<Manifest> {
  const { manifest, sha256 } = await unpack(file, folder);
  const names = new Set([...Object.keys(manifest.sha256), ...Object.keys(sha256)]);
  const wrong = [...names].find((name) => manifest.sha256[name] !== sha256[name]);
  if (wrong) throw new Refusal(`${file} is damaged: ${wrong} is not what was backed up.`);
  if (!sha256[databaseFile]) throw new Refusal(`${file} holds no database.`);
  return manifest;
}

interface Unpacked {
  manifest: Manifest;
  sha256: Manifest['sha256'];
}

async function unpack(file: string, folder: string): Promise<Unpacked> {
  const sha256: Manifest['sha256'] = {};
  const entries = extract();
  const reading = pipeline(createReadStream(file), entries);
  // Told by the loop below as well, or by the missing manifest.
  const broken = reading.catch((error: Error) => error);
  try {
    for await (const entry of entries) {
      const { name } = entry.header;
      if (name === manifestName) return { manifest: await readManifest(file, entry), sha256 };
      if (!isOurs(entry) || name in sha256)
        throw new Refusal(`${file} is not a backup of Cobrief: it holds ${name}.`);
      sha256[name] = await place(entry, join(folder, name));
    }
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw unreadable(file, error as Error, sha256);
  }
  throw unreadable(file, (await broken) ?? new Error('it has no manifest'), sha256);
}

function unreadable(file: string, error: Error, sha256: Manifest['sha256']): Refusal {
  // The disk and not the archive: full, or without the right.
  if ('errno' in error) return new Refusal(`${file} cannot be unpacked: ${error.message}.`);
  return Object.keys(sha256).length > 0
    ? new Refusal(`${file} is cut off or damaged: ${error.message}.`)
    : new Refusal(`${file} is not a backup of Cobrief.`);
}

const isOurs = ({ header: { name, type } }: Entry): boolean =>
  type === 'file' && (name === databaseFile || keyFiles.includes(name) || keyAt(name) !== null);

async function place(entry: Entry, path: string): Promise<string> {
  const hash = createHash('sha256');
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const output = createWriteStream(path, { flags: 'wx', mode: ownerOnly, flush: true });
  await pipeline(entry, hashing(hash), output);
  return hash.digest('hex');
}

async function readManifest(file: string, entry: Entry): Promise<Manifest> {
  const chunks: Buffer[] = [];
  for await (const chunk of entry) chunks.push(chunk);
  const manifest = manifestSchema.safeParse(parsed(Buffer.concat(chunks).toString()));
  if (manifest.success) return manifest.data;
  throw new Refusal(`${file} has a manifest that this version of Cobrief does not know.`);
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

/** A step of a pipeline that takes the hash of what passes. */
function hashing(hash: ReturnType<typeof createHash>) {
  return async function* (chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      hash.update(chunk);
      yield chunk;
    }
  };
}
