// The frame of a signed-in page: a way home, a way past it by keyboard, and the person's own menu.
import { Link } from '@remix-run/react';
import { DropdownMenu } from 'radix-ui';
import type { ReactNode } from 'react';
import type { Actor } from '#shared/roles.ts';
import { common } from '#shared/words/common.ts';
import { Bell } from './bell.tsx';
import { Avatar } from './people.tsx';
import { useSignOut } from './sign-out.tsx';
import { useWords } from './words.tsx';

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
  topBar,
  children,
}: {
  actor: Actor | null;
  unread: number;
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
              <Bell userId={actor.userId} unread={unread} />
              <AccountMenu actor={actor} />
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

const item =
  'flex min-h-11 w-full cursor-pointer items-center rounded-lg px-3 text-15 text-ink no-underline outline-none data-[highlighted]:bg-line/60';

export function AccountMenu({ actor }: { actor: Actor }) {
  const words = useWords(common);
  const { signOut, warning } = useSignOut(actor.userId);
  const pages = [
    ...(actor.kind === 'creator' ? [['/me', words.myPage]] : []),
    ['/me/settings', words.mySettings],
    ['/me/devices', words.myDevices],
    ...(actor.kind === 'brand'
      ? [
          ['/settings/people', words.people],
          ['/settings/outbox', words.outbox],
          ['/settings/tokens', words.tokens],
        ]
      : []),
  ] as [string, string][];
  return (
    <>
      {warning}
      <DropdownMenu.Root modal={false}>
        <DropdownMenu.Trigger
          className="inline-flex size-11 items-center justify-center rounded-xl md:size-10"
          aria-label={`${words.account}: ${actor.name}`}
        >
          <Avatar name={actor.name} side={actor.kind} />
        </DropdownMenu.Trigger>
        <DropdownMenu.Portal>
          <DropdownMenu.Content
            align="end"
            sideOffset={6}
            className="z-50 min-w-56 rounded-2xl border border-line bg-raised p-1.5 shadow-xl"
          >
            <DropdownMenu.Label className="px-3 py-2 text-13 text-muted">
              {actor.name}
            </DropdownMenu.Label>
            {pages.map(([to, name]) => (
              <DropdownMenu.Item key={to} asChild>
                <Link to={to} className={item}>
                  {name}
                </Link>
              </DropdownMenu.Item>
            ))}
            <DropdownMenu.Separator className="my-1 h-px bg-line" />
            <DropdownMenu.Item className={item} onSelect={signOut}>
              {words.signOut}
            </DropdownMenu.Item>
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      </DropdownMenu.Root>
    </>
  );
}
