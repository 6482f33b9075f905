// The suggestion in hand, and the ways between its card and its place in the text.
import { useState } from 'react';
import { isPhone } from './use-phone.ts';
import type { Sides } from './use-sides.ts';

export interface Proposed {
  id: string | null;
  /** From the card to the words. */
  show(id: string): void;
  /** From the words to the card. */
  open(id: string): void;
}

export function useProposed(sides: Sides): Proposed {
  const [id, setId] = useState<string | null>(null);
  return {
    id,
    show(shown) {
      setId(shown);
      document
        .querySelector(`.bound-editor [data-suggestion="${shown}"]`)
        ?.scrollIntoView({ block: isPhone() ? 'start' : 'center' });
    },
    open(opened) {
      setId(opened);
      sides.open('comments');
      requestAnimationFrame(() =>
        document.getElementById(`suggestion-${opened}`)?.scrollIntoView({ block: 'nearest' }),
      );
    },
  };
}
