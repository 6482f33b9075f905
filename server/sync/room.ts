// One open document and the people in it. Updates wait for the next commit, are judged against the
// document as it will stand, and nobody but their sender hears of them before they are on disk:
// decode -> gate -> stage -> commit -> deliver -> acknowledge. It knows neither sockets' bytes nor
// SQL nor roles.
import * as Y from 'yjs';
import type { ErrorCode } from '#shared/errors.ts';
import type { DocumentName } from '#shared/ids.ts';
import { syncFrame, syncStep1, syncUpdate } from '#shared/protocol.ts';
import type { Batch, Committer } from './committer.ts';
import { areKnown, bringsNothing, decode, judge } from './gate.ts';
import {
  foldAfterBytes,
  foldAfterUpdates,
  historyMs,
  largeDocumentBytes,
  maxDocumentBytes,
  maxMergedWrites,
  presenceEveryMs,
} from './limits.ts';
import type { Meters } from './meters.ts';
import type { Append, AppendOutcome, StoredDocument, UpdateLog } from './persistence.ts';
import { createPresence, type Presence } from './presence.ts';
import { Replica } from './replica.ts';
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
  meters: Meters;
  /** Grows from one room of a document to the next. */
  startedAt: number;
  /** Asks for the session's ticket anew; false when it may not write any more, and was told so. */
  reauthorise(session: Session): Promise<boolean>;
  /**
   * The room cannot go on: what it staged is not what is on disk. `culprit` is the session that its
   * fate will close with a reason of its own.
   */
  onBroken(room: Room, culprit: Session | null): void;
}

type Settle = (fate: Fate) => void;
interface Incoming {
  update: Uint8Array;
  settle: Settle;
}

/** What one session adds in one commit, cut to what is new. */
interface Write {
  session: Session;
  update: Uint8Array;
  /** It holds more than the session sent. */
  isTidied: boolean;
  /** Client ids it is the first to write under. */
  clientIds: number[];
  settle: Settle[];
}

type Verdict = Fate | { kind: 'pass'; clients: number[] };

const saved: Fate = { kind: 'saved' };
const failed: Fate = { kind: 'failed' };
const known: Fate = { kind: 'nothing-new' };

export class Room implements Batch {
  readonly name: DocumentName;
  readonly epoch: string;
  readonly sessions = new Set<Session>();
  readonly presence: Presence<Session>;
  /** Committed plus staged. */
  readonly #replica: Replica;
  /** Whose client ids are: on disk, and those that only showed a caret so far. */
  readonly #owners: Map<number, string>;
  readonly #shown = new Map<number, string>();
  readonly #options: RoomOptions;
  /** Received and not yet judged, by who sent it. */
  #waiting = new Map<Session, Incoming[]>();
  /** Under way to the disk, in order; with a promise for whoever waits for it. */
  #staged: Write[] = [];
  #settled: { promise: Promise<void>; resolve(): void } | null = null;
  /** Rights moved under what is staged: it is asked again before anything else is staged. */
  #isAskingAgain = false;
  #seq: number;
  #foldedSeq: number;
  #unfoldedBytes = 0;
  #presenceTimer: NodeJS.Timeout | null = null;
  #phase: 'live' | 'broken' | 'closed' = 'live';

  constructor(options: RoomOptions) {
    const { name, stored, owners } = options;
    this.name = name;
    this.epoch = stored.epoch;
    this.#options = options;
    this.#owners = owners;
    this.#replica = new Replica(stored);
    this.presence = createPresence(
      {
        ownerOf: (clientId) => this.#ownerOf(clientId),
        bind: (clientId, userId) => void this.#shown.set(clientId, userId),
      },
      options.startedAt,
    );
    this.#foldedSeq = stored.snapshot?.seq ?? 0;
    this.#seq = stored.tail.at(-1)?.seq ?? this.#foldedSeq;
  }

  /** False once it broke or was unloaded: open the document again. */
  get isLive(): boolean {
    return this.#phase === 'live';
  }

