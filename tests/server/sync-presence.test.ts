// Who sees whom, under which name.
import * as Y from 'yjs';
import { expect, test } from 'vitest';
import { updateBrief } from '#db/briefs.ts';
import type { AwarenessEntry } from '#shared/protocol.ts';
import {
  type Client,
  edit,
  type Engine,
  guidelines,
  maliDraft,
  openClient,
  openSocket,
  type Person,
  startEngine,
} from '#tests/support/engine.ts';

const caret = (clientId: number, state: AwarenessEntry['state'] = { cursor: 1 }, clock = 1) => [
  { clientId, clock, state },
];

async function listener(
  engine: Engine,
  person: Person,
  document: Parameters<typeof openClient>[2],
) {
  const socket = await openSocket(engine, person, document);
  socket.step1();
  await socket.next('step-2');
  return socket;
}

/** Resolves when this client sees exactly these people. */
function sees({ provider }: Client, names: string[]): Promise<void> {
  const { awareness, doc } = provider;
  const seen = () =>
    [...awareness.getStates()]
      .filter(([clientId]) => clientId !== doc.clientID)
      .map(([, state]) => (state['user'] as { name: string }).name)
      .sort();
  return new Promise((resolve) => {
    const look = () => {
      if (seen().join() !== [...names].sort().join()) return;
      awareness.off('change', look);
      resolve();
    };
    awareness.on('change', look);
    look();
  });
}

test('P1 a forged name is replaced by the one of the session', async () => {
  const engine = await startEngine();
  const ta = await listener(engine, 'ta', guidelines);
  const ploy = await openSocket(engine, 'ploy', guidelines);
  ploy.presence(caret(7, { user: { id: 'anan', name: 'Anan' }, cursor: 3 }));
  const { entries } = await ta.next('presence');
  expect(entries).toHaveLength(1);
  expect(entries[0]).toMatchObject({
    clientId: 7,
    state: { user: { id: 'ploy', name: 'Ploy', side: 'brand' }, cursor: 3 },
  });
});

test("P2 another's client id, a second one and a long state are dropped", async () => {
  const engine = await startEngine();
  const anan = await listener(engine, 'anan', guidelines);
  const ta = await openSocket(engine, 'ta', guidelines);
  ta.presence(caret(5, { cursor: 'of Ta' }));
  await anan.next('presence');
  const ploy = await openSocket(engine, 'ploy', guidelines);
  ploy.presence([
    ...caret(5, { cursor: 'forged' }, 99),
    ...caret(6, { cursor: 'x'.repeat(3000) }),
    ...caret(7, { cursor: 'of Ploy' }),
    ...caret(8, { cursor: 'of Ploy again' }),
  ]);
  const { entries } = await anan.next('presence');
  expect(entries.map(({ clientId, state }) => [clientId, state?.['cursor']])).toEqual([
    [7, 'of Ploy'],
  ]);
  ploy.presence(caret(5, null, 100));
  ploy.presence(caret(7, { cursor: 'moved' }, 2));
  expect((await anan.next('presence')).entries.map(({ clientId }) => clientId)).toEqual([7]);
});

test('P3 A4 creators see brand people and themselves, brand people everyone, each in the open', async () => {
  const engine = await startEngine();
  await engine.door('malidraft', true);
  await engine.db.transaction(async (tx) => {
    await updateBrief(tx, 'summerbrief', { guidelinesOpen: true });
  });
  const people = (['ploy', 'mali', 'ben'] as const).map((person) =>
    openClient(engine, person, guidelines),
  );
  const [ploy, mali, ben] = people as [Client, Client, Client];
  for (const { provider } of people) provider.awareness.setLocalStateField('cursor', 1);
  await sees(ploy, ['Ben', 'มะลิ 🌸']);
  await sees(mali, ['Ploy']);
  await sees(ben, ['Ploy']);
  const phone = openClient(engine, 'mali', guidelines);
  await sees(phone, ['Ploy', 'มะลิ 🌸']);
  await sees(ben, ['Ploy']);
});

test('P4 who leaves is gone at once, and who returns with the same client is seen again', async () => {
  const engine = await startEngine();
  const ploy = openClient(engine, 'ploy', guidelines);
  const ta = openClient(engine, 'ta', guidelines);
  for (const { provider } of [ploy, ta]) provider.awareness.setLocalStateField('cursor', 1);
  await sees(ta, ['Ploy']);
  ploy.disconnect();
  await sees(ta, []);
  ploy.connect();
  await sees(ta, ['Ploy']);
  await sees(ploy, ['Ta']);
  await engine.restart();
  await sees(ta, ['Ploy']);
  await sees(ploy, ['Ta']);
});

test('P4 a client that comes back before its old socket ended keeps its place', async () => {
  const engine = await startEngine();
  const ta = await listener(engine, 'ta', guidelines);
  const old = await openSocket(engine, 'ploy', guidelines);
  old.presence(caret(7, { cursor: 1 }));
  await ta.next('presence');
  const fresh = await openSocket(engine, 'ploy', guidelines);
  fresh.presence(caret(7, { cursor: 2 }));
  await ta.next('presence');
  old.ws.close();
  await old.next('closed');
  fresh.presence(caret(7, { cursor: 3 }, 2));
  expect((await ta.next('presence')).entries[0]?.state).toMatchObject({ cursor: 3 });
});

test('P5 G1 nobody can write under a client id that was seen as a caret', async () => {
  const engine = await startEngine();
  await engine.door('malidraft', true);
  const ta = await listener(engine, 'ta', guidelines);
  const victim = openClient(engine, 'ploy', guidelines);
  victim.provider.awareness.setLocalStateField('cursor', 1);
  const seen = (await ta.next('presence')).entries[0]?.clientId as number;
  expect(seen).toBe(victim.doc.clientID);
  const forged = new Y.Doc();
  forged.clientID = seen;
  ta.update(edit(forged, (text) => text.insert(0, 'forged')));
  expect(await ta.next('closed')).toMatchObject({ code: 4400 });
  await victim.synced();
  victim.text.insert(0, 'mine');
  expect(await victim.saved()).toBeNull();
  expect((await engine.onDisk(guidelines)).getText('text').toString()).toBe('mine');
});

test('A4 the presence of someone behind a closed door reaches nobody', async () => {
  const engine = await startEngine();
  const mali = openClient(engine, 'mali', maliDraft);
  mali.provider.awareness.setLocalStateField('cursor', 1);
  await mali.synced();
  const ploy = await openSocket(engine, 'ploy', maliDraft);
  ploy.step1();
  expect(await ploy.next('closed')).toMatchObject({ code: 4403 });
  expect(ploy.heard).toHaveLength(1);
});
