// The people of a brief and where they are, as the reader may know: asked again when somebody comes
// or goes or a door moves, and while somebody writes unseen, since that is said for two minutes only.
import { useEffect, useRef, useState } from 'react';
import { ask } from '#app/asking.ts';
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
  const later = useRef((waitMs: number) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      void ask<HerePage>(`/briefs/${briefId}/here`).then((answer) => answer && setPage(answer));
    }, waitMs);
  });
  useEffect(() => {
    if (!isAsked.current) later.current(0);
    isAsked.current = true;
    return () => clearTimeout(timer.current);
  }, []);
  const again = () => later.current(settleMs);
  useWhisper(`here:${briefId}`, again);
  useTopics(
    (page?.drafts ?? []).map((id) => `draft:${id}`),
    again,
  );

  const writes = page?.people.some(({ where }) => where.kind === 'writing') ?? false;
  useEffect(() => {
    if (!writes) return;
    const asking = setInterval(() => later.current(0), againMs);
    return () => clearInterval(asking);
  }, [writes]);
  return page?.people ?? [];
}
