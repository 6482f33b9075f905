// From a Result to a page: the value, or the response that the error boundary has words for.
import { data, redirect } from '@remix-run/node';
import { errorTable } from '#shared/errors.ts';
import type { Result } from '#shared/result.ts';

/** Who is not signed in is sent to the door and comes back to where they wanted to go. */
export function unwrap<T>(result: Result<T>, request: Request): T {
  if (result.ok) return result.value;
  const { code } = result.error;
  if (code === 'signed-out') throw redirect(doorFor(request));
  throw data({ code }, errorTable[code].status);
}

function doorFor(request: Request): string {
  const { pathname, search } = new URL(request.url);
  const wanted = request.method === 'GET' ? pathname.replace(/\.data$/, '') + search : '/';
  return `/sign-in?next=${encodeURIComponent(wanted)}`;
}
