// The posts that changed, for the open grid: ?draft=… for each that the event socket named.
import type { LoaderFunctionArgs } from '@remix-run/node';
import { unwrap } from '#app/unwrap.ts';

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const briefId = params['briefId'] ?? '';
  const draftIds = new URL(request.url).searchParams.getAll('draft');
  return Response.json(unwrap(await context.views.postCells({ briefId, draftIds }), request));
}
