// What is asked of the plan: who should hear it, how often, and which share of them. How often is
// chosen by Ostrow's steps, each with what it adds, and can be typed over.
import { useWords } from '#app/components/words.tsx';
import {
  type FrequencyFactor,
  type FrequencyStep,
  frequencyFactors,
  frequencySteps,
  targetFrequency,
} from '#shared/exposure/frequency.ts';
import type { Plan, SettingName } from '#shared/plan.ts';
import { frequencyOf, usualShare } from '#shared/plan-forecast.ts';
import { frequencyWords, plan as planWords } from '#shared/words/plan.ts';
import { usePlanHands } from './plan-context.tsx';
import { PlanNumber } from './plan-number.tsx';
import { PlanSection } from './plan-section.tsx';
import { useFigures } from './use-figures.ts';

export function PlanTarget({ plan }: { plan: Plan }) {
  const w = useWords(planWords);
  const figures = useFigures();
  const { writer } = usePlanHands();
  const found = targetFrequency(plan.factors);
  const picked = found.ok ? found : { k: 3, exact: 3 };
  const set = (name: SettingName) => (value: number | null) => writer?.set(name, value);
  const often = { k: picked.k, exact: figures.mean(picked.exact) };
  return (
    <PlanSection title={w.target}>
      <div className="grid gap-4 sm:grid-cols-3">
        <PlanNumber
          isLabelled
          isTyped
          field="audience"
          place="audience"
          label={w.audience}
          note={w.audienceHint}
          value={plan.audience}
          onType={set('audience')}
        />
        <PlanNumber
          isLabelled
          field="share"
          place="share"
          label={w.goal}
          note={w.goalHint({ share: figures.share(usualShare) })}
          value={plan.share ?? usualShare}
          isTyped={plan.share !== null}
          onType={set('share')}
        />
        <PlanNumber
          isLabelled
          field="frequency"
          place="frequency"
          label={w.often}
          note={plan.frequency === null ? w.oftenHint(often) : w.oftenTyped(often)}
          value={frequencyOf(plan)}
          isTyped={plan.frequency !== null}
          onType={set('frequency')}
        />
      </div>
      <details className="mt-3">
        <summary className="flex min-h-11 items-center text-15 font-medium text-ink">
          {w.picker}
        </summary>
        <Picker plan={plan} />
      </details>
    </PlanSection>
  );
}

const groups = ['market', 'message', 'media'] as const;

function Picker({ plan }: { plan: Plan }) {
  const w = useWords(planWords);
  const figures = useFigures();
  const found = targetFrequency(plan.factors);
  const steps = found.ok ? found.steps : [];
  return (
    <div className="flex flex-col gap-4 pb-2">
      <p className="text-15 text-ink">{w.pickerIntro}</p>
      <div className="grid gap-x-6 gap-y-4 md:grid-cols-3">
        {groups.map((group) => (
          <fieldset key={group} className="flex flex-col gap-3">
            <legend className="mb-2 text-13 font-semibold text-muted">{w[group]}</legend>
            {frequencyFactors
              .filter((factor) => factor.group === group)
              .map(({ id }) => (
                <Factor
                  key={id}
                  id={id}
                  step={plan.factors[id] ?? 0}
                  soFar={steps.find(({ factor }) => factor === id)?.soFar ?? 3}
                />
              ))}
          </fieldset>
        ))}
      </div>
      {found.ok && (
        <p className="text-17 font-semibold text-ink">
          {w.sum({ exact: figures.mean(found.exact), k: found.k })}
        </p>
      )}
      <p className="max-w-prose text-13 text-muted">{w.pickerDoubt}</p>
    </div>
  );
}

interface FactorProps {
  id: FrequencyFactor;
  step: FrequencyStep;
  soFar: number;
}

function Factor({ id, step, soFar }: FactorProps) {
  const w = useWords(planWords);
  const words = useWords(frequencyWords);
  const figures = useFigures();
  const { writer } = usePlanHands();
  const [fewer, more] = [words[`${id}Fewer`], words[`${id}More`]];
  const name = (one: FrequencyStep) => {
    if (one === 0) return w.neither;
    const by = `${one > 0 ? '+' : '−'}${figures.mean(Math.abs(one) / 10)}`;
    return `${by} ${one > 0 ? more : fewer}`;
  };
  return (
    <label className="flex flex-col gap-1 text-15 font-medium text-ink">
      <span className="flex items-baseline justify-between gap-2">
        {words[id]}
        {step !== 0 && (
          <span className="text-13 font-normal tabular-nums text-muted">
            {w.soFar({ sum: figures.mean(soFar) })}
          </span>
        )}
      </span>
      <select
        value={step}
        disabled={!writer}
        onChange={(event) =>
          writer?.setFactor(id, Number(event.currentTarget.value) as FrequencyStep)
        }
        className="h-11 rounded-xl border border-edge bg-raised px-3 text-17 font-normal md:h-10 md:text-15"
      >
        {frequencySteps.map((one) => (
          <option key={one} value={one}>
            {name(one)}
          </option>
        ))}
      </select>
    </label>
  );
}
