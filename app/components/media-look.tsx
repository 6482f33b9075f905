// One photo or video, large enough to judge it, with what is said about it; what lies elsewhere is a
// way there. Nobody should decide on a thumbnail.
import { ExternalLink } from 'lucide-react';
import { mediaLink } from '#shared/media.ts';
import type { Medium } from '#shared/parts.ts';
import { media as mediaWords } from '#shared/words/media.ts';
import { Dialog } from './dialog.tsx';
import { later } from './later.tsx';
import type { Talk } from './talk.ts';
import { useWords } from './words.tsx';

const MediaThreads = later(() => import('./media-threads.tsx'));

interface MediaLookProps {
  medium: Medium | null;
  name: string;
  talk: Talk;
  /** The thread that led here. */
  active: string | null;
  onClose(): void;
}

export function MediaLook({ medium, name, talk, active, onClose }: MediaLookProps) {
  return (
    <Dialog
      isWide
      open={medium !== null}
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={name}
      description={medium?.alt}
    >
      {medium && (
        <MediaThreads
          {...{ medium, name, talk, active }}
          elsewhere={medium.file === null && <Elsewhere medium={medium} />}
        />
      )}
    </Dialog>
  );
}

function Elsewhere({ medium }: { medium: Medium }) {
  const w = useWords(mediaWords);
  // What is in the document was typed by somebody: only an https address is a way.
  const link = mediaLink(medium.link ?? '');
  return (
    <a
      href={link ?? undefined}
      target="_blank"
      rel="noreferrer"
      className="inline-flex min-h-11 items-center gap-2 text-15 break-all"
    >
      <ExternalLink className="size-4 shrink-0" aria-hidden="true" />
      {link ?? w.linkLabel}
    </a>
  );
}
