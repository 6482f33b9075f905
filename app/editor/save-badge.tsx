// Where one's words are: on the server's disk, on their way, on this device, or not accepted.
import { Cloud, CloudOff, CloudUpload, OctagonAlert } from 'lucide-react';
import { Link, useLocation } from '@remix-run/react';
import type { SaveState } from '#app/collab/connection.ts';
import { type Saving, useSave } from '#app/collab/use-collab.ts';
import type { ErrorCode } from '#shared/errors.ts';
import { useWords } from '#app/components/words.tsx';
import { editor } from '#shared/words/editor.ts';

const icons = {
  connecting: Cloud,
  saved: Cloud,
  saving: CloudUpload,
  reading: OctagonAlert,
  offline: CloudOff,
  refused: OctagonAlert,
} as const;

interface SaveBadgeProps {
  save: Saving;
  /** Who only reads is told when the page is no longer live, and nothing about saving. */
  writes: boolean;
}

export function SaveBadge({ save: saving, writes }: SaveBadgeProps) {
  const save = useSave(saving);
  const words = useWords(editor);
  const { pathname } = useLocation();
  if (!writes && !concernsReaders(save)) return null;
  const rescued = (save.phase === 'refused' || save.phase === 'reading') && save.rescued;
  const Icon = icons[save.phase];
  return (
    <span
      role="status"
      data-save={save.phase}
      className="inline-flex items-center gap-1.5 text-13 text-muted"
    >
      <Icon className="size-4 shrink-0" aria-hidden="true" />
      <span>{wordsFor(save, words)}</span>
      {save.phase === 'refused' && isSignedOut(save.code) && (
        <Link
          className="font-medium text-ink underline"
          to={`/sign-in?next=${encodeURIComponent(pathname)}`}
        >
          {words.signInAgain}
        </Link>
      )}
      {rescued && (
        <Link className="font-medium text-ink underline" to="/">
          {words.seeCopy}
        </Link>
      )}
    </span>
  );
}

const concernsReaders = (save: SaveState): boolean =>
  save.phase === 'offline' ||
  save.phase === 'refused' ||
  (save.phase === 'reading' && save.rescued);

/** Signed out here, or as somebody else than this page was made for. */
const isSignedOut = (code: ErrorCode): boolean => code === 'signed-out' || code === 'wrong-person';

function wordsFor(save: SaveState, words: (typeof editor)['en']): string {
  switch (save.phase) {
    case 'offline':
      return save.kept > 0 ? words.offlineKept({ count: save.kept }) : words.offline;
    case 'refused':
      return refusalFor(save, words);
    case 'reading':
      return words.readingRescued;
    default:
      return words[save.phase];
  }
}

function refusalFor(
  { code, rescued }: SaveState & { phase: 'refused' },
  words: (typeof editor)['en'],
): string {
  if (isSignedOut(code)) return words.refusedSignedOut;
  switch (code) {
    case 'not-allowed':
    case 'not-found':
      return rescued ? words.refusedRescued : words.refusedNoPart;
    default:
      return rescued ? words.refusedKept : words.refusedOther;
  }
}
