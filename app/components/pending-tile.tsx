// A file on its way into the strip, and one that did not make it, with words and a way out.
import { CloudOff, LoaderCircle, OctagonAlert, X } from 'lucide-react';
import { media as mediaWords, mediaProblem } from '#shared/words/media.ts';
import { Button } from './button.tsx';
import { tileFrame } from './media-tile.tsx';
import type { PendingFile } from './use-uploads.ts';
import { useWords } from './words.tsx';

export interface SendingTileProps {
  pending: PendingFile;
  onCancel(): void;
}

export function SendingTile({ pending, onCancel }: SendingTileProps) {
  const { file, picture, state } = pending;
  const w = useWords(mediaWords);
  if (state.phase === 'failed') return null;
  const percent = state.phase === 'sending' ? Math.round(state.share * 100) : 0;
  const words = {
    waiting: w.waiting,
    sending: w.sending({ percent }),
    checking: w.checking,
    offline: w.offline,
  }[state.phase];
  const Icon = state.phase === 'offline' ? CloudOff : LoaderCircle;
  return (
    <li className={`${tileFrame} overflow-hidden rounded-xl border border-line bg-raised`}>
      {picture && <img src={picture} alt="" className="size-full object-cover opacity-30" />}
      <div className="absolute inset-0 flex flex-col items-center justify-center gap-1.5 px-2 pt-6 text-center text-13 text-ink">
        <Icon
          className={`size-5 ${state.phase === 'offline' ? '' : 'motion-safe:animate-spin'}`}
          aria-hidden="true"
        />
        <span>{words}</span>
        <progress
          className={bar}
          max={100}
          value={state.phase === 'checking' ? 100 : percent}
          aria-label={w.sendingName({ name: file.name, percent })}
        />
      </div>
      <button
        type="button"
        aria-label={`${w.cancel}: ${file.name}`}
        title={w.cancel}
        className="absolute top-0 right-0 flex size-11 items-start justify-end p-1.5"
        onClick={onCancel}
      >
        <span className="flex size-7 items-center justify-center rounded-lg bg-raised text-ink">
          <X className="size-4" aria-hidden="true" />
        </span>
      </button>
    </li>
  );
}

const bar =
  'h-1.5 w-full appearance-none overflow-hidden rounded-full bg-line [&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:bg-creator [&::-moz-progress-bar]:bg-creator';

export interface FailedFileProps {
  pending: PendingFile;
  onRetry(): void;
  onDiscard(): void;
}

/** What the server judged stays judged; only a lost connection or session is worth a retry. */
const judged = new Set(['file-type', 'file-broken', 'too-large', 'bad-input', 'not-allowed']);

export function FailedFile({ pending: { file, state }, onRetry, onDiscard }: FailedFileProps) {
  const w = useWords(mediaWords);
  if (state.phase !== 'failed') return null;
  return (
    <div
      role="alert"
      className="flex flex-wrap items-center justify-between gap-x-4 rounded-xl border-2 border-ink py-1 pr-1 pl-3 text-15 text-ink"
    >
      <div className="flex min-w-0 flex-1 basis-60 items-start gap-2 py-1.5">
        <OctagonAlert className="mt-1 size-4 shrink-0" aria-hidden="true" />
        <div className="min-w-0">
          <p className="truncate font-medium">{file.name}</p>
          <p>{mediaProblem(w, state.problem)}</p>
        </div>
      </div>
      <div className="ml-auto flex gap-5 px-2">
        <Button look="plain" onClick={onDiscard}>
          {w.discard}
        </Button>
        {!judged.has(state.problem.code) && (
          <Button look="plain" onClick={onRetry}>
            {w.tryAgain}
          </Button>
        )}
      </div>
    </div>
  );
}
