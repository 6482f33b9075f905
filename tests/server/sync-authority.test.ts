// Rights that change while sockets are open, and doors that are closed.
import * as Y from 'yjs';
import { expect, test } from 'vitest';
import {
  type Client,
  edit,
  guidelines,
  maliDraft,
  openClient,
  openSocket,
  startEngine,
  until,
} from '#tests/support/engine.ts';
import { faultyLog } from '#tests/support/faulty-log.ts';

const closeCode = ({ provider }: Client) =>
  new Promise<number | undefined>((resolve) => {
    provider.once('connection-close', (event) => resolve(event?.code));
  });

test('A2 a removed colleague loses the socket at once', async () => {
  const engine = await startEngine();
  const ta = openClient(engine, 'ta', guidelines);
  await ta.synced();
  await engine.removed('ta');
  expect(await ta.stopped()).toBe(4403);
});

test('A2 S8 who keeps only reading comes back as a reader', async () => {
  const engine = await startEngine();
  const ta = openClient(engine, 'ta', guidelines);
  const ploy = openClient(engine, 'ploy', guidelines);
  await Promise.all([ta.synced(), ploy.synced()]);
  const closed = closeCode(ta);
  await engine.role('ta', 'reviewer');
  expect(await closed).toBe(1013);
  await ta.synced();
  const seq = await engine.lastSeq(guidelines);
  ta.text.insert(0, 'no longer mine');
  expect(await ta.saved()).toBe('not-allowed');
  expect(await engine.lastSeq(guidelines)).toBe(seq);
  ploy.text.insert(0, 'ours');
  await ploy.saved();
  expect(ploy.text.toString()).toBe('ours');
});

test('A1 nothing is appended after the transaction that took the right away', async () => {
  const disk = faultyLog();
  const engine = await startEngine({ around: disk.around });
  const ta = await openSocket(engine, 'ta', guidelines);
  const release = disk.hold();
  const commit = disk.nextCommit();
  const doc = new Y.Doc();
  ta.update(edit(doc, (text) => text.insert(0, 'too late')));
  const barrier = ta.barrier();
  await commit;
  await engine.removed('ta');
  release();
  expect(await ta.next('closed')).toMatchObject({ code: 4403 });
  expect(ta.heard.map(({ type }) => type)).not.toContain('barrier');
  void barrier;
  await engine.hub.read(guidelines, () => null);
  expect(await engine.lastSeq(guidelines)).toBe(0);
});

test('A1 D3 a door that moves while someone types costs no edit and leaves no hole in the log', async () => {
  const disk = faultyLog();
  const engine = await startEngine({ around: disk.around });
  const mali = openClient(engine, 'mali', maliDraft);
  await mali.synced();
  for (let n = 0; n < 6; n++) {
    const release = disk.hold();
    const commit = disk.nextCommit();
    mali.text.insert(mali.text.length, `a${n} `);
    await commit;
    await engine.door('malidraft', n % 2 === 0);
    mali.text.insert(mali.text.length, `b${n} `);
    release();
    mali.text.insert(mali.text.length, `c${n} `);
    expect(await mali.saved()).toBeNull();
  }
  const onDisk = await engine.onDisk(maliDraft);
  expect(onDisk.store.pendingStructs).toBeNull();
  expect(onDisk.getText('text').toString()).toBe(mali.text.toString());
  expect(mali.text.toString().split(' ')).toHaveLength(19);
});

test('A6 a right that moves while somebody else types costs them neither socket nor words', async () => {
  const disk = faultyLog();
  const engine = await startEngine({ around: disk.around });
  const ploy = openClient(engine, 'ploy', guidelines);
  const anan = openClient(engine, 'anan', guidelines);
  await Promise.all([ploy.synced(), anan.synced()]);
  let closed = 0;
  for (const { provider } of [ploy, anan]) provider.on('connection-close', () => (closed += 1));
  const release = disk.hold();
  const commit = disk.nextCommit();
  ploy.text.insert(0, 'under the old ticket, ');
  await commit;
  await engine.removed('ta');
  ploy.text.insert(ploy.text.length, 'under the new one');
  release();
  expect(await ploy.saved()).toBeNull();
  await until(anan.doc, () => anan.text.toString() === ploy.text.toString());
  expect(closed).toBe(0);
  expect((await engine.onDisk(guidelines)).getText('text').toString()).toBe(
    'under the old ticket, under the new one',
  );
});

test('A3 who is removed while the door opens for them does not stay inside', async () => {
  let opening: () => void = () => undefined;
  let proceed: () => void = () => undefined;
  const isOpening = new Promise<void>((resolve) => (opening = resolve));
  const mayProceed = new Promise<void>((resolve) => (proceed = resolve));
  const engine = await startEngine({
    around: (log) => ({
      clients: (name) => log.clients(name),
      append: (batch) => log.append(batch),
      saveSnapshot: (snapshot) => log.saveSnapshot(snapshot),
      async load(name) {
        opening();
        await mayProceed;
        return log.load(name);
      },
    }),
  });
  const ta = await openSocket(engine, 'ta', guidelines);
  ta.step1();
  await isOpening;
  await engine.removed('ta');
  proceed();
  expect(await ta.next('closed')).toMatchObject({ code: 4403 });
  expect(ta.heard).toHaveLength(1);
});

