// What was decided about a draft, who and when: rows that are only ever added. With them the
// requests a decision made, and the proofs that were signed.
import { and, asc, eq } from 'drizzle-orm';
import type { TextAnchor } from '#shared/anchors.ts';
import type { ChangeTarget } from '#shared/approval.ts';
import type { Executor, Tx } from './open.ts';
import { changeRequest, decision, proof } from './schema/drafts.ts';
import { link, user } from './schema/people.ts';

export type DecisionRow = typeof decision.$inferSelect;
export type NewDecision = typeof decision.$inferInsert;
export type ChangeRequestRow = Omit<typeof changeRequest.$inferSelect, 'target'> & {
  target: ChangeTarget;
};
export type ChangeAnswer = NonNullable<ChangeRequestRow['answer']>;
export type ProofRow = typeof proof.$inferSelect;

export async function appendDecision(tx: Tx, row: NewDecision): Promise<void> {
  await tx.insert(decision).values(row);
}

/** The oldest first. */
export async function decisionsOfDraft(db: Executor, draftId: string): Promise<DecisionRow[]> {
  return db
    .select()
    .from(decision)
    .where(eq(decision.draftId, draftId))
    .orderBy(asc(decision.at), asc(decision.id));
}

export async function addChangeRequests(
  tx: Tx,
  rows: Pick<ChangeRequestRow, 'id' | 'draftId' | 'decisionId' | 'ordinal' | 'body' | 'target'>[],
): Promise<void> {
  await tx.insert(changeRequest).values(rows);
}

/** Every request ever made of this draft, in the order of asking. */
export async function changeRequestsOf(db: Executor, draftId: string): Promise<ChangeRequestRow[]> {
  const rows = await db
    .select({ request: changeRequest })
    .from(changeRequest)
    .innerJoin(decision, eq(decision.id, changeRequest.decisionId))
    .where(eq(changeRequest.draftId, draftId))
    .orderBy(asc(decision.at), asc(changeRequest.ordinal));
  return rows.map(({ request }) => request as ChangeRequestRow);
}

export async function changeRequestById(
  db: Executor,
  id: string,
): Promise<ChangeRequestRow | null> {
  const [row] = await db.select().from(changeRequest).where(eq(changeRequest.id, id));
  return (row as ChangeRequestRow | undefined) ?? null;
}

export interface Answered {
  id: string;
  answer: ChangeAnswer;
  note: string;
  /** What the answer points at in the text. */
  passage: TextAnchor | null;
  at: Date;
}

/** The creator may think again until the draft is sent: the last answer stands. */
export async function answerChangeRequest(
  tx: Tx,
  { id, answer, note, passage, at }: Answered,
): Promise<void> {
  await tx
    .update(changeRequest)
    .set({ answer, answerNote: note, answerAnchor: passage, answeredAt: at })
    .where(eq(changeRequest.id, id));
}

export async function storeProof(tx: Tx, row: ProofRow): Promise<void> {
  await tx.insert(proof).values(row).onConflictDoNothing();
}

export async function proofOfVersion(db: Executor, versionId: string): Promise<ProofRow | null> {
  const [row] = await db.select().from(proof).where(eq(proof.versionId, versionId));
  return row ?? null;
}

/** When the brand made this creator a new way in, and who did: a proof names them. */
export async function reinvitationsOf(
  db: Executor,
  { briefId, userId }: { briefId: string; userId: string },
): Promise<{ at: Date; by: { id: string; name: string } }[]> {
  return db
    .select({ at: link.createdAt, by: { id: user.id, name: user.name } })
    .from(link)
    .innerJoin(user, eq(user.id, link.createdBy))
    .where(
      and(eq(link.briefId, briefId), eq(link.userId, userId), eq(link.purpose, 'reinvite-creator')),
    )
    .orderBy(asc(link.createdAt));
}
