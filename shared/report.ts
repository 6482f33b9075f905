// What a brief came to, as figures that each say how many rows they rest on. Pure: facts in, figures
// out. It orders nobody, and what was not told is never taken for nothing.
import type { Status } from './approval.ts';
import type { Side } from './roles.ts';

export interface Asked {
  body: string;
  answer: 'done' | 'my-way' | 'rather-not' | null;
  note: string;
}

export interface FirstFigures {
  reach: number | null;
  likes: number | null;
  comments: number | null;
  saves: number | null;
}
export const figureKinds = ['reach', 'likes', 'comments', 'saves'] as const;

export interface PostFact {
  draftId: string;
  creator: string;
  ordinal: number;
  title: string;
  platform: string;
  format: string;
  status: Status;
  rounds: number;
  plannedAt: number | null;
  publishedAt: number | null;
  url: string | null;
  /** How long each side's answers took, together; null where none was due yet. */
  tookMs: Record<Side, number | null>;
  /** Characters of what was sent last: the creator's own, and all of them. */
  own: { own: number; all: number } | null;
  /** Talking points that the text carries. */
  points: string[];
  figures: FirstFigures | null;
  asked: Asked[];
  suggestions: { accepted: number; kept: number };
}

/** A figure and the number of posts it rests on; null where it rests on none. */
export interface Counted {
  value: number;
  n: number;
}

export function median(values: readonly number[]): Counted | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low = 0, high = 0] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return { value: (low + high) / 2, n: values.length };
}

export interface Summary {
  posts: number;
  sent: number;
  approved: number;
  live: number;
  rounds: Counted | null;
  tookMs: Record<Side, Counted | null>;
  /** Share of all characters that were sent. */
  own: Counted | null;
  /** By point: the share of sent posts that carry it. */
  points: Map<string, Counted>;
  figures: Record<keyof FirstFigures, Counted | null>;
  answers: Record<NonNullable<Asked['answer']>, number>;
  suggestions: PostFact['suggestions'];
}

export function summaryOf(facts: readonly PostFact[], pointIds: readonly string[]): Summary {
  const sent = facts.filter(({ rounds }) => rounds > 0);
  const asked = facts.flatMap((fact) => fact.asked);
  const answered = (answer: Asked['answer']) => asked.filter((one) => one.answer === answer).length;
  const medianOf = (of: (fact: PostFact) => number | null) =>
    median(sent.map(of).filter((value) => value !== null));
  const sum = (of: (fact: PostFact) => number) => facts.reduce((all, fact) => all + of(fact), 0);
  const carry = (id: string) => sent.filter(({ points }) => points.includes(id)).length;
  return {
    posts: facts.length,
    sent: sent.length,
    approved: facts.filter(({ status }) => isAgreed(status)).length,
    live: facts.filter(({ status }) => status === 'published').length,
    rounds: medianOf(({ rounds }) => rounds),
    tookMs: {
      brand: medianOf(({ tookMs }) => tookMs.brand),
      creator: medianOf(({ tookMs }) => tookMs.creator),
    },
    own: ownShare(sent),
    points: new Map(
      pointIds.flatMap((id) =>
        sent.length > 0 ? [[id, { value: carry(id) / sent.length, n: sent.length }] as const] : [],
      ),
    ),
    figures: {
      reach: medianOf(({ figures }) => figures?.reach ?? null),
      likes: medianOf(({ figures }) => figures?.likes ?? null),
      comments: medianOf(({ figures }) => figures?.comments ?? null),
      saves: medianOf(({ figures }) => figures?.saves ?? null),
    },
    answers: {
      done: answered('done'),
      'my-way': answered('my-way'),
      'rather-not': answered('rather-not'),
    },
    suggestions: {
      accepted: sum(({ suggestions }) => suggestions.accepted),
      kept: sum(({ suggestions }) => suggestions.kept),
    },
  };
}

const isAgreed = (status: Status) => status === 'approved-by-both' || status === 'published';

function ownShare(sent: readonly PostFact[]): Counted | null {
  const known = sent.flatMap(({ own }) => (own && own.all > 0 ? [own] : []));
  if (known.length === 0) return null;
  const [own, all] = [
    known.reduce((sum, one) => sum + one.own, 0),
    known.reduce((sum, one) => sum + one.all, 0),
  ];
  return { value: own / all, n: known.length };
}

/** What was decided, as far as it takes somebody's time. */
export interface Moment {
  event: string;
  at: number;
}

/**
 * The time in each side's hands: the brand's from a sending to its answer, the creator's from asked
 * changes to the next sending and from the brand's key to their own. Sending again before an answer
 * starts the brand's time anew.
 */
export function tookMs(moments: readonly Moment[]): PostFact['tookMs'] {
  const took: PostFact['tookMs'] = { brand: null, creator: null };
  let since: { side: Side; at: number } | null = null;
  const end = (side: Side, at: number) => {
    if (since?.side === side) took[side] = (took[side] ?? 0) + at - since.at;
  };
  for (const { event, at } of moments) {
    const side = answers[event];
    if (!side) continue;
    end(side, at);
    since = event === 'post-it' ? null : { side: side === 'brand' ? 'creator' : 'brand', at };
  }
  return took;
}

const answers: Partial<Record<string, Side>> = {
  send: 'creator',
  'post-it': 'creator',
  approve: 'brand',
  'ask-changes': 'brand',
};
