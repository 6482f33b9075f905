// A key pressed by one person: how long until another sees its letter, with two and with ten there?
import { atMost, type Findings, fixed, times } from '../../report.ts';
import { quantile } from '../../typing.ts';
import { clockSkew, type Delay, typeAcross } from '../delays.ts';
import { crowdOf, type Crowd } from '../crowd.ts';
import { read, draftDoor, writeCaption } from '../fill.ts';
import { close, type Opened, openAs, standBehind } from '../pages.ts';
import { labels, type Stage, type Subject, subjects } from '../stage.ts';
import { median, rounds, type WebSuite } from '../suite.ts';
import { typed } from '../words.ts';
import { linearText } from '#shared/anchors.ts';

const keys = 30;
const crowds = [2, 10] as const;
type People = (typeof crowds)[number];
type Figure = keyof Delay;

interface Case {
  subject: Subject;
  people: People;
  /** The delays of each round. */
  rounds: Delay[][];
}

export const seen: WebSuite = {
  name: 'seen',
  question: 'how long from a key pressed by one to its letter seen by another?',
  async run(stage) {
    const draft = stage.drafts[0]!;
    await writeCaption(stage, draft);
    const cases: Case[] = [];
    const pairs = {} as Record<Subject, Pair>;
    for (const subject of subjects) {
      pairs[subject] = await openPair(stage, subject);
      for (const people of crowds) cases.push({ subject, people, rounds: [] });
    }
    const skew = await clockSkew(pairs.cobrief.writer.page, pairs.cobrief.reader.page);
    for (let round = -1; round < rounds; round++) {
      for (const one of cases) {
        const delays = await withCrowd(pairs[one.subject], one.people, ({ writer, reader }) =>
          typeAcross(writer, reader, typed(keys, round + 1)),
        );
        // The first is not counted: what is compiled and loaded is the same for all that follow.
        if (round >= 0) one.rounds.push(delays);
      }
    }
    await allSaved(stage);
    for (const { writer, reader } of Object.values(pairs)) {
      await close(writer);
      await close(reader);
    }
    return findings(cases, skew);
  },
};

interface Pair {
  writer: Opened;
  reader: Opened;
  crowd: Crowd;
}

async function openPair(stage: Stage, subject: Subject): Promise<Pair> {
  const opening = { subject, draft: stage.drafts[0]!, part: 'caption' } as const;
  const reader = await openAs(stage, opening, 'Ploy');
  const writer = await openAs(stage, opening, 'Mali');
  await standBehind(writer, 'good morning');
  return { writer, reader, crowd: await crowdOf(stage, opening) };
}

async function withCrowd<T>(pair: Pair, people: People, work: (pair: Pair) => Promise<T>) {
  const leave = people > 2 ? await pair.crowd.enter(people - 2, pair.reader) : null;
  try {
    return await work(pair);
  } finally {
    await leave?.();
  }
}

/** What was typed is on the server: figures of words that were lost are none. */
async function allSaved(stage: Stage): Promise<void> {
  const draft = stage.drafts[0]!;
  const count = (rounds + 1) * crowds.length * keys;
  const { text } = linearText(await read(draftDoor(stage, draft)), 'caption');
  if (text.length < count) throw new Error('letters were lost');
}

function of(cases: readonly Case[], subject: Subject, people: People) {
  const found = cases.find((one) => one.subject === subject && one.people === people)!;
  return (figure: Figure, q: number) =>
    median(
      found.rounds.map((delays) =>
        quantile(
          delays.map((one) => one[figure]),
          q,
        ),
      ),
    );
}

const ms = (value: number) => fixed(value, 1, 'ms');

function findings(cases: readonly Case[], skew: number): Findings {
  const [ours, plain, crowded] = [
    of(cases, 'cobrief', 2),
    of(cases, 'plain', 2),
    of(cases, 'cobrief', 10),
  ];
  const worst = Math.max(
    ...cases
      .filter(({ subject }) => subject === 'cobrief')
      .flatMap((one) => one.rounds.flat().map(({ painted }) => painted)),
  );
  return {
    columns: ['page', 'people', 'in the text, p50', 'p95', 'on the screen, p50', 'p95'],
    rows: cases.map(({ subject, people }) => {
      const figure = of(cases, subject, people);
      return [
        labels[subject],
        `${people}`,
        ms(figure('changed', 0.5)),
        ms(figure('changed', 0.95)),
        ms(figure('painted', 0.5)),
        ms(figure('painted', 0.95)),
      ];
    }),
    targets: [
      {
        work: 'key pressed to letter in the other’s text, p95, saving on',
        must: '≤ 2 × the plain page',
        found: `${times(ours('changed', 0.95), plain('changed', 0.95))} (${ms(ours('changed', 0.95))})`,
        met: atMost(ours('changed', 0.95), 2 * plain('changed', 0.95)),
      },
      {
        work: 'key pressed to letter on the other’s screen, p95',
        must: '≤ 50 ms',
        found: ms(ours('painted', 0.95)),
        met: atMost(ours('painted', 0.95), 50),
      },
      {
        work: 'the same with 10 people and their carets',
        must: '≤ 50 ms and ≤ 1.5 × two people',
        found: `${ms(crowded('painted', 0.95))}, ${times(crowded('painted', 0.95), ours('painted', 0.95))}`,
        met: atMost(crowded('painted', 0.95), Math.min(50, 1.5 * ours('painted', 0.95))),
      },
    ],
    notes: [
      `${rounds} rounds of ${keys} keys, the pages taking turns; each figure is the median of the ` +
        'rounds. From the moment the browser gives the key press to the change of the other page’s ' +
        'document, and to the end of the frame that shows it. Both pages’ clocks differ by ' +
        `${skew.toFixed(2)} ms. Slowest of all letters in ours: ${ms(worst)}. The eight who make ten ` +
        'are sockets that move their carets about once a second.',
    ],
  };
}
