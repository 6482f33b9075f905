import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { ArrowLeft, FileDown, Printer } from 'lucide-react';
import { Button } from '#app/components/button.tsx';
import { ReportAsked, ReportLive, ReportPosts } from '#app/components/report-tables.tsx';
import { SummaryFacts, PointShares } from '#app/components/report-summary.tsx';
import { EmptyState, Page, PageHeader } from '#app/components/surface.tsx';
import { useWords } from '#app/components/words.tsx';
import { unwrap } from '#app/unwrap.ts';
import { report } from '#shared/words/report.ts';

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const briefId = params['briefId'] ?? '';
  return unwrap(await context.views.reportPage({ briefId }), request);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.brief.title ?? ''} · Cobrief` },
];

export default function Report() {
  const w = useWords(report);
  const page = useLoaderData<typeof loader>();
  const { brief, posts, points, summary } = page;
  return (
    <Page wide>
      <p className="not-printed mb-2">
        <Link
          to={`/briefs/${brief.id}/posts`}
          className="inline-flex min-h-11 items-center gap-1.5 text-15 font-medium text-ink"
        >
          <ArrowLeft className="size-4" aria-hidden="true" />
          {w.back}
        </Link>
      </p>
      <PageHeader
        title={w.title}
        intro={[brief.title, brief.brandName, brief.product].filter(Boolean).join(' · ')}
        action={
          <span className="not-printed flex flex-wrap gap-2">
            <Button onClick={() => window.print()}>
              <Printer className="size-4" aria-hidden="true" />
              {w.print}
            </Button>
            <a
              href={`/briefs/${brief.id}/report/pdf`}
              download
              className="inline-flex min-h-11 items-center gap-2 rounded-xl border border-edge bg-raised px-4 text-15 font-semibold text-ink no-underline hover:border-ink md:min-h-10"
            >
              <FileDown className="size-4" aria-hidden="true" />
              {w.pdf}
            </a>
          </span>
        }
      />
      {posts.length === 0 ? (
        <EmptyState title={w.none}>
          <p>{w.noneHint}</p>
        </EmptyState>
      ) : (
        <div className="flex flex-col gap-10">
          <SummaryFacts summary={summary} />
          <PointShares summary={summary} points={points} />
          <ReportPosts posts={posts} points={points.length} timeZone={brief.timeZone} />
          <ReportLive posts={posts} />
          <ReportAsked posts={posts} />
        </div>
      )}
    </Page>
  );
}
