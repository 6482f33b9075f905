// People typing on a schedule, and what it costs the server that carries it: the load behind
// fan-out and rooms. Every edit is one character, encoded before the clock starts; a few readers
// watch for the delay, all of them are checked for completeness when it is over.
import { setTimeout as pause } from 'node:timers/promises';
import * as Y from 'yjs';
import { clocksOf, openRawClient, type RawClient } from './client.ts';
import { type Cost, coresUsed, costOf, costSince } from './process-cost.ts';
import { attempt, figuresOf, type Outcomes } from './report.ts';
import { type Server, serverNames, withServer } from './servers.ts';

export interface Crowd {
  documents: number;
  writers: number;
  readers: number;
  /** Edits a second of each writer. */
  rate: number;
  /** How many of all readers watch for the delay. */
  watchers: number;
  seconds: number;
}

export interface Typed {
  /** Of the measured time. */
  edits: number;
  /** An edit of one writer that reached one other client, however frames were merged. */
  deliveries: number;
  cost: Cost;
  p50Ms: number;
  p99Ms: number;
  /** Frames of content that each delivery took: below 1 where several edits share one. */
  framesPerDelivery: number;
  /** Processor time of the load itself, as a share of one core. */
  loadShare: number;
  /** 99 of 100 edits were sent at most this long after their time. */
  latenessMs: number;
}

/** Where the processor time went; the three add up to all of it. */
export const partNames = ['main thread', 'its kernel', 'other threads'];
export const partsOf = ({ all, main, kernel }: Cost): number[] => [
  main - kernel,
  kernel,
  all - main,
];
export const partsNote =
  'The three parts add up to the whole. Kernel time is what reading from and writing to sockets ' +
  'takes, other threads are V8’s collector and, in Cobrief and Hocuspocus, the one that writes to disk.';

const rounds = 2;
/** Code paths are compiled and connections settled before the clock starts. */
const warmUpSeconds = 8;
/** Sending later than this is no longer the schedule, and the row would say nothing. */
const maxLatenessMs = 25;
/** The last edits of a healthy server arrive within this. */
const patienceMs = 10_000;

interface Writer {
  client: RawClient;
  clientId: number;
  frames: Uint8Array[];
  sentAt: number[];
}

interface Room {
  writers: Writer[];
  readers: RawClient[];
}

/**
 * Every server in turn, more than once, and of each the time that cost it least: whatever else the
 * machine does only ever adds to it.
 */
export async function compareTyping(crowd: Crowd): Promise<Outcomes<Typed>> {
  const best: Outcomes<Typed> = {};
  for (let round = 0; round < rounds; round++) {
    for (const name of serverNames) {
      const outcome = await attempt(() => withServer(name, (of) => measureTyping(of, crowd)));
      const [known, now] = [figuresOf(best[name]), figuresOf(outcome)];
      if (!known || (now && now.cost.all < known.cost.all)) best[name] = outcome;
    }
  }
  return best;
}

async function measureTyping(server: Server, crowd: Crowd): Promise<Typed> {
  const delays: number[] = [];
  const rooms = await openRooms(server, crowd, delays);
  await Promise.all(rooms.flatMap(clientsOf).map(({ synced }) => synced));
  const writers = rooms.flatMap((room) => room.writers);
  await type(writers, crowd.rate, warmUpSeconds);
  await arrived(delays, crowd, warmUpSeconds);
  delays.length = 0;
  const before = { cost: costOf(server.pid), own: process.cpuUsage(), at: performance.now() };
  const frames = framesOf(rooms);
  const latenessMs = await type(writers, crowd.rate, crowd.seconds);
  await arrived(delays, crowd, crowd.seconds);
  const cost = costSince(before.cost, costOf(server.pid));
  const loadShare = coresUsed(before.own, performance.now() - before.at);
  const edits = writers.length * crowd.rate * crowd.seconds;
  const deliveries = edits * (crowd.writers + crowd.readers - 1);
  const framesPerDelivery = (framesOf(rooms) - frames) / deliveries;
  if (latenessMs > maxLatenessMs) {
    throw new Error(`the load fell behind its schedule by ${latenessMs.toFixed(0)} ms`);
  }
  await complete(rooms);
  await Promise.all(rooms.flatMap(clientsOf).map((client) => client.close()));
  const [p50Ms, p99Ms] = [quantile(delays, 0.5), quantile(delays, 0.99)];
  return { edits, deliveries, cost, p50Ms, p99Ms, framesPerDelivery, loadShare, latenessMs };
}

const clientsOf = ({ writers, readers }: Room): RawClient[] => [
  ...writers.map(({ client }) => client),
  ...readers,
];

