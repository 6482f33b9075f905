// Calendars to subscribe to: one secret address a person, of which only the SHA-256 is kept.
import { eq } from 'drizzle-orm';
import type { Executor, Tx } from './open.ts';
import { feed } from './schema/outside.ts';

export type FeedRow = typeof feed.$inferSelect;

export async function feedOf(db: Executor, userId: string): Promise<FeedRow | null> {
  const [row] = await db.select().from(feed).where(eq(feed.userId, userId));
  return row ?? null;
}

export async function feedByHash(db: Executor, secretHash: string): Promise<FeedRow | null> {
  const [row] = await db.select().from(feed).where(eq(feed.secretHash, secretHash));
  return row ?? null;
}

/** A new address ends the one before it. */
export async function setFeed(tx: Tx, row: FeedRow): Promise<void> {
  const { secretHash, createdAt } = row;
  await tx
    .insert(feed)
    .values(row)
    .onConflictDoUpdate({ target: feed.userId, set: { secretHash, createdAt } });
}

export async function removeFeed(tx: Tx, userId: string): Promise<void> {
  await tx.delete(feed).where(eq(feed.userId, userId));
}
