// A dialog on a desktop, a sheet from below on a phone: the same thing, focus held inside.
import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { common } from '#shared/words/common.ts';
import { IconButton } from './button.tsx';
import { useWords } from './words.tsx';

export interface DialogProps {
  title: string;
  description?: ReactNode;
  /** What opens it; left out where `open` is held by the page. */
  trigger?: ReactNode;
  open?: boolean;
  onOpenChange?(open: boolean): void;
  /** For a picture; words are read best in the narrow one. */
  isWide?: boolean;
  children: ReactNode;
}

export function Dialog({
  title,
  description,
  trigger,
  open,
  onOpenChange,
  isWide = false,
  children,
}: DialogProps) {
  const words = useWords(common);
  const held = open === undefined ? {} : { open };
  return (
    <Radix.Root {...held} {...(onOpenChange ? { onOpenChange } : {})}>
      {trigger && <Radix.Trigger asChild>{trigger}</Radix.Trigger>}
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-black/40" />
        <Radix.Content
          aria-describedby={undefined}
          onOpenAutoFocus={focusFirstField}
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
