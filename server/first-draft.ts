// The empty drafts a creator begins with: one for each post that is theirs, from the moment they are in.
import type { CreatorRow } from '#db/creators.ts';
import { deliverablesOf } from '#db/deliverables.ts';
import { createDraft, type DraftDays } from '#db/drafts.ts';
import { daysTakenOver } from '#db/replacements.ts';
import type { Tx } from '#db/open.ts';
import { assigned } from '#shared/assigned.ts';
import { idFrom } from '#shared/ids.ts';
import type { Services } from './services.ts';

interface First {
  briefId: string;
  deliverableId: string;
  creatorId: string;
  days?: DraftDays | undefined;
}

/** As *Just me*; a draft the creator has already stays as it is. */
export async function startDraft(s: Services, tx: Tx, first: First): Promise<void> {
  await createDraft(tx, {
    ...first,
    id: idFrom(s.randomBytes(20)),
    epoch: idFrom(s.randomBytes(20)),
    at: s.now(),
  });
}

/** Of somebody whose posts these were before they take over the days, and nothing else. */
export async function startOwnDrafts(
  s: Services,
  tx: Tx,
  creator: Pick<CreatorRow, 'briefId' | 'userId' | 'posts'>,
): Promise<void> {
  const { briefId, userId: creatorId, posts } = creator;
  const days = await daysTakenOver(tx, creator);
  for (const { id } of assigned(posts, await deliverablesOf(tx, briefId))) {
    await startDraft(s, tx, { briefId, deliverableId: id, creatorId, days: days.get(id) });
  }
}
