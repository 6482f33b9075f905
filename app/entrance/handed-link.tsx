// A link that is shown once: to copy, to share, to send by LINE.
import { Copy, Share2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useWords } from '#app/components/words.tsx';
import { auth } from '#shared/words/auth.ts';
import { Press, pressLook } from './form.tsx';

export interface HandedLinkProps {
  url: string;
  message: string;
  lineUrl: string;
}

export function HandedLink({ url, message, lineUrl }: HandedLinkProps) {
  const w = useWords(auth);
  const [canShare, setCanShare] = useState(false);
  useEffect(() => setCanShare(typeof navigator.share === 'function'), []);
  return (
    <div className="flex flex-col gap-3 rounded-xl border border-line p-4">
      <p className="text-[15px] text-ink">{w.inviteReady}</p>
      <CopyText text={url} />
      <div className="flex flex-wrap gap-2">
        <a className={pressLook.quiet} href={lineUrl} target="_blank" rel="noreferrer">
          {w.shareLine}
        </a>
        {canShare && (
          <Press type="button" onClick={() => void shareText(message)}>
            <Share2 className="size-4" aria-hidden="true" />
            {w.share}
          </Press>
        )}
      </div>
    </div>
  );
}

/** Closing the share sheet rejects; that is an answer, not a failure. */
async function shareText(text: string): Promise<void> {
  await navigator.share({ text }).catch(() => undefined);
}

export function CopyText({ text }: { text: string }) {
  const w = useWords(auth);
  const [copied, setCopied] = useState(false);
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <div className="flex gap-2">
      <input
        readOnly
        value={text}
        aria-label={w.copy}
        onFocus={(event) => event.currentTarget.select()}
        className="h-11 min-w-0 flex-1 rounded-xl border border-line bg-paper px-3 text-[16px] text-ink"
      />
      <Press type="button" onClick={() => void copy()}>
        <Copy className="size-4" aria-hidden="true" />
        <span aria-live="polite">{copied ? w.copied : w.copy}</span>
      </Press>
    </div>
  );
}
