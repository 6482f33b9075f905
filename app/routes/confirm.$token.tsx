import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { useWords } from '#app/components/words.tsx';
import { Door } from '#app/entrance/door.tsx';
import { Button } from '#app/components/button.tsx';
import { Problem } from '#app/components/field.tsx';
import { Done } from '#app/entrance/done.tsx';
import { problemWords } from '#app/entrance/problems.ts';
import { secretPage } from '#app/entrance/through.ts';
import { errorTable } from '#shared/errors.ts';
import { auth } from '#shared/words/auth.ts';

export const handle = { bare: true };
export const headers = () => secretPage;

export async function loader({ params, context }: LoaderFunctionArgs) {
  return { email: await context.entrance.lookAtConfirmation(params['token'] ?? '') };
}

export async function action({ params, context }: ActionFunctionArgs) {
  const confirmed = await context.entrance.confirmEmail(params['token'] ?? '');
  if (confirmed.ok) return data({ confirmed: confirmed.value.email, problem: null }, 200);
  return data(
    { confirmed: null, problem: confirmed.error },
    errorTable[confirmed.error.code].status,
  );
}

export default function Confirm() {
  const w = useWords(auth);
  const { email } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const over = !email && !answer?.confirmed;
  return (
    <Door title={w.confirmTitle} intro={over ? w.confirmOver : (email ?? undefined)}>
      {answer?.problem && <Problem>{problemWords(w, answer.problem)}</Problem>}
      {answer?.confirmed && <Done>{w.confirmed({ email: answer.confirmed })}</Done>}
      {email && !answer?.confirmed && (
        <Form method="post">
          <Button type="submit" className="w-full" look="creator">
            {w.confirmButton}
          </Button>
        </Form>
      )}
      {!email && (
        <Link className="font-medium text-ink underline" to="/">
          {w.goOn}
        </Link>
      )}
    </Door>
  );
}
