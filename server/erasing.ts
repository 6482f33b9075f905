// Erases the addresses and phone numbers of creators whose job ended 60 days ago. The row says that
// there was an address; nothing that is written here or anywhere else says which.
import { type CreatorRow, erasePhone } from '#db/creators.ts';
import { changeDelivery, jobEnd, reachable } from '#db/deliveries.ts';
import type { Executor } from '#db/open.ts';
import { erasedFrom } from '#shared/delivery.ts';
import type { Services } from './services.ts';

export async function eraseAddresses(s: Pick<Services, 'db' | 'now'>): Promise<void> {
  for (const { place, address } of await reachable(s.db)) {
    if (!(await isLongOver(s.db, place, s.now()))) continue;
    await s.db.transaction(async (tx) => {
      // Somebody may have asked them again in this very moment.
      if (!(await isLongOver(tx, place, s.now()))) return;
      await erasePhone(tx, place.id);
      if (address === null) return;
      await changeDelivery(tx, place.id, { address: null, erasedAt: s.now() });
    });
  }
}

async function isLongOver(db: Executor, place: CreatorRow, now: Date): Promise<boolean> {
  const end = await jobEnd(db, place);
  return end !== null && erasedFrom(end) <= now;
}
