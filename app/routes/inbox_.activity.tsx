// The drawer's other half: what happened where the reader has a part.
import type { LoaderFunctionArgs } from '@remix-run/node';
import { unwrap } from '#app/unwrap.ts';

export async function loader({ context, request }: LoaderFunctionArgs) {
  return { happened: unwrap(await context.views.activity(), request), now: context.now };
}
