// What the brand's side reads of clearance on a post. A creator is given none of it.
import { briefPeople } from '#db/briefs.ts';
import type { DecisionRow } from '#db/decisions.ts';
import type { Executor } from '#db/open.ts';
import { type Clearance, isBrandOnly } from '#shared/approval.ts';
import type { Side } from '#shared/roles.ts';
import type { DraftCase } from '../drafts.ts';

export interface ClearanceView {
  state: Exclude<Clearance, 'not-needed'>;
  /** Whose word it is, and when; null while it waits. */
  by: { name: string; at: number } | null;
  /** Why it was not cleared. */
  reason: string;
  reviewers: string[];
}

export async function clearanceView(
  db: Executor,
  { side, state, brief, sent, decisions }: DraftCase,
): Promise<ClearanceView | null> {
  const { clearance } = state;
  if (side === 'creator' || clearance === 'not-needed' || !sent) return null;
  const word = decisions.findLast(
    ({ event, approvalId }) => isBrandOnly(event) && approvalId === sent.approvalId,
  );
  const people = await briefPeople(db, brief.id);
  return {
    state: clearance,
    by: word ? { name: word.userName, at: word.at.getTime() } : null,
    reason: (word?.body as { reason?: string } | null)?.reason ?? '',
    reviewers: people.filter(({ role }) => role === 'reviewer').map(({ name }) => name),
  };
}

export function heardBy(side: Side, decisions: DecisionRow[]): DecisionRow[] {
  return side === 'brand' ? decisions : decisions.filter(({ event }) => !isBrandOnly(event));
}
