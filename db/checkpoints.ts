// The versions of a draft that were kept in between: by themselves when it grew quiet, or by name.
// Their content never changes; a name can be given, and unnamed ones are thinned out.
import { and, asc, eq, gt, inArray, isNull, lte, or, sql } from 'drizzle-orm';
import type { AuthoredRange } from '#shared/authorship.ts';
import type { NormalForm } from '#shared/content-id.ts';
import type { Executor, Tx } from './open.ts';
import { document, documentUpdate } from './schema/documents.ts';
import { draft, draftCheckpoint } from './schema/drafts.ts';

export type CheckpointRow = Omit<typeof draftCheckpoint.$inferSelect, 'parts'> & {
  parts: NormalForm;
  authorship: AuthoredRange[];
};

/** The oldest first. */
export async function checkpointsOf(db: Executor, draftId: string): Promise<CheckpointRow[]> {
  const rows = await db
    .select()
    .from(draftCheckpoint)
    .where(eq(draftCheckpoint.draftId, draftId))
    .orderBy(asc(draftCheckpoint.seq), asc(draftCheckpoint.at));
  return rows as CheckpointRow[];
}

export async function createCheckpoint(tx: Tx, row: CheckpointRow): Promise<void> {
  await tx.insert(draftCheckpoint).values(row);
}

/** A name, and the open door it was given behind: what may be read now may be read later. */
export async function nameCheckpoint(
  tx: Tx,
  { id, name, open }: { id: string; name: string; open: boolean },
): Promise<void> {
  await tx
    .update(draftCheckpoint)
    .set(open ? { name, open } : { name })
    .where(eq(draftCheckpoint.id, id));
}

export async function dropCheckpoints(tx: Tx, ids: string[]): Promise<void> {
  if (ids.length > 0) await tx.delete(draftCheckpoint).where(inArray(draftCheckpoint.id, ids));
}

/** How far the log was looked through; the next look begins after it. */
export async function noteKept(tx: Tx, draftId: string, seq: number): Promise<void> {
  await tx
    .update(draft)
    .set({ keptSeq: sql`max(${draft.keptSeq}, ${seq})` })
    .where(eq(draft.id, draftId));
}

/** Drafts that were written in since the last look, and not since `before`. */
export async function quietDrafts(
  db: Executor,
  { before, limit }: { before: Date; limit: number },
): Promise<string[]> {
  const rows = await db
    .select({ id: draft.id })
    .from(draft)
    .innerJoin(document, eq(document.name, sql`'draft:' || ${draft.id}`))
    .leftJoin(
      documentUpdate,
      and(eq(documentUpdate.document, document.name), eq(documentUpdate.seq, document.lastSeq)),
    )
    .where(
      and(
        gt(document.lastSeq, draft.keptSeq),
        // An update that history let go of is older than any quiet time.
        or(isNull(documentUpdate.at), lte(documentUpdate.at, before)),
      ),
    )
    .orderBy(asc(draft.id))
    .limit(limit);
  return rows.map(({ id }) => id);
}
