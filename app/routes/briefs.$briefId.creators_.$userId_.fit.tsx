// How well one creator and the brand go together, on the brand's side: rated alone, question by
// question, then read together.
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Form, Link, useLoaderData, useSearchParams } from '@remix-run/react';
import { z } from 'zod';
import { answer, formFields, startingWith } from '#app/components/brief-answer.ts';
import { Button, ButtonLink } from '#app/components/button.tsx';
import { Personality } from '#app/components/fit-personality.tsx';
import { FitPictures } from '#app/components/fit-pictures.tsx';
import { Rating } from '#app/components/fit-rate.tsx';
import { FitResults } from '#app/components/fit-results.tsx';
import { SheetEditor } from '#app/components/fit-sheet.tsx';
import { Person } from '#app/components/people.tsx';
import { EmptyState, Page } from '#app/components/surface.tsx';
import { useWords } from '#app/components/words.tsx';
import { useLive } from '#app/live.tsx';
import { unwrap } from '#app/unwrap.ts';
import { fitFactors, inOrder } from '#shared/fit.ts';
import { fail } from '#shared/result.ts';
import { fit } from '#shared/words/fit.ts';

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { briefId = '', userId = '' } = params;
  return unwrap(await context.views.fitPage({ briefId, userId }), request);
}

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
  z.looseObject({ intent: z.literal('weigh-fit') }),
  z.object({
    intent: z.literal('add-fit-row'),
    question: z.string(),
    kind: z.enum(['score', 'veto']),
    factor: z.enum(fitFactors).default('profile'),
    one: z.string().default(''),
    three: z.string().default(''),
    five: z.string().default(''),
  }),
  z.object({ intent: z.literal('drop-fit-row'), drop: z.string() }),
  z.object({ intent: z.literal('hide-facets'), hidden: z.array(z.string()) }),
  z.looseObject({ intent: z.literal('describe-fit') }),
]);

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { briefId = '', userId = '' } = params;
  const fields = await formFields(request, ['hidden']);
  // A button that takes a question out is pressed in the form that weighs them.
  if (fields['drop']) fields['intent'] = 'drop-fit-row';
  const input = form.safeParse(fields);
  if (!input.success) return answer('unknown', fail('bad-input'));
  const { commands } = context;
  const of = { briefId, userId };
  const { intent } = input.data;
  switch (input.data.intent) {
    case 'mark-fit': {
      const marked = await commands.markFit({ ...input.data, ...of });
      if (!marked.ok) return answer(intent, marked);
      const next = encodeURIComponent(input.data.next);
      return redirect(`/briefs/${briefId}/creators/${userId}/fit?row=${next}`);
    }
    case 'finish-fit': {
      const finished = await commands.finishFit(of);
      if (!finished.ok) return answer(intent, finished);
      return redirect(`/briefs/${briefId}/creators/${userId}/fit`);
    }
    case 'weigh-fit': {
      const weights = startingWith(fields, 'weight');
      return answer(intent, await commands.weighFitRows({ briefId, weights }));
    }
    case 'add-fit-row':
      return answer(intent, await commands.addFitRow({ ...input.data, briefId }));
    case 'drop-fit-row':
      return answer(intent, await commands.dropFitRow({ briefId, rowId: input.data.drop }));
    case 'hide-facets':
      return answer(intent, await commands.hideFacets({ briefId, hidden: input.data.hidden }));
    case 'describe-fit': {
      const [brand, creator] = ['brand', 'creator'].map((who) => startingWith(fields, who));
      const said = await commands.describePersonality({ ...of, of: 'brand', facets: brand ?? {} });
      if (!said.ok) return answer(intent, said);
      const facets = creator ?? {};
      return answer(intent, await commands.describePersonality({ ...of, of: 'creator', facets }));
    }
  }
}

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

