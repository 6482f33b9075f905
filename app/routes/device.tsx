import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { useWords } from '#app/components/words.tsx';
import { Door } from '#app/entrance/door.tsx';
import { Button } from '#app/components/button.tsx';
import { Field } from '#app/components/field.tsx';
import { problemWords } from '#app/entrance/problems.ts';
import { fieldsOf, through } from '#app/entrance/through.ts';
import { errorTable } from '#shared/errors.ts';
import { auth } from '#shared/words/auth.ts';

export const handle = { bare: true };

export function loader({ request }: LoaderFunctionArgs) {
  return { next: new URL(request.url).searchParams.get('next') };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { digits = '', next = null } = await fieldsOf(request);
  const entered = await context.entrance.enterCode({ digits, next });
  if (entered.ok) return through(entered.value);
  return data({ problem: entered.error }, errorTable[entered.error.code].status);
}

export default function Device() {
  const w = useWords(auth);
  const { next } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>()?.problem;
  return (
    <Door title={w.deviceTitle} intro={w.deviceIntro}>
      <Form method="post" noValidate className="flex flex-col gap-4">
        <input type="hidden" name="next" value={next ?? ''} />
        <Field
          label={w.digits}
          name="digits"
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={12}
          required
          error={problem && problemWords(w, problem)}
        />
        <Button type="submit" className="w-full" look="creator">
          {w.openDevice}
        </Button>
      </Form>
    </Door>
  );
}
