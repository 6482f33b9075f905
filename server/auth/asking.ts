// "Ask Ploy for a new link": the way out of a link that is over. It lands with whoever can make
// another; the creator sees it in the activity like the brand does.
import { askedForLink, type LinkRow, linkByHash } from '#db/links.ts';
import { briefDoor, leadsOf, workspaceById } from '#db/members.ts';
import type { Tx } from '#db/open.ts';
import { type PersonRow, personById } from '#db/people.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { mail as mailWords } from '#shared/words/mail.ts';
import type { Services } from '../services.ts';
import { linkProblem, whomToAsk } from './links.ts';
import { hashSecret } from './secrets.ts';
import { addressOf, mayTry, pageUrl, type Visitor } from './visitor.ts';

/** Answers with the name of the person who was asked. */
export async function askForLink(
  s: Services,
  visitor: Visitor,
  token: string,
): Promise<Result<{ asked: string }>> {
  return s.db.transaction(async (tx) => {
    const row = await linkByHash(tx, hashSecret(token));
    const problem = linkProblem(s, row);
    if (!row || problem === 'link-unknown') return fail('link-unknown');
    if (!problem) return fail('not-now');
    const person = row.userId ? await personById(tx, row.userId) : null;
    const asked = await whomToAsk(tx, row, person);
    if (!asked) return fail(problem);
    const tried =
      (await mayTry(s, tx, 'askedLink', row.id)) &&
      (await mayTry(s, tx, 'askedLink', addressOf(visitor)));
    if (!tried) return fail('too-many');
    if (row.briefId && person) await askLeads(s, tx, { row, person, briefId: row.briefId });
    else await askInviter(s, tx, row);
    return ok({ asked });
  });
}

async function askLeads(
  s: Services,
  tx: Tx,
  { row, person, briefId }: { row: LinkRow; person: PersonRow; briefId: string },
): Promise<void> {
  const brief = await briefDoor(tx, briefId);
  if (!brief) return;
  const leads = (await leadsOf(tx, briefId)).map((lead) => lead.userId);
  const receivers = leads.length > 0 ? leads : row.createdBy ? [row.createdBy] : [];
  for (const toUserId of receivers) {
    const words = mailWords[(await personById(tx, toUserId))?.locale ?? 'en'];
    await s.mail.notify(tx, {
      workspaceId: brief.workspaceId,
      toUserId,
      subject: words.askedSubject({ name: person.name }),
      body: words.askedBody({
        name: person.name,
        brief: brief.title,
        url: pageUrl(s, `/briefs/${briefId}/creators`),
      }),
    });
  }
  const event = {
    kind: askedForLink,
    topic: `brief:${briefId}`,
    workspaceId: brief.workspaceId,
    briefId,
    actorId: person.id,
    at: s.now(),
  };
  await s.live.publish(tx, { ...event, audience: 'brand' });
  await s.live.publish(tx, { ...event, audience: 'person', toUserId: person.id });
}

async function askInviter(s: Services, tx: Tx, row: LinkRow): Promise<void> {
  const { workspaceId, createdBy } = row;
  const workspace = workspaceId ? await workspaceById(tx, workspaceId) : null;
  const inviter = createdBy ? await personById(tx, createdBy) : null;
  if (!workspace || !inviter) return;
  const words = mailWords[inviter.locale];
  await s.mail.notify(tx, {
    workspaceId: workspace.id,
    toUserId: inviter.id,
    subject: words.memberAskedSubject,
    body: words.memberAskedBody({
      workspace: workspace.name,
      url: pageUrl(s, '/settings/people'),
    }),
  });
}
