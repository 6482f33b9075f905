// What the brand said about where a draft carries its talking points: its last word on each point.
// The marks themselves are in the document, which only the creator writes.
import { and, asc, eq } from 'drizzle-orm';
import type { Executor, Tx } from './open.ts';
import { user } from './schema/people.ts';
import { coverageJudgement } from './schema/talk.ts';

export type JudgementRow = typeof coverageJudgement.$inferSelect;

export async function judgementsOf(
  db: Executor,
  draftId: string,
): Promise<(JudgementRow & { userName: string })[]> {
  const rows = await db
    .select({ row: coverageJudgement, userName: user.name })
    .from(coverageJudgement)
    .innerJoin(user, eq(user.id, coverageJudgement.userId))
    .where(eq(coverageJudgement.draftId, draftId))
    .orderBy(asc(coverageJudgement.at));
  return rows.map(({ row, userName }) => ({ ...row, userName }));
}

/** Takes the place of what was said about this point before. */
export async function saveJudgement(tx: Tx, row: JudgementRow): Promise<void> {
  const { verdict, hash, anchor, userId, at } = row;
  await tx
    .insert(coverageJudgement)
    .values(row)
    .onConflictDoUpdate({
      target: [coverageJudgement.draftId, coverageJudgement.pointId],
      set: { verdict, hash, anchor, userId, at },
    });
}

/** Whether there was anything to take back. */
export async function removeJudgement(
  tx: Tx,
  { draftId, pointId }: { draftId: string; pointId: string },
): Promise<boolean> {
  const gone = await tx
    .delete(coverageJudgement)
    .where(and(eq(coverageJudgement.draftId, draftId), eq(coverageJudgement.pointId, pointId)))
    .returning({ pointId: coverageJudgement.pointId });
  return gone.length > 0;
}
