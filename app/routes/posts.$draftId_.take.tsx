import type { LoaderFunctionArgs } from '@remix-run/node';
import { download } from '#app/download.ts';
import { unwrap } from '#app/unwrap.ts';

/** The post as a file: ?what=now, comments or v2; as=md, docx or pdf. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const draftId = params['draftId'] ?? '';
  const asked = new URL(request.url).searchParams;
  const [what, format] = [asked.get('what') ?? 'now', asked.get('as') ?? ''];
  return download(unwrap(await context.views.takePost({ draftId, what, format }), request));
}
