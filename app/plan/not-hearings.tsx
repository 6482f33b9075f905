// Three posts are not three hearings, in the plan's own figures.
import { useWords } from '#app/components/words.tsx';
import type { Advice } from '#shared/plan-advice.ts';
import { type Asked, type Half, oneCreator, type PlanAnswer } from '#shared/plan-forecast.ts';
import { plan as planWords } from '#shared/words/plan.ts';
import { useFigures } from './use-figures.ts';

/** What the same posts do when they come from half as many creators. */
function HalfAsMany({ half, k }: { half: Half; k: string }) {
  const w = useWords(planWords);
  const figures = useFigures();
  const { posts, creators, reach, often } = half;
  const isBut = reach.after < reach.before !== often.after < often.before;
  return (
    <p data-half>
      {w.fewer({
        posts: figures.count(posts),
        from: figures.count(creators.from),
        to: figures.count(creators.to),
        each: figures.count(posts / creators.to),
      })}{' '}
      {w.fewerOnce({ after: figures.share(reach.after), before: figures.share(reach.before) })}{' '}
      {w.fewerOften({
        isBut,
        k,
        after: figures.share(often.after),
        before: figures.share(often.before),
      })}
    </p>
  );
}

interface NotHearingsProps {
  asked: Asked;
  exposure: PlanAnswer;
  /** Null while it is worked out: it takes longer, and its place is kept. */
  advice: Advice | null;
}

/** As few posts as bring it to the share that was asked for. */
function Takes({ asked, advice, k }: Omit<NotHearingsProps, 'exposure'> & { k: string }) {
  const w = useWords(planWords);
  const figures = useFigures();
  const plans = advice?.plans;
  const goal = figures.share(asked.share);
  const say = () => {
    if (!plans) return w.takesWorking;
    if (!plans.ok) return null;
    const plan = plans.reached ? plans.fewestPosts : plans.without;
    if (!plan) return w.takesMore({ goal, k, each: figures.count(asked.postsEach) });
    const posts = figures.count(plan.totalPosts);
    return w.takes({ goal, k, posts, creators: figures.count(plan.creators) });
  };
  return (
    <p data-takes className="min-h-18 font-medium">
      {say()}
    </p>
  );
}

export function NotHearings({ asked, exposure, advice }: NotHearingsProps) {
  const w = useWords(planWords);
  const figures = useFigures();
  const posts = asked.creators.reduce((sum, one) => sum + one.posts, 0);
  const one = oneCreator(asked);
  if (posts === 0 || !one) return null;
  const k = w.times({ k: asked.frequency });
  const said = {
    posts: figures.count(one.posts),
    reach: figures.share(one.reach),
    share: figures.share(one.share),
    k,
  };
  return (
    <div
      className="flex flex-col gap-1 border-l-2 border-edge pl-3 text-15 text-ink"
      data-not-hearings
    >
      <p className="font-semibold">{w.notHearings}</p>
      <p>{w.postsAre({ posts: figures.count(posts), mean: figures.mean(exposure.mean) })}</p>
      <p>
        {one.least === null
          ? w.oneCreatorNever(said)
          : w.oneCreator({ ...said, least: figures.count(one.least) })}
      </p>
      {exposure.half && <HalfAsMany half={exposure.half} k={k} />}
      <Takes asked={asked} advice={advice} k={k} />
    </div>
  );
}
