// Group commit: everything that arrives within a few milliseconds goes to disk as one transaction,
// for all rooms together. The first after a quiet moment does not wait.
import { commitEveryMs } from './limits.ts';
import type { Append, AppendOutcome, UpdateLog } from './persistence.ts';

export interface Committer {
  /** Resolves when the update is on disk or refused; rejects when the commit failed. */
  append(append: Append): Promise<AppendOutcome>;
  /** Resolves when nothing is waiting or under way. */
  flushed(): Promise<void>;
}

interface Waiting {
  append: Append;
  resolve(outcome: AppendOutcome): void;
  reject(error: unknown): void;
}

export function createCommitter(log: UpdateLog, monotonicMs: () => number): Committer {
  let waiting: Waiting[] = [];
  let running: Promise<void> | null = null;
  let lastBegan = Number.NEGATIVE_INFINITY;

  async function commit(): Promise<void> {
    const wait = lastBegan + commitEveryMs - monotonicMs();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    lastBegan = monotonicMs();
    const batch = waiting;
    waiting = [];
    try {
      const outcomes = await log.append(batch.map(({ append }) => append));
      batch.forEach(({ resolve }, i) => resolve(outcomes[i] as AppendOutcome));
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  }

  async function run(): Promise<void> {
    while (waiting.length > 0) await commit();
    running = null;
  }

  return {
    append(append) {
      return new Promise((resolve, reject) => {
        waiting.push({ append, resolve, reject });
        running ??= run();
      });
    },
    async flushed() {
      while (running) await running;
    },
  };
}
