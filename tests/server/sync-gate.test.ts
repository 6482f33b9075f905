// Hostile updates, made by hand as no client would make them.
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { expect, test } from 'vitest';
import { decode, judge } from '#server/sync/gate.ts';
import { syncFrame, syncStep2 } from '#shared/protocol.ts';
import { edit, guidelines, openClient, openSocket, startEngine } from '#tests/support/engine.ts';

/** One client's structs as a V1 update; `write` puts each struct's bytes. */
function forge(clientId: number, clock: number, structs: ((to: encoding.Encoder) => void)[]) {
  return encoding.encode((to) => {
    encoding.writeVarUint(to, 1);
    encoding.writeVarUint(to, structs.length);
    encoding.writeVarUint(to, clientId);
    encoding.writeVarUint(to, clock);
    for (const write of structs) write(to);
    encoding.writeVarUint(to, 0);
  });
}

const gc = (length: number) => (to: encoding.Encoder) => {
  encoding.writeUint8(to, 0);
  encoding.writeVarUint(to, length);
};

/** A string that stands right of `origin`. */
const after = (client: number, clock: number, text: string) => (to: encoding.Encoder) => {
  encoding.writeUint8(to, 0x80 | 4);
  encoding.writeVarUint(to, client);
  encoding.writeVarUint(to, clock);
  encoding.writeVarString(to, text);
};

async function scene() {
  const engine = await startEngine();
  const victim = openClient(engine, 'ploy', guidelines);
  await victim.synced();
  victim.text.insert(0, 'mine');
  await victim.saved();
  const attacker = await openSocket(engine, 'ta', guidelines);
  const unharmed = async () => {
    victim.text.insert(4, ' still');
    expect(await victim.saved()).toBeNull();
    const disk = await engine.onDisk(guidelines);
    expect(disk.getText('text').toString()).toBe('mine still');
    expect(disk.store.pendingStructs).toBeNull();
  };
  return { engine, victim, attacker, id: victim.doc.clientID, unharmed };
}

test("G1 structs forged at the next clock of another person's client are refused", async () => {
  const { victim, attacker, id, unharmed } = await scene();
  const forged = new Y.Doc();
  Y.applyUpdate(forged, Y.encodeStateAsUpdate(victim.doc));
  forged.clientID = id;
  attacker.update(edit(forged, (text) => text.insert(4, ' forged')));
  expect(await attacker.next('closed')).toMatchObject({ code: 4400 });
  await unharmed();
});

test('G2 an insert that waits for a future operation of someone else is a gap, not parked', async () => {
  const { engine, attacker, id, unharmed } = await scene();
  attacker.update(forge(666, 0, [after(id, 6, 'parasite')]));
  await attacker.next('step-1');
  await unharmed();
  expect(await engine.lastSeq(guidelines)).toBe(2);
});

test('G2 S5 what is known already, now pointing at what is not there, breaks nothing for the others', async () => {
  const { engine, victim, id, unharmed } = await scene();
  let closed = 0;
  victim.provider.on('connection-close', () => (closed += 1));
  // Someone nobody knows, and a clock its client has not reached.
  for (const [client, clock] of [
    [666, 0],
    [id, 4_000],
  ] as const) {
    const socket = await openSocket(engine, 'ta', guidelines);
    socket.update(forge(id, 0, [after(client, clock, 'mine')]));
    await Promise.race([socket.next('step-1'), socket.next('closed'), socket.barrier()]);
  }
  await unharmed();
  expect(closed).toBe(0);
});

test('G2 a deletion of what is not written yet is a gap', async () => {
  const { engine, attacker, id, unharmed } = await scene();
  const deletion = encoding.encode((to) => {
    for (const n of [0, 1, id, 1, 4, 100]) encoding.writeVarUint(to, n);
  });
  attacker.update(deletion);
  await attacker.next('step-1');
  await unharmed();
  expect(await engine.lastSeq(guidelines)).toBe(2);
});

