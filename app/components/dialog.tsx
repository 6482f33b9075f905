// A dialog on a desktop, a sheet from below on a phone: the browser's own, which holds the focus and
// gives it back. Closed by Escape or a press beside it.
import { X } from 'lucide-react';
import {
  cloneElement,
  type PointerEvent,
  type ReactElement,
  type ReactNode,
  Suspense,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { createPortal } from 'react-dom';
import { common } from '#shared/words/common.ts';
import { type ButtonProps, IconButton } from './button.tsx';
import { useWords } from './words.tsx';

export interface DialogProps {
  title: string;
  description?: ReactNode;
  /** What opens it; left out where `open` is held by the page. */
  trigger?: ReactElement<ButtonProps>;
  open?: boolean;
  onOpenChange?(open: boolean): void;
  /** For a picture; words are read best in the narrow one. */
  isWide?: boolean;
  children: ReactNode;
}

export function Dialog({ trigger, open, onOpenChange, ...shown }: DialogProps) {
  const [ownOpen, setOwnOpen] = useState(false);
  const isOpen = open ?? ownOpen;

  function change(next: boolean): void {
    setOwnOpen(next);
    onOpenChange?.(next);
  }

  return (
    <>
      {trigger &&
        cloneElement(trigger, {
          'aria-haspopup': 'dialog',
          'aria-expanded': isOpen,
          onClick: () => change(true),
        })}
      {isOpen && createPortal(<Box {...shown} onClose={() => change(false)} />, document.body)}
    </>
  );
}

type BoxProps = Pick<DialogProps, 'title' | 'description' | 'isWide' | 'children'> & {
  onClose(): void;
};

function Box({ title, description, isWide = false, children, onClose }: BoxProps) {
  const words = useWords(common);
  const name = useId();
  const box = useRef<HTMLDialogElement>(null);
  const beganBeside = useRef(false);

  useLayoutEffect(() => {
    const dialog = box.current;
    if (!dialog) return;
    dialog.showModal();
    focusFirstField(dialog);
    return () => dialog.close();
  }, []);

  return (
    // Its keys are Escape, which the browser hears, and those of what is inside.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events
    <dialog
      ref={box}
      aria-labelledby={name}
      onCancel={(event) => {
        // Not of a dialog or a file field inside this one.
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        onClose();
      }}
      // A browser closes without asking when Escape is pressed twice.
      onClose={() => box.current?.open === false && onClose()}
      onPointerDown={(event) => {
        beganBeside.current = isBeside(event);
      }}
      onClick={(event) => {
        if (beganBeside.current && isBeside(event)) onClose();
      }}
      className={`fixed inset-x-0 top-auto bottom-0 max-h-[90dvh] w-full max-w-none scroll-pb-20 overflow-y-auto overscroll-contain rounded-t-2xl border border-line bg-paper p-5 text-ink shadow-xl backdrop:bg-black/40 md:inset-auto md:top-1/2 md:left-1/2 md:-translate-x-1/2 md:-translate-y-1/2 md:rounded-2xl ${isWide ? 'md:max-w-5xl' : 'md:max-w-lg'}`}
    >
      <div className="mb-4 flex items-start gap-3">
        <div className="flex min-w-0 flex-1 flex-col gap-1">
          <h2 id={name} className="text-22 font-semibold">
            {title}
          </h2>
          {description && <div className="text-15 text-pretty text-muted">{description}</div>}
        </div>
        <IconButton label={words.close} className="-mt-1.5 -mr-2" onClick={onClose}>
          <X className="size-5" aria-hidden="true" />
        </IconButton>
      </div>
      <Suspense fallback={null}>{children}</Suspense>
    </dialog>
  );
}

/** On what is behind it: that belongs to the dialog, and lies outside of its box. */
function isBeside(
  event: Pick<PointerEvent<HTMLElement>, 'target' | 'currentTarget' | 'clientX' | 'clientY'>,
) {
  const { left, right, top, bottom } = event.currentTarget.getBoundingClientRect();
  const { target, currentTarget, clientX: x, clientY: y } = event;
  return target === currentTarget && (x < left || x > right || y < top || y > bottom);
}

/** What is asked for comes first, and the way out only where nothing is asked. */
function focusFirstField(dialog: HTMLElement): void {
  const field = dialog.querySelector<HTMLElement>(
    'input:not([type=hidden], [readonly]), select, textarea',
  );
  const first = field ?? dialog.querySelector<HTMLElement>('[data-first]');
  first?.focus({ preventScroll: true });
}
