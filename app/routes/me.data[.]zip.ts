// Everything that is kept of a creator, as one archive.
import { createReadableStreamFromReadable, type LoaderFunctionArgs } from '@remix-run/node';
import { unwrap } from '#app/unwrap.ts';
import { contentDisposition } from '#shared/attachment.ts';

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { name, body } = unwrap(await context.views.takeOwnData(), request);
  return new Response(createReadableStreamFromReadable(body), {
    headers: {
      'Content-Type': 'application/zip',
      'Content-Disposition': contentDisposition('attachment', name),
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  });
}
