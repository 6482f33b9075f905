import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { NavLink, Outlet, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { answer, formFields } from '#app/components/brief-answer.ts';
import { EditBrief } from '#app/components/brief-edit.tsx';
import { BriefMore } from '#app/components/brief-more.tsx';
import { BriefPeople } from '#app/components/brief-people.tsx';
import { WhoIsHere } from '#app/components/who-is-here.tsx';
import { useWords } from '#app/components/words.tsx';
import { useLive } from '#app/live.tsx';
import { unwrap } from '#app/unwrap.ts';
import { fail } from '#shared/result.ts';
import { brief as briefWords } from '#shared/words/brief.ts';
import { plan } from '#shared/words/plan.ts';

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const briefId = params['briefId'] ?? '';
  const page = await context.views.briefPage({ briefId });
  // A creator who was sent this address has a page of their own for it.
  if (!page.ok && context.actor?.kind === 'creator') throw redirect(`/invite/${briefId}`);
  const here = unwrap(await context.views.hereInBrief({ briefId }), request);
  return { ...unwrap(page, request), here };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.brief.title ?? ''} · Cobrief` },
];

const role = z.enum(['lead', 'colleague', 'reviewer']);
const form = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('edit-brief'),
    title: z.string(),
    brandName: z.string(),
    product: z.string(),
    place: z.string(),
    needsClearance: z.literal('on').optional(),
  }),
  z.object({ intent: z.literal('add-person'), userId: z.string(), role }),
  z.object({ intent: z.literal('set-role'), userId: z.string(), role }),
  z.object({ intent: z.literal('remove-person'), userId: z.string() }),
  z.object({ intent: z.literal('invite-person'), role }),
]);

export async function action({ request, params, context }: ActionFunctionArgs) {
  const briefId = params['briefId'] ?? '';
  const input = form.safeParse(await formFields(request));
  if (!input.success) return answer('unknown', fail('bad-input'));
  const { intent } = input.data;
  const { commands } = context;
  switch (input.data.intent) {
    case 'edit-brief': {
      const needsClearance = input.data.needsClearance === 'on';
      return answer(intent, await commands.editBrief({ ...input.data, briefId, needsClearance }));
    }
    case 'add-person':
      return answer(intent, await commands.addBriefPerson({ ...input.data, briefId }));
    case 'set-role':
      return answer(intent, await commands.setBriefPersonRole({ ...input.data, briefId }));
    case 'remove-person':
      return answer(intent, await commands.removeBriefPerson({ ...input.data, briefId }));
    case 'invite-person':
      return answer(intent, await commands.inviteMember({ briefId, role: input.data.role }));
  }
}

export default function BriefFrame() {
  const w = useWords(briefWords);
  const planWords = useWords(plan);
  const { brief, people, addable, may, here, places } = useLoaderData<typeof loader>();
  useLive([`brief:${brief.id}`, `guidelines:${brief.id}`]);
  return (
    <>
      <section aria-label={brief.title} className="border-b border-line px-4 pt-5 md:px-6">
        <div className="mx-auto flex w-full max-w-7xl flex-wrap items-center justify-between gap-x-4 gap-y-3">
          <div className="min-w-0">
            <p className="truncate text-13 text-muted">
              {brief.brandName}
              {brief.product && ` · ${brief.product}`}
            </p>
            <h1 className="text-22 font-semibold break-words text-ink">{brief.title}</h1>
          </div>
          <div className="flex items-center gap-1">
            <BriefPeople
              {...{ briefId: brief.id, people, addable, mayChange: may.people }}
              needsClearance={brief.needsClearance}
            />
            {may.edit && <EditBrief brief={brief} places={places} />}
            <BriefMore briefId={brief.id} may={may} />
          </div>
        </div>
        <div className="mx-auto mt-3 flex w-full max-w-7xl flex-wrap-reverse items-center justify-between gap-x-6">
          <nav aria-label={w.tabs} className="flex gap-5 overflow-x-auto">
            <Tab to="guidelines">{w.guidelines}</Tab>
            <Tab to="posts">{w.posts}</Tab>
            <Tab to="creators">{w.creators}</Tab>
            {may.plan && <Tab to="plan">{planWords.tab}</Tab>}
          </nav>
          <WhoIsHere briefId={brief.id} first={here} />
        </div>
      </section>
      <Outlet />
    </>
  );
}

function Tab({ to, children }: { to: string; children: string }) {
  return (
    <NavLink
      to={to}
      prefetch="intent"
      className="flex min-h-11 items-center border-b-2 border-transparent text-15 font-medium whitespace-nowrap text-muted no-underline hover:text-ink aria-[current=page]:border-brand aria-[current=page]:text-ink"
    >
      {children}
    </NavLink>
  );
}
