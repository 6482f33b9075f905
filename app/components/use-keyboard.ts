// Whether a phone's keyboard covers the lower half of the screen, and how far.
import { useSyncExternalStore } from 'react';

/** Smaller than any keyboard, larger than any browser bar that comes and goes. */
const leastKeyboardPx = 150;

/** Pixels covered from below; 0 while there is no keyboard. */
export function useKeyboard(): number {
  return useSyncExternalStore(subscribe, covered, () => 0);
}

function covered(): number {
  const view = window.visualViewport;
  if (!view) return 0;
  const hidden = Math.round(window.innerHeight - view.height - view.offsetTop);
  return hidden > leastKeyboardPx ? hidden : 0;
}

function subscribe(changed: () => void): () => void {
  const view = window.visualViewport;
  view?.addEventListener('resize', changed);
  view?.addEventListener('scroll', changed);
  return () => {
    view?.removeEventListener('resize', changed);
    view?.removeEventListener('scroll', changed);
  };
}
