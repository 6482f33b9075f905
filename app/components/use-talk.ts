// The talk on a page: what is being written, which thread is in hand, and the ways between cards and
// the words they are about, by pointer and by keyboard.
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Passage } from '#app/editor/annotations.ts';
import type { ThreadView } from '#server/views/threads.ts';
import type { Anchor } from '#shared/anchors.ts';
import type { Looked } from './media-strip.tsx';
import { send, type Talk } from './talk.ts';
import { markOf } from './thread-places.ts';
import { isPhone } from './use-phone.ts';

export interface TalkInHand {
  talk: Talk;
  writing: Anchor | null;
  active: string | null;
  /** The threads of the words that were tapped on a phone; the sheet shows these. */
  only: readonly string[] | null;
  /** The same before the sheet is open: the words are being edited. */
  near: readonly string[];
  looked: Looked | null;
  passages: Passage[];
  write(anchor: Anchor | null): void;
  /** Leads from a card to what it is about; the same function for as long as the page stands. */
  show(id: string): void;
  press(ids: readonly string[]): void;
  openNear(): void;
  showAll(): void;
  look(looked: Looked | null): void;
}

interface Ways {
  /** Unfolds the column or opens the sheet. */
  openComments(): void;
  canEdit: boolean;
}

export function useTalk(page: Omit<Talk, 'onSeen'>, ways: Ways): TalkInHand {
  const talk = useSeen(page);
  const [writing, setWriting] = useState<Anchor | null>(null);
  const [active, setActive] = useState<string | null>(null);
  const [only, setOnly] = useState<readonly string[] | null>(null);
  const [near, setNear] = useState<readonly string[]>([]);
  const [looked, setLooked] = useState<Looked | null>(null);
  const anchorOf = (id: string) => talk.threads.find((one) => one.id === id)?.anchor;

  function show(id: string): void {
    setActive(id);
    const anchor = anchorOf(id);
    if (anchor?.kind === 'media') return setLooked({ id: anchor.mediaId, thread: id });
    // What is marked without being a thread, such as where an answer points.
    goTo(anchor ? markOf(id, anchor) : `[data-thread="${id}"]`);
  }

  function open(ids: readonly string[]): void {
    setActive(ids[0] ?? null);
    setOnly(isPhone() ? ids : null);
    setNear([]);
    ways.openComments();
  }

  function press(ids: readonly string[]): void {
    // Who writes there wants the caret; the comments are offered beside it.
    if (isPhone() && ways.canEdit) return setNear(ids);
    if (ids.length > 0) open(ids);
  }

  useThreadKeys(talk, active, (id) => {
    open([id]);
    const anchor = anchorOf(id);
    if (anchor) scrollTo(markOf(id, anchor));
    focusCard(id);
  });

  const latest = useRef(show);
  latest.current = show;
  const [showThis] = useState(() => (id: string) => latest.current(id));

  return {
    talk,
    writing,
    active,
    only,
    near,
    looked,
    passages: passagesOf(talk, active, writing),
    write(anchor) {
      setWriting(anchor);
      if (anchor === null) return;
      setOnly(isPhone() ? [] : null);
      setNear([]);
      ways.openComments();
    },
    show: showThis,
    press,
    openNear: () => open(near),
    showAll: () => setOnly(null),
    look: setLooked,
  };
}

/** What is marked in the text: open threads, and the words that are being written about. */
function passagesOf(
  { threads, side }: Talk,
  active: string | null,
  writing: Anchor | null,
): Passage[] {
  const marked = threads.flatMap(({ id, anchor, resolvedAt, comments }): Passage[] =>
    (anchor.kind === 'text' || anchor.kind === 'block') && !resolvedAt
      ? [{ id, anchor, side: comments[0]?.author.side ?? 'brand', active: id === active }]
      : [],
  );
  if (writing?.kind !== 'text' && writing?.kind !== 'block') return marked;
  return [...marked, { id: 'new', anchor: writing, side, active: true }];
}

