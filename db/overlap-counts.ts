// How many followers two creators of a brief share, as they measured it together: counts and nothing
// about whom. Measuring itself is elsewhere; here is what the plan reads.
import { eq } from 'drizzle-orm';
import type { Executor } from './open.ts';
import { overlapCount } from './schema-roster.ts';

export type OverlapCountRow = typeof overlapCount.$inferSelect;

export async function overlapCountsOf(db: Executor, briefId: string): Promise<OverlapCountRow[]> {
  return db.select().from(overlapCount).where(eq(overlapCount.briefId, briefId));
}
