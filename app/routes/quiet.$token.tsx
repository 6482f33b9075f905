// Reached from a letter, signed in or not: no more letters. A mail program may press it too (RFC 8058).
import { type ActionFunctionArgs, data } from '@remix-run/node';
import { Form, Link, useActionData } from '@remix-run/react';
import { Button } from '#app/components/button.tsx';
import { Problem } from '#app/components/field.tsx';
import { useWords } from '#app/components/words.tsx';
import { Done } from '#app/entrance/done.tsx';
import { Door } from '#app/entrance/door.tsx';
import { secretPage } from '#app/entrance/through.ts';
import { errorTable } from '#shared/errors.ts';
import { telling } from '#shared/words/telling.ts';

export const handle = { bare: true };
export const headers = () => secretPage;

export async function action({ params, context }: ActionFunctionArgs) {
  const stopped = await context.entrance.stopLetters(params['token'] ?? '');
  return data({ ok: stopped.ok }, stopped.ok ? 200 : errorTable[stopped.error.code].status);
}

export default function Quiet() {
  const w = useWords(telling);
  const answer = useActionData<typeof action>();
  return (
    <Door title={w.quietTitle} intro={w.quietIntro}>
      {answer?.ok && <Done>{w.quietDone}</Done>}
      {answer && !answer.ok && <Problem>{w.quietOver}</Problem>}
      {!answer && (
        <Form method="post">
          <Button type="submit" className="w-full" look="both">
            {w.quietButton}
          </Button>
        </Form>
      )}
      <Link className="font-medium text-ink underline" to="/me/telling">
        {w.settings}
      </Link>
    </Door>
  );
}
