import type { LoaderFunctionArgs } from '@remix-run/node';
import { download } from '#app/download.ts';
import { unwrap } from '#app/unwrap.ts';

/** The report on paper. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const briefId = params['briefId'] ?? '';
  return download(unwrap(await context.views.takeReport({ briefId }), request));
}
