// What concerns one person: rows of kind and values, whether they were read, and from when a letter
// about them may go out. Who may still see a row is the server's question.
import { and, asc, desc, eq, inArray, isNotNull, isNull, lte } from 'drizzle-orm';
import type { ReminderStage } from '#shared/reminders.ts';
import type { Choices } from '#shared/telling.ts';
import type { Executor, Tx } from './open.ts';
import { user } from './schema/people.ts';
import { inbox, reminder, tellingChoice } from './schema/telling.ts';

export type InboxRow = typeof inbox.$inferSelect;
export type InboxEntry = InboxRow & { actorName: string | null; actorKind: string | null };

export async function addToInbox(tx: Tx, row: Omit<InboxRow, 'readAt'>): Promise<void> {
  await tx.insert(inbox).values(row);
}

/** The newest first. */
export async function inboxOf(db: Executor, userId: string, limit: number): Promise<InboxEntry[]> {
  const rows = await db
    .select({ row: inbox, actorName: user.name, actorKind: user.kind })
    .from(inbox)
    .leftJoin(user, eq(user.id, inbox.actorId))
    .where(eq(inbox.userId, userId))
    .orderBy(desc(inbox.at), desc(inbox.id))
    .limit(limit);
  return rows.map(({ row, ...actor }) => ({ ...row, ...actor }));
}

export type ReadScope = { id: string } | { draftId: string } | { all: true };

/** Marks as read; a workspace of what was unread, or null. What was read needs no letter. */
export async function markRead(
  tx: Tx,
  userId: string,
  { scope, at }: { scope: ReadScope; at: Date },
): Promise<string | null> {
  const which =
    'id' in scope
      ? eq(inbox.id, scope.id)
      : 'draftId' in scope
        ? eq(inbox.draftId, scope.draftId)
        : undefined;
  const read = await tx
    .update(inbox)
    .set({ readAt: at, mailAt: null })
    .where(and(eq(inbox.userId, userId), isNull(inbox.readAt), which))
    .returning({ workspaceId: inbox.workspaceId });
  return read[0]?.workspaceId ?? null;
}

export async function hasUnread(db: Executor, userId: string, draftId: string): Promise<boolean> {
  const [row] = await db
    .select({ id: inbox.id })
    .from(inbox)
    .where(and(eq(inbox.userId, userId), eq(inbox.draftId, draftId), isNull(inbox.readAt)))
    .limit(1);
  return row !== undefined;
}

/** Everyone a letter may be owed to at this moment. */
export async function readersWithMailDue(db: Executor, now: Date): Promise<string[]> {
  const rows = await db
    .selectDistinct({ userId: inbox.userId })
    .from(inbox)
    .where(lte(inbox.mailAt, now));
  return rows.map((row) => row.userId);
}

/** What waits to be told to this person by letter, the oldest first. */
export async function waitingForMail(db: Executor, userId: string): Promise<InboxEntry[]> {
  const rows = await db
    .select({ row: inbox, actorName: user.name, actorKind: user.kind })
    .from(inbox)
    .leftJoin(user, eq(user.id, inbox.actorId))
    .where(and(eq(inbox.userId, userId), isNotNull(inbox.mailAt), isNull(inbox.readAt)))
    .orderBy(asc(inbox.at), asc(inbox.id));
  return rows.map(({ row, ...actor }) => ({ ...row, ...actor }));
}

/** No letter about these any more: one went, or none is wanted. */
export async function settleMail(tx: Tx, ids: string[]): Promise<void> {
  if (ids.length > 0) await tx.update(inbox).set({ mailAt: null }).where(inArray(inbox.id, ids));
}

export async function choicesOf(db: Executor, userId: string): Promise<Choices | null> {
  const [row] = await db.select().from(tellingChoice).where(eq(tellingChoice.userId, userId));
  if (!row) return null;
  const { waits, talk, rest, signsIn } = row;
  return { waits, talk, rest, signsIn };
}

export async function setChoices(tx: Tx, userId: string, choices: Choices): Promise<void> {
  await tx
    .insert(tellingChoice)
    .values({ userId, ...choices })
    .onConflictDoUpdate({ target: tellingChoice.userId, set: choices });
}

export interface ReminderMark {
  draftId: string;
  userId: string;
  stage: ReminderStage;
  due: Date;
  at: Date;
}

/** Notes a reminder; false where this person was reminded of this clock at this stage before. */
export async function noteReminder(tx: Tx, row: ReminderMark): Promise<boolean> {
  const made = await tx.insert(reminder).values(row).onConflictDoNothing().returning();
  return made.length > 0;
}

export async function wasReminded(
  db: Executor,
  { draftId, userId, stage, due }: Omit<ReminderMark, 'at'>,
): Promise<boolean> {
  const same = and(
    eq(reminder.draftId, draftId),
    eq(reminder.userId, userId),
    eq(reminder.stage, stage),
    eq(reminder.due, due),
  );
  const [row] = await db.select({ at: reminder.at }).from(reminder).where(same);
  return row !== undefined;
}
