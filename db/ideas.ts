// What creators would make, as it was last sent. What was sent before, and what was answered, stands
// in the decisions; what is not sent is never here.
import { and, eq } from 'drizzle-orm';
import type { Executor, Tx } from './open.ts';
import { decision, draft, idea } from './schema/drafts.ts';

export type IdeaRow = typeof idea.$inferSelect;

export async function ideaOf(db: Executor, draftId: string): Promise<IdeaRow | null> {
  const [row] = await db.select().from(idea).where(eq(idea.draftId, draftId));
  return row ?? null;
}

/** Every idea of a brief, by draft: one question for a whole list of posts. */
export async function ideasOfBrief(db: Executor, briefId: string): Promise<Map<string, IdeaRow>> {
  const rows = await db
    .select({ idea })
    .from(idea)
    .innerJoin(draft, eq(draft.id, idea.draftId))
    .where(eq(draft.briefId, briefId));
  return new Map(rows.map((row) => [row.idea.draftId, row.idea]));
}

export async function saveIdea(tx: Tx, row: typeof idea.$inferInsert): Promise<void> {
  const { draftId: _, ...set } = row;
  await tx.insert(idea).values(row).onConflictDoUpdate({ target: idea.draftId, set });
}

/** Whether a file is the picture of an idea that was sent: then the brand may see it. */
export async function isIdeaPicture(
  db: Executor,
  { draftId, hash }: { draftId: string; hash: string },
): Promise<boolean> {
  const sent = await db
    .select({ body: decision.body })
    .from(decision)
    .where(and(eq(decision.draftId, draftId), eq(decision.event, 'idea')));
  return sent.some(({ body }) => (body as { picture?: unknown } | null)?.picture === hash);
}
