// The suggestion in hand, and the ways between its card and its place in the text.
import { useState } from 'react';
import { isPhone } from './use-phone.ts';

export interface Proposed {
  /** The one that was pressed last. */
  id: string | null;
  /** From the card to the words. */
  show(id: string): void;
  /** From the words to the card. */
  open(id: string): void;
}

export const markOfSuggestion = (id: string): string => `.bound-editor [data-suggestion="${id}"]`;

/** `openCards`: brings the cards into sight, where they should be. */
export function useProposed(openCards: () => void): Proposed {
  const [id, setId] = useState<string | null>(null);
  return {
    id,
    show(shown) {
      setId(shown);
      const block = isPhone() ? 'start' : 'center';
      document.querySelector(markOfSuggestion(shown))?.scrollIntoView({ block });
    },
    open(opened) {
      setId(opened);
      openCards();
      requestAnimationFrame(() =>
        document.getElementById(`suggestion-${opened}`)?.scrollIntoView({ block: 'nearest' }),
      );
    },
  };
}
