// Works plans out beside the page, so that no key waits for it.
import { advise } from '#shared/plan-advice.ts';
import { type Asked, exposureOfPlan } from '#shared/plan-forecast.ts';

/** Exposure is asked with every change; advice takes longer, and has a worker of its own. */
export type Question = { kind: 'exposure' | 'advice'; asked: Asked };

self.addEventListener('message', ({ data: { kind, asked } }: MessageEvent<Question>) => {
  const exposure = exposureOfPlan(asked);
  const isAdvice = kind === 'advice' && exposure.ok;
  self.postMessage(isAdvice ? advise(asked, exposure) : exposure);
});
