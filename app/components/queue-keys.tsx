// Single keys for a sitting of reviews. They work on a post of a queue alone, never while somebody types
// or a dialog is open, and can be turned off (WCAG 2.1.4): everything they do is a button too.
import { Keyboard } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { queue } from '#shared/words/queue.ts';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { useWords } from './words.tsx';

export type QueueKey = 'a' | 'r' | 'n' | 's' | '?';

const storedAs = 'cobrief/queue-keys';

/** A browser that blocks storage has the keys, and forgets that they were turned off. */
function areOn(): boolean {
  try {
    return localStorage.getItem(storedAs) !== 'off';
  } catch {
    return true;
  }
}

function turn(on: boolean): void {
  try {
    if (on) localStorage.removeItem(storedAs);
    else localStorage.setItem(storedAs, 'off');
  } catch {
    // Turned for this page alone.
  }
}

export function useQueueKeys(press: (key: QueueKey) => void): {
  on: boolean;
  setOn(on: boolean): void;
} {
  const [on, setOn] = useState(areOn);
  const latest = useRef(press);
  useEffect(() => {
    latest.current = press;
  });
  useEffect(() => {
    if (!on) return;
    function onKeyDown(event: KeyboardEvent): void {
      if (event.key === 'Escape') return leaveText(event);
      const key = keyOf(event);
      if (!key || isTaken(event)) return;
      event.preventDefault();
      latest.current(key);
    }
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [on]);
  return {
    on,
    setOn(next) {
      turn(next);
      setOn(next);
    },
  };
}

/** By the letter; on a keyboard that has none of these letters, by where the key lies. */
function keyOf({ key, code }: KeyboardEvent): QueueKey | null {
  const isLatin = /^[a-z]$/i.test(key);
  const letter =
    isLatin || key === '?' ? key.toLowerCase() : code.replace(/^Key/, '').toLowerCase();
  return ['a', 'r', 'n', 's', '?'].includes(letter) ? (letter as QueueKey) : null;
}

const typedIn = 'input, textarea, select, [contenteditable=true]';

function isTaken(event: KeyboardEvent): boolean {
  const { target, ctrlKey, metaKey, altKey, isComposing, repeat, defaultPrevented } = event;
  if (ctrlKey || metaKey || altKey || isComposing || repeat || defaultPrevented) return true;
  if (target instanceof Element && target.closest(typedIn)) return true;
  return document.querySelector('dialog[open]') !== null;
}

/** From the text back to the keys. */
function leaveText({ target, defaultPrevented }: KeyboardEvent): void {
  if (defaultPrevented || !(target instanceof HTMLElement)) return;
  if (target.closest('[contenteditable=true]')) target.blur();
}

export interface QueueHelpProps {
  isReviewer: boolean;
  on: boolean;
  onTurn(on: boolean): void;
  open: boolean;
  onOpenChange(open: boolean): void;
}

export function QueueHelp({ isReviewer, on, onTurn, open, onOpenChange }: QueueHelpProps) {
  const w = useWords(queue);
  const keys = [
    ['A', isReviewer ? w.keyClear : w.keyApprove],
    ['R', isReviewer ? w.keyNotClear : w.keyAsk],
    ['S', w.keySkip],
    ['N', w.keyNext],
    ['?', w.keyHelp],
    [w.escape, w.keyLeave],
  ] as const;
  return (
    <Dialog
      title={w.keysTitle}
      description={w.keysNote}
      trigger={
        <Button look="plain" className="px-1 max-md:hidden">
          <Keyboard className="size-4" aria-hidden="true" />
          {w.keys}
        </Button>
      }
      open={open}
      onOpenChange={onOpenChange}
    >
      <div className="flex flex-col gap-5">
        <dl className="grid grid-cols-[auto_1fr] items-center gap-x-4 gap-y-3 text-17">
          {keys.map(([key, does]) => (
            <div key={key} className="contents">
              <dt>
                <Kbd>{key}</Kbd>
              </dt>
              <dd className={on ? '' : 'text-muted'}>{does}</dd>
            </div>
          ))}
        </dl>
        <label className="flex min-h-11 items-center gap-3 border-t border-line pt-4 text-17">
          <input
            type="checkbox"
            className="size-5 accent-ink"
            checked={on}
            onChange={(event) => onTurn(event.currentTarget.checked)}
          />
          {w.keysOn}
        </label>
      </div>
    </Dialog>
  );
}

/** A key beside what it does; on a touch screen there is none to press. */
export function Kbd({ children }: { children: string }) {
  return (
    <kbd className="inline-flex min-w-6 items-center justify-center rounded-md border border-edge px-1.5 text-13 leading-5 font-medium [font-family:inherit]">
      {children}
    </kbd>
  );
}
