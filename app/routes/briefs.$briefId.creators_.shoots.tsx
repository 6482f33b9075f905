// Shoot days of a brief: where and when, and who has picked which time.
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { Camera } from 'lucide-react';
import { z } from 'zod';
import { answer, formFields } from '#app/components/brief-answer.ts';
import { PlanShoot, ShootDayCard } from '#app/components/shoot-brand.tsx';
import { EmptyState, Page, PageHeader } from '#app/components/surface.tsx';
import { useWords } from '#app/components/words.tsx';
import { useLive } from '#app/live.tsx';
import { unwrap } from '#app/unwrap.ts';
import { fail } from '#shared/result.ts';
import { deal as words } from '#shared/words/deal.ts';

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  return unwrap(await context.views.shootsPage({ briefId: params['briefId'] ?? '' }), request);
}

const form = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('plan-shoot'),
    place: z.string(),
    note: z.string(),
    day: z.string(),
    from: z.string(),
    to: z.string(),
    minutes: z.string(),
  }),
  z.object({ intent: z.literal('cancel-shoot'), dayId: z.string() }),
]);

export async function action({ request, params, context }: ActionFunctionArgs) {
  const briefId = params['briefId'] ?? '';
  const input = form.safeParse(await formFields(request));
  if (!input.success) return answer('unknown', fail('bad-input'));
  const { commands } = context;
  const { intent } = input.data;
  switch (input.data.intent) {
    case 'plan-shoot':
      return answer(intent, await commands.planShoot({ ...input.data, briefId }));
    case 'cancel-shoot':
      return answer(intent, await commands.cancelShoot({ ...input.data, briefId }));
  }
}

export default function Shoots() {
  const w = useWords(words);
  const { briefId, days, may, timeZone } = useLoaderData<typeof loader>();
  useLive([`brief:${briefId}`, `shoot:${briefId}`]);
  return (
    <Page wide>
      <Link
        to={`/briefs/${briefId}/creators`}
        className="inline-flex min-h-11 items-center text-15"
      >
        {w.backCreators}
      </Link>
      <PageHeader
        title={w.shootDays}
        intro={w.shootIntro}
        action={may.write && <PlanShoot timeZone={timeZone} />}
      />
      {days.length === 0 ? (
        <EmptyState icon={<Camera className="size-6" />} title={w.noShoots}>
          {may.write && <p>{w.noShootsHint}</p>}
        </EmptyState>
      ) : (
        <ul className="flex flex-col gap-4">
          {days.map((day) => (
            <ShootDayCard key={day.id} {...{ day, timeZone, mayCancel: may.write }} />
          ))}
        </ul>
      )}
    </Page>
  );
}
