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

const inHand = (text = 'a thousand') => [
  {
    id: 'suggestion1',
    span: { part: 'caption', start: 'AA==', end: 'AA==', quote: 'four', before: '', after: '' },
    text,
  },
];

test('P6 what a brand person is about to suggest is seen while they type, is written nowhere and goes with them', async () => {
  const engine = await startEngine();
  await engine.door('malidraft', true);
  const seq = await engine.lastSeq(maliDraft);
  const mali = await listener(engine, 'mali', maliDraft);
  const ploy = await openSocket(engine, 'ploy', maliDraft);
  ploy.presence(caret(7, { cursor: 1, inHand: inHand() }));
  const [first] = (await mali.next('presence')).entries;
  expect(first?.state).toMatchObject({ inHand: inHand(), user: { name: 'Ploy' } });
  const late = await openSocket(engine, 'anan', maliDraft);
  late.step1();
  expect((await late.next('presence')).entries[0]?.state).toMatchObject({ inHand: inHand() });
  ploy.ws.close();
  expect((await mali.next('presence')).entries).toMatchObject([{ clientId: 7, state: null }]);
  expect(await engine.lastSeq(maliDraft)).toBe(seq);
});

test('P6 words in hand of another shape, too long or of who may not suggest are not shown', async () => {
  const engine = await startEngine();
  await engine.door('malidraft', true);
  const mali = await listener(engine, 'mali', maliDraft);
  const ploy = await openSocket(engine, 'ploy', maliDraft);
  const shapes: unknown[] = [
    'words',
    { length: 1 },
    [{ ...inHand()[0], id: '<b>' }],
    [{ ...inHand()[0], text: 7 }],
    [{ ...inHand()[0], span: { part: 'elsewhere' } }],
    inHand('x'.repeat(500)),
    Array.from({ length: 9 }, () => inHand('x')[0]),
  ];
  for (const [at, shape] of shapes.entries()) {
    ploy.presence(caret(7, { cursor: at, inHand: shape }, at + 1));
    const [heard] = (await mali.next('presence')).entries;
    expect(heard?.state).toEqual({ cursor: at, user: expect.anything() });
  }
  // A caret of the same presence is dropped with what is far too long, and nobody is sent away.
  ploy.presence(caret(7, { cursor: 98, inHand: inHand('x'.repeat(3_000)) }, 98));
  ploy.presence(caret(7, { cursor: 99, inHand: [{ ...inHand()[0], more: 'x' }] }, 99));
  const [cut] = (await mali.next('presence')).entries;
  expect(cut?.state).toEqual({ cursor: 99, inHand: inHand(), user: expect.anything() });
  const anan = await openSocket(engine, 'anan', maliDraft);
  anan.presence(caret(8, { cursor: 1, inHand: inHand() }));
  const [reviewer] = (await mali.next('presence')).entries;
  expect(reviewer?.state).toEqual({ cursor: 1, user: expect.anything() });
});

test('P6 who may not suggest any more is heard no further, and what they were typing is gone', async () => {
  const engine = await startEngine();
  await engine.door('malidraft', true);
  const mali = await listener(engine, 'mali', maliDraft);
  const ta = await openSocket(engine, 'ta', maliDraft);
  ta.presence(caret(7, { inHand: inHand() }));
  await mali.next('presence');
  await engine.role('ta', 'reviewer');
  expect(await ta.next('closed')).toMatchObject({ code: 1013 });
  expect((await mali.next('presence')).entries).toMatchObject([{ clientId: 7, state: null }]);
});

test('P6 on the guidelines the brand sees what a creator is about to suggest, and no other creator does', async () => {
  const engine = await startEngine();
  await engine.db.transaction(async (tx) => {
    await updateBrief(tx, 'summerbrief', { guidelinesOpen: true });
  });
  const [ta, ben] = [
    await listener(engine, 'ta', guidelines),
    await listener(engine, 'ben', guidelines),
  ];
  const mali = await openSocket(engine, 'mali', guidelines);
  const about = [{ ...inHand()[0], span: { ...inHand()[0]?.span, part: 'guidelines' } }];
  mali.presence(caret(7, { inHand: about }));
  expect((await ta.next('presence')).entries[0]?.state).toMatchObject({ inHand: about });
  // The brand writes its guidelines; what it types in them is no suggestion.
  const ploy = await openSocket(engine, 'ploy', guidelines);
  ploy.presence(caret(8, { cursor: 1, inHand: about }));
  const [heard] = (await ben.next('presence')).entries;
  expect(heard).toMatchObject({ clientId: 8, state: { cursor: 1 } });
  expect(heard?.state).not.toHaveProperty('inHand');
  expect(ben.heard.filter(({ type }) => type === 'presence')).toHaveLength(1);
});
