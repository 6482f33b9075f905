// Somebody with 500 posts comes home: how long until the server has made the page?
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLink } from '#db/links.ts';
import { openDatabase } from '#db/open.ts';
import { user } from '#db/schema/people.ts';
import { hashSecret } from '#server/auth/secrets.ts';
import { campaignCreator, fillCampaign } from '#tests/support/campaign.ts';
import { comeIn, startDemo } from '../demo.ts';
import { ended } from '../launch.ts';
import { costOf, costSince } from '../process-cost.ts';
import { atMost, fixed, type Suite } from '../report.ts';
import { quantile } from '../typing.ts';

const limitMs = 200;
const openings = 60;
const warmUp = 10;
const dayMs = 86_400_000;

interface Case {
  who: string;
  size: { briefs: number; creators: number; posts: number };
  /** Who comes home. */
  name: string;
}

const cases: Case[] = [
  {
    who: 'a lead: 10 briefs, 10 creators, 5 posts each',
    size: { briefs: 10, creators: 10, posts: 5 },
    name: 'Ploy',
  },
  {
    who: 'a creator: 100 briefs, 5 posts in each',
    size: { briefs: 100, creators: 1, posts: 5 },
    name: campaignCreator(0).name,
  },
];

export const home: Suite = {
  name: 'home',
  question: 'how long does the home page of somebody with 500 posts take on the server?',
  async run() {
    const rows: string[][] = [];
    const p95: number[] = [];
    for (const one of cases) {
      const { spent, bytes, cpuMs } = await measure(one);
      p95.push(quantile(spent, 0.95));
      rows.push([
        one.who,
        fixed(quantile(spent, 0.5), 1, 'ms'),
        fixed(quantile(spent, 0.95), 1, 'ms'),
        fixed(cpuMs, 1, 'ms'),
        `${(bytes / 1000).toFixed(0)} KB`,
      ]);
    }
    const worst = Math.max(...p95);
    return {
      columns: ['who', 'p50', 'p95', 'CPU a page', 'page'],
      rows,
      targets: [
        {
          work: 'home page, 500 posts, p95',
          must: `≤ ${limitMs} ms on the server`,
          found: fixed(worst, 1, 'ms'),
          met: atMost(worst, limitMs),
        },
      ],
      notes: [
        `From the request to the last byte of the page over loopback, ${openings} times one after the other; \
what the page says is read from the database each time. The lead has the demo's posts besides.`,
      ],
    };
  },
};

async function measure({ size, name }: Case) {
  const dir = mkdtempSync(join(tmpdir(), 'cobrief-bench-home-'));
  try {
    const seeded = await startDemo(dir);
    await ended(seeded.child, 'SIGTERM');
    await fillCampaign(dir, { ...size, lead: 'Ploy' });
    const link = await linkFor(dir, name);
    const { child, url } = await startDemo(dir);
    const cookie = await comeIn(url, link);
    const spent: number[] = [];
    for (let n = 0; n < warmUp; n += 1) await open(url, cookie);
    const pid = child.pid as number;
    const before = costOf(pid);
    let bytes = 0;
    for (let n = 0; n < openings; n += 1) {
      const from = performance.now();
      bytes = (await open(url, cookie)).length;
      spent.push(performance.now() - from);
    }
    const cpuMs = costSince(before, costOf(pid)).all / openings;
    await ended(child, 'SIGTERM');
    return { spent, bytes, cpuMs };
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/** The demo prints links of its own people only. */
async function linkFor(dir: string, name: string): Promise<string> {
  const secret = 'somebody-of-the-benchmark';
  const db = await openDatabase({ dir });
  const person = (await db.select().from(user)).find((one) => one.name === name);
  if (!person) throw new Error(`there is no ${name}`);
  const createdAt = new Date();
  await db.transaction((tx) =>
    createLink(tx, {
      id: 'link-of-the-benchmark',
      secretHash: hashSecret(secret),
      purpose: 'demo',
      userId: person.id,
      createdAt,
      expiresAt: new Date(createdAt.getTime() + dayMs),
    }),
  );
  await db.close();
  return `/l/${secret}`;
}

async function open(url: string, cookie: string): Promise<string> {
  const headers = { cookie, 'accept-encoding': 'identity' };
  const answer = await fetch(`${url}/`, { headers, redirect: 'error' });
  const page = await answer.text();
  if (!answer.ok || !page.includes('Rimdaet')) throw new Error(`no home: ${answer.status}`);
  return page;
}
