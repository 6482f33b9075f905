// Reading copies as both sides of a post see them. Whether one is out of date is the page's to say: it
// has the live text.
import type { Executor } from '#db/open.ts';
import { type CopyTexts, readingCopiesOf } from '#db/reading-copies.ts';
import type { Actor } from '#shared/roles.ts';
import type { DraftCase } from '../drafts.ts';

export interface ReadingCopyView {
  id: string;
  versionId: string;
  n: number;
  /** Of the version's text: another one now, and the copy is out of date. */
  contentId: string;
  language: string;
  texts: CopyTexts;
  author: { name: string; side: 'brand' | 'creator'; self: boolean };
  at: number;
  edited: boolean;
}

/** The newest of each person and language: one of an older version gives way to its author's next. */
export async function readingCopies(
  db: Executor,
  actor: Actor,
  { draft }: Pick<DraftCase, 'draft'>,
): Promise<ReadingCopyView[]> {
  const seen = new Set<string>();
  return (await readingCopiesOf(db, draft.id)).flatMap((copy) => {
    const { id, version, language, texts, author, createdAt, editedAt } = copy;
    const key = `${language} ${author.id}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [
      {
        id,
        versionId: version.id,
        n: version.n,
        contentId: version.contentId,
        language,
        texts,
        author: {
          name: author.name,
          side: author.id === draft.creatorId ? ('creator' as const) : ('brand' as const),
          self: author.id === actor.userId,
        },
        at: (editedAt ?? createdAt).getTime(),
        edited: editedAt !== null,
      },
    ];
  });
}
