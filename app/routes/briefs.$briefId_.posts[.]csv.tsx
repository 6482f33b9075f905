import type { LoaderFunctionArgs } from '@remix-run/node';
import { download } from '#app/download.ts';
import { unwrap } from '#app/unwrap.ts';

/** The posts as a file, filtered and ordered as the page that was asked from. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const briefId = params['briefId'] ?? '';
  const query = new URL(request.url).search;
  return download(unwrap(await context.views.postsCsv({ briefId, query }), request));
}
