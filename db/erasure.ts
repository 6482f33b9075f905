// What is a creator's own, counted, erased in parts and erased whole. What a contract stands on
// (decisions, sent versions, proofs, the deal) is not touched here; it loses the name only.
import { and, eq, inArray, lte, ne, or, sql } from 'drizzle-orm';
import { draftDocument } from '#shared/ids.ts';
import type { Executor, Tx } from './open.ts';
import { briefCreator, contract, delivery } from './schema/campaign.ts';
import { document } from './schema/documents.ts';
import { decision, draft, draftCheckpoint, draftVersion, file } from './schema/drafts.ts';
import { feed, savedView } from './schema/outside.ts';
import { accessToken, account, deviceCode, link, notice, session, user } from './schema/people.ts';
import {
  channel,
  erasure,
  fitDone,
  fitMark,
  importedPost,
  overlapCount,
  overlapHashes,
  personality,
  postImport,
  recentFigures,
  rosterCreator,
  shownTo,
  stylePicture,
} from './schema/roster.ts';
import { threadRead } from './schema/talk.ts';
import { inbox, tellingChoice } from './schema/telling.ts';
import { voice, voiceCaption } from './schema/voice.ts';

export type ErasureRow = typeof erasure.$inferSelect;

export async function erasureOf(db: Executor, userId: string): Promise<ErasureRow | null> {
  const [row] = await db.select().from(erasure).where(eq(erasure.userId, userId));
  return row ?? null;
}

export async function askErasure(tx: Tx, row: ErasureRow): Promise<void> {
  await tx.insert(erasure).values(row).onConflictDoNothing();
}

export async function cancelErasure(tx: Tx, userId: string): Promise<boolean> {
  const gone = await tx.delete(erasure).where(eq(erasure.userId, userId)).returning();
  return gone.length > 0;
}

export async function erasuresDue(db: Executor, now: Date): Promise<ErasureRow[]> {
  return db.select().from(erasure).where(lte(erasure.at, now));
}

/** Everything that came from the creator's own files, and who was shown it. */
export async function eraseImports(tx: Tx, userId: string): Promise<void> {
  for (const table of [importedPost, postImport, recentFigures, channel, shownTo]) {
    await tx.delete(table).where(eq(table.userId, userId));
  }
}

/** Posts that were never sent: nobody signed anything of them, and their words go. */
export async function unsentDrafts(db: Executor, userId: string): Promise<{ id: string }[]> {
  const sent = db.select({ id: draftVersion.draftId }).from(draftVersion);
  return db
    .select({ id: draft.id })
    .from(draft)
    .where(and(eq(draft.creatorId, userId), sql`${draft.id} not in ${sent}`));
}

/** The documents, kept versions and files of these drafts. Says which files' bytes may go. */
export async function eraseDrafts(tx: Tx, draftIds: string[]): Promise<string[]> {
  if (draftIds.length === 0) return [];
  await tx.delete(document).where(inArray(document.name, draftIds.map(draftDocument)));
  await tx.delete(draftCheckpoint).where(inArray(draftCheckpoint.draftId, draftIds));
  const files = await tx.delete(file).where(inArray(file.draftId, draftIds)).returning();
  return files.map(({ hash }) => hash);
}

/** Of these files, those that no row names any more. */
export async function orphansOf(db: Executor, hashes: string[]): Promise<string[]> {
  const left = await Promise.all(hashes.map((hash) => isNamed(db, hash)));
  return hashes.filter((_, index) => !left[index]);
}

async function isNamed(db: Executor, hash: string): Promise<boolean> {
  for (const table of [file, contract, stylePicture]) {
    const rows = await db.select({ hash: table.hash }).from(table).where(eq(table.hash, hash));
    if (rows.length > 0) return true;
  }
  return false;
}

/** Marks about them and by them, pictures, followers in common. Says which files' bytes may go. */
export async function eraseRoster(tx: Tx, userId: string): Promise<string[]> {
  for (const table of [fitMark, fitDone]) {
    const isTheirs = or(eq(table.userId, userId), eq(table.raterId, userId));
    await tx.delete(table).where(isTheirs);
  }
  const isOfThem = or(eq(personality.subject, userId), eq(personality.raterId, userId));
  await tx.delete(personality).where(isOfThem);
  await tx.delete(overlapHashes).where(eq(overlapHashes.userId, userId));
  const { aUserId, bUserId } = overlapCount;
  await tx.delete(overlapCount).where(or(eq(aUserId, userId), eq(bUserId, userId)));
  await tx.delete(rosterCreator).where(eq(rosterCreator.userId, userId));
  const pictures = await tx
    .delete(stylePicture)
    .where(eq(stylePicture.userId, userId))
    .returning({ hash: stylePicture.hash });
  return pictures.map(({ hash }) => hash);
}

/** How they are reached and how they get in; captions and card; what they were told. */
export async function eraseWays(tx: Tx, userId: string): Promise<void> {
  const own = [account, session, link, deviceCode, accessToken, feed, inbox, tellingChoice];
  for (const table of [...own, voiceCaption, voice, threadRead, savedView]) {
    await tx.delete(table).where(eq(table.userId, userId));
  }
  await tx.delete(notice).where(eq(notice.toUserId, userId));
}

/** Their place in every brief without a handle, a number or a word of theirs; the deal stays as it was agreed. */
export async function eraseFromBriefs(tx: Tx, userId: string, at: Date): Promise<string[]> {
  const places = await tx
    .update(briefCreator)
    .set({ handle: '', phone: '', link: '', note: null, state: 'removed' })
    .where(eq(briefCreator.userId, userId))
    .returning({ id: briefCreator.id, briefId: briefCreator.briefId });
  const ids = places.map(({ id }) => id);
  await tx
    .update(delivery)
    .set({ address: null, variant: '', erasedAt: at })
    .where(inArray(delivery.briefCreatorId, ids));
  return places.map(({ briefId }) => briefId);
}

/** The name in the account and beside every decision. Proofs keep theirs: they are signed with it. */
export async function erasePerson(
  tx: Tx,
  userId: string,
  { name, email, at }: { name: string; email: string; at: Date },
): Promise<void> {
  const blank = { name, email, emailVerified: false, image: null, updatedAt: at };
  await tx.update(user).set(blank).where(eq(user.id, userId));
  await tx
    .update(decision)
    .set({ userName: name })
    .where(and(eq(decision.userId, userId), ne(decision.userName, name)));
}
