// The stock client where it is most easily wronged: with an old page, in a hurry, or with too much.
import * as Y from 'yjs';
import { expect, test } from 'vitest';
import {
  type Client,
  edit,
  guidelines,
  openClient,
  openSocket,
  type RawSocket,
  startEngine,
  until,
} from '#tests/support/engine.ts';

const maxUpdateBytes = 256 * 1024;
const maxDocumentBytes = 2 * 1024 * 1024;

/** An update of exactly so many bytes. */
function updateOf(bytes: number): Uint8Array {
  const of = (length: number) => edit(new Y.Doc(), (text) => text.insert(0, 'x'.repeat(length)));
  // Client ids take four or five bytes: the next document may fit where this one does not.
  for (;;) {
    const update = of(bytes - (of(bytes).length - bytes));
    if (update.length === bytes) return update;
  }
}

/** How often it began to connect from now on. */
function countConnects({ provider }: Client): () => number {
  let connects = 0;
  provider.on('status', ({ status }) => {
    if (status === 'connecting' || status === 'connected') connects += 1;
  });
  return () => connects;
}

test('S4 a page a year old is stopped for good and keeps its words; nobody else notices', async () => {
  const engine = await startEngine();
  const ta = openClient(engine, 'ta', guidelines);
  await ta.synced();
  const doc = new Y.Doc();
  doc.getText('text').insert(0, 'from last year');
  const old = openClient(engine, 'ploy', guidelines, { doc, params: { schema: '0' } });
  const connects = countConnects(old);
  expect(await old.stopped()).toBe(4409);
  expect(old.provider.shouldConnect).toBe(false);
  expect(connects()).toBe(1);
  expect(old.text.toString()).toBe('from last year');
  ta.text.insert(0, 'of today');
  expect(await ta.saved()).toBeNull();
  expect((await engine.onDisk(guidelines)).getText('text').toString()).toBe('of today');
});

test('S4 G1 a client that names no schema is let in and judged by the gate alone', async () => {
  const engine = await startEngine();
  const plain = openClient(engine, 'ploy', guidelines);
  await plain.synced();
  plain.text.insert(0, 'by a script');
  expect(await plain.saved()).toBeNull();
  const forger = await openSocket(engine, 'ta', guidelines);
  const forged = new Y.Doc();
  Y.applyUpdate(forged, Y.encodeStateAsUpdate(plain.doc));
  forged.clientID = plain.doc.clientID;
  forger.update(edit(forged, (text) => text.insert(0, 'forged ')));
  expect(await forger.next('closed')).toMatchObject({ code: 4400 });
  expect((await engine.onDisk(guidelines)).getText('text').toString()).toBe('by a script');
});

test('S1 S6 what is typed between the opening of the socket and step 1 is saved, once', async () => {
  const engine = await startEngine();
  const ta = openClient(engine, 'ta', guidelines);
  await ta.synced();
  const hasty = openClient(engine, 'ploy', guidelines);
  let isTyped = false;
  // The provider tells of the open socket before it sends its step 1.
  hasty.provider.on('status', ({ status }) => {
    if (status !== 'connected' || isTyped) return;
    isTyped = true;
    expect(hasty.provider.synced).toBe(false);
    hasty.text.insert(0, 'in a hurry');
  });
  await hasty.synced();
  expect(await hasty.saved()).toBeNull();
  await until(ta.doc, () => ta.text.length > 0);
  expect(ta.text.toString()).toBe('in a hurry');
  expect((await engine.onDisk(guidelines)).getText('text').toString()).toBe('in a hurry');
  expect(await engine.lastSeq(guidelines)).toBe(1);
});

test('S1 S7 the same on top of what was typed offline is saved, once', async () => {
  const engine = await startEngine();
  const doc = new Y.Doc();
  doc.getText('text').insert(0, 'offline ');
  const hasty = openClient(engine, 'ploy', guidelines, { doc });
  let isTyped = false;
  hasty.provider.on('status', ({ status }) => {
    if (status !== 'connected' || isTyped) return;
    isTyped = true;
    hasty.text.insert(8, 'in a hurry');
  });
  await hasty.synced();
  expect(await hasty.saved()).toBeNull();
  const onDisk = await engine.onDisk(guidelines);
  expect(onDisk.store.pendingStructs).toBeNull();
  expect(onDisk.getText('text').toString()).toBe('offline in a hurry');
  expect(await engine.lastSeq(guidelines)).toBe(1);
});

