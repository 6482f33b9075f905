// Followers that creators of a brief share: the round in which they compare, what each sent while it
// is open, and the counts that stay.
import { and, asc, eq, isNull, lt, or } from 'drizzle-orm';
import type { Executor, Tx } from './open.ts';
import { overlapCount, overlapHashes, overlapRound } from './schema/roster.ts';

export type RoundRow = typeof overlapRound.$inferSelect;
export type OverlapRow = typeof overlapCount.$inferSelect;
type HashesRow = typeof overlapHashes.$inferSelect;

export async function openRound(db: Executor, briefId: string): Promise<RoundRow | null> {
  const [row] = await db
    .select()
    .from(overlapRound)
    .where(and(eq(overlapRound.briefId, briefId), isNull(overlapRound.closedAt)));
  return row ?? null;
}

export async function addRound(tx: Tx, row: RoundRow): Promise<void> {
  await tx.insert(overlapRound).values(row);
}

/** Ends a round: the hashes and the salt they were made with are forgotten, the counts stay. */
export async function closeRound(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.delete(overlapHashes).where(eq(overlapHashes.roundId, id));
  await tx.update(overlapRound).set({ closedAt: at, salt: '' }).where(eq(overlapRound.id, id));
}

/** Rounds nobody closed. */
export async function openedBefore(db: Executor, moment: Date): Promise<RoundRow[]> {
  return db
    .select()
    .from(overlapRound)
    .where(and(isNull(overlapRound.closedAt), lt(overlapRound.openedAt, moment)));
}

export async function hashesOf(db: Executor, roundId: string): Promise<HashesRow[]> {
  return db.select().from(overlapHashes).where(eq(overlapHashes.roundId, roundId));
}

/** Who sent theirs, and when, without what they sent. */
export async function sendersOf(
  db: Executor,
  roundId: string,
): Promise<{ userId: string; at: Date }[]> {
  const { userId, at } = overlapHashes;
  return db.select({ userId, at }).from(overlapHashes).where(eq(overlapHashes.roundId, roundId));
}

export async function saveHashes(tx: Tx, row: HashesRow): Promise<void> {
  await tx
    .insert(overlapHashes)
    .values(row)
    .onConflictDoUpdate({
      target: [overlapHashes.roundId, overlapHashes.userId],
      set: { hashes: row.hashes, at: row.at },
    });
}

export async function saveCount(tx: Tx, row: OverlapRow): Promise<void> {
  const { followersA, followersB, common, at } = row;
  await tx
    .insert(overlapCount)
    .values(row)
    .onConflictDoUpdate({
      target: [overlapCount.briefId, overlapCount.aUserId, overlapCount.bUserId],
      set: { followersA, followersB, common, at },
    });
}

export async function overlapsOf(db: Executor, briefId: string): Promise<OverlapRow[]> {
  return db
    .select()
    .from(overlapCount)
    .where(eq(overlapCount.briefId, briefId))
    .orderBy(asc(overlapCount.aUserId), asc(overlapCount.bUserId));
}

/** Takes back all that one creator gave to this brief's comparison: hashes, and every count with them. */
export async function forgetFollowers(
  tx: Tx,
  { briefId, roundId, userId }: { briefId: string; roundId: string | null; userId: string },
): Promise<void> {
  if (roundId) {
    await tx
      .delete(overlapHashes)
      .where(and(eq(overlapHashes.roundId, roundId), eq(overlapHashes.userId, userId)));
  }
  const isTheirs = or(eq(overlapCount.aUserId, userId), eq(overlapCount.bUserId, userId));
  await tx.delete(overlapCount).where(and(eq(overlapCount.briefId, briefId), isTheirs));
}
