// Idea first: a creator says what a post will be before the camera comes out, and the brand's lead
// says "Go for it" or asks one question. Pure: it knows the steps and whose move each leaves it to,
// never the words. Writing waits for none of them.
import type { Decider, Turn } from './approval.ts';
import { fail, ok, type Result } from './result.ts';

/** In graphemes, as people count. */
export const maxIdeaLength = 400;
export const maxIdeaQuestionLength = 400;

/** Filming is what costs a day when the idea was wrong; a photo is quickly taken again. */
export const isFilmed = (format: string): boolean => ['reel', 'video', 'short'].includes(format);

export type IdeaState = 'sent' | 'asked' | 'go';
export const ideaEvents = ['idea', 'idea-question', 'idea-go'] as const;
export type IdeaEvent = (typeof ideaEvents)[number];

const by: Record<IdeaEvent, Decider> = {
  idea: 'creator',
  'idea-question': 'lead',
  'idea-go': 'lead',
};
const leadsTo: Record<IdeaEvent, IdeaState> = {
  idea: 'sent',
  'idea-question': 'asked',
  'idea-go': 'go',
};

/**
 * The next state, or why not. The creator may send another wording until the lead says go; the lead
 * answers what was sent, once: a question is answered by sending again.
 */
export function ideaStep(
  from: { state: IdeaState | null; status: string },
  event: IdeaEvent,
  decider: Decider,
): Result<IdeaState> {
  if (by[event] !== decider) return fail('not-allowed');
  // Once the words are with the brand, they are what is talked about.
  if (from.status !== 'writing') return fail('not-now');
  const isOpen = event === 'idea' ? from.state !== 'go' : from.state === 'sent';
  return isOpen ? ok(leadsTo[event]) : fail('not-now');
}

/** Where a post stands before and up to its words, for every list and page. */
export const ideaStages = ['not-begun', 'with-brand', 'asked', 'go', 'writing'] as const;
export type IdeaStage = (typeof ideaStages)[number];

export interface IdeaFacts {
  /** Of the deliverable. */
  ideaFirst: boolean;
  /** Of the draft. */
  status: string;
  writingAt: Date | null;
  /** The row of the draft's idea, null where none was sent. */
  idea: { state: string; answeredAt: Date | null } | null;
}

/**
 * `writing` is everything else: no idea is asked for, or the words have begun and nobody waits for
 * an answer. An idea that lies with somebody is said whatever was written beside it.
 */
export function ideaStage({ ideaFirst, status, writingAt, idea }: IdeaFacts): IdeaStage {
  if (status !== 'writing') return 'writing';
  switch (idea?.state) {
    case 'sent':
      return 'with-brand';
    case 'asked':
      return 'asked';
    case 'go':
      return writingAt && writingAt > (idea.answeredAt ?? writingAt) ? 'writing' : 'go';
    default:
      return ideaFirst && writingAt === null ? 'not-begun' : 'writing';
  }
}

/** Whose move it is where `turn` (approval.ts) knows only the words. */
export function turnAt(stage: IdeaStage, turn: Turn): Turn {
  return stage === 'with-brand' ? 'brand' : turn;
}

/** The words can go out before the lead has said go; the page says so, kindly. */
export function isIdeaOpen({ ideaFirst, status, idea }: Omit<IdeaFacts, 'writingAt'>): boolean {
  return status === 'writing' && (idea ? idea.state !== 'go' : ideaFirst);
}
