// Whether the creators' followers are the same people: by chance, assumed or measured, with what the
// plan's two groups make of it and what they miss.
import { Link } from '@remix-run/react';
import { useId } from 'react';
import { Choice } from '#app/components/field.tsx';
import { useWords } from '#app/components/words.tsx';
import { assumedOverlap, type PairFit } from '#shared/exposure/niche.ts';
import { overlapKinds, type OverlapKind, type Plan } from '#shared/plan.ts';
import { assumedShare, overlapKindOf } from '#shared/plan-forecast.ts';
import type { PlannedCreator } from '#shared/plan-inputs.ts';
import { plan as planWords } from '#shared/words/plan.ts';
import { usePlanHands } from './plan-context.tsx';
import { PlanNumber } from './plan-number.tsx';
import { PlanSection } from './plan-section.tsx';
import type { Forecast } from './use-forecast.ts';
import { useFigures } from './use-figures.ts';

interface PlanOverlapProps {
  plan: Plan;
  creators: PlannedCreator[];
  measuredPairs: number;
  forecast: Forecast | null;
}

export function PlanOverlap({ plan, creators, measuredPairs, forecast }: PlanOverlapProps) {
  const w = useWords(planWords);
  const figures = useFigures();
  const { writer } = usePlanHands();
  const group = useId();
  const chosen = overlapKindOf(plan, measuredPairs > 0);
  const { low, high } = assumedShare(plan.overlapShare);
  const range = { low: figures.share(low), high: figures.share(high) };
  const words: Record<OverlapKind, [string, string]> = {
    chance: [w.overlapChance, w.overlapChanceHint],
    assumed: [w.overlapAssumed, w.overlapAssumedHint(range)],
    measured: [
      w.overlapMeasured,
      measuredPairs > 0
        ? w.overlapMeasuredHint({ pairs: figures.count(measuredPairs) })
        : w.overlapNone,
    ],
  };
  return (
    <PlanSection
      title={w.overlap}
      hint={w.overlapHint}
      action={
        <Link to="overlap" className="inline-flex min-h-11 items-center text-15">
          {w.overlapMeasure}
        </Link>
      }
    >
      <div role="radiogroup" aria-label={w.overlap} className="grid gap-x-6 md:grid-cols-3">
        {overlapKinds.map((kind) => (
          <Choice
            key={kind}
            type="radio"
            name={group}
            label={words[kind][0]}
            hint={words[kind][1]}
            checked={kind === chosen}
            disabled={!writer || (kind === 'measured' && measuredPairs === 0)}
            onChange={() => writer?.setOverlap(kind)}
          />
        ))}
      </div>
      {chosen === 'assumed' && (
        <PlanNumber
          isLabelled
          className="mt-3 max-w-52"
          field="overlapShare"
          place="overlapShare"
          label={w.overlapShare}
          value={plan.overlapShare ?? assumedOverlap.share}
          isTyped={plan.overlapShare !== null}
          onType={(value) => writer?.set('overlapShare', value)}
        />
      )}
      {forecast?.answer.ok && chosen !== 'chance' && (
        <Fit
          overlap={forecast.answer.overlap}
          names={namesOf(forecast, creators)}
          isMeasured={chosen === 'measured'}
        />
      )}
    </PlanSection>
  );
}

function namesOf({ asked }: Forecast, creators: PlannedCreator[]): string[] {
  const names = new Map(creators.map(({ userId, name }) => [userId, name]));
  return asked.creators.map(({ userId }) => names.get(userId) ?? '');
}

interface FitProps {
  overlap: {
    niche: { size: number };
    sizes: { low: number; high: number };
    pairs: PairFit[];
    residual: number;
  };
  names: string[];
  isMeasured: boolean;
}

/** Of twenty creators there are 190 pairs: enough is enough. */
const mostPairs = 40;

function Fit({ overlap, names, isMeasured }: FitProps) {
  const w = useWords(planWords);
  const figures = useFigures();
  const { niche, sizes, residual, pairs } = overlap;
  const size = {
    size: figures.count(niche.size),
    low: figures.count(sizes.low),
    high: figures.count(sizes.high),
  };
  return (
    <div className="mt-3 flex flex-col gap-1 text-15 text-ink">
      <p>{w.overlapNiche(size)}</p>
      {pairs.length > 0 && <p>{w.overlapResidual({ people: figures.count(residual) })}</p>}
      {isMeasured && (
        <details>
          <summary className="flex min-h-11 items-center font-medium">{w.overlapPairs}</summary>
          <table className="w-full max-w-xl tabular-nums">
            <thead>
              <tr className="border-b border-line text-left text-13 text-muted">
                <th className="py-1.5 font-medium">{w.overlapPair}</th>
                <th className="py-1.5 text-right font-medium">{w.overlapCommon}</th>
                <th className="py-1.5 text-right font-medium">{w.overlapFitted}</th>
                <th className="py-1.5 text-right font-medium">{w.overlapByChance}</th>
              </tr>
            </thead>
            <tbody>
              {pairs.slice(0, mostPairs).map(({ a, b, common, fitted, byChance }) => (
                <tr key={`${a} ${b}`} className="border-b border-line">
                  <th scope="row" className="py-1.5 text-left font-normal">
                    {names[a]} · {names[b]}
                  </th>
                  <td className="py-1.5 text-right">{figures.count(common)}</td>
                  <td className="py-1.5 text-right">{figures.count(fitted)}</td>
                  <td className="py-1.5 text-right">{figures.count(byChance)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
    </div>
  );
}
