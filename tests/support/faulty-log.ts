// The real log with a disk that can be slow or fail, for what must hold then.
import type { Append, AppendOutcome, UpdateLog } from '#server/sync/persistence.ts';

export interface FaultyLog {
  around(log: UpdateLog): UpdateLog;
  /** Commits wait from now on; the returned function lets them through. */
  hold(): () => void;
  /** Commits fail from now on, or only those that satisfy `when`. */
  fail(when?: (batch: Append[]) => boolean): void;
  heal(): void;
  /** Resolves when the next commit arrives. */
  nextCommit(): Promise<Append[]>;
  readonly commits: Append[][];
}

export function faultyLog(): FaultyLog {
  let gate: Promise<void> = Promise.resolve();
  let fails: (batch: Append[]) => boolean = () => false;
  let arrived: ((batch: Append[]) => void)[] = [];
  const commits: Append[][] = [];

  async function append(log: UpdateLog, batch: Append[]): Promise<AppendOutcome[]> {
    commits.push(batch);
    for (const tell of arrived.splice(0)) tell(batch);
    await gate;
    if (fails(batch)) throw new Error('the disk is full');
    return log.append(batch);
  }

  return {
    commits,
    around: (log) => ({
      load: (name) => log.load(name),
      clients: (name) => log.clients(name),
      append: (batch) => append(log, batch),
      saveSnapshot: (snapshot) => log.saveSnapshot(snapshot),
    }),
    hold() {
      let release: () => void = () => undefined;
      gate = new Promise((resolve) => {
        release = resolve;
      });
      return release;
    },
    fail(when = () => true) {
      fails = when;
    },
    heal() {
      fails = () => false;
    },
    nextCommit: () =>
      new Promise((resolve) => {
        arrived = [...arrived, resolve];
      }),
  };
}
