// Cards in a column, each beside what it is about. It measures what is marked on the page and knows
// nothing of threads but how their places are marked.
import { type ReactNode, useCallback, useEffect, useLayoutEffect, useRef } from 'react';
import { placesBeside } from './beside-places.ts';

export interface BesideCard {
  id: string;
  /** A selector of what it stands beside; null stands at the top. */
  mark: string | null;
  node: ReactNode;
}

const gapPx = 12;
/** Whatever a card can stand beside. */
const anyMark = '[data-thread], [data-medium]';

export function Beside({ cards, active }: { cards: readonly BesideCard[]; active: string | null }) {
  const list = useRef<HTMLOListElement>(null);
  const latest = useRef({ cards, active });
  latest.current = { cards, active };
  const shown = useRef<string | null>(null);
  const frame = useRef(0);
  const place = useCallback(() => {
    cancelAnimationFrame(frame.current);
    frame.current = requestAnimationFrame(() => {
      const now = latest.current;
      if (!list.current) return;
      layOut(list.current, now);
      if (shown.current !== now.active) bringIntoSight(list.current, now);
      shown.current = now.active;
    });
  }, []);

  // With every change of the text the page around it is drawn again, and so are its cards.
  useLayoutEffect(place);
  useEffect(() => {
    const watch = new ResizeObserver(place);
    const main = document.getElementById('main');
    if (main) watch.observe(main);
    // What stands above the list may come late or unfold, and the list goes down with it.
    const column = list.current?.closest('aside');
    if (column) watch.observe(column);
    for (const card of list.current?.children ?? []) watch.observe(card);
    return () => watch.disconnect();
  }, [place, cards.length]);
  useEffect(() => () => cancelAnimationFrame(frame.current), []);

  return (
    <ol ref={list} className="relative">
      {cards.map(({ id, node }) => (
        <li
          key={id}
          data-card={id}
          className={`w-full scroll-mt-16 scroll-mb-14 transition-[top] motion-reduce:transition-none ${active === id ? 'z-10' : ''}`}
        >
          {node}
        </li>
      ))}
    </ol>
  );
}

interface Shown {
  cards: readonly BesideCard[];
  active: string | null;
}

function layOut(list: HTMLElement, { cards, active }: Shown): void {
  const from = list.getBoundingClientRect().top;
  const items = [...list.children] as HTMLElement[];
  const find = inOrder([...document.querySelectorAll(anyMark)]);
  const standing = cards.map(({ mark }, at) => {
    const marked = mark === null ? null : find(mark);
    const wanted = marked ? marked.getBoundingClientRect().top - from : null;
    return { wanted, height: items[at]?.offsetHeight ?? 0 };
  });
  const tops = placesBeside(
    standing,
    cards.findIndex(({ id }) => id === active),
    gapPx,
  );
  for (const [at, item] of items.entries()) {
    item.style.position = 'absolute';
    item.style.top = `${tops[at] ?? 0}px`;
  }
  const last = standing.length - 1;
  list.style.height = `${(tops[last] ?? 0) + (standing[last]?.height ?? 0)}px`;
}

/**
 * Finds the first element of each mark. Cards come in the order of what they are about, so that each
 * is looked for from the one before it, and the page is not searched again for every card.
 */
function inOrder(marked: readonly Element[]): (mark: string) => Element | null {
  let from = 0;
  return (mark) => {
    const isIt = (element: Element) => element.matches(mark);
    const ahead = marked.findIndex((element, at) => at >= from && isIt(element));
    const at = ahead < 0 ? marked.findIndex(isIt) : ahead;
    if (at >= 0) from = at;
    return marked[at] ?? null;
  };
}

function bringIntoSight(list: HTMLElement, { active, cards }: Shown): void {
  const item = list.children[cards.findIndex(({ id }) => id === active)];
  item?.scrollIntoView({ block: 'nearest' });
}
