// A server comes back and everybody with it: what does it take to have 500 people in sync again?
import { setTimeout as pause } from 'node:timers/promises';
import { readBlog } from '../blog.ts';
import { clocksOf, openRawClient, type RawClient, type RawClientOptions } from '../client.ts';
import { peakBytes, residentBytes, resetPeak } from '../process-cost.ts';
import {
  atMost,
  attempt,
  figuresOf,
  fixed,
  type Outcomes,
  rowsOf,
  type Suite,
  type Target,
} from '../report.ts';
import { type Server, type ServerName, withServer } from '../servers.ts';

interface Storm {
  holding: Holding;
  allMs: number;
  idleBytes: number;
  peakBytes: number;
}
type Holding = 'all of it' | 'nothing';

const people = 500;
/** Enough for the code to be compiled. */
const warmUpPeople = 20;
/** As the target counts them; what a connection holds is a suite of its own. */
const bytesAConnection = 15 * 1024;
const settlingMs = 2_000;
/** Hocuspocus stores two seconds after a change, and that is not the storm's. */
const storedAfterMs = 4_000;
/** A relay holds no document that one could come back to. */
const servers: ServerName[] = ['y-websocket', 'hocuspocus', 'cobrief'];
const columns = ['server', 'each holds', 'all in sync after', 'idle', 'peak above idle'];

export const storm: Suite = {
  name: 'storm',
  question: 'what does it take when 500 people reconnect to one document at once?',
  async run() {
    const rows: string[][] = [];
    const found: Target[] = [];
    for (const holding of ['all of it', 'nothing'] as const) {
      const outcomes: Outcomes<Storm> = {};
      for (const name of servers) {
        outcomes[name] = await attempt(() => withServer(name, (of) => measure(of, holding)));
      }
      rows.push(...rowsOf(outcomes, { columns, cells }));
      found.push(target(holding, figuresOf(outcomes.cobrief)));
    }
    return { columns, rows, targets: found, notes };
  },
};

const notes = [
  'The document is the blog post, in memory, with one person in it. Peak: the most that was ' +
    'resident between the first connection and two seconds after the last was in sync, above what ' +
    'was resident before. Who holds all of it answers the server’s step 1 with their delete set, ' +
    'as Yjs does. A process that had free room in its heap before shows less than it used.',
];

async function measure(server: Server, holding: Holding): Promise<Storm> {
  const keeper = await fill(server);
  await pause(storedAfterMs);
  const warm = crowd(server, holding, warmUpPeople);
  await Promise.all(warm.map(({ synced }) => synced));
  await Promise.all(warm.map((client) => client.close()));
  await pause(settlingMs);

  resetPeak(server.pid);
  const before = residentBytes(server.pid);
  const startedAt = performance.now();
  const clients = crowd(server, holding, people);
  await Promise.all(clients.map(({ synced }) => synced));
  const allMs = performance.now() - startedAt;
  await pause(settlingMs);
  const peak = peakBytes(server.pid) - before;

  if (keeper.lost !== null) throw new Error(`who was there was closed with ${keeper.lost}`);
  if (holding === 'nothing' && !clients.every(isWhole)) throw new Error('a client lacks edits');
  await Promise.all([keeper, ...clients].map((client) => client.close()));
  return { holding, allMs, idleBytes: before, peakBytes: peak };
}

/** Brings the whole document as somebody who typed it offline; who brought it stays. */
async function fill(server: Server): Promise<RawClient> {
  const { state: step2 } = readBlog();
  const keeper = openRawClient(server.door(0, 'write'), { step2 });
  await keeper.synced;
  for (let tries = 0; tries < 50; tries++) {
    await pause(100);
    const reader = openRawClient(server.door(0, 'read'));
    await reader.synced;
    const isThere = isWhole(reader);
    await reader.close();
    if (isThere) return keeper;
  }
  throw new Error(`the document did not arrive; its writer was closed with ${keeper.lost}`);
}

const isWhole = (client: RawClient): boolean => {
  const { clientId, endClock } = readBlog();
  return clocksOf(client.updates()).get(clientId) === endClock;
};

function crowd(server: Server, holding: Holding, count: number): RawClient[] {
  const { stateVector, nothingNew: step2 } = readBlog();
  const options: RawClientOptions = holding === 'nothing' ? {} : { stateVector, step2 };
  return Array.from({ length: count }, (_, person) =>
    openRawClient(server.door(0, person % 3 < 2 ? 'write' : 'read', person), options),
  );
}

const mib = (bytes: number) => fixed(bytes / 1024 / 1024, 1, 'MiB');

function cells({ holding, allMs, idleBytes, peakBytes: peak }: Storm): string[] {
  return [holding, fixed(allMs, 0, 'ms'), mib(idleBytes), mib(peak)];
}

function target(holding: Holding, ours: Storm | null): Target {
  const { length } = readBlog().state;
  const limit = 3 * length + people * bytesAConnection;
  return {
    work: `500 people reconnecting at once to one document of ${Math.round(length / 1000)} KB, each holding ${holding}: peak memory`,
    must: `≤ 3 × the document + 500 × 15 KiB = ${mib(limit)}`,
    found: ours ? mib(ours.peakBytes) : 'not measured',
    met: atMost(ours?.peakBytes, limit),
  };
}
