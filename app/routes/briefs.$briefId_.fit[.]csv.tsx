import type { LoaderFunctionArgs } from '@remix-run/node';
import { download } from '#app/download.ts';
import { unwrap } from '#app/unwrap.ts';

/** The comparison as a file for a spreadsheet. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  return download(
    unwrap(await context.views.fitCsv({ briefId: params['briefId'] ?? '' }), request),
  );
}
