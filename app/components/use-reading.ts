// Which threads have been seen: a card that stays in sight for a moment, on a page that is looked at.
import { type RefObject, useEffect, useRef } from 'react';
import type { Talk } from './talk.ts';

/** Long enough to have read its first words; scrolling past is not reading. */
const seenAfterMs = 1_200;

/** Half of a card, or this much of a long one. */
const seenPx = 160;

/** For the element that holds the cards, each with its thread in `data-card`; `shown` names them. */
export function useReading({ threads, onSeen }: Talk, shown: string): RefObject<HTMLDivElement> {
  const list = useRef<HTMLDivElement>(null);
  const seen = useRef(onSeen);
  useEffect(() => {
    seen.current = onSeen;
  });
  const unread = threads.filter(({ isUnread }) => isUnread);
  // A thread that is said something new in is another one to be seen.
  const news = unread.map(({ id, comments }) => `${id} ${comments.length}`).join();
  useEffect(() => {
    if (!news || !list.current) return;
    const inSight = new Set<string>();
    let timer: ReturnType<typeof setTimeout> | undefined;

    function look(): void {
      clearTimeout(timer);
      if (inSight.size === 0 || document.visibilityState !== 'visible') return;
      timer = setTimeout(() => {
        seen.current([...inSight]);
      }, seenAfterMs);
    }

    const watch = new IntersectionObserver(
      (entries) => {
        for (const { target, intersectionRatio, intersectionRect } of entries) {
          const id = (target as HTMLElement).dataset['card'] ?? '';
          if (intersectionRatio >= 0.5 || intersectionRect.height >= seenPx) inSight.add(id);
          else inSight.delete(id);
        }
        look();
      },
      { threshold: [0, 0.25, 0.5] },
    );
    for (const one of news.split(',')) {
      const [id] = one.split(' ');
      const card = list.current.querySelector(`[data-card="${id}"]`);
      if (card) watch.observe(card);
    }
    document.addEventListener('visibilitychange', look);
    return () => {
      clearTimeout(timer);
      watch.disconnect();
      document.removeEventListener('visibilitychange', look);
    };
  }, [news, shown]);
  return list;
}
