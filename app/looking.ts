// Tells the server which page is in front of its person: nothing that they see happen is mailed to
// them. A hidden tab, and one that nobody has touched for five minutes, shows nothing to anyone.
import { useLocation } from '@remix-run/react';
import { useEffect } from 'react';

const restsAfterMs = 5 * 60_000;
const touches = ['pointerdown', 'pointermove', 'keydown', 'scroll'] as const;

/** `say` hears the path in front of the person, null where none is; it must not change. */
export function useLooking(say: (path: string | null) => void): void {
  const { pathname } = useLocation();
  useEffect(() => watch(pathname, say), [pathname, say]);
}

function watch(pathname: string, say: (path: string | null) => void): () => void {
  let rests: ReturnType<typeof setTimeout>;
  let isResting = false;
  const tell = () => say(document.visibilityState === 'visible' && !isResting ? pathname : null);
  const rest = () => {
    isResting = true;
    tell();
  };
  const touched = () => {
    clearTimeout(rests);
    rests = setTimeout(rest, restsAfterMs);
    if (!isResting) return;
    isResting = false;
    tell();
  };
  tell();
  touched();
  document.addEventListener('visibilitychange', tell);
  for (const kind of touches) window.addEventListener(kind, touched, { passive: true });
  return () => {
    clearTimeout(rests);
    document.removeEventListener('visibilitychange', tell);
    for (const kind of touches) window.removeEventListener(kind, touched);
  };
}
