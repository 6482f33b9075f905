// A post on its way into a chat: the ready message, to LINE, to whatever else shares, or to copy.
import { useFetcher } from '@remix-run/react';
import { CalendarPlus, MessageCircle, Share2 } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import type { loader } from '#app/routes/posts.$draftId_.share.tsx';
import { telling } from '#shared/words/telling.ts';
import { Button } from './button.tsx';
import { CopyButton } from './copy.tsx';
import { useWords } from './words.tsx';

const never = () => () => undefined;
const hasShareSheet = () => typeof navigator.share === 'function';
const linkLook =
  'inline-flex min-h-11 items-center gap-2 rounded-xl border border-edge bg-raised px-4 text-15 font-semibold text-ink no-underline hover:border-ink md:min-h-10';

/** Asks for the message when opened: it says where the post stands at that moment. */
export function PostShare({ draftId }: { draftId: string }) {
  const w = useWords(telling);
  const { load, data } = useFetcher<typeof loader>();
  return (
    <details
      className="border-t border-line pt-3"
      onToggle={(event) => event.currentTarget.open && load(`/posts/${draftId}/share`)}
    >
      <summary className="flex min-h-11 items-center text-15 font-medium">{w.shareTitle}</summary>
      {data && <Message {...data} />}
    </details>
  );
}

interface MessageProps {
  message: string;
  lineUrl: string;
  locale: string;
}

function Message({ message, lineUrl, locale }: MessageProps) {
  const w = useWords(telling);
  const canShare = useSyncExternalStore(never, hasShareSheet, () => false);
  // Closing the share sheet rejects; that is an answer, not a failure.
  const share = () => void navigator.share({ text: message }).catch(() => undefined);
  return (
    <div className="flex flex-col gap-3 py-2">
      <p
        lang={locale}
        className="rounded-2xl border border-line bg-raised px-4 py-3 text-15 break-words text-ink"
      >
        {message}
      </p>
      <div className="flex flex-wrap gap-2">
        <a href={lineUrl} target="_blank" rel="noreferrer" className={linkLook}>
          <MessageCircle className="size-4" aria-hidden="true" />
          {w.shareLine}
        </a>
        {canShare && (
          <Button onClick={share}>
            <Share2 className="size-4" aria-hidden="true" />
            {w.share}
          </Button>
        )}
        <CopyButton text={message} label={w.shareCopy} />
      </div>
      <p className="text-13 text-muted">{w.shareNote}</p>
    </div>
  );
}

/** A file and no page: the browser or the phone's calendar takes it. */
export function CalendarLink({ href }: { href: string }) {
  const w = useWords(telling);
  return (
    <a href={href} download className={`${linkLook} self-start`}>
      <CalendarPlus className="size-4" aria-hidden="true" />
      {w.calendar}
    </a>
  );
}
