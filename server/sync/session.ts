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
import { maxStep2Bytes, maxWaitingBytes } from './limits.ts';
import type { Fate, Room } from './room.ts';

/** What a session needs of a socket. */
export interface Wire {
  send(frame: Uint8Array): void;
  close(code: number, reason: string): void;
  /** Bytes handed over but not yet taken by the network. */
  readonly waitingBytes: number;
}

/** Try again: the client comes back by itself and is authorised afresh. */
const comeBack = 1013;

export interface SessionOptions {
  id: string;
  identity: Identity;
  ticket: Ticket;
  room: Room;
  wire: Wire;
}

export class Session {
  readonly id: string;
  readonly identity: Identity;
  ticket: Ticket;
  readonly #room: Room;
  readonly #wire: Wire;
  #closed = false;
  #listening = false;
  /** Frames held back while the answer to step 1 waits for its commit. */
  #held: Uint8Array[] | null = null;
  #queue: Promise<void> = Promise.resolve();
  /** Updates whose fate is open, and the last refusal, for the next barrier. */
  #open: Promise<unknown> = Promise.resolve();
  #refusal: ErrorCode | null = null;
  #resendAsked = false;
  #parkedBarriers: number[] = [];

  constructor({ id, identity, ticket, room, wire }: SessionOptions) {
    this.id = id;
    this.identity = identity;
    this.ticket = ticket;
    this.#room = room;
    this.#wire = wire;
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
    this.#closed = true;
    this.#wire.close(code, reason);
  }

  refuse(code: ErrorCode): void {
    this.close(errorTable[code].close, code);
  }

  /** The socket is gone, whoever closed it. */
  ended(): void {
    this.#closed = true;
  }

  receive(bytes: Uint8Array): void {
    this.#queue = this.#queue.then(() => (this.#closed ? undefined : this.#handle(bytes)));
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
        this.#room.presence.receive(this, frame.entries);
        return this.#room.presenceChanged();
      case 'query-awareness':
        return this.send(awarenessFrame(this.#room.presence.visibleTo(this)));
      case 'barrier':
        return this.#barrier(frame.n);
    }
  }

  async #answer(stateVector: Uint8Array): Promise<void> {
    this.#listening = true;
    this.#held = [];
    const answer = await this.#room.answer(stateVector);
    const held = this.#held;
    this.#held = null;
    if (!answer)
      return this.#room.isBroken ? this.close(comeBack, 'room') : this.refuse('bad-frame');
    this.send(answer);
    for (const frame of held) this.send(frame);
    if (this.ticket.right === 'write') this.send(this.#room.ask());
    const present = this.#room.presence.visibleTo(this);
    if (present.length > 0) this.send(awarenessFrame(present));
  }

  #update({ update }: ClientFrame & { type: 'update' }): void {
    if (update.length > maxStep2Bytes) return this.refuse('too-large');
    if (this.ticket.right !== 'write') return this.#fromReader(update);
    const fate = this.#room.receive(this, update);
    this.#open = Promise.all([this.#open, fate.then((known) => this.#settle(known))]);
  }

  /** A reader may say what everyone knows; anything else is refused and changes nothing. */
  #fromReader(update: Uint8Array): void {
    const nothing = this.#room.bringsNothing(update);
    if (nothing === null) return this.refuse('bad-frame');
    if (!nothing) this.#refusal = 'not-allowed';
  }

  #settle(fate: Fate): void {
    switch (fate.kind) {
      case 'saved':
      case 'nothing-new':
        if (this.#resendAsked) this.#answerParked();
        return;
      case 'gap':
        this.#resendAsked = true;
        return this.send(this.#room.ask());
      case 'refused':
        this.#refusal = fate.code;
        return this.refuse(fate.code);
      case 'right-changed':
      case 'failed':
        return this.close(comeBack, fate.kind);
    }
  }

  /** Answers once every update before it has its fate; after a gap, once the resend came in. */
  async #barrier(n: number): Promise<void> {
    const before = this.#open;
    void before.then(() => {
      if (this.#resendAsked) this.#parkedBarriers.push(n);
      else this.#tell(n);
    });
  }

  #answerParked(): void {
    this.#resendAsked = false;
    for (const n of this.#parkedBarriers.splice(0)) this.#tell(n);
  }

  #tell(n: number): void {
    this.send(barrierAnswer(n, this.#refusal));
    this.#refusal = null;
  }
}
