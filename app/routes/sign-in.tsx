import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { useWords } from '#app/components/words.tsx';
import { Door } from '#app/entrance/door.tsx';
import { Button } from '#app/components/button.tsx';
import { Field, Problem } from '#app/components/field.tsx';
import { Done } from '#app/entrance/done.tsx';
import { problemWords, wordsFor } from '#app/entrance/problems.ts';
import { fieldsOf, through } from '#app/entrance/through.ts';
import { errorTable, type Problem as Trouble } from '#shared/errors.ts';
import { auth } from '#shared/words/auth.ts';

export const handle = { bare: true };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const next = new URL(request.url).searchParams.get('next');
  if (context.actor && !next) throw redirect('/');
  return { next, mails: await context.entrance.mailsLinks() };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { intent, email = '', password = '', next = null } = await fieldsOf(request);
  const { entrance } = context;
  if (intent === 'mail-link') {
    const mailed = await entrance.mailSignInLink({ email });
    return mailed.ok ? said({ mailedTo: email }) : said({ problem: mailed.error, email });
  }
  const entered = await entrance.signIn({ email, password, next });
  return entered.ok ? through(entered.value) : said({ problem: entered.error, email });
}

/** Everything typed but the password comes back with what was wrong. */
function said(answer: { problem?: Trouble; email?: string; mailedTo?: string }) {
  const status = answer.problem ? errorTable[answer.problem.code].status : 200;
  return data(answer, status);
}

export default function SignIn() {
  const w = useWords(auth);
  const { next, mails } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const problem = answer?.problem;
  return (
    <Door title={w.signInTitle} intro={next && next !== '/' ? w.signedOutAgain : undefined}>
      <Form method="post" noValidate className="flex flex-col gap-4">
        <input type="hidden" name="next" value={next ?? ''} />
        {problem && !problem.field && <Problem>{problemWords(w, problem)}</Problem>}
        {answer?.mailedTo && <Done>{w.linkMailed({ email: answer.mailedTo })}</Done>}
        <Field
          label={w.email}
          name="email"
          type="email"
          autoComplete="username"
          required
          defaultValue={answer?.email}
          error={wordsFor(w, problem, 'email')}
        />
        <Field label={w.password} name="password" type="password" autoComplete="current-password" />
        <Button type="submit" className="w-full" look="brand" name="intent" value="password">
          {w.signIn}
        </Button>
        <p className="text-15 text-muted">{w.forgot}</p>
        {mails ? (
          <Button type="submit" className="w-full" name="intent" value="mail-link">
            {w.mailLink}
          </Button>
        ) : (
          <p className="text-15 text-muted">{w.noMail}</p>
        )}
      </Form>
      <p className="text-15">
        <Link
          className="font-medium text-ink underline"
          to={`/device${next ? `?next=${encodeURIComponent(next)}` : ''}`}
        >
          {w.haveDigits}
        </Link>
      </p>
      <p className="text-15 text-muted">{w.creatorHint}</p>
    </Door>
  );
}
