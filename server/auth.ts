// Who is asking: sessions, cookies, passwords and access tokens. It answers with an Actor or with
// nothing, and knows neither briefs nor rights. What happens at a door is in auth/.
import type { IncomingHttpHeaders } from 'node:http';
import { getSessionCookie } from 'better-auth/cookies';
import { hashPassword, verifyPassword } from 'better-auth/crypto';
import type { Database, Tx } from '#db/open.ts';
import type { PersonRow } from '#db/people.ts';
import { createSession, type SessionMethod, touchSession } from '#db/sessions.ts';
import { noteTokenUse, tokenByHash } from '#db/tokens.ts';
import { idFrom } from '#shared/ids.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { Actor } from '#shared/roles.ts';
import { addressHeader, cookiePrefix, createLibrary, sessionExpiry } from './auth/library.ts';
import {
  derivedSecret,
  hashSecret,
  keyedHash,
  newSecret,
  type RandomBytes,
  readOrMakeKey,
} from './auth/secrets.ts';

export interface SignedIn {
  userId: string;
  sessionId: string;
  /** Set-Cookie values. */
  cookies: string[];
}

export type SessionScope = { sessionId: string } | { userId: string };

export interface Auth {
  /** The signed-in person of a request, remembered for a few seconds. */
  actorOf(headers: Headers | IncomingHttpHeaders): Promise<Actor | null>;
  /** The person an access token stands for. */
  actorOfToken(token: string): Promise<Actor | null>;
  signIn(input: { email: string; password: string; headers: Headers }): Promise<Result<SignedIn>>;
  /** Writes a session in this transaction; the cookie is good once it is committed. */
  startSession(
    tx: Tx,
    input: { userId: string; method: SessionMethod; headers: Headers },
  ): Promise<SignedIn>;
  /** Cookies that take the session cookie away. */
  signOutCookies(): Promise<string[]>;
  /** Forgets what was remembered of these sessions; called with every sign-out and change of name. */
  forget(of: SessionScope): void;
  hashPassword(password: string): Promise<string>;
  verifyPassword(hash: string, password: string): Promise<boolean>;
  newSecret(): string;
  /** A keyed hash for what is short enough to be guessed from a plain one. */
  keyedHash(purpose: string, text: string): string;
  /** The same at every start: secret of the person's demo link, and their demo access token. */
  demoSecret(userId: string): string;
  demoToken(userId: string): string;
}

export interface AuthOptions {
  db: Database;
  dataDir: string;
  /** Where people reach the server; its scheme decides whether cookies are secure. */
  url: string;
  now(): Date;
  randomBytes: RandomBytes;
}

const rememberMs = 3_000;
const touchEveryMs = 60_000;
const maxRemembered = 5_000;
/** An access token starts with this, so that a leaked one can be recognised. */
export const tokenPrefix = 'cobrief_';

