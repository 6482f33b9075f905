// What one socket may send: so much a second, with a burst for who comes back, and so much that is
// not yet on disk. Who sends more is not read from for a while and waits in their own network.
import {
  maxBurstBytes,
  maxBurstUpdates,
  maxBytesPerSecond,
  maxUnsettledBytes,
  maxUpdatesPerSecond,
} from './limits.ts';

export interface FlowOptions {
  /** Stops and starts reading from the network. */
  pause(): void;
  resume(): void;
  /** Milliseconds of any origin. */
  monotonicMs(): number;
  updatesPerSecond?: number | undefined;
}

export class Flow {
  readonly #options: FlowOptions;
  readonly #updatesPerSecond: number;
  readonly #bytesPerSecond: number;
  readonly #mostUpdates: number;
  readonly #mostBytes: number;
  #updates: number;
  #bytes: number;
  #filledAt: number;
  #unsettledBytes = 0;
  #isPaused = false;
  #timer: NodeJS.Timeout | null = null;

  constructor(options: FlowOptions) {
    const { monotonicMs, updatesPerSecond = maxUpdatesPerSecond } = options;
    const factor = updatesPerSecond / maxUpdatesPerSecond;
    this.#options = options;
    this.#updatesPerSecond = updatesPerSecond;
    this.#bytesPerSecond = maxBytesPerSecond * factor;
    this.#mostUpdates = maxBurstUpdates * factor;
    this.#mostBytes = maxBurstBytes * factor;
    this.#updates = this.#mostUpdates;
    this.#bytes = this.#mostBytes;
    this.#filledAt = monotonicMs();
  }

  /** Takes a frame out of the allowance; what was received is handled even when it overdraws. */
  spend(updates: number, bytes: number): void {
    this.#updates -= updates;
    this.#bytes -= bytes;
    if (this.#updates < 0 || this.#bytes < 0) this.#judge();
  }

  /** These bytes are on their way to the disk, until `settled`. */
  unsettled(bytes: number): void {
    this.#unsettledBytes += bytes;
    if (this.#unsettledBytes > maxUnsettledBytes) this.#judge();
  }

  settled(bytes: number): void {
    this.#unsettledBytes -= bytes;
    if (this.#isPaused) this.#judge();
  }

  end(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    if (this.#isPaused) this.#options.resume();
    this.#isPaused = false;
  }

  #judge(): void {
    const waitMs = this.#fill();
    const shouldPause = waitMs > 0 || this.#unsettledBytes > maxUnsettledBytes;
    if (waitMs > 0) {
      this.#timer ??= setTimeout(() => {
        this.#timer = null;
        this.#judge();
      }, waitMs);
    }
    if (shouldPause === this.#isPaused) return;
    this.#isPaused = shouldPause;
    if (shouldPause) this.#options.pause();
    else this.#options.resume();
  }

  /** Adds what time has brought; returns the milliseconds until nothing is owed. */
  #fill(): number {
    const now = this.#options.monotonicMs();
    const seconds = (now - this.#filledAt) / 1000;
    this.#filledAt = now;
    this.#updates = Math.min(this.#mostUpdates, this.#updates + seconds * this.#updatesPerSecond);
    this.#bytes = Math.min(this.#mostBytes, this.#bytes + seconds * this.#bytesPerSecond);
    const owed = Math.max(
      -this.#updates / this.#updatesPerSecond,
      -this.#bytes / this.#bytesPerSecond,
    );
    return Math.max(0, Math.ceil(owed * 1000));
  }
}
