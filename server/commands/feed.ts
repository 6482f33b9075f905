// The address of a person's calendar: made, made anew, taken away. Told once, like every secret.
import { removeFeed, setFeed } from '#db/feeds.ts';
import { ok, type Result } from '#shared/result.ts';
import type { Actor } from '#shared/roles.ts';
import { hashSecret } from '../auth/secrets.ts';
import { pageUrl } from '../auth/visitor.ts';
import type { Services } from '../services.ts';

/** A new address; one made before stops at once. */
export async function makeFeed(s: Services, actor: Actor): Promise<Result<{ url: string }>> {
  const secret = s.auth.newSecret();
  const { userId } = actor;
  const row = { userId, secretHash: hashSecret(secret), createdAt: s.now() };
  await s.db.transaction((tx) => setFeed(tx, row));
  return ok({ url: pageUrl(s, `/calendar/${secret}.ics`) });
}

export async function endFeed(s: Services, actor: Actor): Promise<Result<null>> {
  await s.db.transaction((tx) => removeFeed(tx, actor.userId));
  return ok(null);
}
