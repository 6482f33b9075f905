// "Open my brief": the press that uses a link up and lets its person in.
import { consumeLink, hasComeIn, type LinkRow, linkByHash, noteOpened } from '#db/links.ts';
import { briefDoor, creatorState, noteCreatorOpened } from '#db/members.ts';
import type { Tx } from '#db/open.ts';
import { isClaimed, personById } from '#db/people.ts';
import type { SessionMethod } from '#db/sessions.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { Services } from '../services.ts';
import { linkProblem, pageAfter } from './links.ts';
import { hashSecret } from './secrets.ts';
import { type Entered, enter, type Visitor } from './visitor.ts';

export async function openLink(
  s: Services,
  visitor: Visitor,
  token: string,
): Promise<Result<Entered>> {
  return s.db.transaction(async (tx) => {
    const row = await linkByHash(tx, hashSecret(token));
    const problem = linkProblem(s, row);
    if (!row || problem) return fail(problem ?? 'link-unknown');
    const { userId } = row;
    if (!userId) return fail('bad-input');
    if (row.purpose === 'demo') {
      await noteOpened(tx, row.id, s.now());
      return ok({
        to: pageAfter(row),
        cookies: await enter(s, tx, visitor, { userId, method: 'demo' }),
      });
    }
    if (row.purpose === 'sign-in') {
      // A letter about something else may have been passed on: it proves less than one asked for.
      const method = row.path ? 'letter' : 'sign-in link';
      return useUp(s, tx, visitor, { row, userId, method });
    }
    return openInvitation(s, tx, visitor, { row, userId, token });
  });
}

async function openInvitation(
  s: Services,
  tx: Tx,
  visitor: Visitor,
  { row, userId, token }: { row: LinkRow; userId: string; token: string },
): Promise<Result<Entered>> {
  const state = row.briefId && (await creatorState(tx, { briefId: row.briefId, userId }));
  if (!state || state === 'removed') return fail('link-revoked');
  const isSelf = visitor.actor?.userId === userId;
  if (!isSelf && !(await letsIn(tx, row, userId))) {
    return ok({ to: `/sign-in?next=${encodeURIComponent(`/l/${token}`)}`, cookies: [] });
  }
  const method = row.purpose === 'reinvite-creator' ? 're-invitation' : 'invitation';
  return useUp(s, tx, visitor, { row, userId, method });
}

/**
 * An invitation is a way in only for somebody who never came in: the brand has a copy of it. Later
 * only a re-invitation is one, which answers the creator's own request, and nothing that others can
 * copy opens a claimed account.
 */
async function letsIn(tx: Tx, row: LinkRow, userId: string): Promise<boolean> {
  const person = await personById(tx, userId);
  if (!person || (await isClaimed(tx, person))) return false;
  return row.purpose === 'reinvite-creator' || !(await hasComeIn(tx, userId));
}

async function useUp(
  s: Services,
  tx: Tx,
  visitor: Visitor,
  { row, userId, method }: { row: LinkRow; userId: string; method: SessionMethod },
): Promise<Result<Entered>> {
  const cookies = await enter(s, tx, visitor, { userId, method });
  if (!(await consumeLink(tx, row.id, s.now()))) {
    throw new Error('a link was used up inside the transaction that holds it');
  }
  if (row.briefId) await tellOpened(s, tx, { briefId: row.briefId, userId, method });
  return ok({ to: pageAfter(row), cookies });
}

/** The brand hears that the creator came in, and how; so does the creator, on every device. */
async function tellOpened(
  s: Services,
  tx: Tx,
  { briefId, userId, method }: { briefId: string; userId: string; method: SessionMethod },
): Promise<void> {
  const brief = await briefDoor(tx, briefId);
  if (!brief) return;
  await noteCreatorOpened(tx, { briefId, userId });
  const event = {
    kind: 'creator.opened',
    topic: `brief:${briefId}`,
    workspaceId: brief.workspaceId,
    briefId,
    actorId: userId,
    at: s.now(),
    body: { method },
  };
  await s.live.publish(tx, { ...event, audience: 'brand' });
  await s.live.publish(tx, { ...event, audience: 'person', toUserId: userId });
}
