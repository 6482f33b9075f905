// What the engine needs of a store. It is implemented in db/ and wired by start.ts; a store keeps
// the order it is given and answers only for what is on disk.
import type { DocumentName } from '#shared/ids.ts';

export interface StoredDocument {
  epoch: string;
  schemaVersion: number;
  snapshot: { seq: number; state: Uint8Array } | null;
  /** Everything after the snapshot, gapless and in order. */
  tail: { seq: number; update: Uint8Array }[];
}

export interface Append {
  document: DocumentName;
  epoch: string;
  /** As of the ticket this was authorised by; the store refuses it when rights changed since. */
  aclEpoch: number;
  userId: string;
  connectionId: string;
  /** Client ids the room meets for the first time, bound to `userId` in the same transaction. */
  clientIds: number[];
  update: Uint8Array;
  /** The update accepts this suggestion: it is answered in the same transaction, or nothing is written. */
  suggestionId?: string | undefined;
}

export type AppendOutcome =
  | { kind: 'appended'; seq: number }
  | { kind: 'refused'; reason: 'acl' | 'epoch' | 'client-id' | 'gone' | 'answered' };

export interface UpdateLog {
  load(document: DocumentName): Promise<StoredDocument | null>;
  /** Whose each client id is. */
  clients(document: DocumentName): Promise<Map<number, string>>;
  /**
   * One commit for the batch, outcomes in its order. Resolves when it is on disk; rejects when the
   * commit failed, and then nothing of it was written. After a refused update the later ones of the
   * same document are refused too: they were judged on top of it.
   */
  append(batch: Append[]): Promise<AppendOutcome[]>;
  /**
   * Folds the log up to `seq`. The previous snapshot stays, with the log since it, and of what was
   * folded before that whatever is younger than `historyMs`.
   */
  saveSnapshot(snapshot: Snapshot): Promise<void>;
}

export interface Snapshot {
  document: DocumentName;
  epoch: string;
  seq: number;
  state: Uint8Array;
  historyMs: number;
}
