// One document that many read: what does it cost to carry one edit to one reader?
import { atMost, figuresOf, fixed, type Outcomes, rowsOf, type Suite, times } from '../report.ts';
import { compareTyping, partNames, partsNote, partsOf, type Typed } from '../typing.ts';

const crowd = { documents: 1, writers: 10, readers: 200, rate: 10, watchers: 8 };
const work = '1 document, 200 readers, 10 writers × 10/s';
const columns = [
  'server',
  'CPU a delivered edit',
  ...partNames,
  'p50',
  'p99',
  'frames a delivery',
  'load',
];

export const fanOut: Suite = {
  name: 'fan-out',
  question: 'what does it cost to carry one edit to one of 200 readers?',
  async run({ seconds }) {
    const outcomes = await compareTyping({ ...crowd, seconds });
    const rows = rowsOf(outcomes, { columns, cells });
    return { columns, rows, targets: targets(outcomes), notes: [partsNote] };
  },
};

const microseconds = (typed: Typed | null) => typed && (typed.cost.all * 1000) / typed.deliveries;

function cells(typed: Typed): string[] {
  return [
    fixed(microseconds(typed), 2, 'µs'),
    ...partsOf(typed.cost).map((ms) => fixed((ms * 1000) / typed.deliveries, 2, 'µs')),
    fixed(typed.p50Ms, 1, 'ms'),
    fixed(typed.p99Ms, 1, 'ms'),
    typed.framesPerDelivery.toFixed(2),
    `${(typed.loadShare * 100).toFixed(0)} % of a core`,
  ];
}

function targets(outcomes: Outcomes<Typed>) {
  const ours = figuresOf(outcomes.cobrief);
  const relay = figuresOf(outcomes.relay);
  const hocuspocus = figuresOf(outcomes.hocuspocus);
  const [cost, floor] = [microseconds(ours), microseconds(relay)];
  const limitMs = hocuspocus && hocuspocus.p99Ms + 15;
  return [
    {
      work: `${work}: CPU a delivered edit`,
      must: '≤ 1.0 × the relay; aim 0.5 ×',
      found: `${times(cost, floor)} (${fixed(cost, 2, 'µs')})`,
      met: atMost(cost, floor),
    },
    {
      work: 'the same, delay p99',
      must: `≤ Hocuspocus + 15 ms = ${fixed(limitMs, 1, 'ms')}`,
      found: fixed(ours?.p99Ms, 1, 'ms'),
      met: atMost(ours?.p99Ms, limitMs),
    },
  ];
}