const framesOf = (rooms: Room[]): number =>
  rooms.flatMap(clientsOf).reduce((sum, { frames }) => sum + frames, 0);

async function openRooms(server: Server, crowd: Crowd, delays: number[]): Promise<Room[]> {
  const watchEvery = Math.floor((crowd.documents * crowd.readers) / crowd.watchers);
  const rooms: Room[] = [];
  for (let document = 0; document < crowd.documents; document++) {
    const writers = Array.from({ length: crowd.writers }, (_, person) =>
      openWriter(server, { document, person, crowd }),
    );
    const watch = watcher(writers, delays);
    const readers = Array.from({ length: crowd.readers }, (_, person) => {
      const isWatching = (document * crowd.readers + person) % watchEvery === 0;
      const door = server.door(document, 'read', person);
      return openRawClient(door, isWatching ? { onUpdate: watch() } : {});
    });
    rooms.push({ writers, readers });
    // Not all at once: this is no storm.
    await Promise.all(readers.map(({ synced }) => synced));
  }
  return rooms;
}

let lastClientId = 1_000_000_000;

function openWriter(
  server: Server,
  { document, person, crowd }: { document: number; person: number; crowd: Crowd },
): Writer {
  const client = openRawClient(server.door(document, 'write', person));
  const clientId = ++lastClientId;
  const updates = updatesOf(clientId, crowd.rate * (warmUpSeconds + crowd.seconds));
  return { client, clientId, frames: updates.map(client.frameOf), sentAt: [] };
}

/** One letter after the other, each an update of its own. */
export function updatesOf(clientId: number, count: number): Uint8Array[] {
  const doc = Object.assign(new Y.Doc(), { clientID: clientId });
  const text = doc.getText('text');
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(new Uint8Array(update)));
  for (let n = 0; n < count; n++) text.insert(n, String.fromCharCode(97 + (n % 26)));
  doc.destroy();
  return updates;
}

/** For each watching reader: notes the delay of every edit that an update brings. */
function watcher(writers: Writer[], delays: number[]) {
  const byClientId = new Map(writers.map((writer) => [writer.clientId, writer]));
  return () => {
    const seen = new Map<number, number>();
    return (update: Uint8Array) => {
      const now = performance.now();
      for (const [clientId, clock] of Y.parseUpdateMeta(update).to) {
        const writer = byClientId.get(clientId);
        if (!writer) continue;
        for (let n = seen.get(clientId) ?? 0; n < clock; n++) {
          delays.push(now - (writer.sentAt[n] as number));
        }
        seen.set(clientId, clock);
      }
    };
  };
}

/** Sends what is due, writer after writer, evenly over each second; resolves with the lateness. */
async function type(writers: Writer[], rate: number, seconds: number): Promise<number> {
  const everyMs = 1000 / (rate * writers.length);
  const count = rate * writers.length * seconds;
  const lateness: number[] = [];
  const startedAt = performance.now();
  for (let n = 0; n < count; ) {
    const now = performance.now();
    for (; n < count && startedAt + n * everyMs <= now; n++) {
      const writer = writers[n % writers.length] as Writer;
      const sentAt = performance.now();
      lateness.push(sentAt - (startedAt + n * everyMs));
      writer.client.send(writer.frames[writer.sentAt.push(sentAt) - 1] as Uint8Array);
    }
    await pause(1);
  }
  return quantile(lateness, 0.99);
}

/** Resolves when the watching readers have everything of that time. */
async function arrived(delays: number[], crowd: Crowd, seconds: number): Promise<void> {
  const expected = crowd.watchers * crowd.writers * crowd.rate * seconds;
  const until = performance.now() + patienceMs;
  while (delays.length < expected && performance.now() < until) await pause(2);
}

/**
 * A row of somebody who lost something is no row. The watching readers have everything; the last
 * frames to the others may still be on their way.
 */
async function complete(rooms: Room[]): Promise<void> {
  const until = performance.now() + patienceMs;
  for (const room of rooms) {
    for (const client of clientsOf(room)) {
      while (!hasEverything(client, room)) {
        if (client.lost !== null) throw new Error(`a client was closed with ${client.lost}`);
        if (performance.now() > until) throw new Error('a client lacks edits');
        await pause(100);
      }
    }
  }
}

function hasEverything(client: RawClient, { writers }: Room): boolean {
  const clocks = clocksOf(client.updates());
  const others = writers.filter((writer) => writer.client !== client);
  return others.every(({ clientId, frames }) => clocks.get(clientId) === frames.length);
}

export function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? Number.NaN;
}
