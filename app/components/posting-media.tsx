// The approved pictures and films to take along, numbered in their order: one tap each, or all at once
// through the phone's share sheet where it takes files.
import { Download, Share2 } from 'lucide-react';
import { useState, useSyncExternalStore } from 'react';
import { downloadUrl, fileUrl, mediaLink } from '#shared/media.ts';
import type { Medium } from '#shared/parts.ts';
import { numberedName } from '#shared/posting.ts';
import { posting } from '#shared/words/posting.ts';
import { Button } from './button.tsx';
import { CopyButton } from './copy.tsx';
import { MediumReading } from './post-reading.tsx';
import { useWords } from './words.tsx';

export function MediaToSave({ media }: { media: readonly Medium[] }) {
  const w = useWords(posting);
  const files = media.flatMap(({ file }) => (file ? [file] : []));
  return (
    <>
      <ol className="flex flex-wrap gap-4">
        {media.map((medium, index) => (
          <li key={medium.id} className="flex flex-col items-start gap-1">
            <MediumReading medium={medium} />
            <Save medium={medium} n={index + 1} />
            {medium.alt && <CopyButton text={medium.alt} label={w.copyAlt} />}
          </li>
        ))}
      </ol>
      {files.length > 0 && (
        <>
          <ShareFiles files={files} />
          <p className="text-13 text-muted">{w.saveNote}</p>
        </>
      )}
    </>
  );
}

const linkLook = 'inline-flex min-h-11 items-center gap-1.5 text-15 font-medium';

function Save({ medium, n }: { medium: Medium; n: number }) {
  const w = useWords(posting);
  if (medium.file) {
    return (
      <a href={downloadUrl(medium.file, n)} download className={linkLook}>
        <Download className="size-4" aria-hidden="true" />
        {w.save({ n })}
      </a>
    );
  }
  // What stands in a post was typed by somebody: only an https address is a way.
  const link = mediaLink(medium.link ?? '');
  return link ? (
    <a href={link} target="_blank" rel="noreferrer" className={linkLook}>
      {w.openLink}
    </a>
  ) : null;
}

const never = () => () => undefined;
const sharesFiles = () =>
  typeof navigator.canShare === 'function' &&
  navigator.canShare({ files: [new File(['.'], 'a.jpg', { type: 'image/jpeg' })] });

type Sharing =
  | { phase: 'idle' }
  | { phase: 'preparing' }
  /** A browser lets go of a tap while films load: then a second one passes them on. */
  | { phase: 'ready'; files: File[] }
  | { phase: 'failed' };

function ShareFiles({ files }: { files: readonly string[] }) {
  const w = useWords(posting);
  const canShare = useSyncExternalStore(never, sharesFiles, () => false);
  const [sharing, setSharing] = useState<Sharing>({ phase: 'idle' });
  if (!canShare) return null;

  async function share() {
    try {
      if (sharing.phase !== 'ready') setSharing({ phase: 'preparing' });
      const ready =
        sharing.phase === 'ready' ? sharing.files : await Promise.all(files.map(fetched));
      setSharing({ phase: 'ready', files: ready });
      await navigator.share({ files: ready });
    } catch (error) {
      // Closing the sheet is an answer, and a tap that ran out is asked for again.
      const isAnswer = error instanceof DOMException && answers.has(error.name);
      if (!isAnswer) setSharing({ phase: 'failed' });
    }
  }

  const labels = {
    idle: w.shareFiles,
    preparing: w.sharePreparing,
    ready: w.shareReady,
    failed: w.shareFiles,
  };
  return (
    <>
      <Button disabled={sharing.phase === 'preparing'} onClick={() => void share()}>
        <Share2 className="size-4" aria-hidden="true" />
        <span aria-live="polite">{labels[sharing.phase]}</span>
      </Button>
      {sharing.phase === 'failed' && (
        <p role="alert" className="text-15">
          {w.shareFailed}
        </p>
      )}
    </>
  );
}

const answers = new Set(['AbortError', 'NotAllowedError']);

async function fetched(hash: string, index: number): Promise<File> {
  const response = await fetch(fileUrl(hash));
  if (!response.ok) throw new Error(`a file answered ${response.status}`);
  const blob = await response.blob();
  return new File([blob], numberedName(index + 1, 'post', blob.type), { type: blob.type });
}
