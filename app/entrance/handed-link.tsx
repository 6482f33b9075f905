// A link that is shown once: to copy, to share, to send by LINE.
import { Share2 } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { Button } from '#app/components/button.tsx';
import { CopyButton } from '#app/components/copy.tsx';
import { useWords } from '#app/components/words.tsx';
import { auth } from '#shared/words/auth.ts';

export interface HandedLinkProps {
  url: string;
  message: string;
  lineUrl: string;
}

export function HandedLink({ url, message, lineUrl }: HandedLinkProps) {
  const w = useWords(auth);
  const canShare = useSyncExternalStore(never, hasShareSheet, () => false);
  return (
    <output className="flex flex-col gap-3 rounded-2xl border border-line bg-raised p-4">
      <p className="text-15 text-ink">{w.inviteReady}</p>
      <ShownOnce text={url} label={w.link} />
      <div className="flex flex-wrap items-center gap-2">
        {canShare && (
          <Button onClick={() => void shareText(message)}>
            <Share2 className="size-4" aria-hidden="true" />
            {w.share}
          </Button>
        )}
        <a
          className="inline-flex min-h-11 items-center rounded-xl border border-edge bg-raised px-4 text-15 font-semibold text-ink no-underline hover:border-ink md:min-h-10"
          href={lineUrl}
          target="_blank"
          rel="noreferrer"
        >
          {w.shareLine}
        </a>
      </div>
    </output>
  );
}

/** Only phones have a share sheet, and only the browser knows: the server draws none. */
const hasShareSheet = (): boolean => typeof navigator.share === 'function';
const never = () => () => undefined;

/** Closing the share sheet rejects; that is an answer, not a failure. */
async function shareText(text: string): Promise<void> {
  await navigator.share({ text }).catch(() => undefined);
}

/** A secret to copy, selected by a tap where copying is not allowed. */
export function ShownOnce({ text, label }: { text: string; label: string }) {
  return (
    <div className="flex gap-2">
      <input
        readOnly
        value={text}
        aria-label={label}
        onFocus={(event) => event.currentTarget.select()}
        className="h-11 min-w-0 flex-1 rounded-xl border border-edge bg-raised px-3 text-17 text-ink"
      />
      <CopyButton text={text} />
    </div>
  );
}
