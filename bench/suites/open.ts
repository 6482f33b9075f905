// A person opens a document with a long history: how long until they could read it?
import { setTimeout as pause } from 'node:timers/promises';
import { syncFrame, syncStep2 } from '#shared/protocol.ts';
import { readBlog, textOf } from '../blog.ts';
import { openRawClient } from '../client.ts';
import { feedBlog } from '../feeding.ts';
import { atMost, attempt, figuresOf, fixed, type Outcomes, rowsOf, type Suite } from '../report.ts';
import { type Server, type ServerName, withServer } from '../servers.ts';
import { quantile } from '../typing.ts';

interface Opened {
  /** Null where a restart leaves nothing to open. */
  coldMs: number | null;
  warmMs: number;
}

/** A relay holds no documents. */
const servers: ServerName[] = ['bytes', 'y-websocket', 'hocuspocus', 'cobrief'];
const restarts = 5;
const openings = 30;
const columns = ['server', 'after a restart', 'warm'];

export const open: Suite = {
  name: 'open',
  question: 'how long does a document with 137 154 edits behind it take to open?',
  async run() {
    readBlog();
    const outcomes: Outcomes<Opened> = {};
    for (const name of servers) outcomes[name] = await attempt(() => withServer(name, measure));
    const rows = rowsOf(outcomes, { columns, cells });
    return { columns, rows, targets: targets(outcomes), notes: notes() };
  },
};

const kilobytes = () => (readBlog().state.length / 1000).toFixed(0);

const notes = () => [
  `From opening the socket to the last byte of the step 2. After a restart: the first connection ` +
    `that the new process gets at all, median of ${restarts} restarts. Warm: somebody else has it ` +
    `open, median of ${openings}. y-websocket keeps nothing over a restart. Bare bytes: a server that ` +
    `knows nobody and only sends the same ${kilobytes()} KB, the least that opening can take here.`,
];

async function measure(server: Server): Promise<Opened> {
  if (server.name === 'bytes') await tell(server);
  else await feedBlog(server);
  const cold: number[] = [];
  if (server.name === 'hocuspocus' || server.name === 'cobrief') {
    for (let n = 0; n < restarts; n++) {
      await server.stopAndRestart();
      cold.push(await openOnce(server));
    }
  }
  const keeper = openRawClient(server.door(0, 'read'));
  await keeper.synced;
  const warm: number[] = [];
  for (let n = 0; n < openings; n++) warm.push(await openOnce(server));
  return { coldMs: cold.length > 0 ? quantile(cold, 0.5) : null, warmMs: quantile(warm, 0.5) };
}

/** What it answers from now on. */
async function tell(server: Server): Promise<void> {
  const teller = openRawClient({ ...server.door(0, 'write'), answersStep1: false });
  await teller.synced;
  teller.send(syncFrame(syncStep2, readBlog().state));
  await teller.close();
}

/** Takes the time of one opening; what came is looked at when the clock has stopped. */
async function openOnce(server: Server): Promise<number> {
  const client = openRawClient(server.door(0, 'write'));
  const ms = await client.synced;
  if (textOf(client.updates()) !== readBlog().text) throw new Error('what was opened is not whole');
  await client.close();
  // Whatever the server does behind an opening is not the next one's.
  await pause(50);
  return ms;
}

function cells({ coldMs, warmMs }: Opened): string[] {
  return [coldMs === null ? 'nothing is left' : fixed(coldMs, 1, 'ms'), fixed(warmMs, 1, 'ms')];
}

function targets(outcomes: Outcomes<Opened>) {
  const ours = figuresOf(outcomes.cobrief);
  return [
    {
      work: 'opening the document of 137 154 edits after a restart',
      must: '≤ 15 ms',
      found: fixed(ours?.coldMs, 1, 'ms'),
      met: atMost(ours?.coldMs, 15),
    },
    {
      work: 'the same when warm',
      must: '≤ 3 ms',
      found: fixed(ours?.warmMs, 1, 'ms'),
      met: atMost(ours?.warmMs, 3),
    },
  ];
}
