// Shoot days and their slots. Who takes a slot is decided by one statement: of two at once one gets it.
import { and, asc, eq, gt, inArray, isNull, ne } from 'drizzle-orm';
import type { Executor, Tx } from './open.ts';
import { briefCreator, shootDay, shootSlot } from './schema/campaign.ts';
import { user } from './schema/people.ts';

export type ShootDayRow = typeof shootDay.$inferSelect;
export type ShootSlotRow = typeof shootSlot.$inferSelect;
export interface NamedSlot extends ShootSlotRow {
  userId: string | null;
  name: string | null;
}

export async function addShootDay(tx: Tx, day: ShootDayRow, slots: ShootSlotRow[]): Promise<void> {
  await tx.insert(shootDay).values(day);
  await tx.insert(shootSlot).values(slots);
}

export async function shootDaysOf(db: Executor, briefId: string): Promise<ShootDayRow[]> {
  return db
    .select()
    .from(shootDay)
    .where(eq(shootDay.briefId, briefId))
    .orderBy(asc(shootDay.createdAt), asc(shootDay.id));
}

/** The slots of these days with who has them, in the order of time. */
export async function slotsOfDays(db: Executor, dayIds: string[]): Promise<NamedSlot[]> {
  if (dayIds.length === 0) return [];
  const rows = await db
    .select({ slot: shootSlot, userId: briefCreator.userId, name: user.name })
    .from(shootSlot)
    .leftJoin(briefCreator, eq(briefCreator.id, shootSlot.briefCreatorId))
    .leftJoin(user, eq(user.id, briefCreator.userId))
    .where(inArray(shootSlot.shootDayId, dayIds))
    .orderBy(asc(shootSlot.startsAt), asc(shootSlot.id));
  return rows.map(({ slot, userId, name }) => ({ ...slot, userId, name }));
}

export async function slotById(
  db: Executor,
  id: string,
): Promise<{ slot: ShootSlotRow; day: ShootDayRow } | null> {
  const [row] = await db
    .select({ slot: shootSlot, day: shootDay })
    .from(shootSlot)
    .innerJoin(shootDay, eq(shootDay.id, shootSlot.shootDayId))
    .where(eq(shootSlot.id, id));
  return row ?? null;
}

/** False when somebody else has it already. */
export async function takeSlot(
  tx: Tx,
  { id, placeId, at }: { id: string; placeId: string; at: Date },
): Promise<boolean> {
  const taken = await tx
    .update(shootSlot)
    .set({ briefCreatorId: placeId, takenAt: at })
    .where(and(eq(shootSlot.id, id), isNull(shootSlot.briefCreatorId)))
    .returning({ id: shootSlot.id });
  return taken.length === 1;
}

/** Frees what this creator has on a day, but for one slot. */
export async function freeSlots(
  tx: Tx,
  { placeId, dayId, but = '' }: { placeId: string; dayId: string; but?: string },
): Promise<void> {
  await tx
    .update(shootSlot)
    .set({ briefCreatorId: null, takenAt: null })
    .where(
      and(
        eq(shootSlot.briefCreatorId, placeId),
        eq(shootSlot.shootDayId, dayId),
        ne(shootSlot.id, but),
      ),
    );
}

/** Of somebody who leaves: what is to come is free for others, what has been stays theirs. */
export async function freeComingSlots(tx: Tx, placeId: string, now: Date): Promise<void> {
  await tx
    .update(shootSlot)
    .set({ briefCreatorId: null, takenAt: null })
    .where(and(eq(shootSlot.briefCreatorId, placeId), gt(shootSlot.startsAt, now)));
}

export async function removeShootDay(tx: Tx, id: string): Promise<void> {
  await tx.delete(shootDay).where(eq(shootDay.id, id));
}
