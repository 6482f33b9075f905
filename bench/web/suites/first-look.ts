// A person opens the post: when can they read what it says now, and when can they write in it?
import { type Findings, fixed } from '../../report.ts';
import { writeCaption } from '../fill.ts';
import { addressOf, editorIn, type Opening } from '../pages.ts';
import { labels, type Stage, type Subject, subjects } from '../stage.ts';
import { median, rounds, type WebSuite } from '../suite.ts';
import { caption } from '../words.ts';

interface Look {
  /** Without any script: until the first text, and whether the draft's own words are among it. */
  paintedMs: number | null;
  reads: boolean;
  /** With scripts, on a device that was never here: until the words stand in the live editor. */
  editableMs: number;
}

export const firstLook: WebSuite = {
  name: 'first-look',
  question: 'when can the text be read, and when written in?',
  async run(stage) {
    const draft = stage.drafts[0]!;
    await writeCaption(stage, draft);
    const looks: Record<Subject, Look[]> = { plain: [], cobrief: [] };
    for (let round = 0; round < rounds; round++) {
      for (const subject of subjects) {
        const opening = { subject, draft, part: 'caption' } as const;
        looks[subject].push({
          ...(await readWithoutScripts(stage, opening)),
          editableMs: await editable(stage, opening),
        });
      }
    }
    return findings(looks);
  },
};

async function readWithoutScripts(stage: Stage, opening: Opening) {
  const context = await stage.visitor('Mali', { javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(addressOf(stage, opening, 'Mali'));
  const reads = await page.getByText(caption).first().isVisible();
  const paintedMs = await page.evaluate(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null,
  );
  await context.close();
  return { reads, paintedMs };
}

async function editable(stage: Stage, opening: Opening): Promise<number> {
  const context = await stage.visitor('Mali');
  const page = await context.newPage();
  const began = performance.now();
  await page.goto(addressOf(stage, opening, 'Mali'), { waitUntil: 'commit' });
  await editorIn(page, opening).getByText(caption).waitFor();
  const ms = performance.now() - began;
  await context.close();
  return ms;
}

function findings(looks: Record<Subject, Look[]>): Findings {
  const painted = (subject: Subject) => {
    const all = looks[subject].flatMap(({ paintedMs }) => paintedMs ?? []);
    return all.length === rounds ? median(all) : null;
  };
  const written = (subject: Subject) => median(looks[subject].map(({ editableMs }) => editableMs));
  const reads = looks.cobrief.every((one) => one.reads);
  const shown = painted('cobrief');
  return {
    columns: [
      'page',
      'first text without scripts',
      'and it is what the draft says now',
      'to write in',
    ],
    rows: subjects.map((subject) => [
      labels[subject],
      painted(subject) === null ? 'never' : fixed(painted(subject), 0, 'ms'),
      looks[subject].every((one) => one.reads) ? 'yes' : 'no',
      fixed(written(subject), 0, 'ms'),
    ]),
    targets: [
      {
        work: 'the draft’s text is readable before any script runs',
        must: 'what it says now is visible',
        found: reads ? `yes, after ${fixed(shown, 0, 'ms')}` : 'no',
        met: reads,
      },
    ],
    notes: [
      `Median of ${rounds} openings by somebody who is signed in, each with an empty cache. The first ` +
        'text is the browser’s first contentful paint with JavaScript switched off.',
    ],
  };
}
