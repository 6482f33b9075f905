// Frames of hostile clients over real sockets: cut, repeated, prolonged, from people who may not, and
// ten thousand changed at random. What others wrote, the log and the process stay as they were.
import * as Y from 'yjs';
import { expect, test } from 'vitest';
import {
  awarenessFrame,
  barrierFrame,
  messageQueryAwareness,
  syncFrame,
  syncStep1,
  syncStep2,
  syncUpdate,
} from '#shared/protocol.ts';
import { type Chance, chance } from '#tests/support/chance.ts';
import {
  edit,
  type Engine,
  guidelines,
  type Heard,
  openClient,
  openSocket,
  type Person,
  startEngine,
} from '#tests/support/engine.ts';
import { type Corpus, mutant } from '#tests/support/mutants.ts';

const framesARun = 10_000;
const sockets = 32;
/** Frames an attacker makes of one collection. */
const framesACorpus = 10;

/** One of each type that a client may send; the updates are this document's. */
function honestFrames(doc: Y.Doc): Uint8Array[] {
  return [
    syncFrame(syncStep1, Y.encodeStateVector(doc)),
    syncFrame(syncStep2, Y.encodeStateAsUpdate(doc)),
    syncFrame(syncUpdate, Y.encodeStateAsUpdate(doc)),
    awarenessFrame([{ clientId: doc.clientID, clock: 1, state: { cursor: 'ข้อ' } }]),
    Uint8Array.of(messageQueryAwareness),
    barrierFrame(300),
  ];
}

function someDocument(): Y.Doc {
  const doc = new Y.Doc();
  edit(doc, (text) => text.insert(0, 'hostile 🌸'));
  edit(doc, (text) => text.delete(2, 3));
  return doc;
}

const withByte = (frame: Uint8Array) => Uint8Array.of(...frame, 0);

/** Someone who writes meanwhile, and must notice nothing. Each character is one clock of its own. */
async function openVictim(engine: Engine) {
  const client = openClient(engine, 'ploy', guidelines);
  await client.synced();
  let closed = 0;
  client.provider.on('connection-close', () => (closed += 1));
  let typed = '';
  return {
    client,
    async types(words: string) {
      const mine = client.doc.getText('mine');
      mine.insert(mine.length, words);
      typed += words;
      expect(await client.saved()).toBeNull();
    },
    async isUnharmed() {
      await this.types('still here. ');
      expect(closed).toBe(0);
      const onDisk = await engine.onDisk(guidelines);
      expect([onDisk.store.pendingStructs, onDisk.store.pendingDs]).toEqual([null, null]);
      expectOwnWords(onDisk, client.doc.clientID, typed);
      const late = openClient(engine, 'anan', guidelines);
      await late.synced();
      expect(stateOf(client.doc)).toEqual(stateOf(onDisk));
      expect(stateOf(late.doc)).toEqual(stateOf(onDisk));
    },
  };
}

/** Whatever stands under a client id is what its owner typed, or was deleted by somebody's right. */
function expectOwnWords(doc: Y.Doc, clientId: number, typed: string): void {
  expect(Y.getState(doc.store, clientId)).toBe(typed.length);
  for (const struct of doc.store.clients.get(clientId) ?? []) {
    if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentString)) continue;
    const { clock } = struct.id;
    expect(struct.content.str).toBe(typed.slice(clock, clock + struct.length));
  }
}

function stateOf(doc: Y.Doc) {
  const { sv, ds } = Y.snapshot(doc);
  const runs = [...ds.clients].sort(([a], [b]) => a - b);
  return { clocks: [...sv].sort(([a], [b]) => a - b), runs, mine: doc.getText('mine').toString() };
}

async function closeCode(engine: Engine, person: Person | null, frames: Uint8Array[]) {
  const socket = await openSocket(engine, person, guidelines);
  for (const frame of frames) socket.send(frame);
  return (await socket.next('closed')).code;
}

test('S5 every frame cut at any byte, or with one too many, closes its own session alone', async () => {
  const engine = await startEngine();
  const victim = await openVictim(engine);
  for (const frame of honestFrames(someDocument())) {
    const broken = Array.from(frame, (_, length) => frame.slice(0, length));
    const codes = await Promise.all(
      [...broken, withByte(frame)].map((bytes) => closeCode(engine, 'ta', [bytes])),
    );
    expect(new Set(codes)).toEqual(new Set([4400]));
  }
  expect(await engine.lastSeq(guidelines)).toBe(0);
  await victim.isUnharmed();
});

test('S5 an update or a state vector cut at any byte inside a whole frame is refused too', async () => {
  const engine = await startEngine();
  const victim = await openVictim(engine);
  const doc = someDocument();
  const whole: [number, Uint8Array][] = [
    [syncStep1, Y.encodeStateVector(doc)],
    [syncStep2, Y.encodeStateAsUpdate(doc)],
    [syncUpdate, Y.encodeStateAsUpdate(doc)],
  ];
  for (const [type, payload] of whole) {
    const codes = await Promise.all(
      Array.from(payload, (_, length) =>
        closeCode(engine, 'ta', [syncFrame(type, payload.slice(0, length))]),
      ),
    );
    expect(new Set(codes)).toEqual(new Set([4400]));
  }
  expect(await engine.lastSeq(guidelines)).toBe(0);
  await victim.isUnharmed();
});

