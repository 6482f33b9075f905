// All rooms of the process: opens one per document on demand, keeps it warm a while, and carries
// what the rest of the server may ask of it: a committed state, a change of rights, an end.
import * as Y from 'yjs';
import { type ErrorCode, errorTable } from '#shared/errors.ts';
import type { DocumentName } from '#shared/ids.ts';
import { awarenessFrame } from '#shared/protocol.ts';
import type { Side } from '#shared/roles.ts';
import type { Access, Identity, Ticket } from './access.ts';
import { createCommitter } from './committer.ts';
import { closingEveryMs, keepAliveMs, maxClosingMs, maxSocketsPerDocument } from './limits.ts';
import { type Meters, noMeters, type Standing } from './meters.ts';
import type { UpdateLog } from './persistence.ts';
import type { Fate, Room } from './room.ts';
import { createRooms } from './rooms.ts';
import { comeBack, Session, type Wire } from './session.ts';

export interface Joining {
  identity: Identity;
  ticket: Ticket;
  document: DocumentName;
  wire: Wire;
}

export interface Submission {
  identity: Identity;
  document: DocumentName;
  /** Makes the edit on a copy, under a client id of its own. */
  edit(doc: Y.Doc): void;
  /** Of the suggestion that this accepts. */
  suggestionId?: string;
}

export type SessionScope = { userId: string } | { sessionId: string };

export interface Hub {
  /** Lets a socket in, or says why not. */
  join(input: Joining): Promise<Session | null>;
  leave(session: Session): void;
  /** The committed state of a document at a sequence number; null where there is none. `read` must change nothing and may be asked again. */
  read<T>(document: DocumentName, read: (doc: Y.Doc, seq: number) => T): Promise<T | null>;
  /** An edit a person made through a command instead of a socket: judged, committed and delivered the same way. */
  submit(input: Submission): Promise<Fate & { update?: Uint8Array }>;
  /** Judges these open sockets afresh, all of them for {}. Call it after the transaction that changed a right. */
  rightsChanged(scope: { document?: DocumentName; userId?: string }): void;
  closeSessions(of: SessionScope): void;
  standing(): Standing;
  /** Who has which document open, a line for each socket; who may know it is the caller's question. */
  present(): Presence[];
  close(): Promise<void>;
}

export interface Presence {
  userId: string;
  name: string;
  side: Side;
  document: DocumentName;
}

export interface HubOptions {
  log: UpdateLog;
  access: Pick<Access, 'authorise'>;
  monotonicMs?(): number;
  /** Milliseconds since 1970. */
  nowMs?(): number;
  /** Instead of the limit, for imports and benchmarks. */
  updatesPerSecond?: number | undefined;
  meters?: Meters;
  /** Somebody came into a document or left it. */
  moved?(who: Presence): void;
}

