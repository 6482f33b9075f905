// What a dialog draws once it is open: focus held inside, given back to where it was, closed by Escape
// or a press beside it.
import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import { useState } from 'react';
import { common } from '#shared/words/common.ts';
import { IconButton } from './button.tsx';
import type { DialogProps } from './dialog.tsx';
import { useWords } from './words.tsx';

interface BoxProps extends Pick<DialogProps, 'title' | 'description' | 'isWide' | 'children'> {
  onClose(): void;
}

export default function DialogBox({
  title,
  description,
  isWide = false,
  children,
  onClose,
}: BoxProps) {
  const words = useWords(common);
  const [cameFrom] = useState(() => document.activeElement);

  function giveBack(event: Event): void {
    event.preventDefault();
    if (cameFrom instanceof HTMLElement) cameFrom.focus({ preventScroll: true });
  }

  return (
    <Radix.Root open onOpenChange={(open) => !open && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-black/40" />
        <Radix.Content
          aria-describedby={undefined}
          onOpenAutoFocus={focusFirstField}
          onCloseAutoFocus={giveBack}
          className={`fixed inset-x-0 bottom-0 z-50 max-h-[90dvh] scroll-pb-20 overflow-y-auto rounded-t-2xl border border-line bg-paper p-5 text-ink shadow-xl md:inset-auto md:top-1/2 md:left-1/2 md:w-full md:-translate-x-1/2 md:-translate-y-1/2 md:rounded-2xl ${isWide ? 'md:max-w-5xl' : 'md:max-w-lg'}`}
        >
          <div className="mb-4 flex items-start gap-3">
            <div className="flex min-w-0 flex-1 flex-col gap-1">
              <Radix.Title className="text-22 font-semibold">{title}</Radix.Title>
              {description && <div className="text-15 text-muted">{description}</div>}
            </div>
            <Radix.Close asChild>
              <IconButton label={words.close} className="-mt-1.5 -mr-2">
                <X className="size-5" aria-hidden="true" />
              </IconButton>
            </Radix.Close>
          </div>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** What is asked for comes first, and the way out only where nothing is asked. */
function focusFirstField(event: Event): void {
  const field = (event.target as HTMLElement).querySelector<HTMLElement>(
    'input:not([type=hidden], [readonly]), select, textarea',
  );
  if (!field) return;
  event.preventDefault();
  field.focus({ preventScroll: true });
}
