// How many creators and how many posts: the plans that reach the goal, with how sure it is that none is
// better, and the levers. A plan is taken over in one change, which one undo takes back.
import { Button } from '#app/components/button.tsx';
import { useWords } from '#app/components/words.tsx';
import type { Lever } from '#shared/exposure/levers.ts';
import type { CertainChoice, PlanChoice, Plans } from '#shared/exposure/plans.ts';
import type { Plan, SettingName } from '#shared/plan.ts';
import type { Advice } from '#shared/plan-advice.ts';
import { type Asked, usualPostsEach } from '#shared/plan-forecast.ts';
import type { PlannedCreator } from '#shared/plan-inputs.ts';
import { plan as planWords } from '#shared/words/plan.ts';
import { planAdvice } from '#shared/words/plan-advice.ts';
import { usePlanHands } from './plan-context.tsx';
import { PlanNumber } from './plan-number.tsx';
import { PlanSection } from './plan-section.tsx';
import { useFigures } from './use-figures.ts';

export interface PlanAdviceProps {
  plan: Plan;
  creators: PlannedCreator[];
  asked: Asked;
  /** Null while the first is worked out. */
  advice: Advice | null;
}

export function PlanAdvice({ plan, creators, asked, advice }: PlanAdviceProps) {
  const w = useWords(planAdvice);
  const often = useWords(planWords).times({ k: asked.frequency });
  const figures = useFigures();
  return (
    <PlanSection title={w.title} hint={w.hint({ goal: figures.share(asked.share), k: often })}>
      <Limits plan={plan} />
      <div className="min-h-112">
        {advice === null && <p className="text-15 text-muted">{w.working}</p>}
        {advice?.plans.ok && (
          <Found
            asked={asked}
            plans={advice.plans}
            hasCosts={advice.hasCosts}
            creators={creators}
            currency={plan.currency}
          />
        )}
        {advice && <Levers asked={asked} levers={advice.levers} />}
      </div>
    </PlanSection>
  );
}

function Limits({ plan }: { plan: Plan }) {
  const w = useWords(planAdvice);
  const { writer } = usePlanHands();
  const set = (name: SettingName) => (value: number | null) => writer?.set(name, value);
  return (
    <div className="mb-4 grid gap-4 sm:grid-cols-3">
      <PlanNumber
        isLabelled
        isTyped
        field="budget"
        place="budget"
        label={plan.currency === '' ? w.budget : `${w.budget} (${plan.currency})`}
        note={w.budgetHint}
        value={plan.budget}
        onType={set('budget')}
      />
      <PlanNumber
        isLabelled
        isTyped
        field="postCap"
        place="postCap"
        label={w.postCap}
        note={w.noLimit}
        value={plan.postCap}
        onType={set('postCap')}
      />
      <PlanNumber
        isLabelled
        field="postsEach"
        place="postsEach"
        label={w.postsEach}
        note={w.postsEachHint({ n: usualPostsEach })}
        value={plan.postsEach ?? usualPostsEach}
        isTyped={plan.postsEach !== null}
        onType={set('postsEach')}
      />
    </div>
  );
}

interface FoundProps {
  asked: Asked;
  plans: Plans;
  hasCosts: boolean;
  creators: PlannedCreator[];
  currency: string;
}

type GoalName = 'cheapest' | 'fewestPosts' | 'fewestCreators' | 'best' | 'without';

interface Row {
  goal: GoalName;
  choice: PlanChoice | CertainChoice;
}

function rowsOf(plans: Plans, hasCosts: boolean): Row[] {
  if (!plans.reached) {
    const { best, without } = plans;
    return [
      { goal: 'best', choice: best },
      ...(without ? [{ goal: 'without' as const, choice: without }] : []),
    ];
  }
  const goals = ['cheapest', 'fewestPosts', 'fewestCreators'] as const;
  return goals
    .filter((goal) => goal !== 'cheapest' || hasCosts)
    .map((goal) => ({ goal, choice: plans[goal] }));
}

function Found({ asked, plans, hasCosts, creators, currency }: FoundProps) {
  const w = useWords(planAdvice);
  const often = useWords(planWords).times({ k: asked.frequency });
  const figures = useFigures();
  const goal = figures.share(asked.share);
  const out = asked.creators.reduce((sum, one) => sum + one.out, 0);
  return (
    <>
      {out > 0 && <p className="mb-3 text-15 text-muted">{w.withOut({ n: figures.count(out) })}</p>}
      {!plans.reached && (
        <p className="mb-3 text-15 font-medium text-ink">
          {plans.without
            ? w.notReached({ goal, k: often, share: figures.share(plans.best.share) })
            : w.never({
                each: figures.count(asked.postsEach),
                share: figures.share(plans.most.share),
              })}
        </p>
      )}
      <ul className="flex flex-col divide-y divide-line border-y border-line">
        {rowsOf(plans, hasCosts).map((row) => (
          <Choice key={row.goal} {...{ row, asked, hasCosts, creators, currency }} />
        ))}
      </ul>
    </>
  );
}

