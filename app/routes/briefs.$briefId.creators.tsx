import type { ActionFunctionArgs, AppLoadContext, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Users } from 'lucide-react';
import { answer, formFields } from '#app/components/brief-answer.ts';
import { InviteCreator, type InviteCreatorProps } from '#app/components/brief-invite.tsx';
import { ButtonLink } from '#app/components/button.tsx';
import { InviteList } from '#app/components/invite-list.tsx';
import { AskAgain } from '#app/components/last-time.tsx';
import { EmptyState, Page, PageHeader } from '#app/components/surface.tsx';
import { useWords } from '#app/components/words.tsx';
import { useLive } from '#app/live.tsx';
import { unwrap } from '#app/unwrap.ts';
import { fail, ok } from '#shared/result.ts';
import { brief } from '#shared/words/brief.ts';
import { deal } from '#shared/words/deal.ts';
import { fit } from '#shared/words/fit.ts';
import { invite } from '#shared/words/invite.ts';

/** Invitation links pass through here: no cache keeps them. */
export const headers = () => ({ 'Cache-Control': 'no-store' });

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const briefId = params['briefId'] ?? '';
  return unwrap(await context.views.creatorsPage({ briefId }), request);
}

type Commands = AppLoadContext['commands'];
type Invitation = Parameters<Commands['inviteCreator']>[0];
type Replacement = Parameters<Commands['replaceCreator']>[0];

/** The commands check every field themselves: what comes from a form is only text until then. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { intent, ...given } = await formFields(request);
  const briefId = params['briefId'] ?? '';
  const whom = { briefId, userId: String(given['userId']) };
  const { commands } = context;
  switch (intent) {
    case 'invite-creator': {
      const fields = { ...given, briefId, userId: given['userId'] || undefined };
      const made = await commands.inviteCreator(fields as unknown as Invitation);
      const named = made.ok ? ok({ link: made.value.link, name: String(given['name']) }) : made;
      return answer(intent, named);
    }
    case 'nudge-invitations':
      return answer(
        intent,
        await commands.nudgeInvitations({ briefId, userIds: String(given['userIds']).split(' ') }),
      );
    case 'replace-creator': {
      const by = { userId: String(given['before']), byUserId: given['userId'] || undefined };
      const fields = { ...given, briefId, ...by } as unknown as Replacement;
      return answer(intent, await commands.replaceCreator(fields));
    }
    case 'copy-invitation':
      return answer(intent, await commands.copyInvitation(whom));
    case 'revoke-link':
      return answer(intent, await commands.revokeCreatorInvitation(whom));
    case 'remove-creator':
      return answer(intent, await commands.removeCreator(whom));
    case 'ask-again':
      return answer(intent, await commands.askCreatorAgain(whom));
    case 'answer-question':
      return answer(
        intent,
        await commands.answerQuestion({ ...whom, text: String(given['text'] ?? '') }),
      );
    default:
      return answer('unknown', fail('bad-input'));
  }
}

function Inviting({ briefId, ...props }: { briefId: string } & InviteCreatorProps) {
  const w = useWords(invite);
  return (
    <>
      <ButtonLink to={`/briefs/${briefId}/creators/invite`}>{w.several}</ButtonLink>
      <InviteCreator {...props} />
    </>
  );
}

export default function Creators() {
  const w = useWords(brief);
  const { shootDays } = useWords(deal);
  const { compareLink } = useWords(fit);
  const { briefId, brandName, creators, known, newest, may, offered } =
    useLoaderData<typeof loader>();
  useLive([`brief:${briefId}`, `guidelines:${briefId}`]);
  return (
    <Page wide>
      <PageHeader
        title={w.creators}
        action={
          <div className="flex flex-wrap gap-3">
            {creators.length > 0 && (
              <ButtonLink to={`/briefs/${briefId}/creators/fit`}>{compareLink}</ButtonLink>
            )}
            <ButtonLink to={`/briefs/${briefId}/creators/shoots`}>{shootDays}</ButtonLink>
            {may.invite && <Inviting {...{ briefId, known, offered }} />}
          </div>
        }
      />
      {creators.length === 0 ? (
        <EmptyState icon={<Users className="size-6" />} title={w.noCreators}>
          <p>{w.noCreatorsHint}</p>
        </EmptyState>
      ) : (
        <InviteList {...{ briefId, brandName, newest, creators, known }} mayInvite={may.invite} />
      )}
      <div className="mt-8 empty:hidden">
        <AskAgain briefId={briefId} />
      </div>
    </Page>
  );
}
