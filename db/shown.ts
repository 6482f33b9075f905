// What a workspace sees of a creator's figures: nothing until the creator says otherwise, then the
// figures alone or the posts with their captions. Every read for a brand goes through here.
import { and, asc, desc, eq, inArray, ne } from 'drizzle-orm';
import type { Shown } from '#shared/imports/shown.ts';
import type { Executor, Tx } from './open.ts';
import { brief, briefCreator, workspace } from './schema/campaign.ts';
import { channel, importedPost, recentFigures, rosterCreator, shownTo } from './schema/roster.ts';

export type ImportedPostRow = typeof importedPost.$inferSelect;
export type ChannelRow = typeof channel.$inferSelect;
export type RecentFiguresRow = typeof recentFigures.$inferSelect;

export type { Shown };

interface Pair {
  userId: string;
  workspaceId: string;
}

const isPair = ({ userId, workspaceId }: Pair) =>
  and(eq(shownTo.userId, userId), eq(shownTo.workspaceId, workspaceId));

export async function whatIsShown(db: Executor, pair: Pair): Promise<Shown> {
  const [row] = await db.select({ what: shownTo.what }).from(shownTo).where(isPair(pair));
  return row?.what ?? 'nothing';
}

/** True where that is a change. */
export async function show(
  tx: Tx,
  { what, at, ...pair }: Pair & { what: Shown; at: Date },
): Promise<boolean> {
  if ((await whatIsShown(tx, pair)) === what) return false;
  if (what === 'nothing') await tx.delete(shownTo).where(isPair(pair));
  else {
    const target = [shownTo.userId, shownTo.workspaceId];
    const row = { ...pair, what, at };
    await tx.insert(shownTo).values(row).onConflictDoUpdate({ target, set: { what, at } });
  }
  return true;
}

export interface KnownTo {
  workspaceId: string;
  name: string;
  shown: Shown;
}

/** The workspaces that know a creator, from a brief or their list, or were shown something once. */
export async function workspacesThatKnow(db: Executor, userId: string): Promise<KnownTo[]> {
  const [invited, listed, shown] = await Promise.all([
    db
      .select({ id: brief.workspaceId })
      .from(briefCreator)
      .innerJoin(brief, eq(brief.id, briefCreator.briefId))
      .where(and(eq(briefCreator.userId, userId), ne(briefCreator.state, 'removed'))),
    db
      .select({ id: rosterCreator.workspaceId })
      .from(rosterCreator)
      .where(eq(rosterCreator.userId, userId)),
    db
      .select({ id: shownTo.workspaceId, what: shownTo.what })
      .from(shownTo)
      .where(eq(shownTo.userId, userId)),
  ]);
  const ids = new Set([...invited, ...listed, ...shown].map(({ id }) => id));
  const rows = await db
    .select({ workspaceId: workspace.id, name: workspace.name })
    .from(workspace)
    .where(inArray(workspace.id, [...ids]))
    .orderBy(asc(workspace.name), asc(workspace.id));
  const what = new Map(shown.map((row) => [row.id, row.what]));
  return rows.map((row) => ({ ...row, shown: what.get(row.workspaceId) ?? 'nothing' }));
}

/** Where something is shown: who has to hear of a change. */
export async function workspacesShown(db: Executor, userId: string): Promise<string[]> {
  const rows = await db
    .select({ id: shownTo.workspaceId })
    .from(shownTo)
    .where(eq(shownTo.userId, userId));
  return rows.map(({ id }) => id);
}

/** The creators who show this workspace something, and what. */
export async function creatorsWhoShow(
  db: Executor,
  workspaceId: string,
): Promise<Map<string, Exclude<Shown, 'nothing'>>> {
  const rows = await db
    .select({ userId: shownTo.userId, what: shownTo.what })
    .from(shownTo)
    .where(eq(shownTo.workspaceId, workspaceId));
  return new Map(rows.map(({ userId, what }) => [userId, what]));
}

/** The last organic posts, as numbers, of everyone who shows this workspace something. */
export async function recentShownTo(
  db: Executor,
  workspaceId: string,
): Promise<RecentFiguresRow[]> {
  const rows = await db
    .select({ row: recentFigures })
    .from(shownTo)
    .innerJoin(recentFigures, eq(recentFigures.userId, shownTo.userId))
    .where(eq(shownTo.workspaceId, workspaceId));
  return rows.map(({ row }) => row);
}

export async function channelsShownTo(db: Executor, workspaceId: string): Promise<ChannelRow[]> {
  const rows = await db
    .select({ row: channel })
    .from(shownTo)
    .innerJoin(channel, eq(channel.userId, shownTo.userId))
    .where(eq(shownTo.workspaceId, workspaceId));
  return rows.map(({ row }) => row);
}

export interface ShownFigures {
  shown: Shown;
  channels: ChannelRow[];
  /** Newest first; without words and address where only the figures are shown. */
  posts: ImportedPostRow[];
}

/** One creator as one workspace may see them. */
export async function figuresShownTo(db: Executor, pair: Pair): Promise<ShownFigures> {
  const shown = await whatIsShown(db, pair);
  if (shown === 'nothing') return { shown, channels: [], posts: [] };
  const { userId } = pair;
  const channels = await db.select().from(channel).where(eq(channel.userId, userId));
  const rows = await db
    .select()
    .from(importedPost)
    .where(eq(importedPost.userId, userId))
    .orderBy(desc(importedPost.publishedAt), asc(importedPost.id));
  const posts = shown === 'posts' ? rows : rows.map(withoutWords);
  return { shown, channels, posts };
}

const withoutWords = (row: ImportedPostRow): ImportedPostRow => ({
  ...row,
  caption: '',
  permalink: '',
  key: '',
});
