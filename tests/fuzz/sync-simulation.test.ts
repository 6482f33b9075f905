// Eight clients of two documents at the real hub and the real database, over virtual sockets that
// deliver late and break off, on a disk that writes when it is told to, fails or dies with the
// process, while rights change and time passes. Every step is drawn from a seed: the clock and the
// disk too, so that a seed walks the same way again.
import { and, asc, eq, gt } from 'drizzle-orm';
import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import * as Y from 'yjs';
import { documentUpdate } from '#db/schema/documents.ts';
import { checkInstallation } from '#server/admin/check.ts';
import { gatherMs } from '#server/sync/limits.ts';
import type { DocumentName } from '#shared/ids.ts';
import { type Chance, chance } from '#tests/support/chance.ts';
import {
  type Engine,
  guidelines,
  maliDraft,
  type Person,
  readFromDisk,
  startEngine,
} from '#tests/support/engine.ts';
import { holdsPart, type Part, partOf, partOfUpdate } from '#tests/support/part.ts';
import { Peer } from '#tests/support/peer.ts';
import { type SteppedDisk, steppedDisk } from '#tests/support/stepped-disk.ts';

const clients = 8;
const operationsEach = 2_000;
/** Longer than a room stands empty before it is unloaded. */
const longMs = 31_000;

const places: [Person, DocumentName][] = [
  ['ploy', guidelines],
  ['ploy', guidelines],
  ['ta', guidelines],
  ['anan', guidelines],
  ['may', guidelines],
  ['mali', maliDraft],
  ['mali', maliDraft],
  ['anan', maliDraft],
];
const documents = [guidelines, maliDraft] as const;

/** What is on disk, followed row by row as it is written. */
interface Replica {
  document: DocumentName;
  doc: Y.Doc;
  seq: number;
  /** How many writes of the disk it has followed. */
  writes: number;
}

interface World {
  engine: Engine;
  disk: SteppedDisk;
  peers: Peer[];
  replicas: Replica[];
  random: Chance;
  /** Who may write what at this moment. */
  writers: Map<DocumentName, Set<Person>>;
  /** Whose client ids are. */
  owners: Map<number, Person>;
  /** Delivered or acknowledged in this step. */
  promised: { document: DocumentName; part: Part }[];
  /** The codes that sockets were closed with in this step. */
  closed: number[];
}

afterEach(() => {
  vi.useRealTimers();
});

async function makeWorld(seed: number): Promise<World> {
  const disk = steppedDisk();
  const engine = await startEngine({ around: disk.around });
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance', 'Date'],
  });
  const world: World = {
    engine,
    disk,
    peers: [],
    replicas: await Promise.all(
      documents.map(async (document) => ({
        document,
        doc: await readFromDisk(engine.db, document),
        seq: 0,
        writes: 0,
      })),
    ),
    random: chance(seed),
    writers: new Map([
      [guidelines, new Set<Person>(['ploy', 'ta'])],
      [maliDraft, new Set<Person>(['mali'])],
    ]),
    owners: new Map(),
    promised: [],
    closed: [],
  };
  world.peers = places.map(([person, document]) => newPeer(world, person, document));
  return world;
}

function newPeer(world: World, person: Person, document: DocumentName): Peer {
  return new Peer({
    person,
    document,
    onPromise: (part) => void world.promised.push({ document, part }),
    nextClientId() {
      const clientId = world.random.below(2 ** 32);
      world.owners.set(clientId, person);
      return clientId;
    },
    onClosed: (code) => void world.closed.push(code),
  });
}

async function step(world: World): Promise<void> {
  const { engine, disk, peers, random } = world;
  const peer = random.pick(peers);
  const drawn = random.below(1000);
  if (peer.isAway && drawn < 500) void peer.connect(engine);
  else if (drawn < 340) peer.edit(random);
  else if (drawn < 640) peer.deliver(1 + random.below(6));
  else if (drawn < 700) peer.ask();
  else if (drawn < 730) peer.disconnect(engine);
  else if (drawn < 900) await disk.write();
  else if (drawn < 905) disk.fail(random.pick(documents));
  else if (drawn < 920) disk.heal();
  else if (drawn < 970) await vi.advanceTimersByTimeAsync(random.pick([1, 4, gatherMs, 120]));
  else if (drawn < 985) await changeRole(world);
  else if (drawn < 995) await moveDoor(world);
  else if (drawn < 998) await crash(world);
  else await everyoneLeaves(world);
}

async function changeRole({ engine, random, writers }: World): Promise<void> {
  const person = random.pick(['anan', 'ta'] as const);
  const role = random.pick(['reviewer', 'colleague'] as const);
  await engine.role(person, role);
  if (role === 'colleague') writers.get(guidelines)?.add(person);
  else writers.get(guidelines)?.delete(person);
}

const moveDoor = ({ engine, random }: World) =>
  engine.door('malidraft', random.pick([true, false]));

