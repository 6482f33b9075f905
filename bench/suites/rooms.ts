// Many documents that few write: what does one edit cost when hardly anything can be shared?
import { atMost, figuresOf, fixed, type Outcomes, rowsOf, type Suite, times } from '../report.ts';
import { compareTyping, partNames, partsNote, partsOf, type Typed } from '../typing.ts';

const crowd = { documents: 200, writers: 2, readers: 3, rate: 5, watchers: 20 };
const columns = ['server', 'CPU an edit', ...partNames, 'p50', 'p99', 'frames a delivery', 'load'];

export const rooms: Suite = {
  name: 'rooms',
  question: 'what does an edit cost in 200 documents of 5 people?',
  async run({ seconds }) {
    const outcomes = await compareTyping({ ...crowd, seconds });
    const rows = rowsOf(outcomes, { columns, cells });
    return { columns, rows, targets: targets(outcomes), notes: [partsNote] };
  },
};

const microseconds = (typed: Typed | null) => typed && (typed.cost.all * 1000) / typed.edits;

function cells(typed: Typed): string[] {
  return [
    fixed(microseconds(typed), 1, 'µs'),
    ...partsOf(typed.cost).map((ms) => fixed((ms * 1000) / typed.edits, 1, 'µs')),
    fixed(typed.p50Ms, 1, 'ms'),
    fixed(typed.p99Ms, 1, 'ms'),
    typed.framesPerDelivery.toFixed(2),
    `${(typed.loadShare * 100).toFixed(0)} % of a core`,
  ];
}

function targets(outcomes: Outcomes<Typed>) {
  const ours = microseconds(figuresOf(outcomes.cobrief));
  const relay = microseconds(figuresOf(outcomes.relay));
  const limit = microseconds(figuresOf(outcomes['y-websocket']));
  return [
    {
      work: '200 documents × 5 people, 2 writers × 5/s: CPU an edit',
      must: `≤ y-websocket in memory = ${fixed(limit, 1, 'µs')}; aim 1.2 × the relay`,
      found: `${fixed(ours, 1, 'µs')}, ${times(ours, relay)} the relay`,
      met: atMost(ours, limit),
    },
  ];
}