function Choice(props: Omit<FoundProps, 'plans'> & { row: Row }) {
  const { row, asked, hasCosts, creators, currency } = props;
  const { goal, choice } = row;
  const w = useWords(planAdvice);
  const often = useWords(planWords).times({ k: asked.frequency });
  const figures = useFigures();
  const { writer } = usePlanHands();
  const wanted = new Map(choice.posts.map(({ id, posts }) => [id, posts]));
  const isCounted = new Set(asked.creators.map(({ userId }) => userId));
  const isInUse = creators.every(
    ({ userId, posts }) =>
      !isCounted.has(userId) || (posts.value ?? 0) === (wanted.get(userId) ?? 0),
  );
  const use = () =>
    writer?.together(() => {
      for (const { userId } of asked.creators) {
        writer.setCreator(userId, 'posts', wanted.get(userId) ?? 0);
      }
    });
  const known = new Map(creators.map((one) => [one.userId, one]));
  const who = ({ id, posts }: PlanChoice['posts'][number]) => {
    const one = known.get(id);
    const said = { name: one?.name ?? '', posts: figures.count(posts) };
    return one?.isIn === false ? w.whoIsNotIn(said) : w.who(said);
  };
  return (
    <li
      data-choice={goal}
      className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 py-3"
    >
      <div className="min-w-0 flex-1 basis-80">
        <p className="text-15 font-semibold text-ink">{w[goal]}</p>
        <dl className="mt-1 flex flex-wrap gap-x-5 gap-y-1 text-15 tabular-nums">
          <Figure name={w.creators} value={figures.count(choice.creators)} />
          <Figure name={w.posts} value={figures.count(choice.totalPosts)} />
          {hasCosts && (
            <Figure name={w.cost} value={`${figures.count(choice.cost)} ${currency}`.trim()} />
          )}
          <Figure name={w.share({ k: often })} value={figures.share(choice.share)} />
        </dl>
        <Sure {...{ row, currency }} />
        <details>
          <summary className="flex min-h-11 items-center text-13 text-muted md:min-h-9">
            {w.creators}
          </summary>
          <p className="pb-2 text-13 text-ink">{choice.posts.map(who).join(' · ')}</p>
        </details>
      </div>
      {writer && (
        <Button disabled={isInUse} aria-label={w.useThis({ plan: w[goal] })} onClick={use}>
          {isInUse ? w.inUse : w.use}
        </Button>
      )}
    </li>
  );
}

function Figure({ name, value }: { name: string; value: string }) {
  return (
    <div className="flex gap-1.5">
      <dt className="text-muted">{name}</dt>
      <dd className="font-medium text-ink">{value}</dd>
    </div>
  );
}

/** What could still be better than what was found, where that is not ruled out. */
function Sure({ row: { goal, choice }, currency }: { row: Row; currency: string }) {
  const w = useWords(planAdvice);
  const figures = useFigures();
  if (!('certainty' in choice) || goal === 'without') return null;
  const { certainty } = choice;
  const say = () => {
    if (certainty.exact) return w.exact;
    const bound = figures.count(certainty.bound);
    switch (goal) {
      case 'cheapest':
        return w.boundCost({
          bound: `${bound} ${currency}`.trim(),
          gap: figures.share(certainty.gap),
        });
      case 'fewestPosts':
        return w.boundPosts({ bound });
      case 'fewestCreators':
        return w.boundCreators({ bound });
      case 'best':
        return w.boundShare({ bound: figures.share(certainty.bound) });
    }
  };
  return <p className="mt-1 text-13 text-muted">{say()}</p>;
}

const mostLevers = 4;

/** Only what helps. */
function Levers({ asked, levers }: { asked: Asked; levers: Lever[] }) {
  const w = useWords(planAdvice);
  const often = useWords(planWords).times({ k: asked.frequency });
  const figures = useFigures();
  const say = useLever();
  const helping = levers.filter(({ gain }) => gain > 0).slice(0, mostLevers);
  // Asking for less comes after what brings it to more people.
  helping.sort((a, b) => Number(a.kind === 'narrower') - Number(b.kind === 'narrower'));
  if (helping.length === 0) return null;
  return (
    <div className="mt-6">
      <h3 className="text-15 font-semibold text-ink">{w.levers}</h3>
      <p className="mb-2 text-13 text-muted">{w.leversHint}</p>
      <ul className="flex flex-col gap-2">
        {helping.map((lever) => (
          <li key={lever.kind} className="text-15 text-ink">
            <span className="font-medium">{say(lever)}</span>
            <br />
            <span className="text-muted">
              {w.leverOften({
                k: often,
                after: figures.share(lever.after),
                points: w.points({ sign: '+', points: figures.mean(lever.gain * 100) }),
              })}{' '}
              {w.leverReach({
                after: figures.share(lever.reachAfter),
                before: figures.share(lever.reachBefore),
              })}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function useLever(): (lever: Lever) => string {
  const w = useWords(planAdvice);
  const figures = useFigures();
  return ({ kind, from, to }) => {
    const counts = { from: figures.count(from), to: figures.count(to) };
    const shares = { from: figures.share(from), to: figures.share(to) };
    switch (kind) {
      case 'narrower':
        return w.narrower(counts);
      case 'fewer-creators':
        return w.fewer(counts);
      case 'overlap':
        return w.overlap(shares);
      case 'one-more-post':
        return w.oneMore(counts);
      case 'better-reach':
        return w.betterReach(shares);
    }
  };
}
