// Who is where in a brief, for the rows of marks that ask again whenever somebody comes or goes.
import type { LoaderFunctionArgs } from '@remix-run/node';
import { unwrap } from '#app/unwrap.ts';

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const briefId = params['briefId'] ?? '';
  return Response.json(unwrap(await context.views.hereInBrief({ briefId }), request));
}
