import type { LoaderFunctionArgs } from '@remix-run/node';
import { fileOf } from '#app/calendar-file.ts';
import { unwrap } from '#app/unwrap.ts';

/** The days of this post. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const draftId = params['draftId'] ?? '';
  return fileOf(unwrap(await context.views.calendar({ draftId }), request));
}
