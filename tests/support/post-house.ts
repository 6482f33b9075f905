// A brief with two leads, a legal reviewer, Mali and Ben, each with an empty draft; every service is
// the real one, and creators write through the hub as their browsers do.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { digest } from 'lib0/hash/sha256';
import { afterEach } from 'vitest';
import * as Y from 'yjs';
import { createDraft } from '#db/drafts.ts';
import { addBriefMember, addMember, createWorkspace } from '#db/members.ts';
import { type Database, openDatabase } from '#db/open.ts';
import { createPerson } from '#db/people.ts';
import { brief, briefCreator, deliverable, guidelinesVersion } from '#db/schema/campaign.ts';
import { createSession } from '#db/sessions.ts';
import { createAccess } from '#server/access.ts';
import { createAuth } from '#server/auth.ts';
import { readConfig } from '#server/config.ts';
import { createLive } from '#server/live.ts';
import { finishLetter } from '#server/letters.ts';
import { createLooking } from '#server/looking.ts';
import { createMail } from '#server/mail.ts';
import type { Services } from '#server/services.ts';
import { openSigning } from '#server/signing.ts';
import { openStorage } from '#server/storage.ts';
import { createHub } from '#server/sync/hub.ts';
import { contentId } from '#shared/content-id.ts';
import { draftDocument } from '#shared/ids.ts';
import { readParts } from '#shared/parts.ts';
import { barrierFrame, messageBarrier, syncFrame, syncUpdate } from '#shared/protocol.ts';
import type { Result } from '#shared/result.ts';
import type { Actor } from '#shared/roles.ts';

export interface PostHouse {
  s: Services;
  dir: string;
  /** Ploy and Nan lead, Anan reviews, Mali and Ben write. */
  ploy: Actor;
  nan: Actor;
  anan: Actor;
  mali: Actor;
  ben: Actor;
  briefId: string;
  /** Each one's draft of the same post. */
  drafts: { mali: string; ben: string };
}

const open: { s: Services; dir: string }[] = [];

afterEach(async () => {
  for (const { s, dir } of open.splice(0)) {
    s.live.close();
    await s.mail.close();
    await s.hub.close();
    await s.db.close();
    rmSync(dir, { recursive: true });
  }
});

/** `environment` adds a mail server. */
export async function openPostHouse(environment: Record<string, string> = {}): Promise<PostHouse> {
  const dir = mkdtempSync(join(tmpdir(), 'cobrief-post-'));
  const s = await openServices(dir, environment);
  open.push({ s, dir });
  const briefId = 'summer00';
  const drafts = { mali: 'draftofmali0', ben: 'draftofben00' };
  await fill(s.db, { briefId, drafts });
  return {
    s,
    dir,
    ploy: actor('ploy', 'Ploy', 'brand'),
    nan: actor('nan', 'Nan', 'brand'),
    anan: actor('anan', 'Anan', 'brand'),
    mali: actor('mali', 'มะลิ 🌸', 'creator'),
    ben: actor('ben', 'Ben', 'creator'),
    briefId,
    drafts,
  };
}

async function openServices(dir: string, environment: Record<string, string>): Promise<Services> {
  const read = readConfig({ COBRIEF_URL: 'http://127.0.0.1:3000', DATA_DIR: dir, ...environment });
  if ('faults' in read) throw new Error(read.faults.join('\n'));
  const { config } = read;
  const db = await openDatabase({ dir });
  // Every row gets a moment of its own, as with people.
  let at = Date.now();
  const now = () => new Date((at += 1));
  const url = 'http://127.0.0.1:3000';
  const auth = createAuth({ db, dataDir: dir, url, now, randomBytes });
  const access = createAccess({ db, auth, origins: new Set([url]) });
  const s: Services = {
    db,
    auth,
    looking: createLooking(),
    hub: createHub({ log: db.log, access }),
    live: createLive({ db, actorOf: (request) => auth.actorOf(request.headers) }),
    mail: createMail({
      db,
      smtp: config.smtp,
      now: () => s.now(),
      randomBytes,
      finish: (row) => finishLetter(s, row),
    }),
    storage: await openStorage(dir),
    signing: await openSigning(dir),
    config,
    now,
    randomBytes,
  };
  return s;
}

const sessionOf = (userId: string) => `session-of-${userId}`;

function actor(userId: string, name: string, kind: Actor['kind']): Actor {
  const sessionId = sessionOf(userId);
  return { userId, name, kind, locale: 'en', calendar: 'gregory', sessionId };
}

const people = [
  ['ploy', 'Ploy', 'brand'],
  ['nan', 'Nan', 'brand'],
  ['anan', 'Anan', 'brand'],
  ['mali', 'มะลิ 🌸', 'creator'],
  ['ben', 'Ben', 'creator'],
] as const;

