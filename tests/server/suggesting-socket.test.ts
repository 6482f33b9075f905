// Somebody of the brand suggests on an open draft, and at the same time says over their own socket
// everything that a socket can say. Suggesting is a row beside the text; the wire gives no way round it.
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { setBriefRole } from '#db/briefs.ts';
import { bumpAcl } from '#db/documents.ts';
import { document as documentTable, documentClient, documentUpdate } from '#db/schema/documents.ts';
import { openDoor } from '#server/commands/drafts.ts';
import { acceptSuggestions, suggest } from '#server/commands/suggestions.ts';
import { post } from '#server/views/drafts.ts';
import { linearText } from '#shared/anchors.ts';
import { type DocumentName, draftDocument } from '#shared/ids.ts';
import {
  awarenessFrame,
  barrierAnswer,
  barrierFrame,
  messageAuth,
  messageQueryAwareness,
  messageSync,
  syncFrame,
  syncStep1,
  syncStep2,
  syncUpdate,
} from '#shared/protocol.ts';
import type { Actor } from '#shared/roles.ts';
import { chance } from '#tests/support/chance.ts';
import { openSocket, type RawSocket } from '#tests/support/engine.ts';
import { mutant } from '#tests/support/mutants.ts';
import { openPostHouse, type PostHouse, value, write } from '#tests/support/post-house.ts';
import { type Member, openSockets, type Sockets } from '#tests/support/post-sockets.ts';
import { stretch, suggestion } from '#tests/support/suggesting.ts';

const words = 'Love this new oat drink in the morning';

interface Scene {
  house: PostHouse;
  sockets: Sockets;
  draftId: string;
  name: DocumentName;
  /** The client ids that wrote the draft: the creator's own, and one that accepted a suggestion. */
  writers: { own: number; accepting: number };
}

/** Mali's draft, open, with one suggestion of Ploy's in it that Mali accepted. Nan is a colleague. */
async function openScene(): Promise<Scene> {
  const house = await openPostHouse();
  const { s, mali, ploy, briefId } = house;
  const draftId = house.drafts.mali;
  const name = draftDocument(draftId);
  await write(house, mali, { draftId, text: words });
  value(await openDoor(s, mali, { draftId }));
  await s.db.transaction(async (tx) => {
    await bumpAcl(tx, { briefId });
    await setBriefRole(tx, { briefId, userId: 'nan', role: 'colleague' });
    tx.afterCommit(() => s.hub.rightsChanged({}));
  });
  value(await suggest(s, ploy, await made(house, 'accepted1', 'oat drink', 'cloud')));
  value(await acceptSuggestions(s, mali, { suggestionIds: ['accepted1'] }));
  const clients = await clientsOf(house, name);
  const isAccepting = (one: { suggestionId: string | null }) => one.suggestionId !== null;
  const own = clients.findLast((one) => !isAccepting(one))?.clientId ?? 0;
  const accepting = clients.find(isAccepting)?.clientId ?? 0;
  const sockets = await openSockets(house);
  return { house, sockets, draftId, name, writers: { own, accepting } };
}

const clientsOf = ({ s }: PostHouse, name: DocumentName) =>
  s.db.select().from(documentClient).where(eq(documentClient.document, name));

async function copyOf({ s }: PostHouse, name: DocumentName): Promise<Y.Doc> {
  const doc = new Y.Doc();
  const state = await s.hub.read(name, (live) => Y.encodeStateAsUpdate(live));
  if (!state) throw new Error(`${name} is not there`);
  Y.applyUpdate(doc, state);
  return doc;
}

async function made(house: PostHouse, suggestionId: string, old: string, by: string) {
  const draftId = house.drafts.mali;
  const doc = await copyOf(house, draftDocument(draftId));
  return { place: { draftId }, suggestionId, ...suggestion(doc, { ...stretch(doc, old), by }) };
}

/** The draft byte for byte: what the room holds, and every row of it on the disk. */
async function bytesOf({ house, name }: Scene) {
  const { s } = house;
  const where = eq(documentTable.name, name);
  const [row] = await s.db.select().from(documentTable).where(where);
  const updates = await s.db.select().from(documentUpdate).where(eq(documentUpdate.document, name));
  const state = await s.hub.read(name, (doc) => Y.encodeStateAsUpdate(doc));
  return {
    lastSeq: row?.lastSeq,
    state: hex(state),
    updates: updates.map(({ seq, userId, content }) => ({ seq, userId, content: hex(content) })),
    clients: (await clientsOf(house, name)).map(({ clientId, userId }) => ({ clientId, userId })),
  };
}

