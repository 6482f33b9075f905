// The drawer under the bell: what concerns the reader, by post, each row a way to its place; and what
// happened in their briefs. From the right on a desktop, from below on a phone.
import { Link } from '@remix-run/react';
import { Clock, X } from 'lucide-react';
import { Dialog, Tabs } from 'radix-ui';
import { useEffect, useMemo, useState } from 'react';
import { ask } from '#app/asking.ts';
import type { Happened } from '#app/routes/inbox_.activity.tsx';
import type { InboxGroup } from '#server/views/inbox.ts';
import { common } from '#shared/words/common.ts';
import { telling } from '#shared/words/telling.ts';
import { Button, ButtonLink, IconButton } from './button.tsx';
import { Avatar } from './people.tsx';
import { EmptyState, Moment } from './surface.tsx';
import { formatFor } from '#shared/format.ts';
import { useReader, useWords } from './words.tsx';

export interface InboxDrawerProps {
  inbox: { unread: number; groups: InboxGroup[]; now: number } | null;
  onRead(what: { id: string } | { all: string }): void;
  onClose(): void;
}

const box =
  'fixed inset-x-0 bottom-0 z-50 flex h-[88dvh] flex-col rounded-t-2xl border border-line bg-paper text-ink shadow-xl outline-none md:inset-y-0 md:right-0 md:left-auto md:h-auto md:w-full md:max-w-md md:rounded-none md:rounded-l-2xl';
const tab =
  'min-h-11 border-b-2 border-transparent px-1 text-15 font-semibold text-muted data-[state=active]:border-ink data-[state=active]:text-ink';

export default function InboxDrawer({ inbox, onRead, onClose }: InboxDrawerProps) {
  const w = useWords(telling);
  const say = useWords(common);
  return (
    <Dialog.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-black/40" />
        <Dialog.Content aria-describedby={undefined} className={box}>
          <header className="flex items-center gap-2 pt-2 pr-2 pl-5">
            <Dialog.Title className="flex-1 text-22 font-semibold">{w.title}</Dialog.Title>
            <Dialog.Close asChild>
              <IconButton label={say.close}>
                <X className="size-5" aria-hidden="true" />
              </IconButton>
            </Dialog.Close>
          </header>
          <Tabs.Root defaultValue="inbox" className="flex min-h-0 flex-1 flex-col">
            <Tabs.List className="flex gap-5 border-b border-line px-5">
              <Tabs.Trigger value="inbox" className={tab}>
                {w.inbox}
              </Tabs.Trigger>
              <Tabs.Trigger value="activity" className={tab}>
                {w.activity}
              </Tabs.Trigger>
            </Tabs.List>
            <Tabs.Content value="inbox" className="min-h-0 flex-1 overflow-y-auto outline-none">
              {inbox && <Inbox inbox={inbox} onRead={onRead} onClose={onClose} />}
            </Tabs.Content>
            <Tabs.Content value="activity" className="min-h-0 flex-1 overflow-y-auto outline-none">
              <Activity onClose={onClose} />
            </Tabs.Content>
          </Tabs.Root>
          <footer className="border-t border-line px-5 py-1">
            <ButtonLink look="plain" to="/me/telling" onClick={onClose}>
              {w.settings}
            </ButtonLink>
          </footer>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** Relative to when it was loaded: the page itself may be hours old. */
function useSince(now: number) {
  const { locale, calendar } = useReader();
  return useMemo(() => formatFor({ locale, calendar, now }).relative, [locale, calendar, now]);
}

type Shown = Omit<InboxDrawerProps, 'inbox'> & { inbox: NonNullable<InboxDrawerProps['inbox']> };

function Inbox({ inbox, onRead, onClose }: Shown) {
  const w = useWords(telling);
  if (inbox.groups.length === 0) {
    return (
      <div className="p-5">
        <EmptyState title={w.empty}>{w.emptyHow}</EmptyState>
      </div>
    );
  }
  return (
    <>
      {inbox.unread > 0 && (
        <div className="flex justify-end px-5 pt-1">
          <Button look="plain" onClick={() => onRead({ all: 'yes' })}>
            {w.allRead}
          </Button>
        </div>
      )}
      {inbox.groups.map((group) => (
        <section key={group.place} className="pt-4 last:pb-4">
          <h3 className="flex flex-wrap items-baseline gap-x-2 px-5 pb-1 text-15">
            {group.title}
            <span className="text-13 font-normal text-muted">{group.brand}</span>
          </h3>
          <ul>
            {group.rows.map((row) => (
              <li key={row.id}>
                <Row
                  row={row}
                  now={inbox.now}
                  onOpen={() => {
                    if (!row.isRead) onRead({ id: row.id });
                    onClose();
                  }}
                />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

interface RowProps {
  row: InboxGroup['rows'][number];
  now: number;
  onOpen(): void;
}

function Row({ row, now, onOpen }: RowProps) {
  const w = useWords(telling);
  const since = useSince(now);
  return (
    <Link
      to={row.to}
      onClick={onOpen}
      className="flex min-h-14 items-start gap-3 px-5 py-2.5 no-underline hover:bg-line/40"
    >
      {row.actor ? (
        <Avatar name={row.actor.name} side={row.actor.side} />
      ) : (
        <span className="inline-flex size-8 shrink-0 items-center justify-center text-both">
          <Clock className="size-5" aria-hidden="true" />
        </span>
      )}
      <span className="flex min-w-0 flex-1 flex-col">
        <span className={`text-15 text-ink ${row.isRead ? '' : 'font-semibold'}`}>
          {row.sentence}
        </span>
        {row.note && <span className="line-clamp-2 text-15 text-muted">{row.note}</span>}
        <span className="text-13 text-muted">
          <Moment at={row.at}>{since(row.at)}</Moment>
        </span>
      </span>
      {!row.isRead && (
        <span className="mt-1.5 flex shrink-0">
          <span aria-hidden="true" className="size-2.5 rounded-full bg-ink" />
          <span className="sr-only">{w.unread}</span>
        </span>
      )}
    </Link>
  );
}

function Activity({ onClose }: { onClose(): void }) {
  const w = useWords(telling);
  const [data, setData] = useState<Happened | null>(null);
  useEffect(() => void ask<Happened>('/inbox/activity').then(setData), []);
  const since = useSince(data?.now ?? 0);
  if (!data) return null;
  if (data.happened.length === 0) {
    return <p className="p-5 text-15 text-muted">{w.emptyActivity}</p>;
  }
  return (
    <ol className="py-2">
      {data.happened.map((one) => (
        <li key={one.seq}>
          <Link
            to={one.to}
            onClick={onClose}
            className="flex min-h-14 items-start gap-3 px-5 py-2.5 no-underline hover:bg-line/40"
          >
            <Avatar name={one.name} side={one.side} />
            <span className="flex min-w-0 flex-1 flex-col text-15 text-ink">
              <span>
                <span className="font-medium">{one.name}</span> {one.words}
              </span>
              <span className="text-13 text-muted">
                {one.title && `${one.title} · `}
                <Moment at={one.at}>{since(one.at)}</Moment>
              </span>
            </span>
          </Link>
        </li>
      ))}
    </ol>
  );
}
