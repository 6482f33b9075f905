// The real engine on a port of its own: database, access, hub and gateway as start.ts wires them,
// with people who hold access tokens, the guidelines of one brief and Mali's draft; and two kinds of
// clients, the stock y-websocket provider and a bare socket that says what no honest client would.
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as decoding from 'lib0/decoding';
import { afterEach } from 'vitest';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { removeBriefMember, setBriefRole } from '#db/briefs.ts';
import { bumpAcl, createDocument, documentOf } from '#db/documents.ts';
import { createDraft, updateDraft } from '#db/drafts.ts';
import { addBriefMember, addMember, createWorkspace } from '#db/members.ts';
import { type Database, openDatabase } from '#db/open.ts';
import { createPerson } from '#db/people.ts';
import { brief, briefCreator, deliverable } from '#db/schema/campaign.ts';
import { createToken } from '#db/tokens.ts';
import { createAccess } from '#server/access.ts';
import { createAuth } from '#server/auth.ts';
import type { Access } from '#server/sync/access.ts';
import { createGateway } from '#server/sync/gateway.ts';
import { createHub, type Hub } from '#server/sync/hub.ts';
import type { UpdateLog } from '#server/sync/persistence.ts';
import { type DocumentName, draftDocument, guidelinesDocument } from '#shared/ids.ts';
import {
  type AwarenessEntry,
  awarenessFrame,
  barrierFrame,
  messageAwareness,
  messageBarrier,
  messageSync,
  readBarrierAnswer,
  syncFrame,
  syncStep1,
  syncUpdate,
} from '#shared/protocol.ts';
import type { BriefRole } from '#shared/roles.ts';
import { mortalLog } from './mortal-log.ts';

export const briefId = 'summerbrief';
export const guidelines = guidelinesDocument(briefId);
export const maliDraft = draftDocument('malidraft');
export const benDraft = draftDocument('bendraft1');

const brand = { ploy: 'lead', ta: 'colleague', anan: 'reviewer' } as const;
const creators = ['mali', 'ben'] as const;
const names = { ploy: 'Ploy', ta: 'Ta', anan: 'Anan', mali: 'มะลิ 🌸', ben: 'Ben', may: 'May' };
export type Person = keyof typeof names;

export interface Engine {
  db: Database;
  hub: Hub;
  access: Access;
  url: string;
  /** Where its database lies. */
  dir: string;
  token(person: Person): string;
  /** Closes the hub and the port, keeps the data, and starts again on it. */
  restart(): Promise<void>;
  /** Drops the hub as a kill would, without a word or a last write, and starts again on its data. */
  crash(): Promise<void>;
  /** A change of rights as a command makes it. */
  removed(person: Person): Promise<void>;
  role(person: Person, role: BriefRole): Promise<void>;
  door(draftId: string, open: boolean): Promise<void>;
  lastSeq(document: DocumentName): Promise<number>;
  /** What a server that starts now would read from the disk. */
  onDisk(document: DocumentName): Promise<Y.Doc>;
}

/** Everything a test opened is closed after it, clients first. */
const closers: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

export interface EngineOptions {
  /** Puts something between the engine and its log. */
  around?(log: UpdateLog): UpdateLog;
  /** Instead of the limit of one connection. */
  updatesPerSecond?: number;
}

/** More than a test can send. */
export const unhurried = 1_000_000;

