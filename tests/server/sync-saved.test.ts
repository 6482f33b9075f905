// "Saved" means on disk: with a slow disk, a failing one, a restart, and a folded log.
import { asc, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { documentSnapshot, documentUpdate } from '#db/schema/documents.ts';
import { foldAfterBytes, maxSocketsPerDocument } from '#server/sync/limits.ts';
import { syncFrame, syncStep2 } from '#shared/protocol.ts';
import {
  benDraft,
  edit,
  guidelines,
  maliDraft,
  openClient,
  openSocket,
  startEngine,
  unhurried,
} from '#tests/support/engine.ts';
import { faultyLog } from '#tests/support/faulty-log.ts';

test('S6 D1 nothing is delivered or acknowledged before the commit', async () => {
  const disk = faultyLog();
  const engine = await startEngine({ around: disk.around });
  const anan = await openSocket(engine, 'anan', guidelines);
  anan.step1();
  await anan.next('step-2');
  const ploy = await openSocket(engine, 'ploy', guidelines);
  const release = disk.hold();
  const commit = disk.nextCommit();
  const doc = new Y.Doc();
  ploy.update(edit(doc, (text) => text.insert(0, 'sun')));
  const barrier = ploy.barrier();
  await commit;
  // A reader's barrier is answered at once, so whatever was to be delivered would have come before.
  expect(await anan.barrier()).toBeNull();
  const late = await openSocket(engine, 'may', guidelines);
  late.step1();
  const answered = late.next('step-2');
  expect(anan.heard.filter(({ type }) => type === 'update')).toEqual([]);
  expect(ploy.heard).toEqual([]);
  expect(late.heard).toEqual([]);
  release();
  expect(await barrier).toBeNull();
  await anan.next('update');
  const seen = new Y.Doc();
  Y.applyUpdate(seen, (await answered).update);
  expect(seen.getText('text').toString()).toBe('sun');
});

test('S6 a barrier sent before the offline edits waits for them', async () => {
  const engine = await startEngine();
  const ploy = await openSocket(engine, 'ploy', guidelines);
  ploy.step1();
  const barrier = ploy.barrier();
  await ploy.next('step-1');
  const doc = new Y.Doc();
  doc.getText('text').insert(0, 'typed offline');
  // The answer of someone else's barrier shows that ours would have been here.
  const anan = await openSocket(engine, 'anan', guidelines);
  expect(await anan.barrier()).toBeNull();
  expect(ploy.heard.map(({ type }) => type)).not.toContain('barrier');
  ploy.send(syncFrame(syncStep2, Y.encodeStateAsUpdate(doc)));
  expect(await barrier).toBeNull();
  expect(await engine.lastSeq(guidelines)).toBe(1);
});

test('S6 D1 what is known but still in flight is not acknowledged on another socket', async () => {
  const disk = faultyLog();
  const engine = await startEngine({ around: disk.around });
  const [lost, back] = [
    await openSocket(engine, 'ploy', guidelines),
    await openSocket(engine, 'ploy', guidelines),
  ];
  const update = edit(new Y.Doc(), (text) => text.insert(0, 'sun'));
  const release = disk.hold();
  disk.fail();
  const commit = disk.nextCommit();
  lost.update(update);
  await commit;
  lost.ws.close();
  await lost.next('closed');
  back.update(update);
  void back.barrier();
  const anan = await openSocket(engine, 'anan', guidelines);
  expect(await anan.barrier()).toBeNull();
  release();
  expect(await back.next('closed')).toMatchObject({ code: 1013 });
  expect(back.heard.map(({ type }) => type)).toEqual(['closed']);
});

test('D1 D7 words that come with marks two people set at once are on disk whole', async () => {
  const engine = await startEngine();
  const [ploy, ta] = [
    await openSocket(engine, 'ploy', guidelines),
    await openSocket(engine, 'ta', guidelines),
  ];
  const textOf = (doc: Y.Doc) =>
    (doc.getXmlFragment('body').get(0) as Y.XmlElement).get(0) as Y.XmlText;
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [new Y.XmlText('sun and sea')]);
  const desk = new Y.Doc();
  desk.getXmlFragment('body').insert(0, [paragraph]);
  ploy.update(Y.encodeStateAsUpdate(desk));
  const phone = new Y.Doc();
  Y.applyUpdate(phone, Y.encodeStateAsUpdate(desk));
  const known = Y.encodeStateVector(desk);
  textOf(desk).format(0, 3, { bold: true });
  phone.transact(() => {
    textOf(phone).format(0, 3, { bold: true });
    textOf(phone).insert(11, ' and salt');
  });
  // Yjs takes away one of two equal marks when it hears of the other: an edit nobody sent.
  ploy.update(Y.encodeStateAsUpdate(desk, known));
  expect(await ploy.barrier()).toBeNull();
  ta.update(Y.encodeStateAsUpdate(phone, known));
  expect(await ta.barrier()).toBeNull();
  const onDisk = await engine.onDisk(guidelines);
  expect(textOf(onDisk).toString()).toBe('<bold>sun</bold> and sea and salt');
  const live = await engine.hub.read(guidelines, (doc) => textOf(doc).toString());
  expect(live).toBe('<bold>sun</bold> and sea and salt');
});

