import type { LoaderFunctionArgs } from '@remix-run/node';
import { download } from '#app/download.ts';
import { unwrap } from '#app/unwrap.ts';

/** The guidelines as a file: ?what=v2 or comments; as=md, docx or pdf. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const briefId = params['briefId'] ?? '';
  const asked = new URL(request.url).searchParams;
  const [what, format] = [asked.get('what') ?? '', asked.get('as') ?? ''];
  return download(unwrap(await context.views.takeGuidelines({ briefId, what, format }), request));
}
