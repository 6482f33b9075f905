// What no model of exposure takes: numbers that cannot be. Every model asks here first and answers with
// the field and the reason, so that no figure on screen is ever made of nonsense.

export type Reason =
  | 'not-a-number'
  | 'negative'
  | 'zero'
  | 'not-whole'
  | 'above-one'
  | 'too-many'
  | 'not-in-order'
  | 'lengths-differ'
  | 'audience-above-population'
  | 'reach-above-followers'
  | 'common-above-audience'
  | 'niche-above-population'
  | 'niche-below-audience'
  | 'reach-above-impressions'
  | 'reach-above-population'
  | 'no-fit'
  | 'twice';

/** A `Problem` of the house with a reason; `field` is a path such as `creators.2.reachPerPost`. */
export interface Impossible {
  code: 'bad-input';
  field: string;
  params: { reason: Reason; value: number };
}

export type Failed = { ok: false; error: Impossible };
/** What a model answers: its figures beside `ok: true`, or why there are none. */
export type Found<T> = ({ ok: true } & T) | Failed;

export function impossible(field: string, reason: Reason, value: number): Failed {
  return { ok: false, error: { code: 'bad-input', field, params: { reason, value } } };
}

export type Rule = (value: number) => Reason | null;

export const isAmount: Rule = (value) => {
  if (!Number.isFinite(value)) return 'not-a-number';
  return value < 0 ? 'negative' : null;
};
export const isPositive: Rule = (value) => isAmount(value) ?? (value === 0 ? 'zero' : null);
export const isShare: Rule = (value) => isAmount(value) ?? (value > 1 ? 'above-one' : null);
/** More posts than anybody plans are a slip of the finger and would only cost time. */
export const mostPosts = 100_000;
export const isCount: Rule = (value) => {
  const reason = isAmount(value) ?? (Number.isInteger(value) ? null : 'not-whole');
  return reason ?? (value > mostPosts ? 'too-many' : null);
};

export type Asked = [field: string, value: number, rule: Rule];

/** The first of the numbers that cannot be, or null. */
export function firstImpossible(asked: Iterable<Asked>): Failed | null {
  for (const [field, value, rule] of asked) {
    const reason = rule(value);
    if (reason) return impossible(field, reason, value);
  }
  return null;
}
