// A link that lets nobody in any more: why, and the way out.
import { Form, Link } from '@remix-run/react';
import { useWords } from '#app/components/words.tsx';
import type { LinkPage } from '#server/auth/links.ts';
import { auth } from '#shared/words/auth.ts';
import { Door } from './door.tsx';
import { Button, ButtonLink } from '#app/components/button.tsx';
import { Problem } from '#app/components/field.tsx';
import { Done } from './done.tsx';

export type DeadPage = Extract<LinkPage, { state: 'dead' }>;

export interface DeadLinkProps {
  page: DeadPage;
  /** Who has been asked for a new link just now. */
  asked?: string | undefined;
  problem?: string | undefined;
}

export function DeadLink({ page, asked, problem }: DeadLinkProps) {
  const w = useWords(auth);
  const words = {
    'link-used': { title: w.linkUsedTitle, intro: w.linkUsed },
    'link-expired': { title: w.linkExpiredTitle, intro: w.linkExpired },
    'link-revoked': { title: w.linkRevokedTitle, intro: w.linkRevoked },
    'link-unknown': { title: w.linkUnknownTitle, intro: w.linkUnknown },
  }[page.code];
  return (
    <Door {...words}>
      {problem && <Problem>{problem}</Problem>}
      {page.to && (
        <div className="flex flex-col gap-3">
          <p className="text-15 text-muted">{w.stillSignedIn}</p>
          <ButtonLink look="creator" to={page.to}>
            {w.goOn}
          </ButtonLink>
        </div>
      )}
      {asked && <Done>{w.asked({ name: asked })}</Done>}
      {page.ask && !page.to && !asked && (
        <Form method="post">
          <Button type="submit" className="w-full" look="creator" name="intent" value="ask">
            {w.askForLink({ name: page.ask })}
          </Button>
        </Form>
      )}
      {!page.to && (
        <p className="flex flex-wrap gap-x-5 gap-y-3 text-15 text-muted">
          <span className="w-full">{w.otherWays}</span>
          <Link className="font-medium text-ink underline" to="/device">
            {w.haveDigits}
          </Link>
          <Link className="font-medium text-ink underline" to="/sign-in">
            {w.signIn}
          </Link>
        </p>
      )}
    </Door>
  );
}
