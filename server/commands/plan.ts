// Making posts from the plan: what the brief lacks is added, every creator gets the posts planned for
// them, on their days, and what each is to carry is noted. All of it in one transaction; nothing that is
// there is taken away.
import { z } from 'zod';
import { setDays, setPosts } from '#db/brief-posts.ts';
import type { BriefRow } from '#db/briefs.ts';
import { creatorsOf } from '#db/creators.ts';
import { addDeliverable, type DeliverableFields, deliverablesOf } from '#db/deliverables.ts';
import { draftsOfBrief } from '#db/drafts.ts';
import type { Tx } from '#db/open.ts';
import { setPlannedPoints } from '#db/planned-points.ts';
import { withPosts } from '#shared/assigned.ts';
import { type Days, daysOf, ownDays } from '#shared/days.ts';
import { dueDates, isPlace } from '#shared/deliverable.ts';
import { idFrom } from '#shared/ids.ts';
import {
  countsOf,
  type CreatorMaking,
  daysBefore,
  daysMoved,
  type MadePost,
  type MakingCounts,
  makingMark,
  planMaking,
  type PlanMaking,
  type PostDays,
} from '#shared/plan-posts.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { type Actor, can } from '#shared/roles.ts';
import { dayIn, endOfDay } from '#shared/zoned-time.ts';
import { parse } from '../auth/accounts.ts';
import { startDraft } from '../first-draft.ts';
import { tellPeople } from '../inbox.ts';
import { briefPoints, makingFacts } from '../plan-facts.ts';
import { planOf } from '../plans.ts';
import { judge } from '../rights.ts';
import type { Services } from '../services.ts';
import { existingBrief, tellBrand, tellEveryone } from '../telling.ts';

const makeForm = z.object({
  briefId: z.string(),
  /** What the page said it would do (`makingMark`). */
  seen: z.string().max(1_000_000),
});

export async function makePlannedPosts(
  s: Services,
  actor: Actor,
  input: z.input<typeof makeForm>,
): Promise<Result<MakingCounts>> {
  const form = parse(makeForm, input);
  if (!form.ok) return form;
  const { briefId, seen } = form.value;
  const place = { briefId };
  const allowed = await judge(s.db, { actor, place, action: 'plan.write' });
  if (!allowed.ok) return allowed;
  // Read before: a document is waited for, and that must not hold the one who writes.
  const plan = await planOf(s, briefId);
  const points = (await briefPoints(s, briefId)).map(({ id }) => id);
  return s.db.transaction(async (tx) => {
    const still = await judge(tx, { actor, place, action: 'brief.edit' });
    if (!still.ok) return still;
    if (!can('plan.write', still.value)) return fail('not-allowed');
    const brief = await existingBrief(tx, briefId);
    const today = dayIn(s.now(), brief.timeZone);
    const making = planMaking(plan, await makingFacts(tx, { brief, today, points }));
    if (makingMark(making) !== seen) return fail('content-changed', { field: 'plan' });
    if (making.creators.length === 0) return fail('not-now', { field: 'plan' });
    await make(s, tx, { brief, making, today, actor });
    return ok(countsOf(making));
  });
}

interface Making {
  brief: BriefRow;
  making: PlanMaking;
  today: string;
  actor: Actor;
}

async function make(s: Services, tx: Tx, { brief, making, today, actor }: Making): Promise<void> {
  const briefId = brief.id;
  const before = await deliverablesOf(tx, briefId);
  const fresh = await addFresh(s, tx, { brief, making, today });
  const idOf = (post: MadePost) =>
    'fresh' in post ? (fresh[post.fresh] as string) : post.deliverableId;
  await keepToThemselves(tx, briefId, { before: before.map(({ id }) => id), fresh });
  for (const creator of making.creators) {
    await give(s, tx, { brief, creator, idOf, today });
    await move(tx, { brief, creator, today });
    for (const { post, points } of creator.points) {
      const row = { briefId, userId: creator.userId, deliverableId: idOf(post), points };
      await setPlannedPoints(tx, row);
    }
  }
  await tell(s, tx, { briefId, making, actor });
}

/** What a new post is like: the last one of the brief, or the plainest there is. */
async function addFresh(
  s: Services,
  tx: Tx,
  { brief, making, today }: Omit<Making, 'actor'>,
): Promise<string[]> {
  const last = (await deliverablesOf(tx, brief.id)).at(-1);
  const like = last ?? {
    platform: 'instagram',
    format: 'photo',
    language: brief.languages[0] ?? 'en',
    seenIn: isPlace(brief.place) ? [brief.place] : ['TH'],
  };
  const { platform, format, language, seenIn } = like;
  const ids: string[] = [];
  for (const { day } of making.fresh) {
    const id = idFrom(s.randomBytes(20));
    const days = momentsOf(daysBefore(day, today), brief.timeZone);
    const fields: DeliverableFields = { platform, format, language, seenIn, ...days };
    await addDeliverable(tx, { id, briefId: brief.id, fields });
    ids.push(id);
  }
  return ids;
}

