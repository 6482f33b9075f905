// One open document: the staged state every update is judged against, and the people in it.
// An update goes decode -> gate -> stage -> commit -> deliver -> acknowledge, and nobody but its
// sender hears of it before it is on disk. It knows neither sockets' bytes nor SQL nor roles.
import * as Y from 'yjs';
import type { ErrorCode } from '#shared/errors.ts';
import type { DocumentName } from '#shared/ids.ts';
import { awarenessFrame, syncFrame, syncStep1, syncStep2, syncUpdate } from '#shared/protocol.ts';
import type { Committer } from './committer.ts';
import { bringsNothing, decode, judge } from './gate.ts';
import { foldAfterUpdates, presenceEveryMs } from './limits.ts';
import type { AppendOutcome, StoredDocument, UpdateLog } from './persistence.ts';
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
  /** Grows from one room of a document to the next. */
  startedAt: number;
  /**
   * The room cannot go on: what it staged is not what is on disk. `culprit` is the session that its
   * fate will close with a reason of its own.
   */
  onBroken(room: Room, culprit: Session | null): void;
}

interface Staged {
  kind: 'staged';
  session: Session;
  update: Uint8Array;
  clientIds: number[];
}

export class Room {
  readonly name: DocumentName;
  readonly epoch: string;
  readonly sessions = new Set<Session>();
  readonly presence: Presence<Session>;
  /** Committed plus in flight. */
  readonly #doc = new Y.Doc({ gc: true });
  /** Whose client ids are: on disk, and those that only showed a caret so far. */
  readonly #owners: Map<number, string>;
  readonly #shown = new Map<number, string>();
  readonly #options: RoomOptions;
  /** Settles when everything staged so far has its fate. */
  #settled: Promise<unknown> = Promise.resolve();
  #inFlight = 0;
  #seq: number;
  #foldedSeq: number;
  #emitted: Uint8Array | null = null;
  #presenceTimer: NodeJS.Timeout | null = null;
  #phase: 'live' | 'broken' | 'closed' = 'live';

