// The server's copy of a document: as it is stored until somebody writes.
import * as Y from 'yjs';
import { expect, test } from 'vitest';
import type { Append } from '#server/sync/persistence.ts';
import { Replica } from '#server/sync/replica.ts';
import { edit, guidelines, openClient, readHeard, startEngine } from '#tests/support/engine.ts';

const nobody = Y.encodeStateVector(new Y.Doc());

/** A document of two hands, as a snapshot and the updates after it. */
function written() {
  const doc = new Y.Doc();
  const snapshot = edit(doc, (text) => text.insert(0, 'what was folded '));
  const tail = ['and ', 'what came ', 'after'].map((words, n) => ({
    seq: n + 2,
    update: edit(doc, (text) => text.insert(text.length, words)),
  }));
  tail.push({ seq: 5, update: edit(doc, (text) => text.delete(0, 5)) });
  return { doc, stored: { snapshot: { seq: 1, state: snapshot }, tail } };
}

/** Applies an answer the way a client does: updates, and a step 2 at the end. */
function hear(doc: Y.Doc, answer: Uint8Array[] | null): Y.Doc {
  const heard = (answer ?? []).map(readHeard);
  expect(heard.at(-1)?.type).toBe('step-2');
  for (const one of heard) if ('update' in one) Y.applyUpdate(doc, one.update);
  expect(doc.store.pendingStructs).toBeNull();
  return doc;
}

test('R4 a stored document answers newcomers and those who come back without being opened', () => {
  const { doc, stored } = written();
  const replica = new Replica(stored);
  const fresh = hear(new Y.Doc(), replica.answer(nobody));
  expect(Y.encodeStateAsUpdate(fresh)).toEqual(Y.encodeStateAsUpdate(doc));
  const late = new Y.Doc();
  Y.applyUpdate(late, stored.snapshot.state);
  hear(late, replica.answer(Y.encodeStateVector(late)));
  expect(late.getText('text').toString()).toBe(doc.getText('text').toString());
  expect(Y.decodeStateVector(replica.stateVector())).toEqual(
    Y.decodeStateVector(Y.encodeStateVector(doc)),
  );
  expect(replica.isOpen).toBe(false);
});

test('R4 an opened document answers the same', () => {
  const { doc, stored } = written();
  const replica = new Replica(stored);
  replica.open();
  const fresh = hear(new Y.Doc(), replica.answer(nobody));
  expect(fresh.getText('text').toString()).toBe(doc.getText('text').toString());
  expect(replica.clock(doc.clientID)).toBe(Y.getState(doc.store, doc.clientID));
});

test('R5 equal state vectors are answered once, until something changes', () => {
  const { doc, stored } = written();
  const replica = new Replica(stored);
  const first = replica.answer(nobody);
  expect(replica.answer(Uint8Array.from(nobody))).toBe(first);
  const update = edit(doc, (text) => text.insert(0, 'news: '));
  replica.edit((own) => Y.applyUpdate(own, update));
  const second = replica.answer(nobody);
  expect(second).not.toBe(first);
  const fresh = hear(new Y.Doc(), second);
  expect(fresh.getText('text').toString()).toBe(doc.getText('text').toString());
});

test('R4 broken bytes for a state vector are told from an answer', () => {
  const { stored } = written();
  expect(new Replica(stored).answer(Uint8Array.of(5, 1))).toBeNull();
});

test('R4 G4 whoever only reads or comes back opens nothing on the server', async () => {
  const engine = await startEngine();
  const author = new Y.Doc();
  const append = (words: string): Append => ({
    document: guidelines,
    epoch: 'epoch1',
    aclEpoch: 0,
    userId: 'ploy',
    connectionId: 'c',
    clientIds: [author.clientID],
    update: edit(author, (text) => text.insert(text.length, words)),
  });
  await engine.db.log.append([append('as it '), append('was left')]);
  const people = (['ploy', 'ta', 'anan', 'may'] as const).map((who) =>
    openClient(engine, who, guidelines),
  );
  await Promise.all(people.map((one) => one.synced()));
  for (const { text } of people) expect(text.toString()).toBe('as it was left');
  const [ploy] = people as [(typeof people)[0]];
  expect(await ploy.saved()).toBeNull();
  ploy.disconnect();
  ploy.connect();
  await ploy.synced();
  expect(await ploy.saved()).toBeNull();
  expect(engine.hub.standing()).toMatchObject({ rooms: 1, openDocuments: 0, sockets: 4 });
  ploy.text.insert(0, 'now: ');
  expect(await ploy.saved()).toBeNull();
  expect(engine.hub.standing().openDocuments).toBe(1);
  expect(await engine.lastSeq(guidelines)).toBe(3);
});