export function createAuth({ db, dataDir, url, now, randomBytes }: AuthOptions): Auth {
  const key = readOrMakeKey(dataDir, randomBytes);
  const origin = new URL(url).origin;
  const secureCookies = origin.startsWith('https:');
  const library = createLibrary({ db, key, origin, secureCookies, now, randomBytes });
  const remembered = new Map<string, { actor: Actor; until: number }>();
  let changes = 0;

  async function cookiesOf(call: Promise<{ headers: Headers }>): Promise<string[]> {
    return (await call).headers.getSetCookie();
  }

  async function lookUp(cookie: string): Promise<Actor | null> {
    const found = await library.api.getSession({
      headers: new Headers({ cookie }),
      query: { disableRefresh: true },
    });
    if (!found || found.session.expiresAt <= now()) return null;
    const { user, session } = found;
    if (now().getTime() - session.updatedAt.getTime() > touchEveryMs) {
      await noted(touchSession(db, session.id, { at: now(), expiresAt: sessionExpiry(now()) }));
    }
    return actorFrom(user as Pick<PersonRow, ActorColumn>, session.id);
  }

  function remember(cookie: string, actor: Actor): void {
    if (remembered.size >= maxRemembered) remembered.clear();
    remembered.set(cookie, { actor, until: now().getTime() + rememberMs });
  }

  return {
    async actorOf(given) {
      const cookie = cookieOf(given);
      if (!cookie || !getSessionCookie(new Headers({ cookie }), { cookiePrefix })) return null;
      const known = remembered.get(cookie);
      if (known && known.until > now().getTime()) return known.actor;
      const changesBefore = changes;
      const actor = await lookUp(cookie);
      // A sign-out during the look-up makes its answer stale: it is given, never remembered.
      if (actor && changes === changesBefore) remember(cookie, actor);
      return actor;
    },

    async actorOfToken(token) {
      const found = await tokenByHash(db, hashSecret(token));
      if (!found) return null;
      const { id, lastUsedAt } = found.token;
      const at = now();
      if (at.getTime() - (lastUsedAt?.getTime() ?? 0) > touchEveryMs) {
        await noted(noteTokenUse(db, id, at));
      }
      return actorFrom(found.person, tokenSession(id));
    },

    async signIn({ email, password, headers }) {
      const response = await library.handler(
        new Request(`${origin}/api/auth/sign-in/email`, {
          method: 'POST',
          headers: libraryHeaders(headers, origin),
          body: JSON.stringify({ email, password }),
        }),
      );
      if (response.status === 429) return fail('too-many');
      if (!response.ok) return fail('wrong-password');
      const cookies = response.headers.getSetCookie();
      const actor = await lookUp(cookies.map((cookie) => cookie.split(';', 1)[0]).join('; '));
      if (!actor) throw new Error('a session that was just made cannot be read');
      return ok({ userId: actor.userId, sessionId: actor.sessionId, cookies });
    },

    async startSession(tx, { userId, method, headers }) {
      const token = newSecret(randomBytes);
      const sessionId = idFrom(randomBytes(20));
      await createSession(tx, {
        id: sessionId,
        userId,
        token,
        method,
        ipAddress: headers.get(addressHeader),
        userAgent: headers.get('user-agent'),
        createdAt: now(),
        expiresAt: sessionExpiry(now()),
      });
      const cookies = await cookiesOf(
        library.api.setSessionCookieFor({ body: { token }, returnHeaders: true }),
      );
      return { userId, sessionId, cookies };
    },

    signOutCookies: () => cookiesOf(library.api.expireSessionCookie({ returnHeaders: true })),

    forget(of) {
      changes += 1;
      for (const [cookie, { actor }] of remembered) {
        const hit = 'userId' in of ? actor.userId === of.userId : actor.sessionId === of.sessionId;
        if (hit) remembered.delete(cookie);
      }
    },

    hashPassword,
    verifyPassword: (hash, password) => verifyPassword({ hash, password }),
    newSecret: () => newSecret(randomBytes),
    keyedHash: (purpose, text) => keyedHash(key, purpose, text),
    demoSecret: (userId) => derivedSecret(key, 'demo link', userId),
    demoToken: (userId) => tokenPrefix + derivedSecret(key, 'demo token', userId),
  };
}

/** The session id of a socket or request that came with an access token. */
export const tokenSession = (tokenId: string): string => `token:${tokenId}`;

/** A disk that takes no note of somebody's coming must not keep them from reading. */
const noted = (note: Promise<void>): Promise<void> => note.catch(() => undefined);

type ActorColumn = 'id' | 'name' | 'locale' | 'calendar' | 'kind';

function actorFrom(person: Pick<PersonRow, ActorColumn>, sessionId: string): Actor {
  const { id, name, locale, calendar, kind } = person;
  return { userId: id, name, locale, calendar, sessionId, kind };
}

function cookieOf(headers: Headers | IncomingHttpHeaders): string | null {
  if (headers instanceof Headers) return headers.get('cookie');
  return headers.cookie ?? null;
}

/** What the library may know of a visitor: never the cookies of whoever was signed in before. */
function libraryHeaders(visitor: Headers, origin: string): Headers {
  const headers = new Headers({ 'content-type': 'application/json', origin });
  for (const name of [addressHeader, 'user-agent']) {
    const value = visitor.get(name);
    if (value) headers.set(name, value);
  }
  return headers;
}
