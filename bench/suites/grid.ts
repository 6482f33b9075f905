// The posts of a large brief: how long until the server has the first screen of the grid, and how long
// until it has told what changed and moved many days.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { campaignDraft, campaignId, fillCampaign } from '#tests/support/campaign.ts';
import { comeIn, startDemo } from '../demo.ts';
import { ended } from '../launch.ts';
import { costOf, costSince } from '../process-cost.ts';
import { atMost, fixed, type Suite } from '../report.ts';

const creators = 200;
const posts = 10;
const warming = 5;
const rounds = 20;
/** What one load of changed cells asks for when 20 posts a second change, at four loads a second. */
const changedAtOnce = 5;

export const grid: Suite = {
  name: 'grid',
  question: `how long does the grid of ${creators} creators with ${posts} posts take on the server?`,
  async run() {
    const dir = mkdtempSync(join(tmpdir(), 'cobrief-bench-grid-'));
    try {
      return findings(await measured(dir));
    } finally {
      rmSync(dir, { recursive: true, force: true });
    }
  },
};

interface Found {
  page: number[];
  changed: number[];
  bytes: number;
  /** Processor time of the server for one of each, in milliseconds. */
  cpu: number;
}

async function measured(dir: string): Promise<Found> {
  const seeded = await startDemo(dir);
  await ended(seeded.child, 'SIGTERM');
  await fillCampaign(dir, { creators, posts, lead: 'Ploy' });
  const house = await startDemo(dir);
  const { child, url } = house;
  const cookie = await comeIn(url, house.link('Ploy'));
  const draft = (n: number) => `draft=${campaignDraft(n, 1)}`;
  const some = Array.from({ length: changedAtOnce }, (_, n) => draft(n)).join('&');
  const ask = (path: string) => timed(`${url}${path}`, cookie);
  const found: Found = { page: [], changed: [], bytes: 0, cpu: 0 };
  // In the first the process wakes up.
  for (let round = 0; round < warming; round++) await ask(`/briefs/${campaignId}/posts`);
  const before = costOf(child.pid as number);
  for (let round = 0; round < rounds; round++) {
    const page = await ask(`/briefs/${campaignId}/posts`);
    const changed = await ask(`/briefs/${campaignId}/cells?${some}`);
    found.bytes = page.bytes;
    found.page.push(page.ms);
    found.changed.push(changed.ms);
  }
  found.cpu = costSince(before, costOf(child.pid as number)).all / rounds;
  await ended(child, 'SIGKILL');
  return found;
}

async function timed(url: string, cookie: string): Promise<{ ms: number; bytes: number }> {
  const from = performance.now();
  const answer = await fetch(url, { headers: { cookie } });
  const { byteLength } = await answer.arrayBuffer();
  if (answer.status !== 200) throw new Error(`${url} answered ${answer.status}`);
  return { ms: performance.now() - from, bytes: byteLength };
}

function part(all: number[], share: number): number {
  const sorted = [...all].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

function findings({ page, changed, bytes, cpu }: Found) {
  const row = (name: string, all: number[], size: string) => [
    name,
    fixed(part(all, 0.5), 0, 'ms'),
    fixed(part(all, 0.95), 0, 'ms'),
    size,
  ];
  return {
    columns: ['answer', 'p50', 'p95', 'size'],
    rows: [
      row('the whole page, to its last byte', page, fixed(bytes / 1024, 0, 'KiB')),
      row(`${changedAtOnce} posts that changed`, changed, ''),
      ['processor time of one of each', fixed(cpu, 0, 'ms'), '', ''],
    ],
    targets: [
      {
        work: `the first screen of ${creators} × ${posts} posts, rendered by the server, p95`,
        must: '≤ 300 ms',
        found: fixed(part(page, 0.95), 0, 'ms'),
        met: atMost(part(page, 0.95), 300),
      },
    ],
    notes: [
      `Asked for ${rounds} times by one person, one after the other, over loopback and uncompressed; ` +
        'the page holds the first rows as HTML and every post as data, so that filter and order need ' +
        'no further answer.',
    ],
  };
}
