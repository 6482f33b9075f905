import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { useWords } from '#app/components/words.tsx';
import { Section, SettingsPage } from '#app/entrance/door.tsx';
import { Problem } from '#app/components/field.tsx';
import { HandedLink } from '#app/entrance/handed-link.tsx';
import { Invitations, InviteForm, Members } from '#app/entrance/members.tsx';
import { problemWords } from '#app/entrance/problems.ts';
import { fieldsOf } from '#app/entrance/through.ts';
import { useLive } from '#app/live.tsx';
import { unwrap } from '#app/unwrap.ts';
import { errorTable, type Problem as Trouble } from '#shared/errors.ts';
import { auth } from '#shared/words/auth.ts';

export const headers = () => ({ 'Cache-Control': 'no-store' });

export async function loader({ request, context }: LoaderFunctionArgs) {
  return unwrap(await context.views.people({}), request);
}

const workspaceId = z.string();
const role = z.enum(['owner', 'manager', 'viewer']);
const form = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('invite'), workspaceId, role }),
  z.object({ intent: z.literal('take-back'), workspaceId, linkId: z.string() }),
  z.object({ intent: z.literal('role'), workspaceId, userId: z.string(), role }),
  z.object({ intent: z.literal('remove'), workspaceId, userId: z.string() }),
]);

export async function action({ request, context }: ActionFunctionArgs) {
  const input = form.safeParse(await fieldsOf(request));
  if (!input.success) return refused({ code: 'bad-input' });
  const { commands } = context;
  switch (input.data.intent) {
    case 'invite': {
      const made = await commands.inviteMember(input.data);
      return made.ok ? data({ problem: null, link: made.value }, 200) : refused(made.error);
    }
    case 'take-back':
      return answer(await commands.revokeInvitation(input.data));
    case 'role':
      return answer(await commands.setMemberRole(input.data));
    case 'remove':
      return answer(await commands.removeMember(input.data));
  }
}

const refused = (problem: Trouble) =>
  data({ problem, link: null }, errorTable[problem.code].status);

const answer = (result: { ok: true } | { ok: false; error: Trouble }) =>
  result.ok ? data({ problem: null, link: null }, 200) : refused(result.error);

export default function People() {
  const w = useWords(auth);
  const page = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  useLive([`workspace:${page.workspace.id}`]);
  return (
    <SettingsPage title={w.peopleTitle} intro={w.peopleIntro({ workspace: page.workspace.name })}>
      {answered?.problem && <Problem>{problemWords(w, answered.problem)}</Problem>}
      <Members {...page} workspaceId={page.workspace.id} />
      {page.canManage && (
        <Section title={w.inviteTitle}>
          <InviteForm workspaceId={page.workspace.id} />
          {answered?.link && <HandedLink {...answered.link} />}
        </Section>
      )}
      {page.canManage && (
        <Section title={w.waiting}>
          <Invitations {...page} workspaceId={page.workspace.id} />
        </Section>
      )}
    </SettingsPage>
  );
}
