// All rooms of the process: opens one per document on demand, keeps it warm a while, and carries
// what the rest of the server may ask of it: a committed state, a change of rights, an end.
import * as Y from 'yjs';
import { type ErrorCode, errorTable } from '#shared/errors.ts';
import type { DocumentName } from '#shared/ids.ts';
import type { Access, Identity, Ticket } from './access.ts';
import { createCommitter } from './committer.ts';
import { maxSocketsPerDocument } from './limits.ts';
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

export type SessionScope = { userId: string } | { sessionId: string };

export interface Hub {
  /** Lets a socket in, or says why not. */
  join(input: Joining): Promise<Session | null>;
  leave(session: Session): void;
  /** The committed state of a document at a sequence number; null where there is none. `read` must change nothing and may be asked again. */
  read<T>(document: DocumentName, read: (doc: Y.Doc, seq: number) => T): Promise<T | null>;
  /** An edit a person made through a command instead of a socket: judged, committed and delivered the same way. */
  submit(input: {
    identity: Identity;
    document: DocumentName;
    edit(doc: Y.Doc): void;
  }): Promise<Fate>;
  /** Judges these open sockets afresh, all of them for {}. Call it after the transaction that changed a right. */
  rightsChanged(scope: { document?: DocumentName; userId?: string }): void;
  closeSessions(of: SessionScope): void;
  close(): Promise<void>;
}

export interface HubOptions {
  log: UpdateLog;
  access: Pick<Access, 'authorise'>;
  monotonicMs?(): number;
  /** Milliseconds since 1970. */
  nowMs?(): number;
}

export function createHub(options: HubOptions): Hub {
  const { log, access, monotonicMs = () => performance.now(), nowMs = Date.now } = options;
  const committer = createCommitter(log, monotonicMs);
  const rooms = createRooms({ log, committer, nowMs });
  const sessions = new Set<Session>();
  /** Sockets whose room is being opened, and what became of their person meanwhile. */
  const joining = new Map<Joining, { ended: boolean; moved: boolean }>();
  let lastConnection = 0;
  let closing = false;

  function leave(session: Session): void {
    session.ended();
    if (!sessions.delete(session)) return;
    const { room } = session;
    room.sessions.delete(session);
    room.presence.leave(session);
    room.presenceChanged();
    if (room.sessions.size === 0 && !closing) rooms.idle(room);
  }

  async function reauthorise(session: Session): Promise<void> {
    const answer = await access.authorise(session.identity, session.room.name);
    if ('refused' in answer) return session.refuse(answer.refused);
    const { right, side, epoch } = session.ticket;
    if (answer.epoch !== epoch) return session.refuse('other-epoch');
    // Another right starts another conversation: the client returns and begins at step 1.
    if (answer.right !== right || answer.side !== side) return session.close(comeBack, 'right');
    session.ticket = answer;
  }

  const judgeAfresh = (session: Session) =>
    reauthorise(session).catch(() => session.close(comeBack, 'right'));

  async function join(input: Joining): Promise<Session | null> {
    const meanwhile = { ended: false, moved: false };
    joining.set(input, meanwhile);
    const found = await admit(input.document).finally(() => joining.delete(input));
    const admitted = meanwhile.ended ? closeWith('signed-out') : found;
    if ('close' in admitted) {
      input.wire.close(admitted.close, admitted.reason);
      return null;
    }
    const { room } = admitted;
    const { identity, ticket, wire } = input;
    const id = `c${++lastConnection}`;
    const session = new Session({ id, identity, ticket, room, wire, onClosed: leave });
    rooms.busy(room);
    room.sessions.add(session);
    sessions.add(session);
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

    async submit({ identity, document, edit }) {
      const ticket = await access.authorise(identity, document);
      if ('refused' in ticket) return { kind: 'refused', code: ticket.refused };
      if (ticket.right !== 'write') return { kind: 'refused', code: 'not-allowed' };
      const room = await rooms.open(document);
      if (!room) return { kind: 'refused', code: 'not-found' };
      const update = await room.read((doc) => editOf(doc, edit));
      if (!update) return { kind: 'failed' };
      const wire = { send: () => undefined, close: () => undefined, waitingBytes: 0 };
      const session = new Session({ id: `c${++lastConnection}`, identity, ticket, room, wire });
      return room.receive(session, update.of);
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

    async close() {
      closing = true;
      // What arrived is saved and acknowledged before anyone is sent away.
      await committer.flushed();
      for (const session of sessions) session.close(1012, 'restart');
      await committer.flushed();
      await rooms.close();
    },
  };
}

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
