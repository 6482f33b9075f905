// The figures of a plan from the worker. While one question is being worked out only the newest of
// those behind it is kept; until the answer is there the figures before it stay on the page.
import { useEffect, useRef, useState } from 'react';
import type { Found } from '#shared/exposure/input.ts';
import type { PlanExposure } from '#shared/exposure/interval.ts';
import type { Asked } from '#shared/plan-forecast.ts';

export interface Forecast {
  asked: Asked;
  exposure: Found<PlanExposure>;
}

export function useForecast(asked: Asked | null, loaded: Forecast | null): Forecast | null {
  const [forecast, setForecast] = useState(loaded);
  const ask = useRef<((asked: Asked) => void) | null>(null);

  useEffect(() => {
    const worker = new Worker(new URL('./plan-worker.ts', import.meta.url), { type: 'module' });
    let working: Asked | null = null;
    let next: Asked | null = null;
    const start = () => {
      working = next;
      next = null;
      if (working) worker.postMessage({ n: 0, kind: 'exposure', asked: working });
    };
    worker.addEventListener(
      'message',
      ({ data }: MessageEvent<{ answer: Found<PlanExposure> }>) => {
        if (working) setForecast({ asked: working, exposure: data.answer });
        start();
      },
    );
    ask.current = (newest) => {
      next = newest;
      if (!working) start();
    };
    return () => {
      ask.current = null;
      worker.terminate();
    };
  }, []);

  const question = asked && JSON.stringify(asked);
  useEffect(() => {
    if (question) ask.current?.(JSON.parse(question) as Asked);
  }, [question]);
  return asked && forecast;
}
