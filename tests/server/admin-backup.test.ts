// `admin -- backup` and `restore`: one file taken while people type, an installation made of it,
// and every bad case refused in words with the folder left as it was.
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { pack } from 'tar-stream';
import { expect, test } from 'vitest';
import { appendEvent } from '#db/events.ts';
import { openDatabase } from '#db/open.ts';
import { backUp } from '#server/admin/backup.ts';
import { checkInstallation } from '#server/admin/check.ts';
import { restoreInto } from '#server/admin/restore.ts';
import { placeOf, previewKey } from '#server/storage.ts';
import {
  type Client,
  guidelines,
  maliDraft,
  openClient,
  readFromDisk,
  tokenOf,
} from '#tests/support/engine.ts';
import {
  admin,
  folder,
  madeInstallation,
  picture,
  pictureHash,
  startProcess,
} from '#tests/support/installation.ts';

const now = () => new Date('2026-01-02T03:04:05Z');
const newEpoch = () => 'epoch2';

async function madeBackup(): Promise<{ dir: string; file: string }> {
  const dir = await madeInstallation();
  const file = join(folder(), 'cobrief.tar');
  await backUp({ dataDir: dir, file, now });
  return { dir, file };
}

/** Types words without a pause, each with a barrier behind it, until told to stop. */
function typist(client: Client, prefix: string) {
  const acknowledged: string[] = [];
  let typed = 0;
  let isTyping = true;
  const running = (async () => {
    while (isTyping) {
      const word = `${prefix}${typed++}`;
      client.text.insert(client.text.length, `${word} `);
      void client.saved().then((refusal) => refusal === null && acknowledged.push(word));
      await new Promise((resolve) => setImmediate(resolve));
      if (typed - acknowledged.length > 50) await client.saved();
    }
  })();
  return {
    acknowledged,
    /** Resolves when that many more words were shown as saved. */
    async acknowledges(count: number) {
      const enough = acknowledged.length + count;
      while (acknowledged.length < enough) await client.saved();
    },
    async stop() {
      isTyping = false;
      await running;
    },
  };
}

test('a backup taken while three people type holds all that was saved before it, and restores clean', async () => {
  const dir = await madeInstallation();
  const server = await startProcess(dir);
  const at = { url: server.url, token: tokenOf };
  const clients = [
    openClient(at, 'ploy', guidelines),
    openClient(at, 'ta', guidelines),
    openClient(at, 'mali', maliDraft),
  ] as const;
  await Promise.all(clients.map((client) => client.synced()));
  const typists = clients.map((client, i) => typist(client, 'ptm'.charAt(i)));
  await Promise.all(typists.map((one) => one.acknowledges(100)));

  const promised = typists.map(({ acknowledged }) => [...acknowledged]);
  const file = join(folder(), 'cobrief.tar');
  const [answer] = await Promise.all([
    admin(dir, 'backup', file),
    ...typists.map((one) => one.acknowledges(100)),
  ]);
  expect([answer.code, answer.err]).toEqual([0, '']);
  // Nobody's typing ended with it.
  await Promise.all(typists.map((one) => one.acknowledges(10)));
  await Promise.all(typists.map((one) => one.stop()));
  await server.stop();
  expect((await checkInstallation(dir)).problems).toEqual([]);

  const restored = join(folder(), 'restored');
  expect((await admin(restored, 'restore', file)).code).toBe(0);
  const { problems, checked } = await checkInstallation(restored);
  expect(problems).toEqual([]);
  expect(checked).toMatchObject({ documents: 3, files: 2 });
  const db = await openDatabase({ dir: restored });
  const texts = await Promise.all(
    [guidelines, maliDraft].map(async (name) => (await readFromDisk(db, name)).getText('text')),
  );
  await db.close();
  const words = texts.flatMap((text) => text.toString().split(' '));
  const timesOf = (word: string) => words.filter((one) => one === word).length;
  expect(promised.flat().filter((word) => timesOf(word) !== 1)).toEqual([]);
}, 120_000);

