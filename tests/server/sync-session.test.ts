// Sockets from the outside: who is let in, what a frame may do, and what people hear of each other.
import * as Y from 'yjs';
import { describe, expect, test } from 'vitest';
import { syncFrame, syncStep2 } from '#shared/protocol.ts';
import {
  edit,
  guidelines,
  maliDraft,
  openClient,
  openSocket,
  startEngine,
  until,
} from '#tests/support/engine.ts';

describe('two people', () => {
  test('S1 two stock clients converge, each edit saved before it is delivered', async () => {
    const engine = await startEngine();
    const ploy = openClient(engine, 'ploy', guidelines);
    const ta = openClient(engine, 'ta', guidelines);
    await Promise.all([ploy.synced(), ta.synced()]);
    ploy.text.insert(0, 'sun');
    ta.text.insert(0, 'stick');
    expect(await ploy.saved()).toBeNull();
    expect(await ta.saved()).toBeNull();
    await until(ploy.doc, () => ploy.text.length === 8);
    await until(ta.doc, () => ta.text.length === 8);
    expect(ploy.text.toString()).toBe(ta.text.toString());
    const disk = await engine.onDisk(guidelines);
    expect(disk.getText('text').toString()).toBe(ta.text.toString());
  });
});

describe('the door', () => {
  test('S2 a wrong token, a page made for another person, no right, no document: each its code', async () => {
    const engine = await startEngine();
    const codeOf = async (...args: [Parameters<typeof openSocket>[1], string, object?]) => {
      const socket = await openSocket(engine, args[0], args[1], { params: { ...args[2] } });
      return (await socket.next('closed')).code;
    };
    expect(await codeOf(null, guidelines, { token: 'nonsense' })).toBe(4401);
    expect(await codeOf('ploy', guidelines, { actor: 'ta' })).toBe(4401);
    expect(await codeOf('ben', maliDraft)).toBe(4403);
    expect(await codeOf('ploy', 'guidelines:nosuchbrief')).toBe(4404);
    expect(await codeOf('ploy', '%E0%A4%A')).toBe(4404);
  });

  test('S2 the stock client stops for good and says so', async () => {
    const engine = await startEngine();
    expect(await openClient(engine, 'ben', maliDraft).stopped()).toBe(4403);
  });

  test('S3 a socket with a cookie from a foreign page is refused', async () => {
    const engine = await startEngine();
    const headers = { cookie: 'cobrief.session_token=x', origin: 'https://evil.example' };
    const socket = await openSocket(engine, null, guidelines, { headers });
    expect(await socket.next('closed')).toMatchObject({ code: 4403 });
  });

  test('S4 another epoch and an older schema are told to start anew', async () => {
    const engine = await startEngine();
    for (const params of [{ epoch: 'older' }, { schema: '0' }, { schema: 'x' }]) {
      const socket = await openSocket(engine, 'ploy', guidelines, { params });
      expect(await socket.next('closed')).toMatchObject({ code: 4409 });
    }
    const params = { epoch: 'epoch1', schema: '1', actor: 'ploy' };
    const current = openClient(engine, 'ploy', guidelines, { params });
    await current.synced();
  });
});

