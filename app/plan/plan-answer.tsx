// What the plan does, in one sentence and one line of figures; the chart and the way it is worked out
// open when they are asked for.
import { Link } from '@remix-run/react';
import { Button } from '#app/components/button.tsx';
import { Dialog } from '#app/components/dialog.tsx';
import { Problem } from '#app/components/field.tsx';
import { useFormat, useWords } from '#app/components/words.tsx';
import type { Impossible } from '#shared/exposure/input.ts';
import type { Advice } from '#shared/plan-advice.ts';
import type { Asked, PlanAnswer as Exposed } from '#shared/plan-forecast.ts';
import type { PlannedCreator } from '#shared/plan-inputs.ts';
import { plan as planWords } from '#shared/words/plan.ts';
import { ExposureChart } from './exposure-chart.tsx';
import { NotHearings } from './not-hearings.tsx';
import type { Forecast } from './use-forecast.ts';
import { useFigures } from './use-figures.ts';

export interface PlanAnswerProps {
  briefId: string;
  creators: PlannedCreator[];
  forecast: Forecast | null;
  advice: Advice | null;
}

export function PlanAnswer({ briefId, creators, forecast, advice }: PlanAnswerProps) {
  const w = useWords(planWords);
  return (
    <section aria-label={w.answer} className="rounded-2xl border border-line bg-raised p-4 md:p-5">
      {creators.length === 0 ? (
        <Nothing title={w.noCreators} how={w.noInvited}>
          <Link to={`/briefs/${briefId}/creators`}>{w.toCreators}</Link>
        </Nothing>
      ) : forecast === null ? (
        <Nothing title={w.noAudience} how={w.noAudienceHow} />
      ) : !forecast.answer.ok ? (
        <WrongPlan asked={forecast.asked} error={forecast.answer.error} creators={creators} />
      ) : forecast.asked.creators.length === 0 ? (
        <Nothing title={w.noCreators} how={w.noCreatorsHow} />
      ) : (
        <Answer
          asked={forecast.asked}
          exposure={forecast.answer}
          creators={creators}
          advice={advice}
        />
      )}
    </section>
  );
}

function Nothing({
  title,
  how,
  children,
}: {
  title: string;
  how: string;
  children?: React.ReactNode;
}) {
  return (
    <div className="flex flex-col gap-1.5 text-15 text-muted">
      <p className="text-17 font-semibold text-ink">{title}</p>
      <p>{how}</p>
      {children}
    </div>
  );
}

interface WrongPlanProps {
  asked: Asked;
  error: Impossible;
  creators: PlannedCreator[];
}

/** Figures that contradict each other: whose they are, where that can be said. */
function WrongPlan({ asked, error, creators }: WrongPlanProps) {
  const w = useWords(planWords);
  const [, place] = /^creators\.(\d+)\./.exec(error.field) ?? [];
  const userId = place === undefined ? undefined : asked.creators[Number(place)]?.userId;
  const name = creators.find((one) => one.userId === userId)?.name;
  const isAudience = error.params.reason === 'audience-above-population';
  return <Problem>{isAudience && name ? w.wrongAudience({ name }) : w.wrongPlan}</Problem>;
}

interface AnswerProps {
  asked: Asked;
  exposure: Exposed;
  creators: PlannedCreator[];
}

export const shareAt = ({ atLeast }: Exposed, k: number) =>
  atLeast.find((one) => one.k === k) ?? { k, central: 0, low: 0, high: 0 };

function Answer({ asked, exposure, creators, advice }: AnswerProps & { advice: Advice | null }) {
  const w = useWords(planWords);
  const figures = useFigures();
  const { frequency: k, share: goal } = asked;
  const often = w.times({ k });
  const { central } = shareAt(exposure, k);
  const says = { k: often, share: figures.share(central), reach: figures.share(exposure.reach) };
  const isEnough = central >= goal;
  const towards = { goal: figures.share(goal), k: often };
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-col gap-1">
        <p className="text-17 font-semibold text-ink">{w.says(says)}</p>
        <p className="text-15 text-muted">{isEnough ? w.enough(towards) : w.short(towards)}</p>
      </div>
      <FigureLine asked={asked} exposure={exposure} />
      <NotHearings asked={asked} exposure={exposure} advice={advice} />
      <NotCounted asked={asked} creators={creators} />
      <div className="flex flex-wrap gap-x-5">
        <Dialog isWide title={w.chartTitle} trigger={<Button look="plain">{w.chart}</Button>}>
          <ExposureChart asked={asked} exposure={exposure} />
        </Dialog>
        <Dialog title={w.how} trigger={<Button look="plain">{w.how}</Button>}>
          <How asked={asked} exposure={exposure} creators={creators} />
        </Dialog>
      </div>
    </div>
  );
}

/** 1+, 2+, 3+, 5+, and the one that was asked for where it is another. */
function FigureLine({ exposure }: Pick<AnswerProps, 'asked' | 'exposure'>) {
  const w = useWords(planWords);
  const figures = useFigures();
  return (
    <dl className="grid grid-cols-2 gap-x-4 gap-y-3 sm:grid-cols-4 lg:grid-cols-2">
      {exposure.atLeast.map(({ k, central, low, high }) => (
        <div key={k} data-at-least={k} className="flex flex-col">
          <dt className="text-13 text-muted">{k === 1 ? w.oneOrMore : w.kOrMore({ k })}</dt>
          <dd className="text-22 font-semibold tabular-nums text-ink">{figures.share(central)}</dd>
          <dd className="text-13 tabular-nums text-muted">{figures.range(low, high)}</dd>
        </div>
      ))}
    </dl>
  );
}

function NotCounted({ asked, creators }: Pick<AnswerProps, 'asked' | 'creators'>) {
  const w = useWords(planWords);
  const format = useFormat();
  const isCounted = new Set(asked.creators.map(({ userId }) => userId));
  const left = creators.filter(({ userId }) => !isCounted.has(userId));
  if (left.length === 0) return null;
  const names = format.list(left.slice(0, 5).map(({ name }) => name));
  return <p className="text-13 text-muted">{w.notCounted({ count: left.length, names })}</p>;
}

function How({ asked, exposure, creators }: AnswerProps) {
  const w = useWords(planWords);
  const figures = useFigures();
  const posts = asked.creators.reduce((sum, one) => sum + one.posts, 0);
  const prior = creators.find(({ reach }) => reach.prior)?.reach.prior;
  const inputs = {
    creators: figures.count(asked.creators.length),
    posts: figures.count(posts),
    people: figures.count(asked.population),
  };
  const range = { level: figures.share(exposure.level), draws: figures.count(exposure.draws) };
  return (
    <div className="flex flex-col gap-3 text-15 text-ink">
      <p>{w.formula}</p>
      <p>{w.howInputs(inputs)}</p>
      <p>{w.howRange(range)}</p>
      {prior && <p>{w.howPrior(prior.source)}</p>}
    </div>
  );
}
