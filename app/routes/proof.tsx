import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react';
import { CircleCheck, History, OctagonAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '#app/components/button.tsx';
import { Field, Problem, TextArea } from '#app/components/field.tsx';
import { Person } from '#app/components/people.tsx';
import { Card, Page, PageHeader } from '#app/components/surface.tsx';
import { useFormat, useWords } from '#app/components/words.tsx';
import { proofPage } from '#shared/words/proof-page.ts';
import { proofCheck } from '#shared/words/proof-check.ts';

export const meta: MetaFunction = () => [{ title: 'Proof · Cobrief' }];

/** Open to everyone: a proof is checked by whoever holds it, signed in or not. */
export function loader({ context }: LoaderFunctionArgs) {
  return { publicKey: context.proofs.publicKey };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const text = await textOf(form.get('file'), form.get('text'));
  if (text === '') return data({ verdict: null }, 422);
  return data({ verdict: await context.proofs.judge(text) }, 200);
}

/** The file, or what was pasted where there is none. */
async function textOf(file: unknown, pasted: unknown): Promise<string> {
  if (file instanceof Blob && file.size > 0) return (await file.text()).trim();
  return typeof pasted === 'string' ? pasted.trim() : '';
}

export default function Proof() {
  const w = useWords(proofPage);
  const { publicKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const isBusy = useNavigation().state !== 'idle';
  return (
    <Page>
      <PageHeader title={w.title} intro={w.intro} />
      <div className="flex flex-col gap-6">
        {answer?.verdict && <Verdict verdict={answer.verdict} />}
        {answer?.verdict === null && <Problem>{w.empty}</Problem>}
        <Form method="post" encType="multipart/form-data" className="flex flex-col gap-4">
          <Field
            label={w.file}
            name="file"
            type="file"
            accept=".json,application/json"
            className="py-1.5 file:mr-3 file:h-8 file:rounded-lg file:bg-line file:px-3 file:text-15 file:font-semibold"
          />
          <TextArea label={w.paste} name="text" rows={5} spellCheck={false} />
          <Button type="submit" look="both" className="self-start" disabled={isBusy}>
            {w.check}
          </Button>
        </Form>
        <p className="text-13 text-muted">
          {w.key}: <code className="break-all">{publicKey}</code>
          <br />
          {w.limits}
        </p>
      </div>
    </Page>
  );
}

type Judged = NonNullable<NonNullable<ReturnType<typeof useActionData<typeof action>>>['verdict']>;

function Verdict({ verdict }: { verdict: Judged }) {
  const w = useWords(proofPage);
  const why = useWords(proofCheck);
  if (!verdict.valid) {
    return (
      <Outcome icon={<OctagonAlert className="size-6" />} title={w.invalid}>
        <p>{why[verdict.reason]}</p>
      </Outcome>
    );
  }
  const { title, note, isOfNow } = standings[verdict.standing];
  const Icon = isOfNow ? CircleCheck : History;
  return (
    <Outcome icon={<Icon className="size-6 text-both" />} title={w[title]}>
      <p>{note ? w[note] : why.valid}</p>
      <Decisions verdict={verdict} />
    </Outcome>
  );
}

/** A proof holds for its content for good; whether the post still says that is told beside it. */
const standings = {
  current: { title: 'current', note: null, isOfNow: true },
  changed: { title: 'changed', note: 'changedNote', isOfNow: false },
  'no-longer-current': { title: 'old', note: 'oldNote', isOfNow: false },
  unknown: { title: 'unknown', note: 'unknownNote', isOfNow: true },
} as const;

/** Times in UTC, as the proof has them: whoever checks may be anywhere. */
function Decisions({ verdict }: { verdict: Judged & { valid: true } }) {
  const why = useWords(proofCheck);
  const format = useFormat();
  return (
    <ul className="mt-2 flex flex-col gap-2 text-15">
      {verdict.decisions.map(({ side, name, at, method }) => {
        const says = side === 'brand' ? why.approved : why.posting;
        const when = `${format.dateTime(at, 'UTC')} UTC`;
        return (
          <li key={side} className="flex flex-wrap items-center gap-2">
            <Person name={name} side={side} />
            <span className="text-muted">{says({ name, at: when, method })}</span>
          </li>
        );
      })}
    </ul>
  );
}

function Outcome({
  icon,
  title,
  children,
}: {
  icon: ReactNode;
  title: string;
  children: ReactNode;
}) {
  return (
    <Card>
      <div aria-live="polite" className="flex gap-3">
        <span aria-hidden="true">{icon}</span>
        <div className="min-w-0">
          <h2 className="text-22">{title}</h2>
          {children}
        </div>
      </div>
    </Card>
  );
}
