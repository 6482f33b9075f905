// All posts of a brief at once, as the grid reads and changes them: a query a kind of row and never one
// a draft. Whose eyes they are for is the caller's question.
import { and, asc, eq, inArray, ne } from 'drizzle-orm';
import type { Decided } from '#shared/clock.ts';
import type { Days } from '#shared/days.ts';
import type { DraftRow } from './drafts.ts';
import type { Executor, Tx } from './open.ts';
import { briefCreator } from './schema/campaign.ts';
import { decision, draft } from './schema/drafts.ts';

/** Those of these ids that are drafts of the brief. */
export async function draftsAmong(
  db: Executor,
  { briefId, ids }: { briefId: string; ids: string[] },
): Promise<DraftRow[]> {
  return db
    .select()
    .from(draft)
    .where(and(eq(draft.briefId, briefId), inArray(draft.id, ids)));
}

/** Who was asked to the brief and is not in it: not yet, or not any more. */
export async function creatorsNotIn(db: Executor, briefId: string): Promise<Set<string>> {
  const rows = await db
    .select({ userId: briefCreator.userId })
    .from(briefCreator)
    .where(and(eq(briefCreator.briefId, briefId), ne(briefCreator.state, 'in')));
  return new Set(rows.map(({ userId }) => userId));
}

/** Of every draft of the brief, or of these alone, what was decided; the oldest first. */
export async function decisionsByDraft(
  db: Executor,
  { briefId, ids }: { briefId: string; ids?: string[] },
): Promise<Map<string, Decided[]>> {
  const { draftId, event, at, approvalId, body } = decision;
  const rows = await db
    .select({ draftId, event, at, approvalId, body })
    .from(decision)
    .innerJoin(draft, eq(draft.id, decision.draftId))
    .where(ids ? inArray(draft.id, ids) : and(eq(draft.briefId, briefId), ne(draft.round, 0)))
    .orderBy(asc(decision.at), asc(decision.id));
  const byDraft = new Map<string, Decided[]>();
  for (const { draftId: id, ...row } of rows) {
    const own = byDraft.get(id);
    if (own) own.push(row);
    else byDraft.set(id, [row]);
  }
  return byDraft;
}

/** Gives these drafts days of their own; nulls are the deliverable's. */
export async function setDays(tx: Tx, ids: string[], days: Days): Promise<void> {
  await tx.update(draft).set(days).where(inArray(draft.id, ids));
}

export async function setNudged(tx: Tx, placeIds: string[], at: Date): Promise<void> {
  await tx.update(briefCreator).set({ nudgedAt: at }).where(inArray(briefCreator.id, placeIds));
}

/** The posts a creator makes, as a list; who makes all of the brief has none. */
export async function setPosts(tx: Tx, placeId: string, posts: string[]): Promise<void> {
  await tx.update(briefCreator).set({ posts }).where(eq(briefCreator.id, placeId));
}
