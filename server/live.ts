// The event socket, one a tab: says what changed, never what it changed to. A page loads the
// touched thing again through its loader, so rights are judged in one place.
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import {
  appendEvent,
  type EventRow,
  eventsAfter,
  lastEventSeq,
  type NewEvent,
} from '#db/events.ts';
import type { Database, Tx } from '#db/open.ts';
import { standingFor } from '#db/standing.ts';
import { errorTable } from '#shared/errors.ts';
import { type Actor, isBrandSide, type Side } from '#shared/roles.ts';
import { type Looking, readLook } from './looking.ts';

/**
 * What a tab hears. `topic` names what to load again, such as `draft:<id>` or `brief:<id>`; of a draft
 * `within` names its brief's posts, `posts:<id>`, for a page that shows all of them.
 */
export type LiveFrame =
  | { seq: number; kind: string; topic: string; within?: string }
  | { seq: number; kind: 'hello' }
  | Whisper;

/** Said to who is there now and kept nowhere: without a number, never replayed. */
export type Whisper =
  | { kind: 'writing'; topic: string; who: Writer }
  | { kind: 'here'; topic: string };

/** Somebody who writes in a thread, or just stopped. */
export interface Writer {
  id: string;
  name: string;
  side: Side;
  isWriting: boolean;
}

export interface Live {
  /** Writes the event in this transaction and tells every open page once it is committed. */
  publish(tx: Tx, event: Omit<NewEvent, 'seq'>): Promise<void>;
  /** Tells the open pages of those who may hear it. */
  whisper(frame: Whisper, mayHear: (userId: string) => Promise<boolean>): void;
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Ends the sockets of a person or of one sign-in. */
  closeSessions(of: { userId: string } | { sessionId: string }): void;
  close(): void;
}

export interface LiveOptions {
  db: Database;
  /** The signed-in person of a request that came from our own pages, or null. */
  actorOf(request: IncomingMessage): Promise<Actor | null>;
  looking?: Looking;
  /** A tab shows another page. */
  onLook?(userId: string, path: string): void;
}

const replayLimit = 500;
const maxFrameBytes = 1024;
const pingMs = 25_000;
const whisperEveryMs = 1_000;
const maxRemembered = 1_000;

