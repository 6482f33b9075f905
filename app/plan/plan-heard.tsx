// Planned against heard: one line for what is out, one for what it did, one for what is still to come.
import { useMemo } from 'react';
import { useWords } from '#app/components/words.tsx';
import type { HeardCreator } from '#shared/heard.ts';
import { type HeardLine, type PlanHeard as Heard, planHeard } from '#shared/plan-heard.ts';
import type { PlannedCreator } from '#shared/plan-inputs.ts';
import { plan as planWords } from '#shared/words/plan.ts';
import { planHeard as words } from '#shared/words/plan-heard.ts';
import { PlanSection } from './plan-section.tsx';
import { useFigures } from './use-figures.ts';
import type { Forecast } from './use-forecast.ts';

interface PlanHeardProps {
  heard: HeardCreator[];
  creators: PlannedCreator[];
  forecast: Forecast | null;
}

export function PlanHeard({ heard, creators, forecast }: PlanHeardProps) {
  const w = useWords(words);
  const found = useMemo(() => {
    if (!forecast?.answer.ok) return null;
    return planHeard(forecast.asked, heard, forecast.answer.overlap.niche);
  }, [forecast, heard]);
  if (!found || !forecast) return null;
  return (
    <PlanSection title={w.title} hint={w.hint}>
      <Sentences found={found} frequency={forecast.asked.frequency} />
      <details className="mt-3">
        <summary className="min-h-11 cursor-pointer py-2.5 text-15 font-semibold text-ink underline decoration-edge">
          {w.table}
        </summary>
        <Lines lines={found.lines} creators={creators} />
        <p className="mt-3 max-w-prose text-13 text-muted">{w.formula}</p>
      </details>
    </PlanSection>
  );
}

function Sentences({ found, frequency }: { found: Heard; frequency: number }) {
  const w = useWords(words);
  const { times } = useWords(planWords);
  const figures = useFigures();
  const count = figures.count;
  const shares = ({ once, often }: Heard['plan']) => ({
    once: figures.share(once),
    often: figures.share(often),
    k: times({ k: frequency }),
  });
  const published = count(found.published);
  const known = w.known({ measured: count(found.measured), published });
  const confirmed = found.confirmed > 0 && w.confirmed({ confirmed: count(found.confirmed) });
  return (
    <div className="flex max-w-prose flex-col gap-2 text-15 text-ink">
      <p>
        {w.out({ published, planned: count(found.planned) })}{' '}
        <span className="text-muted">
          {[known, confirmed].filter(Boolean).join(' · ')}.{' '}
          {found.measured < found.published && w.unknown}
        </span>
      </p>
      <p className="font-semibold">{w.soFar(shares(found.soFar))}</p>
      <p>
        {w.forecast(shares(found.forecast))}{' '}
        <span className="text-muted">{w.before(shares(found.plan))}</span>
      </p>
    </div>
  );
}

function Lines({ lines, creators }: { lines: HeardLine[]; creators: PlannedCreator[] }) {
  const w = useWords(words);
  const figures = useFigures();
  const names = new Map(creators.map(({ userId, name }) => [userId, name]));
  const head = 'py-2 pr-4 text-13 font-medium text-muted';
  return (
    <table className="w-full max-w-2xl text-15 tabular-nums">
      <thead>
        <tr className="border-b border-line text-left">
          <th className={head}>{w.creator}</th>
          <th className={head}>{w.posts}</th>
          <th className={head}>{w.plannedReach}</th>
          <th className={head}>{w.reach}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.userId} className="border-b border-line align-top last:border-0">
            <th scope="row" className="py-2 pr-4 text-left font-medium text-ink">
              {names.get(line.userId)}
            </th>
            <td className="py-2 pr-4">
              {w.of({
                published: figures.count(line.published),
                planned: figures.count(line.planned),
              })}
            </td>
            <td className="py-2 pr-4">{figures.share(line.plannedReach)}</td>
            <td className="py-2">
              {line.reach === null ? (
                <span className="text-muted">{w.notYet}</span>
              ) : (
                figures.share(line.reach)
              )}
              {line.isAboveFollowers && <span className="block text-13 text-muted">{w.above}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
