import type { LoaderFunctionArgs } from '@remix-run/node';
import { fileOf } from '#app/calendar-file.ts';
import { unwrap } from '#app/unwrap.ts';

/** The creator's own times on shoot days. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const briefId = params['briefId'] ?? '';
  return fileOf(unwrap(await context.views.shootCalendar({ briefId }), request));
}
