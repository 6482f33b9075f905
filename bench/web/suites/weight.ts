// How much JavaScript does a signed-in creator's browser load before the post can be written in?
import { setTimeout as pause } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import type { Response } from 'playwright-core';
import { atMost, type Findings, fixed, times } from '../../report.ts';
import { writeCaption } from '../fill.ts';
import { addressOf, editorIn, type Opening } from '../pages.ts';
import { labels, type Stage, type Subject, subjects } from '../stage.ts';
import type { WebSuite } from '../suite.ts';

interface Chunk {
  name: string;
  /** Bytes, gzipped. */
  packed: number;
  /** Bytes as they run. */
  whole: number;
}

/** As most servers are set, and as the build reports it. */
const gzipLevel = 6;
/** Longer than anything waits that is loaded when one rests. */
const quietMs = 2_000;

export const weight: WebSuite = {
  name: 'weight',
  question: 'how much JavaScript until the post can be written in?',
  async run(stage) {
    const draft = stage.drafts[0]!;
    await writeCaption(stage, draft);
    const chunks = {} as Record<Subject, Chunk[]>;
    for (const subject of subjects) {
      chunks[subject] = await loadedBy(stage, { subject, draft, part: 'caption' });
    }
    return findings(chunks);
  },
};

/** Every script of a first visit, until the editor stands and no more of them come. */
async function loadedBy(stage: Stage, opening: Opening): Promise<Chunk[]> {
  const context = await stage.visitor('Mali');
  const page = await context.newPage();
  const responses = new Map<string, Response>();
  let lastAt = 0;
  page.on('response', (response) => {
    const type = response.headers()['content-type'] ?? '';
    if (!/javascript/.test(type)) return;
    responses.set(response.url(), response);
    lastAt = performance.now();
  });
  await page.goto(addressOf(stage, opening, 'Mali'));
  await editorIn(page, opening).waitFor();
  // A post page talks to its server all the time; its scripts are here when no more of them come.
  lastAt = performance.now();
  while (performance.now() - lastAt < quietMs) await pause(100);
  const chunks: Chunk[] = [];
  for (const [url, response] of responses) chunks.push(await chunkOf(url, response));
  await context.close();
  return chunks.sort((a, b) => b.packed - a.packed);
}

async function chunkOf(url: string, response: Response): Promise<Chunk> {
  const body = await response.body();
  return {
    name: new URL(url).pathname.split('/').at(-1) ?? url,
    packed: gzipSync(body, { level: gzipLevel }).length,
    whole: body.length,
  };
}

const kilobytes = (bytes: number) => fixed(bytes / 1000, 1, 'kB');
const packed = (chunks: readonly Chunk[]) => chunks.reduce((sum, one) => sum + one.packed, 0);
const whole = (chunks: readonly Chunk[]) => chunks.reduce((sum, one) => sum + one.whole, 0);

function findings(chunks: Record<Subject, Chunk[]>): Findings {
  const [ours, plain] = [packed(chunks.cobrief), packed(chunks.plain)];
  const found = `${times(ours, plain)} (${kilobytes(ours)} to ${kilobytes(plain)})`;
  return {
    columns: ['page', 'files', 'gzipped', 'as it runs'],
    rows: [
      ...subjects.map((subject) => [
        labels[subject],
        `${chunks[subject].length}`,
        kilobytes(packed(chunks[subject])),
        kilobytes(whole(chunks[subject])),
      ]),
      ...chunks.cobrief.map((one) => [
        `· ${one.name}`,
        '',
        kilobytes(one.packed),
        kilobytes(one.whole),
      ]),
    ],
    targets: [
      {
        work: 'JavaScript of the post page, gzipped',
        must: '≤ 1.4 × the plain page',
        found,
        met: atMost(ours, 1.4 * plain),
      },
      { work: 'the same', must: 'aim: 1.25 ×', found, met: atMost(ours, 1.25 * plain) },
    ],
    notes: [
      'Every script that comes over the network at the first visit of a signed-in creator, until the ' +
        `editor stands and no more come for two seconds; gzip -${gzipLevel} of each file.`,
    ],
  };
}
