// Signed-in devices. better-auth reads and writes the same table; here is what it has no word for.
import { and, desc, eq, gt, ne } from 'drizzle-orm';
import type { Executor, Tx } from './open.ts';
import { session } from './schema/people.ts';

export type SessionRow = typeof session.$inferSelect;
/** How a device got in; a proof names it beside each decision. */
export type SessionMethod =
  | 'password'
  | 'invitation'
  | 're-invitation'
  | 'sign-in link'
  | 'letter'
  | 'code'
  | 'set-up'
  | 'demo';

export async function createSession(
  tx: Executor,
  row: Omit<SessionRow, 'method' | 'updatedAt'> & { method: SessionMethod },
): Promise<void> {
  await tx.insert(session).values({ ...row, updatedAt: row.createdAt });
}

export async function sessionById(db: Executor, id: string): Promise<SessionRow | null> {
  const [row] = await db.select().from(session).where(eq(session.id, id));
  return row ?? null;
}

/** Devices that are signed in now, the one used last first. */
export async function sessionsOf(db: Executor, userId: string, now: Date): Promise<SessionRow[]> {
  return db
    .select()
    .from(session)
    .where(and(eq(session.userId, userId), gt(session.expiresAt, now)))
    .orderBy(desc(session.updatedAt), session.id);
}

/** Says that the device was here and lets its sign-in last that much longer. */
export async function touchSession(
  db: Executor,
  id: string,
  { at, expiresAt }: { at: Date; expiresAt: Date },
): Promise<void> {
  await db.update(session).set({ updatedAt: at, expiresAt }).where(eq(session.id, id));
}

/** Ends one sign-in of this person; false where it was not theirs or already over. */
export async function endSession(tx: Executor, userId: string, id: string): Promise<boolean> {
  const ended = await tx
    .delete(session)
    .where(and(eq(session.id, id), eq(session.userId, userId)))
    .returning({ id: session.id });
  return ended.length > 0;
}

/** Ends every other sign-in of this person and names those that ended. */
export async function endOtherSessions(tx: Tx, userId: string, keep: string): Promise<string[]> {
  const ended = await tx
    .delete(session)
    .where(and(eq(session.userId, userId), ne(session.id, keep)))
    .returning({ id: session.id });
  return ended.map((row) => row.id);
}
