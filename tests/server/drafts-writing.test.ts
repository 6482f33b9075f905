import { expect, test } from 'vitest';
import { eventsAfter } from '#db/events.ts';
import { post } from '#server/views/drafts.ts';
import { noteWriters } from '#server/writing.ts';
import type { UpdateLog } from '#server/sync/persistence.ts';
import { openPostHouse, value } from '#tests/support/post-house.ts';

test('the brand learns that a creator wrote and when, once a minute, and no creator hears of it', async () => {
  const house = await openPostHouse();
  const { s, drafts } = house;
  const committed: Pick<UpdateLog, 'append'> = {
    append: async (batch) => batch.map(() => ({ kind: 'appended', seq: 1 })),
  };
  const failures: unknown[] = [];
  const noted = new Promise<void>((resolve) => {
    const live = {
      ...s.live,
      publish: async (...event: Parameters<typeof s.live.publish>) => {
        await s.live.publish(...event);
        event[0].afterCommit(resolve);
      },
    };
    const log = noteWriters(committed as UpdateLog, {
      db: s.db,
      live,
      now: s.now,
      log: (entry) => failures.push(entry),
    });
    const update = {
      document: `draft:${drafts.mali}` as const,
      epoch: 'epoch-mali',
      aclEpoch: 0,
      userId: 'mali',
      connectionId: 'c1',
      clientIds: [],
      update: new Uint8Array([0, 0]),
    };
    void log.append([update, update]).then(() => log.append([update]));
  });
  await noted;
  const page = value(await post(s, house.ploy, { draftId: drafts.mali }));
  expect(page.door).toBe('closed');
  expect(page.writingAt).not.toBeNull();
  const heard = await eventsAfter(s.db, 0, 10);
  expect(heard).toMatchObject([{ kind: 'draft.write', audience: 'brand', body: null }]);
  expect(failures).toEqual([]);
});
