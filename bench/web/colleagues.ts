// More people of the brand, as they come to be: the lead invites them to the brief, they join by the
// link, and make themselves an access token.
import { request } from 'playwright-core';
import type { Draft, Stage } from './stage.ts';

/** Their access token. */
export async function inviteColleague(stage: Stage, draft: Draft, name: string): Promise<string> {
  const { url } = stage.cobrief;
  const headers = { origin: url };
  const invited = await stage.people.Ploy.context.request.post(
    `${url}/briefs/${draft.briefId}.data`,
    { headers, form: { intent: 'invite-person', role: 'colleague' } },
  );
  const link = found(await invited.text(), /\/l\/[\w-]+/);
  const theirs = await request.newContext({ baseURL: url, extraHTTPHeaders: headers });
  const email = `${name.toLowerCase().replace(' ', '-')}@rimdaet.example`;
  await theirs.post(`${link}.data`, {
    form: { intent: 'join', name, email, password: `the password of ${name}` },
  });
  const made = await theirs.post('/settings/tokens.data', { form: { intent: 'make', name } });
  const token = found(await made.text(), /cobrief_[\w-]{20,}/);
  await theirs.dispose();
  return token;
}

function found(answer: string, what: RegExp): string {
  const [first] = what.exec(answer) ?? [];
  if (!first) throw new Error(`no ${what.source} in ${answer.slice(0, 200)}`);
  return first;
}
