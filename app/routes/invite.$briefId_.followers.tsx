// A creator compares their followers with the other creators' of a brief. The list is read and
// scrambled on this device; what leaves it are hashes.
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { type Answer, answer, formFields } from '#app/components/brief-answer.ts';
import { Button } from '#app/components/button.tsx';
import { Problem } from '#app/components/field.tsx';
import { FollowersForm } from '#app/components/followers-form.tsx';
import { Card, EmptyState, Page } from '#app/components/surface.tsx';
import { useFormat, useWords } from '#app/components/words.tsx';
import { Done } from '#app/entrance/done.tsx';
import { useLive } from '#app/live.tsx';
import { unwrap } from '#app/unwrap.ts';
import { fail } from '#shared/result.ts';
import { overlap as words } from '#shared/words/overlap.ts';

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  return unwrap(await context.views.ownOverlap({ briefId: params['briefId'] ?? '' }), request);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.brandName ?? ''} · Cobrief` },
];

const form = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('send-followers'), roundId: z.string(), hashes: z.string() }),
  z.object({ intent: z.literal('take-back') }),
]);

export async function action({ request, params, context }: ActionFunctionArgs) {
  const briefId = params['briefId'] ?? '';
  const input = form.safeParse(await formFields(request));
  if (!input.success) return answer('unknown', fail('bad-input'));
  const { commands } = context;
  const { intent } = input.data;
  switch (input.data.intent) {
    case 'send-followers':
      return answer(intent, await commands.sendFollowers({ ...input.data, briefId }));
    case 'take-back':
      return answer(intent, await commands.takeBackFollowers({ briefId }));
  }
}

export default function OwnFollowers() {
  const w = useWords(words);
  const page = useLoaderData<typeof loader>();
  const given = useActionData<Answer>();
  useLive([`brief:${page.briefId}`, `person:${page.userId}`]);
  const wasTakenBack = given?.intent === 'take-back' && given.problem === null;
  return (
    <Page>
      <div className="mx-auto flex max-w-xl flex-col gap-6">
        <header>
          <Link
            to={`/invite/${page.briefId}`}
            className="inline-flex min-h-11 items-center text-15"
          >
            {w.backInvite}
          </Link>
          <h1 className="text-28">{w.ownTitle}</h1>
          <p className="text-17 break-words text-muted">
            {page.brandName} · {page.title}
          </p>
        </header>
        {given?.problem && (
          <Problem>{given.problem.code === 'not-now' ? w.gone : w.failed}</Problem>
        )}
        {wasTakenBack && page.sentAt === null && <Done>{w.tookBack}</Done>}
        {page.round ? <Asked page={page} round={page.round} /> : <NotAsked />}
        {(page.sentAt !== null || page.isCounted) && <TakeBack page={page} />}
      </div>
    </Page>
  );
}

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

function Asked({ page, round }: { page: Loaded; round: NonNullable<Loaded['round']> }) {
  const w = useWords(words);
  const format = useFormat();
  const { brandName } = page;
  return (
    <>
      <div className="flex flex-col gap-3 text-17 text-ink">
        <p>{w.ownIntro({ brand: brandName })}</p>
        <ul className="flex list-disc flex-col gap-2 pl-5">
          <li>{w.stays}</li>
          <li>{w.learns}</li>
          <li>{w.voluntary}</li>
        </ul>
        <p className="text-15 text-muted">{w.curious}</p>
      </div>
      {page.sentAt !== null && <Done>{w.sentOwn({ when: format.relative(page.sentAt) })}</Done>}
      <FollowersForm
        key={page.sentAt}
        round={round}
        brandName={brandName}
        isSent={page.sentAt !== null}
      />
      <p className="text-13 text-muted">
        {w.openUntil({ day: format.date(round.endsAt, page.timeZone) })}
      </p>
    </>
  );
}

function NotAsked() {
  const w = useWords(words);
  return (
    <EmptyState title={w.notAsked}>
      <p>{w.notAskedHint}</p>
    </EmptyState>
  );
}

function TakeBack({ page }: { page: Loaded }) {
  const w = useWords(words);
  return (
    <Card>
      {page.sentAt === null && <p className="mb-2 text-15 text-ink">{w.isCounted}</p>}
      <Form method="post" className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <Button type="submit" name="intent" value="take-back">
          {w.takeBack}
        </Button>
        <span className="text-13 text-muted">{w.takeBackHint}</span>
      </Form>
    </Card>
  );
}
