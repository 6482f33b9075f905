// Group commit: everything that arrives within a few milliseconds goes to disk as one transaction,
// for all rooms together. The first after a quiet moment does not wait. One commit at a time, so a
// room has nothing under way when it stages.
import { gatherMs } from './limits.ts';
import type { Meters } from './meters.ts';
import type { Append, AppendOutcome, UpdateLog } from './persistence.ts';

/** A room, as far as commits know it. */
export interface Batch {
  /** Asked when a commit begins. What was not settled is named again, before anything new. */
  stage(): Append[];
  /** The outcomes of all that was staged, in its order; null when nothing of it was written. */
  settle(outcomes: AppendOutcome[] | null): void;
}

export interface Committer {
  /** Has it staged with the next commit. */
  schedule(batch: Batch): void;
  /** Resolves when nothing is waiting or under way. */
  flushed(): Promise<void>;
}

export interface CommitterOptions {
  log: UpdateLog;
  meters: Meters;
  monotonicMs(): number;
}

interface Part {
  batch: Batch;
  appends: Append[];
}

export function createCommitter({ log, meters, monotonicMs }: CommitterOptions): Committer {
  const scheduled = new Set<Batch>();
  let running: Promise<void> | null = null;
  let lastBegan = Number.NEGATIVE_INFINITY;
  /** When the first came of those that wait now. */
  let waitingSince = 0;

  async function commit(): Promise<void> {
    const wasQuiet = waitingSince - lastBegan >= gatherMs;
    const wait = wasQuiet ? 0 : waitingSince + gatherMs - monotonicMs();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    // What the network brought in the same turn comes along.
    else await new Promise((resolve) => setImmediate(resolve));
    lastBegan = monotonicMs();
    const batches = [...scheduled];
    scheduled.clear();
    const parts = batches
      .map((batch) => ({ batch, appends: batch.stage() }))
      .filter(({ appends }) => appends.length > 0);
    if (parts.length > 0) await write(parts);
  }

  async function write(parts: Part[]): Promise<void> {
    const appends = parts.flatMap((part) => part.appends);
    const began = monotonicMs();
    const outcomes = await log.append(appends).catch((error: unknown) => {
      meters.trouble({ at: 'sync.commit', documents: parts.length, error: String(error) });
      return null;
    });
    if (outcomes) {
      meters.committed(monotonicMs() - began, appends.length);
      let from = 0;
      for (const { batch, appends: own } of parts) {
        batch.settle(outcomes.slice(from, (from += own.length)));
      }
    } else if (parts.length > 1) {
      // Nothing of it was written. What one document cannot have must not cost the others.
      for (const part of parts) await write([part]);
    } else parts[0]?.batch.settle(null);
  }

  async function run(): Promise<void> {
    while (scheduled.size > 0) await commit();
    running = null;
  }

  return {
    schedule(batch) {
      if (scheduled.size === 0) waitingSince = monotonicMs();
      scheduled.add(batch);
      running ??= run();
    },
    async flushed() {
      while (running) await running;
    },
  };
}
