// People who have a page open and do nothing: what does each of them hold of memory?
import { setTimeout as pause } from 'node:timers/promises';
import { openRawClient, type RawClient } from '../client.ts';
import { residentBytes } from '../process-cost.ts';
import { atMost, attempt, figuresOf, fixed, type Outcomes, rowsOf, type Suite } from '../report.ts';
import { type Server, serverNames, withServer } from '../servers.ts';

const connections = 1_000;
const documents = 200;
/** So many come at a time. */
const atOnce = 50;
const settlingMs = 3_000;
const columns = ['server', 'a connection', 'before', 'after'];

interface Held {
  before: number;
  after: number;
}

export const idle: Suite = {
  name: 'idle',
  question: 'what does an idle connection hold of memory?',
  async run() {
    const outcomes: Outcomes<Held> = {};
    for (const name of serverNames) outcomes[name] = await attempt(() => withServer(name, measure));
    const rows = rowsOf(outcomes, { columns, cells });
    return { columns, rows, targets: targets(outcomes), notes };
  },
};

const notes = [
  'Resident memory of the process. A first thousand connections in 200 other documents came before ' +
    'and stayed, so that code and the room that V8 takes for itself are not counted: this is what ' +
    'the second thousand added, in 200 documents of its own.',
];

async function measure(server: Server): Promise<Held> {
  const first = await connect(server, documents);
  await pause(settlingMs);
  const before = residentBytes(server.pid);
  const second = await connect(server, 0);
  await pause(settlingMs);
  const after = residentBytes(server.pid);
  const lost = [...first, ...second].find((client) => client.lost !== null);
  if (lost) throw new Error(`a connection was closed with ${lost.lost}`);
  await Promise.all([...first, ...second].map((client) => client.close()));
  return { before, after };
}

/** A thousand connections, five to each document from this one on. */
async function connect(server: Server, fromDocument: number): Promise<RawClient[]> {
  const clients: RawClient[] = [];
  while (clients.length < connections) {
    const some = Array.from({ length: atOnce }, (_, i) => {
      const n = clients.length + i;
      const person = Math.floor(n / documents);
      const right = person < 2 ? 'write' : 'read';
      return openRawClient(server.door(fromDocument + (n % documents), right, person));
    });
    await Promise.all(some.map(({ synced }) => synced));
    clients.push(...some);
  }
  return clients;
}

const kibEach = (held: Held | null) => held && (held.after - held.before) / 1024 / connections;

function cells(held: Held): string[] {
  const mib = (bytes: number) => fixed(bytes / 1024 / 1024, 1, 'MiB');
  return [fixed(kibEach(held), 1, 'KiB'), mib(held.before), mib(held.after)];
}

function targets(outcomes: Outcomes<Held>) {
  const ours = kibEach(figuresOf(outcomes.cobrief));
  return [
    {
      work: 'memory of 1 000 idle connections in 200 rooms, each',
      must: '≤ 15 KiB',
      found: fixed(ours, 1, 'KiB'),
      met: atMost(ours, 15),
    },
  ];
}