/** Who makes every post of the brief makes those there were: a new one is only theirs where planned. */
async function keepToThemselves(
  tx: Tx,
  briefId: string,
  { before, fresh }: { before: string[]; fresh: string[] },
): Promise<void> {
  if (fresh.length === 0) return;
  for (const { id, posts } of await creatorsOf(tx, briefId)) {
    if (posts === null) await setPosts(tx, id, before);
  }
}

interface OneCreator {
  brief: BriefRow;
  creator: CreatorMaking;
  today: string;
}

async function give(
  s: Services,
  tx: Tx,
  { brief, creator, idOf, today }: OneCreator & { idOf(post: MadePost): string },
): Promise<void> {
  if (creator.given.length === 0) return;
  const rows = await creatorsOf(tx, brief.id);
  const place = rows.find(({ userId }) => userId === creator.userId);
  if (!place) throw new Error('a creator was planned with who is not in the brief');
  const ids = creator.given.map(({ post }) => idOf(post));
  const posts = withPosts(place.posts, ids);
  if (posts) await setPosts(tx, place.id, posts);
  if (!creator.isIn) return;
  const deliverables = new Map((await deliverablesOf(tx, brief.id)).map((row) => [row.id, row]));
  for (const [at, { day }] of creator.given.entries()) {
    const deliverableId = ids[at] as string;
    const of = deliverables.get(deliverableId);
    const days =
      of && day !== ''
        ? ownDays(movedTo(of, { day, today, timeZone: brief.timeZone }), of)
        : undefined;
    const draft = { briefId: brief.id, deliverableId, creatorId: creator.userId };
    await startDraft(s, tx, { ...draft, days });
  }
}

async function move(tx: Tx, { brief, creator, today }: OneCreator): Promise<void> {
  if (creator.moved.length === 0 || !creator.isIn) return;
  const deliverables = new Map((await deliverablesOf(tx, brief.id)).map((row) => [row.id, row]));
  const drafts = await draftsOfBrief(tx, brief.id);
  for (const { deliverableId, day } of creator.moved) {
    const isIt = (row: { creatorId: string; deliverableId: string }) =>
      row.creatorId === creator.userId && row.deliverableId === deliverableId;
    const [draft, of] = [drafts.find(isIt), deliverables.get(deliverableId)];
    if (!draft || !of) continue;
    const days = movedTo(daysOf(draft, of), { day, today, timeZone: brief.timeZone });
    await setDays(tx, [draft.id], ownDays(days, of));
  }
}

interface To {
  day: string;
  today: string;
  timeZone: string;
}

function movedTo(from: Days, { day, today, timeZone }: To): Days {
  const name = (at: Date | null) => (at ? dayIn(at, timeZone) : '');
  const { draftDue, reviewDue, publishDue } = from;
  const days = {
    draftDue: name(draftDue),
    reviewDue: name(reviewDue),
    publishDue: name(publishDue),
  };
  return momentsOf(daysMoved(days, day, today), timeZone);
}

const momentsOf = (days: PostDays, timeZone: string): Days =>
  Object.fromEntries(
    dueDates.map((name) => [name, days[name] === '' ? null : endOfDay(days[name], timeZone)]),
  ) as unknown as Days;

/** One notice to each creator for what is new, one for what moved. */
async function tell(
  s: Services,
  tx: Tx,
  { briefId, making, actor }: { briefId: string; making: PlanMaking; actor: Actor },
): Promise<void> {
  const { fresh, given, moved } = countsOf(making);
  if (fresh + given > 0) {
    await tellEveryone(s, tx, { briefId, actor, kind: 'brief.deliverables' });
  }
  if (moved > 0) {
    await tellBrand(s, tx, { briefId, actor, kind: 'posts.dates', body: { count: moved } });
  }
  for (const creator of making.creators.filter(({ isIn }) => isIn)) {
    const about = { to: [creator.userId], briefId, actor };
    const count = creator.given.length;
    if (count > 0) await tellPeople(s, tx, { ...about, kind: 'posts-given', body: { count } });
    const dates = { count: creator.moved.length, n: 0 };
    if (dates.count > 0) await tellPeople(s, tx, { ...about, kind: 'dates-moved', body: dates });
  }
}
