// A sheet from below on a phone: half the screen, or nearly all of it. What it is about is brought
// into the part that stays in sight, and stays there.
import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import { post } from '#shared/words/post.ts';
import { IconButton } from './button.tsx';
import { useKeyboard } from './use-keyboard.ts';
import { useWords } from './words.tsx';

export function Sheet({
  title,
  beside = null,
  onClose,
  children,
}: {
  title: string;
  /** A selector of what must not be covered. */
  beside?: string | null;
  onClose(): void;
  children: ReactNode;
}) {
  const w = useWords(post);
  const [isTall, setTall] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.focus();
  }, []);
  const keyboard = useKeyboard();
  useKeepInSight(box, beside, `${isTall} ${keyboard}`);
  const Icon = isTall ? ChevronDown : ChevronUp;
  return (
    // Not a modal: the text behind it can be read, scrolled and touched, so no <dialog>.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      ref={box}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="dialog"
      aria-label={title}
      tabIndex={-1}
      className={`fixed inset-x-0 bottom-0 z-40 flex flex-col rounded-t-2xl border border-line bg-paper shadow-xl outline-none md:hidden ${isTall ? 'h-[90dvh]' : 'h-[50dvh]'}`}
      style={
        keyboard > 0 ? { bottom: keyboard, maxHeight: `calc(100dvh - ${keyboard}px - 8rem)` } : {}
      }
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <div className="flex items-center gap-1 border-b border-line py-0.5 pr-1 pl-4">
        <h2 className="flex-1 text-17">{title}</h2>
        <IconButton
          label={isTall ? w.smaller : w.larger}
          aria-expanded={isTall}
          onClick={() => setTall(!isTall)}
        >
          <Icon className="size-5" aria-hidden="true" />
        </IconButton>
        <IconButton label={w.close} onClick={onClose}>
          <X className="size-5" aria-hidden="true" />
        </IconButton>
      </div>
      {/* Scrolled by keyboard too, where nothing in it takes the focus. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div tabIndex={0} className="flex-1 overflow-y-auto overscroll-contain p-4">
        {children}
      </div>
    </div>
  );
}

const edgePx = 8;

/** Makes room below the page for the sheet, and scrolls so that the marked words are above it. */
function useKeepInSight(box: RefObject<HTMLDivElement>, mark: string | null, height: string): void {
  useEffect(() => {
    const root = document.documentElement;
    const { body } = document;
    root.dataset['sheet'] = height.startsWith('true') ? 'tall' : 'half';
    body.style.paddingBottom = `${box.current?.offsetHeight ?? 0}px`;
    return () => {
      delete root.dataset['sheet'];
      body.style.paddingBottom = '';
    };
  }, [box, height]);

  useEffect(() => {
    // The words may be marked only now: they are drawn after the page is.
    const frame = requestAnimationFrame(() => {
      const marked = mark === null ? null : document.querySelector(mark);
      const sheetTop = box.current?.getBoundingClientRect().top ?? 0;
      if (marked) bringInto(marked.getBoundingClientRect(), { top: barBottom(), bottom: sheetTop });
    });
    return () => cancelAnimationFrame(frame);
  }, [box, mark, height]);
}

/** How far the bar at the top reaches; the one of a tall sheet does not stay. */
function barBottom(): number {
  const bar = document.querySelector('header');
  const stays = bar && getComputedStyle(bar).position === 'sticky';
  return stays ? bar.getBoundingClientRect().bottom : 0;
}

function bringInto(words: DOMRect, room: { top: number; bottom: number }): void {
  const isSeen = words.top >= room.top + edgePx && words.bottom <= room.bottom - edgePx;
  if (!isSeen) window.scrollBy({ top: words.top - room.top - edgePx });
}
