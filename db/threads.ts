// Comments beside a passage, a picture or the guidelines. A thread's audience is chosen when it is
// made and never changes (a trigger sees to that); who may read it is the view's question.
import { and, asc, desc, eq, inArray, isNull, lt, ne } from 'drizzle-orm';
import type { Executor, Tx } from './open.ts';
import { briefCreator, briefMember, workspaceMember } from './schema/campaign.ts';
import { user } from './schema/people.ts';
import { comment, thread, threadRead } from './schema/talk.ts';

export type ThreadRow = typeof thread.$inferSelect;
export type Audience = ThreadRow['audience'];
export type CommentRow = typeof comment.$inferSelect;

export interface CommentWithAuthor extends CommentRow {
  userName: string;
}

export type ThreadPlace = { draftId: string } | { briefId: string };

export async function createThread(
  tx: Tx,
  row: Omit<ThreadRow, 'resolvedBy' | 'resolvedAt'>,
): Promise<void> {
  await tx.insert(thread).values(row);
}

export async function threadById(db: Executor, id: string): Promise<ThreadRow | null> {
  const [row] = await db.select().from(thread).where(eq(thread.id, id));
  return row ?? null;
}

/** Threads of a draft, or those on the guidelines of a brief, the oldest first. */
export async function threadsAt(db: Executor, place: ThreadPlace): Promise<ThreadRow[]> {
  const where =
    'draftId' in place
      ? eq(thread.draftId, place.draftId)
      : and(eq(thread.briefId, place.briefId), isNull(thread.draftId));
  return db.select().from(thread).where(where).orderBy(asc(thread.createdAt), asc(thread.id));
}

export async function commentsOf(db: Executor, threadIds: string[]): Promise<CommentWithAuthor[]> {
  if (threadIds.length === 0) return [];
  const rows = await db
    .select({ comment, userName: user.name })
    .from(comment)
    .innerJoin(user, eq(user.id, comment.userId))
    .where(inArray(comment.threadId, threadIds))
    .orderBy(asc(comment.createdAt), asc(comment.id));
  return rows.map((row) => ({ ...row.comment, userName: row.userName }));
}

export async function commentById(db: Executor, id: string): Promise<CommentRow | null> {
  const [row] = await db.select().from(comment).where(eq(comment.id, id));
  return row ?? null;
}

export async function addComment(tx: Tx, row: Omit<CommentRow, 'editedAt'>): Promise<void> {
  await tx.insert(comment).values(row);
}

export async function editComment(
  tx: Tx,
  { id, at, ...words }: Pick<CommentRow, 'id' | 'body' | 'mentions'> & { at: Date },
): Promise<void> {
  await tx
    .update(comment)
    .set({ ...words, editedAt: at })
    .where(eq(comment.id, id));
}

/** Takes a comment away; a thread without a comment left goes with it. */
export async function removeComment(tx: Tx, row: CommentRow): Promise<void> {
  await tx.delete(comment).where(eq(comment.id, row.id));
  const left = await tx
    .select({ id: comment.id })
    .from(comment)
    .where(eq(comment.threadId, row.threadId))
    .limit(1);
  if (left.length === 0) await tx.delete(thread).where(eq(thread.id, row.threadId));
}

/** Resolves, or reopens with null. */
export async function setResolved(
  tx: Tx,
  id: string,
  resolved: { by: string; at: Date } | null,
): Promise<void> {
  await tx
    .update(thread)
    .set({ resolvedBy: resolved?.by ?? null, resolvedAt: resolved?.at ?? null })
    .where(eq(thread.id, id));
}

/** When the brand side last said something that this draft's creator could hear. */
export async function lastBrandWord(
  db: Executor,
  { id, creatorId }: { id: string; creatorId: string },
): Promise<Date | null> {
  const [row] = await db
    .select({ at: comment.createdAt })
    .from(comment)
    .innerJoin(thread, eq(thread.id, comment.threadId))
    .where(
      and(eq(thread.draftId, id), eq(thread.audience, 'everyone'), ne(comment.userId, creatorId)),
    )
    .orderBy(desc(comment.createdAt))
    .limit(1);
  return row?.at ?? null;
}

/** Everyone who is or was a creator in this brief: creators never hear one another. */
export async function creatorIdsOf(db: Executor, briefId: string): Promise<Set<string>> {
  const rows = await db
    .select({ userId: briefCreator.userId })
    .from(briefCreator)
    .where(eq(briefCreator.briefId, briefId));
  return new Set(rows.map((row) => row.userId));
}

/** Whoever could have a part in this brief or this draft; rights say who of them hears what. */
export async function peopleAround(
  db: Executor,
  { briefId, workspaceId }: { briefId: string; workspaceId: string },
): Promise<{ userId: string; name: string }[]> {
  const person = { userId: user.id, name: user.name };
  const members = db
    .select(person)
    .from(briefMember)
    .innerJoin(user, eq(user.id, briefMember.userId))
    .where(eq(briefMember.briefId, briefId));
  const colleagues = db
    .select(person)
    .from(workspaceMember)
    .innerJoin(user, eq(user.id, workspaceMember.userId))
    .where(eq(workspaceMember.workspaceId, workspaceId));
  const creators = db
    .select(person)
    .from(briefCreator)
    .innerJoin(user, eq(user.id, briefCreator.userId))
    .where(eq(briefCreator.briefId, briefId));
  const rows = [...(await members), ...(await colleagues), ...(await creators)];
  return [...new Map(rows.map((row) => [row.userId, row])).values()];
}

export async function namesOf(
  db: Executor,
  userIds: string[],
): Promise<{ userId: string; name: string }[]> {
  if (userIds.length === 0) return [];
  return db
    .select({ userId: user.id, name: user.name })
    .from(user)
    .where(inArray(user.id, userIds));
}

/** How far this person has read, by thread. */
export async function readingOf(
  db: Executor,
  { userId, threadIds }: { userId: string; threadIds: string[] },
): Promise<Map<string, Date>> {
  if (threadIds.length === 0) return new Map();
  const rows = await db
    .select()
    .from(threadRead)
    .where(and(eq(threadRead.userId, userId), inArray(threadRead.threadId, threadIds)));
  return new Map(rows.map((row) => [row.threadId, row.upTo]));
}

/** Read up to here; a page that comes late takes nothing back. */
export async function noteRead(tx: Tx, row: typeof threadRead.$inferInsert): Promise<void> {
  await tx
    .insert(threadRead)
    .values(row)
    .onConflictDoUpdate({
      target: [threadRead.threadId, threadRead.userId],
      set: { upTo: row.upTo },
      setWhere: lt(threadRead.upTo, row.upTo),
    });
}

export async function lastWordOf(db: Executor, threadId: string): Promise<Date | null> {
  const [row] = await db
    .select({ at: comment.createdAt })
    .from(comment)
    .where(eq(comment.threadId, threadId))
    .orderBy(desc(comment.createdAt))
    .limit(1);
  return row?.at ?? null;
}
