// Personal access tokens: for programs that act as a person. Rows hold a SHA-256, never a token.
import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import type { Executor } from './open.ts';
import type { PersonRow } from './people.ts';
import { prepared } from './prepared.ts';
import { accessToken, user } from './schema/people.ts';

export type TokenRow = typeof accessToken.$inferSelect;

export async function createToken(
  tx: Executor,
  row: Omit<TokenRow, 'lastUsedAt' | 'revokedAt'>,
): Promise<void> {
  await tx.insert(accessToken).values(row);
}

const byHash = prepared((db) =>
  db
    .select({ token: accessToken, person: user })
    .from(accessToken)
    .innerJoin(user, eq(user.id, accessToken.userId))
    .where(
      and(eq(accessToken.secretHash, sql.placeholder('secretHash')), isNull(accessToken.revokedAt)),
    )
    .prepare(),
);

/** A token that still works, by its hash, and whose it is. */
export async function tokenByHash(
  db: Executor,
  secretHash: string,
): Promise<{ token: TokenRow; person: PersonRow } | null> {
  const [row] = await byHash(db).all({ secretHash });
  return row ?? null;
}

export async function tokensOf(db: Executor, userId: string): Promise<TokenRow[]> {
  return db
    .select()
    .from(accessToken)
    .where(and(eq(accessToken.userId, userId), isNull(accessToken.revokedAt)))
    .orderBy(desc(accessToken.createdAt), accessToken.id);
}

export async function noteTokenUse(db: Executor, id: string, at: Date): Promise<void> {
  await db.update(accessToken).set({ lastUsedAt: at }).where(eq(accessToken.id, id));
}

/** False where it was not this person's or already revoked. */
export async function revokeToken(
  tx: Executor,
  { id, userId }: { id: string; userId: string },
  at: Date,
): Promise<boolean> {
  const revoked = await tx
    .update(accessToken)
    .set({ revokedAt: at })
    .where(
      and(eq(accessToken.id, id), eq(accessToken.userId, userId), isNull(accessToken.revokedAt)),
    )
    .returning({ id: accessToken.id });
  return revoked.length > 0;
}
