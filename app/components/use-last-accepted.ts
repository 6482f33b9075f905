// What the text's owner accepted last, to be taken back beside the answer as long as nothing came
// after it.
import { useEffect, useState } from 'react';
import type { LastAccepted } from '#app/collab/accepting.ts';

interface Accepted {
  ids: readonly string[];
  last: LastAccepted;
  phase: 'offered' | 'undone';
}

export interface UndoAccepted {
  phase: 'offered' | 'undone';
  undo(): void;
}

export function useLastAccepted() {
  const [accepted, setAccepted] = useState<Accepted | null>(null);
  useEffect(() => {
    if (accepted?.phase !== 'offered') return;
    return accepted.last.watch(() => {
      if (!accepted.last.isLast()) setAccepted((now) => (now === accepted ? null : now));
    });
  }, [accepted]);

  function undo(one: Accepted): void {
    setAccepted(one.last.undo() ? { ...one, phase: 'undone' } : null);
  }

  return {
    note(ids: readonly string[], last: LastAccepted | null): void {
      // What was refused takes nothing away from what was accepted before it.
      if (last) setAccepted({ ids, last, phase: 'offered' });
    },
    of(id: string): UndoAccepted | null {
      if (!accepted?.ids.includes(id)) return null;
      return { phase: accepted.phase, undo: () => undo(accepted) };
    },
  };
}
