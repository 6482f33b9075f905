// Erases the addresses of creators whose job ended 60 days ago. The row says that there was one;
// nothing that is written here or anywhere else says which.
import { changeDelivery, jobEnd, withAddress } from '#db/deliveries.ts';
import { erasedFrom } from '#shared/delivery.ts';
import type { Services } from './services.ts';

export async function eraseAddresses(s: Pick<Services, 'db' | 'now'>): Promise<void> {
  for (const place of await withAddress(s.db)) {
    await s.db.transaction(async (tx) => {
      const end = await jobEnd(tx, place);
      if (!end || erasedFrom(end) > s.now()) return;
      await changeDelivery(tx, place.id, { address: null, erasedAt: s.now() });
    });
  }
}