test('G1 G3 a struct that would swallow what its client writes later is refused', async () => {
  const { attacker, engine, id, unharmed } = await scene();
  attacker.update(forge(id, 4, [gc(1000)]));
  expect(await attacker.next('closed')).toMatchObject({ code: 4400 });
  const again = await openSocket(engine, 'ta', guidelines);
  again.update(forge(667, 0, [gc(1_000_000_000)]));
  expect(await again.next('closed')).toMatchObject({ code: 4413 });
  await unharmed();
});

test('G3 structs that point at themselves or at each other are a gap and break no room', async () => {
  const { attacker, engine, victim, unharmed } = await scene();
  let closed = 0;
  victim.provider.on('connection-close', () => (closed += 1));
  attacker.update(forge(668, 0, [after(668, 0, 'self')]));
  await attacker.next('step-1');
  const circle = encoding.encode((to) => {
    encoding.writeVarUint(to, 2);
    for (const [own, other] of [
      [670, 669],
      [669, 670],
    ] as const) {
      encoding.writeVarUint(to, 1);
      encoding.writeVarUint(to, own);
      encoding.writeVarUint(to, 0);
      after(other, 0, 'x')(to);
    }
    encoding.writeVarUint(to, 0);
  });
  attacker.update(circle);
  await attacker.next('step-1');
  await unharmed();
  expect(closed).toBe(0);
  expect(await engine.lastSeq(guidelines)).toBe(2);
});

test('G3 two devices that wrote on top of each other are no circle', () => {
  const [desk, phone] = [new Y.Doc(), new Y.Doc()];
  for (let n = 0; n < 50; n++) {
    const [from, to] = n % 2 === 0 ? [desk, phone] : [phone, desk];
    from.getText('text').insert(n, 'x');
    Y.applyUpdate(to, Y.encodeStateAsUpdate(from));
  }
  const decoded = decode(Y.encodeStateAsUpdate(desk));
  const empty = { clock: () => 0, owner: () => undefined };
  expect(decoded && judge(decoded, empty, 'mali')).toMatchObject({ kind: 'pass' });
});

test('G4 what everyone knows is neither appended nor delivered', async () => {
  const { engine, victim, attacker } = await scene();
  const anan = await openSocket(engine, 'anan', guidelines);
  anan.step1();
  await anan.next('step-2');
  attacker.send(syncFrame(syncStep2, Y.encodeStateAsUpdate(victim.doc)));
  expect(await attacker.barrier()).toBeNull();
  expect(await engine.lastSeq(guidelines)).toBe(1);
  expect(anan.heard.filter(({ type }) => type === 'update')).toEqual([]);
});

test('G4 opening, looking and reconnecting append nothing', async () => {
  const { engine, victim } = await scene();
  victim.text.delete(0, 2);
  await victim.saved();
  const seq = await engine.lastSeq(guidelines);
  for (let n = 0; n < 3; n++) {
    victim.disconnect();
    victim.connect();
    await victim.synced();
    expect(await victim.saved()).toBeNull();
  }
  const ta = openClient(engine, 'ta', guidelines);
  await ta.synced();
  expect(await ta.saved()).toBeNull();
  expect(await engine.lastSeq(guidelines)).toBe(seq);
});

test('G4 an update that is half known is cut to its news', async () => {
  const { engine, attacker } = await scene();
  const doc = new Y.Doc();
  attacker.update(edit(doc, (text) => text.insert(0, 'first')));
  expect(await attacker.barrier()).toBeNull();
  edit(doc, (text) => text.insert(5, ' second'));
  attacker.update(Y.encodeStateAsUpdate(doc));
  expect(await attacker.barrier()).toBeNull();
  const stored = await engine.db.log.load(guidelines);
  const news = stored?.tail.at(-1)?.update as Uint8Array;
  const structs = decode(news)?.structs ?? [];
  expect(structs.map(({ id }) => id.clock)).toEqual([5]);
});
