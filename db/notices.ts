// Letters: what they say, when they are tried next, and what became of them. A row is claimed before
// it is handed over, so that two never hand over the same one.
import { and, asc, desc, eq, isNotNull, isNull, lte } from 'drizzle-orm';
import type { Executor, Tx } from './open.ts';
import { notice, user } from './schema/people.ts';

export type NoticeRow = typeof notice.$inferSelect;
type Later = 'sentAt' | 'failedAt' | 'tries' | 'triedAt';
type Chosen = 'dueAt' | 'signInTo' | 'isTelling';
type NewNotice = Omit<NoticeRow, Later | Chosen> & Partial<Pick<NoticeRow, Chosen>>;

/** A secret notice is mailed and never kept: its row has no body. */
export async function createNotice(tx: Executor, row: NewNotice): Promise<void> {
  await tx.insert(notice).values({ ...row, body: row.secret ? '' : row.body });
}

/** The letters that are due, the oldest first. */
export async function noticesDue(db: Executor, now: Date): Promise<string[]> {
  const rows = await db
    .select({ id: notice.id })
    .from(notice)
    .where(lte(notice.dueAt, now))
    .orderBy(asc(notice.createdAt), asc(notice.id));
  return rows.map((row) => row.id);
}

/** Takes a due letter in hand; null where somebody else has, or it is not due. */
export async function claimNotice(tx: Tx, id: string, now: Date): Promise<NoticeRow | null> {
  const [row] = await tx
    .select()
    .from(notice)
    .where(and(eq(notice.id, id), lte(notice.dueAt, now)));
  if (!row) return null;
  const claim = { dueAt: null, triedAt: now, tries: row.tries + 1 };
  await tx.update(notice).set(claim).where(eq(notice.id, id));
  return { ...row, ...claim };
}

export async function noteDelivery(
  db: Executor,
  id: string,
  delivery: { sentAt: Date } | { failedAt: Date } | { dueAt: Date },
): Promise<void> {
  await db.update(notice).set(delivery).where(eq(notice.id, id));
}

/** Letters that were in hand when the process ended: nobody knows whether they arrived. */
export async function giveUpOnUnknown(db: Executor, at: Date): Promise<void> {
  const isUnknown = and(
    isNotNull(notice.triedAt),
    isNull(notice.dueAt),
    isNull(notice.sentAt),
    isNull(notice.failedAt),
  );
  await db.update(notice).set({ failedAt: at }).where(isUnknown);
}

export interface OutboxEntry {
  id: string;
  to: string | null;
  subject: string;
  body: string;
  secret: boolean;
  createdAt: Date;
  sentAt: Date | null;
  failedAt: Date | null;
  /** When it is tried again. */
  dueAt: Date | null;
  tries: number;
}

/** The workspace's newest notices. */
export async function outboxOf(
  db: Executor,
  workspaceId: string,
  limit: number,
): Promise<OutboxEntry[]> {
  return db
    .select({
      id: notice.id,
      to: user.name,
      subject: notice.subject,
      body: notice.body,
      secret: notice.secret,
      createdAt: notice.createdAt,
      sentAt: notice.sentAt,
      failedAt: notice.failedAt,
      dueAt: notice.dueAt,
      tries: notice.tries,
    })
    .from(notice)
    .leftJoin(user, eq(user.id, notice.toUserId))
    .where(eq(notice.workspaceId, workspaceId))
    .orderBy(desc(notice.createdAt), notice.id)
    .limit(limit);
}
