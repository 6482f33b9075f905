import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { Button, ButtonLink } from '#app/components/button.tsx';
import { Choice, Problem, Select } from '#app/components/field.tsx';
import { useWords } from '#app/components/words.tsx';
import { SettingsPage } from '#app/entrance/door.tsx';
import { Done } from '#app/entrance/done.tsx';
import { fieldsOf } from '#app/entrance/through.ts';
import { unwrap } from '#app/unwrap.ts';
import { errorTable } from '#shared/errors.ts';
import { type Group, groups, paces } from '#shared/telling.ts';
import { telling } from '#shared/words/telling.ts';

export async function loader({ request, context }: LoaderFunctionArgs) {
  return unwrap(await context.views.tellingSettings(), request);
}

const pace = z.enum(paces);
const form = z.object({ waits: pace, talk: pace, rest: pace, signsIn: z.string().optional() });

export async function action({ request, context }: ActionFunctionArgs) {
  const input = form.safeParse(await fieldsOf(request));
  if (!input.success) return data({ ok: false }, errorTable['bad-input'].status);
  const { signsIn, ...chosen } = input.data;
  const done = await context.commands.chooseTelling({ ...chosen, signsIn: signsIn === 'on' });
  return data({ ok: done.ok }, done.ok ? 200 : errorTable[done.error.code].status);
}

const hints = { waits: 'waitsHint', talk: 'talkHint', rest: 'restHint' } as const;

export default function TellingSettings() {
  const w = useWords(telling);
  const { kind, choices } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <SettingsPage title={w.settings} intro={w.settingsIntro}>
      <WhereLettersGo />
      <Form method="post" className="flex flex-col gap-5">
        {groups.map((group) => (
          <PaceSelect key={group} group={group} chosen={choices[group]} />
        ))}
        <p className="text-13 text-muted">{w.paceHint}</p>
        <Choice
          type="checkbox"
          name="signsIn"
          label={w.signsIn}
          hint={w.signsInHint}
          defaultChecked={choices.signsIn}
        />
        {answer && !answer.ok && <Problem>{w.failed}</Problem>}
        <div className="flex items-center gap-4">
          <Button type="submit" look={kind}>
            {w.save}
          </Button>
          {answer?.ok && <Done>{w.saved}</Done>}
        </div>
      </Form>
    </SettingsPage>
  );
}

function PaceSelect({ group, chosen }: { group: Group; chosen: (typeof paces)[number] }) {
  const w = useWords(telling);
  return (
    <Select label={w[group]} hint={w[hints[group]]} name={group} defaultValue={chosen}>
      {paces.map((one) => (
        <option key={one} value={one}>
          {w[one]}
        </option>
      ))}
    </Select>
  );
}

/** Said first: what is chosen below may have nowhere to go yet. */
function WhereLettersGo() {
  const w = useWords(telling);
  const { email, isConfirmed, sendsMail } = useLoaderData<typeof loader>();
  if (!sendsMail) return <p className="text-15 text-ink">{w.noMail}</p>;
  if (email && isConfirmed) return <p className="text-15 text-ink">{w.goesTo({ email })}</p>;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <p className="text-15 text-ink">{email ? w.unconfirmed({ email }) : w.noAddress}</p>
      <ButtonLink to="/me/settings">{w.toAccount}</ButtonLink>
    </div>
  );
}
