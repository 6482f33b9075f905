// One open document: the staged state every update is judged against, and the people in it.
// An update goes decode -> gate -> stage -> commit -> deliver -> acknowledge, and nobody but its
// sender hears of it before it is on disk. It knows neither sockets' bytes nor SQL nor roles.
import * as Y from 'yjs';
import type { ErrorCode } from '#shared/errors.ts';
import type { DocumentName } from '#shared/ids.ts';
import { awarenessFrame, syncFrame, syncStep1, syncStep2, syncUpdate } from '#shared/protocol.ts';
import type { Committer } from './committer.ts';
import { decode, judge } from './gate.ts';
import { foldAfterUpdates, maxUpdateBytes, presenceEveryMs } from './limits.ts';
import type { StoredDocument, UpdateLog } from './persistence.ts';
import { createPresence, type Presence } from './presence.ts';
import type { Session } from './session.ts';

/** What became of an update its sender waits for. */
export type Fate =
  | { kind: 'saved' }
  | { kind: 'nothing-new' }
  | { kind: 'gap' }
  | { kind: 'refused'; code: ErrorCode }
  /** The sender's right changed between the ticket and the commit. */
  | { kind: 'right-changed' }
  | { kind: 'failed' };

export interface RoomOptions {
  name: DocumentName;
  stored: StoredDocument;
  owners: Map<number, string>;
  log: UpdateLog;
  committer: Committer;
  /** The room cannot go on: what it staged is not what is on disk. */
  onBroken(room: Room): void;
}

export class Room {
  readonly name: DocumentName;
  readonly epoch: string;
  readonly sessions = new Set<Session>();
  readonly presence: Presence<Session>;
  /** Committed plus in flight. */
  readonly #doc = new Y.Doc({ gc: true });
  readonly #owners: Map<number, string>;
  readonly #options: RoomOptions;
  /** Settles when everything staged so far is on disk. */
  #committed: Promise<unknown> = Promise.resolve();
  #inFlight = 0;
  #seq: number;
  #foldedSeq: number;
  #emitted: Uint8Array | null = null;
  #presenceTimer: NodeJS.Timeout | null = null;
  #broken = false;