test('D2 a failing disk acknowledges nothing, delivers nothing, and gets every edit once it heals', async () => {
  const disk = faultyLog();
  const engine = await startEngine({ around: disk.around });
  const anan = await openSocket(engine, 'anan', guidelines);
  anan.step1();
  await anan.next('step-2');
  const ploy = openClient(engine, 'ploy', guidelines);
  await ploy.synced();
  disk.fail();
  const closed = new Promise<number | undefined>((resolve) => {
    ploy.provider.once('connection-close', (event) => resolve(event?.code));
  });
  ploy.text.insert(0, 'kept ');
  ploy.text.insert(5, 'by the browser');
  let isSaved = false;
  const saved = ploy.saved().then((refusal) => {
    isSaved = true;
    return refusal;
  });
  expect(await closed).toBe(1013);
  expect(await anan.next('closed')).toMatchObject({ code: 1013 });
  expect(anan.heard.filter(({ type }) => type === 'update')).toEqual([]);
  expect(isSaved).toBe(false);
  expect(await engine.lastSeq(guidelines)).toBe(0);
  disk.heal();
  expect(await saved).toBeNull();
  const onDisk = await engine.onDisk(guidelines);
  expect(onDisk.getText('text').toString()).toBe('kept by the browser');
});

test('D3 what was typed on top of a failed update is not written without it', async () => {
  const disk = faultyLog();
  const engine = await startEngine({ around: disk.around });
  const ploy = await openSocket(engine, 'ploy', guidelines);
  const release = disk.hold();
  let left = 1;
  disk.fail(() => left-- > 0);
  const doc = new Y.Doc();
  const commit = disk.nextCommit();
  ploy.update(edit(doc, (text) => text.insert(0, 'one ')));
  await commit;
  ploy.update(edit(doc, (text) => text.insert(4, 'two ')));
  ploy.update(edit(doc, (text) => text.insert(8, 'three ')));
  release();
  expect(await ploy.next('closed')).toMatchObject({ code: 1013 });
  expect(await engine.lastSeq(guidelines)).toBe(0);
  const back = openClient(engine, 'ploy', guidelines, { doc });
  await back.synced();
  expect(await back.saved()).toBeNull();
  const onDisk = await engine.onDisk(guidelines);
  expect(onDisk.getText('text').toString()).toBe('one two three ');
  expect(onDisk.store.pendingStructs).toBeNull();
});

test('D4 a document that cannot be written does not cost the others their commit', async () => {
  const disk = faultyLog();
  const engine = await startEngine({ around: disk.around });
  disk.fail((batch) => batch.some(({ document }) => document === benDraft));
  const ben = openClient(engine, 'ben', benDraft);
  const mali = openClient(engine, 'mali', maliDraft);
  await Promise.all([ben.synced(), mali.synced()]);
  // Both wait for the commit of a third, and so share the next one.
  const ploy = openClient(engine, 'ploy', guidelines);
  await ploy.synced();
  const release = disk.hold();
  const first = disk.nextCommit();
  ploy.text.insert(0, 'x');
  await first;
  ben.text.insert(0, 'never');
  mali.text.insert(0, 'mine');
  const closed = new Promise((resolve) => ben.provider.once('connection-close', resolve));
  release();
  expect(await mali.saved()).toBeNull();
  await closed;
  expect(mali.provider.wsconnected).toBe(true);
  expect(await engine.lastSeq(benDraft)).toBe(0);
  ben.disconnect();
});