export default function FitOfCreator() {
  const w = useWords(fit);
  const page = useLoaderData<typeof loader>();
  const { briefId, userId, name, sheet, may } = page;
  const [params] = useSearchParams();
  useLive([`fit:${briefId}`, `guidelines:${briefId}`, `brief:${briefId}`]);
  const isRating = may.rate && (!page.isDone || params.has('row'));
  return (
    <Page wide>
      <div className="flex flex-wrap gap-x-5">
        <Link
          to={`/briefs/${briefId}/creators`}
          className="inline-flex min-h-11 items-center text-15"
        >
          {w.backCreators}
        </Link>
        <Link
          to={`/briefs/${briefId}/creators/fit`}
          className="inline-flex min-h-11 items-center text-15"
        >
          {w.compareLink}
        </Link>
      </div>
      <header className="mb-6 flex flex-col gap-2">
        <h2 className="text-28 break-words">{w.title({ name })}</h2>
        {isRating && !page.isDone && <p className="max-w-prose text-17 text-muted">{w.intro}</p>}
        <Raters page={page} />
      </header>
      <div className="flex flex-col gap-8" key={userId}>
        {isRating ? <OwnRating page={page} /> : <Together page={page} />}
        <FitPictures {...page} />
        <div className="flex flex-col border-t border-line pt-4">
          <Personality
            {...page.personality}
            {...{ name, may }}
            brandName={page.brandName}
            hidden={sheet.hiddenFacets}
          />
          <SheetEditor sheet={sheet} mayChange={may.sheet} />
        </div>
      </div>
    </Page>
  );
}

/** Who rates, and who of them is done; never what they marked. */
function Raters({ page }: { page: Loaded }) {
  const w = useWords(fit);
  if (page.people.length === 0) return null;
  return (
    <ul aria-label={w.who} className="flex flex-wrap gap-x-5 gap-y-1">
      {page.people.map(({ raterId, name, isDone }) => (
        <li key={raterId}>
          <Person
            name={name}
            called={raterId === page.readerId ? w.you : name}
            side={raterId === page.userId ? 'creator' : 'brand'}
            note={isDone ? w.isDone : w.isRating}
          />
        </li>
      ))}
    </ul>
  );
}

function OwnRating({ page }: { page: Loaded }) {
  const w = useWords(fit);
  const { sheet, readerId, isDone, evidence, timeZone } = page;
  const marks = page.marks.filter(({ raterId }) => raterId === readerId);
  const open = sheet.rows.length - marks.length;
  const isEmpty = marks.length === 0;
  return (
    <>
      {isDone && (
        <ButtonLink to="?" className="self-start">
          {w.results}
        </ButtonLink>
      )}
      <Rating
        side="brand"
        rows={inOrder(sheet.rows)}
        {...{ marks, evidence, timeZone }}
        end={
          isDone ? (
            <ButtonLink to="?" look="brand" className="self-start">
              {w.results}
            </ButtonLink>
          ) : (
            <>
              {open > 0 && <p className="text-15 text-ink">{w.doneSome({ n: open })}</p>}
              <Form method="post">
                <Button
                  type="submit"
                  name="intent"
                  value="finish-fit"
                  look="brand"
                  className="whitespace-normal"
                >
                  {isEmpty ? w.doneEmpty : w.done}
                </Button>
              </Form>
              <p className="text-13 text-muted">{isEmpty ? w.doneEmptyHint : w.doneHint}</p>
            </>
          )
        }
      />
      {!isDone && <p className="text-13 text-muted">{w.noPhotos}</p>}
    </>
  );
}

function Together({ page }: { page: Loaded }) {
  const w = useWords(fit);
  const { summary, marks, may } = page;
  if (!summary || (marks.length === 0 && !may.rate)) {
    return (
      <EmptyState title={w.nobodyRated}>
        <p>{w.nobodyRatedHint}</p>
      </EmptyState>
    );
  }
  const isAlone = marks.every(({ raterId }) => raterId === page.readerId);
  return (
    <>
      {isAlone && may.rate && <p className="text-15 text-muted">{w.resultsNone}</p>}
      <FitResults {...page} summary={summary} mayRate={may.rate} />
    </>
  );
}