  /** Whether anything is on its way to the disk. */
  get isBusy(): boolean {
    return this.#staged.length > 0 || this.#waiting.size > 0;
  }

  /** Whether somebody wrote, so that it holds a Y.Doc. */
  get isOpen(): boolean {
    return this.#replica.isOpen;
  }

  /** Resolves when everything staged so far has its fate. */
  settled(): Promise<void> {
    return this.#settled?.promise ?? Promise.resolve();
  }

  /**
   * What `look` sees now, at the sequence number it will have, once all of it is on disk. Null when
   * it never got there. `look` must change nothing: what it says may be thrown away.
   */
  read<T>(look: (doc: Y.Doc, seq: number) => T): Promise<{ of: T } | null> {
    return this.#onDisk(() => look(this.#replica.open(), this.#seq + this.#staged.length));
  }

  async #onDisk<T>(look: () => T): Promise<{ of: T } | null> {
    if (!this.isLive) return null;
    const seen = { of: look() };
    await this.settled();
    return this.#phase === 'broken' ? null : seen;
  }

  /** The answer to step 1: everything the asker lacks. Null when the room broke meanwhile. */
  async answer(stateVector: Uint8Array): Promise<Uint8Array[] | 'bad-frame' | null> {
    const seen = await this.#onDisk(() => this.#replica.answer(stateVector));
    return seen && (seen.of ?? 'bad-frame');
  }

  /** Our own step 1: asks a writer for what only they hold. */
  ask(): Uint8Array {
    return syncFrame(syncStep1, this.#replica.stateVector());
  }

  /** Whether an update holds anything this room lacks; null for broken bytes. */
  bringsNothing(update: Uint8Array): boolean | null {
    const decoded = decode(update);
    return decoded && (this.#isStored(update) || bringsNothing(decoded, this.#replica.open()));
  }

  /** Takes an update for the next commit; `settle` is told its fate. */
  receive(session: Session, update: Uint8Array, settle: Settle): void {
    if (!this.isLive) return settle(failed);
    if (!this.#replica.isOpen && this.#isStored(update)) return settle(known);
    const waiting = this.#waiting.get(session);
    if (waiting) waiting.push({ update, settle });
    else this.#waiting.set(session, [{ update, settle }]);
    this.#options.committer.schedule(this);
  }

  /** Seen without opening the document: who comes to read on writes nothing. */
  #isStored(update: Uint8Array): boolean {
    const decoded = decode(update);
    const clock = (clientId: number) => this.#replica.clock(clientId);
    return decoded !== null && decoded.ds.clients.size === 0 && areKnown(decoded.structs, clock);
  }

  // The committer's side.

  /** Judges what is waiting and merges it into the document; returns what is to be written. */
  stage(): Append[] {
    if (!this.isLive || this.#isAskingAgain) return [];
    const waiting = this.#waiting;
    this.#waiting = new Map();
    for (const [session, incoming] of waiting) {
      if (this.isLive) this.#stage(session, new Set(incoming));
      else for (const { settle } of incoming) settle(failed);
    }
    if (!this.isLive || this.#staged.length === 0) return [];
    this.#settled ??= settlement();
    return this.#staged.map(({ session, update, clientIds }) => {
      const { userId, aclEpoch } = session.ticket;
      const { name: document, epoch } = this;
      const { id: connectionId, suggestionId } = session;
      return {
        document,
        epoch,
        aclEpoch,
        userId,
        connectionId,
        clientIds,
        update,
        suggestionId,
      };
    });
  }

  #stage(session: Session, incoming: Set<Incoming>): void {
    const clientIds = new Set<number>();
    const edited = this.#replica.edit((doc) => this.#take(session, { doc, incoming, clientIds }));
    if (edited.kind === 'broken') {
      // The gate let something through that does not fit: start over from disk.
      for (const { settle } of incoming) settle({ kind: 'refused', code: 'bad-frame' });
      return this.#break(session);
    }
    const taken = [...incoming].map(({ settle }) => settle);
    const last = this.#staged.at(-1);
    if (edited.kind === 'news') {
      const { update, isTidied } = edited;
      const fresh = [...clientIds].filter((id) => !this.#owners.has(id));
      for (const id of fresh) this.#owners.set(id, session.userId);
      this.#staged.push({ session, update, isTidied, clientIds: fresh, settle: taken });
    } else if (last) {
      // What is known may be on its way still: from a socket that its sender lost, for one.
      last.settle.push(...taken);
    } else for (const settle of taken) settle(known);
  }

  /** Applies one session's updates, in one transaction; what does not pass leaves `incoming`. */
  #take(
    session: Session,
    { doc, incoming, clientIds }: { doc: Y.Doc; incoming: Set<Incoming>; clientIds: Set<number> },
  ): void {
    let refused: Fate | null = null;
    for (const one of incoming) {
      const verdict: Verdict = refused ?? this.#judge(session, one.update);
      if (verdict.kind === 'pass') {
        for (const clientId of verdict.clients) clientIds.add(clientId);
        Y.applyUpdate(doc, one.update);
        continue;
      }
      // Whatever else they sent stands on what was refused.
      if (verdict.kind === 'refused') refused = verdict;
      incoming.delete(one);
      one.settle(verdict);
    }
  }

  #judge(session: Session, update: Uint8Array): Verdict {
    const decoded = decode(update);
    if (!decoded) return { kind: 'refused', code: 'bad-frame' };
    const standing = {
      clock: (clientId: number) => this.#replica.clock(clientId),
      owner: (clientId: number) => this.#ownerOf(clientId),
    };
    const verdict = judge(decoded, standing, session.userId);
    if (verdict.kind === 'refused') {
      return { kind: 'refused', code: verdict.reason === 'too-large' ? 'too-large' : 'bad-frame' };
    }
    const grows = verdict.kind === 'pass' && decoded.structs.length > 0;
    return grows && !this.#fits(update) ? { kind: 'refused', code: 'too-large' } : verdict;
  }

  /** Counted roughly while it is far from the limit, exactly near it. */
  #fits(update: Uint8Array): boolean {
    if (this.#replica.bytes + update.length <= maxDocumentBytes) return true;
    return this.#replica.encode().length + update.length <= maxDocumentBytes;
  }

  #ownerOf(clientId: number): string | undefined {
    return this.#owners.get(clientId) ?? this.#shown.get(clientId);
  }

  /** What became of what was staged, in its order; null when nothing of it was written. */
  settle(outcomes: AppendOutcome[] | null): void {
    const written: Write[] = [];
    let refusal: AppendOutcome | undefined;
    for (const outcome of outcomes ?? []) {
      if (outcome.kind === 'refused') refusal ??= outcome;
      if (outcome.kind !== 'appended' || refusal) continue;
      if (outcome.seq !== this.#seq + 1) {
        // Someone else wrote, or the log lost something.
        this.#break(null);
        break;
      }
      this.#seq = outcome.seq;
      written.push(this.#staged.shift() as Write);
    }
    if (this.isLive) this.#deliver(written);
    for (const write of written) for (const settle of write.settle) settle(saved);
    if (refusal?.kind === 'refused' && refusal.reason === 'acl' && this.isLive) {
      return this.#askAgain();
    }
    if (this.#staged.length > 0) this.#break(null, fateOf(refusal));
    else this.#finish();
    this.#foldIfLong(written);
  }

  #finish(): void {
    this.#settled?.resolve();
    this.#settled = null;
  }

  /**
   * A right changed between the tickets and the commit, not always one of these people's: whoever
   * may still write has their words written under the new one.
   */
  #askAgain(): void {
    this.#isAskingAgain = true;
    const asked = [...new Set(this.#staged.map(({ session }) => session))];
    void Promise.all(asked.map((session) => this.#options.reauthorise(session))).then(
      (answers) => this.#answered(answers.every(Boolean)),
      () => this.#answered(false),
    );
  }

  #answered(mayWrite: boolean): void {
    this.#isAskingAgain = false;
    if (mayWrite && this.isLive) return this.#options.committer.schedule(this);
    this.#break(null, { kind: 'right-changed' });
  }

  #deliver(written: Write[]): void {
    const [first] = written;
    if (!first || this.sessions.size === 0) return;
    if (written.length > maxMergedWrites) {
      for (const write of written) this.#deliver([write]);
      return;
    }
    // One frame for all its readers. Its sender knows it, unless there is more in it.
    const isOne = written.length === 1;
    const sender = isOne && !first.isTidied ? first.session : null;
    const update = isOne ? first.update : Y.mergeUpdates(written.map((write) => write.update));
    const frame = syncFrame(syncUpdate, update);
    let readers = 0;
    for (const session of this.sessions) {
      if (!session.listening || session === sender) continue;
      session.send(frame);
      readers += 1;
    }
    this.#options.meters.delivered(readers);
  }

  /** What is staged or waiting falls with the room; its senders hear why and keep their words. */
  #break(culprit: Session | null, fate: Fate = failed): void {
    if (this.#phase !== 'live') return;
    this.#phase = 'broken';
    const fallen = this.#staged.splice(0).flatMap((write) => write.settle);
    for (const settle of fallen) settle(fate);
    for (const incoming of this.#waiting.values()) {
      for (const { settle } of incoming) settle(failed);
    }
    this.#waiting.clear();
    this.#finish();
    this.#options.onBroken(this, culprit);
  }

  /** Tells everyone of moved carets, at most ten times a second. */
  presenceChanged(): void {
    if (!this.isLive) return;
    this.#presenceTimer ??= setTimeout(() => {
      this.#presenceTimer = null;
      const frameFor = this.presence.drain();
      if (!frameFor) return;
      for (const session of this.sessions) {
        const frame = session.listening && frameFor(session);
        if (frame) session.send(frame);
      }
    }, presenceEveryMs);
  }

  #foldIfLong(written: Write[]): void {
    this.#unfoldedBytes += written.reduce((sum, { update }) => sum + update.length, 0);
    const isLong = this.#seq - this.#foldedSeq >= foldAfterUpdates;
    if (isLong || this.#unfoldedBytes >= foldAfterBytes) void this.fold();
  }

  /** Folds the log into a snapshot. One that fails is tried again with the next update. */
  async fold(): Promise<void> {
    const before = { seq: this.#foldedSeq, bytes: this.#unfoldedBytes };
    const seen = await this.#onDisk(() => {
      const seq = this.#seq + this.#staged.length;
      this.#foldedSeq = seq;
      this.#unfoldedBytes = 0;
      return { seq, state: seq === before.seq ? null : this.#replica.encode() };
    });
    if (!seen?.of.state) return;
    const { seq, state } = seen.of;
    const { name: document, epoch } = this;
    if (state.length > largeDocumentBytes) {
      this.#options.meters.trouble({ at: 'sync.large', document, bytes: state.length });
    }
    const snapshot = { document, epoch, seq, state, historyMs };
    await this.#options.log.saveSnapshot(snapshot).catch((error: unknown) => {
      this.#options.meters.trouble({ at: 'sync.fold', document, error: String(error) });
      this.#foldedSeq = before.seq;
      this.#unfoldedBytes += before.bytes;
    });
  }

  destroy(): void {
    if (this.#phase === 'live') this.#phase = 'closed';
    if (this.#presenceTimer) clearTimeout(this.#presenceTimer);
    this.#replica.close();
  }
}

/** Why an update that was not appended was not. */
function fateOf(outcome: AppendOutcome | undefined): Fate {
  if (outcome?.kind !== 'refused') return failed;
  switch (outcome.reason) {
    case 'acl':
      return { kind: 'right-changed' };
    case 'epoch':
      return { kind: 'refused', code: 'other-epoch' };
    case 'client-id':
      return { kind: 'refused', code: 'bad-frame' };
    case 'gone':
      return { kind: 'refused', code: 'not-found' };
    case 'answered':
      return { kind: 'refused', code: 'conflict' };
  }
}

function settlement(): { promise: Promise<void>; resolve(): void } {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((settle) => (resolve = settle));
  return { promise, resolve };
}
