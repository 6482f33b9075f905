// What the page of the plan is loaded with: the plan as it stands on disk, and what the brief says
// beside it. The live plan comes over the socket.
import { type OverlapRow, overlapsOf } from '#db/overlap.ts';
import { heardByCreator } from '#shared/heard.ts';
import type { Plan } from '#shared/plan.ts';
import { askedOf, exposureOfPlan, type MeasuredOverlap } from '#shared/plan-forecast.ts';
import { type CreatorFacts, plannedCreators } from '#shared/plan-inputs.ts';
import { fail, ok } from '#shared/result.ts';
import { type Actor, can, documentRight } from '#shared/roles.ts';
import { addDays, dayIn } from '#shared/zoned-time.ts';
import { seenBrief } from '../brief-case.ts';
import { heardOf } from '../heard.ts';
import { holidaysFrom } from '../holidays.ts';
import { briefPoints, makingFacts } from '../plan-facts.ts';
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
  const points = await briefPoints(s, briefId);
  const ids = points.map(({ id }) => id);
  const making = await makingFacts(s.db, { brief, today, points: ids });
  const { creators } = making;
  const measured = (await overlapsOf(s.db, briefId)).map(measuredOverlap);
  return ok({
    briefId,
    workspaceId: brief.workspaceId,
    userId: actor.userId,
    timeZone: brief.timeZone,
    languages: brief.languages,
    right,
    document,
    plan,
    forecast: forecastOf(plan, creators, measured),
    points,
    making,
    measured,
    heard: heardByCreator(await heardOf(s.db, brief)),
    holidays: holidaysFrom(brief.place, addDays(today, -daysBack), addDays(today, daysAhead)),
    may: { make: right === 'write' && can('brief.edit', standing) },
  });
}

const measuredOverlap = (row: OverlapRow): MeasuredOverlap => {
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
  return asked && { asked, answer: exposureOfPlan(asked) };
}
