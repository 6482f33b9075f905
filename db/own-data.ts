// All that is kept of one creator's own, read for the creator: counted for the page, whole for the file.
import { asc, count, eq } from 'drizzle-orm';
import type { Executor } from './open.ts';
import { draft, proof } from './schema/drafts.ts';
import {
  channel,
  fitMark,
  importedPost,
  personality,
  postImport,
  shownTo,
  stylePicture,
} from './schema/roster.ts';
import { comment } from './schema/talk.ts';
import { voiceCaption } from './schema/voice.ts';

export interface OwnCounts {
  imports: number;
  posts: number;
  captions: number;
  drafts: number;
}

export async function ownCounts(db: Executor, userId: string): Promise<OwnCounts> {
  const counted = async (rows: Promise<{ n: number }[]>) => (await rows)[0]?.n ?? 0;
  const n = count();
  return {
    imports: await counted(db.select({ n }).from(postImport).where(eq(postImport.userId, userId))),
    posts: await counted(
      db.select({ n }).from(importedPost).where(eq(importedPost.userId, userId)),
    ),
    captions: await counted(
      db.select({ n }).from(voiceCaption).where(eq(voiceCaption.userId, userId)),
    ),
    drafts: await counted(db.select({ n }).from(draft).where(eq(draft.creatorId, userId))),
  };
}

/** Rows as they are kept, by what they are. Nothing in them is anybody else's. */
export async function ownRows(db: Executor, userId: string) {
  return {
    channels: await db.select().from(channel).where(eq(channel.userId, userId)),
    imports: await db.select().from(postImport).where(eq(postImport.userId, userId)),
    posts: await db
      .select()
      .from(importedPost)
      .where(eq(importedPost.userId, userId))
      .orderBy(asc(importedPost.publishedAt)),
    shownTo: await db.select().from(shownTo).where(eq(shownTo.userId, userId)),
    captions: await db
      .select({ text: voiceCaption.text, addedAt: voiceCaption.addedAt })
      .from(voiceCaption)
      .where(eq(voiceCaption.userId, userId)),
    comments: await db
      .select({ text: comment.body, at: comment.createdAt })
      .from(comment)
      .where(eq(comment.userId, userId))
      .orderBy(asc(comment.createdAt)),
    fitMarks: await db.select().from(fitMark).where(eq(fitMark.raterId, userId)),
    personality: await db.select().from(personality).where(eq(personality.raterId, userId)),
    pictures: await db.select().from(stylePicture).where(eq(stylePicture.userId, userId)),
  };
}

/** Every proof of their posts. */
export async function ownProofs(
  db: Executor,
  userId: string,
): Promise<{ id: string; draftId: string; content: string }[]> {
  return db
    .select({ id: proof.id, draftId: proof.draftId, content: proof.content })
    .from(proof)
    .innerJoin(draft, eq(draft.id, proof.draftId))
    .where(eq(draft.creatorId, userId));
}
