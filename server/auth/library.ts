// better-auth, set up for what it is used for here: passwords, signed session cookies and the limit
// on sign-in. It is called inside the process only; none of its routes is reachable from outside,
// so there is no way to sign up without a link.
import { createAuthEndpoint } from 'better-auth/api';
import { type BetterAuthPlugin, betterAuth } from 'better-auth';
import { z } from 'zod';
import { authAdapter } from '#db/auth-adapter.ts';
import type { Database } from '#db/open.ts';
import type { SessionMethod } from '#db/sessions.ts';
import { maxWindowMs } from '#db/tries.ts';
import { maxPasswordLength, minPasswordLength } from '#shared/account-limits.ts';
import { idFrom } from '#shared/ids.ts';
import type { RandomBytes } from './secrets.ts';

/** The server sets this header from its own view of the connection and drops what a client sent. */
export const addressHeader = 'x-cobrief-address';
export const cookiePrefix = 'cobrief';
/** A device that is not used for this long has to get in again. */
export const sessionDays = 60;
/** As long as browsers allow; the row's expiry, which moves with use, is what counts. */
const cookieDays = 400;
const daySeconds = 86_400;
/** Sign-ins that one address may try in a window; an account has a limit of its own. */
const triesPerAddress = 20;

export interface LibraryOptions {
  db: Database;
  key: string;
  origin: string;
  secureCookies: boolean;
  now(): Date;
  randomBytes: RandomBytes;
}

export function sessionExpiry(now: Date): Date {
  return new Date(now.getTime() + sessionDays * daySeconds * 1000);
}

export function createLibrary({
  db,
  key,
  origin,
  secureCookies,
  now,
  randomBytes,
}: LibraryOptions) {
  return betterAuth({
    baseURL: origin,
    basePath: '/api/auth',
    secret: key,
    database: authAdapter(db),
    telemetry: { enabled: false },
    logger: { level: 'error' },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength,
      maxPasswordLength,
    },
    session: {
      expiresIn: cookieDays * daySeconds,
      disableSessionRefresh: true,
      additionalFields: { method: { type: 'string', required: false, input: false } },
    },
    user: {
      additionalFields: {
        kind: { type: 'string', required: true, input: false },
        locale: { type: 'string', required: true, input: false },
        calendar: { type: 'string', required: true, input: false },
      },
    },
    rateLimit: {
      enabled: true,
      storage: 'database',
      customRules: {
        '/sign-in/email': { window: maxWindowMs / 1000, max: triesPerAddress },
      },
    },
    advanced: {
      cookiePrefix,
      useSecureCookies: secureCookies,
      ipAddress: { ipAddressHeaders: [addressHeader] },
      database: { generateId: () => idFrom(randomBytes(20)) },
    },
    // The library makes sessions for passwords alone; every other way in writes its own row.
    databaseHooks: {
      session: {
        create: {
          before: async (session) => ({
            data: {
              ...session,
              method: 'password' satisfies SessionMethod,
              expiresAt: sessionExpiry(now()),
            },
          }),
        },
      },
    },
    plugins: [sessionCookies],
  });
}

/** Cookies for sessions that were made in a transaction of ours, signed as the library signs its own. */
const sessionCookies = {
  id: 'session-cookies',
  endpoints: {
    setSessionCookieFor: createAuthEndpoint(
      { method: 'POST', body: z.object({ token: z.string() }) },
      async (context) => {
        const { sessionToken } = context.context.authCookies;
        await context.setSignedCookie(
          sessionToken.name,
          context.body.token,
          context.context.secret,
          { ...sessionToken.attributes, maxAge: cookieDays * daySeconds },
        );
        return null;
      },
    ),
    expireSessionCookie: createAuthEndpoint({ method: 'POST' }, async (context) => {
      const { sessionToken } = context.context.authCookies;
      context.setCookie(sessionToken.name, '', { ...sessionToken.attributes, maxAge: 0 });
      return null;
    }),
  },
} satisfies BetterAuthPlugin;
