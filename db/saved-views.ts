// Ways a person likes to look at a brief's posts, under names of their own. Nobody else reads them.
import { and, asc, count, eq } from 'drizzle-orm';
import type { Executor, Tx } from './open.ts';
import { savedView } from './schema/outside.ts';

export type SavedViewRow = typeof savedView.$inferSelect;

interface Whose {
  briefId: string;
  userId: string;
}

const isOf = ({ briefId, userId }: Whose) =>
  and(eq(savedView.briefId, briefId), eq(savedView.userId, userId));

export async function savedViewsOf(db: Executor, whose: Whose): Promise<SavedViewRow[]> {
  return db
    .select()
    .from(savedView)
    .where(isOf(whose))
    .orderBy(asc(savedView.createdAt), asc(savedView.id));
}

export async function countSavedViews(db: Executor, whose: Whose): Promise<number> {
  const [row] = await db.select({ views: count() }).from(savedView).where(isOf(whose));
  return row?.views ?? 0;
}

export async function addSavedView(tx: Tx, row: SavedViewRow): Promise<void> {
  await tx.insert(savedView).values(row);
}

/** True where there was one of this person's to remove. */
export async function removeSavedView(
  tx: Tx,
  { id, userId }: { id: string; userId: string },
): Promise<boolean> {
  const gone = await tx
    .delete(savedView)
    .where(and(eq(savedView.id, id), eq(savedView.userId, userId)))
    .returning({ id: savedView.id });
  return gone.length > 0;
}
