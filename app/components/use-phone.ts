// Below Tailwind's md the columns are sheets. What exists once on a page is rendered once.
import { useSyncExternalStore } from 'react';

const query = '(max-width: 767px)';

/** False on the server: the wide page is what is sent, a phone puts itself right at once. */
export function useIsPhone(): boolean {
  return useSyncExternalStore(subscribe, isPhone, () => false);
}

export const isPhone = (): boolean => window.matchMedia(query).matches;

function subscribe(changed: () => void): () => void {
  const media = window.matchMedia(query);
  media.addEventListener('change', changed);
  return () => media.removeEventListener('change', changed);
}
