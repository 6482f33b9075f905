import type { LoaderFunctionArgs } from '@remix-run/node';
import { download } from '#app/download.ts';
import { unwrap } from '#app/unwrap.ts';

/** The proof as a file, byte for byte as it was signed. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const draftId = params['draftId'] ?? '';
  const { text, fileName } = unwrap(await context.views.postProof({ draftId }), request);
  return download({ name: fileName, type: 'application/json; charset=utf-8', bytes: text });
}
