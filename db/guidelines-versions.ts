// Published guidelines: frozen content with its hash. Rows are never changed (a trigger holds that).
import { and, desc, eq } from 'drizzle-orm';
import type { Executor, Tx } from './open.ts';
import { guidelinesVersion } from './schema/campaign.ts';
import { user } from './schema/people.ts';

export type VersionRow = typeof guidelinesVersion.$inferSelect;

export async function addVersion(tx: Tx, row: VersionRow): Promise<void> {
  await tx.insert(guidelinesVersion).values(row);
}

export async function latestVersion(db: Executor, briefId: string): Promise<VersionRow | null> {
  const [row] = await db
    .select()
    .from(guidelinesVersion)
    .where(eq(guidelinesVersion.briefId, briefId))
    .orderBy(desc(guidelinesVersion.n))
    .limit(1);
  return row ?? null;
}

export async function versionByNumber(
  db: Executor,
  briefId: string,
  n: number,
): Promise<VersionRow | null> {
  const [row] = await db
    .select()
    .from(guidelinesVersion)
    .where(and(eq(guidelinesVersion.briefId, briefId), eq(guidelinesVersion.n, n)));
  return row ?? null;
}

export type VersionEntry = Omit<VersionRow, 'content' | 'structure'> & { publisher: string | null };

/** Every version without its content, the newest first. */
export async function versionsOf(db: Executor, briefId: string): Promise<VersionEntry[]> {
  return db
    .select({
      id: guidelinesVersion.id,
      briefId: guidelinesVersion.briefId,
      n: guidelinesVersion.n,
      hash: guidelinesVersion.hash,
      change: guidelinesVersion.change,
      note: guidelinesVersion.note,
      publishedBy: guidelinesVersion.publishedBy,
      publishedAt: guidelinesVersion.publishedAt,
      publisher: user.name,
    })
    .from(guidelinesVersion)
    .leftJoin(user, eq(user.id, guidelinesVersion.publishedBy))
    .where(eq(guidelinesVersion.briefId, briefId))
    .orderBy(desc(guidelinesVersion.n));
}
