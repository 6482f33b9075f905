// One socket on one document, from its ticket to its close. Frames are handled strictly in order;
// what a frame may do follows from the ticket's right and from nothing the client says.
import { type ErrorCode, errorTable } from '#shared/errors.ts';
import {
  awarenessFrame,
  barrierAnswer,
  type ClientFrame,
  readClientFrame,
} from '#shared/protocol.ts';
import type { Side } from '#shared/roles.ts';
import type { Identity, Ticket } from './access.ts';
import {
  maxResends,
  maxStep2Bytes,
  maxUnsettledBytes,
  maxUpdateBytes,
  maxWaitingBytes,
} from './limits.ts';
import type { Fate, Room } from './room.ts';

/** What a session needs of a socket. */
export interface Wire {
  send(frame: Uint8Array): void;
  close(code: number, reason: string): void;
  /** Stops and starts reading from the network. */
  pause?(): void;
  resume?(): void;
  /** Bytes handed over but not yet taken by the network. */
  readonly waitingBytes: number;
}

/** Try again: the client comes back by itself and is authorised afresh. */
export const comeBack = 1013;

export interface SessionOptions {
  id: string;
  identity: Identity;
  ticket: Ticket;
  room: Room;
  wire: Wire;
  /** Told at once: a peer may take half a minute to answer a close. */
  onClosed?(session: Session): void;
}

export class Session {
  readonly id: string;
  readonly identity: Identity;
  ticket: Ticket;
  readonly #options: SessionOptions;
  readonly room: Room;
  readonly #wire: Wire;
  #closed = false;
  #listening = false;
  /** Frames held back while the answer to step 1 waits for its commit. */
  #held: Uint8Array[] | null = null;
  #queue: Promise<void> = Promise.resolve();
  /** Received, its fate still open. */
  #unsettledBytes = 0;
  #isPaused = false;
  /** Settles with the last update, for the next barrier. */
  #open: Promise<unknown> = Promise.resolve();
  #refusal: ErrorCode | null = null;
  #updates = 0;
  /** How many updates had come when step 1 was last sent, until a step 2 of later is settled. */
  #askedAt: number | null = null;
  #resends = 0;
  #parkedBarriers: number[] = [];

  constructor(options: SessionOptions) {
    this.#options = options;
    this.id = options.id;
    this.identity = options.identity;
    this.ticket = options.ticket;
    this.room = options.room;
    this.#wire = options.wire;
  }

  get userId(): string {
    return this.ticket.userId;
  }
  get name(): string {
    return this.ticket.name;
  }
  get side(): Side {
    return this.ticket.side;
  }
  /** Updates go only to those who asked where the document stands. */
  get listening(): boolean {
    return this.#listening;
  }

  send(frame: Uint8Array): void {
    if (this.#closed) return;
    if (this.#held) {
      this.#held.push(frame);
      return;
    }
    // Dropping the queue of a slow reader is safe: coming back is exact.
    if (this.#wire.waitingBytes > maxWaitingBytes) return this.close(comeBack, 'too slow');
    this.#wire.send(frame);
  }

  close(code: number, reason: string): void {
    if (this.#closed) return;
    this.ended();
    this.#wire.close(code, reason);
    this.#options.onClosed?.(this);
  }

  refuse(code: ErrorCode): void {
    this.close(errorTable[code].close, code);
  }

  /** The socket is gone, whoever closed it. */
  ended(): void {
    this.#closed = true;
    if (this.#isPaused) this.#wire.resume?.();
    this.#isPaused = false;
  }

  receive(bytes: Uint8Array): void {
    if (this.#closed) return;
    this.#weigh(bytes.length);
    this.#queue = this.#queue
      .then(() => (this.#closed ? undefined : this.#handle(bytes)))
      // One bad client closes one session.
      .catch(() => this.close(1011, 'unavailable'));
    void this.#queue.then(() => this.#open).then(() => this.#weigh(-bytes.length));
  }

  /** A client that sends faster than the disk writes is left waiting in its own network. */
  #weigh(bytes: number): void {
    this.#unsettledBytes += bytes;
    const shouldPause = !this.#closed && this.#unsettledBytes > maxUnsettledBytes;
    if (shouldPause === this.#isPaused) return;
    this.#isPaused = shouldPause;
    if (shouldPause) this.#wire.pause?.();
    else this.#wire.resume?.();
  }

  async #handle(bytes: Uint8Array): Promise<void> {
    const frame = readClientFrame(bytes);
    if (!frame) return this.refuse('bad-frame');
    switch (frame.type) {
      case 'step-1':
        return this.#answer(frame.stateVector);
      case 'update':
        return this.#update(frame);
      case 'awareness':
        this.room.presence.receive(this, frame.entries);
        return this.room.presenceChanged();
      case 'query-awareness':
        return this.send(awarenessFrame(this.room.presence.visibleTo(this)));
      case 'barrier':
        return this.#barrier(frame.n);
    }
  }

  async #answer(stateVector: Uint8Array): Promise<void> {
    this.#listening = true;
    this.#held = [];
    const answer = await this.room.answer(stateVector);
    const held = this.#held;
    this.#held = null;
    if (answer === null) return this.close(comeBack, 'room');
    if (answer === 'bad-frame') return this.refuse(answer);
    this.send(answer);
    for (const frame of held) this.send(frame);
    // What a writer holds from before is not saved until it came, whatever barrier they send.
    if (this.ticket.right === 'write') this.#ask();
    const present = this.room.presence.visibleTo(this);
    if (present.length > 0) this.send(awarenessFrame(present));
  }

  #update({ update, isWhole }: ClientFrame & { type: 'update' }): void {
    if (update.length > (isWhole ? maxStep2Bytes : maxUpdateBytes)) return this.refuse('too-large');
    if (this.ticket.right !== 'write') return this.#fromReader(update);
    const n = ++this.#updates;
    const fate = this.room.receive(this, update);
    const settled = fate.then((known) => this.#settle(known, { n, isWhole }));
    this.#open = Promise.all([this.#open, settled]);
  }

  /** A reader may say what everyone knows; anything else is refused and changes nothing. */
  #fromReader(update: Uint8Array): void {
    const nothing = this.room.bringsNothing(update);
    if (nothing === null) return this.refuse('bad-frame');
    if (!nothing) this.#refusal = 'not-allowed';
  }

  #settle(fate: Fate, { n, isWhole }: { n: number; isWhole: boolean }): void {
    switch (fate.kind) {
      case 'saved':
      case 'nothing-new':
        if (isWhole && this.#askedAt !== null && n > this.#askedAt) this.#answered();
        return;
      case 'gap':
        if (isWhole && ++this.#resends > maxResends) return this.refuse('bad-frame');
        return this.#ask();
      case 'refused':
        return this.refuse(fate.code);
      case 'right-changed':
      case 'failed':
        return this.close(comeBack, fate.kind);
    }
  }

  #ask(): void {
    this.#askedAt = this.#updates;
    this.send(this.room.ask());
  }

  /** Answers once every update before it has its fate; after our step 1, once step 2 came in. */
  #barrier(n: number): void {
    void this.#open.then(() => {
      if (this.#askedAt !== null) this.#parkedBarriers.push(n);
      else this.#tell(n);
    });
  }

  #answered(): void {
    this.#askedAt = null;
    this.#resends = 0;
    for (const n of this.#parkedBarriers.splice(0)) this.#tell(n);
  }

  #tell(n: number): void {
    this.send(barrierAnswer(n, this.#refusal));
    this.#refusal = null;
  }
}
