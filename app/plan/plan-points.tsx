// Which talking points each planned post carries: spread by one press, changed by hand. One key a point
// in the plan, so that two people's changes to one post are both kept.
import { Button } from '#app/components/button.tsx';
import { useReader, useWords } from '#app/components/words.tsx';
import { spreadPoints } from '#shared/exposure/points.ts';
import type { Need } from '#shared/fields.ts';
import type { Text } from '#shared/guidelines.ts';
import type { PlannedCreator } from '#shared/plan-inputs.ts';
import { planPosts } from '#shared/words/plan-posts.ts';
import { usePlanHands } from './plan-context.tsx';
import { PlanSection } from './plan-section.tsx';

export interface PlanPoint {
  id: string;
  need: Need;
  text: Text;
}

interface PlanPointsProps {
  points: PlanPoint[];
  creators: PlannedCreator[];
}

export function PlanPoints({ points, creators }: PlanPointsProps) {
  const w = useWords(planPosts);
  const { writer } = usePlanHands();
  const posting = creators.filter(({ planned }) => planned.length > 0);
  const spread = () =>
    writer?.together(() => {
      const posts = posting.flatMap(({ userId, planned }) =>
        planned.map(({ n }) => ({ creator: userId, post: `${n}` })),
      );
      for (const { creator, post, points: given } of spreadPoints(posts, points)) {
        for (const { id } of points) {
          writer.setPoint(creator, Number(post), { id, carried: given.includes(id) });
        }
      }
    });
  const canSpread = writer !== null && points.length > 0 && posting.length > 0;
  return (
    <PlanSection
      title={w.points}
      hint={w.pointsHint}
      action={canSpread && <Button onClick={spread}>{w.spread}</Button>}
    >
      {points.length === 0 ? (
        <p className="text-15 text-muted">{w.noPoints}</p>
      ) : posting.length === 0 ? (
        <p className="text-15 text-muted">{w.noPlanned}</p>
      ) : (
        <>
          <Legend points={points} creators={posting} />
          <details open={posting.length <= 12 || undefined}>
            <summary className="flex min-h-11 items-center text-15 font-medium text-ink">
              {w.points}
            </summary>
            <ul className="flex flex-col divide-y divide-line">
              {posting.map((creator) => (
                <CreatorPoints key={creator.userId} creator={creator} points={points} />
              ))}
            </ul>
          </details>
        </>
      )}
    </PlanSection>
  );
}

function Legend({ points, creators }: PlanPointsProps) {
  const w = useWords(planPosts);
  const { locale } = useReader();
  return (
    <ol className="mb-2 flex flex-col gap-1 text-15 text-ink">
      {points.map(({ id, text }, at) => {
        const carrying = creators.map(
          ({ planned }) => planned.filter((post) => post.points.includes(id)).length,
        );
        const posts = carrying.reduce((sum, one) => sum + one, 0);
        const people = carrying.filter((one) => one > 0).length;
        return (
          <li key={id} data-point={at + 1}>
            {w.pointIs({ n: at + 1, text: text[locale] ?? Object.values(text)[0] ?? '' })}{' '}
            <span className="text-muted">· {w.carried({ posts, people })}</span>
          </li>
        );
      })}
    </ol>
  );
}

function CreatorPoints({ creator, points }: { creator: PlannedCreator; points: PlanPoint[] }) {
  const w = useWords(planPosts);
  const { writer } = usePlanHands();
  const { userId, name, planned } = creator;
  return (
    <li className="flex flex-wrap items-center gap-x-5 gap-y-2 py-2">
      <span className="w-28 truncate text-15 font-medium text-ink">{name}</span>
      {planned.map((post) => (
        <span key={post.n} className="flex items-center gap-1">
          <span className="mr-1 text-13 text-muted">{w.postN({ n: post.n })}</span>
          {points.map(({ id }, at) => {
            const isOn = post.points.includes(id);
            return (
              <button
                key={id}
                type="button"
                aria-pressed={isOn}
                aria-label={w.carries({ name, post: post.n, n: at + 1 })}
                disabled={!writer}
                onClick={() => writer?.setPoint(userId, post.n, { id, carried: !isOn })}
                className={`size-11 rounded-lg border text-15 font-semibold tabular-nums md:size-8 md:text-13 ${isOn ? 'border-brand bg-brand-soft text-brand' : 'border-edge text-muted'}`}
              >
                {at + 1}
              </button>
            );
          })}
        </span>
      ))}
    </li>
  );
}
