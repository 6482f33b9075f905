// Events of a brief, by who may hear them. What is one creator's own goes to that person and the
// brand side, never to everyone.
import { briefById } from '#db/briefs.ts';
import type { Tx } from '#db/open.ts';
import type { Actor } from '#shared/roles.ts';
import type { Services } from './services.ts';

export interface BriefEvent {
  briefId: string;
  actor: Actor;
  kind: string;
  body?: Record<string, string | number>;
}

/** The brief's row that a right was judged on in this transaction. */
export async function existingBrief(tx: Tx, briefId: string) {
  const row = await briefById(tx, briefId);
  if (!row) throw new Error('a brief was judged and is not there');
  return row;
}

async function rowOf(s: Services, tx: Tx, { briefId, actor, kind, body }: BriefEvent) {
  const { workspaceId } = await existingBrief(tx, briefId);
  const about = { workspaceId, briefId, actorId: actor.userId, at: s.now() };
  return { kind, ...about, ...(body && { body }) };
}

export async function tellBrand(s: Services, tx: Tx, event: BriefEvent): Promise<void> {
  const row = await rowOf(s, tx, event);
  await s.live.publish(tx, { ...row, topic: `brief:${event.briefId}`, audience: 'brand' });
}

/** The brand side and this one person, who may have no part in the brief any more. */
export async function tellPerson(
  s: Services,
  tx: Tx,
  { personId, ...event }: BriefEvent & { personId: string },
): Promise<void> {
  const row = { ...(await rowOf(s, tx, event)), topic: `brief:${event.briefId}` };
  await s.live.publish(tx, { ...row, audience: 'brand' });
  await s.live.publish(tx, { ...row, audience: 'person', toUserId: personId });
}

/** The brand side and every creator of the brief. */
export async function tellEveryone(s: Services, tx: Tx, event: BriefEvent): Promise<void> {
  const row = await rowOf(s, tx, event);
  await s.live.publish(tx, { ...row, topic: `guidelines:${event.briefId}`, audience: 'everyone' });
}
