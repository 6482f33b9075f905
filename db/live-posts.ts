// Posts after they went live: the caption as it was pasted from the platform and the first figures,
// both as their creator gave them.
import { and, eq, isNotNull, isNull, notExists, or } from 'drizzle-orm';
import type { FigureName } from '#shared/figures.ts';
import type { Executor, Tx } from './open.ts';
import { brief } from './schema/campaign.ts';
import { decision, draft, livePost } from './schema/drafts.ts';
import { inbox } from './schema/telling.ts';
import { confirmedFigures, shownTo } from './schema/roster.ts';

export type LivePostRow = typeof livePost.$inferSelect;

export async function livePostOf(db: Executor, draftId: string): Promise<LivePostRow | null> {
  const [row] = await db.select().from(livePost).where(eq(livePost.draftId, draftId));
  return row ?? null;
}

type LiveCaption = { caption: string; captionAt: Date };
type FirstFigures = Record<FigureName, number | null> & {
  screenshot: string | null;
  figuresAt: Date;
};

/** Either half; the other stays as it is. */
export async function saveLivePost(
  tx: Tx,
  draftId: string,
  half: LiveCaption | FirstFigures,
): Promise<void> {
  await tx
    .insert(livePost)
    .values({ draftId, ...half })
    .onConflictDoUpdate({ target: livePost.draftId, set: half });
}

export interface Unmeasured {
  draftId: string;
  creatorId: string;
  briefId: string;
  timeZone: string;
  publishedAt: Date;
}

/** Published, its reach unknown to the brand, and nobody was asked for it yet. */
export async function unmeasuredPosts(db: Executor, kind: string): Promise<Unmeasured[]> {
  const asked = db
    .select({ id: inbox.id })
    .from(inbox)
    .where(and(eq(inbox.draftId, draft.id), eq(inbox.kind, kind)));
  const shownByFile = db
    .select({ draftId: confirmedFigures.draftId })
    .from(confirmedFigures)
    .innerJoin(
      shownTo,
      and(eq(shownTo.userId, draft.creatorId), eq(shownTo.workspaceId, brief.workspaceId)),
    )
    .where(and(eq(confirmedFigures.draftId, draft.id), isNotNull(confirmedFigures.reach)));
  return db
    .select({
      draftId: draft.id,
      creatorId: draft.creatorId,
      briefId: brief.id,
      timeZone: brief.timeZone,
      publishedAt: decision.at,
    })
    .from(draft)
    .innerJoin(brief, eq(brief.id, draft.briefId))
    .innerJoin(decision, and(eq(decision.draftId, draft.id), eq(decision.event, 'publish')))
    .leftJoin(livePost, eq(livePost.draftId, draft.id))
    .where(
      and(
        eq(draft.status, 'published'),
        isNull(brief.archivedAt),
        or(isNull(livePost.draftId), isNull(livePost.figuresAt)),
        notExists(asked),
        notExists(shownByFile),
      ),
    );
}
