// My calendar: the secret address that one's own calendar subscribes to.
import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { Button } from '#app/components/button.tsx';
import { Problem } from '#app/components/field.tsx';
import { CalendarLink } from '#app/components/post-share.tsx';
import { useFormat, useWords } from '#app/components/words.tsx';
import { Done } from '#app/entrance/done.tsx';
import { Section, SettingsPage } from '#app/entrance/door.tsx';
import { ShownOnce } from '#app/entrance/handed-link.tsx';
import { fieldsOf } from '#app/entrance/through.ts';
import { unwrap } from '#app/unwrap.ts';
import { errorTable } from '#shared/errors.ts';
import { feed } from '#shared/words/feed.ts';

export const headers = () => ({ 'Cache-Control': 'no-store' });

export async function loader({ request, context }: LoaderFunctionArgs) {
  return unwrap(await context.views.myFeed(), request);
}

const form = z.object({ intent: z.enum(['make', 'end']) });

export async function action({ request, context }: ActionFunctionArgs) {
  const input = form.safeParse(await fieldsOf(request));
  if (!input.success) return refused(errorTable['bad-input'].status);
  switch (input.data.intent) {
    case 'make': {
      const made = await context.commands.makeFeed();
      if (!made.ok) return refused(errorTable[made.error.code].status);
      return data({ kind: 'made' as const, url: made.value.url });
    }
    case 'end': {
      const ended = await context.commands.endFeed();
      if (!ended.ok) return refused(errorTable[ended.error.code].status);
      return data({ kind: 'ended' as const });
    }
  }
}

const refused = (status: number) => data({ kind: 'refused' as const }, status);

export default function CalendarSettings() {
  const w = useWords(feed);
  const { since, kind } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const format = useFormat();
  const url = answer?.kind === 'made' ? answer.url : null;
  return (
    <SettingsPage title={w.title} intro={w.intro}>
      {answer?.kind === 'refused' && <Problem>{w.failed}</Problem>}
      {answer?.kind === 'ended' && <Done>{w.ended}</Done>}
      {url && <Address url={url} />}
      {since !== null && !url && (
        <p className="text-15 text-ink">
          {w.since({ when: format.relative(since) })} <span className="text-muted">{w.lost}</span>
        </p>
      )}
      <Form method="post" className="flex flex-wrap items-center gap-3">
        <Button type="submit" name="intent" value="make" look={since === null ? kind : 'quiet'}>
          {since === null ? w.make : w.renew}
        </Button>
        {since !== null && (
          <>
            <Button type="submit" name="intent" value="end">
              {w.end}
            </Button>
            <span className="text-13 text-muted">{w.renewHint}</span>
          </>
        )}
      </Form>
      <p className="max-w-prose text-15 text-muted">{w.holds}</p>
      <HowTo />
      <Section title={w.once} intro={w.onceHow}>
        <CalendarLink href="/calendar.ics" />
      </Section>
    </SettingsPage>
  );
}

function Address({ url }: { url: string }) {
  const w = useWords(feed);
  return (
    <output className="flex flex-col gap-3 rounded-2xl border border-line bg-raised p-4">
      <p className="text-15 text-ink">{w.ready}</p>
      <ShownOnce text={url} label={w.address} />
      <a
        href={url.replace(/^https?:/, 'webcal:')}
        className="inline-flex min-h-11 items-center self-start rounded-xl border border-edge bg-raised px-4 text-15 font-semibold text-ink no-underline hover:border-ink md:min-h-10"
      >
        {w.open}
      </a>
    </output>
  );
}

function HowTo() {
  const w = useWords(feed);
  const ways = [
    [w.apple, w.appleHow],
    [w.google, w.googleHow],
    [w.outlook, w.outlookHow],
  ] as const;
  return (
    <Section title={w.how} intro={w.slow}>
      <dl className="flex flex-col gap-3">
        {ways.map(([name, how]) => (
          <div key={name}>
            <dt className="text-15 font-semibold text-ink">{name}</dt>
            <dd className="text-15 text-muted">{how}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
