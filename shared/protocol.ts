// The frames of the wire, beside the ones y-protocols defines: their numbers and how to read and
// write them with bounds. It knows bytes, never a socket or a document.
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';

export const messageSync = 0;
export const messageAwareness = 1;
export const messageAuth = 2;
export const messageQueryAwareness = 3;
/**
 * Ours. `[102, n]` from a client asks; `[102, n, 0]` answers that every update before it on this
 * socket is on disk or brought nothing new; `[102, n, 1, reason]` says that one was refused.
 */
export const messageBarrier = 102;

export const syncStep1 = 0;
export const syncStep2 = 1;
export const syncUpdate = 2;

export type ClientFrame =
  | { type: 'step-1'; stateVector: Uint8Array }
  /** `isWhole`: a step 2, everything its sender holds that our step 1 did not name. */
  | { type: 'update'; update: Uint8Array; isWhole: boolean }
  | { type: 'awareness'; entries: AwarenessEntry[] }
  | { type: 'query-awareness' }
  | { type: 'barrier'; n: number };

export interface AwarenessEntry {
  clientId: number;
  clock: number;
  /** null: left. */
  state: Record<string, unknown> | null;
}

/** Entries of one awareness frame; the stock client echoes everyone it knows. */
const maxAwarenessEntries = 2_000;

/** One frame of a client, or null when it is not one: an unknown type, trailing bytes, broken JSON. */
export function readClientFrame(bytes: Uint8Array): ClientFrame | null {
  try {
    const decoder = decoding.createDecoder(bytes);
    const frame = readFrame(decoder);
    return frame && decoding.hasContent(decoder) ? null : frame;
  } catch {
    return null;
  }
}

function readFrame(decoder: decoding.Decoder): ClientFrame | null {
  switch (decoding.readVarUint(decoder)) {
    case messageSync:
      return readSync(decoder);
    case messageAwareness: {
      const inner = decoding.createDecoder(decoding.readVarUint8Array(decoder));
      return { type: 'awareness', entries: readAwareness(inner) };
    }
    case messageQueryAwareness:
      return { type: 'query-awareness' };
    case messageBarrier:
      return { type: 'barrier', n: decoding.readVarUint(decoder) };
    default:
      return null;
  }
}

function readSync(decoder: decoding.Decoder): ClientFrame | null {
  const type = decoding.readVarUint(decoder);
  const payload = decoding.readVarUint8Array(decoder);
  if (type === syncStep1) return { type: 'step-1', stateVector: payload };
  if (type !== syncStep2 && type !== syncUpdate) return null;
  return { type: 'update', update: payload, isWhole: type === syncStep2 };
}

function readAwareness(decoder: decoding.Decoder): AwarenessEntry[] {
  const count = decoding.readVarUint(decoder);
  if (count > maxAwarenessEntries) throw new RangeError('too many awareness entries');
  return Array.from({ length: count }, () => {
    const clientId = decoding.readVarUint(decoder);
    const clock = decoding.readVarUint(decoder);
    const state: unknown = JSON.parse(decoding.readVarString(decoder));
    if (state !== null && (typeof state !== 'object' || Array.isArray(state))) {
      throw new TypeError('a presence is an object or null');
    }
    return { clientId, clock, state: state as AwarenessEntry['state'] };
  });
}

export function syncFrame(type: number, payload: Uint8Array): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, messageSync);
    encoding.writeVarUint(encoder, type);
    encoding.writeVarUint8Array(encoder, payload);
  });
}

export function awarenessFrame(entries: readonly AwarenessEntry[]): Uint8Array {
  const payload = encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, entries.length);
    for (const { clientId, clock, state } of entries) {
      encoding.writeVarUint(encoder, clientId);
      encoding.writeVarUint(encoder, clock);
      encoding.writeVarString(encoder, JSON.stringify(state));
    }
  });
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, messageAwareness);
    encoding.writeVarUint8Array(encoder, payload);
  });
}

export function barrierFrame(n: number): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, messageBarrier);
    encoding.writeVarUint(encoder, n);
  });
}

/** `refusal` is an error code: something before this barrier was not accepted. */
export function barrierAnswer(n: number, refusal: string | null): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, messageBarrier);
    encoding.writeVarUint(encoder, n);
    encoding.writeVarUint(encoder, refusal === null ? 0 : 1);
    if (refusal !== null) encoding.writeVarString(encoder, refusal);
  });
}

/** The rest of a barrier answer, after its type was read. */
export function readBarrierAnswer(decoder: decoding.Decoder): {
  n: number;
  refusal: string | null;
} {
  const n = decoding.readVarUint(decoder);
  const refused = decoding.readVarUint(decoder) === 1;
  return { n, refusal: refused ? decoding.readVarString(decoder) : null };
}
