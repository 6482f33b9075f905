// The ready message about a post, fetched when somebody wants to send one.
import type { LoaderFunctionArgs } from '@remix-run/node';
import { unwrap } from '#app/unwrap.ts';

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  return unwrap(await context.views.postShare({ draftId: params['draftId'] ?? '' }), request);
}
