// Somebody else in a creator's place, and what went over to them. The row of who was replaced stays as
// it was, with the name of who took over.
import { and, eq, inArray, isNotNull } from 'drizzle-orm';
import type { CreatorRow } from './creators.ts';
import type { DraftDays } from './drafts.ts';
import type { Executor, Tx } from './open.ts';
import { briefCreator } from './schema/campaign.ts';
import { draft } from './schema/drafts.ts';

export async function noteReplaced(tx: Tx, id: string, replacedBy: string): Promise<void> {
  await tx
    .update(briefCreator)
    .set({ state: 'removed', replacedBy })
    .where(eq(briefCreator.id, id));
}

/** The posts of a creator that went live: nobody takes those over. */
export async function livePosts(
  db: Executor,
  { briefId, userId }: Pick<CreatorRow, 'briefId' | 'userId'>,
): Promise<Set<string>> {
  const rows = await db
    .select({ id: draft.deliverableId })
    .from(draft)
    .where(
      and(eq(draft.briefId, briefId), eq(draft.creatorId, userId), eq(draft.status, 'published')),
    );
  return new Set(rows.map(({ id }) => id));
}

/**
 * The days that came with posts taken over, by deliverable: those of the nearest one before who had
 * a draft of it, however many took it over since. Of the drafts themselves nothing is read.
 */
export async function daysTakenOver(
  db: Executor,
  { briefId, userId }: Pick<CreatorRow, 'briefId' | 'userId'>,
): Promise<Map<string, DraftDays>> {
  const rows = await db
    .select({ userId: briefCreator.userId, replacedBy: briefCreator.replacedBy })
    .from(briefCreator)
    .where(and(eq(briefCreator.briefId, briefId), isNotNull(briefCreator.replacedBy)));
  const seen = new Set([userId]);
  const found = new Map<string, DraftDays>();
  for (let now = [userId]; now.length > 0; ) {
    const before = rows.filter(
      (row) => now.includes(row.replacedBy ?? '') && !seen.has(row.userId),
    );
    now = before.map((row) => row.userId);
    for (const id of now) seen.add(id);
    for (const { deliverableId, ...days } of await daysOf(db, briefId, now)) {
      if (!found.has(deliverableId)) found.set(deliverableId, days);
    }
  }
  return found;
}

async function daysOf(db: Executor, briefId: string, userIds: string[]) {
  if (userIds.length === 0) return [];
  return db
    .select({
      deliverableId: draft.deliverableId,
      draftDue: draft.draftDue,
      reviewDue: draft.reviewDue,
      publishDue: draft.publishDue,
    })
    .from(draft)
    .where(and(eq(draft.briefId, briefId), inArray(draft.creatorId, userIds)));
}
