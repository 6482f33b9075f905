// What an update may contain, judged before it touches a document. Yjs itself believes any struct
// under any client id and parks what does not fit yet, and both can be used against other people:
// so ids must be the sender's own, clocks contiguous, and everything pointed at already known.
import * as Y from 'yjs';
import { maxStructLength } from './limits.ts';

export type Verdict =
  /** `clients`: whose clocks it moves. */
  | { kind: 'pass'; clients: number[] }
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
  const news: Struct[] = [];

  for (const struct of structs) {
    const { client, clock } = struct.id;
    if (struct instanceof Y.Skip || struct.length < 1)
      return { kind: 'refused', reason: 'bad-frame' };
    if (struct.length > maxStructLength) return { kind: 'refused', reason: 'too-large' };
    const end = clock + struct.length;
    // Known already: clients send back what they hold of others, and that is no forgery. Yjs follows
    // what it points at all the same; with a false one it would park it, or throw.
    if (end <= clockOf(client)) {
      const isFalse = pointsOf(struct).some((id) => id.clock >= clockOf(id.client));
      if (isFalse) return { kind: 'refused', reason: 'bad-frame' };
      continue;
    }
    const owner = known.owner(client);
    if (owner !== undefined && owner !== userId) return { kind: 'refused', reason: 'client-id' };
    if (clock > clockOf(client)) return { kind: 'gap' };
    next.set(client, end);
    news.push(struct);
  }
  if (!canBePlaced(news, known)) return { kind: 'gap' };
  for (const [client, deletions] of ds.clients) {
    if (deletions.some(({ clock, len }) => clock + len > clockOf(client))) return { kind: 'gap' };
  }
  return { kind: 'pass', clients: [...next.keys()] };
}

/**
 * Whether every struct finds what it points at among what is known and what is placed before it.
 * A circle of structs never does; in Yjs it throws in the middle of a transaction.
 */
function canBePlaced(structs: Struct[], known: Known): boolean {
  const queues = byClient(structs);
  const placed = new Map<number, number>();
  const isKnown = ({ client, clock }: Id) => clock < (placed.get(client) ?? known.clock(client));
  for (const first of queues.keys()) {
    // Clients whose next struct waits for the one above it.
    const stack = new Set([first]);
    while (stack.size > 0) {
      const client = [...stack].at(-1) as number;
      const struct = queues.get(client)?.at(-1);
      const missing = struct && pointsOf(struct).find((id) => !isKnown(id));
      if (missing) {
        if (stack.has(missing.client) || !queues.get(missing.client)?.length) return false;
        stack.add(missing.client);
        continue;
      }
      if (struct) {
        placed.set(client, struct.id.clock + struct.length);
        queues.get(client)?.pop();
      }
      if (!struct || stack.size > 1) stack.delete(client);
    }
  }
  return true;
}

/** Each client's structs, the last one first. */
function byClient(structs: Struct[]): Map<number, Struct[]> {
  const queues = new Map<number, Struct[]>();
  for (const struct of [...structs].reverse()) {
    const queue = queues.get(struct.id.client);
    if (queue) queue.push(struct);
    else queues.set(struct.id.client, [struct]);
  }
  return queues;
}

export function areKnown(structs: Struct[], clock: Known['clock']): boolean {
  return structs.every(({ id, length }) => id.clock + length <= clock(id.client));
}

/** Whether a document that knows so much would stay as it is. */
export function bringsNothing({ structs, ds }: Decoded, doc: Y.Doc): boolean {
  const clock = (client: number) => Y.getState(doc.store, client);
  if (!areKnown(structs, clock)) return false;
  return [...ds.clients].every(([client, deletions]) =>
    deletions.every(
      ({ clock: from, len }) => from + len <= clock(client) && isDeleted(doc, client, from, len),
    ),
  );
}

function isDeleted(doc: Y.Doc, client: number, from: number, length: number): boolean {
  const structs = doc.store.clients.get(client);
  if (!structs || length < 1) return length < 1;
  for (let i = Y.findIndexSS(structs, from); i < structs.length; i++) {
    const struct = structs[i] as Struct;
    if (struct.id.clock >= from + length) return true;
    if (!struct.deleted) return false;
  }
  return true;
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
