// A client of the wire that costs next to nothing: it sends frames that were encoded before, keeps
// what it gets unread until somebody asks, and holds no document. It speaks to every server that is
// measured and knows none of them: how one wants to be spoken to stands in the door it is given.
import * as decoding from 'lib0/decoding';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import {
  barrierFrame,
  messageBarrier,
  messageSync,
  readBarrierAnswer,
  syncFrame,
  syncStep1,
  syncStep2,
  syncUpdate,
} from '#shared/protocol.ts';

export interface Door {
  url: string;
  /** Stands before every frame in both directions: Hocuspocus names the document, others nothing. */
  prefix: Uint8Array;
  /** What the server wants to hear before anything else. */
  greeting: Uint8Array | null;
  /** A bare relay knows no documents: whoever is connected to it is in sync. */
  answersStep1: boolean;
}

export interface RawClientOptions {
  /** What it holds already; nothing by default. */
  stateVector?: Uint8Array;
  /** Its answer to the server's step 1. */
  step2?: Uint8Array;
  /** Told of every update and step 2 as it comes. Costs the load what it does. */
  onUpdate?(update: Uint8Array): void;
}

export interface RawClient {
  /** Resolves with the milliseconds since the socket was opened. Rejects when the server ends it. */
  readonly synced: Promise<number>;
  /** The close code, if the server ended it. */
  readonly lost: number | null;
  /** How many frames of content came. */
  readonly frames: number;
  /** Every update and step 2 that came, in order. */
  updates(): Uint8Array[];
  frameOf(update: Uint8Array): Uint8Array;
  send(frame: Uint8Array): void;
  /** Bytes that the network has not taken yet. */
  readonly waitingBytes: number;
  /** Resolves when everything sent so far is on disk. Only Cobrief answers this. */
  saved(): Promise<void>;
  close(): Promise<void>;
}

/** A server that does not answer step 1 within this does not answer. */
const patienceMs = 20_000;

const emptyStateVector = Y.encodeStateVector(new Y.Doc());
const emptyUpdate = Y.encodeStateAsUpdate(new Y.Doc());

export function openRawClient(door: Door, options: RawClientOptions = {}): RawClient {
  const { stateVector = emptyStateVector, step2 = emptyUpdate, onUpdate } = options;
  const { prefix } = door;
  const openedAt = performance.now();
  const ws = new WebSocket(door.url, { perMessageDeflate: false, skipUTF8Validation: true });
  const kept: Uint8Array[] = [];
  const barriers = new Map<number, (refusal: string | null) => void>();
  let asked = 0;
  let lost: number | null = null;
  let isClosing = false;
  let onSynced: (ms: number) => void = () => undefined;

  const closed = new Promise<void>((resolve) => {
    ws.on('close', (code) => {
      if (!isClosing) lost = code;
      resolve();
    });
  });
  const synced = new Promise<number>((resolve, reject) => {
    onSynced = resolve;
    void closed.then(() => reject(new Error(`the server closed with ${lost}`)));
    setTimeout(() => reject(new Error('the server did not answer')), patienceMs).unref();
  });
  // Whoever waits for it hears of it; a client that is closed before is nobody's failure.
  synced.catch(() => undefined);
  const frameOf = (kind: number, payload: Uint8Array) =>
    Buffer.concat([prefix, syncFrame(kind, payload)]);

  ws.on('error', () => undefined);
  ws.on('open', () => {
    if (!door.answersStep1) return onSynced(performance.now() - openedAt);
    if (door.greeting) ws.send(door.greeting);
    ws.send(frameOf(syncStep1, stateVector));
  });
  ws.on('message', (frame: Buffer) => {
    const type = frame[prefix.length];
    // 4 is Hocuspocus' sync that asks for no step 1 in return.
    if (type === messageSync || (type === 4 && prefix.length > 0)) {
      const kind = frame[prefix.length + 1];
      if (kind === syncStep1) return ws.send(frameOf(syncStep2, step2));
      kept.push(frame);
      onUpdate?.(payloadOf(frame, prefix.length));
      if (kind === syncStep2) onSynced(performance.now() - openedAt);
    } else if (type === messageBarrier) answerBarrier(frame);
  });

  function answerBarrier(frame: Uint8Array): void {
    const decoder = decoding.createDecoder(frame);
    decoding.readVarUint(decoder);
    const { n, refusal } = readBarrierAnswer(decoder);
    barriers.get(n)?.(refusal);
    barriers.delete(n);
  }

  return {
    synced,
    get lost() {
      return lost;
    },
    get frames() {
      return kept.length;
    },
    updates: () => kept.map((frame) => payloadOf(frame, prefix.length)),
    frameOf: (update) => frameOf(syncUpdate, update),
    send: (frame) => ws.send(frame),
    get waitingBytes() {
      return ws.bufferedAmount;
    },
    saved: () =>
      new Promise((resolve, reject) => {
        const n = ++asked;
        barriers.set(n, (refusal) => (refusal ? reject(new Error(refusal)) : resolve()));
        void closed.then(() => reject(new Error(`the server closed with ${lost}`)));
        ws.send(barrierFrame(n));
      }),
    close() {
      isClosing = true;
      ws.close();
      return closed;
    },
  };
}

/** What a sync frame carries, behind its type and kind. */
function payloadOf(frame: Uint8Array, prefixLength: number): Uint8Array {
  return decoding.readVarUint8Array(decoding.createDecoder(frame.subarray(prefixLength + 2)));
}

/**
 * How far each client id of these updates reaches without a gap, in whatever order they came. What
 * somebody sent themselves comes back to them now and then, merged with what others sent.
 */
export function clocksOf(updates: Iterable<Uint8Array>): Map<number, number> {
  const clocks = new Map<number, number>();
  for (const [client, runs] of runsOf(updates)) {
    let reached = 0;
    for (const { from, to } of runs.sort((a, b) => a.from - b.from)) {
      if (from > reached) break;
      if (to > reached) reached = to;
    }
    clocks.set(client, reached);
  }
  return clocks;
}

function runsOf(updates: Iterable<Uint8Array>): Map<number, { from: number; to: number }[]> {
  const runs = new Map<number, { from: number; to: number }[]>();
  for (const update of updates) {
    const meta = Y.parseUpdateMeta(update);
    for (const [client, to] of meta.to) {
      const run = { from: meta.from.get(client) ?? 0, to };
      const known = runs.get(client);
      if (known) known.push(run);
      else runs.set(client, [run]);
    }
  }
  return runs;
}
