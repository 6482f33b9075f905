// Who sees the pictures that show a style: a portfolio its creator, and the brand's people of a brief
// that the creator is in; a moodboard whoever sees the brief, its creators too.
import type { Executor } from '#db/open.ts';
import { standingFor } from '#db/standing.ts';
import { briefsWith, type StylePictureRow, stylePicturesByHash } from '#db/style-pictures.ts';
import { can } from '#shared/roles.ts';

/** The row of a file through which this person may see it. */
export async function seenStylePicture(
  db: Executor,
  userId: string,
  hash: string,
): Promise<StylePictureRow | null> {
  for (const row of await stylePicturesByHash(db, hash)) {
    if (await maySee(db, userId, row)) return row;
  }
  return null;
}

async function maySee(db: Executor, userId: string, row: StylePictureRow): Promise<boolean> {
  if (row.briefId !== null) {
    const standing = await standingFor(db, userId, { briefId: row.briefId });
    return standing !== null && can('moodboard.read', standing);
  }
  return row.userId === userId || seesPortfolio(db, { userId, creatorId: row.userId ?? '' });
}

export async function seesPortfolio(
  db: Executor,
  { userId, creatorId }: { userId: string; creatorId: string },
): Promise<boolean> {
  for (const briefId of await briefsWith(db, creatorId)) {
    const standing = await standingFor(db, userId, { briefId });
    if (standing && can('portfolio.read', standing)) return true;
  }
  return false;
}

/** As a page shows it. */
export const shownPicture = ({ id, hash, alt, width, height }: StylePictureRow) => ({
  id,
  hash,
  alt,
  width,
  height,
});
export type ShownPicture = ReturnType<typeof shownPicture>;
