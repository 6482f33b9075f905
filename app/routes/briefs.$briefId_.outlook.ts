import type { LoaderFunctionArgs } from '@remix-run/node';
import { unwrap } from '#app/unwrap.ts';

/** What publishing would do to whom, for the dialog that publishes. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const briefId = params['briefId'] ?? '';
  return unwrap(await context.views.publishingOutlook({ briefId }), request);
}
