// Works plans out beside the page, so that no key waits for it.
import type { Asked } from '#shared/plan-forecast.ts';
import { exposureOfPlan } from '#shared/plan-forecast.ts';

export type Question = { n: number; kind: 'exposure'; asked: Asked };

self.addEventListener('message', ({ data }: MessageEvent<Question>) => {
  const { n, asked } = data;
  self.postMessage({ n, answer: exposureOfPlan(asked) });
});
