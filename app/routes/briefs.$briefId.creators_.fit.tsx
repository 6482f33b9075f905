// A brief's creators side by side: what the brand's people say of each, factor by factor, and how far
// apart they are. Whom the reader has not rated alone stays closed to them.
import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData, useSearchParams } from '@remix-run/react';
import { Users } from 'lucide-react';
import { ButtonLink } from '#app/components/button.tsx';
import { FitTable } from '#app/components/fit-table.tsx';
import { EmptyState, Page } from '#app/components/surface.tsx';
import { useWords } from '#app/components/words.tsx';
import { useLive } from '#app/live.tsx';
import { unwrap } from '#app/unwrap.ts';
import { fit } from '#shared/words/fit.ts';

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  return unwrap(await context.views.fitCompare({ briefId: params['briefId'] ?? '' }), request);
}

export default function CompareFit() {
  const w = useWords(fit);
  const { briefId, rows } = useLoaderData<typeof loader>();
  const [params] = useSearchParams();
  useLive([`fit:${briefId}`, `guidelines:${briefId}`, `brief:${briefId}`]);
  return (
    <Page wide>
      <Link
        to={`/briefs/${briefId}/creators`}
        className="inline-flex min-h-11 items-center text-15"
      >
        {w.backCreators}
      </Link>
      <header className="mb-6 flex flex-wrap items-start justify-between gap-4">
        <div className="flex min-w-0 flex-col gap-1">
          <h2 className="text-28">{w.compareTitle}</h2>
          <p className="max-w-prose text-17 text-muted">{w.compareIntro}</p>
        </div>
        {rows.length > 0 && (
          <ButtonLink to={`/briefs/${briefId}/fit.csv`} reloadDocument>
            {w.csv}
          </ButtonLink>
        )}
      </header>
      {rows.length === 0 ? (
        <EmptyState icon={<Users className="size-6" />} title={w.noCreators}>
          <p>{w.noCreatorsHint}</p>
        </EmptyState>
      ) : (
        <FitTable {...{ briefId, rows }} sort={params.get('sort') ?? ''} />
      )}
    </Page>
  );
}
