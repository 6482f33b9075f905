// Whether there is an address of the reader's calendar, and since when. The address itself is not kept.
import { feedOf } from '#db/feeds.ts';
import { ok } from '#shared/result.ts';
import type { Actor } from '#shared/roles.ts';
import type { Services } from '../services.ts';

export async function myFeed(s: Services, actor: Actor) {
  const row = await feedOf(s.db, actor.userId);
  return ok({ since: row?.createdAt.getTime() ?? null, kind: actor.kind });
}