export async function startEngine(options: EngineOptions = {}): Promise<Engine> {
  const dir = mkdtempSync(join(tmpdir(), 'cobrief-sync-'));
  closers.push(() => rmSync(dir, { recursive: true, force: true }));
  await seedDirectory(dir);
  let running = await run({ db: await openDatabase({ dir }), dir, options });
  closers.push(() => running.close());

  async function changed(change: (tx: Parameters<typeof bumpAcl>[0]) => Promise<unknown>) {
    await running.db.transaction(async (tx) => {
      await bumpAcl(tx, { briefId });
      await change(tx);
      tx.afterCommit(() => running.hub.rightsChanged({}));
    });
  }

  return {
    get db() {
      return running.db;
    },
    get hub() {
      return running.hub;
    },
    get access() {
      return running.access;
    },
    get url() {
      return running.url;
    },
    dir,
    token: tokenOf,
    async restart() {
      const { port } = running;
      await running.close();
      running = await run({ db: await openDatabase({ dir }), dir, options, port });
    },
    async crash() {
      const { db, port } = running;
      await running.die();
      running = await run({ db, dir, options, port });
    },
    removed: (person) => changed((tx) => removeBriefMember(tx, { briefId, userId: person })),
    role: (person, role) => changed((tx) => setBriefRole(tx, { briefId, userId: person, role })),
    door: (draftId, open) =>
      changed((tx) => updateDraft(tx, draftId, { open, updatedAt: new Date() })),
    lastSeq: async (document) => (await documentOf(running.db, document))?.lastSeq ?? -1,
    onDisk: (document) => readFromDisk(running.db, document),
  };
}

/** What a server that starts on this database reads, and nothing that Yjs would tidy on its own. */
export async function readFromDisk(db: Database, document: DocumentName): Promise<Y.Doc> {
  const stored = await db.log.load(document);
  const doc = new Y.Doc();
  doc.on('afterTransaction', (transaction) => {
    transaction._needFormattingCleanup = false;
  });
  if (stored?.snapshot) Y.applyUpdate(doc, stored.snapshot.state);
  for (const { update } of stored?.tail ?? []) Y.applyUpdate(doc, update);
  return doc;
}

/** People, the brief and its documents, in a directory that no server holds. */
export async function seedDirectory(dir: string): Promise<void> {
  const db = await openDatabase({ dir });
  await seed(db);
  await db.close();
}

export const tokenOf = (person: Person): string => `token-of-${person}`;

interface Run {
  db: Database;
  dir: string;
  options: EngineOptions;
  port?: number;
}

async function run({ db, dir, options, port = 0 }: Run) {
  const { around = (log) => log, updatesPerSecond } = options;
  const server: Server = createServer();
  const connections = new Set<Socket>();
  server.on('connection', (socket) => connections.add(socket));
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const bound = (server.address() as AddressInfo).port;
  const url = `http://127.0.0.1:${bound}`;
  const auth = createAuth({ db, dataDir: dir, url, now: () => new Date(), randomBytes });
  const access = createAccess({ db, auth, origins: new Set([url]) });
  // On both sides of what a test puts in between: what that held back dies with the engine.
  const inner = mortalLog(db.log);
  const outer = mortalLog(around(inner.log));
  const hub = createHub({ log: outer.log, access, updatesPerSecond });
  const gateway = createGateway({ hub, access });
  server.on('upgrade', gateway.handleUpgrade);
  const closed = () => new Promise((resolve) => server.close(resolve));
  return {
    db,
    hub,
    access,
    url: `${url.replace('http', 'ws')}/sync`,
    port: bound,
    async close() {
      await hub.close();
      server.closeAllConnections();
      await closed();
      await db.close();
    },
    async die() {
      void outer.die();
      await inner.die();
      for (const socket of connections) socket.destroy();
      await closed();
    },
  };
}

async function seed(db: Database): Promise<void> {
  const at = new Date();
  await db.transaction(async (tx) => {
    for (const [id, name] of Object.entries(names)) {
      const kind = id === 'mali' || id === 'ben' ? 'creator' : 'brand';
      const email = `${id}@rimdaet.example`;
      await createPerson(tx, { id, name, email, kind, locale: 'en', at });
      const secretHash = createHash('sha256')
        .update(tokenOf(id as Person))
        .digest('hex');
      await createToken(tx, { id: `t-${id}`, userId: id, name: 'test', secretHash, createdAt: at });
    }
    await createWorkspace(tx, { id: 'rimdaet', name: 'Rimdaet', createdAt: at });
    await addMember(tx, { workspaceId: 'rimdaet', userId: 'may', role: 'viewer', createdAt: at });
    await tx.insert(brief).values({
      id: briefId,
      workspaceId: 'rimdaet',
      title: 'Summer',
      brandName: 'Rimdaet',
      languages: ['en', 'th'],
      timeZone: 'Asia/Bangkok',
      createdAt: at,
    });
    for (const [userId, role] of Object.entries(brand)) {
      await addBriefMember(tx, { briefId, userId, role, createdAt: at });
    }
    await createDocument(tx, {
      name: guidelines,
      briefId,
      schemaVersion: 1,
      epoch: 'epoch1',
      state: Y.encodeStateAsUpdate(new Y.Doc()),
      at,
    });
    await tx.insert(deliverable).values(thePost());
    for (const userId of creators) {
      const id = `summer-${userId}`;
      await tx.insert(briefCreator).values({ id, briefId, userId, state: 'in', invitedAt: at });
    }
    const both = { briefId, deliverableId: 'post', epoch: 'epoch1', at };
    await createDraft(tx, { id: 'malidraft', creatorId: 'mali', ...both });
    await createDraft(tx, { id: 'bendraft1', creatorId: 'ben', ...both });
  });
}

