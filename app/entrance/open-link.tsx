// A link that still works: who it is from, what pressing does, and one button.
import { Form } from '@remix-run/react';
import { useWords } from '#app/components/words.tsx';
import type { LinkPage } from '#server/auth/links.ts';

import { auth } from '#shared/words/auth.ts';
import { AccountFields } from './account-fields.tsx';
import { Door } from './door.tsx';
import { Button } from '#app/components/button.tsx';
import { Problem } from '#app/components/field.tsx';
import { problemWords, type Said } from './problems.ts';

type OpenPage = Extract<LinkPage, { state: 'open' }>;

export interface OpenLinkProps {
  page: OpenPage;
  problem: Said | undefined;
  typed: { name: string; email: string } | undefined;
}

export function OpenLink(props: OpenLinkProps) {
  return props.page.purpose === 'invite-member' ? <Join {...props} /> : <Open {...props} />;
}

/** In the language of the person it is for, whoever's phone shows it first. */
function Open({ page, problem }: OpenLinkProps) {
  const w = auth[page.locale];
  const name = page.name ?? '';
  const invites = page.purpose === 'invite-creator' || page.purpose === 'reinvite-creator';
  const title = invites ? w.linkInviteHello({ name }) : linkTitle(page, name);
  const intro = invites
    ? w.linkInvite({ from: page.from ?? 'Cobrief' })
    : page.purpose === 'demo'
      ? w.linkDemoIntro
      : w.linkSignInIntro;
  return (
    <Door title={title} intro={intro} lang={page.locale}>
      {invites && <p className="text-17 leading-relaxed text-ink">{w.linkYours}</p>}
      {problem && <Problem>{problemWords(w, problem)}</Problem>}
      {page.switchesFrom && (
        <p className="rounded-xl border border-line px-3 py-2.5 text-15 text-ink">
          {w.switches({ from: page.switchesFrom, to: name })}
        </p>
      )}
      <Form method="post">
        <Button
          type="submit"
          className="w-full"
          look={invites ? 'creator' : 'brand'}
          name="intent"
          value="open"
        >
          {invites ? w.openBrief : w.goOn}
        </Button>
      </Form>
    </Door>
  );
}

function linkTitle({ locale, purpose }: OpenPage, name: string): string {
  return purpose === 'demo' ? auth[locale].linkDemo({ name }) : auth[locale].linkSignIn({ name });
}

function Join({ page, problem, typed }: OpenLinkProps) {
  const w = useWords(auth);
  return (
    <Door title={w.joinTitle({ from: page.from ?? 'Cobrief' })} intro={w.joinIntro}>
      {problem && !problem.field && <Problem>{problemWords(w, problem)}</Problem>}
      {page.joinsAs && (
        <>
          <Form method="post">
            <Button type="submit" className="w-full" look="brand" name="intent" value="join-as-me">
              {w.joinAs({ name: page.joinsAs })}
            </Button>
          </Form>
          <p className="text-15 text-muted">{w.joinOther}</p>
        </>
      )}
      <Form method="post" noValidate className="flex flex-col gap-4">
        <AccountFields problem={problem} typed={typed} />
        <Button
          type="submit"
          className="w-full"
          look={page.joinsAs ? 'quiet' : 'brand'}
          name="intent"
          value="join"
        >
          {w.join}
        </Button>
      </Form>
    </Door>
  );
}
