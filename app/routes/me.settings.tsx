import { SignOutButton } from '#app/components/sign-out.tsx';
import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { useWords } from '#app/components/words.tsx';
import { Section, SettingsPage } from '#app/entrance/door.tsx';
import { Button, ButtonLink } from '#app/components/button.tsx';
import { Field, Problem, Select } from '#app/components/field.tsx';
import { Done } from '#app/entrance/done.tsx';
import { problemWords, wordsFor } from '#app/entrance/problems.ts';
import { fieldsOf } from '#app/entrance/through.ts';
import { unwrap } from '#app/unwrap.ts';
import { maxPasswordLength, minPasswordLength } from '#shared/account-limits.ts';
import { errorTable, type Problem as Trouble } from '#shared/errors.ts';
import { auth } from '#shared/words/auth.ts';
import { feed } from '#shared/words/feed.ts';
import { ownData } from '#shared/words/own-data.ts';
import { telling } from '#shared/words/telling.ts';
import { locales } from '#shared/words/words.ts';

export async function loader({ request, context }: LoaderFunctionArgs) {
  return unwrap(await context.views.mySettings(), request);
}

const form = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('profile'),
    name: z.string(),
    locale: z.enum(locales),
    calendar: z.enum(['gregory', 'buddhist']),
  }),
  z.object({ intent: z.literal('email'), email: z.string(), current: z.string().optional() }),
  z.object({ intent: z.literal('password'), password: z.string(), current: z.string().optional() }),
]);
type Intent = z.output<typeof form>['intent'];

export async function action({ request, context }: ActionFunctionArgs) {
  const input = form.safeParse(await fieldsOf(request));
  if (!input.success) return refused('profile', { code: 'bad-input' });
  const { intent } = input.data;
  const done = await perform(context, input.data);
  if (!done.ok) return refused(intent, done.error);
  const sentTo = done.value?.sentTo ?? null;
  return data({ intent, problem: null, sentTo }, 200);
}

function perform({ commands }: ActionFunctionArgs['context'], input: z.output<typeof form>) {
  switch (input.intent) {
    case 'profile':
      return commands.updateProfile(input);
    case 'email':
      return commands.changeEmail({ email: input.email, current: input.current ?? null });
    case 'password':
      return commands.changePassword({ password: input.password, current: input.current ?? null });
  }
}

const refused = (intent: Intent, problem: Trouble) =>
  data({ intent, problem, sentTo: null }, errorTable[problem.code].status);

export default function Settings() {
  const w = useWords(auth);
  const say = useWords(telling);
  const { title: calendarTitle } = useWords(feed);
  const own = useWords(ownData);
  const { kind } = useLoaderData<typeof loader>();
  return (
    <SettingsPage title={w.settingsTitle}>
      <Profile />
      <Account />
      <div className="flex flex-wrap gap-3">
        <ButtonLink look="quiet" to="/me/telling">
          {say.settings}
        </ButtonLink>
        <ButtonLink look="quiet" to="/me/calendar">
          {calendarTitle}
        </ButtonLink>
        <ButtonLink look="quiet" to="/me/devices">
          {w.devicesTitle}
        </ButtonLink>
        {kind === 'creator' && (
          <ButtonLink look="quiet" to="/me/data">
            {own.toPage}
          </ButtonLink>
        )}
        <ButtonLink look="quiet" to="/settings/tokens">
          {w.tokensTitle}
        </ButtonLink>
        <SignOutButton />
      </div>
    </SettingsPage>
  );
}

/** What the last form of this kind answered. */
function useAnswer(intent: Intent) {
  const answer = useActionData<typeof action>();
  return answer?.intent === intent ? answer : null;
}

function Profile() {
  const w = useWords(auth);
  const { kind, name, locale, calendar } = useLoaderData<typeof loader>();
  const answer = useAnswer('profile');
  return (
    <Form method="post" noValidate className="flex flex-col gap-4">
      <Field
        label={w.name}
        name="name"
        autoComplete="name"
        required
        defaultValue={name}
        error={wordsFor(w, answer?.problem, 'name')}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <Select label={w.language} name="locale" defaultValue={locale}>
          <option value="en" lang="en">
            English
          </option>
          <option value="th" lang="th">
            ไทย
          </option>
        </Select>
        <Select label={w.calendar} name="calendar" defaultValue={calendar}>
          <option value="gregory">{w.gregory}</option>
          <option value="buddhist">{w.buddhist}</option>
        </Select>
      </div>
      <div className="flex items-center gap-4">
        <Button type="submit" look={kind} name="intent" value="profile">
          {w.save}
        </Button>
        {answer && !answer.problem && <Done>{w.saved}</Done>}
      </div>
    </Form>
  );
}

function Account() {
  const w = useWords(auth);
  const { kind } = useLoaderData<typeof loader>();
  return (
    <Section title={w.accountTitle} intro={kind === 'creator' ? w.accountIntro : undefined}>
      <EmailForm />
      <PasswordForm />
    </Section>
  );
}

function EmailForm() {
  const w = useWords(auth);
  const { email, emailVerified, asksCurrent } = useLoaderData<typeof loader>();
  const answer = useAnswer('email');
  const problem = answer?.problem;
  const state = email ? (emailVerified ? w.emailConfirmed : w.emailUnconfirmed) : undefined;
  return (
    <Form method="post" noValidate className="flex flex-col gap-4">
      {problem && !problem.field && <Problem>{problemWords(w, problem)}</Problem>}
      <Field
        label={w.email}
        name="email"
        type="email"
        autoComplete="email"
        required
        hint={state}
        defaultValue={email ?? ''}
        error={wordsFor(w, problem, 'email')}
      />
      {asksCurrent && <CurrentPassword error={wordsFor(w, problem, 'current')} />}
      <div className="flex flex-wrap items-center gap-4">
        <Button type="submit" name="intent" value="email">
          {w.saveEmail}
        </Button>
        {answer?.sentTo && <Done>{w.confirmSent({ email: answer.sentTo })}</Done>}
        {answer && !problem && !answer.sentTo && <Done>{w.saved}</Done>}
      </div>
    </Form>
  );
}

function PasswordForm() {
  const w = useWords(auth);
  const { asksCurrent, hasPassword } = useLoaderData<typeof loader>();
  const answer = useAnswer('password');
  const problem = answer?.problem;
  const elsewhere = problem && problem.field !== 'current' && problem.field !== 'password';
  return (
    <Form method="post" noValidate className="flex flex-col gap-4">
      {elsewhere && <Problem>{problemWords(w, problem)}</Problem>}
      <Field
        label={hasPassword ? w.newPassword : w.password}
        hint={w.passwordHint({ min: minPasswordLength })}
        name="password"
        type="password"
        autoComplete="new-password"
        minLength={minPasswordLength}
        maxLength={maxPasswordLength}
        required
        error={wordsFor(w, problem, 'password')}
      />
      {asksCurrent && <CurrentPassword error={wordsFor(w, problem, 'current')} />}
      <div className="flex flex-wrap items-center gap-4">
        <Button type="submit" name="intent" value="password">
          {w.savePassword}
        </Button>
        {answer && !problem && <Done>{w.passwordSaved}</Done>}
      </div>
    </Form>
  );
}

function CurrentPassword({ error }: { error: string | undefined }) {
  const w = useWords(auth);
  return (
    <Field
      label={w.currentPassword}
      name="current"
      type="password"
      autoComplete="current-password"
      required
      error={error}
    />
  );
}
