// What the parts of a talk need to know of the page they stand on, and how they do something there.
import { useFetcher } from '@remix-run/react';
import { useEffect, useRef } from 'react';
import type { Meant, ThreadView } from '#server/views/threads.ts';
import type { Side } from '#shared/roles.ts';
import type { Answer, PostAction } from './post-action.ts';

export interface Talk {
  /** Whose page it is. */
  actor: string;
  side: Side;
  place: { draftId: string } | { briefId: string };
  brand: string;
  /** Null on the guidelines, which all creators read. */
  creator: string | null;
  threads: ThreadView[];
  /** Audiences the reader may begin a thread for. */
  audiences: ThreadView['audience'][];
  people: Meant[];
  /** These were seen up to their last word. */
  onSeen(ids: readonly string[]): void;
}

export const hearersOf = ({ people }: Talk, audience: ThreadView['audience']): Meant[] =>
  people.filter(({ hears }) => hears.includes(audience));

/** A command of the talk, and what came of it. */
export function useThreadAction(actor: string, intent: string, onDone?: () => void): PostAction {
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
    run: (input = {}) =>
      fetcher.submit(formOf(actor, intent, input), { method: 'post', action: '/threads' }),
    isBusy: state !== 'idle',
    problem: state === 'idle' && data && !data.ok ? data.problem : null,
  };
}

export const formOf = (actor: string, intent: string, input: object) => ({
  intent,
  actor,
  input: JSON.stringify(input),
});

/** Small signs that the page does not wait for, and that load nothing again. */
export function send(actor: string, intent: string, input: object): void {
  const body = new URLSearchParams(formOf(actor, intent, input));
  // One that does not arrive is made good by the next.
  void fetch('/threads', { method: 'post', body }).catch(() => undefined);
}
