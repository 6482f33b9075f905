import type { LoaderFunctionArgs } from '@remix-run/node';
import { secretPage } from '#app/entrance/through.ts';
import { errorTable } from '#shared/errors.ts';
import { errors } from '#shared/words/errors.ts';

/** A person's days, for the calendar program that was given this address. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const secret = /^([\w-]{20,100})\.ics$/.exec(params['file'] ?? '')?.[1];
  const read = await context.entrance.readFeed(secret ?? '');
  if (read.ok) {
    const headers = { ...secretPage, 'Content-Type': 'text/calendar; charset=utf-8' };
    return new Response(read.value, { headers });
  }
  const { code } = read.error;
  const words = errors[context.locale];
  // Read by a program, and by a person only when something is wrong with the address.
  return new Response((words[code] ?? words.unknown).title, {
    status: errorTable[code].status,
    headers: { ...secretPage, 'Content-Type': 'text/plain; charset=utf-8' },
  });
}
