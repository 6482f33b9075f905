// What a brand and a creator agreed for one post, readable to both for as long as there is the post:
// the guidelines' version, the deal as it stood then, every request with its answer, and how it ended.
import { agreementsOf, creatorPlace, dealOf } from '#db/creators.ts';
import { changeRequestsOf, type DecisionRow } from '#db/decisions.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { type Actor, can } from '#shared/roles.ts';
import { type DraftCase, letGoOf, openCase } from '../drafts.ts';
import type { Services } from '../services.ts';
import type { RequestView } from './drafts.ts';

type Deal = ReturnType<typeof dealOf>;

export interface AgreedView {
  /** The newest guidelines the creator agreed to; null before. */
  version: number | null;
  at: number | null;
  /** Null for whoever may not read it. */
  deal: Deal | null;
  /** Kept with the agreement, and not only as it stands today. */
  isFrozen: boolean;
  rounds: { at: number; requests: RequestView[] }[];
  ended: {
    event: 'withdraw' | 'release';
    name: string;
    at: number;
    reason: string;
    owed: string;
  } | null;
}

export async function agreedFor(
  s: Services,
  actor: Actor,
  { draftId }: { draftId: string },
): Promise<Result<AgreedView>> {
  const opened = await openCase(s.db, actor, draftId);
  if (!opened.ok) return opened;
  const found = opened.value;
  if (!can('draft.read', found.standing)) return fail('not-found');
  const mayReadDeal = can('deal.read', found.standing);
  const { draft } = found;
  const place = await creatorPlace(s.db, { briefId: draft.briefId, userId: draft.creatorId });
  const agreement = place && (await agreementsOf(s.db, place.id)).at(-1);
  const frozen = (agreement?.deal ?? null) as Deal | null;
  return ok({
    version: agreement?.version ?? null,
    at: agreement?.at.getTime() ?? null,
    deal: mayReadDeal && place ? (frozen ?? dealOf(place)) : null,
    isFrozen: frozen !== null,
    rounds: await roundsOf(s, found),
    ended: endOf(found.decisions, mayReadDeal),
  });
}

async function roundsOf(s: Services, { draft, decisions }: DraftCase) {
  const rows = await changeRequestsOf(s.db, draft.id);
  return decisions
    .filter(({ event }) => event === 'ask-changes')
    .map((asked) => ({
      at: asked.at.getTime(),
      requests: rows
        .filter(({ decisionId }) => decisionId === asked.id)
        .map(({ id, ordinal, body, target, answer, answerNote }) => ({
          id,
          ordinal,
          body,
          target,
          answer,
          note: answerNote,
          letGo: letGoOf(decisions, id)?.userName ?? null,
          passage: null,
        })),
    }));
}

function endOf(decisions: DecisionRow[], mayReadDeal: boolean): AgreedView['ended'] {
  const last = decisions.findLast(({ event }) => event === 'withdraw' || event === 'release');
  if (!last) return null;
  const { reason = '', owed = '' } = (last.body ?? {}) as { reason?: string; owed?: string };
  return {
    event: last.event as 'withdraw' | 'release',
    name: last.userName,
    at: last.at.getTime(),
    reason,
    owed: mayReadDeal ? owed : '',
  };
}
