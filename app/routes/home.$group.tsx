// One group of a home whole, a page at a time.
import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { useGroupTitles } from '#app/components/home-counts.tsx';
import { HomePosts } from '#app/components/home-posts.tsx';
import { EmptyState, Page, PageHeader } from '#app/components/surface.tsx';
import { useWords } from '#app/components/words.tsx';
import { useLive } from '#app/live.tsx';
import { unwrap } from '#app/unwrap.ts';
import { home } from '#shared/words/home.ts';

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const group = params['group'] ?? '';
  const page = Number.parseInt(new URL(request.url).searchParams.get('page') ?? '1', 10) || 1;
  return unwrap(await context.views.homeGroup({ group, page }), request);
}

const link = 'inline-flex min-h-11 items-center text-15 font-medium';

export default function HomeGroupPage() {
  const words = useWords(home);
  const titles = useGroupTitles();
  const { side, group, count, rows, page, pages } = useLoaderData<typeof loader>();
  useLive(['brief:*', 'draft:*'], 1000);
  return (
    <Page>
      <Link to="/" className={link}>
        {words.back}
      </Link>
      <PageHeader title={`${titles[group]} (${count})`} />
      {count > 0 ? <HomePosts posts={rows} side={side} /> : <EmptyState title={words.groupEmpty} />}
      {pages > 1 && (
        <nav aria-label={words.posts} className="mt-4 flex items-center justify-between gap-4">
          <span>
            {page > 1 && (
              <Link to={`?page=${page - 1}`} className={link}>
                {words.earlier}
              </Link>
            )}
          </span>
          <span className="text-13 text-muted">{words.page({ page, pages })}</span>
          <span>
            {page < pages && (
              <Link to={`?page=${page + 1}`} className={link}>
                {words.later}
              </Link>
            )}
          </span>
        </nav>
      )}
    </Page>
  );
}
