// kill -9 of the real server process while two people type: what was shown as saved is there, once.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { openDatabase } from '#db/open.ts';
import {
  type Client,
  guidelines,
  openClient,
  readFromDisk,
  seedDirectory,
  tokenOf,
} from '#tests/support/engine.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const children: ChildProcess[] = [];
afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
});

interface Process {
  child: ChildProcess;
  url: string;
}

function start(dir: string, port: string): Promise<Process> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'tests/support/sync-process.ts'], {
    cwd: root,
    env: { ...process.env, DATA_DIR: dir, PORT: port, COBRIEF_DEMO: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  return new Promise((resolve, reject) => {
    let out = '';
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString();
      const ready = /^ready (\S+)$/m.exec(out);
      if (ready) resolve({ child, url: ready[1] as string });
    });
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${out}`)));
  });
}

function kill(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGKILL');
  });
}

/** Types words without a pause, each with a barrier behind it, until told to stop. */
function typist(client: Client, prefix: string) {
  const typed: string[] = [];
  const acknowledged: string[] = [];
  let isTyping = true;
  const running = (async () => {
    while (isTyping) {
      const word = `${prefix}${typed.length}`;
      typed.push(word);
      client.text.insert(client.text.length, `${word} `);
      void client.saved().then((refusal) => refusal === null && acknowledged.push(word));
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
  })();
  return {
    typed,
    acknowledged,
    async stop() {
      isTyping = false;
      await running;
    },
    /** Resolves when that many more words were shown as saved. */
    async acknowledges(count: number) {
      const enough = acknowledged.length + count;
      while (acknowledged.length < enough) await client.saved();
    },
  };
}

async function wordsOnDisk(dir: string): Promise<Map<string, number>> {
  const db = await openDatabase({ dir });
  const doc = await readFromDisk(db, guidelines);
  await db.close();
  expect(doc.store.pendingStructs).toBeNull();
  const counts = new Map<string, number>();
  for (const word of doc.getText('text').toString().trim().split(/\s+/)) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

test('D6 ten kill -9 in a row while two people type: nothing saved is missing, nothing doubled', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'cobrief-kill-'));
  await seedDirectory(dir);
  let server = await start(dir, '0');
  const { port } = new URL(server.url);
  const at = { url: `ws://127.0.0.1:${port}/sync`, token: tokenOf };
  const ploy = openClient(at, 'ploy', guidelines);
  const ta = openClient(at, 'ta', guidelines);
  await Promise.all([ploy.synced(), ta.synced()]);
  const typists = [typist(ploy, 'p'), typist(ta, 't')];

  for (let round = 0; round < 10; round++) {
    await Promise.all(typists.map((one) => one.acknowledges(5 + 3 * round)));
    await kill(server.child);
    const promised = typists.flatMap(({ acknowledged }) => [...acknowledged]);
    const words = await wordsOnDisk(dir);
    expect(promised.filter((word) => words.get(word) !== 1)).toEqual([]);
    server = await start(dir, port);
  }

  await Promise.all(typists.map((one) => one.stop()));
  expect([await ploy.saved(), await ta.saved()]).toEqual([null, null]);
  const reader = openClient(at, 'anan', guidelines);
  await reader.synced();
  await kill(server.child);
  const words = await wordsOnDisk(dir);
  const typed = typists.flatMap((one) => one.typed);
  expect(typed.filter((word) => words.get(word) !== 1)).toEqual([]);
  expect(words.size).toBe(typed.length);
  expect(reader.text.toString().trim().split(/\s+/)).toHaveLength(typed.length);
  rmSync(dir, { recursive: true });
}, 180_000);
