import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { ArrowLeft } from 'lucide-react';
import { Changes, GuidelinesText } from '#app/components/brief-guidelines-text.tsx';
import { Card, Page, PageHeader, Section } from '#app/components/surface.tsx';
import { TakeGuidelines } from '#app/components/take-along.tsx';
import { useFormat, useWords } from '#app/components/words.tsx';
import { unwrap } from '#app/unwrap.ts';
import { guidelinesPage } from '#shared/words/guidelines-page.ts';

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { briefId = '', n = '' } = params;
  return unwrap(await context.views.versionPage({ briefId, n: Number(n) }), request);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.brief.title ?? ''} v${data?.version.n ?? ''} · Cobrief` },
];

/** A version is frozen: nothing here changes while it is open. */
export default function VersionPage() {
  const w = useWords(guidelinesPage);
  const format = useFormat();
  const { brief, version, structure, changes, isCreator } = useLoaderData<typeof loader>();
  const { n, hash, change, note, publishedAt, publisher, timeZone } = version;
  const date = format.dateTime(publishedAt, timeZone);
  const kinds = { first: w.first, wording: w.wording, matters: w.matters };
  const back = isCreator ? `/invite/${brief.id}` : `/briefs/${brief.id}/guidelines`;
  return (
    <Page>
      <Link
        to={back}
        className="not-printed mb-3 inline-flex min-h-11 items-center gap-1.5 text-15"
      >
        <ArrowLeft className="size-4" aria-hidden="true" />
        {isCreator ? w.backInvite : w.back}
      </Link>
      <PageHeader
        title={w.version({ n })}
        action={
          <TakeGuidelines
            briefId={brief.id}
            versions={[n]}
            side={isCreator ? 'creator' : 'brand'}
            hasComments={false}
          />
        }
        intro={
          <>
            <p>{brief.title}</p>
            <p className="text-15">
              {publisher ? w.publishedBy({ name: publisher, date }) : w.publishedOn({ date })} ·{' '}
              {kinds[change]}
            </p>
          </>
        }
      />
      {note && <p className="mb-6 text-17 break-words whitespace-pre-line text-ink">{note}</p>}
      {n > 1 && (
        <Section title={w.changes({ n: n - 1 })}>
          <Card>
            <Changes changes={changes} before={n - 1} />
          </Card>
        </Section>
      )}
      <Section title={w.wholeText}>
        <Card>
          <GuidelinesText structure={structure} />
        </Card>
      </Section>
      <p className="text-13 text-muted">{w.hash}</p>
      <code className="text-13 break-all text-ink">{hash}</code>
    </Page>
  );
}
