import {
  type ActionFunctionArgs,
  type AppLoadContext,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react';
import { useState, useSyncExternalStore } from 'react';
import { answer, formFields } from '#app/components/brief-answer.ts';
import { PlaceSelect, usePlaceOf } from '#app/components/brief-place.tsx';
import { problemWords, wrongIn } from '#app/components/brief-problems.ts';
import { Button } from '#app/components/button.tsx';
import { Choice, Field, Problem, Select } from '#app/components/field.tsx';
import { Page, PageHeader } from '#app/components/surface.tsx';
import { useReader, useWords } from '#app/components/words.tsx';
import { unwrap } from '#app/unwrap.ts';
import { brief } from '#shared/words/brief.ts';
import { holidays } from '#shared/words/holidays.ts';

export const meta: MetaFunction = () => [{ title: 'Cobrief' }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  return unwrap(await context.views.newBriefPage(), request);
}

type NewBrief = Parameters<AppLoadContext['commands']['createBrief']>[0];

export async function action({ request, context }: ActionFunctionArgs) {
  // The command checks every field; a missing one is a wrong one.
  const fields = (await formFields(request, ['languages'])) as unknown as NewBrief;
  const created = await context.commands.createBrief(fields);
  if (created.ok) throw redirect(`/briefs/${created.value.briefId}/guidelines`);
  return answer('create', created);
}

export default function NewBriefPage() {
  const w = useWords(brief);
  const { locale } = useReader();
  const { placeHint } = useWords(holidays);
  const { workspaces, places, placesByZone } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>()?.problem;
  const isBusy = useNavigation().state !== 'idle';
  const zones = useTimeZones();
  const [zone, setZone] = useState<string | null>(null);
  const home = usePlaceOf(zone ?? zones.here, placesByZone);
  return (
    <Page>
      <PageHeader title={w.newTitle} intro={w.newIntro} />
      <Form method="post" noValidate className="flex max-w-xl flex-col gap-5">
        {workspaces.length > 1 ? (
          <Select name="workspaceId" label={w.workspace}>
            {workspaces.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        ) : (
          <input type="hidden" name="workspaceId" value={workspaces[0]?.id} />
        )}
        <Field
          name="title"
          label={w.title}
          hint={w.titleHint}
          error={wrongIn(w, problem, 'title')}
          required
        />
        <Field
          name="brandName"
          label={w.brandName}
          defaultValue={workspaces[0]?.name}
          error={wrongIn(w, problem, 'brandName')}
          required
        />
        <Field
          name="product"
          label={w.product}
          hint={w.productHint}
          error={wrongIn(w, problem, 'product')}
        />
        <fieldset>
          <legend className="text-15 font-medium text-ink">{w.languages}</legend>
          <p className="text-13 text-muted">{w.languagesHint}</p>
          <Choice type="checkbox" name="languages" value="en" label={w.english} defaultChecked />
          <Choice type="checkbox" name="languages" value="th" label={w.thai} defaultChecked />
          {wrongIn(w, problem, 'languages') && <Problem>{w.wrongLanguages}</Problem>}
        </fieldset>
        <Field
          key={zones.here}
          name="timeZone"
          label={w.timeZone}
          list="time-zones"
          defaultValue={zones.here}
          onChange={(event) => setZone(event.currentTarget.value)}
          error={wrongIn(w, problem, 'timeZone')}
          required
        />
        <datalist id="time-zones">
          {zones.all.map((zone) => (
            <option key={zone} value={zone}>
              {zone}
            </option>
          ))}
        </datalist>
        <PlaceSelect places={places} value={home.place} hint={placeHint} onChange={home.choose} />
        {problem && problem.code !== 'bad-input' && (
          <Problem>{problemWords(w, locale, problem)}</Problem>
        )}
        <div>
          <Button type="submit" look="brand" disabled={isBusy}>
            {w.create}
          </Button>
        </div>
      </Form>
    </Page>
  );
}

const likelyZone = 'Asia/Bangkok';
const never = () => () => undefined;
let known: string[] = [];

/** The browser's own zone is the likely one; the server cannot know it. */
function useTimeZones(): { here: string; all: string[] } {
  const here = useSyncExternalStore(
    never,
    () => new Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => likelyZone,
  );
  const all = useSyncExternalStore(never, allZones, () => none);
  return { here, all };
}

const none: string[] = [];

function allZones(): string[] {
  if (known.length === 0) known = Intl.supportedValuesOf('timeZone');
  return known;
}
