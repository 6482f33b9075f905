// Followers in common, measured by the creators: who has sent, and how many each pair shares.
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, Link, useLoaderData } from '@remix-run/react';
import { Users } from 'lucide-react';
import { z } from 'zod';
import { answer, formFields } from '#app/components/brief-answer.ts';
import { Button } from '#app/components/button.tsx';
import { Person } from '#app/components/people.tsx';
import { EmptyState, Page, PageHeader, Rows, Section } from '#app/components/surface.tsx';
import { useFormat, useWords } from '#app/components/words.tsx';
import { useLive } from '#app/live.tsx';
import { unwrap } from '#app/unwrap.ts';
import { overlapShare } from '#shared/overlap.ts';
import { fail } from '#shared/result.ts';
import { overlap as words } from '#shared/words/overlap.ts';

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  return unwrap(await context.views.overlapPage({ briefId: params['briefId'] ?? '' }), request);
}

const form = z.object({ intent: z.enum(['open-overlap', 'close-overlap']) });

export async function action({ request, params, context }: ActionFunctionArgs) {
  const of = { briefId: params['briefId'] ?? '' };
  const input = form.safeParse(await formFields(request));
  if (!input.success) return answer('unknown', fail('bad-input'));
  const { commands } = context;
  const { intent } = input.data;
  switch (intent) {
    case 'open-overlap':
      return answer(intent, await commands.openOverlap(of));
    case 'close-overlap':
      return answer(intent, await commands.closeOverlap(of));
  }
}

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

export default function OverlapPage() {
  const w = useWords(words);
  const page = useLoaderData<typeof loader>();
  useLive([`brief:${page.briefId}`]);
  return (
    <Page wide>
      <Link
        to={`/briefs/${page.briefId}/plan`}
        className="inline-flex min-h-11 items-center text-15"
      >
        {w.backPlan}
      </Link>
      <PageHeader title={w.title} intro={w.intro} action={<Ask page={page} />} />
      {page.round ? <Round page={page} round={page.round} /> : <NotAsked page={page} />}
      {(page.round || page.pairs.length > 0) && <Pairs page={page} />}
    </Page>
  );
}

function Ask({ page }: { page: Loaded }) {
  const w = useWords(words);
  if (!page.may.ask || page.round || page.creators.length === 0) return null;
  return (
    <Form method="post">
      <Button type="submit" name="intent" value="open-overlap" look="brand">
        {w.ask}
      </Button>
    </Form>
  );
}

function NotAsked({ page }: { page: Loaded }) {
  const w = useWords(words);
  if (page.pairs.length > 0) return null;
  return (
    <EmptyState icon={<Users className="size-6" />} title={w.none}>
      <p className="max-w-prose">{page.creators.length === 0 ? w.noCreators : w.noneHint}</p>
    </EmptyState>
  );
}

function Round({ page, round }: { page: Loaded; round: NonNullable<Loaded['round']> }) {
  const w = useWords(words);
  const format = useFormat();
  return (
    <Section title={w.who}>
      <p className="mb-3 text-15 text-muted">
        {w.asking({ day: format.date(round.endsAt, page.timeZone) })}
      </p>
      <Rows>
        {page.creators.map(({ userId, name, sentAt }) => (
          <li
            key={userId}
            className="flex min-h-12 flex-wrap items-center justify-between gap-x-4 px-4 py-2"
          >
            <Person name={name} side="creator" />
            <span className={`text-15 ${sentAt === null ? 'text-muted' : 'text-ink'}`}>
              {sentAt === null ? w.notYet : w.sent({ when: format.relative(sentAt) })}
            </span>
          </li>
        ))}
      </Rows>
      {page.may.ask && (
        <Form method="post" className="mt-3 flex flex-wrap items-center gap-3">
          <Button type="submit" name="intent" value="close-overlap">
            {w.close}
          </Button>
          <span className="text-13 text-muted">{w.closeHint}</span>
        </Form>
      )}
    </Section>
  );
}

function Pairs({ page }: { page: Loaded }) {
  const w = useWords(words);
  const names = new Map(page.creators.map(({ userId, name }) => [userId, name]));
  const pairs = page.pairs.flatMap((pair) => {
    const [a, b] = [names.get(pair.aUserId), names.get(pair.bUserId)];
    return a && b ? [{ ...pair, a, b, share: overlapShare(pair) }] : [];
  });
  if (pairs.length === 0) {
    return (
      <Section title={w.pairs}>
        <p className="text-15 text-muted">{w.noPairs}</p>
      </Section>
    );
  }
  return (
    <Section title={w.pairs}>
      <PairsTable pairs={pairs.sort((one, other) => other.share - one.share)} page={page} />
      <p className="mt-3 max-w-prose text-13 text-muted">{w.formula}</p>
    </Section>
  );
}

type Pair = Loaded['pairs'][number] & { a: string; b: string; share: number };

function PairsTable({ pairs, page }: { pairs: Pair[]; page: Loaded }) {
  const w = useWords(words);
  const format = useFormat();
  return (
    <div className="overflow-x-auto rounded-2xl border border-line bg-raised">
      <table className="w-full text-15 tabular-nums">
        <thead>
          <tr className="border-b border-line text-left text-13 text-muted">
            <th className="px-4 py-2 font-medium">{w.pair}</th>
            <th className="px-4 py-2 text-right font-medium">{w.common}</th>
            <th className="px-4 py-2 text-right font-medium">{w.share}</th>
            <th className="px-4 py-2 font-medium max-sm:hidden">{w.counted}</th>
          </tr>
        </thead>
        <tbody>
          {pairs.map(({ aUserId, bUserId, a, b, common, share, at }) => (
            <tr key={`${aUserId} ${bUserId}`} className="border-b border-line last:border-0">
              <th scope="row" className="px-4 py-3 text-left font-medium text-ink">
                {a} · {b}
              </th>
              <td className="px-4 py-3 text-right">{format.number(common)}</td>
              <td className="px-4 py-3 text-right">{format.percent(share)}</td>
              <td className="px-4 py-3 text-muted max-sm:hidden">
                {format.date(at, page.timeZone)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
