// Several people at the real hub and a real log, over virtual sockets that deliver late and break
// off, on a disk that fails now and then, while rights change. Every step is drawn from a seed.
import { randomUUID } from 'node:crypto';
import * as Y from 'yjs';
import { expect, test } from 'vitest';
import type { Session, Wire } from '#server/sync/session.ts';
import {
  awarenessFrame,
  barrierFrame,
  syncFrame,
  syncStep1,
  syncStep2,
  syncUpdate,
} from '#shared/protocol.ts';
import { type Chance, chance } from '#tests/support/chance.ts';
import {
  type Engine,
  guidelines,
  type Heard,
  type Person,
  readHeard,
  startEngine,
} from '#tests/support/engine.ts';
import { type FaultyLog, faultyLog } from '#tests/support/faulty-log.ts';

type Link =
  | { state: 'away' }
  | { state: 'joining'; token: string }
  | { state: 'open'; session: Session; inbox: Heard[]; outbox: Uint8Array[] };

interface Peer {
  person: Person;
  doc: Y.Doc;
  link: Link;
  right: 'write' | 'read';
  /** State vectors by barrier, and the last one acknowledged. */
  asked: Map<number, Uint8Array>;
  acknowledged: Uint8Array[];
  barriers: number;
  /** Everything that was delivered to it, as one document. */
  delivered: Y.Doc;
}

const remote = Symbol('remote');
const tick = () => new Promise((resolve) => setImmediate(resolve));

function newPeer(person: Person): Peer {
  const peer: Peer = {
    person,
    doc: new Y.Doc(),
    link: { state: 'away' },
    right: person === 'anan' || person === 'may' ? 'read' : 'write',
    asked: new Map(),
    acknowledged: [],
    barriers: 0,
    delivered: new Y.Doc(),
  };
  peer.doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin === remote || peer.link.state !== 'open') return;
    peer.link.outbox.push(syncFrame(syncUpdate, update));
  });
  return peer;
}

async function connect(engine: Engine, peer: Peer): Promise<void> {
  const token = randomUUID();
  peer.link = { state: 'joining', token };
  const identity = { userId: peer.person, sessionId: token, via: 'token' as const };
  const ticket = await engine.access.authorise(identity, guidelines);
  if ('refused' in ticket) throw new Error('everyone here may read');
  const inbox: Heard[] = [];
  const away = () => {
    if (peer.link.state === 'open' && peer.link.inbox === inbox) peer.link = { state: 'away' };
  };
  const wire: Wire = {
    send: (frame) => inbox.push(readHeard(frame)),
    close: away,
    waitingBytes: 0,
  };
  const session = await engine.hub.join({ identity, ticket, document: guidelines, wire });
  if (peer.link.state !== 'joining' || peer.link.token !== token) {
    if (session) engine.hub.leave(session);
    return;
  }
  if (!session) return void (peer.link = { state: 'away' });
  peer.right = ticket.right;
  peer.asked.clear();
  const outbox = [
    syncFrame(syncStep1, Y.encodeStateVector(peer.doc)),
    awarenessFrame([{ clientId: peer.doc.clientID, clock: 1, state: { cursor: 0 } }]),
  ];
  peer.link = { state: 'open', session, inbox, outbox };
}

function disconnect(engine: Engine, peer: Peer): void {
  if (peer.link.state === 'open') engine.hub.leave(peer.link.session);
  peer.link = { state: 'away' };
}

/** Up to `count` frames each way. */
function deliver(peer: Peer, count: number): void {
  if (peer.link.state !== 'open') return;
  const { session, inbox, outbox } = peer.link;
  for (const frame of outbox.splice(0, count)) session.receive(frame);
  for (const heard of inbox.splice(0, count)) hear(peer, heard, outbox);
}

function hear(peer: Peer, heard: Heard, outbox: Uint8Array[]): void {
  if (heard.type === 'step-1') {
    outbox.push(syncFrame(syncStep2, Y.encodeStateAsUpdate(peer.doc, heard.stateVector)));
  } else if (heard.type === 'step-2' || heard.type === 'update') {
    Y.applyUpdate(peer.doc, heard.update, remote);
    Y.applyUpdate(peer.delivered, heard.update);
  } else if (heard.type === 'barrier' && heard.refusal === null) {
    const vector = peer.asked.get(heard.n);
    if (vector) peer.acknowledged.push(vector);
  }
}

