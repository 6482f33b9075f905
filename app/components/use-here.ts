// The people of a brief and where they are, as the reader may know: asked again when somebody comes
// or goes or a door moves, and while somebody writes unseen, since that is said for two minutes only.
import { useEffect, useRef, useState } from 'react';
import { useTopics, useWhisper } from '#app/live.tsx';
import type { HerePage, HereView } from '#server/views/here.ts';

const againMs = 60_000;
/** Many who come at once, after a restart, are one question. */
const settleMs = 300;

/** `first`: as the page was loaded, so that nothing jumps in. */
export function useHere(briefId: string, first: HerePage | null = null): HereView[] {
  const [page, setPage] = useState(first);
  const isAsked = useRef(first !== null);
  const timer = useRef<ReturnType<typeof setTimeout>>();

  // Not through the router: what it loads it takes back whenever something is sent.
  const ask = useRef((waitMs: number) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      void pageOf(briefId).then((answer) => answer && setPage(answer));
    }, waitMs);
  });
  useEffect(() => {
    if (!isAsked.current) ask.current(0);
    isAsked.current = true;
    return () => clearTimeout(timer.current);
  }, []);
  const again = () => ask.current(settleMs);
  useWhisper(`here:${briefId}`, again);
  useTopics(
    (page?.drafts ?? []).map((id) => `draft:${id}`),
    again,
  );

  const writes = page?.people.some(({ where }) => where.kind === 'writing') ?? false;
  useEffect(() => {
    if (!writes) return;
    const asking = setInterval(() => ask.current(0), againMs);
    return () => clearInterval(asking);
  }, [writes]);
  return page?.people ?? [];
}

/** A page that is left or offline asks again at the next sign. */
async function pageOf(briefId: string): Promise<HerePage | null> {
  try {
    const answer = await fetch(`/briefs/${briefId}/here`);
    return answer.ok ? ((await answer.json()) as HerePage) : null;
  } catch {
    return null;
  }
}
