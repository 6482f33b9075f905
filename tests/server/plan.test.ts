// The plan of a brief: who may open it, and the posts made from it.
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { creatorsOf } from '#db/creators.ts';
import { deliverablesOf } from '#db/deliverables.ts';
import { documentOf } from '#db/documents.ts';
import { draftsOfBrief } from '#db/drafts.ts';
import { inboxOf } from '#db/inbox.ts';
import { plannedPointsOf } from '#db/planned-points.ts';
import { document } from '#db/schema/documents.ts';
import { createAccess } from '#server/access.ts';
import { beginAgain } from '#server/commands/again.ts';
import { addDeliverable } from '#server/commands/deliverables.ts';
import { makePlannedPosts } from '#server/commands/plan.ts';
import { briefPage } from '#server/views/briefs.ts';
import { hereInBrief } from '#server/views/here.ts';
import { planPage } from '#server/views/plan.ts';
import { guidelinesDocument, planDocument } from '#shared/ids.ts';
import { planWriter, type PlanWriter } from '#shared/plan.ts';
import { makingMark, planMaking } from '#shared/plan-posts.ts';
import type { Actor } from '#shared/roles.ts';
import { addDays, dayIn, endOfDay } from '#shared/zoned-time.ts';
import { type Briefing, deliverable, filled, openBriefing } from '#tests/support/briefing.ts';
import { value } from '#tests/support/doors.ts';

const zone = 'Asia/Bangkok';

async function write(briefing: Briefing, who: Actor, change: (plan: PlanWriter) => void) {
  const { s, briefId } = briefing;
  return s.hub.submit({
    identity: { userId: who.userId, sessionId: 'test', via: 'token' },
    document: planDocument(briefId),
    edit: (doc) => change(planWriter(doc, null)),
  });
}

/** What the page of this person says it would do, done. */
async function make(briefing: Briefing, who: Actor) {
  const { s, briefId } = briefing;
  const page = value(await planPage(s, briefing.people.ploy, { briefId }));
  const seen = makingMark(planMaking(page.plan, page.making));
  return makePlannedPosts(s, who, { briefId, seen });
}

/** Two posts, Mali and Ben in, Fah asked. */
async function campaign() {
  const briefing = await openBriefing();
  const { s, people, briefId } = briefing;
  await briefing.write(filled);
  const today = dayIn(s.now(), zone);
  const days = (at: number) => ({
    draftDue: addDays(today, at),
    reviewDue: addDays(today, at + 2),
    publishDue: addDays(today, at + 5),
  });
  for (const at of [5, 12]) {
    value(await addDeliverable(s, people.ploy, { ...deliverable, ...days(at), briefId }));
  }
  const version = await briefing.publish();
  const mali = await briefing.invite('Mali');
  const ben = await briefing.invite('Ben');
  const fah = await briefing.invite('Fah');
  for (const creator of [mali, ben]) await briefing.accept(creator, version);
  return { briefing, today, mali, ben, fah };
}

test('a plan is made with its brief, for one like it too, and once where there was none', async () => {
  const briefing = await openBriefing();
  const { s, people, briefId } = briefing;
  expect(await documentOf(s.db, planDocument(briefId))).not.toBeNull();
  const again = { briefId, title: 'Another', guidelines: 'empty', posts: false, days: 0 } as const;
  const other = value(await beginAgain(s, people.ploy, again)).briefId;
  expect(await documentOf(s.db, planDocument(other))).not.toBeNull();
  // A brief from before plans were: a reader finds none, who may write one makes it.
  await s.db.transaction((tx) =>
    tx.delete(document).where(eq(document.name, planDocument(briefId))),
  );
  expect(value(await planPage(s, people.viewer, { briefId })).document).toBeNull();
  const { document: made } = value(await planPage(s, people.ta, { briefId }));
  expect(value(await planPage(s, people.ploy, { briefId })).document).toEqual(made);
  expect(made?.name).toBe(planDocument(briefId));
});

test('the brand’s writers write it, a viewer reads it, and nobody else hears of it', async () => {
  const briefing = await openBriefing();
  const { s, people, briefId } = briefing;
  const mali = await briefing.invite('Mali');
  const access = createAccess({ db: s.db, auth: s.auth, origins: new Set() });
  const rightOf = async (who: Actor) => {
    const identity = { userId: who.userId, sessionId: 'test', via: 'token' } as const;
    const ticket = await access.authorise(identity, planDocument(briefId));
    return 'refused' in ticket ? ticket.refused : ticket.right;
  };
  const { ploy, ta, owner, viewer, anan, stranger } = people;
  const rights = await Promise.all([ploy, ta, owner, viewer, anan, mali, stranger].map(rightOf));
  expect(rights).toEqual([
    'write',
    'write',
    'write',
    'read',
    'not-allowed',
    'not-allowed',
    'not-allowed',
  ]);
  for (const who of [viewer, anan, mali]) {
    expect(await write(briefing, who, (plan) => plan.set('audience', 5))).toMatchObject({
      kind: 'refused',
      code: 'not-allowed',
    });
  }
  expect(await planPage(s, anan, { briefId })).toMatchObject({ error: { code: 'not-allowed' } });
  expect((await planPage(s, mali, { briefId })).ok).toBe(false);
  expect(value(await briefPage(s, anan, { briefId })).may.plan).toBe(false);
  expect(value(await briefPage(s, viewer, { briefId })).may.plan).toBe(true);
});

