// Reading copies: translations by people that hang on a version that was sent.
import { and, desc, eq } from 'drizzle-orm';
import type { TextPart } from '#shared/parts.ts';
import type { Executor, Tx } from './open.ts';
import { draftVersion, readingCopy } from './schema/drafts.ts';
import { user } from './schema/people.ts';

export type CopyTexts = Partial<Record<TextPart, string>>;

export interface ReadingCopy {
  id: string;
  version: { id: string; n: number; contentId: string };
  language: string;
  texts: CopyTexts;
  author: { id: string; name: string };
  createdAt: Date;
  editedAt: Date | null;
}

/** Of every version of a draft, those of the newest first. */
export async function readingCopiesOf(db: Executor, draftId: string): Promise<ReadingCopy[]> {
  const rows = await db
    .select({
      copy: readingCopy,
      version: { id: draftVersion.id, n: draftVersion.n, contentId: draftVersion.contentId },
      author: { id: user.id, name: user.name },
    })
    .from(readingCopy)
    .innerJoin(draftVersion, eq(draftVersion.id, readingCopy.versionId))
    .innerJoin(user, eq(user.id, readingCopy.userId))
    .where(eq(draftVersion.draftId, draftId))
    .orderBy(desc(draftVersion.n), readingCopy.createdAt);
  return rows.map(({ copy: { id, language, texts, createdAt, editedAt }, version, author }) => ({
    id,
    version,
    language,
    texts: texts as CopyTexts,
    author,
    createdAt,
    editedAt,
  }));
}

interface CopyKey {
  versionId: string;
  language: string;
  userId: string;
}

/** Writes one's own copy, or writes it anew. */
export async function writeReadingCopy(
  tx: Tx,
  row: CopyKey & { id: string; texts: CopyTexts; at: Date },
): Promise<void> {
  const { at, texts, ...key } = row;
  await tx
    .insert(readingCopy)
    .values({ ...key, texts, createdAt: at })
    .onConflictDoUpdate({
      target: [readingCopy.versionId, readingCopy.language, readingCopy.userId],
      set: { texts, editedAt: at },
    });
}

/** True where there was one. */
export async function removeReadingCopy(
  tx: Tx,
  { versionId, language, userId }: CopyKey,
): Promise<boolean> {
  const gone = await tx
    .delete(readingCopy)
    .where(
      and(
        eq(readingCopy.versionId, versionId),
        eq(readingCopy.language, language),
        eq(readingCopy.userId, userId),
      ),
    )
    .returning({ id: readingCopy.id });
  return gone.length > 0;
}
