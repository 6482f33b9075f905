// The figures of a plan from a worker. While one question is being worked out only the newest of those
// behind it is kept; until the answer is there the one before it stays on the page.
import { useEffect, useRef, useState } from 'react';
import type { Found } from '#shared/exposure/input.ts';
import type { Advice } from '#shared/plan-advice.ts';
import type { Asked, PlanAnswer } from '#shared/plan-forecast.ts';
import type { Question } from './plan-worker.ts';

export interface Answered<Answer> {
  asked: Asked;
  answer: Answer;
}

export type Forecast = Answered<Found<PlanAnswer>>;

export const useForecast = (asked: Asked | null, loaded: Forecast | null): Forecast | null =>
  useAnswer<Found<PlanAnswer>>('exposure', asked, loaded);

/** Null where the figures contradict each other: the forecast says so. */
export function useAdvice(asked: Asked | null): Answered<Advice> | null {
  const found = useAnswer<Advice | Found<PlanAnswer>>('advice', asked, null);
  return found && 'plans' in found.answer ? { ...found, answer: found.answer } : null;
}

function useAnswer<Answer>(
  kind: Question['kind'],
  asked: Asked | null,
  loaded: Answered<Answer> | null,
): Answered<Answer> | null {
  const [found, setFound] = useState(loaded);
  const ask = useRef<((asked: Asked) => void) | null>(null);

  useEffect(() => {
    const worker = new Worker(new URL('./plan-worker.ts', import.meta.url), { type: 'module' });
    let working: Asked | null = null;
    let next: Asked | null = null;
    const start = () => {
      working = next;
      next = null;
      if (working) worker.postMessage({ kind, asked: working } satisfies Question);
    };
    worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
      if (working) setFound({ asked: working, answer: data });
      start();
    });
    ask.current = (newest) => {
      next = newest;
      if (!working) start();
    };
    return () => {
      ask.current = null;
      worker.terminate();
    };
  }, [kind]);

  const question = asked && JSON.stringify(asked);
  useEffect(() => {
    if (question) ask.current?.(JSON.parse(question) as Asked);
  }, [question]);
  return asked && found;
}