  constructor(options: RoomOptions) {
    const { name, stored, owners } = options;
    this.name = name;
    this.epoch = stored.epoch;
    this.#options = options;
    this.#owners = owners;
    this.presence = createPresence(
      {
        ownerOf: (clientId) => this.#ownerOf(clientId),
        bind: (clientId, userId) => void this.#shown.set(clientId, userId),
      },
      options.startedAt,
    );
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

  /** False once it broke or was unloaded: open the document again. */
  get isLive(): boolean {
    return this.#phase === 'live';
  }

  /** Whether a commit is under way. */
  get isBusy(): boolean {
    return this.#inFlight > 0;
  }

  /** Resolves when everything staged so far has its fate. */
  async settled(): Promise<void> {
    await this.#settled;
  }

  /**
   * What `look` sees now, at the sequence number it will have, once all of it is on disk. Null when
   * it never got there. `look` must change nothing: what it says may be thrown away.
   */
  async read<T>(look: (doc: Y.Doc, seq: number) => T): Promise<{ of: T } | null> {
    if (!this.isLive) return null;
    const seen = { of: look(this.#doc, this.#seq + this.#inFlight) };
    await this.#settled;
    return this.#phase === 'broken' ? null : seen;
  }

  /** The answer to step 1: everything the asker lacks. Null when the room broke meanwhile. */
  async answer(stateVector: Uint8Array): Promise<Uint8Array | 'bad-frame' | null> {
    const seen = await this.read((doc) => encodeDifference(doc, stateVector));
    if (!seen) return null;
    return seen.of ? syncFrame(syncStep2, seen.of) : 'bad-frame';
  }

  /** Our own step 1: asks a writer for what only they hold. */
  ask(): Uint8Array {
    return syncFrame(syncStep1, Y.encodeStateVector(this.#doc));
  }

  /** Whether an update holds anything this room lacks; null for broken bytes. */
  bringsNothing(update: Uint8Array): boolean | null {
    const decoded = decode(update);
    return decoded && bringsNothing(decoded, this.#doc);
  }

  /** Judges and stages an update now; resolves when its fate is certain. */
  receive(session: Session, update: Uint8Array): Promise<Fate> {
    const staged = this.#stage(session, update);
    if (staged.kind === 'nothing-new') return this.#known();
    if (staged.kind !== 'staged') return Promise.resolve(staged);
    this.#inFlight += 1;
    const fate = this.#commit(staged);
    this.#settled = Promise.all([this.#settled, fate]);
    return fate;
  }

  /** What is known may still be in flight: on a socket that its sender lost, for one. */
  async #known(): Promise<Fate> {
    await this.#settled;
    return this.#phase === 'broken' ? { kind: 'failed' } : { kind: 'nothing-new' };
  }

  #ownerOf(clientId: number): string | undefined {
    return this.#owners.get(clientId) ?? this.#shown.get(clientId);
  }

  #stage(session: Session, update: Uint8Array): Fate | Staged {
    if (!this.isLive) return { kind: 'failed' };
    const decoded = decode(update);
    if (!decoded) return { kind: 'refused', code: 'bad-frame' };
    const known = {
      clock: (clientId: number) => Y.getState(this.#doc.store, clientId),
      owner: (clientId: number) => this.#ownerOf(clientId),
    };
    const { userId } = session.ticket;
    const verdict = judge(decoded, known, userId);
    if (verdict.kind === 'gap') return verdict;
    if (verdict.kind === 'refused') {
      return { kind: 'refused', code: verdict.reason === 'too-large' ? 'too-large' : 'bad-frame' };
    }
    if (!this.#apply(session, update)) {
      // The gate let something through that does not fit: start over from disk.
      this.#break(session);
      return { kind: 'refused', code: 'bad-frame' };
    }
    // Yjs emits exactly what was new, in structs and deletions.
    const news = this.#emitted;
    if (news === null) return { kind: 'nothing-new' };
    const clientIds = verdict.clients.filter((clientId) => !this.#owners.has(clientId));
    for (const clientId of clientIds) this.#owners.set(clientId, userId);
    return { kind: 'staged', session, update: news, clientIds };
  }

  #apply(session: Session, update: Uint8Array): boolean {
    this.#emitted = null;
    try {
      Y.applyUpdate(this.#doc, update, session);
    } catch {
      return false;
    }
    return this.#doc.store.pendingStructs === null && this.#doc.store.pendingDs === null;
  }

  async #commit({ session, update, clientIds }: Staged): Promise<Fate> {
    // Asked when the commit begins: once one update fell, those staged on it fall too, and updates
    // of one session never carry two answers about its right.
    const prepare = () => {
      if (this.#phase === 'broken') return null;
      const { userId, aclEpoch } = session.ticket;
      const { name: document, epoch } = this;
      return { document, epoch, aclEpoch, userId, connectionId: session.id, clientIds, update };
    };
    const outcome = await this.#options.committer.append(prepare).catch(() => null);
    this.#inFlight -= 1;
    // Null too when the seq is not the one expected: someone else wrote, or the log lost something.
    if (outcome?.kind === 'appended' && outcome.seq === this.#seq + 1) {
      this.#seq = outcome.seq;
      if (this.#phase === 'broken') return { kind: 'saved' };
      this.#deliver(session, update);
      if (this.#seq - this.#foldedSeq >= foldAfterUpdates) void this.fold();
      return { kind: 'saved' };
    }
    this.#break(null);
    return fateOf(outcome);
  }

  #deliver(from: Session, update: Uint8Array): void {
    const frame = syncFrame(syncUpdate, update);
    for (const session of this.sessions) {
      if (session !== from && session.listening) session.send(frame);
    }
  }

  #break(culprit: Session | null): void {
    if (this.#phase !== 'live') return;
    this.#phase = 'broken';
    this.#options.onBroken(this, culprit);
  }

  /** Tells everyone of moved carets, at most ten times a second. */
  presenceChanged(): void {
    if (!this.isLive) return;
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

  /** Folds the log into a snapshot. One that fails is tried again with the next update. */
  async fold(): Promise<void> {
    const before = this.#foldedSeq;
    const seen = await this.read((doc, seq) => {
      this.#foldedSeq = seq;
      return { seq, state: seq === before ? null : Y.encodeStateAsUpdate(doc) };
    });
    if (!seen?.of.state) return;
    const { seq, state } = seen.of;
    await this.#options.log.saveSnapshot(this.name, this.epoch, seq, state).catch(() => {
      this.#foldedSeq = before;
    });
  }

  destroy(): void {
    if (this.#phase === 'live') this.#phase = 'closed';
    if (this.#presenceTimer) clearTimeout(this.#presenceTimer);
    this.#doc.destroy();
  }
}

/** Why an update that was not appended was not. */
function fateOf(outcome: AppendOutcome | null): Fate {
  if (outcome?.kind !== 'refused') return { kind: 'failed' };
  switch (outcome.reason) {
    case 'acl':
      return { kind: 'right-changed' };
    case 'epoch':
      return { kind: 'refused', code: 'other-epoch' };
    case 'client-id':
      return { kind: 'refused', code: 'bad-frame' };
    case 'gone':
      return { kind: 'refused', code: 'not-found' };
  }
}

function encodeDifference(doc: Y.Doc, stateVector: Uint8Array): Uint8Array | null {
  try {
    return Y.encodeStateAsUpdate(doc, stateVector);
  } catch {
    return null;
  }
}
