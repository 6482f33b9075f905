// The main thread's end of the writer: numbered requests out, replies back.
// A writer that dies takes the process with it, in words: nothing could be saved any more.
import { Worker } from 'node:worker_threads';
import { DatabaseError } from './errors.ts';
import type { Job, Reply } from './writer.ts';

export interface Writer {
  call(job: Job): Promise<unknown>;
  stop(): Promise<void>;
}

export async function startWriter(file: string): Promise<Writer> {
  const worker = new Worker(new URL('./writer-boot.mjs', import.meta.url), {
    workerData: { file },
  });
  const pending = new Map<number, PromiseWithResolvers>();
  let nextId = 1;
  let stopping = false;
  const ready = settlement();
  pending.set(0, ready);

  worker.on('message', (reply: Reply) => {
    const waiter = pending.get(reply.id);
    pending.delete(reply.id);
    if ('failure' in reply) waiter?.reject(new DatabaseError(reply.failure));
    else waiter?.resolve(reply.value);
  });
  worker.on('error', (error) => {
    ready.reject(error);
    for (const waiter of pending.values()) waiter.reject(error);
    pending.clear();
  });
  worker.on('exit', (code) => {
    if (stopping) return;
    process.stderr.write(
      `The database writer stopped (code ${code}); Cobrief cannot save and ends.\n`,
    );
    process.exit(70);
  });
  await ready.promise;

  return {
    call(job) {
      const id = nextId++;
      const waiter = settlement();
      pending.set(id, waiter);
      worker.postMessage({ id, ...job });
      return waiter.promise;
    },
    async stop() {
      stopping = true;
      worker.postMessage({ id: nextId++, op: 'close' });
      await new Promise((resolve) => worker.once('exit', resolve));
    },
  };
}

interface PromiseWithResolvers {
  promise: Promise<unknown>;
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

function settlement(): PromiseWithResolvers {
  let resolve: PromiseWithResolvers['resolve'] = () => undefined;
  let reject: PromiseWithResolvers['reject'] = () => undefined;
  const promise = new Promise<unknown>((onValue, onError) => {
    resolve = onValue;
    reject = onError;
  });
  return { promise, resolve, reject };
}
