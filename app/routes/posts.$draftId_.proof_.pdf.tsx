import type { LoaderFunctionArgs } from '@remix-run/node';
import { download } from '#app/download.ts';
import { unwrap } from '#app/unwrap.ts';

/** The proof to read and to print. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const draftId = params['draftId'] ?? '';
  return download(unwrap(await context.views.takeProof({ draftId }), request));
}
