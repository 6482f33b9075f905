// What the bell's drawer reads, and marking it as read. It has no page of its own.
import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { fieldsOf } from '#app/entrance/through.ts';
import { unwrap } from '#app/unwrap.ts';
import { errorTable } from '#shared/errors.ts';

async function inboxOf({ context, request }: LoaderFunctionArgs) {
  return { ...unwrap(await context.views.inbox(), request), now: context.now };
}

export type Inbox = Awaited<ReturnType<typeof inboxOf>>;

export async function loader(args: LoaderFunctionArgs) {
  return Response.json(await inboxOf(args));
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { id } = await fieldsOf(request);
  const done = await context.commands.readInbox(id === undefined ? { all: true } : { id });
  return data({ ok: done.ok }, done.ok ? 200 : errorTable[done.error.code].status);
}
