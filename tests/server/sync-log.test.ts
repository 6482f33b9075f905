// What the engine relies on in a log: on SQLite today, the same for every other.
import * as Y from 'yjs';
import { expect, test } from 'vitest';
import { documentUpdate } from '#db/schema/documents.ts';
import type { Append } from '#server/sync/persistence.ts';
import { edit, guidelines, maliDraft, startEngine } from '#tests/support/engine.ts';

const append = (change: Partial<Append>): Append => ({
  document: guidelines,
  epoch: 'epoch1',
  aclEpoch: 0,
  userId: 'ploy',
  connectionId: 'c1',
  clientIds: [],
  update: edit(new Y.Doc(), (text) => text.insert(0, 'x')),
  ...change,
});

test('D3 A1 after a refused update nothing of its document is taken, other documents are', async () => {
  const { db, lastSeq } = await startEngine();
  const outcomes = await db.log.append([
    append({}),
    append({ aclEpoch: 7 }),
    append({}),
    append({ document: maliDraft, userId: 'mali' }),
  ]);
  expect(outcomes).toEqual([
    { kind: 'appended', seq: 1 },
    { kind: 'refused', reason: 'acl' },
    { kind: 'refused', reason: 'acl' },
    { kind: 'appended', seq: 1 },
  ]);
  expect(await lastSeq(guidelines)).toBe(1);
});

test('G1 a client id stays with the person who used it first', async () => {
  const { db } = await startEngine();
  const [first] = await db.log.append([append({ clientIds: [5] })]);
  const [second] = await db.log.append([append({ clientIds: [5], userId: 'ta' })]);
  const [again] = await db.log.append([append({ clientIds: [5] })]);
  expect([first, second, again]).toEqual([
    { kind: 'appended', seq: 1 },
    { kind: 'refused', reason: 'client-id' },
    { kind: 'appended', seq: 2 },
  ]);
  expect(await db.log.clients(guidelines)).toEqual(new Map([[5, 'ploy']]));
});

test('A1 D5 another epoch, an unknown document and a stale fold change nothing', async () => {
  const { db, lastSeq } = await startEngine();
  await db.log.append([append({})]);
  const outcomes = await db.log.append([append({ document: 'draft:nosuchdraft' })]);
  expect(outcomes).toEqual([{ kind: 'refused', reason: 'gone' }]);
  expect(await db.log.append([append({ epoch: 'older' })])).toEqual([
    { kind: 'refused', reason: 'epoch' },
  ]);
  const state = Y.encodeStateAsUpdate(new Y.Doc());
  const snapshot = { document: guidelines, epoch: 'epoch1', seq: 1, state, historyMs: 0 };
  await db.log.saveSnapshot({ ...snapshot, epoch: 'older' });
  await db.log.saveSnapshot({ ...snapshot, seq: 9 });
  const stored = await db.log.load(guidelines);
  expect(stored?.snapshot?.seq).toBe(0);
  expect(stored?.tail.map(({ seq }) => seq)).toEqual([1]);
  expect(await lastSeq(guidelines)).toBe(1);
});

test('D9 what was folded twice is kept for its time, and a load does not read it', async () => {
  const { db } = await startEngine();
  const rows = () =>
    db.select({ seq: documentUpdate.seq }).from(documentUpdate).orderBy(documentUpdate.seq);
  const seqs = async () => (await rows()).map(({ seq }) => seq);
  const state = Y.encodeStateAsUpdate(new Y.Doc());
  const fold = (seq: number, historyMs: number) =>
    db.log.saveSnapshot({ document: guidelines, epoch: 'epoch1', seq, state, historyMs });
  for (let n = 0; n < 4; n++) await db.log.append([append({})]);
  await fold(2, 60_000);
  await fold(3, 60_000);
  expect(await seqs()).toEqual([1, 2, 3, 4]);
  expect((await db.log.load(guidelines))?.tail.map(({ seq }) => seq)).toEqual([4]);
  // Nothing is young enough any more: what the older snapshot holds goes, the rest stays.
  await fold(4, -1);
  expect(await seqs()).toEqual([4]);
});