describe('frames', () => {
  test('S5 what is no frame closes its own session and nobody else', async () => {
    const engine = await startEngine();
    const ta = openClient(engine, 'ta', guidelines);
    await ta.synced();
    const frames = [
      Uint8Array.of(99),
      Uint8Array.of(0, 0, 1, 0, 7),
      Uint8Array.of(2, 0),
      syncFrame(syncStep2, Uint8Array.of(255, 255, 255)),
      new Uint8Array(0),
    ];
    for (const frame of frames) {
      const socket = await openSocket(engine, 'ploy', guidelines);
      socket.send(frame);
      expect(await socket.next('closed')).toMatchObject({ code: 4400 });
    }
    ta.text.insert(0, 'still here');
    expect(await ta.saved()).toBeNull();
    expect(ta.provider.wsconnected).toBe(true);
  });

  test('S7 an update with something missing before it is asked for again, and saved then', async () => {
    const engine = await startEngine();
    const socket = await openSocket(engine, 'ploy', guidelines);
    const doc = new Y.Doc();
    const first = edit(doc, (text) => text.insert(0, 'one '));
    const second = edit(doc, (text) => text.insert(4, 'two '));
    socket.update(second);
    const barrier = socket.barrier();
    const { stateVector } = await socket.next('step-1');
    expect(await engine.lastSeq(guidelines)).toBe(0);
    expect(socket.heard.some(({ type }) => type === 'barrier')).toBe(false);
    // An update that is no answer to step 1 does not settle what was asked for.
    socket.update(first);
    socket.send(syncFrame(syncStep2, Y.encodeStateAsUpdate(doc, stateVector)));
    expect(await barrier).toBeNull();
    const disk = await engine.onDisk(guidelines);
    expect(disk.getText('text').toString()).toBe('one two ');
  });

  test('S7 one that never fills its gap is let go', async () => {
    const engine = await startEngine();
    const socket = await openSocket(engine, 'ploy', guidelines);
    const doc = new Y.Doc();
    edit(doc, (text) => text.insert(0, 'one '));
    const second = edit(doc, (text) => text.insert(4, 'two '));
    for (let n = 0; n < 4; n++) socket.send(syncFrame(syncStep2, second));
    expect(await socket.next('closed')).toMatchObject({ code: 4400 });
  });

  test("S8 G5 a reader's crafted update changes nothing and is answered with the reason", async () => {
    const engine = await startEngine();
    const ploy = openClient(engine, 'ploy', guidelines);
    await ploy.synced();
    ploy.text.insert(0, 'core message');
    await ploy.saved();
    const anan = await openSocket(engine, 'anan', guidelines);
    anan.step1();
    const { update } = await anan.next('step-2');
    const doc = new Y.Doc();
    Y.applyUpdate(doc, update);
    const seq = await engine.lastSeq(guidelines);

    anan.update(edit(doc, (text) => text.insert(0, 'crafted ')));
    expect(await anan.barrier()).toBe('not-allowed');
    anan.update(edit(doc, (text) => text.delete(9, 4)));
    expect(await anan.barrier()).toBe('not-allowed');
    anan.send(syncFrame(syncStep2, update));
    expect(await anan.barrier()).toBeNull();

    expect(await engine.lastSeq(guidelines)).toBe(seq);
    expect(ploy.text.toString()).toBe('core message');
  });

  test('S9 a session hears nothing before its step 1, and afterwards everything', async () => {
    const engine = await startEngine();
    const socket = await openSocket(engine, 'anan', guidelines);
    const ploy = openClient(engine, 'ploy', guidelines);
    await ploy.synced();
    ploy.text.insert(0, 'a');
    await ploy.saved();
    socket.step1();
    ploy.text.insert(1, 'b');
    await ploy.saved();
    const doc = new Y.Doc();
    Y.applyUpdate(doc, (await socket.next('step-2')).update);
    if (doc.getText('text').length < 2) Y.applyUpdate(doc, (await socket.next('update')).update);
    expect(doc.getText('text').toString()).toBe('ab');
    expect(socket.heard[0]).toMatchObject({ type: 'step-2' });
  });
});

describe('limits', () => {
  test('L1 an update too large closes with 4413 and leaves the document as it was', async () => {
    const engine = await startEngine();
    const socket = await openSocket(engine, 'ploy', guidelines);
    socket.update(edit(new Y.Doc(), (text) => text.insert(0, 'x'.repeat(300 * 1024))));
    expect(await socket.next('closed')).toMatchObject({ code: 4413 });
    expect(await engine.lastSeq(guidelines)).toBe(0);
  });

  test('L1 the same text may come back as the step 2 of a client that was away', async () => {
    const engine = await startEngine();
    const doc = new Y.Doc();
    doc.getText('text').insert(0, 'x'.repeat(300 * 1024));
    const ploy = openClient(engine, 'ploy', guidelines, { doc });
    await ploy.synced();
    expect(await ploy.saved()).toBeNull();
    expect(await engine.lastSeq(guidelines)).toBe(1);
  });

  test('L3 a reader that takes nothing is let go and comes back exact', async () => {
    const engine = await startEngine();
    const ploy = openClient(engine, 'ploy', guidelines);
    await ploy.synced();
    const stalled = await openSocket(engine, 'anan', guidelines);
    stalled.step1();
    await stalled.next('step-2');
    stalled.ws.pause();
    const block = 'x'.repeat(200_000);
    // More than the network between them can hold.
    for (let n = 0; n < 80; n++) {
      ploy.text.delete(0, ploy.text.length);
      ploy.text.insert(0, block);
      expect(await ploy.saved()).toBeNull();
    }
    stalled.ws.resume();
    expect(await stalled.next('closed')).toMatchObject({ code: 1013 });
    const back = openClient(engine, 'anan', guidelines);
    await back.synced();
    expect(back.text.toString()).toBe(block);
  });
});
