// The frame of a signed-in page: a way home, a way past it by keyboard, and the person's own menu.
import { Link, NavLink } from '@remix-run/react';
import { type ReactNode, Suspense, useState } from 'react';
import type { Actor } from '#shared/roles.ts';
import { common } from '#shared/words/common.ts';
import { Bell } from './bell.tsx';
import { later } from './later.tsx';
import { Avatar } from './people.tsx';
import { useWords } from './words.tsx';

const AccountMenu = later(() => import('./account-menu.tsx'));

/** The house's sign: the two sides, touching. */
export function Mark() {
  return (
    <svg viewBox="0 0 30 18" className="h-4.5 w-7.5 shrink-0" aria-hidden="true">
      <rect x="1" y="2" width="14" height="14" rx="4" className="fill-brand" />
      <circle cx="22" cy="9" r="7" className="fill-creator" />
    </svg>
  );
}

export function SkipLink() {
  const words = useWords(common);
  return (
    <a
      href="#main"
      className="sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50 focus:rounded-xl focus:bg-raised focus:px-4 focus:py-2"
    >
      {words.skip}
    </a>
  );
}

export function Shell({
  actor,
  unread,
  hasRoster,
  topBar,
  children,
}: {
  actor: Actor | null;
  unread: number;
  /** Belongs to a workspace, which has a list of creators. */
  hasRoster: boolean;
  topBar: boolean;
  children: ReactNode;
}) {
  const words = useWords(common);
  return (
    <>
      <SkipLink />
      {topBar && (
        <header className="sticky top-0 z-30 flex h-12 items-center justify-between gap-4 border-b border-line bg-paper px-4 md:px-6">
          <Link
            to="/"
            className="flex min-h-11 items-center gap-2 text-15 font-semibold text-ink no-underline"
            aria-label={`${words.product}: ${words.home}`}
          >
            <Mark />
            {words.product}
          </Link>
          {actor ? (
            <span className="flex items-center gap-1">
              {hasRoster && (
                <NavLink
                  to="/creators"
                  className="inline-flex min-h-11 items-center rounded-xl px-2 text-15 font-medium text-ink no-underline hover:underline aria-[current=page]:font-semibold aria-[current=page]:underline md:px-3"
                >
                  {words.creators}
                </NavLink>
              )}
              <Bell userId={actor.userId} unread={unread} />
              <Account actor={actor} />
            </span>
          ) : (
            <Link to="/sign-in">{words.signIn}</Link>
          )}
        </header>
      )}
      {children}
    </>
  );
}

/** The menu itself is fetched when it is first opened. */
function Account({ actor }: { actor: Actor }) {
  const words = useWords(common);
  const [isWanted, setWanted] = useState(false);
  const button = (
    <button
      type="button"
      aria-haspopup="menu"
      aria-label={`${words.account}: ${actor.name}`}
      className="inline-flex size-11 items-center justify-center rounded-xl md:size-10"
      onClick={() => setWanted(true)}
    >
      <Avatar name={actor.name} side={actor.kind} />
    </button>
  );
  if (!isWanted) return button;
  return (
    <Suspense fallback={button}>
      <AccountMenu actor={actor}>{button}</AccountMenu>
    </Suspense>
  );
}
