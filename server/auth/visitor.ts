// Somebody at a door: what is known of a request before anyone is signed in by it, and the step
// through the door. A browser holds one person at a time; letting another in ends the first one's
// session, so that no page of theirs goes on under the new name.
import type { Tx } from '#db/open.ts';
import { endSession, type SessionMethod } from '#db/sessions.ts';
import { takeTry, type TryLimit } from '#db/tries.ts';
import type { Actor } from '#shared/roles.ts';
import type { Locale } from '#shared/words/words.ts';
import type { SessionScope } from '../auth.ts';
import type { Services } from '../services.ts';
import { addressHeader } from './library.ts';

export interface Visitor {
  actor: Actor | null;
  /** The request's headers, the address header set by the server itself. */
  headers: Headers;
  locale: Locale;
}

/** Through the door: where to go and the cookies to take along. */
export interface Entered {
  to: string;
  cookies: string[];
}

const minuteMs = 60_000;
/** How often a door may be tried; windows are at most ten minutes (db/tries). */
export const doorLimits = {
  signIn: { max: 20, windowMs: 10 * minuteMs },
  mailedLink: { max: 3, windowMs: 10 * minuteMs },
  askedLink: { max: 3, windowMs: 10 * minuteMs },
  code: { max: 5, windowMs: 10 * minuteMs },
  /** Over all addresses: a million codes are too few for an army of guessers. */
  codeEverywhere: { max: 60, windowMs: 10 * minuteMs },
  /** A calendar asks once in minutes at most; a home's worth of work each time. */
  feed: { max: 30, windowMs: 10 * minuteMs },
  wrongFeed: { max: 20, windowMs: 10 * minuteMs },
} as const satisfies Record<string, TryLimit>;

export async function mayTry(
  s: Services,
  tx: Tx,
  door: keyof typeof doorLimits,
  whom = '',
): Promise<boolean> {
  return takeTry(tx, `${door}:${whom}`, { ...doorLimits[door], at: s.now() });
}

export const addressOf = (visitor: Visitor): string => visitor.headers.get(addressHeader) ?? '';

/** Signs the visitor in as this person; who is already that person keeps the session they have. */
export async function enter(
  s: Services,
  tx: Tx,
  visitor: Visitor,
  whom: { userId: string; method: SessionMethod },
): Promise<string[]> {
  if (visitor.actor?.userId === whom.userId) return [];
  if (visitor.actor) await leave(s, tx, visitor.actor);
  const { cookies } = await s.auth.startSession(tx, { ...whom, headers: visitor.headers });
  return cookies;
}

export async function leave(s: Services, tx: Tx, { userId, sessionId }: Actor): Promise<void> {
  await endSession(tx, userId, sessionId);
  tx.afterCommit(() => disconnect(s, { sessionId }));
}

/** Ends every socket of a session that is over, and forgets who it was. */
export function disconnect(s: Services, of: SessionScope): void {
  s.auth.forget(of);
  s.hub.closeSessions(of);
  s.live.closeSessions(of);
}

/** A path on this site to go to next; anything else, such as another site, becomes the home page. */
export function safePath(next: string | null | undefined): string {
  const here = 'http://here.invalid';
  if (!next?.startsWith('/') || !URL.canParse(next, here)) return '/';
  const url = new URL(next, here);
  return url.origin === here ? url.pathname + url.search + url.hash : '/';
}

/** The address of a page as people reach it from outside. */
export function pageUrl({ config }: Services, path: string): string {
  return new URL(path, config.url ?? `http://${config.host}:${config.port}`).href;
}
