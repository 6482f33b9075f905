// A creator's figure with everything it was made of: the middle, how sure it is, formula, posts, what
// was left out and where the numbers come from. For the brand's page of a creator and for their own.
import {
  type AnswerName,
  answers,
  type Figure,
  leastPosts,
  leftOuts,
  remarks,
} from '#shared/engagement.ts';
import { engagementWords } from '#shared/words/engagement.ts';
import type { ReactNode } from 'react';
import { RangeBar } from './engagement-range.tsx';
import { useFormat, useWords } from './words.tsx';

type FigureWords = (typeof engagementWords)['en'];

const byWords = {
  followers: 'byFollowers',
  reach: 'byReach',
  views: 'byViews',
} as const satisfies Record<Figure['base'], keyof FigureWords>;

export function EngagementFigure({ figure, children }: { figure: Figure; children?: ReactNode }) {
  const w = useWords(engagementWords);
  const { rate } = useFormat();
  const { spread, base } = figure;
  if (!spread) {
    return (
      <div className="flex flex-col gap-2">
        <p className="text-22 font-semibold">{w.nothing}</p>
        <p className="text-15 text-muted">{w.nothingHint}</p>
        <How figure={figure} />
      </div>
    );
  }
  const isEnough = spread.n >= leastPosts;
  const [low, high] = spread.interval;
  return (
    <div className="flex flex-col gap-3">
      {!isEnough && (
        <div>
          <p className="text-22 font-semibold">{w.tooFew}</p>
          <p className="text-15 text-muted">{w.tooFewHint({ n: spread.n, least: leastPosts })}</p>
        </div>
      )}
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <span className={`${isEnough ? 'text-28' : 'text-22'} font-semibold tabular-nums`}>
          {rate(spread.median)}
        </span>
        <span className="text-15 text-muted">
          {w[byWords[base]]}, {w.fromPosts({ n: spread.n })}
        </span>
      </div>
      {isEnough && (
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-15">
          <RangeBar spread={spread} most={high * 1.25} />
          {w.likely({ low: rate(low), high: rate(high) })}
        </p>
      )}
      {children}
      <How figure={figure} />
    </div>
  );
}

export function How({ figure, isOpen = false }: { figure: Figure; isOpen?: boolean }) {
  const w = useWords(engagementWords);
  const { rate } = useFormat();
  const formula = useFormula();
  const { spread, base } = figure;
  const left = leftOuts.flatMap((why) => {
    const n = figure.left[why] ?? 0;
    return n > 0 ? [w[why]({ n, base: w[base] })] : [];
  });
  const said = remarks.flatMap((remark) => {
    const n = figure.remarks[remark] ?? 0;
    return n > 0 ? [w[remark]({ n })] : [];
  });
  const facts = (
    <dl className="flex flex-col gap-2.5 text-15">
      <Fact name={w.formula}>{formula(figure)}</Fact>
      {spread && (
        <>
          <Fact name={w.posts}>{w.postsOf({ n: spread.n })}</Fact>
          <Fact name={w.half}>
            {w.halfOf({ low: rate(spread.quartiles[0]), high: rate(spread.quartiles[1]) })}
          </Fact>
          <Fact name={w.interval}>
            {w.intervalOf({
              low: rate(spread.interval[0]),
              high: rate(spread.interval[1]),
              from: spread.places[0],
              to: spread.places[1],
              n: spread.n,
            })}
          </Fact>
          <Fact name={w.mean}>{w.meanOf({ mean: rate(spread.mean) })}</Fact>
        </>
      )}
      {left.length > 0 && <Fact name={w.left}>{left.join('; ')}</Fact>}
      {said.length > 0 && <Fact name={w.good}>{said.join('; ')}</Fact>}
      <Fact name={w.source}>{w.ownFiles}</Fact>
    </dl>
  );
  if (isOpen) return facts;
  return (
    <details className="max-w-prose">
      <summary className="flex min-h-11 items-center text-15 font-medium">{w.how}</summary>
      <div className="pt-1 pb-3">{facts}</div>
    </details>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-13 text-muted">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Likes + 2 × comments, as they are weighed; what counts nothing is not named. */
export function useFormula(): (figure: Pick<Figure, 'base' | 'weights'>) => string {
  const w = useWords(engagementWords);
  const { number } = useFormat();
  return ({ base, weights }) => {
    const term = (name: AnswerName) =>
      weights[name] === 1 ? w[name] : w.times({ weight: number(weights[name]), what: w[name] });
    const terms = answers.filter((name) => weights[name] > 0).map(term);
    return w.formulaOf({ answers: terms.join(' + '), base: w[base] });
  };
}
