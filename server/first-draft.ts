// The empty draft a creator begins with: one for each post, from the moment they are in.
import { createDraft } from '#db/drafts.ts';
import type { Tx } from '#db/open.ts';
import { idFrom } from '#shared/ids.ts';
import type { Services } from './services.ts';

/** As *Just me*; a draft the creator has already stays as it is. */
export async function startDraft(
  s: Services,
  tx: Tx,
  place: { briefId: string; deliverableId: string; creatorId: string },
): Promise<void> {
  await createDraft(tx, {
    ...place,
    id: idFrom(s.randomBytes(20)),
    epoch: idFrom(s.randomBytes(20)),
    at: s.now(),
  });
}
