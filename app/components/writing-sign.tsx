// "Ploy is writing…" on a card: said while somebody types an answer, gone on sending or a little
// after the last letter. Nothing of it is kept, here or on the server.
import { useEffect, useRef, useState } from 'react';
import { useWhisper } from '#app/live.tsx';
import { thread } from '#shared/words/thread.ts';
import { send } from './talk.ts';
import { useFormat, useWords } from './words.tsx';

const sayEveryMs = 3_000;
/** Longer than the pause between two signs, so that it does not flicker. */
const goesAfterMs = 7_000;

export function WritingSign({ threadId }: { threadId: string }) {
  const w = useWords(thread);
  const format = useFormat();
  const names = useWriters(threadId);
  const said =
    names.length > 1
      ? w.areWriting({ names: format.list(names) })
      : names[0] && w.isWriting({ name: names[0] });
  return <output className="block text-13 text-muted empty:hidden">{said}</output>;
}

function useWriters(threadId: string): string[] {
  const [writers, setWriters] = useState<ReadonlyMap<string, string>>(new Map());
  const timers = useRef(new Map<string, ReturnType<typeof setTimeout>>());
  const without = (id: string) => (was: ReadonlyMap<string, string>) =>
    new Map([...was].filter(([one]) => one !== id));
  useWhisper(`thread:${threadId}`, (who) => {
    if (!who) return;
    clearTimeout(timers.current.get(who.id));
    if (!who.isWriting) return setWriters(without(who.id));
    setWriters((was) => new Map(was).set(who.id, who.name));
    const gone = setTimeout(() => setWriters(without(who.id)), goesAfterMs);
    timers.current.set(who.id, gone);
  });
  useEffect(() => {
    const all = timers.current;
    return () => {
      for (const timer of all.values()) clearTimeout(timer);
    };
  }, []);
  return [...writers.values()];
}

/** Tells of one's own typing; stops when the field goes. */
export function useShowWriting(actor: string, threadId: string): (isWriting: boolean) => void {
  const lastAt = useRef<number | null>(null);
  const say = useRef((isWriting: boolean) => {
    const at = performance.now();
    const isKnown = isWriting
      ? lastAt.current !== null && at - lastAt.current < sayEveryMs
      : lastAt.current === null;
    if (isKnown) return;
    lastAt.current = isWriting ? at : null;
    send(actor, 'writing', { threadId, isWriting });
  });
  useEffect(() => {
    const stop = say.current;
    return () => stop(false);
  }, []);
  return say.current;
}
