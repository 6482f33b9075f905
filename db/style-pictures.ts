// Pictures that show a style, in their order: a creator's portfolio, a brief's moodboard. The bytes lie
// in storage under their hash; who may see them is decided by whoever asks.
import { and, asc, eq, max, sql } from 'drizzle-orm';
import type { Executor, Tx } from './open.ts';
import { briefCreator } from './schema/campaign.ts';
import { stylePicture } from './schema/roster.ts';

export type StylePictureRow = typeof stylePicture.$inferSelect;

/** One of the two is null. */
export type PictureOwner = Pick<StylePictureRow, 'userId' | 'briefId'>;

const isOf = ({ userId, briefId }: PictureOwner) =>
  userId === null ? eq(stylePicture.briefId, briefId ?? '') : eq(stylePicture.userId, userId);

export async function stylePicturesOf(
  db: Executor,
  owner: PictureOwner,
): Promise<StylePictureRow[]> {
  return db
    .select()
    .from(stylePicture)
    .where(isOf(owner))
    .orderBy(asc(stylePicture.place), asc(stylePicture.createdAt), asc(stylePicture.id));
}

export async function countStylePictures(db: Executor, owner: PictureOwner): Promise<number> {
  const [row] = await db
    .select({ count: sql<number>`count(*)` })
    .from(stylePicture)
    .where(isOf(owner));
  return Number(row?.count ?? 0);
}

/** At the end. The same picture again is there already. */
export async function addStylePicture(
  tx: Tx,
  row: Omit<StylePictureRow, 'place' | 'alt'> & { alt?: string },
): Promise<void> {
  const same = await tx
    .select({ id: stylePicture.id })
    .from(stylePicture)
    .where(and(isOf(row), eq(stylePicture.hash, row.hash)));
  if (same.length > 0) return;
  const [last] = await tx
    .select({ place: max(stylePicture.place) })
    .from(stylePicture)
    .where(isOf(row));
  await tx.insert(stylePicture).values({ ...row, place: (last?.place ?? -1) + 1 });
}

export async function stylePictureById(db: Executor, id: string): Promise<StylePictureRow | null> {
  const [row] = await db.select().from(stylePicture).where(eq(stylePicture.id, id));
  return row ?? null;
}

export async function describeStylePicture(tx: Tx, id: string, alt: string): Promise<void> {
  await tx.update(stylePicture).set({ alt }).where(eq(stylePicture.id, id));
}

export async function removeStylePicture(tx: Tx, id: string): Promise<void> {
  await tx.delete(stylePicture).where(eq(stylePicture.id, id));
}

/** Numbers them anew in this order. */
export async function placeStylePictures(tx: Tx, ids: readonly string[]): Promise<void> {
  for (const [place, id] of ids.entries()) {
    await tx.update(stylePicture).set({ place }).where(eq(stylePicture.id, id));
  }
}

/** Every row of one file, the oldest first. */
export async function stylePicturesByHash(db: Executor, hash: string): Promise<StylePictureRow[]> {
  return db
    .select()
    .from(stylePicture)
    .where(eq(stylePicture.hash, hash))
    .orderBy(asc(stylePicture.createdAt), asc(stylePicture.id));
}

/** The briefs a creator has a place in and was not removed from. */
export async function briefsWith(db: Executor, userId: string): Promise<string[]> {
  const rows = await db
    .select({ briefId: briefCreator.briefId, state: briefCreator.state })
    .from(briefCreator)
    .where(eq(briefCreator.userId, userId));
  return rows.filter(({ state }) => state !== 'removed').map(({ briefId }) => briefId);
}
