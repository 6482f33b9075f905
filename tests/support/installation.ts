// An installation on disk that no server holds: a document with a folded log and a picture in
// storage; and the real server process and the operator's command on such a folder.
import { type ChildProcess, spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach } from 'vitest';
import * as Y from 'yjs';
import { addFile } from '#db/files.ts';
import { type Database, openDatabase } from '#db/open.ts';
import { readOrMakeKey } from '#server/auth/secrets.ts';
import { openSigning } from '#server/signing.ts';
import { openStorage, previewKey } from '#server/storage.ts';
import { edit, guidelines, seedDirectory } from './engine.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const cleanUps: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

export const picture = Buffer.from('the bytes of a picture');
export const pictureHash = createHash('sha256').update(picture).digest('hex');

/** A folder of its own, gone after the test. */
export function folder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'cobrief-admin-'));
  cleanUps.push(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

/** `cobrief` below a folder of its own: nine updates, folded after the third and the sixth. */
export async function madeInstallation(): Promise<string> {
  const dir = join(folder(), 'cobrief');
  await seedDirectory(dir);
  const db = await openDatabase({ dir });
  await typeNine(db);
  await addPicture(db, dir);
  await db.close();
  await openSigning(dir);
  readOrMakeKey(dir, randomBytes);
  return dir;
}

async function typeNine(db: Database): Promise<void> {
  const doc = Object.assign(new Y.Doc(), { clientID: 77 });
  for (let n = 1; n <= 9; n++) {
    const update = edit(doc, (text) => text.insert(text.length, `word${n} `));
    const by = { userId: 'ploy', connectionId: 'c1', clientIds: [77] };
    await db.log.append([{ document: guidelines, epoch: 'epoch1', aclEpoch: 0, update, ...by }]);
    if (n % 3 > 0 || n === 9) continue;
    const state = Y.encodeStateAsUpdate(doc);
    const historyMs = 0;
    await db.log.saveSnapshot({ document: guidelines, epoch: 'epoch1', seq: n, state, historyMs });
  }
}

async function addPicture(db: Database, dir: string): Promise<void> {
  const storage = await openStorage(dir);
  await storage.put(pictureHash, picture);
  await storage.put(previewKey(pictureHash), Buffer.from('a smaller one'));
  await db.transaction((tx) =>
    addFile(tx, {
      id: 'picture1',
      draftId: 'malidraft',
      hash: pictureHash,
      mime: 'image/jpeg',
      size: picture.length,
      width: 4,
      height: 3,
      name: 'beach.jpg',
      uploadedBy: 'mali',
      createdAt: new Date(1_000),
    }),
  );
}

export interface Process {
  /** Of documents, for clients. */
  url: string;
  stop(): Promise<void>;
}

/** The real server on this folder, without pages. */
export function startProcess(dir: string): Promise<Process> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'tests/support/sync-process.ts'], {
    cwd: root,
    env: { ...process.env, DATA_DIR: dir, PORT: '0', COBRIEF_DEMO: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const stop = () => ended(child);
  cleanUps.push(stop);
  return new Promise((resolve, reject) => {
    let out = '';
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString();
      const ready = /^ready (\S+)$/m.exec(out);
      if (ready) resolve({ url: `${(ready[1] as string).replace('http', 'ws')}/sync`, stop });
    });
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${out}`)));
  });
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGKILL');
  });
}

export interface Answer {
  code: number | null;
  out: string;
  err: string;
}

/** `npm run admin -- …` as the operator calls it. */
export function admin(dataDir: string, ...args: string[]): Promise<Answer> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/admin.ts', ...args], {
    cwd: root,
    env: { ...process.env, DATA_DIR: dataDir, COBRIEF_DEMO: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  cleanUps.push(() => ended(child));
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, out, err })));
}
