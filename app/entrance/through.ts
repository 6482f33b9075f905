// Leaving a door: the cookies are set and the whole page is loaded anew, so that nothing of the
// person who was here before, no socket and no open document, lives on under the new name.
import { redirectDocument } from '@remix-run/node';

export function through({ to, cookies }: { to: string; cookies: string[] }): Response {
  const headers = new Headers();
  for (const cookie of cookies) headers.append('Set-Cookie', cookie);
  return redirectDocument(to, { headers });
}

/** Pages at a secret address: kept by no cache, listed nowhere, named to no other site. */
export const secretPage = {
  'Cache-Control': 'no-store',
  'X-Robots-Tag': 'noindex, nofollow',
  'Referrer-Policy': 'no-referrer',
};

/** The form's fields as text; a file in a text field counts as nothing. */
export async function fieldsOf(request: Request): Promise<Record<string, string>> {
  const form = await request.formData();
  const fields: Record<string, string> = {};
  for (const [name, value] of form) if (typeof value === 'string') fields[name] = value;
  return fields;
}
