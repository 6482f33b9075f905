// What an update may contain, judged before it touches a document. Yjs itself believes any struct
// under any client id and parks what does not fit yet, and both can be used against other people:
// so ids must be the sender's own, clocks contiguous, and everything pointed at already known.
import * as Y from 'yjs';
import { maxStructLength } from './limits.ts';

export type Verdict =
  | { kind: 'pass'; newClients: number[] }
  /** Something in between is missing: ask for it with step 1. */
  | { kind: 'gap' }
  | { kind: 'refused'; reason: 'client-id' | 'bad-frame' | 'too-large' };

export interface Known {
  /** The next clock of a client, 0 for an unknown one. */
  clock(clientId: number): number;
  /** Whose client id it is, or undefined for a new one. */
  owner(clientId: number): string | undefined;
}

type Decoded = ReturnType<typeof Y.decodeUpdate>;
type Struct = Decoded['structs'][number];
interface Id {
  client: number;
  clock: number;
}

/** The update's structs and deletions, or null when the bytes are not a V1 update. */
export function decode(update: Uint8Array): Decoded | null {
  try {
    return Y.decodeUpdate(update);
  } catch {
    return null;
  }
}

export function judge({ structs, ds }: Decoded, known: Known, userId: string): Verdict {
  // Clocks as they will stand after this update.
  const next = new Map<number, number>();
  const clockOf = (client: number) => next.get(client) ?? known.clock(client);
  const newClients: number[] = [];

  for (const struct of structs) {
    const { client, clock } = struct.id;
    if (struct instanceof Y.Skip) return { kind: 'refused', reason: 'bad-frame' };
    if (struct.length < 1 || struct.length > maxStructLength) {
      return { kind: 'refused', reason: 'too-large' };
    }
    const end = clock + struct.length;
    // Known already: clients send back what they hold of others, and that is no forgery.
    if (end <= clockOf(client)) continue;
    const owner = known.owner(client);
    if (owner !== undefined && owner !== userId) return { kind: 'refused', reason: 'client-id' };
    if (clock > clockOf(client)) return { kind: 'gap' };
    if (owner === undefined && !next.has(client)) newClients.push(client);
    next.set(client, end);
  }
  const isKnown = ({ client, clock }: Id) => clock < clockOf(client);
  if (!structs.every((struct) => pointsOf(struct).every(isKnown))) return { kind: 'gap' };
  for (const [client, deletions] of ds.clients) {
    if (deletions.some(({ clock, len }) => clock + len > clockOf(client))) return { kind: 'gap' };
  }
  return { kind: 'pass', newClients };
}

/** Everything a struct refers to. */
function pointsOf(struct: Struct): Id[] {
  if (!(struct instanceof Y.Item)) return [];
  const { origin, rightOrigin, parent } = struct as {
    origin: Id | null;
    rightOrigin: Id | null;
    parent: unknown;
  };
  const points = [origin, rightOrigin].filter((id): id is Id => id !== null);
  if (parent instanceof Y.ID) points.push(parent);
  return points;
}
