// The server's copy of one document. It stays as it is stored until somebody writes: readers are
// answered from the bytes, and only an edit needs a Y.Doc to be judged and merged in. It knows
// updates and state vectors, no people and no disk.
import * as Y from 'yjs';
import { syncFrame, syncStep2, syncUpdate } from '#shared/protocol.ts';
import type { StoredDocument } from './persistence.ts';

type Stored = Pick<StoredDocument, 'snapshot' | 'tail'>;

export type Edited =
  /** What was new in it, as one update and to the letter. */
  | {
      kind: 'news';
      update: Uint8Array;
      /** Doubled marks were cleared away after it, in a transaction of Yjs' own: nobody sent that. */
      isTidied: boolean;
    }
  | { kind: 'nothing' }
  /** Something was left that does not fit. */
  | { kind: 'broken' };

/** Answers kept for equal state vectors: a hall of people who come back asks one question. */
const keptAnswers = 4;
/** Merging costs the square of the length: this many take some 10 ms, 50 000 take a minute. */
const maxMergedTail = 600;
const nothing = Y.encodeStateAsUpdate(new Y.Doc());

export class Replica {
  #at: { kind: 'stored'; stored: Stored } | { kind: 'open'; doc: Y.Doc };
  /** The next clock of each client, read out of the stored bytes when first asked for. */
  #vector: Map<number, number> | null = null;
  /** By the asker's state vector; emptied by every edit. */
  readonly #answers = new Map<string, Uint8Array[]>();
  #emitted: Uint8Array[] = [];
  /** Size as one update. Exact after `encode`, and never too small: news only add to it. */
  #bytes: number;

  constructor(stored: Stored) {
    this.#at = { kind: 'stored', stored };
    this.#bytes = piecesOf(stored).reduce((sum, { length }) => sum + length, 0);
  }

  get isOpen(): boolean {
    return this.#at.kind === 'open';
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** The document itself. Who reads it must not change it. */
  open(): Y.Doc {
    if (this.#at.kind === 'open') return this.#at.doc;
    const doc = new Y.Doc();
    const pieces = piecesOf(this.#at.stored);
    // One by one a long log takes minutes to merge; in one transaction it takes its bare length.
    doc.transact(() => pieces.forEach((piece) => Y.applyUpdate(doc, piece)));
    doc.on('update', (update: Uint8Array) => this.#emitted.push(update));
    this.#at = { kind: 'open', doc };
    this.#vector = null;
    return doc;
  }

  close(): void {
    if (this.#at.kind === 'open') this.#at.doc.destroy();
    this.#answers.clear();
  }

  /** The next clock of a client, 0 for an unknown one. */
  clock(clientId: number): number {
    if (this.#at.kind === 'open') return Y.getState(this.#at.doc.store, clientId);
    return this.#storedVector().get(clientId) ?? 0;
  }

  stateVector(): Uint8Array {
    return Y.encodeStateVector(this.#at.kind === 'open' ? this.#at.doc : this.#storedVector());
  }

  #storedVector(): Map<number, number> {
    return (this.#vector ??= this.#at.kind === 'stored' ? vectorOf(this.#at.stored) : new Map());
  }

  /** What someone with this state vector lacks, as frames that end in a step 2; null for broken bytes. */
  answer(stateVector: Uint8Array): Uint8Array[] | null {
    const key = Buffer.from(stateVector).toString('latin1');
    const kept = this.#answers.get(key);
    if (kept) return kept;
    const made = this.#difference(stateVector);
    if (!made) return null;
    const [oldest] = this.#answers.keys();
    if (this.#answers.size >= keptAnswers && oldest !== undefined) this.#answers.delete(oldest);
    this.#answers.set(key, made);
    return made;
  }

  #difference(stateVector: Uint8Array): Uint8Array[] | null {
    try {
      const isNew = Y.decodeStateVector(stateVector).size === 0;
      if (this.#at.kind === 'stored' && this.#at.stored.tail.length <= maxMergedTail) {
        const pieces = foldTail(this.#at.stored);
        return framesOf(isNew ? pieces : pieces.map((piece) => Y.diffUpdate(piece, stateVector)));
      }
      return framesOf([Y.encodeStateAsUpdate(this.open(), stateVector)]);
    } catch {
      return null;
    }
  }

  /** Runs `edit`, which applies updates to the document, and tells what became of it. */
  edit(edit: (doc: Y.Doc) => void): Edited {
    const doc = this.open();
    this.#emitted = [];
    try {
      doc.transact(() => edit(doc));
    } catch {
      return { kind: 'broken' };
    }
    if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) {
      return { kind: 'broken' };
    }
    const [first, ...more] = this.#emitted;
    if (!first) return { kind: 'nothing' };
    const isTidied = more.length > 0;
    const update = isTidied ? Y.mergeUpdates([first, ...more]) : first;
    this.#answers.clear();
    this.#bytes += update.length;
    return { kind: 'news', update, isTidied };
  }

  /** The whole document as one update. */
  encode(): Uint8Array {
    const state = Y.encodeStateAsUpdate(this.open());
    this.#bytes = state.length;
    return state;
  }
}

/** The snapshot and, as one update, what came after it. */
function foldTail({ snapshot, tail }: Stored): Uint8Array[] {
  const updates = tail.map(({ update }) => update);
  return [
    ...(snapshot ? [snapshot.state] : []),
    ...(updates.length > 1 ? [Y.mergeUpdates(updates)] : updates),
  ];
}

function piecesOf({ snapshot, tail }: Stored): Uint8Array[] {
  return [...(snapshot ? [snapshot.state] : []), ...tail.map(({ update }) => update)];
}

function vectorOf(stored: Stored): Map<number, number> {
  const vector = new Map<number, number>();
  for (const piece of piecesOf(stored)) {
    for (const [client, clock] of Y.parseUpdateMeta(piece).to) {
      vector.set(client, Math.max(clock, vector.get(client) ?? 0));
    }
  }
  return vector;
}

/** Updates first: a client counts as synced with the step 2. */
function framesOf(pieces: Uint8Array[]): Uint8Array[] {
  const last = pieces.at(-1) ?? nothing;
  return [
    ...pieces.slice(0, -1).map((piece) => syncFrame(syncUpdate, piece)),
    syncFrame(syncStep2, last),
  ];
}
