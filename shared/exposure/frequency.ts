// How often should one person hear it? Ostrow's way to choose the target frequency: start at three, add
// or take a tenth or two for each circumstance, round up. Each step stays visible, and can be argued.
import { type Found, impossible } from './input.ts';

/**
 * What moves it, with its two ends: `fewer` hearings are enough | `more` are needed.
 * market: a known brand | a new one; a large share | a small one; loyal buyers | others; bought rarely
 * | often. message: simple | complex; like no other | like many; a campaign that goes on | a new one;
 * tires quickly | keeps. media: little beside it | much clutter; read with attention | in passing; all
 * the time | in bursts; few media | many.
 */
export const frequencyFactors = [
  { id: 'brand', group: 'market' },
  { id: 'share', group: 'market' },
  { id: 'loyalty', group: 'market' },
  { id: 'cycle', group: 'market' },
  { id: 'complexity', group: 'message' },
  { id: 'uniqueness', group: 'message' },
  { id: 'campaign', group: 'message' },
  { id: 'wear', group: 'message' },
  { id: 'clutter', group: 'media' },
  { id: 'attention', group: 'media' },
  { id: 'continuity', group: 'media' },
  { id: 'media', group: 'media' },
] as const;
export type FrequencyFactor = (typeof frequencyFactors)[number]['id'];

/** In tenths of a hearing: −2, −1 towards fewer, 1, 2 towards more. */
export const frequencySteps = [-2, -1, 0, 1, 2] as const;
export type FrequencyStep = (typeof frequencySteps)[number];
export type FrequencyChoices = Partial<Record<FrequencyFactor, FrequencyStep>>;

/** Where it starts, and what it never leaves. */
export const frequencyStart = 3;
export const frequencyLimits = { least: 1, most: 10 } as const;

export interface TargetFrequency {
  /** The whole number to plan for. */
  k: number;
  /** Before rounding up and the limits. */
  exact: number;
  /** Every factor in order, with what it added (in hearings) and the sum so far. */
  steps: { factor: FrequencyFactor; added: number; soFar: number }[];
}

/** Source: Ostrow 1982. Refused: a step that is none of the five. */
export function targetFrequency(choices: FrequencyChoices): Found<TargetFrequency> {
  // Tenths are added as whole numbers: three and a tenth must not round up for 0.1 + 0.2.
  let tenths = frequencyStart * 10;
  const steps: TargetFrequency['steps'] = [];
  for (const { id } of frequencyFactors) {
    const step = choices[id] ?? 0;
    if (!frequencySteps.includes(step)) return impossible(id, 'not-in-order', step);
    tenths += step;
    steps.push({ factor: id, added: step / 10, soFar: tenths / 10 });
  }
  const { least, most } = frequencyLimits;
  const k = Math.min(most, Math.max(least, Math.ceil(tenths / 10)));
  return { ok: true, k, exact: tenths / 10, steps };
}
