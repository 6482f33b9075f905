// A sheet from below on a phone that leaves the text in sight: half the screen, or nearly all of it.
import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { post } from '#shared/words/post.ts';
import { IconButton } from './button.tsx';
import { useWords } from './words.tsx';

export function Sheet({
  title,
  onClose,
  children,
}: {
  title: string;
  onClose(): void;
  children: ReactNode;
}) {
  const w = useWords(post);
  const [isTall, setTall] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.focus();
  }, []);
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
