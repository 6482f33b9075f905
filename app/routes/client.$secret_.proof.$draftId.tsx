import type { LoaderFunctionArgs } from '@remix-run/node';
import { download } from '#app/download.ts';
import { secretPage } from '#app/entrance/through.ts';
import { unwrap } from '#app/unwrap.ts';

/** The proof as a file, byte for byte as it was signed, as long as the link shows its post. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { secret = '', draftId = '' } = params;
  const proof = await context.entrance.proofForClient({ secret, draftId });
  const { text, fileName } = unwrap(proof, request);
  const file = download({ name: fileName, type: 'application/json; charset=utf-8', bytes: text });
  for (const [name, value] of Object.entries(secretPage)) file.headers.set(name, value);
  return file;
}
