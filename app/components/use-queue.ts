// Where a sitting of reviews stands, live: asked for again whenever something happens to a post.
import { useFetcher } from '@remix-run/react';
import { useEffect, useRef } from 'react';
import { useEvents } from '#app/live.tsx';
import type { loader } from '#app/routes/review.tsx';
import type { QueueView } from '#server/views/queue.ts';
import { type Sitting, sittingQuery } from '#shared/queue.ts';

/** Many posts may change at once; they are counted again this often at most. */
const countEveryMs = 1_000;

/** Null until it is known. */
export function useQueue(sitting: Sitting, draftId: string): QueueView | null {
  const { load, data } = useFetcher<typeof loader>();
  const address = `/review${sittingQuery(sitting)}&at=${draftId}`;
  useEffect(() => load(address), [load, address]);
  useSometimes(() => load(address));
  return (data as QueueView | undefined) ?? null;
}

/** After something happened to a post or a brief, at most once in a while. */
export function useSometimes(count: () => void): void {
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const latest = useRef(count);
  useEffect(() => {
    latest.current = count;
  });
  useEvents((topic) => {
    if (timer.current || !/^(draft|brief):/.test(topic)) return;
    timer.current = setTimeout(() => {
      timer.current = null;
      latest.current();
    }, countEveryMs);
  });
  useEffect(
    () => () => {
      if (timer.current) clearTimeout(timer.current);
    },
    [],
  );
}
