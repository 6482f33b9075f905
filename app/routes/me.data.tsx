// A creator's own data: taking all of it along, erasing what was imported, erasing the account.
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import { Trash2 } from 'lucide-react';
import { z } from 'zod';
import { answer, formFields } from '#app/components/brief-answer.ts';
import { DialogForm } from '#app/components/brief-dialog-form.tsx';
import { Button, ButtonLink } from '#app/components/button.tsx';
import { Field } from '#app/components/field.tsx';
import { useFormat, useWords } from '#app/components/words.tsx';
import { Section, SettingsPage } from '#app/entrance/door.tsx';
import { useLive } from '#app/live.tsx';
import { unwrap } from '#app/unwrap.ts';
import { noticeDays } from '#shared/erasure.ts';
import { fail } from '#shared/result.ts';
import { ownData as words } from '#shared/words/own-data.ts';

export const headers = () => ({ 'Cache-Control': 'no-store' });

export async function loader({ request, context }: LoaderFunctionArgs) {
  return unwrap(await context.views.ownData(), request);
}

const form = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('erase-imports') }),
  z.object({ intent: z.literal('erase-account'), current: z.string().optional() }),
  z.object({ intent: z.literal('keep-account') }),
]);

export async function action({ request, context }: ActionFunctionArgs) {
  const input = form.safeParse(await formFields(request));
  if (!input.success) return answer('unknown', fail('bad-input'));
  const { commands } = context;
  const { intent } = input.data;
  switch (input.data.intent) {
    case 'erase-imports':
      return answer(intent, await commands.eraseOwnImports());
    case 'erase-account':
      return answer(intent, await commands.askToErase({ current: input.data.current }));
    case 'keep-account':
      return answer(intent, await commands.keepAccount());
  }
}

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

export default function OwnData() {
  const w = useWords(words);
  const page = useLoaderData<typeof loader>();
  useLive([`person:${page.userId}`]);
  return (
    <SettingsPage title={w.title} intro={w.intro}>
      <Section title={w.take} intro={w.takeHint}>
        <div className="flex">
          <ButtonLink to="/me/data.zip" reloadDocument download>
            {w.download}
          </ButtonLink>
        </div>
      </Section>
      <Imports page={page} />
      <Account page={page} />
    </SettingsPage>
  );
}

function Imports({ page }: { page: Loaded }) {
  const w = useWords(words);
  const format = useFormat();
  const { posts, imports } = page.counts;
  if (imports === 0) return <Section title={w.imports} intro={w.importsNone} />;
  const have = w.importsHave({ posts: format.number(posts), files: format.number(imports) });
  return (
    <Section title={w.imports} intro={have}>
      <div className="flex">
        <DialogForm
          title={w.eraseImportsTitle}
          description={w.eraseImportsNote}
          trigger={<Button>{w.eraseImports}</Button>}
          intent="erase-imports"
          submit={<Erasing>{w.eraseImports}</Erasing>}
          keep={w.keepImports}
          look="quiet"
        />
      </div>
    </Section>
  );
}

function Account({ page }: { page: Loaded }) {
  const w = useWords(words);
  const format = useFormat();
  const intro = w.accountIntro({ n: format.number(noticeDays) });
  return (
    <Section title={w.account} intro={page.erasureAt === null ? intro : undefined}>
      {page.erasureAt === null ? (
        <Erase page={page} />
      ) : (
        <InNotice at={page.erasureAt} timeZone={page.timeZone} />
      )}
      <WhatGoes />
    </Section>
  );
}

function Erase({ page }: { page: Loaded }) {
  const w = useWords(words);
  const format = useFormat();
  const told = page.brands.length > 0 && w.told({ brands: format.list(page.brands) });
  const notice = w.notice({ n: format.number(noticeDays) });
  return (
    <div className="flex">
      <DialogForm
        title={`${w.eraseAccount}?`}
        description={[notice, told].filter(Boolean).join(' ')}
        trigger={<Button>{w.eraseAccount}</Button>}
        intent="erase-account"
        submit={<Erasing>{w.eraseAccount}</Erasing>}
        keep={w.keep}
        look="quiet"
      >
        {(problem) => (
          <>
            <WhatGoes />
            {page.hasPassword && (
              <Field
                type="password"
                name="current"
                label={w.password}
                autoComplete="current-password"
                error={problem?.field === 'current' ? w.wrongPassword : null}
              />
            )}
          </>
        )}
      </DialogForm>
    </div>
  );
}

/** Never the one filled button: that is for what goes on. */
const Erasing = ({ children }: { children: string }) => (
  <>
    <Trash2 className="size-4.5" aria-hidden="true" />
    {children}
  </>
);

function InNotice({ at, timeZone }: { at: number; timeZone: string }) {
  const w = useWords(words);
  const format = useFormat();
  return (
    <div className="flex flex-col items-start gap-3 rounded-2xl border border-edge bg-raised p-4">
      <p className="text-17 font-medium text-ink">{w.due({ when: format.date(at, timeZone) })}</p>
      <Keep />
    </div>
  );
}

function Keep() {
  const w = useWords(words);
  return (
    <Form method="post">
      <Button type="submit" name="intent" value="keep-account" look="creator">
        {w.keep}
      </Button>
    </Form>
  );
}

function WhatGoes() {
  const w = useWords(words);
  return (
    <div className="flex flex-col gap-3 text-15">
      <List title={w.goes} lines={[w.gone1, w.gone2, w.gone3, w.gone4]} />
      <List title={w.stays} lines={[w.left1, w.left2]} />
    </div>
  );
}

function List({ title, lines }: { title: string; lines: readonly string[] }) {
  return (
    <div>
      <h3 className="font-semibold text-ink">{title}</h3>
      <ul className="list-disc pl-5 text-muted">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}
