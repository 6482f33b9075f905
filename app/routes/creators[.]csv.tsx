import type { LoaderFunctionArgs } from '@remix-run/node';
import { download } from '#app/download.ts';
import { unwrap } from '#app/unwrap.ts';

/** The creators as a file, filtered and ordered as the page that was asked from. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { search } = new URL(request.url);
  return download(unwrap(await context.views.rosterCsv({ search }), request));
}
