// What the product wanted to tell people by mail, and whether it went out.
import { desc, eq } from 'drizzle-orm';
import type { Executor } from './open.ts';
import { notice, user } from './schema.ts';

export type NoticeRow = typeof notice.$inferSelect;

/** A secret notice is mailed and never kept: its row has no body. */
export async function createNotice(
  tx: Executor,
  row: Omit<NoticeRow, 'sentAt' | 'failedAt'>,
): Promise<void> {
  await tx.insert(notice).values({ ...row, body: row.secret ? '' : row.body });
}

export async function noteDelivery(
  db: Executor,
  id: string,
  delivery: { sentAt: Date } | { failedAt: Date },
): Promise<void> {
  await db.update(notice).set(delivery).where(eq(notice.id, id));
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
    })
    .from(notice)
    .leftJoin(user, eq(user.id, notice.toUserId))
    .where(eq(notice.workspaceId, workspaceId))
    .orderBy(desc(notice.createdAt), notice.id)
    .limit(limit);
}