function thePost(): typeof deliverable.$inferInsert {
  return {
    id: 'post',
    briefId,
    ordinal: 0,
    title: '',
    platform: 'instagram',
    format: 'reel',
    language: 'th',
    seenIn: ['TH'],
    callToAction: '',
  };
}

export interface Client {
  doc: Y.Doc;
  provider: WebsocketProvider;
  /** The text that tests write. */
  text: Y.Text;
  /** Resolves with null when everything typed so far is on disk, or with the reason why not. */
  saved(): Promise<string | null>;
  synced(): Promise<void>;
  /** The close code that stopped it for good. */
  stopped(): Promise<number>;
  disconnect(): void;
  connect(): void;
}

export interface ClientOptions {
  params?: Record<string, string>;
  doc?: Y.Doc;
  headers?: Record<string, string>;
}

/** The stock provider, with the barrier added as the product's own pages add it. */
export function openClient(
  engine: { url: string; token(person: Person): string },
  person: Person,
  document: DocumentName,
  { params = {}, doc = new Y.Doc() }: ClientOptions = {},
): Client {
  const provider = new WebsocketProvider(engine.url, document, doc, {
    params: { token: engine.token(person), ...params },
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
    disableBc: true,
    maxBackoffTime: 200,
  });
  closers.push(() => provider.destroy());
  const barriers = new Map<number, (refusal: string | null) => void>();
  let asked = 0;
  provider.messageHandlers[messageBarrier] = (_encoder, decoder) => {
    const { n, refusal } = readBarrierAnswer(decoder);
    barriers.get(n)?.(refusal);
    barriers.delete(n);
  };
  const stopped = new Promise<number>((resolve) => {
    provider.on('closed', ({ code }) => resolve(code));
  });
  // A client that comes back asks again: an answer dies with its socket.
  const ask = (n: number) => provider.ws?.send(barrierFrame(n));
  provider.on('sync', (isSynced: boolean) => {
    // Behind the step 2 that the server asks for right after this event.
    if (isSynced) setImmediate(() => [...barriers.keys()].forEach(ask));
  });
  return {
    doc,
    provider,
    text: doc.getText('text'),
    saved() {
      const n = ++asked;
      return new Promise((resolve) => {
        barriers.set(n, resolve);
        if (provider.synced) ask(n);
      });
    },
    synced: () =>
      provider.synced
        ? Promise.resolve()
        : new Promise((resolve) => {
            provider.once('sync', () => resolve());
          }),
    stopped: () => stopped,
    disconnect: () => provider.disconnect(),
    connect: () => provider.connect(),
  };
}

/** Resolves when a document shows what is expected of it. */
export function until(doc: Y.Doc, isSo: () => boolean): Promise<void> {
  if (isSo()) return Promise.resolve();
  return new Promise((resolve) => {
    doc.on('update', function look() {
      if (!isSo()) return;
      doc.off('update', look);
      resolve();
    });
  });
}

export type Heard =
  | { type: 'step-1'; stateVector: Uint8Array }
  | { type: 'step-2'; update: Uint8Array }
  | { type: 'update'; update: Uint8Array }
  | { type: 'presence'; entries: AwarenessEntry[] }
  | { type: 'barrier'; n: number; refusal: string | null }
  | { type: 'closed'; code: number };

