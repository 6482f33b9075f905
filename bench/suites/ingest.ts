// A long history in one go: how fast is it taken in, and is it there afterwards?
import { readBlog, textOf } from '../blog.ts';
import { openRawClient } from '../client.ts';
import { feedBlog } from '../feeding.ts';
import { costOf } from '../process-cost.ts';
import { atMost, attempt, figuresOf, fixed, type Outcomes, rowsOf, type Suite } from '../report.ts';
import { type Server, serverNames, withServer } from '../servers.ts';

interface Taken {
  ms: number;
  cpuMs: number;
  loadShare: number;
  /** What a person finds who comes after a kill -9; null where nothing was to be kept. */
  afterKill: 'everything' | 'not everything' | null;
}

const columns = ['server', 'time', 'CPU', 'after kill -9', 'load'];

export const ingest: Suite = {
  name: 'ingest',
  question: 'how long does it take to take in 137 154 edits, one frame each?',
  async run() {
    readBlog();
    const outcomes: Outcomes<Taken> = {};
    for (const name of serverNames) {
      outcomes[name] = await attempt(() => withServer(name, takeIn));
    }
    const rows = rowsOf(outcomes, { columns, cells });
    return { columns, rows, targets: targets(outcomes), notes };
  },
};

const notes = [
  'Cobrief: until the barrier behind the last edit was answered, that is until every edit is on ' +
    'disk. The others acknowledge nothing of the kind: until a second person has received every ' +
    'edit. A second person reads along in all four, and is found to have the recorded text.',
];

async function takeIn(server: Server): Promise<Taken> {
  const before = costOf(server.pid).all;
  const fed = await feedBlog(server);
  const cost = costOf(server.pid).all - before;
  const afterKill = server.name === 'cobrief' ? await lookAfterKill(server) : null;
  return { ...fed, cpuMs: cost, afterKill };
}

async function lookAfterKill(server: Server): Promise<Taken['afterKill']> {
  await server.killAndRestart();
  const client = openRawClient(server.door(0, 'read'));
  await client.synced;
  const isThere = textOf(client.updates()) === readBlog().text;
  await client.close();
  return isThere ? 'everything' : 'not everything';
}

function cells({ ms, cpuMs: cost, afterKill, loadShare }: Taken): string[] {
  return [
    fixed(ms / 1000, 2, 's'),
    fixed(cost / 1000, 2, 's'),
    afterKill ? `${afterKill} is there` : '',
    `${(loadShare * 100).toFixed(0)} % of a core`,
  ];
}

function targets(outcomes: Outcomes<Taken>) {
  const ours = figuresOf(outcomes.cobrief);
  const limit = figuresOf(outcomes.hocuspocus);
  const isInTime = atMost(ours?.ms, limit?.ms);
  return [
    {
      work: 'taking in 137 154 edits, one frame each',
      must: `not slower than Hocuspocus = ${fixed(limit && limit.ms / 1000, 2, 's')}, all on disk`,
      found: `${fixed(ours && ours.ms / 1000, 2, 's')}, after kill -9 ${ours?.afterKill ?? 'not measured'}`,
      met: isInTime === null ? null : isInTime && ours?.afterKill === 'everything',
    },
  ];
}
