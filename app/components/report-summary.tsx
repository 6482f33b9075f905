// What a brief came to in a few figures, each with how many posts it rests on: in the report, and
// beside the guidelines of a brief begun from it.
import { figureKinds, type Counted, type Summary } from '#shared/report.ts';
import { report } from '#shared/words/report.ts';
import { useFormat, useReader, useWords } from './words.tsx';

interface Line {
  name: string;
  value: string;
  n: number | null;
}

function useLines(summary: Summary): Line[] {
  const w = useWords(report);
  const format = useFormat();
  const { locale } = useReader();
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const line = (name: string, of: Counted | null, say: (value: number) => string): Line[] =>
    of ? [{ name, value: say(of.value), n: of.n }] : [];
  return [
    { name: w.made, value: w.madeOf(summary), n: null },
    ...line(w.roundsMedian, summary.rounds, format.number),
    ...line(w.brandTook, summary.tookMs.brand, format.span),
    ...line(w.creatorTook, summary.tookMs.creator, format.span),
    ...line(w.own, summary.own, (value) => percent.format(value)),
    ...figureKinds.flatMap((kind) => line(w[kind], summary.figures[kind], format.number)),
  ];
}

export function SummaryFacts({ summary }: { summary: Summary }) {
  const w = useWords(report);
  const lines = useLines(summary);
  return (
    <dl className="grid gap-x-8 gap-y-4 sm:grid-cols-2 lg:grid-cols-4">
      {lines.map(({ name, value, n }) => (
        <div key={name} className={n === null ? 'sm:col-span-2 lg:col-span-4' : ''}>
          <dt className="text-13 text-muted">{name}</dt>
          <dd className={n === null ? 'text-17' : 'text-22'}>
            {value} {n !== null && <span className="text-13 text-muted">{w.n({ n })}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** The same one under the other, for a narrow column. */
export function SummaryLines({ summary, more }: { summary: Summary; more: Line[] }) {
  const w = useWords(report);
  const lines = [...useLines(summary), ...more];
  return (
    <dl className="flex flex-col gap-2">
      {lines.map(({ name, value, n }) => (
        <div key={name}>
          <dt className="text-13 text-muted">{name}</dt>
          <dd className="text-15">
            {value} {n !== null && <span className="text-13 text-muted">{w.n({ n })}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

export function PointShares({
  summary,
  points,
}: {
  summary: Summary;
  points: { id: string; text: string }[];
}) {
  const w = useWords(report);
  if (points.length === 0 || summary.sent === 0) return null;
  return (
    <section>
      <h2 className="mb-2 text-17">{w.points}</h2>
      <ol className="flex list-decimal flex-col gap-2 pl-5">
        {points.map(({ id, text }) => {
          const of = summary.points.get(id);
          return (
            <li key={id} className="text-15 break-words">
              {text}
              {of && (
                <span className="block text-13 text-muted">
                  {w.inPosts({ k: Math.round(of.value * of.n), n: of.n })}
                </span>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
