// One photo or video, large enough to judge it; what lies elsewhere is a way there. Nobody should
// decide on a thumbnail.
import { ExternalLink, MessageSquare } from 'lucide-react';
import { fileUrl, mediaLink } from '#shared/media.ts';
import type { Medium } from '#shared/parts.ts';
import { media as mediaWords } from '#shared/words/media.ts';
import { thread } from '#shared/words/thread.ts';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { useWords } from './words.tsx';

interface MediaLookProps {
  medium: Medium | null;
  name: string;
  onClose(): void;
  /** Left out where this person may not comment. */
  onComment?: ((id: string) => void) | undefined;
}

export function MediaLook({ medium, name, onClose, onComment }: MediaLookProps) {
  const w = useWords(thread);
  const comment = (id: string) => {
    onClose();
    // The dialog gives the focus back as it closes; the comment takes it after.
    setTimeout(() => onComment?.(id));
  };
  return (
    <Dialog
      isWide
      open={medium !== null}
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={name}
      description={medium?.alt}
    >
      {medium && (
        <div className="flex flex-col items-start gap-4">
          <Large medium={medium} />
          {onComment && (
            <Button onClick={() => comment(medium.id)}>
              <MessageSquare className="size-4" aria-hidden="true" />
              {w.commentOnPicture}
            </Button>
          )}
        </div>
      )}
    </Dialog>
  );
}

const frame = 'max-h-[65dvh] max-w-full rounded-xl border border-line object-contain';

function Large({ medium }: { medium: Medium }) {
  const w = useWords(mediaWords);
  if (medium.file === null) {
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
  if (medium.kind === 'image') {
    return <img src={fileUrl(medium.file)} alt={medium.alt || w.notDescribed} className={frame} />;
  }
  // What is said in it stands in the script beside it.
  // oxlint-disable-next-line jsx-a11y/media-has-caption
  return <video src={fileUrl(medium.file)} controls playsInline className={frame} />;
}
