// Which rooms are open: loads one from the log on demand, drops it when it breaks, unloads it when
// it stood empty for a while. At most one live room a document, and the next one reads the log only
// when the one before has nothing under way. It knows no people.
import type { DocumentName } from '#shared/ids.ts';
import type { Committer } from './committer.ts';
import { idleRoomMs } from './limits.ts';
import type { Meters } from './meters.ts';
import type { UpdateLog } from './persistence.ts';
import { Room } from './room.ts';
import { comeBack, type Session } from './session.ts';

export interface Rooms {
  /** A live room, or null where there is no such document. */
  open(name: DocumentName): Promise<Room | null>;
  /** Nobody is in it: unload it after a while, unless someone comes. */
  idle(room: Room): void;
  /** The live ones. */
  all(): Room[];
  /** Someone came. */
  busy(room: Room): void;
  close(): Promise<void>;
}

export interface RoomsOptions {
  log: UpdateLog;
  committer: Committer;
  meters: Meters;
  nowMs(): number;
  reauthorise(session: Session): Promise<boolean>;
}

export function createRooms(options: RoomsOptions): Rooms {
  const { log, committer, meters, nowMs, reauthorise } = options;
  const opened = new Map<DocumentName, Promise<Room | null>>();
  /** The opening a room came from: a late clean-up must not take away the room that came after. */
  const openingOf = new WeakMap<Room, Promise<Room | null>>();
  const timers = new Map<Room, NodeJS.Timeout>();
  const live = new Set<Room>();
  /** Broken rooms whose last commit is still under way. */
  const leaving = new Map<DocumentName, Promise<void>>();

  async function open(name: DocumentName): Promise<Room | null> {
    for (;;) {
      const room = await (opened.get(name) ?? begin(name));
      if (room === null || room.isLive) return room;
      forget(room);
    }
  }

  function begin(name: DocumentName): Promise<Room | null> {
    const opening = load(name);
    opened.set(name, opening);
    const remove = () => {
      if (opened.get(name) === opening) opened.delete(name);
    };
    opening.then((room) => {
      if (room) openingOf.set(room, opening);
      else remove();
    }, remove);
    return opening;
  }

  async function load(name: DocumentName): Promise<Room | null> {
    await leaving.get(name);
    const stored = await log.load(name);
    if (!stored) return null;
    const owners = await log.clients(name);
    const room = new Room({
      name,
      stored,
      owners,
      log,
      committer,
      meters,
      startedAt: nowMs(),
      reauthorise,
      onBroken,
    });
    live.add(room);
    idle(room);
    return room;
  }

  function onBroken(room: Room, culprit: Session | null): void {
    const settled = room.settled().then(() => {
      if (leaving.get(room.name) === settled) leaving.delete(room.name);
    });
    leaving.set(room.name, settled);
    meters.trouble({ at: 'sync.room', document: room.name, sockets: room.sessions.size });
    forget(room);
    for (const session of room.sessions) if (session !== culprit) session.close(comeBack, 'room');
  }

  function forget(room: Room): void {
    busy(room);
    if (opened.get(room.name) === openingOf.get(room)) opened.delete(room.name);
    live.delete(room);
    room.destroy();
  }

  function busy(room: Room): void {
    clearTimeout(timers.get(room));
    timers.delete(room);
  }

  function idle(room: Room): void {
    busy(room);
    if (!room.isLive) return;
    const timer = setTimeout(() => void unload(room), idleRoomMs);
    timer.unref();
    timers.set(room, timer);
  }

  async function unload(room: Room): Promise<void> {
    await room.fold();
    if (room.sessions.size > 0) return;
    if (room.isBusy) return idle(room);
    forget(room);
  }

  return {
    open,
    all: () => [...live],
    idle,
    busy,
    async close() {
      const all = await Promise.all(
        [...opened.values()].map((opening) => opening.catch(() => null)),
      );
      for (const room of all) {
        await room?.fold();
        if (room) forget(room);
      }
    },
  };
}
