// An address that no page has: told by a route of its own, so that its words come in the reader's
// language like those of every other page.
import { data } from '@remix-run/node';
import { errorTable } from '#shared/errors.ts';

export function loader(): never {
  throw data({ code: 'not-found' }, errorTable['not-found'].status);
}

export default function Nowhere() {
  return null;
}
