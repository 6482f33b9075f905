// How often a creator is nudged: one rule, whether they owe an answer to the invitation or a post.

const hourMs = 3_600_000;

/** The same hour of the next day may nudge again. */
const nudgeEveryMs = 20 * hourMs;

export const nudgedLately = (nudgedAt: Date | null, now: Date): boolean =>
  nudgedAt !== null && now.getTime() - nudgedAt.getTime() < nudgeEveryMs;

/** Who was nudged after this moment was nudged lately. */
export const nudgedAfter = (now: Date): Date => new Date(now.getTime() - nudgeEveryMs);
