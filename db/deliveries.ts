// The product on its way to a creator. The address is the one thing here that is ever erased.
import { and, eq, inArray, isNotNull, max, ne, or } from 'drizzle-orm';
import type { CreatorRow } from './creators.ts';
import type { Executor, Tx } from './open.ts';
import { briefCreator, delivery } from './schema/campaign.ts';
import { decision, draft } from './schema/drafts.ts';
import { event } from './schema/telling.ts';

export type DeliveryRow = typeof delivery.$inferSelect;

export async function deliveryOf(db: Executor, placeId: string): Promise<DeliveryRow | null> {
  const [row] = await db.select().from(delivery).where(eq(delivery.briefCreatorId, placeId));
  return row ?? null;
}

type Change = Partial<Omit<DeliveryRow, 'briefCreatorId'>>;

export async function changeDelivery(tx: Tx, placeId: string, change: Change): Promise<void> {
  await tx
    .insert(delivery)
    .values({ briefCreatorId: placeId, ...change })
    .onConflictDoUpdate({ target: delivery.briefCreatorId, set: change });
}

/** The creators whose address or phone number is still kept. */
export async function reachable(
  db: Executor,
): Promise<{ place: CreatorRow; address: string | null }[]> {
  return db
    .select({ place: briefCreator, address: delivery.address })
    .from(briefCreator)
    .leftJoin(delivery, eq(delivery.briefCreatorId, briefCreator.id))
    .where(or(isNotNull(delivery.address), ne(briefCreator.phone, '')));
}

const ended = ['published', 'withdrawn', 'released'];

/**
 * When a creator's job in a brief came to its end; null while it goes on. It ends with the last post
 * that went live or was let go, and for who is out with the last thing that concerned them.
 */
export async function jobEnd(
  db: Executor,
  { id, briefId, userId, state, invitedAt }: CreatorRow,
): Promise<Date | null> {
  const drafts = await db
    .select({ id: draft.id, status: draft.status, updatedAt: draft.updatedAt })
    .from(draft)
    .where(and(eq(draft.briefId, briefId), eq(draft.creatorId, userId)));
  const isOut = state === 'removed' || state === 'declined';
  const isOver = drafts.length > 0 && drafts.every(({ status }) => ended.includes(status));
  if (!isOut && !isOver) return null;
  const ends = await endings(
    db,
    drafts.map((row) => row.id),
  );
  if (!isOut && ends) return ends;
  const moments = [ends, await lastTold(db, { briefId, userId }), await lastMoved(db, id)];
  const known = moments.flatMap((at) => at?.getTime() ?? []);
  return new Date(Math.max(invitedAt.getTime(), ...known));
}

/** When the last of these drafts went live or was let go. */
async function endings(db: Executor, draftIds: string[]): Promise<Date | null> {
  if (draftIds.length === 0) return null;
  const [row] = await db
    .select({ at: max(decision.at) })
    .from(decision)
    .where(
      and(
        inArray(decision.draftId, draftIds),
        inArray(decision.event, ['publish', 'withdraw', 'release']),
      ),
    );
  return row?.at ?? null;
}

async function lastTold(
  db: Executor,
  { briefId, userId }: { briefId: string; userId: string },
): Promise<Date | null> {
  const [row] = await db
    .select({ at: max(event.at) })
    .from(event)
    .where(and(eq(event.briefId, briefId), eq(event.toUserId, userId)));
  return row?.at ?? null;
}

async function lastMoved(db: Executor, placeId: string): Promise<Date | null> {
  const row = await deliveryOf(db, placeId);
  const moments = [row?.sentAt, row?.arrivedAt].flatMap((at) => at ?? []);
  return moments.sort((a, b) => b.getTime() - a.getTime())[0] ?? null;
}
