// Suggestions on drafts and guidelines. Accepting one is written by the log (log-writer.ts), in one
// transaction with the edit; who may read a row is the view's question.
import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { Suggested } from '#shared/suggestions.ts';
import type { Executor, Tx } from './open.ts';
import { user } from './schema/people.ts';
import { suggestion } from './schema/talk.ts';

export type SuggestionRow = Omit<typeof suggestion.$inferSelect, 'span' | 'slice'> & Suggested;
export type SuggestionPlace = { draftId: string } | { briefId: string };

export interface SuggestionWithAuthor extends SuggestionRow {
  authorName: string;
}

const at = (place: SuggestionPlace) =>
  'draftId' in place
    ? eq(suggestion.draftId, place.draftId)
    : and(eq(suggestion.briefId, place.briefId), isNull(suggestion.draftId));

/** Of a draft, or on the guidelines of a brief, the oldest first; all that were not taken back. */
export async function suggestionsAt(
  db: Executor,
  place: SuggestionPlace,
): Promise<SuggestionWithAuthor[]> {
  const rows = await db
    .select({ suggestion, authorName: user.name })
    .from(suggestion)
    .innerJoin(user, eq(user.id, suggestion.authorId))
    .where(and(at(place), inArray(suggestion.status, ['open', 'accepted', 'kept'])))
    .orderBy(asc(suggestion.createdAt), asc(suggestion.id));
  return rows.map((row) => ({ ...(row.suggestion as SuggestionRow), authorName: row.authorName }));
}

export async function suggestionById(db: Executor, id: string): Promise<SuggestionRow | null> {
  const [row] = await db.select().from(suggestion).where(eq(suggestion.id, id));
  return (row as SuggestionRow | undefined) ?? null;
}

export async function addSuggestion(
  tx: Tx,
  row: Omit<SuggestionRow, 'status' | 'answeredBy' | 'answeredAt' | 'reason'>,
): Promise<void> {
  await tx.insert(suggestion).values({ ...row, status: 'open' });
}

/** Its author goes on with it. False when it was answered meanwhile. */
export async function rewordSuggestion(
  tx: Tx,
  { id, span, slice, baseSeq, at }: Suggested & { id: string; baseSeq: number; at: Date },
): Promise<boolean> {
  const done = await tx
    .update(suggestion)
    .set({ span, slice, baseSeq, updatedAt: at })
    .where(and(eq(suggestion.id, id), eq(suggestion.status, 'open')))
    .returning({ id: suggestion.id });
  return done.length > 0;
}

/** Everything but accepting. False when it was answered meanwhile. */
export async function closeSuggestion(
  tx: Tx,
  { id, status, by, at }: { id: string; status: 'kept' | 'withdrawn'; by: string; at: Date },
): Promise<boolean> {
  const done = await tx
    .update(suggestion)
    .set({ status, answeredBy: by, answeredAt: at, updatedAt: at })
    .where(and(eq(suggestion.id, id), eq(suggestion.status, 'open')))
    .returning({ id: suggestion.id });
  return done.length > 0;
}

export async function giveReason(
  tx: Tx,
  { id, reason, at }: { id: string; reason: string | null; at: Date },
): Promise<void> {
  await tx.update(suggestion).set({ reason, updatedAt: at }).where(eq(suggestion.id, id));
}
