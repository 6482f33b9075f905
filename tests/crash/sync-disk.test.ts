// A disk that is full, read-only, slow or fails once, as SQLite and the operating system say it:
// nothing is acknowledged or shown that is not on it, and every edit is there once it heals.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import * as Y from 'yjs';
import { openDatabase } from '#db/open.ts';
import { startWriter, type Writer } from '#db/writer-thread.ts';
import {
  type Client,
  edit,
  type Engine,
  guidelines,
  openClient,
  openSocket,
  readFromDisk,
  seedDirectory,
  startEngine,
} from '#tests/support/engine.ts';
import { startSyncServer } from '#tests/support/sync-server.ts';

const closeCode = ({ provider }: Client) =>
  new Promise<number | undefined>((resolve) => {
    provider.once('connection-close', (event) => resolve(event?.code));
  });

const databaseOf = (dir: string) => join(dir, 'cobrief.sqlite');

/** An engine whose log goes through a second writer of the product, so that a test can spoil its disk. */
async function startOnDisk(): Promise<{ engine: Engine; pragma(text: string): Promise<unknown> }> {
  let writer: Promise<Writer> | null = null;
  let dir = '';
  const opened = () => (writer ??= startWriter(databaseOf(dir)));
  const engine = await startEngine({
    around: (log) => ({
      load: (name) => log.load(name),
      clients: (name) => log.clients(name),
      saveSnapshot: (...snapshot) => log.saveSnapshot(...snapshot),
      append: async (batch) =>
        (await opened()).call({ op: 'append', batch, at: Date.now() }) as ReturnType<
          typeof log.append
        >,
    }),
  });
  dir = engine.dir;
  onTestFinished(async () => (await opened()).stop());
  return {
    engine,
    pragma: async (text) =>
      (await opened()).call({
        op: 'run',
        tx: null,
        sql: `PRAGMA ${text}`,
        params: [],
        method: 'get',
      }),
  };
}

const faults = [
  { disk: 'a full disk', breaks: 'max_page_count = 1', heals: 'max_page_count = 1000000' },
  { disk: 'a read-only disk', breaks: 'query_only = ON', heals: 'query_only = OFF' },
];

test.each(faults)(
  'D2 $disk acknowledges and shows nothing, and gets every edit once it heals',
  async ({ breaks, heals }) => {
    const { engine, pragma } = await startOnDisk();
    const ploy = openClient(engine, 'ploy', guidelines);
    await ploy.synced();
    ploy.text.insert(0, 'before ');
    expect(await ploy.saved()).toBeNull();
    const anan = await openSocket(engine, 'anan', guidelines);
    anan.step1();
    await anan.next('step-2');
    await pragma(breaks);
    const closed = closeCode(ploy);
    // More than the free pages of the file hold.
    const block = 'x'.repeat(100_000);
    ploy.text.insert(7, block);
    let isSaved = false;
    const saved = ploy.saved().then((refusal) => {
      isSaved = true;
      return refusal;
    });
    expect(await closed).toBe(1013);
    expect(await anan.next('closed')).toMatchObject({ code: 1013 });
    expect(anan.heard.filter(({ type }) => type === 'update')).toEqual([]);
    // It came back and tried again.
    expect(await closeCode(ploy)).toBe(1013);
    expect(isSaved).toBe(false);
    expect((await engine.onDisk(guidelines)).getText('text').toString()).toBe('before ');
    await pragma(heals);
    expect(await saved).toBeNull();
    const onDisk = await engine.onDisk(guidelines);
    expect(onDisk.store.pendingStructs).toBeNull();
    expect(onDisk.getText('text').toString()).toBe(`before ${block}`);
  },
);

test('D2 D3 a disk that fails once costs no edit and doubles none', async () => {
  const { engine, pragma } = await startOnDisk();
  const clients = [openClient(engine, 'ploy', guidelines), openClient(engine, 'ta', guidelines)];
  const [ploy, ta] = clients as [Client, Client];
  await Promise.all(clients.map((client) => client.synced()));
  for (let n = 0; n < 5; n++) {
    await pragma('query_only = ON');
    const closed = clients.map(closeCode);
    ploy.text.insert(0, `p${n} `);
    ta.text.insert(0, `t${n} `);
    expect(await Promise.all(closed)).toEqual([1013, 1013]);
    await pragma('query_only = OFF');
    expect([await ploy.saved(), await ta.saved()]).toEqual([null, null]);
  }
  const words = (await engine.onDisk(guidelines)).getText('text').toString().trim().split(' ');
  expect(words).toHaveLength(10);
  expect(new Set(words).size).toBe(10);
});

test('D1 on a slow disk readers are served meanwhile, and nothing is shown before its time', async () => {
  const engine = await startEngine();
  const anan = await openSocket(engine, 'anan', guidelines);
  anan.step1();
  await anan.next('step-2');
  const ploy = await openSocket(engine, 'ploy', guidelines);
  // Another writer holds the file: the engine's own waits for it inside SQLite.
  const other = new BetterSqlite(databaseOf(engine.dir));
  onTestFinished(() => void other.close());
  other.exec('BEGIN IMMEDIATE');
  ploy.update(edit(new Y.Doc(), (text) => text.insert(0, 'patience')));
  const saved = ploy.barrier();
  for (let n = 0; n < 20; n++) expect(await anan.barrier()).toBeNull();
  expect(ploy.heard).toEqual([]);
  expect(anan.heard.filter(({ type }) => type === 'update')).toEqual([]);
  other.exec('ROLLBACK');
  expect(await saved).toBeNull();
  await anan.next('update');
  expect(await engine.lastSeq(guidelines)).toBe(1);
});

/** The operating system refuses every write beyond this size, as it does on a full disk. */
function limitFileSize(pid: number, bytes: number | 'unlimited'): void {
  execFileSync('prlimit', ['--pid', `${pid}`, `--fsize=${bytes}:unlimited`]);
}

test('D2 D6 the process under the operating system’s own refusal saves nothing, and all of it after', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'cobrief-full-'));
  onTestFinished(() => rmSync(dir, { recursive: true }));
  await seedDirectory(dir);
  const server = await startSyncServer(dir);
  const ploy = openClient(server, 'ploy', guidelines);
  await ploy.synced();
  ploy.text.insert(0, 'before ');
  expect(await ploy.saved()).toBeNull();
  limitFileSize(server.pid, statSync(`${databaseOf(dir)}-wal`).size);
  const words = Array.from({ length: 20 }, (_, n) => `w${n} `);
  const closed = closeCode(ploy);
  for (const word of words) ploy.text.insert(ploy.text.length, word);
  let isSaved = false;
  const saved = ploy.saved().then(() => (isSaved = true));
  expect(await closed).toBe(1013);
  expect(await closeCode(ploy)).toBe(1013);
  expect(isSaved).toBe(false);
  limitFileSize(server.pid, 'unlimited');
  await saved;
  await server.kill();
  const db = await openDatabase({ dir });
  const onDisk = await readFromDisk(db, guidelines);
  await db.close();
  expect(onDisk.getText('text').toString()).toBe(`before ${words.join('')}`);
});
