// A log whose engine may die: from then on nothing reaches the disk and nothing is answered. It
// knows nothing of what is written.
import type { UpdateLog } from '#server/sync/persistence.ts';

export interface MortalLog {
  log: UpdateLog;
  /** Resolves when what was handed over before is on disk or refused; nobody hears which. */
  die(): Promise<void>;
}

export function mortalLog(log: UpdateLog): MortalLog {
  const underWay = new Set<Promise<unknown>>();
  let isDead = false;

  async function call<T>(work: () => Promise<T>): Promise<T> {
    if (isDead) return never();
    const call = work();
    underWay.add(call);
    try {
      const value = await call;
      return isDead ? never() : value;
    } catch (error) {
      if (isDead) return never();
      throw error;
    } finally {
      underWay.delete(call);
    }
  }

  return {
    log: {
      load: (name) => call(() => log.load(name)),
      clients: (name) => call(() => log.clients(name)),
      append: (batch) => call(() => log.append(batch)),
      saveSnapshot: (snapshot) => call(() => log.saveSnapshot(snapshot)),
    },
    async die() {
      isDead = true;
      await Promise.allSettled(underWay);
    },
  };
}

const never = () => new Promise<never>(() => undefined);
