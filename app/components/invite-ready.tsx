// Invitations to hand over, shown this once: a message for each in its creator's language, for LINE,
// mail, the share sheet or to copy; or all of them as rows for a sheet.
import { Check, Copy, Mail, MessageCircle, Share2 } from 'lucide-react';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { InvitedOne } from '#server/commands/invitations.ts';
import { writeSheet } from '#shared/sheet.ts';
import { invite } from '#shared/words/invite.ts';
import { Button, ButtonLink } from './button.tsx';
import { CopyButton } from './copy.tsx';
import { InviteTitle } from './invite-title.tsx';
import { Avatar } from './people.tsx';
import { PageHeader, Rows } from './surface.tsx';
import { useWords } from './words.tsx';

export type ReadyOne = InvitedOne;

export interface InviteReadyProps {
  briefId: string;
  brandName: string;
  made: ReadyOne[];
  /** Rows that wait for the next go. */
  rest: number;
  onNext(): void;
  /** The invitations are on screen: what was pasted for them is done with. */
  onSeen(): void;
}

export function InviteReady({ briefId, brandName, made, rest, onNext, onSeen }: InviteReadyProps) {
  const w = useWords(invite);
  const seen = useRef(onSeen);
  useEffect(() => seen.current(), []);
  return (
    <div className="flex flex-col gap-4">
      <PageHeader
        title={<InviteTitle>{w.ready({ n: made.length })}</InviteTitle>}
        intro={w.readyHint}
        action={<CopyButton text={asRows(w, made)} label={w.copyAll} look="brand" />}
      />
      <Handing made={made} brandName={brandName} />
      <div className="flex flex-wrap gap-3">
        {rest > 0 && <Button onClick={onNext}>{w.next({ n: rest })}</Button>}
        <ButtonLink to={`/briefs/${briefId}/creators`}>{w.toCreators}</ButtonLink>
      </div>
    </div>
  );
}

function asRows(w: (typeof invite)['en'], made: ReadyOne[]): string {
  return writeSheet([
    [w.name, w.handle, w.link, w.message],
    ...made.map(({ name, handle, link }) => [name, handle, link.url, link.message]),
  ]);
}

type Handed = Pick<ReadyOne, 'userId' | 'name' | 'handle' | 'locale' | 'link'> & { mail?: string };

export function Handing({ made, brandName }: { made: Handed[]; brandName: string }) {
  const w = useWords(invite);
  const [handed, setHanded] = useState<ReadonlySet<string>>(new Set());
  return (
    <>
      {made.length > 1 && (
        <output className="text-15 text-muted">
          {w.handedOver({ n: handed.size, of: made.length })}
        </output>
      )}
      <Rows>
        {made.map((one) => (
          <ToHand
            key={one.userId}
            {...{ one, brandName }}
            isHanded={handed.has(one.userId)}
            onHand={() => setHanded((before) => new Set([...before, one.userId]))}
          />
        ))}
      </Rows>
    </>
  );
}

interface ToHandProps {
  one: Handed;
  brandName: string;
  isHanded: boolean;
  onHand(): void;
}

const never = () => () => undefined;
const hasShareSheet = () => typeof navigator.share === 'function';
const linkLook =
  'inline-flex min-h-11 items-center gap-2 rounded-xl border border-edge bg-raised px-4 text-15 font-semibold text-ink no-underline hover:border-ink md:min-h-10';

function ToHand({ one, brandName, isHanded, onHand }: ToHandProps) {
  const { name, handle, locale, mail, link } = one;
  const { message, lineUrl } = link;
  const w = useWords(invite);
  const canShare = useSyncExternalStore(never, hasShareSheet, () => false);
  const copy = () => void navigator.clipboard.writeText(message).then(onHand, () => undefined);
  // Closing the share sheet rejects; that is an answer, not a failure.
  const share = () => void navigator.share({ text: message }).then(onHand, () => undefined);
  const subject = invite[locale].mailSubject({ brand: brandName });
  const Icon = isHanded ? Check : Copy;
  return (
    <li className="flex flex-col gap-2 p-4">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <Avatar name={name} side="creator" />
        <p className="min-w-40 flex-1 break-words">
          <span className="text-17 font-medium text-ink">{name}</span>{' '}
          <span className="text-13 text-muted">{handle}</span>
        </p>
        <div className="flex flex-wrap gap-2">
          <Button onClick={copy} aria-label={w.copyFor({ name })}>
            <Icon className="size-4" aria-hidden="true" />
            {isHanded ? w.copied : w.copy}
          </Button>
          {canShare && (
            <Button onClick={share} aria-label={w.shareFor({ name })}>
              <Share2 className="size-4" aria-hidden="true" />
              {w.share}
            </Button>
          )}
          <a
            href={lineUrl}
            target="_blank"
            rel="noreferrer"
            onClick={onHand}
            aria-label={w.lineFor({ name })}
            className={linkLook}
          >
            <MessageCircle className="size-4" aria-hidden="true" />
            LINE
          </a>
          {mail && (
            <a
              href={mailTo(mail, subject, message)}
              onClick={onHand}
              aria-label={w.mailFor({ name })}
              className={linkLook}
            >
              <Mail className="size-4" aria-hidden="true" />
              {w.byMail}
            </a>
          )}
        </div>
      </div>
      <p lang={locale} className="text-15 wrap-anywhere text-muted">
        {message}
      </p>
    </li>
  );
}

const mailTo = (mail: string, subject: string, body: string): string =>
  `mailto:${encodeURIComponent(mail)}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
