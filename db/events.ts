// What happened, in order. Written in the transaction of what it tells about.
import { asc, desc, eq, gt, inArray, max } from 'drizzle-orm';
import type { Executor, Tx } from './open.ts';
import { event } from './schema/telling.ts';

export type EventRow = typeof event.$inferSelect;
export type NewEvent = typeof event.$inferInsert;

export async function appendEvent(tx: Tx, row: NewEvent): Promise<EventRow> {
  const [written] = await tx.insert(event).values(row).returning();
  return written as EventRow;
}

export async function eventsAfter(db: Executor, seq: number, limit: number): Promise<EventRow[]> {
  return db.select().from(event).where(gt(event.seq, seq)).orderBy(asc(event.seq)).limit(limit);
}

export async function lastEventSeq(db: Executor): Promise<number> {
  const [row] = await db.select({ seq: max(event.seq) }).from(event);
  return row?.seq ?? 0;
}

/** The newest events of these briefs, newest first; the caller filters by audience. */
export async function eventsOfBriefs(
  db: Executor,
  briefIds: string[],
  limit: number,
): Promise<EventRow[]> {
  if (briefIds.length === 0) return [];
  return db
    .select()
    .from(event)
    .where(inArray(event.briefId, briefIds))
    .orderBy(desc(event.seq))
    .limit(limit);
}

export async function eventsOfDraft(db: Executor, draftId: string): Promise<EventRow[]> {
  return db.select().from(event).where(eq(event.draftId, draftId)).orderBy(asc(event.seq));
}
