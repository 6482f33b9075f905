// What the page of the plan is loaded with: the plan as it stands on disk, and what the brief says
// beside it. The live plan comes over the socket.
import { latestVersion } from '#db/guidelines-versions.ts';
import { type OverlapCountRow, overlapCountsOf } from '#db/overlap-counts.ts';
import { type Guidelines, readGuidelines } from '#shared/guidelines.ts';
import { guidelinesDocument } from '#shared/ids.ts';
import type { Plan } from '#shared/plan.ts';
import { askedOf, exposureOfPlan, type MeasuredOverlap } from '#shared/plan-forecast.ts';
import { type CreatorFacts, plannedCreators } from '#shared/plan-inputs.ts';
import { fail, ok } from '#shared/result.ts';
import { type Actor, can, documentRight } from '#shared/roles.ts';
import { addDays, dayIn } from '#shared/zoned-time.ts';
import { seenBrief } from '../brief-case.ts';
import { holidaysFrom } from '../holidays.ts';
import { creatorFacts } from '../plan-facts.ts';
import { planOf, planPlace } from '../plans.ts';
import type { Services } from '../services.ts';

/** How far a calendar is leafed through. */
const [daysBack, daysAhead] = [60, 400];

export async function planPage(s: Services, actor: Actor, { briefId }: { briefId: string }) {
  const seen = await seenBrief(s, actor, briefId);
  if (!seen.ok) return seen;
  const { brief, standing } = seen.value;
  const right = documentRight('plan', standing);
  if (right === 'none') return fail('not-allowed');
  const today = dayIn(s.now(), brief.timeZone);
  const document = await planPlace(s, { briefId, mayWrite: right === 'write' });
  const plan = await planOf(s, briefId);
  const creators = await creatorFacts(s.db, brief);
  const measured = (await overlapCountsOf(s.db, briefId)).map(measuredOverlap);
  return ok({
    briefId,
    userId: actor.userId,
    timeZone: brief.timeZone,
    languages: brief.languages,
    right,
    document,
    plan,
    creators,
    forecast: forecastOf(plan, creators, measured),
    points: await pointsOf(s, briefId),
    measured,
    today,
    holidays: holidaysFrom(brief.place, addDays(today, -daysBack), addDays(today, daysAhead)),
    may: { make: right === 'write' && can('brief.edit', standing) },
  });
}

const measuredOverlap = (row: OverlapCountRow): MeasuredOverlap => {
  const { aUserId: a, bUserId: b, followersA, followersB, common } = row;
  return { a, b, followersA, followersB, common };
};

/** Worked out here once, so that the page comes with its answer. */
function forecastOf(
  plan: Plan,
  creators: readonly CreatorFacts[],
  measured: readonly MeasuredOverlap[],
) {
  const asked = askedOf(plan, plannedCreators(plan, creators), measured);
  return asked && { asked, exposure: exposureOfPlan(asked) };
}

/** Those the creators know; before anything is published, those that are being written. */
async function pointsOf(s: Services, briefId: string) {
  const version = await latestVersion(s.db, briefId);
  const published = version?.structure as Guidelines | undefined;
  const points =
    published?.points ??
    (await s.hub.read(guidelinesDocument(briefId), (doc) => readGuidelines(doc).structure.points));
  return (points ?? []).map(({ id, need, text }) => ({ id, need, text }));
}