const hex = (bytes: Uint8Array | null) => Buffer.from(bytes ?? []).toString('hex');

/** What one change of the draft weighs on the wire, made under this client id. */
function updateOf(doc: Y.Doc, change: (caption: Y.XmlFragment) => void, clientId?: number) {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  if (clientId !== undefined) copy.clientID = clientId;
  const before = Y.encodeStateVector(copy);
  copy.transact(() => change(copy.getXmlFragment('caption')));
  return Y.encodeStateAsUpdate(copy, before);
}

const textIn = (caption: Y.XmlFragment): Y.XmlText =>
  (caption.toArray().at(-1) as Y.XmlElement).get(0) as Y.XmlText;

function paragraph(): Y.XmlElement {
  const made = new Y.XmlElement('paragraph');
  made.insert(0, [new Y.XmlText('a line of the brand’s')]);
  return made;
}

/** Everything one may do to a text, under an id of one's own and under those of who wrote it. */
function updatesOf(doc: Y.Doc, { own, accepting }: Scene['writers']): Uint8Array[] {
  const changes: ((caption: Y.XmlFragment) => void)[] = [
    (caption) => textIn(caption).insert(0, 'forged '),
    (caption) => textIn(caption).insert(textIn(caption).length, 'x'),
    (caption) => textIn(caption).delete(0, 4),
    (caption) => textIn(caption).format(0, 4, { covered: { pointId: 'p1' } }),
    (caption) => caption.delete(0, caption.length),
    (caption) => caption.push([paragraph()]),
    (caption) => (caption.get(0) as Y.XmlElement).setAttribute('id', 'x'),
    ({ doc: of }) => of?.getMap('origins').set(`${own}:0`, [4, accepting, false]),
    ({ doc: of }) => of?.getArray('media').push([new Y.Map([['id', 'x']])]),
  ];
  return changes.flatMap((change) =>
    [undefined, own, accepting].map((clientId) => updateOf(doc, change, clientId)),
  );
}

/** One of every type, honest and not, and every number a type may have. */
function framesOf(doc: Y.Doc, writers: Scene['writers']): (Uint8Array | string)[] {
  const updates = updatesOf(doc, writers);
  const whole = Y.encodeStateAsUpdate(doc);
  const far = Y.encodeStateVector(new Y.Doc());
  const states = [{ cursor: 1 }, { user: { id: 'mali', side: 'creator' } }, null];
  const presence = [7, writers.own, writers.accepting].flatMap((clientId) =>
    states.map((state) => awarenessFrame([{ clientId, clock: 1, state }])),
  );
  const honest = [
    syncFrame(syncStep1, Y.encodeStateVector(doc)),
    syncFrame(syncStep1, far),
    ...[whole, ...updates].flatMap((one) => [
      syncFrame(syncStep2, one),
      syncFrame(syncUpdate, one),
    ]),
    ...presence,
    Uint8Array.of(messageQueryAwareness),
    Uint8Array.of(messageAuth, 0),
    Uint8Array.of(messageAuth, 1, 1, 97),
    barrierFrame(1),
    barrierAnswer(1, null),
    barrierAnswer(2, 'not-allowed'),
  ];
  const [update = whole] = updates;
  const numbers = Array.from({ length: 128 }, (_, type) => type);
  const numbered = numbers.flatMap((type) => [
    Uint8Array.of(type),
    named(type, syncUpdate, update),
    named(messageSync, type, update),
  ]);
  const malformed = [Uint8Array.of(), ...honest.map((frame) => Uint8Array.of(...frame, 0))];
  return [...honest, ...numbered, ...malformed, 'text', JSON.stringify({ type: 'update' })];
}

const named = (type: number, kind: number, payload: Uint8Array) =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, type);
    encoding.writeVarUint(encoder, kind);
    encoding.writeVarUint8Array(encoder, payload);
  });

/** Says it all, coming back whenever a frame cost the socket. Frames are handled in order. */
async function sayAll({ sockets, name }: Scene, who: Member, frames: (Uint8Array | string)[]) {
  const seen = { closed: new Set<number>(), refusals: new Set<string>() };
  for (let left = [...frames]; left.length > 0; ) {
    const socket = await openSocket(sockets, who, name);
    let isOpen = true;
    const closed = socket.next('closed').then((one) => {
      isOpen = false;
      seen.closed.add(one.code);
    });
    // As who holds nothing from before: a barrier of whoever may write waits for this.
    socket.step1();
    socket.send(syncFrame(syncStep2, Y.encodeStateAsUpdate(new Y.Doc())));
    while (isOpen && left.length > 0) {
      const [frame = '', ...rest] = left;
      left = rest;
      socket.ws.send(frame);
      const answered = socket.barrier().then((refusal) => {
        if (refusal !== null) seen.refusals.add(refusal);
      });
      await Promise.race([answered, closed]);
    }
    socket.ws.terminate();
  }
  return seen;
}

