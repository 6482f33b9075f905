// Whether what is stored of one document fits together: its snapshots, its log, and who wrote it.
// For the operator's check. Pure: it reads no disk and repairs nothing.
import * as Y from 'yjs';

export interface StoredHistory {
  lastSeq: number;
  /** The older one first. */
  snapshots: { seq: number; state: Uint8Array }[];
  /** In the order of their numbers. */
  updates: { seq: number; update: Uint8Array }[];
  /** Client ids that are bound to a person. */
  owned: Set<number>;
}

type Snapshot = StoredHistory['snapshots'][number];
type Update = StoredHistory['updates'][number];

/** What does not fit, one sentence a fault, or nothing. */
export function faultsOf(history: StoredHistory): string[] {
  const { faults, clients } = decodeAll(history);
  faults.push(...sequenceFaults(history));
  // A replay of half a log would only say the same again, less clearly.
  if (faults.length === 0) faults.push(...replayFaults(history));
  const strangers = [...clients].filter((client) => !history.owned.has(client));
  return [...faults, ...strangers.map((client) => `client id ${client} wrote and has no owner`)];
}

function decodeAll({ snapshots, updates }: StoredHistory) {
  const clients = new Set<number>();
  const faults: string[] = [];
  const decode = (bytes: Uint8Array, what: string) => {
    try {
      for (const { id } of Y.decodeUpdate(bytes).structs) clients.add(id.client);
    } catch {
      faults.push(`${what} is no update`);
    }
  };
  for (const { seq, state } of snapshots) decode(state, `snapshot ${seq}`);
  for (const { seq, update } of updates) decode(update, `update ${seq}`);
  return { faults, clients };
}

/** Two snapshots at most, and every update from the older one to the last number. */
function sequenceFaults({ lastSeq, snapshots, updates }: StoredHistory): string[] {
  const older = snapshots[0];
  if (!older) return ['has no snapshot'];
  const faults: string[] = [];
  if (snapshots.length > 2) faults.push(`has ${snapshots.length} snapshots instead of two`);
  const latest = Math.max(snapshots.at(-1)?.seq ?? 0, updates.at(-1)?.seq ?? 0);
  if (latest > lastSeq) faults.push(`has a number ${latest} after its last one, ${lastSeq}`);
  let next = Math.min(older.seq + 1, updates[0]?.seq ?? lastSeq + 1);
  for (const { seq } of [...updates, { seq: lastSeq + 1 }]) {
    if (seq > next) faults.push(`${numbered(next, seq - 1)} missing`);
    next = seq + 1;
  }
  return faults;
}

const numbered = (from: number, to: number): string =>
  from === to ? `update ${from} is` : `updates ${from} to ${to} are`;

function replayFaults({ snapshots, updates }: StoredHistory): string[] {
  const [older, newer] = snapshots as [Snapshot, Snapshot?];
  const latest = newer ?? older;
  const tail = updates.filter(({ seq }) => seq > latest.seq);
  const ending = replay(latest, tail, `the log after snapshot ${latest.seq}`);
  const faults = 'fault' in ending ? [ending.fault] : [];
  return newer ? [...foldFaults(older, newer, updates), ...faults] : faults;
}

function foldFaults(older: Snapshot, newer: Snapshot, updates: Update[]): string[] {
  const between = updates.filter(({ seq }) => seq > older.seq && seq <= newer.seq);
  const replayed = replay(older, between, `the log from snapshot ${older.seq} to ${newer.seq}`);
  if ('fault' in replayed) return [replayed.fault];
  const stored = replay(newer, [], `snapshot ${newer.seq}`);
  if ('fault' in stored) return [stored.fault];
  const other = difference(replayed.doc, stored.doc);
  return other ? [`snapshot ${newer.seq} is not snapshot ${older.seq} and the log: ${other}`] : [];
}

type Replayed = { doc: Y.Doc } | { fault: string };

function replay({ state }: Snapshot, updates: Update[], what: string): Replayed {
  try {
    const doc = documentOf([state, ...updates.map(({ update }) => update)]);
    if (doc.store.pendingStructs) return { fault: `${what} builds on text that is not there` };
    if (doc.store.pendingDs) return { fault: `${what} deletes text that is not there` };
    return { doc };
  } catch {
    return { fault: `${what} cannot be replayed` };
  }
}

/** In one transaction: one for each update would take minutes on a long log. */
function documentOf(updates: Uint8Array[]): Y.Doc {
  const doc = new Y.Doc();
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update);
  });
  return doc;
}

/**
 * How a replayed state differs from a stored one. A fresh document joins and tidies what only the
 * way there kept apart; what was stored is read into one anyway.
 */
function difference(replayed: Y.Doc, stored: Y.Doc): string | null {
  const tidy = documentOf([Y.encodeStateAsUpdate(replayed)]);
  if (!Y.equalSnapshots(Y.snapshot(tidy), Y.snapshot(stored))) {
    return equalBytes(Y.encodeStateVector(tidy), Y.encodeStateVector(stored))
      ? 'it deletes something else'
      : 'it holds more or less';
  }
  const same = equalBytes(Y.encodeStateAsUpdate(tidy), Y.encodeStateAsUpdate(stored));
  return same ? null : 'it reads differently';
}

function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}
