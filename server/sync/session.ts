// One socket on one document, from its ticket to its close. What a frame may do follows from the
// ticket's right and from nothing the client says. It knows neither bytes on a network nor a disk.
import { type ErrorCode, errorTable } from '#shared/errors.ts';
import {
  awarenessFrame,
  barrierAnswer,
  type ClientFrame,
  readClientFrame,
} from '#shared/protocol.ts';
import type { Side } from '#shared/roles.ts';
import type { Identity, Ticket } from './access.ts';
import { Flow } from './flow.ts';
import { maxResends, maxStep2Bytes, maxUpdateBytes, maxWaitingBytes, step1Cost } from './limits.ts';
import type { Meters } from './meters.ts';
import type { Fate, Room } from './room.ts';

/** What a session needs of a socket. */
export interface Wire {
  /** The same frame object goes to many: whoever implements this may prepare it once. */
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
  monotonicMs?(): number;
  updatesPerSecond?: number | undefined;
  meters?: Meters;
  /** What it writes is somebody's suggestion that its person accepts. */
  suggestionId?: string | undefined;
  /** Told at once: a peer may take half a minute to answer a close. */
  onClosed?(session: Session): void;
}

export class Session {
  readonly id: string;
  readonly identity: Identity;
  readonly room: Room;
  ticket: Ticket;
  readonly #options: SessionOptions;
  readonly #wire: Wire;
  readonly #flow: Flow;
  #isClosed = false;
  #isListening = false;
  /** Frames held back while the answer to step 1 waits for its commit. */
  #held: Uint8Array[] | null = null;
  /** How many updates have come, and the numbers of those whose fate is open. */
  #updates = 0;
  readonly #unsettled = new Set<number>();
  /** Barriers, each behind the updates that came before it. */
  #barriers: { n: number; behind: number }[] = [];
  #refusal: ErrorCode | null = null;
  /** How many updates had come when step 1 was last sent, until a step 2 of later is settled. */
  #askedAt: number | null = null;
  #resends = 0;

  constructor(options: SessionOptions) {
    const { id, identity, ticket, room, wire } = options;
    this.#options = options;
    this.id = id;
    this.identity = identity;
    this.ticket = ticket;
    this.room = room;
    this.#wire = wire;
    this.#flow = new Flow({
      pause: () => wire.pause?.(),
      resume: () => wire.resume?.(),
      monotonicMs: options.monotonicMs ?? (() => performance.now()),
      updatesPerSecond: options.updatesPerSecond,
    });
  }

  get userId(): string {
    return this.ticket.userId;
  }
  get suggestionId(): string | undefined {
    return this.#options.suggestionId;
  }
  get name(): string {
    return this.ticket.name;
  }
  get side(): Side {
    return this.ticket.side;
  }
  get maySuggest(): boolean {
    return this.ticket.maySuggest;
  }
  /** Updates go only to those who asked where the document stands. */
  get listening(): boolean {
    return this.#isListening;
  }
  get waitingBytes(): number {
    return this.#wire.waitingBytes;
  }

  send(frame: Uint8Array): void {
    if (this.#isClosed) return;
    if (this.#held) {
      this.#held.push(frame);
      return;
    }
    // Dropping the queue of a slow reader is safe: coming back is exact.
    if (this.#wire.waitingBytes > maxWaitingBytes) return this.close(comeBack, 'too slow');
    this.#wire.send(frame);
  }

  close(code: number, reason: string): void {
    if (this.#isClosed) return;
    this.ended();
    this.#wire.close(code, reason);
    this.#options.meters?.closed(reason);
    this.#options.onClosed?.(this);
  }

  refuse(code: ErrorCode): void {
    this.close(errorTable[code].close, code);
  }

  /** The socket is gone, whoever closed it. What it sent before goes its way. */
  ended(): void {
    this.#isClosed = true;
    this.#flow.end();
  }

  receive(bytes: Uint8Array): void {
    if (this.#isClosed) return;
    const frame = readClientFrame(bytes);
    if (!frame) return this.refuse('bad-frame');
    this.#flow.spend(costOf(frame), bytes.length);
    try {
      this.#handle(frame);
    } catch {
      // One bad client closes one session.
      this.close(1011, 'unavailable');
    }
  }

  #handle(frame: ClientFrame): void {
    switch (frame.type) {
      case 'step-1':
        return void this.#answer(frame.stateVector).catch(() => this.close(1011, 'unavailable'));
      case 'update':
        return this.#update(frame);
      case 'awareness':
        this.room.presence.receive(this, frame.entries);
        return this.room.presenceChanged();
      case 'query-awareness':
        return this.send(awarenessFrame(this.room.presence.visibleTo(this)));
      case 'barrier':
        this.#barriers.push({ n: frame.n, behind: this.#updates });
        return this.#answerBarriers();
    }
  }

  async #answer(stateVector: Uint8Array): Promise<void> {
    this.#isListening = true;
    this.#held ??= [];
    // What a writer holds from before is not saved until it came, whatever barrier they send.
    const isWriter = this.ticket.right === 'write';
    if (isWriter) this.#askedAt = this.#updates;
    const answer = await this.room.answer(stateVector);
    const held = this.#held ?? [];
    this.#held = null;
    if (answer === null) return this.close(comeBack, 'room');
    if (answer === 'bad-frame') return this.refuse(answer);
    for (const frame of [...answer, ...held]) this.send(frame);
    if (isWriter) this.send(this.room.ask());
    const present = this.room.presence.visibleTo(this);
    if (present.length > 0) this.send(awarenessFrame(present));
  }

  #update({ update, isWhole }: ClientFrame & { type: 'update' }): void {
    if (update.length > (isWhole ? maxStep2Bytes : maxUpdateBytes)) return this.refuse('too-large');
    if (this.ticket.right !== 'write') return this.#fromReader(update);
    const n = ++this.#updates;
    this.#unsettled.add(n);
    this.#flow.unsettled(update.length);
    this.#options.meters?.received(update.length);
    this.room.receive(this, update, (fate) => {
      this.#unsettled.delete(n);
      this.#flow.settled(update.length);
      this.#settle(fate, { n, isWhole });
      this.#answerBarriers();
    });
  }

  /** A reader may say what everyone knows; anything else is refused and changes nothing. */
  #fromReader(update: Uint8Array): void {
    const bringsNothing = this.room.bringsNothing(update);
    if (bringsNothing === null) return this.refuse('bad-frame');
    if (!bringsNothing) this.#refusal = 'not-allowed';
  }

  #settle(fate: Fate, { n, isWhole }: { n: number; isWhole: boolean }): void {
    switch (fate.kind) {
      case 'saved':
      case 'nothing-new':
        if (!isWhole || this.#askedAt === null || n <= this.#askedAt) return;
        this.#askedAt = null;
        this.#resends = 0;
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

  /** Those behind updates that have their fate; after our step 1, none until step 2 came in. */
  #answerBarriers(): void {
    if (this.#askedAt !== null || this.#barriers.length === 0) return;
    const [oldest = Number.POSITIVE_INFINITY] = this.#unsettled;
    while (this.#barriers[0] && this.#barriers[0].behind < oldest) {
      const { n } = this.#barriers.shift() as { n: number };
      this.send(barrierAnswer(n, this.#refusal));
      this.#refusal = null;
    }
  }
}

function costOf({ type }: ClientFrame): number {
  if (type === 'barrier') return 0;
  return type === 'step-1' ? step1Cost : 1;
}
