// How a dialog of the post page changes something: one fetcher an intent, and what came of it.
import { useFetcher } from '@remix-run/react';
import { useEffect, useRef } from 'react';
import type { Problem } from '#shared/errors.ts';

/** What the page's action answers. */
export type Answer = { ok: true; intent: string } | { ok: false; intent: string; problem: Problem };

export interface PostAction {
  run(input?: object): void;
  isBusy: boolean;
  /** Why the last try was refused. */
  problem: Problem | null;
}

/**
 * `actor` is who the page was made for: under another sign-in nothing is done. `path` is the post's
 * own page, for the pages beside it.
 */
export function usePostAction(
  actor: string,
  intent: string,
  onDone?: () => void,
  path?: string,
): PostAction {
  const fetcher = useFetcher<Answer>();
  const done = useRef(onDone);
  useEffect(() => {
    done.current = onDone;
  });
  const { data, state } = fetcher;
  useEffect(() => {
    if (state === 'idle' && data?.ok) done.current?.();
  }, [state, data]);
  return {
    run(input = {}) {
      const body = { intent, actor, input: JSON.stringify(input) };
      fetcher.submit(body, { method: 'post', ...(path ? { action: path } : {}) });
    },
    isBusy: state !== 'idle',
    problem: state === 'idle' && data && !data.ok ? data.problem : null,
  };
}
