// The creators a workspace knows, by how people answer their posts.
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { Users } from 'lucide-react';
import { z } from 'zod';
import { answer, formFields } from '#app/components/brief-answer.ts';
import { AddToBrief } from '#app/components/roster-add.tsx';
import { RosterFilter } from '#app/components/roster-filter.tsx';
import { RosterTable } from '#app/components/roster-list.tsx';
import { RosterWeights } from '#app/components/roster-weights.tsx';
import { EmptyState, Page, PageHeader } from '#app/components/surface.tsx';
import { useWords } from '#app/components/words.tsx';
import { useLive } from '#app/live.tsx';
import { unwrap } from '#app/unwrap.ts';
import { fail } from '#shared/result.ts';
import { type RosterQuery, writeRosterQuery } from '#shared/roster.ts';
import { roster } from '#shared/words/roster.ts';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { search } = new URL(request.url);
  return unwrap(await context.views.rosterPage({ search }), request);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.workspace.name ?? ''} · Cobrief` },
];

const workspaceId = z.string();
const weight = z.string().trim().min(1);
const form = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('weigh'),
    workspaceId,
    likes: weight,
    comments: weight,
    saves: weight,
    shares: weight,
  }),
  z.object({ intent: z.literal('ask-figures'), workspaceId, userId: z.string() }),
  z.object({ intent: z.literal('add-to-brief'), briefId: z.string(), userId: z.string() }),
]);

export async function action({ context, request }: ActionFunctionArgs) {
  const input = form.safeParse(await formFields(request));
  if (!input.success) return answer('unknown', fail('bad-input'));
  const { commands } = context;
  const { intent } = input.data;
  switch (input.data.intent) {
    case 'weigh':
      return answer(intent, await commands.weighAnswers(input.data));
    case 'ask-figures':
      return answer(intent, await commands.askForFigures(input.data));
    case 'add-to-brief':
      return answer(intent, await commands.addToBrief(input.data));
  }
}

export default function Roster() {
  const w = useWords(roster);
  const page = useLoaderData<typeof loader>();
  const { workspace, query, rows, briefs, count, of } = page;
  useLive([`roster:${workspace.id}`, 'brief:*'], 1000);
  const { weights, timeZone } = page;
  return (
    <Page wide>
      <PageHeader
        title={w.title}
        intro={w.intro}
        action={<AddToBrief creators={rows} briefs={briefs} />}
      />
      {of === 0 ? (
        <EmptyState icon={<Users className="size-6" />} title={w.empty}>
          <p>{w.emptyHint}</p>
        </EmptyState>
      ) : (
        <>
          <RosterFilter query={query} platforms={page.platforms} />
          <div className="mb-3 flex flex-wrap items-center justify-between gap-x-6">
            <p className="text-15">
              {w.countOf({ count, of })}, {w.showing({ n: page.showing })}
            </p>
            <RosterWeights weights={weights} workspaceId={workspace.id} mayWrite={page.mayWrite} />
          </div>
          {rows.length === 0 ? (
            <EmptyState title={w.noMatch}>
              <p>
                {w.noMatchHint} <Link to="/creators">{w.everybody}</Link>
              </p>
            </EmptyState>
          ) : (
            <>
              <RosterTable {...{ rows, query, weights, timeZone }} workspaceId={workspace.id} />
              <p className="mt-3 max-w-prose text-13 text-muted">{w.tiesNote}</p>
              <Pages query={query} pages={page.pages} />
            </>
          )}
        </>
      )}
    </Page>
  );
}

const pageLink = 'inline-flex min-h-11 items-center text-15 font-medium';

function Pages({ query, pages }: { query: RosterQuery; pages: number }) {
  const w = useWords(roster);
  if (pages <= 1) return null;
  const to = (page: number) => ({ search: writeRosterQuery({ ...query, page }) });
  return (
    <nav aria-label={w.title} className="mt-4 flex items-center justify-between gap-4">
      <span>
        {query.page > 1 && (
          <Link to={to(query.page - 1)} className={pageLink}>
            {w.earlier}
          </Link>
        )}
      </span>
      <span className="text-13 text-muted">{w.page({ page: query.page, pages })}</span>
      <span>
        {query.page < pages && (
          <Link to={to(query.page + 1)} className={pageLink}>
            {w.later}
          </Link>
        )}
      </span>
    </nav>
  );
}
