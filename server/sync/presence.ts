// Who is in a room and where their caret is. Names come from the session, never from the client;
// brand people see everyone, creators see brand people and themselves, never each other.
import type { AwarenessEntry } from '#shared/protocol.ts';
import type { Side } from '#shared/roles.ts';
import { maxPresenceBytes } from './limits.ts';

/** What presence needs to know of a session. */
export interface Present {
  userId: string;
  name: string;
  side: Side;
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
  /** Everyone this session may see. */
  visibleTo(session: Present): AwarenessEntry[];
  /** What changed since the last call, by session that may see it; empty when nothing did. */
  drain(): { visibleTo(session: Present): AwarenessEntry[] } | null;
}

/** `ownerOf` says whose a Yjs client id is, as far as the document knows. */
export function createPresence<Session extends Present>(
  ownerOf: (clientId: number) => string | undefined,
): Presence<Session> {
  const entries = new Map<number, Entry<Session>>();
  const gone = new Map<number, Entry<Session>>();
  const changed = new Set<number>();

  function mayTake(session: Session, clientId: number): boolean {
    const holder = entries.get(clientId);
    if (holder) return holder.session === session;
    const owner = ownerOf(clientId);
    return owner === undefined || owner === session.userId;
  }

  const listed = (ids: Iterable<number>, session: Present): AwarenessEntry[] =>
    [...ids].flatMap((clientId) => {
      const entry = entries.get(clientId) ?? gone.get(clientId);
      if (!entry || !sees(session, entry.session)) return [];
      return [{ clientId, clock: entry.clock, state: entry.state }];
    });

  return {
    receive(session, received) {
      for (const { clientId, clock, state } of received) {
        if (!mayTake(session, clientId)) continue;
        if (state && JSON.stringify(state).length > maxPresenceBytes) continue;
        const before = entries.get(clientId);
        if (before && clock < before.clock) continue;
        const stamped = state && { ...state, user: stamp(session) };
        entries.set(clientId, { session, clock, state: stamped });
        changed.add(clientId);
      }
    },
    leave(session) {
      for (const [clientId, entry] of entries) {
        if (entry.session !== session) continue;
        entries.delete(clientId);
        gone.set(clientId, { session, clock: entry.clock + 1, state: null });
        changed.add(clientId);
      }
    },
    visibleTo: (session) => listed(entries.keys(), session),
    drain() {
      if (changed.size === 0) return null;
      const ids = [...changed];
      const snapshot = new Map(ids.map((id) => [id, entries.get(id) ?? gone.get(id)]));
      changed.clear();
      gone.clear();
      return {
        visibleTo: (session) =>
          [...snapshot].flatMap(([clientId, entry]) =>
            entry && sees(session, entry.session)
              ? [{ clientId, clock: entry.clock, state: entry.state }]
              : [],
          ),
      };
    },
  };
}

/** The name everyone is shown; two tabs of a person are two client ids with one `id`. */
function stamp({ userId, name, side }: Present) {
  return { id: userId, name, side };
}

function sees(viewer: Present, other: Present): boolean {
  return viewer.side === 'brand' || other.side === 'brand' || viewer.userId === other.userId;
}