test('L1 an update at its bound is saved, one byte more stops the stock client for good', async () => {
  const engine = await startEngine();
  const writer = await openSocket(engine, 'ploy', guidelines);
  writer.update(updateOf(maxUpdateBytes));
  expect(await writer.barrier()).toBeNull();

  const over = openClient(engine, 'ta', guidelines);
  await over.synced();
  const connects = countConnects(over);
  const before = (await engine.onDisk(guidelines)).getText('text').toString();
  Y.applyUpdate(over.doc, updateOf(maxUpdateBytes + 1));
  expect(await over.stopped()).toBe(4413);
  expect(over.provider.shouldConnect).toBe(false);
  expect(connects()).toBe(0);
  expect(over.text.length).toBeGreaterThan(maxUpdateBytes);
  expect((await engine.onDisk(guidelines)).getText('text').toString()).toBe(before);

  writer.update(edit(new Y.Doc(), (text) => text.insert(0, 'and on')));
  expect(await writer.barrier()).toBeNull();
});

test('L4 a full document stops the stock client that adds to it with 4413, and takes deletions', async () => {
  const engine = await startEngine();
  const room = 4 * 1024;
  const doc = new Y.Doc();
  doc.getText('text').insert(0, 'x'.repeat(maxDocumentBytes - room));
  const ploy = openClient(engine, 'ploy', guidelines, { doc });
  await ploy.synced();
  expect(await ploy.saved()).toBeNull();
  const seq = await engine.lastSeq(guidelines);

  const over = openClient(engine, 'ta', guidelines);
  await over.synced();
  const connects = countConnects(over);
  over.text.insert(0, 'y'.repeat(2 * room));
  expect(await over.stopped()).toBe(4413);
  expect(over.provider.shouldConnect).toBe(false);
  expect(connects()).toBe(0);
  expect(over.text.toString().startsWith('yyy')).toBe(true);
  expect(await engine.lastSeq(guidelines)).toBe(seq);

  ploy.text.delete(0, 3 * room);
  expect(await ploy.saved()).toBeNull();
  const onDisk = (await engine.onDisk(guidelines)).getText('text');
  expect(onDisk.length).toBe(maxDocumentBytes - 4 * room);
});

/** Whether this reader has heard that a client left. */
function leaving(reader: RawSocket, clientId: number): () => boolean {
  let isGone = false;
  const listen = async (): Promise<void> => {
    const { entries } = await reader.next('presence');
    isGone = entries.some((entry) => entry.clientId === clientId && entry.state === null);
    if (!isGone) return listen();
  };
  void listen();
  return () => isGone;
}

test('L3 one of fifty-one readers takes nothing: it is let go, the others hear everything', async () => {
  const engine = await startEngine();
  const ploy = openClient(engine, 'ploy', guidelines);
  await ploy.synced();
  const readers = await Promise.all(
    Array.from({ length: 50 }, async (_, n) => {
      const socket = await openSocket(engine, n % 2 === 0 ? 'anan' : 'may', guidelines);
      return { socket, doc: new Y.Doc() };
    }),
  );
  const stalled = await openSocket(engine, 'ta', guidelines);
  for (const socket of [...readers.map((reader) => reader.socket), stalled]) {
    socket.step1();
    await socket.next('step-2');
  }
  const onlooker = await openSocket(engine, 'may', guidelines);
  const hasLeft = leaving(onlooker, 51);
  onlooker.step1();
  stalled.presence([{ clientId: 51, clock: 1, state: {} }]);
  stalled.ws.pause();
  let blocks = 0;
  // A server that keeps what nobody takes would never let it go.
  while (!hasLeft() && blocks < 200) {
    ploy.doc.transact(() => {
      ploy.text.delete(0, ploy.text.length);
      ploy.text.insert(0, `${'x'.repeat(100_000)}${blocks++}`);
    });
    expect(await ploy.saved()).toBeNull();
    for (const { socket, doc } of readers) {
      Y.applyUpdate(doc, (await socket.next('update')).update);
      socket.heard.length = 0;
    }
    onlooker.heard.length = 0;
  }
  expect(hasLeft()).toBe(true);
  stalled.ws.resume();
  expect(await stalled.next('closed')).toMatchObject({ code: 1013 });
  for (const { socket, doc } of readers) {
    expect(socket.ws.readyState).toBe(socket.ws.OPEN);
    expect(doc.getText('text').toString()).toBe(ploy.text.toString());
  }
  const back = openClient(engine, 'ta', guidelines);
  await back.synced();
  expect(back.text.toString()).toBe(ploy.text.toString());
}, 60_000);
