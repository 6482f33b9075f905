// A brief begun from another: the page that begins it, and from then on what last time can teach.
import { creatorsOf } from '#db/creators.ts';
import { deliverablesOf } from '#db/deliverables.ts';
import { latestVersion } from '#db/guidelines-versions.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { type Actor, can } from '#shared/roles.ts';
import { seenBrief } from '../brief-case.ts';
import type { Services } from '../services.ts';
import { reportOf, type ReportPage } from './report.ts';

export async function againPage(s: Services, actor: Actor, { briefId }: { briefId: string }) {
  const seen = await seenBrief(s, actor, briefId);
  if (!seen.ok) return seen;
  const { brief, standing } = seen.value;
  if (!can('brief.create', standing)) return fail('not-allowed');
  const version = await latestVersion(s.db, briefId);
  const creators = await creatorsOf(s.db, briefId);
  return ok({
    brief: { id: briefId, title: brief.title },
    published: version?.n ?? null,
    posts: (await deliverablesOf(s.db, briefId)).length,
    creators: creators.filter(({ state }) => state === 'in').length,
  });
}

export interface LastTime {
  title: string;
  report: Pick<ReportPage, 'points' | 'summary'>;
  /** Who was in it and is not asked here yet, for whoever may ask. */
  creators: { userId: string; name: string; handle: string }[];
}

/** Null where the brief began from nothing, or the reader does not see the brief it began from. */
export async function lastTime(
  s: Services,
  actor: Actor,
  { briefId }: { briefId: string },
): Promise<Result<LastTime | null>> {
  const seen = await seenBrief(s, actor, briefId);
  if (!seen.ok) return seen;
  const { brief, standing } = seen.value;
  if (!brief.fromBriefId) return ok(null);
  const before = await seenBrief(s, actor, brief.fromBriefId);
  if (!before.ok) return ok(null);
  const mayAsk = can('creator.invite', standing) && can('creator.invite', before.value.standing);
  const { points, summary } = await reportOf(s, before.value.brief, actor.locale);
  return ok({
    title: before.value.brief.title,
    report: { points, summary },
    creators: mayAsk ? await notAskedYet(s, briefId, brief.fromBriefId) : [],
  });
}

async function notAskedYet(s: Services, briefId: string, from: string) {
  const here = new Set((await creatorsOf(s.db, briefId)).map(({ userId }) => userId));
  return (await creatorsOf(s.db, from))
    .filter(({ state, userId }) => state === 'in' && !here.has(userId))
    .map(({ userId, name, handle }) => ({ userId, name, handle }));
}
