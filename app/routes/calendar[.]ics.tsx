import type { LoaderFunctionArgs } from '@remix-run/node';
import { fileOf } from '#app/calendar-file.ts';
import { unwrap } from '#app/unwrap.ts';

/** The days of all of the reader's posts. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  return fileOf(unwrap(await context.views.calendar({}), request));
}
