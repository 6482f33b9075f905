// What makes an editor one of suggestions, fetched by who suggests. A page asks for it as it opens, so
// that it is there with the text; an editor that waits for it is not shown, or a click would be lost.
import { useEffect, useState } from 'react';

type Forking = typeof import('./forking.ts');

let fetched: Forking | null = null;

/** `isAwaited`: wanted and on its way. One that cannot be reached leaves a text to read. */
export function useForking(isWanted: boolean): { forking: Forking | null; isAwaited: boolean } {
  const [found, setFound] = useState<Forking | 'out-of-reach' | null>(fetched);
  useEffect(() => {
    if (!isWanted || found) return;
    let isCurrent = true;
    void import('./forking.ts').then(
      (forking) => {
        fetched = forking;
        if (isCurrent) setFound(forking);
      },
      () => isCurrent && setFound('out-of-reach'),
    );
    return () => {
      isCurrent = false;
    };
  }, [isWanted, found]);
  const forking = isWanted && found !== 'out-of-reach' ? found : null;
  return { forking, isAwaited: isWanted && found === null };
}