test('A4 nothing of a draft that is just mine leaves the server, and a closed door ends the reading', async () => {
  const engine = await startEngine();
  const mali = openClient(engine, 'mali', maliDraft);
  await mali.synced();
  mali.text.insert(0, 'secret');
  await mali.saved();
  const early = await openSocket(engine, 'ploy', maliDraft);
  early.step1();
  expect(await early.next('closed')).toMatchObject({ code: 4403 });
  expect(early.heard).toHaveLength(1);

  await engine.door('malidraft', true);
  const reader = openClient(engine, 'ploy', maliDraft);
  await reader.synced();
  expect(reader.text.toString()).toBe('secret');
  await engine.door('malidraft', false);
  expect(await reader.stopped()).toBe(4403);
  mali.text.insert(0, 'more ');
  expect(await mali.saved()).toBeNull();
  expect(reader.text.toString()).toBe('secret');
});

test('A5 signing out closes the sockets of that session and of no other', async () => {
  const engine = await startEngine();
  const ploy = openClient(engine, 'ploy', guidelines);
  const ta = openClient(engine, 'ta', guidelines);
  await Promise.all([ploy.synced(), ta.synced()]);
  engine.hub.closeSessions({ userId: 'ploy' });
  expect(await ploy.stopped()).toBe(4401);
  ta.text.insert(0, 'still in');
  expect(await ta.saved()).toBeNull();
});

test('R1 the room that follows a broken one starts from what is on disk', async () => {
  const disk = faultyLog();
  const engine = await startEngine({ around: disk.around });
  const ploy = openClient(engine, 'ploy', guidelines);
  const ta = openClient(engine, 'ta', guidelines);
  await Promise.all([ploy.synced(), ta.synced()]);
  for (let n = 0; n < 5; n++) {
    let left = 1;
    disk.fail(() => left-- > 0);
    ploy.text.insert(0, `p${n} `);
    ta.text.insert(0, `t${n} `);
    expect(await ploy.saved()).toBeNull();
    expect(await ta.saved()).toBeNull();
  }
  const state = await engine.hub.read(guidelines, (doc, seq) => ({
    text: doc.getText('text').toString(),
    seq,
  }));
  const onDisk = await engine.onDisk(guidelines);
  expect(state?.text).toBe(onDisk.getText('text').toString());
  expect(state?.seq).toBe(await engine.lastSeq(guidelines));
  expect(state?.text.trim().split(' ')).toHaveLength(10);
});

test('R2 a document is read in a state that is on disk, at its sequence number', async () => {
  const disk = faultyLog();
  const engine = await startEngine({ around: disk.around });
  const ploy = await openSocket(engine, 'ploy', guidelines);
  const release = disk.hold();
  const commit = disk.nextCommit();
  ploy.update(edit(new Y.Doc(), (text) => text.insert(0, 'sun')));
  await commit;
  let isRead = false;
  const read = engine.hub.read(guidelines, (doc, seq) => ({
    text: doc.getText('text').toString(),
    seq,
  }));
  void read.then(() => (isRead = true));
  const anan = await openSocket(engine, 'anan', guidelines);
  await anan.barrier();
  expect(isRead).toBe(false);
  release();
  expect(await read).toEqual({ text: 'sun', seq: 1 });
});

test('R2 an edit made through a command is judged, saved and delivered like any other', async () => {
  const engine = await startEngine();
  const ploy = openClient(engine, 'ploy', guidelines);
  await ploy.synced();
  const by = (userId: string) => ({ userId, sessionId: 'none', via: 'cookie' as const });
  const change = { document: guidelines, edit: (doc: Y.Doc) => doc.getText('text').insert(0, 'x') };
  expect(await engine.hub.submit({ identity: by('ta'), ...change })).toMatchObject({
    kind: 'saved',
  });
  expect(await engine.hub.submit({ identity: by('anan'), ...change })).toMatchObject({
    kind: 'refused',
  });
  await ploy.saved();
  expect(ploy.text.toString()).toBe('x');
});

test('R3 a server that stops saves what arrived and says that it will be back', async () => {
  const engine = await startEngine();
  const ploy = openClient(engine, 'ploy', guidelines);
  await ploy.synced();
  const closed = closeCode(ploy);
  ploy.text.insert(0, 'last words');
  expect(await ploy.saved()).toBeNull();
  await engine.restart();
  expect(await closed).toBe(1012);
  await ploy.synced();
  expect((await engine.onDisk(guidelines)).getText('text').toString()).toBe('last words');
});