test('D8 what several people send during a commit leaves as one frame, and is a row for each', async () => {
  const disk = faultyLog();
  const engine = await startEngine({ around: disk.around });
  const anan = await openSocket(engine, 'anan', guidelines);
  anan.step1();
  await anan.next('step-2');
  const [ploy, ta] = [
    await openSocket(engine, 'ploy', guidelines),
    await openSocket(engine, 'ta', guidelines),
  ];
  const [hers, his] = [new Y.Doc(), new Y.Doc()];
  const release = disk.hold();
  const commit = disk.nextCommit();
  ploy.update(edit(hers, (text) => text.insert(0, 'first ')));
  await commit;
  ploy.update(edit(hers, (text) => text.insert(0, 'second ')));
  ploy.update(edit(hers, (text) => text.insert(0, 'third ')));
  ta.update(edit(his, (text) => text.insert(0, 'fourth ')));
  // A socket's frames are taken in order: what was sent before the answer has arrived.
  ploy.presence([]);
  release();
  expect(await Promise.all([ploy.barrier(), ta.barrier()])).toEqual([null, null]);
  await anan.next('update');
  const seen = new Y.Doc();
  for (const one of anan.heard) if ('update' in one) Y.applyUpdate(seen, one.update);
  if (seen.getText('text').length < 26) Y.applyUpdate(seen, (await anan.next('update')).update);
  expect(seen.getText('text').toString().trim().split(' ').sort()).toEqual([
    'first',
    'fourth',
    'second',
    'third',
  ]);
  expect(anan.heard.filter(({ type }) => type === 'update')).toHaveLength(2);
  expect(await engine.lastSeq(guidelines)).toBe(3);
});

test('D5 a restart shows what was acknowledged, once', async () => {
  const engine = await startEngine();
  const ploy = openClient(engine, 'ploy', guidelines);
  await ploy.synced();
  ploy.text.insert(0, 'before ');
  await ploy.saved();
  await engine.restart();
  ploy.text.insert(7, 'after');
  expect(await ploy.saved()).toBeNull();
  const ta = openClient(engine, 'ta', guidelines);
  await ta.synced();
  expect(ta.text.toString()).toBe('before after');
});

test('D5 folding keeps the snapshot before, and a load from it says the same', async () => {
  const engine = await startEngine();
  const ploy = openClient(engine, 'ploy', guidelines);
  await ploy.synced();
  const block = 'x'.repeat(foldAfterBytes / 2);
  for (let n = 0; n < 6; n++) {
    ploy.text.insert(0, block);
    expect(await ploy.saved()).toBeNull();
  }
  const text = ploy.text.toString();
  await engine.restart();
  const stored = await engine.db.log.load(guidelines);
  expect(stored?.snapshot?.seq).toBe(6);
  expect((await engine.onDisk(guidelines)).getText('text').toString()).toBe(text);

  const snapshots = await engine.db
    .select()
    .from(documentSnapshot)
    .where(eq(documentSnapshot.document, guidelines))
    .orderBy(asc(documentSnapshot.seq));
  expect(snapshots).toHaveLength(2);
  const older = new Y.Doc();
  Y.applyUpdate(older, snapshots[0]?.state as Uint8Array);
  const tail = await engine.db
    .select()
    .from(documentUpdate)
    .where(eq(documentUpdate.document, guidelines))
    .orderBy(asc(documentUpdate.seq));
  for (const { content } of tail) Y.applyUpdate(older, content);
  expect(older.getText('text').toString()).toBe(text);
});

