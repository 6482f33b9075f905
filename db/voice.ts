// A creator's own captions and the card made of them. Every function here is about one person; who
// asks is the caller's question, and no caller but that person is ever given a text.
import { and, asc, count, desc, eq, inArray } from 'drizzle-orm';
import type { VoiceCard } from '#shared/voice.ts';
import type { Executor, Tx } from './open.ts';
import { voice, voiceCaption } from './schema/voice.ts';

export type VoiceCaptionRow = typeof voiceCaption.$inferSelect;
export type VoiceRow = typeof voice.$inferSelect;

/** SQLite takes 32 766 values a statement; a caption has seven. */
const rowsAtOnce = 500;

export async function addVoiceCaptions(tx: Tx, rows: readonly VoiceCaptionRow[]): Promise<void> {
  for (let at = 0; at < rows.length; at += rowsAtOnce) {
    await tx.insert(voiceCaption).values(rows.slice(at, at + rowsAtOnce));
  }
}

/** All of them with what was counted, the newest first, those of one paste as they were pasted. */
export async function voiceCaptionsOf(db: Executor, userId: string): Promise<VoiceCaptionRow[]> {
  return newestFirst(db, userId);
}

/** The newest only, for a page. */
export async function newestVoiceCaptions(
  db: Executor,
  userId: string,
  limit: number,
): Promise<VoiceCaptionRow[]> {
  return newestFirst(db, userId).limit(limit);
}

const newestFirst = (db: Executor, userId: string) =>
  db
    .select()
    .from(voiceCaption)
    .where(eq(voiceCaption.userId, userId))
    .orderBy(desc(voiceCaption.addedAt), asc(voiceCaption.place));

export async function countVoiceCaptions(db: Executor, userId: string): Promise<number> {
  const [row] = await db
    .select({ count: count() })
    .from(voiceCaption)
    .where(eq(voiceCaption.userId, userId));
  return row?.count ?? 0;
}

/** Which of these texts are among the person's captions already. */
export async function knownCaptions(
  db: Executor,
  userId: string,
  texts: readonly string[],
): Promise<Set<string>> {
  if (texts.length === 0) return new Set();
  const rows = await db
    .select({ text: voiceCaption.text })
    .from(voiceCaption)
    .where(and(eq(voiceCaption.userId, userId), inArray(voiceCaption.text, [...texts])));
  return new Set(rows.map(({ text }) => text));
}

/** False where this person has no such caption. */
export async function removeVoiceCaption(
  tx: Tx,
  { id, userId }: { id: string; userId: string },
): Promise<boolean> {
  const gone = await tx
    .delete(voiceCaption)
    .where(and(eq(voiceCaption.id, id), eq(voiceCaption.userId, userId)))
    .returning({ id: voiceCaption.id });
  return gone.length > 0;
}

export async function removeVoiceCaptions(tx: Tx, userId: string): Promise<void> {
  await tx.delete(voiceCaption).where(eq(voiceCaption.userId, userId));
}

/** Null where the person never pasted a caption or chose anything. */
export async function voiceOf(db: Executor, userId: string): Promise<VoiceRow | null> {
  const [row] = await db.select().from(voice).where(eq(voice.userId, userId));
  return row ?? null;
}

export async function saveVoice(
  tx: Tx,
  userId: string,
  change: { card: VoiceCard | null } | { shown: boolean },
): Promise<void> {
  await tx
    .insert(voice)
    .values({ userId, ...change })
    .onConflictDoUpdate({ target: voice.userId, set: change });
}
