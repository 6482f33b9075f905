import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { Rows } from '#app/components/surface.tsx';
import { useFormat, useWords } from '#app/components/words.tsx';
import { Section, SettingsPage } from '#app/entrance/door.tsx';
import { Button } from '#app/components/button.tsx';
import { Field, Problem } from '#app/components/field.tsx';
import { ShownOnce } from '#app/entrance/handed-link.tsx';
import { problemWords, wordsFor } from '#app/entrance/problems.ts';
import { fieldsOf } from '#app/entrance/through.ts';
import { unwrap } from '#app/unwrap.ts';
import { errorTable, type Problem as Trouble } from '#shared/errors.ts';
import { auth } from '#shared/words/auth.ts';

export const headers = () => ({ 'Cache-Control': 'no-store' });

export async function loader({ request, context }: LoaderFunctionArgs) {
  return { tokens: unwrap(await context.views.myTokens(), request) };
}

const form = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('make'), name: z.string() }),
  z.object({ intent: z.literal('revoke'), id: z.string() }),
]);

export async function action({ request, context }: ActionFunctionArgs) {
  const input = form.safeParse(await fieldsOf(request));
  if (!input.success) return refused({ code: 'bad-input' });
  if (input.data.intent === 'make') {
    const made = await context.commands.createToken(input.data);
    return made.ok ? data({ problem: null, token: made.value.token }, 200) : refused(made.error);
  }
  const revoked = await context.commands.revokeToken(input.data);
  return revoked.ok ? data({ problem: null, token: null }, 200) : refused(revoked.error);
}

const refused = (problem: Trouble) =>
  data({ problem, token: null }, errorTable[problem.code].status);

export default function Tokens() {
  const w = useWords(auth);
  const { tokens } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const problem = answer?.problem;
  return (
    <SettingsPage title={w.tokensTitle} intro={w.tokensIntro}>
      {problem && !problem.field && <Problem>{problemWords(w, problem)}</Problem>}
      <Form method="post" className="flex flex-col gap-4">
        <Field label={w.tokenName} name="name" required error={wordsFor(w, problem, 'name')} />
        <div>
          <Button type="submit" look="brand" name="intent" value="make">
            {w.makeToken}
          </Button>
        </div>
      </Form>
      {answer?.token && (
        <output className="flex flex-col gap-2">
          <p className="text-15 text-ink">{w.tokenReady}</p>
          <ShownOnce text={answer.token} label={w.token} />
        </output>
      )}
      <Section title={w.tokensYours}>
        <TokenList tokens={tokens} />
      </Section>
    </SettingsPage>
  );
}

type Token = ReturnType<typeof useLoaderData<typeof loader>>['tokens'][number];

function TokenList({ tokens }: { tokens: Token[] }) {
  const w = useWords(auth);
  const format = useFormat();
  if (tokens.length === 0) return <p className="text-15 text-muted">{w.tokensNone}</p>;
  return (
    <Rows>
      {tokens.map(({ id, name, lastUsedAt }) => (
        <li key={id} className="flex flex-wrap items-center gap-4 px-4 py-3">
          <div className="min-w-40 flex-1">
            <p className="break-words text-17 text-ink">{name}</p>
            <p className="text-13 text-muted">
              {lastUsedAt ? w.tokenUsed({ when: format.relative(lastUsedAt) }) : w.tokenUnused}
            </p>
          </div>
          <Form method="post">
            <input type="hidden" name="id" value={id} />
            <Button type="submit" name="intent" value="revoke" aria-label={w.revokeOf({ name })}>
              {w.revoke}
            </Button>
          </Form>
        </li>
      ))}
    </Rows>
  );
}