test('G4 S6 every frame may come fifty times: the words are appended once', async () => {
  const engine = await startEngine();
  const victim = await openVictim(engine);
  const socket = await openSocket(engine, 'ta', guidelines);
  for (const frame of honestFrames(someDocument())) {
    for (let n = 0; n < 50; n++) socket.send(frame);
  }
  for (let n = 0; n < 50; n++) expect(await socket.next('barrier')).toMatchObject({ n: 300 });
  expect(await engine.lastSeq(guidelines)).toBe(1);
  await victim.isUnharmed();
});

test('S8 nothing a reader sends is appended or heard by others', async () => {
  const engine = await startEngine();
  const victim = await openVictim(engine);
  const anan = await openSocket(engine, 'anan', guidelines);
  for (const frame of honestFrames(someDocument())) anan.send(frame);
  expect(await anan.next('barrier')).toMatchObject({ refusal: 'not-allowed' });
  expect(await engine.lastSeq(guidelines)).toBe(0);
  expect(victim.client.text.toString()).toBe('');
  await victim.isUnharmed();
});

test('S2 what comes before the door was opened is never read', async () => {
  const engine = await startEngine();
  const victim = await openVictim(engine);
  const frames = honestFrames(someDocument());
  // Without a token it is taken for a page that is not ours.
  expect(await closeCode(engine, null, frames)).toBe(4403);
  expect(await closeCode(engine, 'ben', frames)).toBe(4403);
  expect(await engine.lastSeq(guidelines)).toBe(0);
  await victim.isUnharmed();
});

test('A1 A2 what comes after the right was taken away is appended nowhere and heard by nobody', async () => {
  const engine = await startEngine();
  const victim = await openVictim(engine);
  const ta = await openSocket(engine, 'ta', guidelines);
  expect(await ta.barrier()).toBeNull();
  const onlooker = await openSocket(engine, 'anan', guidelines);
  onlooker.step1();
  await onlooker.next('step-2');
  const removed = engine.removed('ta');
  const frames = honestFrames(someDocument());
  await removed;
  for (const frame of frames) ta.send(frame);
  expect(await ta.next('closed')).toMatchObject({ code: 4403 });
  expect(await engine.lastSeq(guidelines)).toBe(0);
  await onlooker.barrier();
  expect(onlooker.heard.filter(({ type }) => type === 'update')).toEqual([]);
  await victim.isUnharmed();
});

/** What someone in this document might write next, longer than they can have written meanwhile. */
function forge(doc: Y.Doc, random: Chance): Uint8Array {
  const forged = new Y.Doc();
  Y.applyUpdate(forged, Y.encodeStateAsUpdate(doc));
  forged.clientID = random.pick([...doc.store.clients.keys()]);
  return edit(forged, (text) => text.insert(0, 'forged '.repeat(200)));
}

/** An attacker with a document of its own, in step whenever it connects, and what it overhears. */
function newAttacker() {
  const doc = new Y.Doc();
  const overheard: Uint8Array[] = [];
  return {
    stateVector: () => Y.encodeStateVector(doc),
    hear(one: Heard) {
      if (one.type === 'step-2') Y.applyUpdate(doc, one.update);
      if (one.type === 'update') overheard.push(one.update);
      if (overheard.length > 20) overheard.shift();
    },
    corpus(random: Chance): Corpus {
      const own = edit(doc, (text) => {
        if (text.length > 10) text.delete(random.below(text.length), 1);
        text.insert(random.below(text.length + 1), random.pick(['x', 'ข้อ', 'long '.repeat(5)]));
      });
      const frames = honestFrames(doc);
      const updates = [own, own, forge(doc, random), Y.encodeStateAsUpdate(doc), ...overheard];
      return { updates, frames };
    },
  };
}

/** Sends its share frame by frame, coming back whenever it was closed. */
async function attack(engine: Engine, person: Person, random: Chance): Promise<void> {
  const attacker = newAttacker();
  let corpus = attacker.corpus(random);
  for (let left = framesARun / sockets; left > 0; ) {
    const socket = await openSocket(engine, person, guidelines);
    let isOpen = true;
    const closed = socket.next('closed').then(() => (isOpen = false));
    socket.step1(attacker.stateVector());
    for (; isOpen && left > 0; left--) {
      if (random.below(framesACorpus) === 0) corpus = attacker.corpus(random);
      socket.send(mutant(corpus, random));
      socket.send(Uint8Array.of(messageQueryAwareness));
      // Frames are handled in order: answered, or closed.
      await Promise.race([socket.next('presence'), closed]);
      for (const one of socket.heard.splice(0)) attacker.hear(one);
    }
    socket.ws.terminate();
  }
}

async function fuzz(seed: number): Promise<void> {
  const engine = await startEngine();
  const victim = await openVictim(engine);
  let isOver = false;
  const typing = (async () => {
    while (!isOver) await victim.types('words of mine ');
  })();
  const attacks = Array.from({ length: sockets }, (_, n) =>
    attack(engine, n % 4 === 3 ? 'anan' : 'ta', chance(seed + n)),
  );
  await Promise.all(attacks);
  isOver = true;
  await typing;
  await victim.isUnharmed();
  await engine.restart();
  await victim.client.synced();
  expect(await victim.client.saved()).toBeNull();
}

const fresh = Date.now() % 2 ** 31;

test.each([1, fresh])(
  'S5 G1 G2 G3 ten thousand hostile frames harm nobody else, nor the log, nor the process (seed %i)',
  fuzz,
  120_000,
);
