// How a brief's posts were heard: figures of published posts, confirmed as soon as their creator brings
// in a file that knows them.
import { confirmFigures, type OutRow, postsOut } from '#db/heard.ts';
import { importedPostsOf } from '#db/imports.ts';
import type { Executor, Tx } from '#db/open.ts';
import { creatorsWhoShow, type ImportedPostRow } from '#db/shown.ts';
import { bestCount, type HeardPost, importedAs } from '#shared/heard.ts';
import { countNames } from '#shared/imports/post.ts';
import { maxPosts } from '#shared/imports/limits.ts';
import type { Actor } from '#shared/roles.ts';
import type { Services } from './services.ts';
import { existingBrief, tellBrand } from './telling.ts';

/** After an import: the creator's published posts that their file knows get its counts. */
export async function confirmPublished(s: Services, tx: Tx, actor: Actor): Promise<void> {
  const out = await postsOut(tx, { userId: actor.userId });
  if (out.length === 0) return;
  const posts = await importedPostsOf(tx, actor.userId, maxPosts);
  for (const row of out) {
    const post = importedAs(row, posts);
    if (!post || saysTheSame(row, post)) continue;
    const { likes, comments, saves, shares, views, reach } = post;
    const counts = { likes, comments, saves, shares, views, reach };
    const { draftId } = row;
    await confirmFigures(tx, { draftId, importedPostId: post.id, at: s.now(), ...counts });
    await tellHeard(s, tx, { actor, row });
  }
}

const saysTheSame = ({ confirmed }: OutRow, post: ImportedPostRow): boolean =>
  confirmed?.importedPostId === post.id &&
  countNames.every((name) => confirmed[name] === post[name]);

/** The post's own page, and the plan of its brief. */
async function tellHeard(
  s: Services,
  tx: Tx,
  { actor, row: { briefId, draftId } }: { actor: Actor; row: OutRow },
): Promise<void> {
  const { workspaceId } = await existingBrief(tx, briefId);
  const about = { workspaceId, briefId, actorId: actor.userId, at: s.now() };
  const event = { ...about, kind: 'draft.confirmed', audience: 'everyone' } as const;
  await s.live.publish(tx, { ...event, draftId, topic: `draft:${draftId}` });
  await tellBrand(s, tx, { briefId, actor, kind: 'heard' });
}

/** Every published post of a brief with the best that its brand may know of its reach. */
export async function heardOf(
  db: Executor,
  { id, workspaceId }: { id: string; workspaceId: string },
): Promise<HeardPost[]> {
  const out = await postsOut(db, { briefId: id });
  const show = await creatorsWhoShow(db, workspaceId);
  return out.map(({ userId, told, confirmed }) => {
    const file = show.has(userId) ? confirmed?.reach : null;
    const { count, source } = bestCount(told, file ?? null);
    return { userId, reach: count, source };
  });
}
