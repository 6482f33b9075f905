// Users and their passwords. Addresses arrive folded (shared/account); a password arrives hashed.
import { and, eq, sql } from 'drizzle-orm';
import { isPlaceholder, placeholderEmail } from '#shared/account.ts';
import type { Actor } from '#shared/roles.ts';
import type { Locale } from '#shared/words/words.ts';
import type { Executor, Tx } from './open.ts';
import { prepared } from './prepared.ts';
import { account, user } from './schema/people.ts';

export type PersonRow = typeof user.$inferSelect;

export interface NewPerson {
  id: string;
  name: string;
  /** Folded; without one the person gets a placeholder under .invalid. */
  email?: string;
  emailVerified?: boolean;
  kind: Actor['kind'];
  locale: Locale;
  calendar?: Actor['calendar'];
  at: Date;
}

export async function createPerson(tx: Executor, person: NewPerson): Promise<void> {
  const { at, email, ...columns } = person;
  await tx.insert(user).values({
    ...columns,
    email: email ?? placeholderEmail(person.id),
    createdAt: at,
    updatedAt: at,
  });
}

const byId = prepared((db) =>
  db
    .select()
    .from(user)
    .where(eq(user.id, sql.placeholder('id')))
    .prepare(),
);

export async function personById(db: Executor, id: string): Promise<PersonRow | null> {
  const [row] = await byId(db).all({ id });
  return row ?? null;
}

/** @param email folded */
export async function personByEmail(db: Executor, email: string): Promise<PersonRow | null> {
  const [row] = await db.select().from(user).where(eq(user.email, email));
  return row ?? null;
}

export async function updatePerson(
  tx: Executor,
  id: string,
  change: Partial<Pick<PersonRow, 'name' | 'locale' | 'calendar' | 'email' | 'emailVerified'>> & {
    updatedAt: Date;
  },
): Promise<void> {
  await tx.update(user).set(change).where(eq(user.id, id));
}

const credential = 'credential';

/** The person's password hash, or null where none was ever set. */
export async function passwordOf(db: Executor, userId: string): Promise<string | null> {
  const [row] = await db
    .select({ password: account.password })
    .from(account)
    .where(and(eq(account.userId, userId), eq(account.providerId, credential)));
  return row?.password ?? null;
}

/** Sets or replaces the password. `id` names the row where there is none yet. */
export async function setPassword(
  tx: Tx,
  { id, userId, hash, at }: { id: string; userId: string; hash: string; at: Date },
): Promise<void> {
  const changed = await tx
    .update(account)
    .set({ password: hash, updatedAt: at })
    .where(and(eq(account.userId, userId), eq(account.providerId, credential)))
    .returning({ id: account.id });
  if (changed.length > 0) return;
  await tx.insert(account).values({
    id,
    userId,
    accountId: userId,
    providerId: credential,
    password: hash,
    createdAt: at,
    updatedAt: at,
  });
}

/**
 * Claimed: only the person can get in, by a password or by a confirmed address. No link that
 * somebody else can copy signs in to a claimed account.
 */
export async function isClaimed(db: Executor, person: PersonRow): Promise<boolean> {
  if (person.emailVerified && !isPlaceholder(person.email)) return true;
  return (await passwordOf(db, person.id)) !== null;
}

export async function countPeople(db: Executor): Promise<number> {
  const [row] = await db.select({ count: sql<number>`count(*)` }).from(user);
  return row?.count ?? 0;
}
