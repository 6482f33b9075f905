// All rooms of the process: opens one per document on demand, keeps it warm a while, and carries
// what the rest of the server may ask of it: a committed state, a change of rights, an end.
import * as Y from 'yjs';
import type { DocumentName } from '#shared/ids.ts';
import { errorTable } from '#shared/errors.ts';
import type { Access, Identity, Ticket } from './access.ts';
import { createCommitter } from './committer.ts';
import { idleRoomMs, maxSocketsPerDocument } from './limits.ts';
import type { UpdateLog } from './persistence.ts';
import { type Fate, Room } from './room.ts';
import { Session, type Wire } from './session.ts';

export interface Hub {
  /** Lets a socket in, or says why not. */
  join(input: {
    identity: Identity;
    ticket: Ticket;
    document: DocumentName;
    wire: Wire;
  }): Promise<Session | null>;
  leave(session: Session): void;
  /** The committed state of a document at a sequence number; null where there is none. */
  read<T>(document: DocumentName, read: (doc: Y.Doc, seq: number) => T): Promise<T | null>;
  /** An edit a person made through a command instead of a socket: judged, committed and delivered the same way. */
  submit(input: {
    identity: Identity;
    document: DocumentName;
    edit(doc: Y.Doc): void;
  }): Promise<Fate>;
  /** Judges these open sockets afresh, all of them for {}. Call it after the transaction that changed a right. */
  rightsChanged(scope: { document?: DocumentName; userId?: string }): void;
  closeSessions(of: { userId: string } | { sessionId: string }): void;
  close(): Promise<void>;
}

export interface HubOptions {
  log: UpdateLog;
  access: Pick<Access, 'authorise'>;
  monotonicMs?(): number;
}

export function createHub({ log, access, monotonicMs = () => performance.now() }: HubOptions): Hub {
  const committer = createCommitter(log, monotonicMs);
  const rooms = new Map<DocumentName, Promise<Room | null>>();
  const roomOf = new Map<Session, Room>();
  const idle = new Map<Room, NodeJS.Timeout>();
  let lastConnection = 0;
  let closing = false;

  function open(name: DocumentName): Promise<Room | null> {
    const known = rooms.get(name);
    if (known) return known;
    const opening = load(name);
    rooms.set(name, opening);
    opening.then(
      (room) => room === null && rooms.delete(name),
      () => rooms.delete(name),
    );
    return opening;
  }

  async function load(name: DocumentName): Promise<Room | null> {
    const stored = await log.load(name);
    if (!stored) return null;
    const owners = await log.clients(name);
    const room = new Room({ name, stored, owners, log, committer, onBroken: forget });
    scheduleUnload(room);
    return room;
  }

  /** Drops a room without folding it; its clients come back to a fresh one. */
  function forget(room: Room): void {
    void drop(room);
    for (const session of room.sessions) session.close(1013, 'room');
  }

  async function drop(room: Room): Promise<void> {
    clearTimeout(idle.get(room));
    idle.delete(room);
    // A late clean-up must not take away the room that came after it.
    if ((await rooms.get(room.name)) === room) rooms.delete(room.name);
  }

  function scheduleUnload(room: Room): void {
    clearTimeout(idle.get(room));
    const timer = setTimeout(() => void unload(room), idleRoomMs);
    timer.unref();
    idle.set(room, timer);
  }

  async function unload(room: Room): Promise<void> {
    await room.fold();
    if (room.sessions.size > 0) return;
    await drop(room);
    room.destroy();
  }

  async function reauthorise(session: Session): Promise<void> {
    const room = roomOf.get(session);
    if (!room) return;
    const answer = await access.authorise(session.identity, room.name);
    if ('refused' in answer) return session.refuse(answer.refused);
    const { right, side, epoch } = session.ticket;
    if (answer.epoch !== epoch) return session.refuse('other-epoch');
    // Another right starts another conversation: the client returns and begins at step 1.
    if (answer.right !== right || answer.side !== side) return session.close(1013, 'right');
    session.ticket = answer;
  }

  async function openRooms(): Promise<Room[]> {
    const all = await Promise.all([...rooms.values()].map((room) => room.catch(() => null)));
    return all.filter((room) => room !== null);
  }

  return {
    async join({ identity, ticket, document, wire }) {
      const room = closing ? null : await open(document);
      if (!room || room.isBroken) {
        wire.close(closing || room ? 1013 : errorTable['not-found'].close, 'room');
        return null;
      }
      if (room.sessions.size >= maxSocketsPerDocument) {
        wire.close(1013, 'full');
        return null;
      }
      clearTimeout(idle.get(room));
      const session = new Session({ id: `c${++lastConnection}`, identity, ticket, room, wire });
      room.sessions.add(session);
      roomOf.set(session, room);
      return session;
    },

    leave(session) {
      session.ended();
      const room = roomOf.get(session);
      if (!room) return;
      roomOf.delete(session);
      room.sessions.delete(session);
      room.presence.leave(session);
      room.presenceChanged();
      if (room.sessions.size === 0 && !room.isBroken) scheduleUnload(room);
    },

    async read(document, read) {
      for (;;) {
        const room = await open(document);
        if (!room) return null;
        const value = await room.read((doc, seq) =>
          room.isBroken ? null : { of: read(doc, seq) },
        );
        if (value) return value.of;
        await drop(room);
      }
    },

    async submit({ identity, document, edit }) {
      const ticket = await access.authorise(identity, document);
      if ('refused' in ticket) return { kind: 'refused', code: ticket.refused };
      const room = await open(document);
      if (!room || ticket.right !== 'write') return { kind: 'refused', code: 'not-allowed' };
      const update = await room.read((doc) => editOf(doc, edit));
      const wire = { send: () => undefined, close: () => undefined, waitingBytes: 0 };
      const session = new Session({ id: `c${++lastConnection}`, identity, ticket, room, wire });
      return room.receive(session, update);
    },

    rightsChanged({ document, userId }) {
      for (const [session, room] of roomOf) {
        if (document !== undefined && room.name !== document) continue;
        if (userId !== undefined && session.userId !== userId) continue;
        reauthorise(session).catch(() => session.close(1013, 'right'));
      }
    },

    closeSessions(of) {
      for (const session of roomOf.keys()) {
        const { userId, sessionId } = session.identity;
        const ends = 'userId' in of ? userId === of.userId : sessionId === of.sessionId;
        if (ends) session.refuse('signed-out');
      }
    },

    async close() {
      closing = true;
      await committer.flushed();
      const open = await openRooms();
      for (const room of open) for (const session of room.sessions) session.close(1012, 'restart');
      await committer.flushed();
      await Promise.all(open.map((room) => room.fold().catch(() => undefined)));
      for (const room of open) {
        clearTimeout(idle.get(room));
        room.destroy();
      }
    },
  };
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
