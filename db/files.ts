// Which draft holds which file. The bytes lie in storage under their hash; a row says who may see them.
import { and, eq, sql } from 'drizzle-orm';
import type { Executor } from './open.ts';
import { file } from './schema/drafts.ts';

export type FileRow = typeof file.$inferSelect;

/** Adds the file to its draft; the same file again keeps the first row and its name. */
export async function addFile(tx: Executor, row: FileRow): Promise<void> {
  await tx.insert(file).values(row).onConflictDoNothing();
}

/** Every draft's row for one file, oldest first. */
export async function filesByHash(db: Executor, hash: string): Promise<FileRow[]> {
  return db.select().from(file).where(eq(file.hash, hash)).orderBy(file.createdAt, file.id);
}

export async function fileOfDraft(
  db: Executor,
  { draftId, hash }: { draftId: string; hash: string },
): Promise<FileRow | null> {
  const [row] = await db
    .select()
    .from(file)
    .where(and(eq(file.draftId, draftId), eq(file.hash, hash)));
  return row ?? null;
}

export async function filesOfDraft(db: Executor, draftId: string): Promise<FileRow[]> {
  return db.select().from(file).where(eq(file.draftId, draftId)).orderBy(file.createdAt, file.id);
}

export async function countFiles(db: Executor, draftId: string): Promise<number> {
  const [row] = await db
    .select({ count: sql<number>`count(*)` })
    .from(file)
    .where(eq(file.draftId, draftId));
  return Number(row?.count ?? 0);
}
