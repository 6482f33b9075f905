import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react';
import { useState } from 'react';
import { answer, formFields } from '#app/components/brief-answer.ts';
import { problemWords, wrongIn } from '#app/components/brief-problems.ts';
import { Button } from '#app/components/button.tsx';
import { Choice, Field, Problem } from '#app/components/field.tsx';
import { Page, PageHeader } from '#app/components/surface.tsx';
import { useReader, useWords } from '#app/components/words.tsx';
import { unwrap } from '#app/unwrap.ts';
import { again } from '#shared/words/again.ts';
import { brief as briefWords } from '#shared/words/brief.ts';

export const meta: MetaFunction = () => [{ title: 'Cobrief' }];

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const briefId = params['briefId'] ?? '';
  return unwrap(await context.views.againPage({ briefId }), request);
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const fields = await formFields(request);
  const begun = await context.commands.beginAgain({
    briefId: params['briefId'] ?? '',
    title: String(fields['title'] ?? ''),
    // The command checks it: what comes from a form is only text until then.
    guidelines: fields['guidelines'] as 'published',
    posts: fields['posts'] === 'on',
    days: Number(fields['days'] || 0),
  });
  if (begun.ok) throw redirect(`/briefs/${begun.value.briefId}/guidelines`);
  return answer('again', begun);
}

export default function Again() {
  const w = useWords(again);
  const problems = useWords(briefWords);
  const { locale } = useReader();
  const { brief, published, posts, creators } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>()?.problem;
  const isBusy = useNavigation().state !== 'idle';
  const [takesPosts, setTakesPosts] = useState(posts > 0);
  const isOther = problem && problem.field !== 'title' && problem.field !== 'days';
  return (
    <Page>
      <PageHeader title={w.title} intro={w.intro({ title: brief.title })} />
      <Form method="post" noValidate className="flex max-w-xl flex-col gap-6">
        <Field
          name="title"
          label={w.name}
          defaultValue={brief.title}
          maxLength={120}
          error={wrongIn(problems, problem, 'title')}
          required
        />
        <fieldset>
          <legend className="text-15 font-medium text-ink">{w.guidelines}</legend>
          {published !== null && (
            <Choice
              type="radio"
              name="guidelines"
              value="published"
              label={w.published({ n: published })}
              defaultChecked
            />
          )}
          <Choice
            type="radio"
            name="guidelines"
            value="live"
            label={w.live}
            hint={w.liveHint}
            defaultChecked={published === null}
          />
          <Choice type="radio" name="guidelines" value="empty" label={w.empty} />
        </fieldset>
        {posts > 0 && (
          <div className="flex flex-col gap-2">
            <Choice
              type="checkbox"
              name="posts"
              value="on"
              label={w.posts({ count: posts })}
              checked={takesPosts}
              onChange={(event) => setTakesPosts(event.currentTarget.checked)}
            />
            {takesPosts && (
              <Field
                name="days"
                label={w.days}
                hint={w.daysHint}
                type="number"
                step={1}
                defaultValue={28}
                className="max-w-32"
                error={problem?.field === 'days' ? w.wrongDays : undefined}
              />
            )}
          </div>
        )}
        {creators > 0 && <p className="text-15 text-muted">{w.creators({ count: creators })}</p>}
        {isOther && <Problem>{problemWords(problems, locale, problem)}</Problem>}
        <div>
          <Button type="submit" look="brand" disabled={isBusy}>
            {w.begin}
          </Button>
        </div>
      </Form>
    </Page>
  );
}