  constructor(options: RoomOptions) {
    const { name, stored, owners } = options;
    this.name = name;
    this.epoch = stored.epoch;
    this.#options = options;
    this.#owners = owners;
    this.presence = createPresence((clientId) => owners.get(clientId));
    this.#foldedSeq = stored.snapshot?.seq ?? 0;
    this.#seq = stored.tail.at(-1)?.seq ?? this.#foldedSeq;
    this.#doc.transact(() => {
      if (stored.snapshot) Y.applyUpdate(this.#doc, stored.snapshot.state);
      for (const { update } of stored.tail) Y.applyUpdate(this.#doc, update);
    });
    this.#doc.on('update', (update: Uint8Array) => {
      this.#emitted = update;
    });
  }

  /** The answer to step 1: everything the asker lacks, once all of it is on disk. */
  async answer(stateVector: Uint8Array): Promise<Uint8Array | null> {
    const answer = encodeDifference(this.#doc, stateVector);
    await this.#committed;
    return answer && !this.#broken ? syncFrame(syncStep2, answer) : null;
  }

  /** Our own step 1: asks a writer for what only they hold. */
  ask(): Uint8Array {
    return syncFrame(syncStep1, Y.encodeStateVector(this.#doc));
  }

  /** The committed state at a sequence number. */
  async read<T>(read: (doc: Y.Doc, seq: number) => T): Promise<T> {
    while (this.#inFlight > 0) await this.#committed;
    return read(this.#doc, this.#seq);
  }

  /** Whether an update holds anything this room lacks; null for broken bytes. */
  bringsNothing(update: Uint8Array): boolean | null {
    const decoded = decode(update);
    if (!decoded) return null;
    const trial = new Y.Doc();
    Y.applyUpdate(trial, Y.encodeStateAsUpdate(this.#doc));
    let changed = false;
    trial.on('update', () => {
      changed = true;
    });
    Y.applyUpdate(trial, update);
    const nothing =
      !changed && trial.store.pendingStructs === null && trial.store.pendingDs === null;
    trial.destroy();
    return nothing;
  }

  /** Judges and stages an update now; resolves when its fate is certain. */
  receive(session: Session, update: Uint8Array): Promise<Fate> {
    const staged = this.#stage(session, update);
    if (!('update' in staged)) return Promise.resolve(staged);
    this.#inFlight += 1;
    const fate = this.#commit(session, staged);
    this.#committed = Promise.all([this.#committed, fate]);
    return fate;
  }

  #stage(session: Session, update: Uint8Array): Fate | { update: Uint8Array; clientIds: number[] } {
    const decoded = decode(update);
    if (!decoded) return { kind: 'refused', code: 'bad-frame' };
    const known = {
      clock: (clientId: number) => Y.getState(this.#doc.store, clientId),
      owner: (clientId: number) => this.#owners.get(clientId),
    };
    const verdict = judge(decoded, known, session.ticket.userId);
    if (verdict.kind === 'gap') return verdict;
    if (verdict.kind === 'refused') {
      return { kind: 'refused', code: verdict.reason === 'too-large' ? 'too-large' : 'bad-frame' };
    }
    this.#emitted = null;
    try {
      Y.applyUpdate(this.#doc, update, session);
    } catch {
      this.#break();
      return { kind: 'refused', code: 'bad-frame' };
    }
    if (this.#doc.store.pendingStructs !== null || this.#doc.store.pendingDs !== null) {
      // The gate let something through that does not fit: start over from disk.
      this.#break();
      return { kind: 'refused', code: 'bad-frame' };
    }
    // Yjs emits exactly what was new, in structs and deletions.
    const news = this.#emitted as Uint8Array | null;
    if (news === null) return { kind: 'nothing-new' };
    for (const clientId of verdict.newClients) this.#owners.set(clientId, session.ticket.userId);
    return { update: news, clientIds: verdict.newClients };
  }

  async #commit(
    session: Session,
    { update, clientIds }: { update: Uint8Array; clientIds: number[] },
  ): Promise<Fate> {
    const { userId, aclEpoch } = session.ticket;
    try {
      const outcome = await this.#options.committer.append({
        document: this.name,
        epoch: this.epoch,
        aclEpoch,
        userId,
        connectionId: session.id,
        clientIds,
        update,
      });
      this.#inFlight -= 1;
      if (outcome.kind === 'refused') {
        // What was staged on top of it may depend on it, so the room starts over from disk.
        this.#break();
        return outcome.reason === 'acl'
          ? { kind: 'right-changed' }
          : { kind: 'refused', code: outcome.reason === 'epoch' ? 'other-epoch' : 'not-found' };
      }
      if (this.#broken) return { kind: 'saved' };
      this.#seq = outcome.seq;
      this.#deliver(session, update);
      this.#foldWhenLong();
      return { kind: 'saved' };
    } catch {
      this.#inFlight -= 1;
      this.#break();
      return { kind: 'failed' };
    }
  }

  #deliver(from: Session, update: Uint8Array): void {
    const frame = syncFrame(syncUpdate, update);
    for (const session of this.sessions) {
      if (session !== from && session.listening) session.send(frame);
    }
  }

  #break(): void {
    if (this.#broken) return;
    this.#broken = true;
    this.#options.onBroken(this);
  }

  get isBroken(): boolean {
    return this.#broken;
  }

  /** Largest update a writer may send in this room now; step 2 has its own bound. */
  get maxUpdateBytes(): number {
    return maxUpdateBytes;
  }

  /** Tells everyone of moved carets, at most ten times a second. */
  presenceChanged(): void {
    this.#presenceTimer ??= setTimeout(() => {
      this.#presenceTimer = null;
      const changes = this.presence.drain();
      if (!changes) return;
      for (const session of this.sessions) {
        const entries = changes.visibleTo(session);
        if (entries.length > 0 && session.listening) session.send(awarenessFrame(entries));
      }
    }, presenceEveryMs);
  }

  #foldWhenLong(): void {
    if (this.#seq - this.#foldedSeq >= foldAfterUpdates && this.#inFlight === 0) void this.fold();
  }

  /** Folds the log into a snapshot of what is committed. */
  async fold(): Promise<void> {
    if (this.#broken || this.#inFlight > 0 || this.#seq === this.#foldedSeq) return;
    const state = Y.encodeStateAsUpdate(this.#doc);
    const seq = this.#seq;
    this.#foldedSeq = seq;
    await this.#options.log.saveSnapshot(this.name, this.epoch, seq, state);
  }

  destroy(): void {
    if (this.#presenceTimer) clearTimeout(this.#presenceTimer);
    this.#doc.destroy();
  }
}

function encodeDifference(doc: Y.Doc, stateVector: Uint8Array): Uint8Array | null {
  try {
    return Y.encodeStateAsUpdate(doc, stateVector);
  } catch {
    return null;
  }
}
