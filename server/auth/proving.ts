// Proving again who one is, before the address or the password of an account is changed.
import { passwordOf } from '#db/people.ts';
import { sessionById } from '#db/sessions.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { Actor } from '#shared/roles.ts';
import type { Services } from '../services.ts';

const hourMs = 3_600_000;

/** Whoever has a password proves it, unless a mailed link has just shown who they are. */
export async function provesSelf(
  s: Services,
  actor: Actor,
  current: string | null | undefined,
): Promise<Result<null>> {
  const hash = await passwordOf(s.db, actor.userId);
  if (!hash || (await cameByMailJustNow(s, actor))) return ok(null);
  const right = current ? await s.auth.verifyPassword(hash, current) : false;
  return right ? ok(null) : fail('wrong-password', { field: 'current' });
}

/** A forgotten password is replaced this way: a mailed link, then an hour to choose a new one. */
export async function cameByMailJustNow(s: Services, actor: Actor): Promise<boolean> {
  const session = await sessionById(s.db, actor.sessionId);
  if (session?.method !== 'sign-in link') return false;
  return s.now().getTime() - session.createdAt.getTime() < hourMs;
}
