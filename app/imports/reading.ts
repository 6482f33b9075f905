// Reading a file in a worker of its own, so that the page stays quick and what was read can be let go
// of at any moment.
import type { Understood } from '#shared/imports/recognise.ts';

export type Said =
  | { kind: 'progress'; percent: number }
  | { kind: 'understood'; understood: Understood }
  | { kind: 'failed' };

export interface ReadingInHand {
  /** Null where the file could not be read at all, such as one that was deleted meanwhile. */
  understood: Promise<Understood | null>;
  stop(): void;
}

export function startReading(file: File, onPercent: (percent: number) => void): ReadingInHand {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  const understood = new Promise<Understood | null>((resolve) => {
    worker.addEventListener('error', () => resolve(null));
    worker.addEventListener('message', ({ data }: MessageEvent<Said>) => {
      if (data.kind === 'progress') onPercent(data.percent);
      else resolve(data.kind === 'understood' ? data.understood : null);
    });
  });
  worker.postMessage(file);
  void understood.then(() => worker.terminate());
  return { understood, stop: () => worker.terminate() };
}
