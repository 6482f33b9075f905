// Group commit: everything that arrives within a few milliseconds goes to disk as one transaction,
// for all rooms together. The first after a quiet moment does not wait.
import { commitEveryMs } from './limits.ts';
import type { Append, AppendOutcome, UpdateLog } from './persistence.ts';

export interface Committer {
  /**
   * `prepare` is asked when the commit begins; null drops the update, because what it was judged
   * against fell in the meantime. Resolves when the update is on disk, refused or dropped (null);
   * rejects when the commit failed.
   */
  append(prepare: () => Append | null): Promise<AppendOutcome | null>;
  /** Resolves when nothing is waiting or under way. */
  flushed(): Promise<void>;
}

interface Waiting {
  prepare(): Append | null;
  resolve(outcome: AppendOutcome | null): void;
  reject(error: unknown): void;
}
interface Ready extends Waiting {
  append: Append;
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
    const ready: Ready[] = [];
    for (const one of batch) {
      const append = one.prepare();
      if (append) ready.push({ ...one, append });
      else one.resolve(null);
    }
    if (ready.length > 0) await write(ready);
  }

  async function write(batch: Ready[]): Promise<void> {
    try {
      const outcomes = await log.append(batch.map(({ append }) => append));
      batch.forEach(({ resolve }, i) => resolve(outcomes[i] as AppendOutcome));
    } catch (error) {
      // Nothing of it was written. What one document cannot have must not cost the others.
      const parts = [...byDocument(batch).values()];
      if (parts.length > 1) for (const part of parts) await write(part);
      else for (const { reject } of batch) reject(error);
    }
  }

  async function run(): Promise<void> {
    while (waiting.length > 0) await commit();
    running = null;
  }

  return {
    append(prepare) {
      return new Promise((resolve, reject) => {
        waiting.push({ prepare, resolve, reject });
        running ??= run();
      });
    },
    async flushed() {
      while (running) await running;
    },
  };
}

function byDocument(batch: Ready[]): Map<string, Ready[]> {
  const parts = new Map<string, Ready[]>();
  for (const one of batch) {
    const part = parts.get(one.append.document) ?? [];
    part.push(one);
    parts.set(one.append.document, part);
  }
  return parts;
}
