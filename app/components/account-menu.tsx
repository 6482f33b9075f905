// The person's own menu: their pages, and the way out.
import { Link } from '@remix-run/react';
import { DropdownMenu } from 'radix-ui';
import type { ReactNode } from 'react';
import type { Actor } from '#shared/roles.ts';
import { common } from '#shared/words/common.ts';
import { useSignOut } from './sign-out.tsx';
import { useWords } from './words.tsx';

const item =
  'flex min-h-11 w-full cursor-pointer items-center rounded-lg px-3 text-15 text-ink no-underline outline-none data-[highlighted]:bg-line/60';

/** `children`: the button that opens it. */
export default function AccountMenu({ actor, children }: { actor: Actor; children: ReactNode }) {
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
      <DropdownMenu.Root modal={false} defaultOpen>
        <DropdownMenu.Trigger asChild>{children}</DropdownMenu.Trigger>
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