/** The process dies with sockets, timers and whatever it had not written. */
async function crash({ engine, disk, peers, random }: World): Promise<void> {
  await disk.lose(random.below(2) === 0);
  vi.clearAllTimers();
  await engine.crash();
  for (const peer of peers) peer.cut();
}

/** Rooms that stood empty are gone: the next to come reads the disk. */
async function everyoneLeaves(world: World): Promise<void> {
  const { engine, disk, peers } = world;
  disk.heal();
  for (const peer of peers) peer.disconnect(engine);
  await quiet(world);
  await vi.advanceTimersByTimeAsync(longMs);
  await quiet(world);
  await vi.advanceTimersByTimeAsync(longMs);
  for (const document of documents) {
    const before = disk.loads(document);
    await live(world, document);
    expect(disk.loads(document)).toBe(before + 1);
  }
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

/** Lets the disk and the clock go on until nothing is under way. */
async function quiet({ disk }: World): Promise<void> {
  do {
    while (await disk.write());
    await vi.advanceTimersByTimeAsync(gatherMs + 2);
    // A commit gathers what the turn brought before it goes to the disk.
    await turn();
  } while (disk.isBusy);
}

/** What the server says a document is, with its sequence number. */
async function live(world: World, document: DocumentName) {
  const read = world.engine.hub.read(document, (doc, seq) => ({ seq, ...shown(doc) }));
  let isRead = false;
  void read.then(() => (isRead = true));
  while (!isRead) await quiet(world);
  return read;
}

const shown = (doc: Y.Doc) => ({
  text: doc.getXmlFragment('body').toString(),
  part: partOf(doc),
});

/** Reads what was written since, and judges each row: in order, whole, by whom it may be. */
async function follow(world: World, replica: Replica): Promise<void> {
  const { engine, disk, writers, owners } = world;
  const { document, doc } = replica;
  if (replica.writes === disk.writes) return;
  replica.writes = disk.writes;
  const news = await engine.db
    .select()
    .from(documentUpdate)
    .where(and(eq(documentUpdate.document, document), gt(documentUpdate.seq, replica.seq)))
    .orderBy(asc(documentUpdate.seq));
  for (const { seq, userId, content } of news) {
    expect(seq).toBe(++replica.seq);
    expect(writers.get(document)).toContain(userId);
    for (const client of partOfUpdate(content).clocks.keys()) {
      expect(owners.get(client)).toBe(userId);
    }
    Y.applyUpdate(doc, content);
    expect([doc.store.pendingStructs, doc.store.pendingDs]).toEqual([null, null]);
  }
}

/** What was shown or promised is on disk, and nobody honest was taken for hostile. */
async function holds(world: World): Promise<void> {
  for (const code of world.closed.splice(0)) expect([1013, 4403]).toContain(code);
  for (const replica of world.replicas) await follow(world, replica);
  for (const { document, part } of world.promised.splice(0)) {
    const replica = world.replicas.find((one) => one.document === document);
    expect(replica && holdsPart(replica.doc, part)).toBe(true);
  }
}

/** Replaying the log from its snapshot gives what was followed, and what the server says. */
async function replays(world: World): Promise<void> {
  await quiet(world);
  await holds(world);
  for (const { document, doc, seq } of world.replicas) {
    const replayed = await readFromDisk(world.engine.db, document);
    expect(shown(replayed)).toEqual(shown(doc));
    expect(await live(world, document)).toEqual({ seq, ...shown(doc) });
  }
}

async function settle(world: World): Promise<void> {
  const { engine, disk, peers } = world;
  disk.heal();
  await engine.door('malidraft', true);
  do {
    for (const peer of peers) {
      if (peer.isAway) void peer.connect(engine);
      peer.deliver(Number.POSITIVE_INFINITY);
    }
    await quiet(world);
  } while (!peers.every(({ isIdle }) => isIdle));
}

async function simulate(seed: number): Promise<void> {
  const world = await makeWorld(seed);
  // A failure leaves nothing that waits for a step.
  onTestFinished(() => world.disk.free());
  for (let n = 1; n <= clients * operationsEach; n++) {
    await step(world);
    await turn();
    await holds(world);
    if (n % 500 === 0) await replays(world);
  }
  await settle(world);
  await replays(world);
  for (const { document, doc } of world.replicas) {
    const synced = world.peers.filter((peer) => peer.document === document);
    for (const peer of synced) expect(shown(peer.doc)).toEqual(shown(doc));
  }
  await everyoneLeaves(world);
  vi.useRealTimers();
  expect((await checkInstallation(world.engine.dir)).problems).toEqual([]);
}

const fresh = Date.now() % 2 ** 31;

test.each([1, 2, fresh])(
  'D1 D3 D5 D7 A1 R1 whatever happens, what was shown or acknowledged is on disk (seed %i)',
  simulate,
  120_000,
);