/** A creator's socket that listens to the draft, and holds nothing of its own from before. */
async function listening({ sockets, name }: Scene): Promise<RawSocket> {
  const socket = await openSocket(sockets, 'mali', name);
  socket.step1();
  await socket.next('step-2');
  socket.send(syncFrame(syncStep2, Y.encodeStateAsUpdate(new Y.Doc())));
  return socket;
}

const rowsOf = async ({ house, draftId }: Scene, who: Actor) => {
  const page = value(await post(house.s, who, { draftId }));
  return page.door === 'closed' ? [] : page.suggestions.filter(({ status }) => status === 'open');
};

test.each([
  { role: 'lead', who: 'ploy', suggests: true },
  { role: 'colleague', who: 'nan', suggests: true },
  { role: 'reviewer', who: 'anan', suggests: false },
] as const)(
  'A1 S5 S8 a $role who is suggesting alters the draft by no frame of their own socket',
  async ({ who, suggests }) => {
    const scene = await openScene();
    const { house, writers, name } = scene;
    const before = await bytesOf(scene);
    const creator = await listening(scene);
    const doc = await copyOf(house, name);
    const frames = framesOf(doc, writers);

    const [seen, outcomes] = await Promise.all([
      sayAll(scene, who, frames),
      suggesting(scene, house[who]),
    ]);

    expect(await bytesOf(scene)).toEqual(before);
    expect(await creator.barrier()).toBeNull();
    expect(creator.heard.filter(({ type }) => type === 'update')).toEqual([]);
    expect(seen.closed).toEqual(new Set([4400]));
    expect(seen.refusals).toEqual(new Set(['not-allowed']));
    expect(new Set(outcomes)).toEqual(new Set([suggests ? 'suggested' : 'not-allowed']));

    // What was suggested meanwhile is a row, and becomes text when the creator says so.
    const rows = await rowsOf(scene, house.mali);
    expect(rows.map(({ id }) => id)).toEqual(suggests ? ['suggestion1'] : []);
    for (const { id } of rows) {
      value(await acceptSuggestions(house.s, house.mali, { suggestionIds: [id] }));
    }
    const text = await house.s.hub.read(name, (live) => linearText(live, 'caption').text);
    expect(text?.trim()).toBe(`Love this ${suggests ? 'creamy' : 'new'} cloud in the morning`);
    expect((await bytesOf(scene)).lastSeq).toBe((before.lastSeq ?? 0) + rows.length);
  },
);

/** Types on, as a page does: one row, in ever more of its words. Resolves with what came of each. */
async function suggesting({ house }: Scene, who: Actor): Promise<string[]> {
  const outcomes: string[] = [];
  for (const by of ['c', 'cre', 'cream', 'creamy']) {
    const done = await suggest(house.s, who, await made(house, 'suggestion1', 'new', by));
    outcomes.push(done.ok ? 'suggested' : done.error.code);
  }
  return outcomes;
}

test('S5 two thousand broken frames of somebody who is suggesting leave the draft as it was', async () => {
  const scene = await openScene();
  const { house, writers, name } = scene;
  const before = await bytesOf(scene);
  const doc = await copyOf(house, name);
  const luck = chance(20_261_128);
  const updates = updatesOf(doc, writers);
  const frames = updates.flatMap((one) => [syncFrame(syncStep2, one), syncFrame(syncUpdate, one)]);
  const corpus = { updates, frames };
  const drawn = Array.from({ length: 2_000 }, () => mutant(corpus, luck));
  await Promise.all([sayAll(scene, 'ploy', drawn), suggesting(scene, house.ploy)]);
  expect(await bytesOf(scene)).toEqual(before);
});

test('the same frames of the creator do change the draft, so that the others say something', async () => {
  const scene = await openScene();
  const { house, writers, name } = scene;
  const before = await bytesOf(scene);
  const [own] = updatesOf(await copyOf(house, name), writers);
  const creator = await listening(scene);
  creator.update(own as Uint8Array);
  expect(await creator.barrier()).toBeNull();
  expect((await bytesOf(scene)).lastSeq).toBe((before.lastSeq ?? 0) + 1);
});
