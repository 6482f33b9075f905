// "Bring it in from a file": the button beside the guidelines, and taking it out again. What reads
// files and the list of what was understood come when they are wanted.
import { FileUp, Undo2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
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

interface PlaceProps extends BringInProps {
  /** Nothing is written yet: it is offered above the text; later among what can be done besides. */
  asks: boolean;
  isOffered: boolean;
}

export function BringIn({ languages, live, asks, isOffered }: PlaceProps) {
  const w = useWords(bringIn);
  const [isOpen, setOpen] = useState(false);
  const [file, setFile] = useState(0);
  const [brought, setBrought] = useState<BroughtIn | null>(null);
  return (
    <div
      className={`not-printed flex flex-wrap items-center gap-x-4 gap-y-2 empty:hidden ${asks ? 'mb-4' : ''}`}
    >
      {asks && isOffered && <p className="text-15 text-muted">{w.ask}</p>}
      {(isOffered || isOpen) && (
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
              setFile(file + 1);
            }}
          />
        </Dialog>
      )}
      {brought && (
        <output>
          {/* Another file is another answer. */}
          <Done key={file} {...brought} />
        </output>
      )}
    </div>
  );
}

/** As long as nothing came after it, it can be taken out as a whole. */
function Done({ count, last }: BroughtIn) {
  const w = useWords(bringIn);
  const [phase, setPhase] = useState<'offered' | 'undone' | 'past'>(last ? 'offered' : 'past');
  const said = useRef<HTMLSpanElement>(null);
  // What opened the dialog may be gone with the empty page it stood on.
  useEffect(() => said.current?.querySelector('button')?.focus(), []);
  useEffect(() => {
    if (phase !== 'offered' || !last) return;
    return last.watch(() => {
      if (!last.isLast()) setPhase('past');
    });
  }, [phase, last]);
  return (
    <span ref={said} className="flex flex-wrap items-center gap-x-3 text-15">
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
