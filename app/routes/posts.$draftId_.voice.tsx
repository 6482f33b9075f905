import type { LoaderFunctionArgs } from '@remix-run/node';
import { unwrap } from '#app/unwrap.ts';

/** The voice card beside a post, as this reader may see it. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const draftId = params['draftId'] ?? '';
  return Response.json(unwrap(await context.views.postVoice({ draftId }), request));
}
