// The services behind the doors, real down to the file; only the sync hub is left out and says
// whom it was told to let go.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import { addBriefMember, addMember, createWorkspace } from '#db/members.ts';
import { type Database, openDatabase } from '#db/open.ts';
import { createPerson, setPassword } from '#db/people.ts';
import { brief, briefCreator } from '#db/schema/campaign.ts';
import { type Auth, createAuth, type SessionScope } from '#server/auth.ts';
import { type Entrance, entranceFor } from '#server/auth/entrance.ts';
import { addressHeader } from '#server/auth/library.ts';
import { type Config, readConfig } from '#server/config.ts';
import { createLive } from '#server/live.ts';
import { createLooking } from '#server/looking.ts';
import { createMail } from '#server/mail.ts';
import type { Services } from '#server/services.ts';
import type { Result } from '#shared/result.ts';
import type { Actor } from '#shared/roles.ts';

export interface Doors {
  s: Services;
  dir: string;
  /** Moves the clock of the product forward. */
  later(ms: number): void;
  closed: SessionScope[];
  /** A second Auth on the same data, as after a restart. */
  restartedAuth(): Auth;
  visitor(options?: { cookie?: string; address?: string }): Promise<Entrance>;
}

const open: { db: Database; s: Services; dir: string }[] = [];

afterEach(async () => {
  for (const { db, s, dir } of open.splice(0)) {
    await s.mail.close();
    s.live.close();
    await db.close();
    rmSync(dir, { recursive: true });
  }
});

export async function openDoors(environment: Record<string, string> = {}): Promise<Doors> {
  const dir = mkdtempSync(join(tmpdir(), 'cobrief-doors-'));
  const read = readConfig({ COBRIEF_URL: 'http://127.0.0.1:3000', DATA_DIR: dir, ...environment });
  if ('faults' in read) throw new Error(read.faults.join('\n'));
  const config: Config = read.config;
  const db = await openDatabase({ dir });
  let skipped = 0;
  const closed: SessionScope[] = [];
  const now = () => new Date(Date.now() + skipped);
  const url = config.url as string;
  const newAuth = () => createAuth({ db, dataDir: dir, url, now, randomBytes });
  const auth = newAuth();
  const s = {
    db,
    auth,
    config,
    now,
    randomBytes,
    looking: createLooking(),
    mail: createMail({ db, smtp: config.smtp, now, randomBytes }),
    live: createLive({ db, actorOf: (request) => auth.actorOf(request.headers) }),
    hub: {
      closeSessions: (of: SessionScope) => void closed.push(of),
      rightsChanged: () => undefined,
    },
  } as unknown as Services;
  open.push({ db, s, dir });
  return {
    s,
    dir,
    closed,
    later: (ms) => void (skipped += ms),
    restartedAuth: newAuth,
    async visitor({ cookie = '', address = '203.0.113.9' } = {}) {
      const headers = new Headers({ cookie, [addressHeader]: address });
      const actor = await auth.actorOf(headers);
      return entranceFor(s, { actor, headers, locale: 'en' });
    },
  };
}

/** Ploy leads the brief of Rimdaet, Mali is invited to it. */
export async function seedBrief({ s }: Doors): Promise<{ ploy: Actor; briefId: string }> {
  const at = s.now();
  await s.db.transaction(async (tx) => {
    await createPerson(tx, {
      id: 'ploy',
      name: 'Ploy',
      email: 'ploy@rimdaet.example',
      emailVerified: true,
      kind: 'brand',
      locale: 'en',
      at,
    });
    const hash = await s.auth.hashPassword('correct horse');
    await setPassword(tx, { id: 'account-ploy', userId: 'ploy', hash, at });
    await createPerson(tx, { id: 'mali', name: 'มะลิ 🌸', kind: 'creator', locale: 'th', at });
    await createWorkspace(tx, { id: 'rimdaet', name: 'Rimdaet', createdAt: at });
    await addMember(tx, {
      workspaceId: 'rimdaet',
      userId: 'ploy',
      role: 'owner',
      createdAt: at,
    });
    await tx.insert(brief).values({
      id: 'summer00',
      workspaceId: 'rimdaet',
      title: 'Summer',
      brandName: 'Rimdaet',
      languages: ['en', 'th'],
      timeZone: 'Asia/Bangkok',
      createdAt: at,
    });
    await addBriefMember(tx, { briefId: 'summer00', userId: 'ploy', role: 'lead', createdAt: at });
    await tx.insert(briefCreator).values({
      id: 'summer-mali',
      briefId: 'summer00',
      userId: 'mali',
      state: 'invited',
      invitedAt: at,
    });
  });
  return { ploy: actor('ploy', 'Ploy', 'brand'), briefId: 'summer00' };
}

export function actor(userId: string, name: string, kind: Actor['kind']): Actor {
  return { userId, name, kind, locale: 'en', calendar: 'gregory', sessionId: `none-${userId}` };
}

export function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`expected a value, got ${JSON.stringify(result.error)}`);
  return result.value;
}

export const secretOf = (url: string): string => new URL(url).pathname.split('/').at(-1) as string;

/** What a browser would send back of these Set-Cookie values. */
export function cookieOf({ cookies }: { cookies: string[] }): string {
  return cookies.map((cookie) => cookie.split(';', 1)[0]).join('; ');
}
