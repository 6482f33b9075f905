// Who is in a room, where their caret is and what they are about to suggest. Names come from the
// session, never from the client; brand people see everyone, creators see brand people and
// themselves, never each other.
import { readInHand } from '#shared/in-hand-schema.ts';
import { type AwarenessEntry, awarenessFrame } from '#shared/protocol.ts';
import type { Side } from '#shared/roles.ts';
import { maxPresenceBytes } from './limits.ts';

/** What presence needs to know of a session. */
export interface Present {
  userId: string;
  name: string;
  side: Side;
  maySuggest: boolean;
}

interface Entry<Session extends Present> {
  session: Session;
  clock: number;
  state: Record<string, unknown> | null;
}

export interface Presence<Session extends Present> {
  /** Takes what belongs to this session and silently drops what echoes others. */
  receive(session: Session, entries: readonly AwarenessEntry[]): void;
  leave(session: Session): void;
  /** Everyone else whom this session may see. */
  visibleTo(session: Session): AwarenessEntry[];
  /** The frame of what changed since the last call, for each session that may see of it. */
  drain(): ((session: Session) => Uint8Array | null) | null;
}

/** Whose a Yjs client id is; binding comes before anyone hears of it. */
export interface ClientIds {
  ownerOf(clientId: number): string | undefined;
  bind(clientId: number, userId: string): void;
}

/**
 * `startedAt` is any number that grows from one room of a document to the next, such as the time.
 * Clocks are ours and start there: a person who lost the connection was announced as gone one clock
 * ahead of their own, and would stay unseen if theirs were passed on.
 */
export function createPresence<Session extends Present>(
  ids: ClientIds,
  startedAt: number,
): Presence<Session> {
  const entries = new Map<number, Entry<Session>>();
  const idOf = new Map<Session, number>();
  let changed = new Map<number, Entry<Session>>();
  let clock = startedAt;

  function put(clientId: number, session: Session, state: Entry<Session>['state']): void {
    const entry = { session, clock: ++clock, state };
    if (state) entries.set(clientId, entry);
    else entries.delete(clientId);
    changed.set(clientId, entry);
  }

  /** A session has one client id, the first it shows that is not another's. */
  function isOwn(session: Session, { clientId, clock: theirs, state }: AwarenessEntry): boolean {
    const own = idOf.get(session);
    if (own !== undefined) return own === clientId;
    const owner = ids.ownerOf(clientId);
    if (state === null || (owner !== undefined && owner !== session.userId)) return false;
    const holder = entries.get(clientId);
    if (!holder) return true;
    // The same client on a new socket, the old one not yet gone. An echo carries our clock.
    const returns = holder.session.userId === session.userId && theirs < startedAt;
    if (returns) idOf.delete(holder.session);
    return returns;
  }

  const visible = (viewer: Session, of: Iterable<[number, Entry<Session>]>): AwarenessEntry[] =>
    [...of]
      .filter(([, { session }]) => session !== viewer && sees(viewer, session))
      .map(([clientId, entry]) => ({ clientId, clock: entry.clock, state: entry.state }));

  /** All who see the same are sent the same frame. */
  function framesOf(changes: Map<number, Entry<Session>>) {
    const movers = new Set([...changes.values()].map(({ session }) => session));
    const made = new Map<Session | string, Uint8Array | null>();
    return (session: Session): Uint8Array | null => {
      const key = movers.has(session) ? session : audienceOf(session);
      const known = made.get(key);
      if (known !== undefined) return known;
      const entries = visible(session, changes);
      const frame = entries.length > 0 ? awarenessFrame(entries) : null;
      made.set(key, frame);
      return frame;
    };
  }

  return {
    receive(session, received) {
      for (const entry of received) {
        const { clientId, state } = entry;
        if (state && JSON.stringify(state).length > maxPresenceBytes) continue;
        if (!isOwn(session, entry)) continue;
        idOf.set(session, clientId);
        ids.bind(clientId, session.userId);
        put(clientId, session, state && { ...shown(session, state), user: stamp(session) });
      }
    },
    leave(session) {
      const clientId = idOf.get(session);
      idOf.delete(session);
      if (clientId !== undefined && entries.has(clientId)) put(clientId, session, null);
    },
    visibleTo: (session) => visible(session, entries),
    drain() {
      if (changed.size === 0) return null;
      const changes = changed;
      changed = new Map();
      return framesOf(changes);
    },
  };
}

/** Of what somebody types only what may become a suggestion, in a shape every page can read. */
function shown({ maySuggest }: Present, { inHand, ...state }: Record<string, unknown>) {
  const read = maySuggest ? readInHand(inHand) : null;
  return read ? { ...state, inHand: read } : state;
}

/** The name everyone is shown; two tabs of a person are two client ids with one `id`. */
function stamp({ userId, name, side }: Present) {
  return { id: userId, name, side };
}

/** Viewers of one audience see the same people, but for themselves. */
const audienceOf = ({ side, userId }: Present): string => (side === 'brand' ? 'brand' : userId);

function sees(viewer: Present, other: Present): boolean {
  return viewer.side === 'brand' || other.side === 'brand' || viewer.userId === other.userId;
}
