// A dialog on a desktop, a sheet from below on a phone. Here are its trigger and whether it is open;
// what is drawn then is fetched when the page has nothing else to do.
import {
  cloneElement,
  type ReactElement,
  type ReactNode,
  Suspense,
  useEffect,
  useState,
} from 'react';
import type { ButtonProps } from './button.tsx';
import { later } from './later.tsx';

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

const load = () => import('./dialog-box.tsx');
const Box = later(load);

export function Dialog({ trigger, open, onOpenChange, ...shown }: DialogProps) {
  const [ownOpen, setOwnOpen] = useState(false);
  const isOpen = open ?? ownOpen;
  useEffect(whenIdle, []);

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
      {isOpen && (
        <Suspense fallback={null}>
          <Box {...shown} onClose={() => change(false)} />
        </Suspense>
      )}
    </>
  );
}

/** Dialogs open without a connection too. */
function whenIdle(): void {
  const idle = window.requestIdleCallback ?? setTimeout;
  idle(() => void load().catch(() => undefined));
}