test('what two people write at once is one plan, and the page comes with its answer', async () => {
  const { briefing, mali } = await campaign();
  const { s, people, briefId } = briefing;
  await Promise.all([
    write(briefing, people.ploy, (plan) => {
      plan.set('audience', 60_000);
      plan.setCreator(mali.userId, 'followers', 12_400);
    }),
    write(briefing, people.ta, (plan) => {
      plan.setCreator(mali.userId, 'inTarget', 0.62);
      plan.setCreator(mali.userId, 'posts', 6);
    }),
  ]);
  const { forecast, plan } = value(await planPage(s, people.viewer, { briefId }));
  expect(plan.creators.get(mali.userId)).toMatchObject({ followers: 12_400, posts: 6 });
  expect(forecast?.asked.creators).toHaveLength(1);
  expect(forecast?.answer.ok && forecast.answer.reach).toBeGreaterThan(0.1);
});

test('the plan becomes posts, drafts, days and points, and a second time nothing', async () => {
  const { briefing, today, mali, ben, fah } = await campaign();
  const { s, people, briefId } = briefing;
  const [point] = value(await planPage(s, people.ploy, { briefId })).points;
  const day = addDays(today, 20);
  await write(briefing, people.ploy, (plan) => {
    plan.setCreator(mali.userId, 'posts', 3);
    plan.setDay(mali.userId, 3, addDays(today, 30));
    plan.setDay(mali.userId, 2, day);
    plan.setPoint(mali.userId, 1, { id: point?.id ?? '', carried: true });
    plan.setCreator(ben.userId, 'posts', 1);
  });
  expect(value(await make(briefing, people.ploy))).toEqual({
    fresh: 1,
    given: 1,
    people: 1,
    moved: 1,
    points: 1,
  });
  const deliverables = await deliverablesOf(s.db, briefId);
  expect(deliverables).toHaveLength(3);
  expect(deliverables[2]).toMatchObject({
    ordinal: 3,
    format: 'reel',
    publishDue: endOfDay(addDays(today, 30), zone),
  });
  const drafts = await draftsOfBrief(s.db, briefId);
  const of = (who: Actor) => drafts.filter(({ creatorId }) => creatorId === who.userId);
  expect([of(mali).length, of(ben).length, of(fah).length]).toEqual([3, 2, 0]);
  const second = of(mali).find(({ deliverableId }) => deliverableId === deliverables[1]?.id);
  expect(second).toMatchObject({
    draftDue: endOfDay(addDays(day, -5), zone),
    publishDue: endOfDay(day, zone),
  });
  // Who made all of the brief makes those that there were; the new one is Mali's alone.
  const places = await creatorsOf(s.db, briefId);
  const postsOf = (who: Actor) => places.find(({ userId }) => userId === who.userId)?.posts;
  expect(postsOf(mali)).toHaveLength(3);
  expect(postsOf(ben)).toHaveLength(2);
  expect(postsOf(fah)).toHaveLength(2);
  expect(await plannedPointsOf(s.db, briefId)).toMatchObject([
    { userId: mali.userId, deliverableId: deliverables[0]?.id, points: [point?.id] },
  ]);
  const told = (await inboxOf(s.db, mali.userId, 50)).map(({ kind }) => kind);
  expect(told.filter((kind) => kind === 'posts-given' || kind === 'dates-moved')).toHaveLength(2);
  expect(await make(briefing, people.ploy)).toMatchObject({
    error: { code: 'not-now', field: 'plan' },
  });
  expect(await draftsOfBrief(s.db, briefId)).toHaveLength(5);
});

test('only who may edit the brief makes posts, and only what the page said', async () => {
  const { briefing, mali } = await campaign();
  const { s, people, briefId } = briefing;
  await write(briefing, people.ta, (plan) => plan.setCreator(mali.userId, 'posts', 3));
  for (const who of [people.ta, people.viewer, people.anan, mali]) {
    expect(await make(briefing, who)).toMatchObject({ error: { code: 'not-allowed' } });
  }
  const page = value(await planPage(s, people.ploy, { briefId }));
  const seen = makingMark(planMaking(page.plan, page.making));
  await write(briefing, people.ta, (plan) => plan.setCreator(mali.userId, 'posts', 4));
  expect(await makePlannedPosts(s, people.ploy, { briefId, seen })).toMatchObject({
    error: { code: 'content-changed' },
  });
  expect(await deliverablesOf(s.db, briefId)).toHaveLength(2);
});

test('who has the plan open is told to who may open it, and to nobody else', async () => {
  const briefing = await openBriefing();
  const { s, people, briefId } = briefing;
  const mali = await briefing.invite('Mali');
  const present = [
    { userId: 'ta', name: 'Ta', side: 'brand' as const, document: planDocument(briefId) },
    { userId: 'ta', name: 'Ta', side: 'brand' as const, document: guidelinesDocument(briefId) },
  ];
  s.hub.present = () => present;
  const seenBy = async (who: Actor) =>
    value(await hereInBrief(s, who, { briefId })).people.map(({ where }) => where.kind);
  expect(await seenBy(people.ploy)).toEqual(['plan', 'guidelines']);
  expect(await seenBy(people.anan)).toEqual(['guidelines']);
  expect(await seenBy(mali)).toEqual([]);
});
