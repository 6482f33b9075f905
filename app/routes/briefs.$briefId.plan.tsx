import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { answer, formFields } from '#app/components/brief-answer.ts';
import { Page } from '#app/components/surface.tsx';
import { useLive } from '#app/live.tsx';
import { PlanPage } from '#app/plan/plan-page.tsx';
import { unwrap } from '#app/unwrap.ts';
import { fail } from '#shared/result.ts';

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const briefId = params['briefId'] ?? '';
  return unwrap(await context.views.planPage({ briefId }), request);
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { intent, seen } = await formFields(request);
  if (intent !== 'make-posts') return answer('unknown', fail('bad-input'));
  const briefId = params['briefId'] ?? '';
  return answer(intent, await context.commands.makePlannedPosts({ briefId, seen: String(seen) }));
}

export default function Plan() {
  const page = useLoaderData<typeof loader>();
  useLive([`brief:${page.briefId}`, `roster:${page.workspaceId}`]);
  return (
    <Page wide>
      <PlanPage {...page} />
    </Page>
  );
}
