// Addresses that wait for their owner's word. Kept in better-auth's verification table: its rows
// expire and are deleted by what uses them. Rows hold a hash of the secret that was mailed.
import { and, eq, gt } from 'drizzle-orm';
import type { Executor, Tx } from './open.ts';
import { verification } from './schema/people.ts';

export interface Confirmation {
  userId: string;
  /** Folded. */
  email: string;
}

const prefix = 'email:';

export async function createConfirmation(
  tx: Tx,
  row: Confirmation & { id: string; secretHash: string; at: Date; expiresAt: Date },
): Promise<void> {
  const { id, secretHash, userId, email, at, expiresAt } = row;
  await tx.insert(verification).values({
    id,
    identifier: prefix + secretHash,
    value: JSON.stringify({ userId, email } satisfies Confirmation),
    expiresAt,
    createdAt: at,
    updatedAt: at,
  });
}

export async function confirmationByHash(
  db: Executor,
  secretHash: string,
  at: Date,
): Promise<Confirmation | null> {
  const [row] = await db.select().from(verification).where(waiting(secretHash, at));
  return row ? (JSON.parse(row.value) as Confirmation) : null;
}

export async function consumeConfirmation(
  tx: Tx,
  secretHash: string,
  at: Date,
): Promise<Confirmation | null> {
  const [row] = await tx.delete(verification).where(waiting(secretHash, at)).returning();
  return row ? (JSON.parse(row.value) as Confirmation) : null;
}

function waiting(secretHash: string, at: Date) {
  return and(eq(verification.identifier, prefix + secretHash), gt(verification.expiresAt, at));
}
