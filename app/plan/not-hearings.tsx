// Three posts are not three hearings, in the plan's own figures.
import { useWords } from '#app/components/words.tsx';
import { type Asked, type Half, oneCreator, type PlanAnswer } from '#shared/plan-forecast.ts';
import { plan as planWords } from '#shared/words/plan.ts';
import { useFigures } from './use-figures.ts';

/** What the same posts do when they come from half as many creators. */
function HalfAsMany({ half, k }: { half: Half; k: string }) {
  const w = useWords(planWords);
  const figures = useFigures();
  const { posts, creators, reach, often } = half;
  const isBut = reach.then < reach.now !== often.then < often.now;
  return (
    <p data-half>
      {w.fewer({
        posts: figures.count(posts),
        from: figures.count(creators.from),
        to: figures.count(creators.to),
        each: figures.count(posts / creators.to),
      })}{' '}
      {w.fewerOnce({ then: figures.share(reach.then), now: figures.share(reach.now) })}{' '}
      {w.fewerOften({ isBut, k, then: figures.share(often.then), now: figures.share(often.now) })}
    </p>
  );
}

export function NotHearings({ asked, exposure }: { asked: Asked; exposure: PlanAnswer }) {
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
    </div>
  );
}
