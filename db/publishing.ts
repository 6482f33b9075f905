// What publishing guidelines meets: every creator of a brief with their posts, and under which version
// each post was sent last.
import { asc, eq } from 'drizzle-orm';
import type { Status } from '#shared/approval.ts';
import type { FactCreator, FactPost, PublishingFacts } from '#shared/publishing-effect.ts';
import { agreedVersions, type CreatorEntry, creatorsOf } from './creators.ts';
import { versionsOf } from './guidelines-versions.ts';
import type { Executor } from './open.ts';
import { deliverable } from './schema/campaign.ts';
import { draft, draftVersion } from './schema/drafts.ts';

export async function publishingFacts(
  db: Executor,
  briefId: string,
): Promise<PublishingFacts<FactCreator>> {
  const creators = await creatorsOf(db, briefId);
  const agreed = await agreedVersions(
    db,
    creators.map(({ id }) => id),
  );
  const posts = await postsByCreator(db, briefId);
  const versions = await versionsOf(db, briefId);
  return {
    versions: versions.map(({ n, change }) => ({ n, change })).toReversed(),
    creators: creators.map(({ id, userId, name, state }: CreatorEntry) => ({
      id,
      userId,
      name,
      state,
      agreed: agreed.get(id) ?? 0,
      posts: posts.get(userId) ?? [],
    })),
  };
}

async function postsByCreator(db: Executor, briefId: string): Promise<Map<string, FactPost[]>> {
  const under = await sentUnder(db, briefId);
  const rows = await db
    .select({
      id: draft.id,
      creatorId: draft.creatorId,
      status: draft.status,
      ordinal: deliverable.ordinal,
      title: deliverable.title,
      format: deliverable.format,
    })
    .from(draft)
    .innerJoin(deliverable, eq(deliverable.id, draft.deliverableId))
    .where(eq(draft.briefId, briefId))
    .orderBy(asc(deliverable.ordinal));
  const found = new Map<string, FactPost[]>();
  for (const { creatorId, ...row } of rows) {
    const post = { ...row, status: row.status as Status, sentUnder: under.get(row.id) ?? null };
    found.set(creatorId, [...(found.get(creatorId) ?? []), post]);
  }
  return found;
}

/** The guidelines version of what was sent last, by draft. */
async function sentUnder(db: Executor, briefId: string): Promise<Map<string, number>> {
  const rows = await db
    .select({ draftId: draftVersion.draftId, version: draftVersion.guidelinesVersion })
    .from(draftVersion)
    .innerJoin(draft, eq(draft.id, draftVersion.draftId))
    .where(eq(draft.briefId, briefId))
    .orderBy(asc(draftVersion.n));
  return new Map(rows.map(({ draftId, version }) => [draftId, version]));
}
