// The uploads of one page that are on their way or did not make it. What arrived is handed over
// and forgotten here: media live in the draft's document, pictures of a style on the server.
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Problem } from '#shared/errors.ts';
import type { UploadedFile } from '#shared/media.ts';
import { fail } from '#shared/result.ts';
import type { UploadTarget } from '#shared/upload-target.ts';
import type { StopReason, UploadProgress } from './uploader.ts';

export interface PendingFile {
  id: string;
  file: File;
  /** An address of the picture on this device, where the browser can show it. */
  picture: string | null;
  /** The medium that this file takes the place of, or null for a new one. */
  replaces: string | null;
  /** Counts what was chosen, so that what arrives in another order still stands in this one. */
  order: number;
  state: UploadProgress | { phase: 'failed'; problem: Problem };
}

export interface Uploads {
  pending: PendingFile[];
  add(files: File[], replaces?: string | null): void;
  retry(id: string): void;
  /** Stops the upload, or puts away one that failed. */
  discard(id: string): void;
}

const shownByBrowsers = /^image\/(jpeg|png|webp|gif|avif)$/;

type Arrived = (file: UploadedFile, from: PendingFile) => void;

export function useUploads(target: UploadTarget, onArrived: Arrived): Uploads {
  const [pending, setPending] = useState<PendingFile[]>([]);
  const stops = useRef(new Map<string, AbortController>());
  const pictures = useRef(new Map<string, string>());
  const chosen = useRef(0);
  const arrived = useRef(onArrived);
  const into = useRef(target);
  useEffect(() => {
    arrived.current = onArrived;
    into.current = target;
  });
  useEffect(() => {
    const [running, shown] = [stops.current, pictures.current];
    return () => {
      for (const stop of running.values()) stop.abort('left' satisfies StopReason);
      for (const picture of shown.values()) URL.revokeObjectURL(picture);
    };
  }, []);

  const drop = useCallback((id: string) => {
    stops.current.delete(id);
    const picture = pictures.current.get(id);
    if (picture) URL.revokeObjectURL(picture);
    pictures.current.delete(id);
    setPending((all) => all.filter((one) => one.id !== id));
  }, []);

  const run = useCallback(
    async (one: PendingFile) => {
      const { id, file } = one;
      const stop = new AbortController();
      stops.current.set(id, stop);
      const become = (state: PendingFile['state']) =>
        setPending((all) => all.map((each) => (each.id === id ? { ...each, state } : each)));
      const onProgress = (progress: UploadProgress) => become(progress);
      const uploader = await import('./uploader.ts').catch(() => null);
      const result = uploader
        ? await uploader.uploadFile({ file, target: into.current, onProgress, signal: stop.signal })
        : fail('unavailable');
      if (stop.signal.aborted) return;
      if (!result.ok) return become({ phase: 'failed', problem: result.error });
      drop(id);
      arrived.current(result.value, one);
    },
    [drop],
  );

  return {
    pending,
    add(files, replaces = null) {
      const fresh = files.map((file): PendingFile => {
        const id = crypto.randomUUID();
        const picture = shownByBrowsers.test(file.type) ? URL.createObjectURL(file) : null;
        if (picture) pictures.current.set(id, picture);
        const order = chosen.current++;
        return { id, file, picture, replaces, order, state: { phase: 'waiting' } };
      });
      setPending((all) => [...all, ...fresh]);
      for (const one of fresh) void run(one);
    },
    retry(id) {
      const one = pending.find((candidate) => candidate.id === id);
      if (one) void run(one);
    },
    discard(id) {
      stops.current.get(id)?.abort('discarded' satisfies StopReason);
      drop(id);
    },
  };
}