test('S1 D7 offline edits of two devices of one person converge', async () => {
  const engine = await startEngine();
  const desk = openClient(engine, 'mali', maliDraft);
  const phone = openClient(engine, 'mali', maliDraft);
  await Promise.all([desk.synced(), phone.synced()]);
  desk.text.insert(0, 'base ');
  await desk.saved();
  desk.disconnect();
  phone.disconnect();
  desk.text.insert(5, 'desk ');
  phone.text.insert(0, 'phone ');
  desk.connect();
  phone.connect();
  expect(await desk.saved()).toBeNull();
  expect(await phone.saved()).toBeNull();
  const disk = (await engine.onDisk(maliDraft)).getText('text').toString();
  const again = openClient(engine, 'mali', maliDraft);
  await again.synced();
  expect(again.text.toString()).toBe(disk);
  for (const word of ['base ', 'desk ', 'phone ']) expect(disk.split(word)).toHaveLength(2);
});

test('D7 two people who set the same words bold at once: the log holds what both did', async () => {
  const engine = await startEngine();
  const ploy = await openSocket(engine, 'ploy', guidelines);
  const ta = await openSocket(engine, 'ta', guidelines);
  const hers = new Y.Doc();
  const theirs = new Y.Doc();
  const paragraphOf = (doc: Y.Doc) => doc.getXmlFragment('content').get(0) as Y.XmlText;
  hers.getXmlFragment('content').insert(0, [new Y.XmlText('sunscreen')]);
  const beginning = Y.encodeStateAsUpdate(hers);
  ploy.update(beginning);
  expect(await ploy.barrier()).toBeNull();
  Y.applyUpdate(theirs, beginning);
  const before = Y.encodeStateVector(hers);

  paragraphOf(hers).format(0, 9, { bold: true });
  paragraphOf(theirs).format(0, 9, { bold: true });
  ploy.update(Y.encodeStateAsUpdate(hers, before));
  expect(await ploy.barrier()).toBeNull();
  // Yjs tidies doubled marks away in a second transaction, with an update event of its own.
  ta.update(Y.encodeStateAsUpdate(theirs, before));
  expect(await ta.barrier()).toBeNull();
  paragraphOf(theirs).insert(9, ' every day');
  ta.update(Y.encodeStateAsUpdate(theirs, Y.encodeStateVector(hers)));
  expect(await ta.barrier()).toBeNull();

  const stored = await engine.onDisk(guidelines);
  expect(stored.store.pendingStructs).toBeNull();
  Y.applyUpdate(hers, Y.encodeStateAsUpdate(theirs));
  expect(paragraphOf(stored).toString()).toBe(paragraphOf(hers).toString());
});

test('L2 a client that sends faster than the disk writes is not read from', async () => {
  const disk = faultyLog();
  const engine = await startEngine({ around: disk.around, updatesPerSecond: unhurried });
  const ploy = await openSocket(engine, 'ploy', guidelines);
  const release = disk.hold();
  const doc = new Y.Doc();
  const block = 'x'.repeat(200_000);
  for (let n = 0; n < 100; n++) {
    // Taken out again each time, so that the document stays small.
    ploy.update(edit(doc, (text) => (text.delete(0, text.length), text.insert(0, block))));
  }
  const barrier = ploy.barrier();
  // Twenty megabytes were sent: more than the network holds, so some of it is still with us.
  await disk.nextCommit();
  expect(ploy.ws.bufferedAmount).toBeGreaterThan(0);
  release();
  expect(await barrier).toBeNull();
  const most = Math.max(
    ...disk.commits.map((batch) => batch.reduce((sum, { update }) => sum + update.length, 0)),
  );
  expect(most).toBeLessThan(8 * 1024 * 1024);
});

test('L6 a document that is full tells the next to come again', async () => {
  const engine = await startEngine();
  const wire = { send: () => undefined, close: () => undefined, waitingBytes: 0 };
  const identity = { userId: 'anan', sessionId: 'none', via: 'token' as const };
  const ticket = await engine.access.authorise(identity, guidelines);
  if ('refused' in ticket) throw new Error(ticket.refused);
  const joining = { identity, ticket, document: guidelines, wire };
  for (let n = 0; n < maxSocketsPerDocument; n++) await engine.hub.join(joining);
  const late = await openSocket(engine, 'anan', guidelines);
  expect(await late.next('closed')).toMatchObject({ code: 1013 });
});
