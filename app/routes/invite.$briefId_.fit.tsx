// A creator says how well they fit and, if they like, how they come across: the same questions, their own
// marks, and of the brand's only how it describes itself.
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { Form, Link, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { answer, formFields, startingWith } from '#app/components/brief-answer.ts';
import { Button } from '#app/components/button.tsx';
import { OwnPersonality } from '#app/components/fit-own-personality.tsx';
import { FitPictures } from '#app/components/fit-pictures.tsx';
import { Rating } from '#app/components/fit-rate.tsx';
import { Page } from '#app/components/surface.tsx';
import { useWords } from '#app/components/words.tsx';
import { Done } from '#app/entrance/done.tsx';
import { useLive } from '#app/live.tsx';
import { unwrap } from '#app/unwrap.ts';
import { inOrder } from '#shared/fit.ts';
import { fail } from '#shared/result.ts';
import { fit } from '#shared/words/fit.ts';

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  return unwrap(await context.views.ownFit({ briefId: params['briefId'] ?? '' }), request);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.brandName ?? ''} · Cobrief` },
];

const form = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('mark-fit'),
    rowId: z.string(),
    next: z.string().max(64),
    score: z.string().default(''),
    evidence: z.string(),
    note: z.string(),
  }),
  z.object({ intent: z.literal('finish-fit') }),
  z.looseObject({ intent: z.literal('describe-fit') }),
]);

export async function action({ request, params, context }: ActionFunctionArgs) {
  const briefId = params['briefId'] ?? '';
  const fields = await formFields(request);
  const input = form.safeParse(fields);
  if (!input.success) return answer('unknown', fail('bad-input'));
  const { commands } = context;
  // They rate themselves, whoever the form says.
  const of = { briefId, userId: context.actor?.userId ?? '' };
  const { intent } = input.data;
  switch (input.data.intent) {
    case 'mark-fit': {
      const marked = await commands.markFit({ ...input.data, ...of });
      if (!marked.ok) return answer(intent, marked);
      return redirect(`/invite/${briefId}/fit?row=${encodeURIComponent(input.data.next)}`);
    }
    case 'finish-fit': {
      const finished = await commands.finishFit(of);
      if (!finished.ok) return answer(intent, finished);
      return redirect(`/invite/${briefId}/fit?row=end`);
    }
    case 'describe-fit': {
      const facets = startingWith(fields, 'creator');
      return answer(intent, await commands.describePersonality({ ...of, of: 'creator', facets }));
    }
  }
}

export default function OwnFit() {
  const w = useWords(fit);
  const page = useLoaderData<typeof loader>();
  const { briefId, brandName, title, rows, marks, isDone, timeZone } = page;
  const isEmpty = marks.length === 0 && Object.keys(page.personality.self).length === 0;
  useLive([`fit:${briefId}`, `guidelines:${briefId}`]);
  return (
    <Page wide>
      <header className="mb-6 flex max-w-prose flex-col gap-2">
        <Link to={`/invite/${briefId}`} className="inline-flex min-h-11 items-center text-15">
          {w.backInvite}
        </Link>
        <h1 className="text-28">{w.ownTitle}</h1>
        <p className="text-15 break-words text-muted">
          {brandName} · {title}
        </p>
        <p className="text-17 text-ink">{w.ownIntro({ brand: brandName })}</p>
        <p className="text-15 text-muted">{w.ownPrivate({ brand: brandName })}</p>
      </header>
      {isDone && <Done>{w.ownDoneSaid({ brand: brandName })}</Done>}
      <div className="mt-6">
        <Rating
          side="creator"
          rows={inOrder(rows)}
          {...{ marks, timeZone }}
          evidence={page.evidence}
          end={<End open={rows.length - marks.length} {...{ isDone, isEmpty }} />}
        />
      </div>
      <div className="mt-8">
        <FitPictures {...page} name={null} />
      </div>
      <OwnPersonality {...page.personality} {...{ brandName, isDone }} hidden={page.hiddenFacets} />
    </Page>
  );
}

function End({ open, isDone, isEmpty }: { open: number; isDone: boolean; isEmpty: boolean }) {
  const w = useWords(fit);
  return (
    <>
      {open > 0 && <p className="text-15 text-ink">{w.doneSome({ n: open })}</p>}
      {!isDone && !isEmpty && (
        <Form method="post">
          <Button
            type="submit"
            name="intent"
            value="finish-fit"
            look="creator"
            className="whitespace-normal"
          >
            {w.ownDone}
          </Button>
        </Form>
      )}
    </>
  );
}
