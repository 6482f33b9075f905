// "Bring it in from a file": the button beside the guidelines, and taking it out again. What reads
// files and the list of what was understood come when they are wanted.
import { FileUp, Undo2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import type * as Y from 'yjs';
import type { LastAccepted } from '#app/collab/accepting.ts';
import { bringIn } from '#shared/words/bring-in.ts';
import type { Locale } from '#shared/words/words.ts';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { later } from './later.tsx';
import { useWords } from './words.tsx';

const BringInForm = later(() => import('./bring-in-form.tsx'));

export interface BroughtIn {
  count: number;
  last: LastAccepted | null;
}

export interface BringInProps {
  languages: readonly Locale[];
  /** The live document; null until it is there. */
  live(): Y.Doc | null;
}

export function BringIn({ languages, live }: BringInProps) {
  const w = useWords(bringIn);
  const [isOpen, setOpen] = useState(false);
  const [brought, setBrought] = useState<BroughtIn | null>(null);
  return (
    <div className="flex flex-col items-start gap-2">
      <Dialog
        title={w.title}
        description={w.note}
        open={isOpen}
        onOpenChange={setOpen}
        trigger={
          <Button>
            <FileUp className="size-4" aria-hidden="true" />
            {w.open}
          </Button>
        }
      >
        <BringInForm
          languages={languages}
          live={live}
          onClose={() => setOpen(false)}
          onDone={(done) => {
            setOpen(false);
            setBrought(done);
          }}
        />
      </Dialog>
      {/* Another file is another answer. */}
      <output>{brought && <Done key={brought.count} {...brought} />}</output>
    </div>
  );
}

/** As long as nothing came after it, it can be taken out as a whole. */
function Done({ count, last }: BroughtIn) {
  const w = useWords(bringIn);
  const [phase, setPhase] = useState<'offered' | 'undone' | 'past'>(last ? 'offered' : 'past');
  useEffect(() => {
    if (phase !== 'offered' || !last) return;
    return last.watch(() => {
      if (!last.isLast()) setPhase('past');
    });
  }, [phase, last]);
  return (
    <span className="flex flex-wrap items-center gap-x-3 text-15">
      {phase === 'undone' ? w.undone : w.done({ count })}
      {phase === 'offered' && (
        <Button look="plain" onClick={() => setPhase(last?.undo() ? 'undone' : 'past')}>
          <Undo2 className="size-4" aria-hidden="true" />
          {w.undo}
        </Button>
      )}
    </span>
  );
}
