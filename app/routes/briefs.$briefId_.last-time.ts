import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import type { ShouldRevalidateFunction } from '@remix-run/react';
import { answer } from '#app/components/brief-answer.ts';
import { unwrap } from '#app/unwrap.ts';

/** What the brief this one began from can teach, and whom to ask again. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const briefId = params['briefId'] ?? '';
  return { last: unwrap(await context.views.lastTime({ briefId }), request) };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const form = await request.formData();
  const userIds = form.getAll('userId').filter((one) => typeof one === 'string');
  const deal = form.get('deal') === 'on';
  const briefId = params['briefId'] ?? '';
  return answer('again', await context.commands.inviteAgain({ briefId, userIds, deal }));
}

/** Last time is over: only asking somebody again changes what is said here. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ formAction }) =>
  formAction?.endsWith('/last-time') ?? false;
