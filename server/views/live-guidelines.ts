// The guidelines as they are being written, as a creator has them open: while the lead keeps that door
// open, and nothing of it afterwards. The words themselves come over the socket.
import { type BriefRow, briefById } from '#db/briefs.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { type Actor, can, type Standing } from '#shared/roles.ts';
import { liveDocument } from '../brief-case.ts';
import { judge } from '../rights.ts';
import type { Services } from '../services.ts';
import { guidelinesSuggestions } from './suggestions.ts';
import { type ThreadsPage, threads } from './threads.ts';

export type LiveGuidelines = ({ door: 'closed' } & Frame) | OpenGuidelines;

export async function liveGuidelines(
  s: Services,
  actor: Actor,
  { briefId }: { briefId: string },
): Promise<Result<LiveGuidelines>> {
  const allowed = await judge(s.db, { actor, place: { briefId }, action: 'offer.answer' });
  if (!allowed.ok) return allowed;
  const brief = await briefById(s.db, briefId);
  if (!brief) return fail('not-found');
  const standing = allowed.value;
  if (!can('guidelines.read', standing)) {
    return ok({ door: 'closed', ...frameOf(brief, actor) });
  }
  const said = await threads(s, actor, { briefId });
  return said.ok ? ok(await openPage(s, { actor, standing }, brief, said.value)) : said;
}

type Frame = ReturnType<typeof frameOf>;

function frameOf({ id: briefId, brandName }: BriefRow, { userId }: Actor) {
  return { briefId, userId, brandName };
}

type OpenGuidelines = Awaited<ReturnType<typeof openPage>>;

async function openPage(
  s: Services,
  { actor, standing }: { actor: Actor; standing: Standing },
  brief: BriefRow,
  said: ThreadsPage,
) {
  return {
    door: 'open' as const,
    ...frameOf(brief, actor),
    languages: brief.languages,
    document: await liveDocument(s, brief.id),
    ...(await guidelinesSuggestions(s.db, { userId: actor.userId, standing }, brief.id)),
    said,
  };
}
