// The creator types in a long script that much was said about: how long does a key hold the page?
import { atMost, type Findings, fixed } from '../../report.ts';
import { quantile } from '../../typing.ts';
import { comments, suggestions, writeScript } from '../fill.ts';
import { costOfTyping, type KeyCost } from '../main-thread.ts';
import { close, type Opened, openAs, standBehind } from '../pages.ts';
import { labels, type Stage, type Subject, subjects } from '../stage.ts';
import { median, rounds, type WebSuite } from '../suite.ts';
import { scriptWords, typed } from '../words.ts';

const keys = 20;

export const typing: WebSuite = {
  name: 'typing',
  question: `how long does a key hold the page, in a script of ${scriptWords} words with ${suggestions} suggestions and ${comments} comments?`,
  async run(stage) {
    await writeScript(stage, stage.drafts[1]!);
    const costs: Record<Subject, KeyCost[][]> = { plain: [], cobrief: [] };
    const pages = {} as Record<Subject, Opened>;
    for (const subject of subjects) pages[subject] = await openScript(stage, subject);
    for (let round = -1; round < rounds; round++) {
      for (const subject of subjects) {
        const { page } = pages[subject];
        const cost = await costOfTyping(stage.browser, page, typed(keys, round + 1));
        // The first is not counted: what is compiled and loaded is the same for all that follow.
        if (round >= 0) costs[subject].push(cost);
      }
    }
    for (const subject of subjects) await close(pages[subject]);
    return findings(costs);
  },
};

/** The caret in the middle of the script, every card beside it. */
async function openScript(stage: Stage, subject: Subject): Promise<Opened> {
  const opened = await openAs(stage, { subject, draft: stage.drafts[1]!, part: 'script' }, 'Mali');
  if (subject === 'cobrief') {
    await opened.page.locator('aside').last().locator('button[aria-expanded=false]').click();
    await opened.page
      .locator('[data-suggestion-card]')
      .nth(suggestions - 1)
      .waitFor();
  }
  await standBehind(opened, 'said50');
  return opened;
}

const ms = (value: number) => fixed(value, 1, 'ms');

function findings(costs: Record<Subject, KeyCost[][]>): Findings {
  const of = (subject: Subject, figure: keyof KeyCost, q: number) =>
    median(
      costs[subject].map((round) =>
        quantile(
          round.map((key) => key[figure]),
          q,
        ),
      ),
    );
  const worst = (subject: Subject) =>
    Math.max(...costs[subject].flat().map(({ longest }) => longest));
  return {
    columns: [
      'page',
      'longest task of a key, p50',
      'of a round',
      'of all',
      'the same in processor time, p50',
      'of a round',
      'all tasks of a key, p50',
    ],
    rows: subjects.map((subject) => [
      labels[subject],
      ms(of(subject, 'longest', 0.5)),
      ms(of(subject, 'longest', 1)),
      ms(worst(subject)),
      ms(of(subject, 'busiest', 0.5)),
      ms(of(subject, 'busiest', 1)),
      ms(of(subject, 'all', 0.5)),
    ]),
    targets: [
      {
        work: `longest block of a key in ${scriptWords} words with ${suggestions} suggestions and ${comments} comments`,
        must: '≤ 50 ms',
        found: `${ms(worst('cobrief'))} by the clock, ${ms(of('cobrief', 'busiest', 1))} of processor time (the plain page ${ms(worst('plain'))}, ${ms(of('plain', 'busiest', 1))})`,
        met: atMost(worst('cobrief'), 50),
      },
    ],
    notes: [
      `${rounds} rounds of ${keys} keys and a second of rest, the pages taking turns; the plain page ` +
        'has the same words and nothing said about them. Every task of the main thread between a key ' +
        'and the next is in the browser’s own record, layout and painting too; a round counts by its ' +
        'slowest key, and no key at all may be slower than the target. Processor time is what is left of ' +
        'it when nobody else uses the machine.',
    ],
  };
}