test('a backup is one file for its owner alone, with database, keys, files and what it is of', async () => {
  const { dir, file } = await madeBackup();
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readdirSync(join(file, '..'))).toEqual(['cobrief.tar']);
  const restored = join(folder(), 'restored');
  const manifest = await restoreInto({ dataDir: restored, file, newEpoch });
  expect(manifest).toMatchObject({
    format: 1,
    madeAt: '2026-01-02T03:04:05.000Z',
    version: '0.1.0',
    counts: { documents: 3, updates: 6, snapshots: 4, files: 2 },
  });
  for (const name of [
    'auth-key',
    'signing-key.pem',
    placeOf(pictureHash),
    placeOf(previewKey(pictureHash)),
  ]) {
    expect(readFileSync(join(restored, name))).toEqual(readFileSync(join(dir, name)));
    expect(statSync(join(restored, name)).mode & 0o777).toBe(0o600);
  }
  expect(readFileSync(join(restored, placeOf(pictureHash)))).toEqual(picture);
  expect(readdirSync(restored).sort()).toEqual([
    'auth-key',
    'cobrief.sqlite',
    'files',
    'lock.sqlite',
    'signing-key.pem',
  ]);
});

test('a backup never writes over a file, and one that fails leaves nothing', async () => {
  const { dir, file } = await madeBackup();
  const before = readFileSync(file);
  await expect(backUp({ dataDir: dir, file, now })).rejects.toThrow('is there already');
  expect(readFileSync(file).equals(before)).toBe(true);
  const empty = folder();
  const other = join(folder(), 'other.tar');
  await expect(backUp({ dataDir: empty, file: other, now })).rejects.toThrow('holds no database');
  expect(readdirSync(join(other, '..'))).toEqual([]);
  writeFileSync(`${other}.partial.sqlite`, '');
  await expect(backUp({ dataDir: dir, file: other, now })).rejects.toThrow('under way');
  expect(readdirSync(join(other, '..'))).toEqual(['other.tar.partial.sqlite']);
});

test('S4 a page from before a restore is closed with 4409, a new one finds the text', async () => {
  const { file } = await madeBackup();
  const restored = join(folder(), 'restored');
  await restoreInto({ dataDir: restored, file, newEpoch });
  const server = await startProcess(restored);
  const at = { url: server.url, token: tokenOf };
  const before = openClient(at, 'ploy', guidelines, { params: { epoch: 'epoch1' } });
  expect(await before.stopped()).toBe(4409);
  const params = { epoch: 'epoch2' };
  const after = openClient(at, 'ploy', guidelines, { params });
  await after.synced();
  expect(after.text.toString()).toContain('word9');
}, 120_000);

test('a page that heard events of the lost time misses none of those after a restore', async () => {
  const dir = await madeInstallation();
  const happen = async (dataDir: string) => {
    const db = await openDatabase({ dir: dataDir });
    const at = new Date();
    const what = { kind: 'draft', topic: 'draft:malidraft', workspaceId: 'rimdaet', at };
    const { seq } = await db.transaction((tx) => appendEvent(tx, { ...what, audience: 'brand' }));
    await db.close();
    return seq;
  };
  await happen(dir);
  const file = join(folder(), 'cobrief.tar');
  await backUp({ dataDir: dir, file, now });
  const heard = await happen(dir);
  const restored = join(folder(), 'restored');
  await restoreInto({ dataDir: restored, file, newEpoch });
  expect(await happen(restored)).toBeGreaterThan(heard);
});

