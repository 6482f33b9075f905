// An invitation to hand over, shown this once: the message in the creator's language for any chat.
import { Share2 } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import type { HandedLinkProps } from '#app/entrance/handed-link.tsx';
import { brief } from '#shared/words/brief.ts';
import { Button } from './button.tsx';
import { CopyButton } from './copy.tsx';
import { useWords } from './words.tsx';

const never = () => () => undefined;
const hasShareSheet = () => typeof navigator.share === 'function';

export function LinkToHand({ url, message, lineUrl, note }: HandedLinkProps & { note?: string }) {
  const w = useWords(brief);
  const canShare = useSyncExternalStore(never, hasShareSheet, () => false);
  // Closing the share sheet rejects; that is an answer, not a failure.
  const share = () => void navigator.share({ text: message }).catch(() => undefined);
  return (
    <div className="flex flex-col gap-3">
      <p className="rounded-2xl bg-brand-soft px-4 py-3 text-15 break-words text-ink">{message}</p>
      <div className="flex flex-wrap gap-2">
        <CopyButton text={message} label={w.copyMessage} look="brand" />
        {canShare && (
          <Button onClick={share}>
            <Share2 className="size-4" aria-hidden="true" />
            {w.share}
          </Button>
        )}
        <a
          href={lineUrl}
          target="_blank"
          rel="noreferrer"
          className="inline-flex min-h-11 items-center rounded-xl border border-edge bg-raised px-4 text-15 font-semibold text-ink no-underline hover:border-ink md:min-h-10"
        >
          {w.sendByLine}
        </a>
      </div>
      <div className="flex gap-2">
        <input
          readOnly
          value={url}
          aria-label={w.link}
          onFocus={(event) => event.currentTarget.select()}
          className="h-11 min-w-0 flex-1 rounded-xl border border-edge bg-raised px-3 text-17 text-ink"
        />
        <CopyButton text={url} label={w.copyLink} />
      </div>
      <p className="text-13 text-muted">{note ?? w.linkOnce}</p>
    </div>
  );
}