export function createLive({ db, actorOf, looking, onLook }: LiveOptions): Live {
  const server = new WebSocketServer({ noServer: true, maxPayload: maxFrameBytes });
  const tabs = new Map<WebSocket, Actor>();
  const ping = setInterval(() => {
    for (const socket of tabs.keys()) socket.ping();
  }, pingMs);
  ping.unref();

  async function tell(event: EventRow): Promise<void> {
    const heard = new Map<string, Promise<boolean>>();
    for (const [socket, actor] of tabs) {
      const hears = heard.get(actor.userId) ?? mayHear(db, actor.userId, event);
      heard.set(actor.userId, hears);
      if (await hears) send(socket, event);
    }
  }

  /** Who types says so again and again: for others once a second is enough. */
  const said = new Map<string, number>();
  function isTooSoon(text: string): boolean {
    const at = performance.now();
    if (said.size > maxRemembered) said.clear();
    if (at - (said.get(text) ?? Number.NEGATIVE_INFINITY) < whisperEveryMs) return true;
    said.set(text, at);
    return false;
  }

  async function pass(frame: Whisper, hears: (userId: string) => Promise<boolean>): Promise<void> {
    const people = new Set([...tabs.values()].map(({ userId }) => userId));
    const text = JSON.stringify(frame satisfies LiveFrame);
    for (const userId of people) {
      if (!(await hears(userId))) continue;
      for (const [socket, actor] of tabs) if (actor.userId === userId) socket.send(text);
    }
  }

  // Events go out in the order of their numbers: a page that reconnects asks from the last it heard.
  let queue = Promise.resolve();

  async function open(socket: WebSocket, request: IncomingMessage): Promise<Actor | null> {
    const actor = await actorOf(request);
    if (!actor) return refuse(socket, 'signed-out');
    const url = new URL(request.url ?? '', 'http://live');
    if (url.searchParams.get('actor') !== actor.userId) {
      return refuse(socket, 'wrong-person');
    }
    const after = Number(url.searchParams.get('after') ?? Number.NaN);
    if (Number.isSafeInteger(after)) await replay(socket, actor, after);
    else socket.send(JSON.stringify({ seq: await lastEventSeq(db), kind: 'hello' }));
    tabs.set(socket, actor);
    socket.on('close', () => {
      tabs.delete(socket);
      looking?.gone(socket);
    });
    return actor;
  }

  /** What a tab says it shows may come before we know whose tab it is. */
  function hearLooks(socket: WebSocket): (actor: Actor | null) => void {
    let who: Actor | null = null;
    let path: string | null | undefined;
    const note = () => {
      if (!who || path === undefined || socket.readyState !== socket.OPEN) return;
      looking?.note(socket, who.userId, path);
      if (path !== null) onLook?.(who.userId, path);
    };
    socket.on('message', (frame: Buffer) => {
      path = readLook(frame.toString());
      note();
    });
    return (actor) => {
      who = actor;
      note();
    };
  }

  async function replay(socket: WebSocket, actor: Actor, after: number): Promise<void> {
    for (const event of await eventsAfter(db, after, replayLimit)) {
      if (await mayHear(db, actor.userId, event)) send(socket, event);
    }
  }

  return {
    async publish(tx, event) {
      const row = await appendEvent(tx, event);
      tx.afterCommit(() => {
        queue = queue.then(() => tell(row)).catch(() => undefined);
      });
    },
    whisper(frame, hears) {
      if (frame.kind === 'writing' && isTooSoon(JSON.stringify(frame))) return;
      queue = queue.then(() => pass(frame, hears)).catch(() => undefined);
    },
    handleUpgrade(request, socket, head) {
      server.handleUpgrade(request, socket, head, (ws) => {
        ws.on('error', () => ws.terminate());
        const known = hearLooks(ws);
        queue = queue
          .then(() => open(ws, request))
          .then(known)
          .catch(() => ws.close(1011));
      });
    },
    closeSessions(of) {
      for (const [socket, actor] of tabs) {
        const ends = 'userId' in of ? actor.userId === of.userId : actor.sessionId === of.sessionId;
        if (ends) socket.close(errorTable['signed-out'].close);
      }
    },
    close() {
      clearInterval(ping);
      for (const socket of tabs.keys()) socket.close(1012);
      server.close();
    },
  };
}

function refuse(socket: WebSocket, code: 'signed-out' | 'wrong-person'): null {
  socket.close(errorTable[code].close);
  return null;
}

function send(socket: WebSocket, { seq, kind, topic, draftId, briefId }: EventRow): void {
  const within = draftId && briefId ? { within: `posts:${briefId}` } : {};
  socket.send(JSON.stringify({ seq, kind, topic, ...within } satisfies LiveFrame));
}

/** Said about a draft's words: behind a closed door the brand hears nothing of it, not even that. */
const isAboutWords = (kind: string): boolean => /^(thread|suggestion|reading-copy)\b/.test(kind);

/** The same rule for live sockets and for the activity drawer. */
export async function mayHear(db: Database, userId: string, event: EventRow): Promise<boolean> {
  if (event.audience === 'person') return event.toUserId === userId;
  const place = event.draftId
    ? { draftId: event.draftId }
    : event.briefId
      ? { briefId: event.briefId }
      : { workspaceId: event.workspaceId };
  const standing = await standingFor(db, userId, place);
  if (!standing) return false;
  if (isBrandSide(standing) && !standing.creator) {
    return standing.draft?.open !== false || !isAboutWords(event.kind);
  }
  if (event.audience === 'brand' || !standing.creator) return false;
  return standing.draft === null || standing.draft.own;
}