/** A reader's own text would never be accepted: the editor is locked for them, and here too. */
function type(peer: Peer, random: Chance): void {
  if (peer.right !== 'write') return;
  const text = peer.doc.getText('text');
  const at = random.below(text.length + 1);
  if (random.below(4) === 0 && text.length > 3) {
    text.delete(Math.min(at, text.length - 2), 1 + random.below(2));
  } else text.insert(at, random.pick(['a', 'ข้อ', '🌸', 'word ', 'long '.repeat(9)]));
}

function ask(peer: Peer): void {
  if (peer.link.state !== 'open' || peer.right !== 'write') return;
  const n = ++peer.barriers;
  peer.asked.set(n, Y.encodeStateVector(peer.doc));
  peer.link.outbox.push(barrierFrame(n));
}

interface World {
  engine: Engine;
  disk: FaultyLog;
  peers: Peer[];
  random: Chance;
}

async function step({ engine, disk, peers, random }: World): Promise<void> {
  const peer = random.pick(peers);
  const drawn = random.below(100);
  if (peer.link.state === 'away' && drawn < 60) void connect(engine, peer);
  else if (drawn < 40) type(peer, random);
  else if (drawn < 70) deliver(peer, 1 + random.below(6));
  else if (drawn < 80) ask(peer);
  else if (drawn < 85) disconnect(engine, peer);
  else if (drawn < 87) disk.fail(() => random.below(3) > 0);
  else if (drawn < 91) disk.heal();
  else if (drawn < 92) await engine.role('anan', random.pick(['reviewer', 'colleague']));
  else await tick();
}

/** What is on disk never lags behind what was promised or shown. */
async function holds({ engine, peers }: World): Promise<void> {
  const disk = await engine.onDisk(guidelines);
  expect(disk.store.pendingStructs).toBeNull();
  expect(disk.store.pendingDs).toBeNull();
  const vector = Y.decodeStateVector(Y.encodeStateVector(disk));
  const isOnDisk = (wanted: Uint8Array) =>
    [...Y.decodeStateVector(wanted)].every(([client, clock]) => (vector.get(client) ?? 0) >= clock);
  for (const { acknowledged, delivered } of peers) {
    expect(acknowledged.every(isOnDisk)).toBe(true);
    expect(isOnDisk(Y.encodeStateVector(delivered))).toBe(true);
  }
}

async function settle({ engine, disk, peers }: World): Promise<void> {
  disk.heal();
  await engine.role('anan', 'reviewer');
  for (;;) {
    for (const peer of peers) {
      if (peer.link.state === 'away') await connect(engine, peer);
      deliver(peer, Number.POSITIVE_INFINITY);
    }
    await tick();
    const vectors = peers
      .filter(({ right }) => right === 'write')
      .map(({ doc }) => Y.encodeStateVector(doc));
    const onDisk = Y.encodeStateVector(await engine.onDisk(guidelines));
    const isQuiet = [...vectors, onDisk].every((vector) => sameVector(vector, onDisk));
    if (isQuiet && peers.every(isIdle)) return;
  }
}

const isIdle = ({ link }: Peer) =>
  link.state === 'open' && link.inbox.length === 0 && link.outbox.length === 0;

function sameVector(a: Uint8Array, b: Uint8Array): boolean {
  const [one, other] = [Y.decodeStateVector(a), Y.decodeStateVector(b)];
  return (
    one.size === other.size && [...one].every(([client, clock]) => other.get(client) === clock)
  );
}

async function simulate(seed: number, steps: number): Promise<void> {
  const disk = faultyLog();
  const engine = await startEngine({ around: disk.around });
  const people = ['ploy', 'ta', 'ploy', 'may', 'anan'] as const;
  const peers = people.map((person) => newPeer(person));
  const world = { engine, disk, peers, random: chance(seed) };
  for (let n = 0; n < steps; n++) {
    await step(world);
    if (n % 100 === 99) await holds(world);
  }
  await settle(world);
  await holds(world);
  const live = await engine.hub.read(guidelines, (doc) => doc.getText('text').toString());
  const onDisk = (await engine.onDisk(guidelines)).getText('text').toString();
  expect(live).toBe(onDisk);
  for (const { doc } of peers.filter(({ person }) => person !== 'anan')) {
    expect(doc.getText('text').toString()).toBe(onDisk);
  }
  await engine.restart();
  expect((await engine.onDisk(guidelines)).getText('text').toString()).toBe(onDisk);
}

test.each([1, 2, 3, 4])(
  'D1 D3 D7 R1 whatever happens, what was shown or acknowledged is on disk (seed %i)',
  (seed) => simulate(seed, 1500),
);
