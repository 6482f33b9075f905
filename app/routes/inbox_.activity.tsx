// The drawer's other half: what happened where the reader has a part.
import type { LoaderFunctionArgs } from '@remix-run/node';
import { unwrap } from '#app/unwrap.ts';

async function happened({ context, request }: LoaderFunctionArgs) {
  return { happened: unwrap(await context.views.activity(), request), now: context.now };
}

export type Happened = Awaited<ReturnType<typeof happened>>;

export async function loader(args: LoaderFunctionArgs) {
  return Response.json(await happened(args));
}
