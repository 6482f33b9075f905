// A disk that writes when the test says so, one job at a time, so that a simulation draws from its
// seed what is on disk when: written, failed, or lost with the process that asked for it.
import type { UpdateLog } from '#server/sync/persistence.ts';
import type { DocumentName } from '#shared/ids.ts';

export interface SteppedDisk {
  around(log: UpdateLog): UpdateLog;
  /** Whether something waits to be written. */
  readonly isBusy: boolean;
  /** How many jobs it has written or failed. */
  readonly writes: number;
  /** Writes the oldest job; false when none waits. */
  write(): Promise<boolean>;
  /** Whatever touches this document fails until `heal`. */
  fail(document: DocumentName): void;
  heal(): void;
  /** The process ends: its oldest job may still have been written, the others never were. */
  lose(isWritten: boolean): Promise<void>;
  /** Writes by itself from now on. */
  free(): void;
  /** How often a document was read from disk as a whole. */
  loads(document: DocumentName): number;
}

interface Job {
  documents: DocumentName[];
  run(): Promise<unknown>;
  resolve(value: unknown): void;
  reject(error: Error): void;
}

export function steppedDisk(): SteppedDisk {
  let jobs: Job[] = [];
  let failing: DocumentName | null = null;
  let isFree = false;
  let writes = 0;
  const loads = new Map<DocumentName, number>();

  function enqueue<T>(documents: DocumentName[], run: () => Promise<T>): Promise<T> {
    if (isFree) return run();
    return new Promise<T>((resolve, reject) => {
      jobs.push({ documents, run, resolve, reject });
    });
  }

  return {
    around: (log) => ({
      load(name) {
        loads.set(name, (loads.get(name) ?? 0) + 1);
        return log.load(name);
      },
      clients: (name) => log.clients(name),
      append: (batch) =>
        enqueue(
          batch.map(({ document }) => document),
          () => log.append(batch),
        ),
      saveSnapshot: (snapshot) => enqueue([snapshot.document], () => log.saveSnapshot(snapshot)),
    }),
    get isBusy() {
      return jobs.length > 0;
    },
    get writes() {
      return writes;
    },
    async write() {
      const job = jobs.shift();
      if (!job) return false;
      writes += 1;
      if (failing && job.documents.includes(failing)) job.reject(new Error('the disk is full'));
      else await job.run().then(job.resolve, job.reject);
      return true;
    },
    fail: (document) => void (failing = document),
    heal: () => void (failing = null),
    async lose(isWritten) {
      const [oldest] = jobs;
      jobs = [];
      writes += 1;
      if (isWritten) await oldest?.run();
    },
    free() {
      isFree = true;
      for (const { run, resolve, reject } of jobs.splice(0)) void run().then(resolve, reject);
    },
    loads: (document) => loads.get(document) ?? 0,
  };
}
