// What was agreed for a post, for the pieces of its page that show it when it is wanted.
import type { LoaderFunctionArgs } from '@remix-run/node';
import { unwrap } from '#app/unwrap.ts';

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  return unwrap(await context.views.agreedFor({ draftId: params['draftId'] ?? '' }), request);
}
