// One's own suggestions on their way: each is sent when it changed, the newest wording last, and
// again when it did not get through. What the server refuses stays on the page with the reason.
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Suggesting } from '#app/editor/bound-editor.tsx';
import type { Proposal } from '#app/editor/annotations.ts';
import type { OwnRow } from '#app/editor/fork.ts';
import type { SuggestionView } from '#server/views/suggestions.ts';
import type { Problem } from '#shared/errors.ts';
import type { Result } from '#shared/result.ts';
import type { Side } from '#shared/roles.ts';
import { readSlice, sliceText } from '#shared/suggestions.ts';

export type SuggestionIntent = 'suggest' | 'withdraw' | 'accept' | 'keep' | 'explain';

/** Null when the server could not be reached. */
export async function askServer<T>(
  intent: SuggestionIntent,
  actor: string,
  input: object,
): Promise<Result<T> | null> {
  const body = JSON.stringify({ intent, actor, input });
  try {
    const answer = await fetch('/suggestions', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body,
      // What was typed last is sent although the page goes; browsers take 64 KiB that way.
      keepalive: body.length < 16_000,
    });
    return (await answer.json()) as Result<T>;
  } catch {
    return null;
  }
}

export interface SuggestingPlace {
  actor: string;
  place: { draftId: string } | { briefId: string };
  suggestions: readonly SuggestionView[];
}

export interface OwnSuggestions {
  source: Suggesting;
  /** Of those that were refused, by id. */
  problems: ReadonlyMap<string, Problem>;
  /** Rows that wait for the connection. */
  waiting: number;
  /** Rows that only this page knows, because they were refused. */
  refused: readonly OwnRow[];
  /**
   * Rows of anybody that were open while the page was. They stay where they were once answered: their
   * author sees the answer, the owner may say why.
   */
  seen: ReadonlySet<string>;
}

const againMs = 2_000;

type Task = { id: string; row: OwnRow | null };

export function useSuggesting({ actor, place, suggestions }: SuggestingPlace): OwnSuggestions {
  const [problems, setProblems] = useState<ReadonlyMap<string, Problem>>(new Map());
  const [refused, setRefused] = useState<readonly OwnRow[]>([]);
  const [waiting, setWaiting] = useState(0);
  const [seen] = useState(() => new Set<string>());
  for (const { id, status } of suggestions) if (status === 'open') seen.add(id);
  const own = suggestions.filter(({ author, status }) => author.self && status === 'open');
  const latest = useRef({ own, place });
  latest.current = { own, place };
  const queue = useRef(new Map<string, Task>());
  const isBusy = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>();

  const sender = useMemo(() => {
    function put(task: Task): void {
      // At the end: of two wordings of one row only the newer is sent.
      queue.current.delete(task.id);
      queue.current.set(task.id, task);
      setWaiting(queue.current.size);
      void run();
    }

    async function run(): Promise<void> {
      if (isBusy.current) return;
      isBusy.current = true;
      clearTimeout(timer.current);
      for (const [id, task] of queue.current) {
        const { row } = task;
        const done = row
          ? await askServer('suggest', actor, {
              place: latest.current.place,
              suggestionId: id,
              span: row.span,
              slice: row.slice,
            })
          : await askServer('withdraw', actor, { suggestionId: id });
        if (done === null) break;
        if (queue.current.get(id) === task) queue.current.delete(id);
        note(id, row, done.ok || !row ? null : done.error);
      }
      isBusy.current = false;
      setWaiting(queue.current.size);
      if (queue.current.size > 0) timer.current = setTimeout(() => void run(), againMs);
    }

    function note(id: string, row: OwnRow | null, problem: Problem | null): void {
      setProblems((was) => {
        const next = new Map(was);
        if (problem) next.set(id, problem);
        else next.delete(id);
        return next;
      });
      setRefused((was) => [
        ...was.filter((one) => one.id !== id),
        ...(problem && row ? [row] : []),
      ]);
    }

    return {
      send: (row: OwnRow) => put({ id: row.id, row }),
      withdraw: (id: string) => put({ id, row: null }),
    };
  }, [actor]);

  useEffect(() => () => clearTimeout(timer.current), []);

  const said = own.map(({ id, span, slice }) => JSON.stringify([id, span.quote, slice])).join();
  const source = useMemo<Suggesting>(
    () => ({ ...sender, rows: () => latest.current.own, said }),
    [sender, said],
  );
  return { source, problems, waiting, refused, seen };
}

/** A text that is suggested on, as far as its suggestions ask. */
export interface SuggestedText {
  side: Side;
  may: { write: boolean; suggest: boolean };
  suggestions: SuggestionView[];
}

/** What is drawn in a text; one's own suggestions stand in one's text already. */
export function proposalsOf(page: SuggestedText, active: string | null): Proposal[] {
  return page.suggestions.flatMap(({ id, author, span, slice, status }) => {
    const read = readSlice(span.part, slice);
    const isOwn = author.self && page.may.suggest;
    if (isOwn || typeof read === 'string') return [];
    const { name, side } = author;
    const isOpen = status === 'open';
    return [{ id, span, text: sliceText(read), name, side, isOpen, active: id === active }];
  });
}
