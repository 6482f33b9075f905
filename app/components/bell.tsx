// The bell: how much is unread, live, and the drawer under it, which is fetched when first opened.
import { useFetcher } from '@remix-run/react';
import { Bell as BellIcon } from 'lucide-react';
import { lazy, Suspense, useEffect, useState } from 'react';
import { ask } from '#app/asking.ts';
import { useHear } from '#app/live.tsx';
import type { Inbox } from '#app/routes/inbox.tsx';
import { common } from '#shared/words/common.ts';
import { IconButton } from './button.tsx';
import { useWords } from './words.tsx';

const Drawer = lazy(() => import('./inbox-drawer.tsx'));
const page = '/inbox';
const mostShown = 99;

export function Bell({ userId, unread: atLoad }: { userId: string; unread: number }) {
  const w = useWords(common);
  const [inbox, setInbox] = useState<Inbox | null>(null);
  const reading = useFetcher();
  const isRead = reading.state === 'idle' && reading.data !== undefined;
  const [open, setOpen] = useState(false);
  const load = () => void ask<Inbox>(page).then((answer) => answer && setInbox(answer));
  useHear(`inbox:${userId}`, load);
  useEffect(() => {
    if (isRead) void ask<Inbox>(page).then((answer) => answer && setInbox(answer));
  }, [isRead]);
  const unread = inbox?.unread ?? atLoad;

  function show() {
    load();
    setOpen(true);
  }

  const read = (what: { id: string } | { all: string }) =>
    reading.submit(what, { method: 'post', action: page });

  return (
    <>
      <IconButton
        label={unread > 0 ? w.bellUnread({ count: unread }) : w.bell}
        aria-haspopup="dialog"
        aria-expanded={open}
        className="relative"
        onClick={show}
      >
        <BellIcon className="size-5" aria-hidden="true" />
        {unread > 0 && (
          <span
            aria-hidden="true"
            className="absolute top-1 right-0.5 min-w-4.5 rounded-full bg-ink px-1 text-center text-[0.6875rem] leading-4.5 font-semibold text-paper"
          >
            {Math.min(unread, mostShown)}
          </span>
        )}
      </IconButton>
      {open && (
        <Suspense fallback={null}>
          <Drawer inbox={inbox} onRead={read} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
