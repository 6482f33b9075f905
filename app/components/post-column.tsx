// A column beside the text of a post on a wide screen, folded to its title or out.
import type { ReactNode } from 'react';
import { thread } from '#shared/words/thread.ts';
import { Button } from './button.tsx';
import { useWords } from './words.tsx';

export function Column({
  side,
  title,
  count = 0,
  unread = 0,
  folded,
  onFold,
  children,
}: {
  side: 'left' | 'right';
  title: string;
  count?: number;
  unread?: number;
  folded: boolean;
  onFold(folded: boolean): void;
  children: ReactNode;
}) {
  const say = useWords(thread);
  const width = folded ? 'w-auto' : side === 'left' ? 'w-[280px]' : 'w-[320px]';
  // Cards stand beside their words, so they go up and down with them.
  const hold =
    side === 'left' || folded
      ? 'sticky top-[calc(3rem+var(--queue,0rem))] max-h-[calc(100dvh-5rem-var(--queue,0rem))] overflow-y-auto'
      : '';
  return (
    <aside aria-label={title} className={`hidden shrink-0 py-6 md:block ${hold} ${width}`}>
      <Button look="plain" aria-expanded={!folded} className="mb-2" onClick={() => onFold(!folded)}>
        {title}
        {count > 0 && ` (${count})`}
        {unread > 0 && ` · ${say.newCount({ count: unread })}`}
      </Button>
      {!folded && children}
    </aside>
  );
}
