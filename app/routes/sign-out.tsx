import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { through } from '#app/entrance/through.ts';

/** Signing out is a POST: a link in a page or a mail must not do it. */
export const loader = () => redirect('/');

export async function action({ context }: ActionFunctionArgs) {
  return through(await context.entrance.signOut());
}