async function fill(
  db: Database,
  { briefId, drafts }: Pick<PostHouse, 'briefId' | 'drafts'>,
): Promise<void> {
  const at = new Date(1_700_000_000_000);
  await db.transaction(async (tx) => {
    await createWorkspace(tx, { id: 'rimdaet', name: 'Rimdaet', createdAt: at });
    for (const [id, name, kind] of people) {
      await createPerson(tx, { id, name, kind, locale: 'en', at });
      await createSession(tx, {
        id: sessionOf(id),
        userId: id,
        token: `token-of-${id}`,
        method: kind === 'brand' ? 'password' : 'invitation',
        ipAddress: null,
        userAgent: null,
        createdAt: at,
        expiresAt: new Date(4_000_000_000_000),
      });
    }
    await addMember(tx, {
      workspaceId: 'rimdaet',
      userId: 'ploy',
      role: 'manager',
      createdAt: at,
    });
    await tx.insert(brief).values({
      id: briefId,
      workspaceId: 'rimdaet',
      title: 'Everywhere Stick',
      brandName: 'Rimdaet',
      languages: ['en', 'th'],
      timeZone: 'Asia/Bangkok',
      createdAt: at,
    });
    for (const [userId, role] of [
      ['ploy', 'lead'],
      ['nan', 'lead'],
      ['anan', 'reviewer'],
    ] as const) {
      await addBriefMember(tx, { briefId, userId, role, createdAt: at });
    }
    await tx.insert(guidelinesVersion).values({
      id: 'version1',
      briefId,
      n: 1,
      hash: '0'.repeat(64),
      content: {},
      structure: { languages: ['en'], core: {}, freedom: {}, points: [], fields: {} },
      change: 'first',
      publishedBy: 'ploy',
      publishedAt: at,
    });
    await tx.insert(deliverable).values({
      id: 'post1',
      briefId,
      ordinal: 1,
      title: 'Reel',
      platform: 'instagram',
      format: 'reel',
      language: 'th',
      seenIn: ['TH'],
    });
    for (const creatorId of ['mali', 'ben'] as const) {
      await tx.insert(briefCreator).values({
        id: `place-${creatorId}`,
        briefId,
        userId: creatorId,
        state: 'in',
        code: `${creatorId.toUpperCase()}15`,
        fee: '฿9 000',
        invitedAt: at,
      });
      const id = drafts[creatorId];
      await createDraft(tx, {
        id,
        briefId,
        deliverableId: 'post1',
        creatorId,
        epoch: `epoch-${creatorId}`,
        at,
      });
    }
  });
}

/** Adds words to the caption as the person's browser would; resolves when they are on disk. */
export async function write(
  { s }: PostHouse,
  who: Actor,
  { draftId, text }: { draftId: string; text: string },
): Promise<void> {
  const name = draftDocument(draftId);
  const identity = { userId: who.userId, sessionId: who.sessionId, via: 'cookie' as const };
  const access = createAccess({ db: s.db, auth: s.auth, origins: new Set() });
  const ticket = await access.authorise(identity, name);
  if ('refused' in ticket) throw new Error(ticket.refused);
  const state = await s.hub.read(name, (doc) => Y.encodeStateAsUpdate(doc));
  const doc = new Y.Doc();
  if (state) Y.applyUpdate(doc, state);
  const before = Y.encodeStateVector(doc);
  const paragraph = new Y.XmlElement('paragraph');
  doc.getXmlFragment('caption').push([paragraph]);
  paragraph.insert(0, [new Y.XmlText(text)]);
  await new Promise<void>((resolve, reject) => {
    const wire = {
      waitingBytes: 0,
      send: (frame: Uint8Array) => frame[0] === messageBarrier && resolve(),
      close: (code: number, reason: string) => reject(new Error(`${code} ${reason}`)),
    };
    void s.hub.join({ identity, ticket, document: name, wire }).then((session) => {
      session?.receive(syncFrame(syncUpdate, Y.encodeStateAsUpdate(doc, before)));
      session?.receive(barrierFrame(1));
    }, reject);
  });
}

/** The id of what the draft says, as the creator's page computes it. */
export async function seenId({ s }: PostHouse, draftId: string): Promise<string> {
  const id = await s.hub.read(draftDocument(draftId), (doc) => contentId(readParts(doc), digest));
  if (id === null) throw new Error(`no document of ${draftId}`);
  return id;
}

export function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`expected a value, got ${JSON.stringify(result.error)}`);
  return result.value;
}

export function code(result: Result<unknown>): string {
  if (result.ok) throw new Error(`expected a refusal, got ${JSON.stringify(result.value)}`);
  return result.error.code;
}