/** What was seen here loses its mark at once; the server is told how far. */
function useSeen(page: Omit<Talk, 'onSeen'>): Talk {
  const { actor, side, place, brand, creator, audiences, people } = page;
  const [seen, setSeen] = useState<ReadonlyMap<string, number>>(new Map());
  const placeKey = JSON.stringify(place);
  // The same one until something is said or seen: cards are not drawn again with every letter.
  return useMemo(() => {
    const threads = page.threads.map((one) => {
      const isUnread = one.isUnread && (seen.get(one.id) ?? 0) < lastWord(one);
      return { ...one, isUnread };
    });
    const onSeen = (ids: readonly string[]) => {
      const news = threads.filter((one) => ids.includes(one.id) && one.isUnread);
      if (news.length === 0) return;
      const read = news.map((one) => ({ threadId: one.id, upTo: lastWord(one) }));
      send(actor, 'read', { read });
      setSeen(new Map([...seen, ...read.map((one) => [one.threadId, one.upTo] as const)]));
    };
    const here = JSON.parse(placeKey) as Talk['place'];
    return { actor, side, place: here, brand, creator, audiences, people, threads, onSeen };
  }, [actor, side, placeKey, brand, creator, audiences, people, page.threads, seen]);
}

const lastWord = ({ comments }: ThreadView): number => comments.at(-1)?.at ?? 0;

function scrollTo(mark: string | null): HTMLElement | null {
  const marked = mark === null ? null : document.querySelector<HTMLElement>(mark);
  marked?.scrollIntoView({ block: isPhone() ? 'start' : 'center' });
  return marked;
}

/** With the caret before its first letter; on a phone that would raise the keyboard. */
function goTo(mark: string | null): void {
  const marked = scrollTo(mark);
  const editor = marked?.closest<HTMLElement>('.ProseMirror');
  const words = marked && document.createTreeWalker(marked, NodeFilter.SHOW_TEXT).nextNode();
  if (!editor || isPhone()) return;
  editor.focus({ preventScroll: true });
  if (words) document.getSelection()?.collapse(words, 0);
}

/** Once the column or the sheet that holds it is there. */
function focusCard(id: string): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      const card = document.querySelector<HTMLElement>(`[data-card="${id}"] article`);
      card?.focus({ preventScroll: true });
    }),
  );
}

/** Alt with Page Down and Page Up, in the order of the page: from comment to comment. */
function useThreadKeys(talk: Talk, active: string | null, go: (id: string) => void): void {
  const latest = useRef({ talk, active, go });
  useEffect(() => {
    latest.current = { talk, active, go };
  });
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      const step = { PageDown: 1, PageUp: -1 }[event.key];
      if (!event.altKey || !step) return;
      const now = latest.current;
      const ids = inOrder(now.talk);
      if (ids.length === 0) return;
      event.preventDefault();
      const from = now.active === null ? -1 : ids.indexOf(now.active);
      const next = from < 0 ? (step > 0 ? 0 : ids.length - 1) : from + step;
      const id = ids[(next + ids.length) % ids.length];
      if (id) now.go(id);
    }
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}

function inOrder({ threads }: Talk): string[] {
  const open = threads.filter(({ resolvedAt }) => resolvedAt === null);
  const marked = [...document.querySelectorAll<HTMLElement>('[data-thread]')]
    .map((element) => element.dataset['thread'] ?? '')
    .filter((id) => open.some((one) => one.id === id));
  const others = open.map(({ id }) => id).filter((id) => !marked.includes(id));
  return [...others, ...new Set(marked)];
}

/** What a sheet must not cover: the words in hand. */
export function besideOf({ writing, active, talk }: TalkInHand): string | null {
  if (writing) return markOf('new', writing);
  const anchor = talk.threads.find(({ id }) => id === active)?.anchor;
  return anchor && active ? markOf(active, anchor) : null;
}
