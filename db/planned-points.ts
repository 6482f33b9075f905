// The talking points that the plan gave to posts, written when posts were made from it.
import { eq } from 'drizzle-orm';
import type { Executor, Tx } from './open.ts';
import { plannedPoints } from './schema/roster.ts';

export type PlannedPointsRow = typeof plannedPoints.$inferSelect;

export async function plannedPointsOf(db: Executor, briefId: string): Promise<PlannedPointsRow[]> {
  return db.select().from(plannedPoints).where(eq(plannedPoints.briefId, briefId));
}

export async function setPlannedPoints(tx: Tx, row: PlannedPointsRow): Promise<void> {
  const { briefId, userId, deliverableId } = plannedPoints;
  await tx
    .insert(plannedPoints)
    .values(row)
    .onConflictDoUpdate({
      target: [briefId, userId, deliverableId],
      set: { points: row.points },
    });
}
