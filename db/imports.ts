// What creators brought in from their own files. Every function here is about one person; what a
// brand may see of it is asked in shown.ts.
import { and, asc, count, desc, eq, inArray, isNotNull, isNull, ne, or, sql } from 'drizzle-orm';
import { countNames, type ImportedPost } from '#shared/imports/post.ts';
import type { KnownPost, PostChange } from '#shared/imports/merging.ts';
import { mostRecent, recentRows } from '#shared/imports/recent.ts';
import type { Platform } from '#shared/platforms.ts';
import type { Executor, Tx } from './open.ts';
import { channel, importedPost, postImport, recentFigures } from './schema/roster.ts';
import type { ChannelRow, ImportedPostRow } from './shown.ts';

export type PostImportRow = typeof postImport.$inferSelect;

/** SQLite takes 32 766 values a statement; a post has seventeen. */
const rowsAtOnce = 500;

export async function addImport(tx: Tx, row: PostImportRow): Promise<void> {
  await tx.insert(postImport).values(row);
}

export async function importById(
  db: Executor,
  of: { id: string; userId: string },
): Promise<PostImportRow | null> {
  const [row] = await db.select().from(postImport).where(isImport(of));
  return row ?? null;
}

const isImport = ({ id, userId }: { id: string; userId: string }) =>
  and(eq(postImport.id, id), eq(postImport.userId, userId));

/** A file comes in parts: each adds to what was counted. */
export async function countIn(
  tx: Tx,
  id: string,
  more: { posts: number; added: number },
): Promise<void> {
  await tx
    .update(postImport)
    .set({
      posts: sql`${postImport.posts} + ${more.posts}`,
      added: sql`${postImport.added} + ${more.added}`,
    })
    .where(eq(postImport.id, id));
}

/** The newest first, each with how many posts have their figures from it. */
export async function importsOf(
  db: Executor,
  userId: string,
): Promise<(PostImportRow & { kept: number })[]> {
  const rows = await db
    .select({ row: postImport, kept: count(importedPost.id) })
    .from(postImport)
    .leftJoin(importedPost, eq(importedPost.importId, postImport.id))
    .where(eq(postImport.userId, userId))
    .groupBy(postImport.id)
    .orderBy(desc(postImport.at), asc(postImport.id));
  return rows.map(({ row, kept }) => ({ ...row, kept }));
}

/** With its posts. False where this person has no such import. */
export async function removeImportRow(
  tx: Tx,
  of: { id: string; userId: string },
): Promise<boolean> {
  const gone = await tx.delete(postImport).where(isImport(of)).returning({ id: postImport.id });
  return gone.length > 0;
}

/** Platforms of the posts that have their figures from an import. */
export async function platformsOfImport(db: Executor, importId: string): Promise<Platform[]> {
  const rows = await db
    .selectDistinct({ platform: importedPost.platform })
    .from(importedPost)
    .where(eq(importedPost.importId, importId));
  return rows.map(({ platform }) => platform);
}

export async function countImportedPosts(db: Executor, userId: string): Promise<number> {
  const [row] = await db
    .select({ count: count() })
    .from(importedPost)
    .where(eq(importedPost.userId, userId));
  return row?.count ?? 0;
}

const newestFirst = [desc(importedPost.publishedAt), asc(importedPost.id)];

/** The newest first. */
export async function importedPostsOf(
  db: Executor,
  userId: string,
  limit: number,
): Promise<ImportedPostRow[]> {
  return db
    .select()
    .from(importedPost)
    .where(eq(importedPost.userId, userId))
    .orderBy(...newestFirst)
    .limit(limit);
}

export async function knownPosts(
  db: Executor,
  userId: string,
  platforms: readonly Platform[],
): Promise<KnownPost[]> {
  return db
    .select()
    .from(importedPost)
    .where(and(eq(importedPost.userId, userId), inArray(importedPost.platform, [...platforms])));
}

export async function addImportedPosts(
  tx: Tx,
  rows: readonly (ImportedPost & { id: string; userId: string; importId: string })[],
): Promise<void> {
  for (let at = 0; at < rows.length; at += rowsAtOnce) {
    await tx.insert(importedPost).values(rows.slice(at, at + rowsAtOnce));
  }
}

/** Null where this person has no such post. */
export async function changeImportedPost(
  tx: Tx,
  { id, userId }: { id: string; userId: string },
  change: PostChange & { importId?: string },
): Promise<Platform | null> {
  const [changed] = await tx
    .update(importedPost)
    .set(change)
    .where(and(eq(importedPost.id, id), eq(importedPost.userId, userId)))
    .returning({ platform: importedPost.platform });
  return changed?.platform ?? null;
}

/** After every change of a person's posts, in its transaction; each time with a later `at`. */
export async function renewRecentFigures(
  tx: Tx,
  { userId, platform, at }: { userId: string; platform: Platform; at: Date },
): Promise<void> {
  const rows = await tx
    .select()
    .from(importedPost)
    .where(
      and(
        eq(importedPost.userId, userId),
        eq(importedPost.platform, platform),
        ne(importedPost.kind, 'story'),
        or(isNull(importedPost.sponsored), eq(importedPost.sponsored, false)),
        or(...countNames.map((name) => isNotNull(importedPost[name]))),
      ),
    )
    .orderBy(...newestFirst)
    .limit(mostRecent);
  const posts = recentRows(rows);
  const target = [recentFigures.userId, recentFigures.platform];
  if (posts.length > 0) {
    await tx
      .insert(recentFigures)
      .values({ userId, platform, posts, at })
      .onConflictDoUpdate({
        target,
        set: { posts, at: sql`max(excluded.at, ${recentFigures.at} + 1)` },
      });
  } else {
    await tx
      .delete(recentFigures)
      .where(and(eq(recentFigures.userId, userId), eq(recentFigures.platform, platform)));
  }
}

export async function recentPlatformsOf(db: Executor, userId: string): Promise<Platform[]> {
  const rows = await db
    .select({ platform: recentFigures.platform })
    .from(recentFigures)
    .where(eq(recentFigures.userId, userId));
  return rows.map(({ platform }) => platform);
}

export async function channelsOf(db: Executor, userId: string): Promise<ChannelRow[]> {
  return db.select().from(channel).where(eq(channel.userId, userId)).orderBy(asc(channel.platform));
}

export type ChannelChange = Partial<
  Pick<ChannelRow, 'handle' | 'followers' | 'followersAt' | 'follows'>
>;

export async function changeChannel(
  tx: Tx,
  row: { id: string; userId: string; platform: Platform },
  change: ChannelChange,
): Promise<void> {
  const values = { ...row, ...change };
  const target = [channel.userId, channel.platform];
  const insert = tx.insert(channel).values(values);
  if (Object.keys(change).length === 0) await insert.onConflictDoNothing({ target });
  else await insert.onConflictDoUpdate({ target, set: change });
}

/** False where this person has no such account here. */
export async function removeChannelRow(
  tx: Tx,
  { userId, platform }: { userId: string; platform: Platform },
): Promise<boolean> {
  const gone = await tx
    .delete(channel)
    .where(and(eq(channel.userId, userId), eq(channel.platform, platform)))
    .returning({ id: channel.id });
  return gone.length > 0;
}