test('a restore is refused while a server runs, and where something lies already', async () => {
  const { dir, file } = await madeBackup();
  const db = await openDatabase({ dir });
  await expect(restoreInto({ dataDir: dir, file, newEpoch })).rejects.toThrow(
    'in use by another Cobrief',
  );
  await db.close();
  const before = readdirSync(dir);
  await expect(restoreInto({ dataDir: dir, file, newEpoch })).rejects.toThrow(
    'is not empty: it holds auth-key, cobrief.sqlite',
  );
  expect(readdirSync(dir)).toEqual(before);
});

/** What a refused restore leaves of a folder that was missing and of one that was empty. */
async function refuses(file: string, words: string | RegExp): Promise<void> {
  const parent = folder();
  mkdirSync(join(parent, 'empty'));
  for (const name of ['missing/below', 'empty']) {
    const dataDir = join(parent, name);
    await expect(restoreInto({ dataDir, file, newEpoch })).rejects.toThrow(words);
  }
  expect(readdirSync(parent)).toEqual(['empty']);
  expect(readdirSync(join(parent, 'empty'))).toEqual([]);
}

test('a restore refuses what is no backup', async () => {
  const parent = folder();
  const file = join(parent, 'file');
  await refuses(file, 'There is no file');
  await refuses(parent, 'cannot be unpacked');
  writeFileSync(file, '');
  await refuses(file, 'not a backup of Cobrief');
  writeFileSync(file, 'a letter to the printer '.repeat(100));
  await refuses(file, 'not a backup of Cobrief');
  for (const name of [
    '../escaped',
    '/etc/cobrief-escaped',
    'files/aa/../../escaped',
    'notes.txt',
  ]) {
    const stranger = pack();
    stranger.entry({ name }, 'not ours');
    stranger.finalize();
    writeFileSync(file, await bytesOf(stranger));
    await refuses(file, 'it holds');
  }
  expect(existsSync(join(parent, 'escaped'))).toBe(false);
});

async function bytesOf(chunks: AsyncIterable<Buffer>): Promise<Buffer> {
  const all: Buffer[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return Buffer.concat(all);
}

test('a restore refuses a backup that was cut off anywhere', async () => {
  const { file } = await madeBackup();
  const whole = readFileSync(file);
  const end = whole.lastIndexOf('"sha256"');
  for (let part = 0; part <= 20; part++) {
    writeFileSync(file, whole.subarray(0, Math.floor((end * part) / 20)));
    await refuses(file, /cut off or damaged|not a backup/);
  }
});

test('a restore refuses a backup with a changed byte in any of its parts', async () => {
  const { file } = await madeBackup();
  const whole = readFileSync(file);
  const parts = ['word9', 'PRIVATE KEY', picture.toString(), 'a smaller one', '"format":1'];
  for (const part of parts) {
    const changed = Buffer.from(whole);
    const at = changed.indexOf(part);
    expect(whole.includes(part)).toBe(true);
    changed[at + part.length - 1] = (changed[at + part.length - 1] as number) ^ 1;
    writeFileSync(file, changed);
    await refuses(file, /is damaged: .* is not what was backed up|does not know/);
  }
});

test('a restore refuses a backup of a newer version', async () => {
  const dir = await madeInstallation();
  const db = new BetterSqlite(join(dir, 'cobrief.sqlite'));
  db.exec("INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('later', 9999999999999)");
  db.close();
  const file = join(folder(), 'cobrief.tar');
  await backUp({ dataDir: dir, file, now });
  await refuses(file, 'newer Cobrief');
});

test('what is wrong in the installation is said and backed up all the same', async () => {
  const dir = await madeInstallation();
  rmSync(join(dir, 'auth-key'));
  writeFileSync(join(dir, placeOf(pictureHash)), 'rotten');
  const file = join(folder(), 'cobrief.tar');
  const { code, err } = await admin(dir, 'backup', file);
  expect(code).toBe(0);
  expect(err.trim().split('\n')).toEqual([
    'auth-key is missing in DATA_DIR, and so in this backup.',
    `${placeOf(pictureHash)} holds other bytes than its name says.`,
  ]);
});
