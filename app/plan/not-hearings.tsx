// Three posts are not three hearings, in the plan's own figures.
import { useWords } from '#app/components/words.tsx';
import type { PlanExposure } from '#shared/exposure/interval.ts';
import { type Asked, oneCreator } from '#shared/plan-forecast.ts';
import { plan as planWords } from '#shared/words/plan.ts';
import { useFigures } from './use-figures.ts';

export function NotHearings({ asked, exposure }: { asked: Asked; exposure: PlanExposure }) {
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
    </div>
  );
}