export function createHub(options: HubOptions): Hub {
  const { log, access, monotonicMs = () => performance.now(), nowMs = Date.now } = options;
  const { updatesPerSecond, meters = noMeters } = options;
  const committer = createCommitter({ log, monotonicMs, meters });
  const rooms = createRooms({
    log,
    committer,
    meters,
    nowMs,
    reauthorise: judgeAfresh,
  });
  const sessions = new Set<Session>();
  /** Sockets whose room is being opened, and what became of their person meanwhile. */
  const joining = new Map<Joining, { ended: boolean; moved: boolean }>();
  let lastConnection = 0;
  let closing = false;
  // An empty presence: the stock client takes silence for a lost connection.
  const quiet = awarenessFrame([]);
  const alive = setInterval(() => {
    for (const session of sessions) session.send(quiet);
  }, keepAliveMs);
  alive.unref();

  function leave(session: Session): void {
    session.ended();
    if (!sessions.delete(session)) return;
    const { room } = session;
    room.sessions.delete(session);
    room.presence.leave(session);
    room.presenceChanged();
    options.moved?.(presenceOf(session));
    if (room.sessions.size === 0 && !closing) rooms.idle(room);
  }

  /** Whether the session may go on as it is; otherwise it was told why not. */
  async function reauthorise(session: Session): Promise<boolean> {
    const answer = await access.authorise(session.identity, session.room.name);
    const { right, side, epoch, maySuggest } = session.ticket;
    if ('refused' in answer) session.refuse(answer.refused);
    else if (answer.epoch !== epoch) session.refuse('other-epoch');
    // Another right starts another conversation: the client returns and begins at step 1.
    else if (answer.right !== right || answer.side !== side) session.close(comeBack, 'right');
    // What they were typing is gone with the connection.
    else if (answer.maySuggest !== maySuggest) session.close(comeBack, 'right');
    else {
      session.ticket = answer;
      return true;
    }
    return false;
  }

  async function judgeAfresh(session: Session): Promise<boolean> {
    return reauthorise(session).catch(() => {
      session.close(comeBack, 'right');
      return false;
    });
  }

  async function join(input: Joining): Promise<Session | null> {
    const meanwhile = { ended: false, moved: false };
    joining.set(input, meanwhile);
    const found = await admit(input.document).finally(() => joining.delete(input));
    const admitted = meanwhile.ended ? closeWith('signed-out') : found;
    if ('close' in admitted) {
      meters.closed(admitted.reason);
      input.wire.close(admitted.close, admitted.reason);
      return null;
    }
    const { room } = admitted;
    const { identity, ticket, wire } = input;
    const id = `c${++lastConnection}`;
    const session = new Session({
      id,
      identity,
      ticket,
      room,
      wire,
      monotonicMs,
      updatesPerSecond,
      meters,
      onClosed: leave,
    });
    rooms.busy(room);
    room.sessions.add(session);
    sessions.add(session);
    options.moved?.(presenceOf(session));
    if (meanwhile.moved) await judgeAfresh(session);
    return session;
  }

  async function admit(document: DocumentName): Promise<{ room: Room } | Closed> {
    const room = closing ? null : await rooms.open(document);
    if (closing) return { close: 1012, reason: 'restart' };
    if (!room) return closeWith('not-found');
    if (room.sessions.size >= maxSocketsPerDocument) return { close: comeBack, reason: 'full' };
    return { room };
  }

  return {
    join,
    leave,

    async read(document, look) {
      for (;;) {
        const room = await rooms.open(document);
        if (!room) return null;
        const seen = await room.read(look);
        if (seen) return seen.of;
      }
    },

    async submit({ identity, document, edit, suggestionId }) {
      const ticket = await access.authorise(identity, document);
      if ('refused' in ticket) return { kind: 'refused', code: ticket.refused };
      if (ticket.right !== 'write') return { kind: 'refused', code: 'not-allowed' };
      const room = await rooms.open(document);
      if (!room) return { kind: 'refused', code: 'not-found' };
      const update = await room.read((doc) => editOf(doc, edit));
      if (!update) return { kind: 'failed' };
      const wire = { send: () => undefined, close: () => undefined, waitingBytes: 0 };
      const id = `c${++lastConnection}`;
      const session = new Session({ id, identity, ticket, room, wire, suggestionId });
      const fate = await new Promise<Fate>((resolve) => room.receive(session, update.of, resolve));
      return fate.kind === 'saved' ? { ...fate, update: update.of } : fate;
    },

    rightsChanged({ document, userId }) {
      const concerns = (who: string, name: DocumentName) =>
        (document === undefined || name === document) && (userId === undefined || who === userId);
      for (const session of sessions) {
        if (concerns(session.userId, session.room.name)) void judgeAfresh(session);
      }
      for (const [{ identity, document: name }, meanwhile] of joining) {
        if (concerns(identity.userId, name)) meanwhile.moved = true;
      }
    },

    closeSessions(of) {
      for (const session of sessions) {
        if (isOf(session.identity, of)) session.refuse('signed-out');
      }
      for (const [{ identity }, meanwhile] of joining) {
        if (isOf(identity, of)) meanwhile.ended = true;
      }
    },

    standing() {
      const open = rooms.all();
      return {
        rooms: open.length,
        openDocuments: open.filter((room) => room.isOpen).length,
        sockets: sessions.size,
        waitingBytes: [...sessions].reduce((sum, { waitingBytes }) => sum + waitingBytes, 0),
      };
    },

    present: () => [...sessions].map(presenceOf),

    async close() {
      closing = true;
      // What arrived is saved and acknowledged before anyone is sent away.
      await committer.flushed();
      await sendAway([...sessions]);
      clearInterval(alive);
      await committer.flushed();
      await rooms.close();
    },
  };
}

/** One after the other, so that they do not all come back in the same moment. */
async function sendAway(sessions: Session[]): Promise<void> {
  const everyMs = Math.min(closingEveryMs, maxClosingMs / sessions.length);
  const began = performance.now();
  for (const [n, session] of sessions.entries()) {
    const waitMs = n * everyMs - (performance.now() - began);
    if (waitMs > 1) await new Promise((resolve) => setTimeout(resolve, waitMs));
    session.close(1012, 'restart');
  }
}

const presenceOf = ({ userId, name, side, room }: Session): Presence => {
  return { userId, name, side, document: room.name };
};

interface Closed {
  close: number;
  reason: string;
}

function closeWith(code: ErrorCode): Closed {
  return { close: errorTable[code].close, reason: code };
}

function isOf({ userId, sessionId }: Identity, of: SessionScope): boolean {
  return 'userId' in of ? userId === of.userId : sessionId === of.sessionId;
}

/** What `edit` does to a copy, as the update of a fresh client id. */
function editOf(doc: Y.Doc, edit: (doc: Y.Doc) => void): Uint8Array {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  const before = Y.encodeStateVector(copy);
  edit(copy);
  const update = Y.encodeStateAsUpdate(copy, before);
  copy.destroy();
  return update;
}
