// Secrets of the roster, for the secret house: what Ben brought in and showed to the workspace, what he
// says of himself, and what the brand notes about him and shows to nobody.
import { eq } from 'drizzle-orm';
import { brief } from '#db/schema/campaign.ts';
import {
  fitMark,
  importedPost,
  overlapRound,
  postImport,
  rosterCreator,
  shownTo,
  stylePicture,
} from '#db/schema/roster.ts';
import type { Services } from '#server/services.ts';

const secret = (what: string) => `zq${what}zq`;

/** Ben's own: he reads it, and of the brand whoever he shows it to. */
export const rosterSecrets = {
  importedFile: secret('importedfile'),
  importedCaption: secret('importedcaption'),
  importedLink: secret('importedlink'),
  ownFitNote: secret('ownfitnote'),
  pictureAlt: secret('picturealt'),
} as const;

/** Noted about Ben by the brand, for the brand. */
export const notedOfBen = {
  rosterNote: secret('rosternote'),
  fitEvidence: secret('fitevidence'),
  fitNote: secret('fitnote'),
} as const;

interface Planting {
  s: Services;
  briefId: string;
  people: Record<'ploy' | 'ben', { userId: string }>;
}

export async function plantRoster({ s, briefId, people: { ploy, ben } }: Planting): Promise<void> {
  const at = s.now();
  const { userId } = ben;
  const counts = { likes: 3, comments: 1, saves: 1, shares: 1, views: 90, reach: 50 };
  const post = { platform: 'instagram', kind: 'photo', key: 'at:1', publishedAt: at } as const;
  const mark = { briefId, userId, rowId: 'sets-trends', at };
  await s.db.transaction(async (tx) => {
    const [row] = await tx.select().from(brief).where(eq(brief.id, briefId));
    const workspaceId = row?.workspaceId ?? '';
    const fileName = rosterSecrets.importedFile;
    const file = { id: 'importofben', userId, format: 'instagram', fileName } as const;
    await tx.insert(postImport).values({ ...file, posts: 1, added: 1, skipped: [], at });
    await tx.insert(importedPost).values({
      ...post,
      ...counts,
      id: 'importedofben',
      userId,
      importId: 'importofben',
      caption: rosterSecrets.importedCaption,
      permalink: `https://posts.example/${rosterSecrets.importedLink}`,
    });
    await tx.insert(shownTo).values({ userId, workspaceId, what: 'posts', at });
    const note = notedOfBen.rosterNote;
    const by = { addedBy: ploy.userId, addedAt: at };
    await tx.insert(rosterCreator).values({ workspaceId, userId, note, ...by });
    await tx.insert(fitMark).values([
      {
        ...mark,
        raterId: ploy.userId,
        score: 4,
        evidence: `https://posts.example/${notedOfBen.fitEvidence}`,
        note: notedOfBen.fitNote,
      },
      {
        ...mark,
        raterId: userId,
        score: 3,
        evidence: 'https://posts.example/1',
        note: rosterSecrets.ownFitNote,
      },
    ]);
    await tx.insert(stylePicture).values({
      id: 'pictureofben',
      userId,
      hash: 'e'.repeat(64),
      mime: 'image/png',
      size: 4,
      width: 1,
      height: 1,
      name: 'one.png',
      alt: rosterSecrets.pictureAlt,
      place: 0,
      uploadedBy: userId,
      createdAt: at,
    });
    const round = { id: 'roundofben', briefId, salt: 'salt', openedBy: ploy.userId };
    await tx.insert(overlapRound).values({ ...round, openedAt: at });
  });
}
