// Erases the accounts whose week is over. Sent versions, decisions, deals and proofs are what a contract
// stands on: they stay, without the name everywhere but in the proofs, which were signed with it.
// Each step may run again: a round that was cut off is finished by the next.
import { bumpAcl } from '#db/documents.ts';
import { placesOf } from '#db/creators.ts';
import { draftsOfCreator } from '#db/drafts.ts';
import {
  cancelErasure,
  eraseDrafts,
  eraseFromBriefs,
  eraseImports,
  erasePerson,
  eraseRoster,
  erasuresDue,
  eraseWays,
  orphansOf,
  unsentDrafts,
} from '#db/erasure.ts';
import type { Tx } from '#db/open.ts';
import { type PersonRow, personById } from '#db/people.ts';
import { freeComingSlots } from '#db/shoots.ts';
import { nobodysName } from '#shared/erasure.ts';
import type { Actor } from '#shared/roles.ts';
import { disconnect } from './auth/visitor.ts';
import { withdrawDraft } from './commands/drafts.ts';
import type { Services } from './services.ts';
import { previewKey } from './storage.ts';
import { tellBrand } from './telling.ts';

export async function eraseDue(s: Services): Promise<void> {
  for (const { userId } of await erasuresDue(s.db, s.now())) {
    const person = await personById(s.db, userId);
    if (person) await eraseOne(s, person);
  }
}

const finished = new Set(['published', 'withdrawn', 'released']);

async function eraseOne(s: Services, person: PersonRow): Promise<void> {
  const actor = asActor(person);
  for (const { id: draftId, status } of await draftsOfCreator(s.db, person.id)) {
    // Refused where they are out of the brief already: then it is not theirs to end.
    if (!finished.has(status)) await withdrawDraft(s, actor, { draftId });
  }
  const hashes = await s.db.transaction((tx) => eraseRows(s, tx, actor));
  for (const hash of await orphansOf(s.db, hashes)) {
    await s.storage.remove(hash);
    await s.storage.remove(previewKey(hash));
  }
}

/** Says which files nobody here names any more. */
async function eraseRows(s: Services, tx: Tx, actor: Actor): Promise<string[]> {
  const { userId } = actor;
  const places = await placesOf(tx, userId);
  for (const { brief } of places) await bumpAcl(tx, { briefId: brief.id });
  for (const { creator } of places) await freeComingSlots(tx, creator.id, s.now());
  const drafts = (await unsentDrafts(tx, userId)).map(({ id }) => id);
  const files = await eraseDrafts(tx, drafts);
  const pictures = await eraseRoster(tx, userId);
  await eraseImports(tx, userId);
  await eraseWays(tx, userId);
  for (const briefId of new Set(await eraseFromBriefs(tx, userId, s.now()))) {
    await tellBrand(s, tx, { briefId, actor, kind: 'creator.erased' });
  }
  await erasePerson(tx, userId, { ...nobodysName(userId), at: s.now() });
  await cancelErasure(tx, userId);
  tx.afterCommit(() => {
    disconnect(s, { userId });
    s.hub.rightsChanged({ userId });
  });
  return [...new Set([...files, ...pictures])];
}

const asActor = ({ id, name, locale, calendar, kind }: PersonRow): Actor => ({
  userId: id,
  name,
  locale,
  calendar,
  kind,
  sessionId: '',
});
