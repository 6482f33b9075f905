// The keys of the posts' page: two that work anywhere on it, and the list of all of them.
import { useEffect, useRef } from 'react';
import { posts } from '#shared/words/posts.ts';
import { Dialog } from './dialog.tsx';
import { useWords } from './words.tsx';

/** "/" goes to the filter, "?" asks for the list; not while somebody types. */
export function usePostsKeys(onHelp: () => void): void {
  const help = useRef(onHelp);
  useEffect(() => {
    help.current = onHelp;
  });
  useEffect(() => {
    function hear(event: KeyboardEvent): void {
      const { target, key } = event;
      const isTyping =
        target instanceof Element && target.closest('input, select, textarea, dialog') !== null;
      if (isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
      if (key === '?') help.current();
      if (key !== '/') return;
      event.preventDefault();
      document.querySelector<HTMLElement>('[data-find]')?.focus();
    }
    document.addEventListener('keydown', hear);
    return () => document.removeEventListener('keydown', hear);
  }, []);
}

export function PostsKeys({ open, onClose }: { open: boolean; onClose(): void }) {
  const w = useWords(posts);
  const keys = [
    [w.keyArrows, w.keysArrows],
    ['Home, End', w.keysEnds],
    ['Enter', w.keysEnter],
    [w.keySpace, w.keysSpace],
    [`Shift + ${w.keyArrows}`, w.keysShift],
    ['Ctrl + A', w.keysAll],
    ['Esc', w.keysEscape],
    ['/', w.keysFilter],
    ['?', w.keysHelp],
  ];
  return (
    <Dialog title={w.keys} open={open} onOpenChange={onClose}>
      <dl className="grid grid-cols-[auto_1fr] gap-x-5 gap-y-2 text-15">
        {keys.map(([key, what]) => (
          <div key={key} className="contents">
            <dt>
              <kbd className="rounded-lg border border-edge px-2 py-0.5 text-13 font-semibold whitespace-nowrap">
                {key}
              </kbd>
            </dt>
            <dd className="text-ink">{what}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
