// How far audiences overlap: the brand sees who sent and the counts of pairs, a creator only whether
// they are asked and whether they sent. Another creator is never named to them.
import { briefById } from '#db/briefs.ts';
import { creatorPlace, creatorsOf } from '#db/creators.ts';
import { openRound, overlapsOf, sendersOf } from '#db/overlap.ts';
import { roundEnds } from '#shared/overlap.ts';
import { fail, ok } from '#shared/result.ts';
import { type Actor, can } from '#shared/roles.ts';
import { seenBrief } from '../brief-case.ts';
import { judge } from '../rights.ts';
import type { Services } from '../services.ts';

export async function overlapPage(s: Services, actor: Actor, { briefId }: { briefId: string }) {
  const seen = await seenBrief(s, actor, briefId);
  if (!seen.ok) return seen;
  const { brief, standing } = seen.value;
  if (!can('plan.read', standing)) return fail('not-allowed');
  const round = await openRound(s.db, briefId);
  const sent = new Map(
    (round ? await sendersOf(s.db, round.id) : []).map(({ userId, at }) => [userId, at.getTime()]),
  );
  const creators = (await creatorsOf(s.db, briefId)).filter(({ state }) => state === 'in');
  return ok({
    briefId,
    timeZone: brief.timeZone,
    round: round && { endsAt: roundEnds(round.openedAt).getTime() },
    /** Who has sent first. */
    creators: creators
      .map(({ userId, name }) => ({ userId, name, sentAt: sent.get(userId) ?? null }))
      .sort((a, b) => Number(b.sentAt !== null) - Number(a.sentAt !== null)),
    pairs: await overlapsOf(s.db, briefId),
    may: { ask: can('overlap.ask', standing) },
  });
}

export async function ownOverlap(s: Services, actor: Actor, { briefId }: { briefId: string }) {
  const allowed = await judge(s.db, { actor, place: { briefId }, action: 'overlap.send' });
  if (!allowed.ok) return allowed;
  const place = await creatorPlace(s.db, { briefId, userId: actor.userId });
  const brief = await briefById(s.db, briefId);
  if (!place || !brief) return fail('not-found');
  const round = place.state === 'in' ? await openRound(s.db, briefId) : null;
  const sent = round ? await sendersOf(s.db, round.id) : [];
  const { userId } = actor;
  const pairs = await overlapsOf(s.db, briefId);
  return ok({
    briefId,
    userId,
    brandName: brief.brandName,
    title: brief.title,
    timeZone: brief.timeZone,
    round: round && { id: round.id, salt: round.salt, endsAt: roundEnds(round.openedAt).getTime() },
    sentAt: sent.find((row) => row.userId === userId)?.at.getTime() ?? null,
    /** Counts with them are kept: there is something to take back. */
    isCounted: pairs.some(({ aUserId, bUserId }) => aUserId === userId || bUserId === userId),
  });
}
