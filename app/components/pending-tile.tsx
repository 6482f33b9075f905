// A file on its way into the strip, or one that did not make it, with words and a way out.
import { CloudOff, LoaderCircle, OctagonAlert, X } from 'lucide-react';
import { media as mediaWords, mediaProblem } from '#shared/words/media.ts';
import { tileFrame } from './media-tile.tsx';
import type { PendingFile } from './use-uploads.ts';
import { useWords } from './words.tsx';

interface PendingTileProps {
  pending: PendingFile;
  onRetry(id: string): void;
  onDiscard(id: string): void;
}

export function PendingTile({ pending, onRetry, onDiscard }: PendingTileProps) {
  const { id, state } = pending;
  const discard = () => onDiscard(id);
  if (state.phase !== 'failed') return <SendingTile pending={pending} onCancel={discard} />;
  return <FailedTile pending={pending} onRetry={() => onRetry(id)} onDiscard={discard} />;
}

function SendingTile({ pending, onCancel }: { pending: PendingFile; onCancel(): void }) {
  const { file, picture, state } = pending;
  const w = useWords(mediaWords);
  const percent = state.phase === 'sending' ? Math.round(state.share * 100) : 0;
  const words = {
    waiting: w.waiting,
    sending: w.sending({ percent }),
    checking: w.checking,
    offline: w.offline,
    failed: '',
  }[state.phase];
  return (
    <li className={`${tileFrame} overflow-hidden rounded-xl border border-line bg-paper`}>
      {picture && <img src={picture} alt="" className="size-full object-cover opacity-30" />}
      <div className="absolute inset-0 flex flex-col items-center justify-center gap-1.5 px-2 pt-6 text-center text-13 text-ink">
        {state.phase === 'offline' ? (
          <CloudOff className="size-5" aria-hidden="true" />
        ) : (
          <LoaderCircle className="size-5 motion-safe:animate-spin" aria-hidden="true" />
        )}
        <span>{words}</span>
        <progress
          className="h-1.5 w-full accent-creator"
          max={100}
          {...(state.phase === 'sending' ? { value: percent } : {})}
          aria-label={w.sendingName({ name: file.name, percent })}
        />
      </div>
      <button
        type="button"
        aria-label={`${w.cancel}: ${file.name}`}
        className="absolute right-0 top-0 flex size-11 items-start justify-end p-1.5"
        onClick={onCancel}
      >
        <span className="flex size-7 items-center justify-center rounded-lg bg-paper text-ink">
          <X className="size-4" aria-hidden="true" />
        </span>
      </button>
    </li>
  );
}

interface FailedTileProps {
  pending: PendingFile;
  onRetry(): void;
  onDiscard(): void;
}

/** Files that the server judged stay judged; only a lost connection or session is worth a retry. */
const judged = new Set(['file-type', 'file-broken', 'too-large', 'bad-input', 'not-allowed']);

function FailedTile({ pending: { file, state }, onRetry, onDiscard }: FailedTileProps) {
  const w = useWords(mediaWords);
  if (state.phase !== 'failed') return null;
  const action = 'h-11 rounded-lg px-2 text-15 font-medium';
  return (
    <li
      role="alert"
      className="flex min-h-[130px] w-[248px] shrink-0 flex-col justify-between gap-1 rounded-xl border-2 border-ink bg-paper p-2.5 pb-0 sm:min-h-[150px]"
    >
      <div className="flex items-start gap-2 text-13 text-ink">
        <OctagonAlert className="mt-0.5 size-4 shrink-0" aria-hidden="true" />
        <div className="min-w-0">
          <p className="truncate font-medium">{file.name}</p>
          <p>{mediaProblem(w, state.problem)}</p>
        </div>
      </div>
      <div className="-mx-1 flex justify-end">
        <button type="button" className={`${action} text-muted`} onClick={onDiscard}>
          {w.discard}
        </button>
        {!judged.has(state.problem.code) && (
          <button type="button" className={`${action} text-creator`} onClick={onRetry}>
            {w.tryAgain}
          </button>
        )}
      </div>
    </li>
  );
}