export interface RawSocket {
  send(frame: Uint8Array): void;
  update(update: Uint8Array): void;
  step1(stateVector?: Uint8Array): void;
  presence(entries: AwarenessEntry[]): void;
  /** The refusal, null for none. */
  barrier(): Promise<string | null>;
  /** The next frame of this type, heard already or still to come; each is given once. */
  next<T extends Heard['type']>(type: T): Promise<Extract<Heard, { type: T }>>;
  readonly heard: Heard[];
  readonly ws: WebSocket;
}

/** A socket without a client behind it. */
export async function openSocket<Who extends string = Person>(
  engine: { url: string; token(person: Who): string },
  person: Who | null,
  document: string,
  { params = {}, headers = {} }: ClientOptions = {},
): Promise<RawSocket> {
  const query = new URLSearchParams({ ...(person && { token: engine.token(person) }), ...params });
  const ws = new WebSocket(`${engine.url}/${document}?${query}`, { headers });
  closers.push(() => ws.terminate());
  ws.binaryType = 'nodebuffer';
  const heard: Heard[] = [];
  const unread: Heard[] = [];
  const waiting = new Map<Heard['type'], ((heard: Heard) => void)[]>();
  const hear = (one: Heard) => {
    heard.push(one);
    const next = waiting.get(one.type)?.shift();
    if (next) next(one);
    else unread.push(one);
  };
  ws.on('message', (bytes: Buffer) => hear(readHeard(bytes)));
  ws.on('close', (code) => hear({ type: 'closed', code }));
  ws.on('error', () => undefined);
  await new Promise((resolve) => ws.once('open', resolve));
  let asked = 0;
  const socket: RawSocket = {
    ws,
    heard,
    send: (frame) => ws.send(frame),
    update: (update) => ws.send(syncFrame(syncUpdate, update)),
    step1: (stateVector = Y.encodeStateVector(new Y.Doc())) =>
      ws.send(syncFrame(syncStep1, stateVector)),
    presence: (entries) => ws.send(awarenessFrame(entries)),
    async barrier() {
      ws.send(barrierFrame(++asked));
      return (await socket.next('barrier')).refusal;
    },
    next(type) {
      const at = unread.findIndex((one) => one.type === type);
      if (at >= 0) return Promise.resolve(unread.splice(at, 1)[0] as never);
      return new Promise((resolve) => {
        waiting.set(type, [...(waiting.get(type) ?? []), resolve as (heard: Heard) => void]);
      });
    },
  };
  return socket;
}

/** A frame of the server, read. */
export function readHeard(bytes: Uint8Array): Heard {
  const decoder = decoding.createDecoder(bytes);
  const type = decoding.readVarUint(decoder);
  if (type === messageBarrier) return { type: 'barrier', ...readBarrierAnswer(decoder) };
  if (type === messageAwareness) return { type: 'presence', entries: readEntries(decoder) };
  if (type !== messageSync) throw new Error(`the server sent a frame of type ${type}`);
  const kind = decoding.readVarUint(decoder);
  const payload = decoding.readVarUint8Array(decoder);
  if (kind === syncStep1) return { type: 'step-1', stateVector: payload };
  return { type: kind === syncUpdate ? 'update' : 'step-2', update: payload };
}

function readEntries(outer: decoding.Decoder): AwarenessEntry[] {
  const decoder = decoding.createDecoder(decoding.readVarUint8Array(outer));
  return Array.from({ length: decoding.readVarUint(decoder) }, () => ({
    clientId: decoding.readVarUint(decoder),
    clock: decoding.readVarUint(decoder),
    state: JSON.parse(decoding.readVarString(decoder)) as AwarenessEntry['state'],
  }));
}

/** The update of one edit on a document of its own, made by this client id. */
export function edit(doc: Y.Doc, change: (text: Y.Text) => void): Uint8Array {
  const before = Y.encodeStateVector(doc);
  doc.transact(() => change(doc.getText('text')));
  return Y.encodeStateAsUpdate(doc, before);
}
