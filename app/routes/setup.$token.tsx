import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { useWords } from '#app/components/words.tsx';
import { AccountFields } from '#app/entrance/account-fields.tsx';
import { DeadLink } from '#app/entrance/dead-link.tsx';
import { Door } from '#app/entrance/door.tsx';
import { Button } from '#app/components/button.tsx';
import { Field, Problem } from '#app/components/field.tsx';
import { problemWords, wordsFor } from '#app/entrance/problems.ts';
import { fieldsOf, secretPage, through } from '#app/entrance/through.ts';
import { errorTable } from '#shared/errors.ts';
import { auth } from '#shared/words/auth.ts';

export const handle = { bare: true };
export const headers = () => secretPage;

export async function loader({ params, context }: LoaderFunctionArgs) {
  return context.entrance.look(params['token'] ?? '');
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { name = '', workspace = '', email = '', password = '' } = await fieldsOf(request);
  const form = { name, workspace, email, password };
  const made = await context.entrance.makeOwner({ token: params['token'] ?? '', ...form });
  if (made.ok) return through(made.value);
  const typed = { name, workspace, email };
  return data({ problem: made.error, typed }, errorTable[made.error.code].status);
}

export default function SetUp() {
  const w = useWords(auth);
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (page.state === 'dead') return <DeadLink page={page} />;
  const problem = answer?.problem;
  return (
    <Door title={w.setupTitle} intro={w.setupIntro}>
      <Form method="post" noValidate className="flex flex-col gap-4">
        {problem && !problem.field && <Problem>{problemWords(w, problem)}</Problem>}
        <Field
          label={w.workspaceName}
          hint={w.workspaceHint}
          name="workspace"
          autoComplete="organization"
          required
          defaultValue={answer?.typed.workspace}
          error={wordsFor(w, problem, 'workspace')}
        />
        <AccountFields problem={problem} typed={answer?.typed} />
        <Button type="submit" className="w-full" look="brand">
          {w.setupButton}
        </Button>
      </Form>
    </Door>
  );
}
