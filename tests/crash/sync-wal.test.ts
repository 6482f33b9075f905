// The write-ahead log cut at any byte, as a machine that dies in the middle of a write leaves it: the
// database opens, and holds everything up to some edit, in order and whole.
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import * as Y from 'yjs';
import { openConnection } from '#db/connection.ts';
import { openDatabase } from '#db/open.ts';
import { chance } from '#tests/support/chance.ts';
import {
  type Engine,
  guidelines,
  openClient,
  readFromDisk,
  startEngine,
} from '#tests/support/engine.ts';

const file = 'cobrief.sqlite';
const edits = 12;
/** The layout of SQLite's write-ahead log: a header, then frames of a header and a page each. */
const walHeaderBytes = 32;
const frameHeaderBytes = 24;
const pageSizeAt = 8;
/** Cuts that are opened as the server opens them; the others as its writer does. */
const wholeOpenings = 12;

const walOf = (dir: string) => readFileSync(join(dir, `${file}-wal`));

/** What was on disk when each edit was acknowledged. */
async function writeEdits(engine: Engine): Promise<{ walBytes: number[]; texts: string[] }> {
  const ploy = openClient(engine, 'ploy', guidelines);
  await ploy.synced();
  const walBytes: number[] = [];
  const texts = [''];
  for (let n = 0; n < edits; n++) {
    // One of several pages too, so that a cut falls inside an edit.
    ploy.text.insert(0, n % 4 === 3 ? 'long '.repeat(3_000) : `word${n} `);
    expect(await ploy.saved()).toBeNull();
    walBytes.push(walOf(engine.dir).length);
    texts.push(ploy.text.toString());
  }
  return { walBytes, texts };
}

/** Around every end of a frame and its header, and anywhere. */
function cutsOf(wal: Buffer, seed: number): number[] {
  const frameBytes = frameHeaderBytes + wal.readUInt32BE(pageSizeAt);
  const cuts = new Set([0, 1, walHeaderBytes - 1, walHeaderBytes, walHeaderBytes + 1]);
  for (let at = walHeaderBytes; at <= wal.length; at += frameBytes) {
    for (const cut of [at - 1, at, at + 1, at + frameHeaderBytes]) cuts.add(cut);
  }
  const random = chance(seed);
  for (let n = 0; n < 100; n++) cuts.add(random.below(wal.length + 1));
  return [...cuts].filter((cut) => cut <= wal.length).sort((a, b) => a - b);
}

/** The file as it was, and the first bytes of its log. */
function copyCut(from: string, to: string, { wal, cut }: { wal: Buffer; cut: number }): void {
  mkdirSync(to);
  copyFileSync(join(from, file), join(to, file));
  writeFileSync(join(to, `${file}-wal`), wal.subarray(0, cut));
}

/** The document's rows as a writer that opens this file finds them. */
function readRows(dir: string): { lastSeq: number; seqs: number[]; doc: Y.Doc } {
  const connection = openConnection(join(dir, file));
  expect(connection.pragma('integrity_check', { simple: true })).toBe('ok');
  const last = connection
    .prepare<[string], { last_seq: number }>('SELECT last_seq FROM document WHERE name = ?')
    .get(guidelines);
  const rows = connection
    .prepare<[string], { seq: number; content: Buffer }>(
      'SELECT seq, content FROM document_update WHERE document = ? ORDER BY seq',
    )
    .all(guidelines);
  connection.close();
  const doc = new Y.Doc();
  for (const { content } of rows) Y.applyUpdate(doc, content);
  return { lastSeq: last?.last_seq ?? -1, seqs: rows.map(({ seq }) => seq), doc };
}

const fresh = Date.now() % 2 ** 31;

test.each([1, fresh])(
  'D5 D6 a write-ahead log cut at any byte leaves what was acknowledged before it, and opens (seed %i)',
  async (seed) => {
    const engine = await startEngine();
    const { walBytes, texts } = await writeEdits(engine);
    const wal = walOf(engine.dir);
    const copies = mkdtempSync(join(tmpdir(), 'cobrief-wal-'));
    onTestFinished(() => rmSync(copies, { recursive: true }));
    const cuts = cutsOf(wal, seed);
    for (const cut of cuts) {
      const dir = join(copies, `${cut}`);
      copyCut(engine.dir, dir, { wal, cut });
      const { lastSeq, seqs, doc } = readRows(dir);
      expect(seqs).toEqual(Array.from({ length: lastSeq }, (_, n) => n + 1));
      expect([doc.store.pendingStructs, doc.store.pendingDs]).toEqual([null, null]);
      expect(doc.getText('text').toString()).toBe(texts[lastSeq]);
      const acknowledged = walBytes.filter((bytes) => bytes <= cut).length;
      expect(lastSeq).toBeGreaterThanOrEqual(acknowledged);
    }
    for (const cut of cuts.filter((_, i) => i % Math.ceil(cuts.length / wholeOpenings) === 0)) {
      const dir = join(copies, `whole-${cut}`);
      copyCut(engine.dir, dir, { wal, cut });
      const db = await openDatabase({ dir });
      const doc = await readFromDisk(db, guidelines);
      expect(texts).toContain(doc.getText('text').toString());
      expect(await db.canWrite()).toBe(true);
      await db.close();
    }
  },
  60_000,
);
