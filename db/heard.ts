// Published posts with what is known of how they were heard: told by their creator, and confirmed by
// the creator's own file.
import { and, asc, eq, min } from 'drizzle-orm';
import type { PublishedPost } from '#shared/heard.ts';
import type { CountName } from '#shared/imports/post.ts';
import type { Platform } from '#shared/platforms.ts';
import type { Executor, Tx } from './open.ts';
import { deliverable } from './schema/campaign.ts';
import { decision, draft, livePost } from './schema/drafts.ts';
import { confirmedFigures } from './schema/roster.ts';

export type ConfirmedRow = typeof confirmedFigures.$inferSelect;

export interface OutRow extends PublishedPost {
  draftId: string;
  briefId: string;
  userId: string;
  /** Reach as the creator told it. */
  told: number | null;
  confirmed: ConfirmedRow | null;
}

/** The published posts of a brief, or of a creator. */
export async function postsOut(
  db: Executor,
  of: { briefId: string } | { userId: string },
): Promise<OutRow[]> {
  const isOf = 'briefId' in of ? eq(draft.briefId, of.briefId) : eq(draft.creatorId, of.userId);
  const rows = await db
    .select({
      draft,
      live: livePost,
      confirmed: confirmedFigures,
      platform: deliverable.platform,
      at: min(decision.at),
    })
    .from(draft)
    .innerJoin(deliverable, eq(deliverable.id, draft.deliverableId))
    .innerJoin(decision, and(eq(decision.draftId, draft.id), eq(decision.event, 'publish')))
    .leftJoin(livePost, eq(livePost.draftId, draft.id))
    .leftJoin(confirmedFigures, eq(confirmedFigures.draftId, draft.id))
    .where(and(isOf, eq(draft.status, 'published')))
    .groupBy(draft.id)
    .orderBy(asc(min(decision.at)), asc(draft.id));
  return rows.map(({ draft: row, live, confirmed, platform, at }) => ({
    draftId: row.id,
    briefId: row.briefId,
    userId: row.creatorId,
    platform: platform as Platform,
    url: row.publishedUrl ?? '',
    caption: live?.caption ?? '',
    publishedAt: at ?? row.updatedAt,
    told: live?.reach ?? null,
    confirmed,
  }));
}

export async function confirmedOf(db: Executor, draftId: string): Promise<ConfirmedRow | null> {
  const [row] = await db
    .select()
    .from(confirmedFigures)
    .where(eq(confirmedFigures.draftId, draftId));
  return row ?? null;
}

export async function confirmFigures(
  tx: Tx,
  row: Pick<ConfirmedRow, 'draftId' | 'importedPostId' | 'at' | CountName>,
): Promise<void> {
  const { draftId: _, ...set } = row;
  await tx
    .insert(confirmedFigures)
    .values(row)
    .onConflictDoUpdate({ target: confirmedFigures.draftId, set });
}
