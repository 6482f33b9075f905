import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Page } from '#app/components/surface.tsx';
import { useLive } from '#app/live.tsx';
import { PlanPage } from '#app/plan/plan-page.tsx';
import { unwrap } from '#app/unwrap.ts';

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const briefId = params['briefId'] ?? '';
  return unwrap(await context.views.planPage({ briefId }), request);
}

export default function Plan() {
  const page = useLoaderData<typeof loader>();
  useLive([`brief:${page.briefId}`]);
  return (
    <Page wide>
      <PlanPage {...page} />
    </Page>
  );
}
