// Many posts at once: moved, nudged, asked and given, and what each person hears of it.
import { expect, test } from 'vitest';
import { setDays } from '#db/brief-posts.ts';
import { createDraft, draftById, draftsOfBrief, updateDraft } from '#db/drafts.ts';
import { eventsAfter } from '#db/events.ts';
import { inboxOf } from '#db/inbox.ts';
import { brief, briefCreator, deliverable } from '#db/schema/campaign.ts';
import { threadsAt } from '#db/threads.ts';
import { openDoor, sendDraft } from '#server/commands/drafts.ts';
import { moveDates } from '#server/commands/post-dates.ts';
import { askSeveral, givePost, nudgePosts } from '#server/commands/posts.ts';
import { toldRows } from '#server/inbox-rows.ts';
import { mayHear } from '#server/live.ts';
import { post } from '#server/views/drafts.ts';
import { daysOf } from '#shared/days.ts';
import { dueDates } from '#shared/deliverable.ts';
import type { Actor } from '#shared/roles.ts';
import { endOfDay } from '#shared/zoned-time.ts';
import {
  code,
  openPostHouse,
  type PostHouse,
  seenId,
  value,
  write,
} from '#tests/support/post-house.ts';

const zone = 'Asia/Bangkok';
const end = (day: string) => endOfDay(day, zone);
const planned = {
  draftDue: end('2026-12-01'),
  reviewDue: end('2026-12-03'),
  publishDue: end('2026-12-10'),
};
const moment = new Date('2026-11-24T10:00:00Z');

/** Mali and Ben with three posts each, on a day of November. */
async function openCampaign() {
  const house = await openPostHouse();
  const { s, briefId } = house;
  const clock = { now: moment.getTime() };
  s.now = () => new Date((clock.now += 1));
  await s.db.transaction(async (tx) => {
    await tx.update(deliverable).set(planned);
    for (const ordinal of [2, 3]) {
      const id = `post${ordinal}`;
      const signed = { platform: 'instagram', format: 'reel', language: 'th', seenIn: ['TH'] };
      await tx.insert(deliverable).values({ id, briefId, ordinal, ...signed, ...planned });
      for (const creatorId of ['mali', 'ben']) {
        const draft = `draft-${creatorId}-${ordinal}`;
        const place = { id: draft, briefId, deliverableId: id, creatorId };
        await createDraft(tx, { ...place, epoch: `epoch-${draft}`, at: moment });
      }
    }
  });
  const all = ['mali', 'ben'].flatMap((creatorId) =>
    ['post1', 'post2', 'post3'].map((deliverableId) => ({ creatorId, deliverableId })),
  );
  return {
    ...house,
    all,
    later: (ms: number) => void (clock.now += ms),
    /** The day of going live of each draft that has days of its own, in the order of the drafts. */
    async ownDays() {
      return (await draftsOfBrief(s.db, briefId)).map(({ publishDue }) => publishDue);
    },
    async told(who: Actor) {
      const rows = await inboxOf(s.db, who.userId, 50);
      return (await toldRows(s.db, who, rows)).map(({ sentence, to }) => ({ sentence, to }));
    },
  };
}

const byThree = { which: [...dueDates], to: { days: 3 } };
const day = 86_400_000;

async function send(house: PostHouse, who: Actor, draftId: string): Promise<void> {
  await write(house, who, { draftId, text: 'My words #ad' });
  const contentId = await seenId(house, draftId);
  value(await sendDraft(house.s, who, { draftId, contentId, ready: false }));
}

test('six posts of two creators move at once, and each creator is told once', async () => {
  const house = await openCampaign();
  const { s, ploy, mali, ben, briefId, all } = house;
  const before = (await eventsAfter(s.db, 0, 100)).length;
  const moved = value(await moveDates(s, ploy, { briefId, cells: all, ...byThree }));
  expect(moved).toEqual({ posts: 6, people: 2, left: 0 });
  expect(await house.ownDays()).toEqual(Array(6).fill(end('2026-12-13')));
  const sentence = 'Ploy moved the dates of 3 posts by 3 days';
  expect(await house.told(mali)).toEqual([{ sentence, to: '/' }]);
  expect(await house.told(ben)).toEqual([{ sentence, to: '/' }]);
  // The brand's pages load once, each creator's own once, and each bell rings once.
  const events = (await eventsAfter(s.db, 0, 100)).slice(before);
  expect(events.map(({ kind }) => kind).sort()).toEqual([
    'inbox',
    'inbox',
    'posts.dates',
    'posts.dates',
    'posts.dates',
  ]);
  const heard = await Promise.all(events.map((event) => mayHear(s.db, 'ben', event)));
  expect(events.filter((_, at) => heard[at]).map(({ toUserId }) => toUserId)).toEqual([
    'ben',
    'ben',
  ]);
  // Back again, and they are the deliverable's days as before.
  value(await moveDates(s, ploy, { briefId, cells: all, which: [...dueDates], to: { days: -3 } }));
  expect(await house.ownDays()).toEqual(Array(6).fill(null));
});

test('one post that would fall out of order holds all of them, and nobody is told', async () => {
  const house = await openCampaign();
  const { s, ploy, mali, briefId, all } = house;
  const own = { ...planned, reviewDue: end('2026-12-02') };
  await s.db.transaction((tx) => setDays(tx, ['draft-ben-3'], own));
  const input = { briefId, cells: all, which: ['draftDue' as const], to: { days: 2 } };
  expect(await moveDates(s, ploy, input)).toMatchObject({
    error: { code: 'bad-input', field: 'reviewDue', params: { order: 1, count: 1 } },
  });
  expect((await house.ownDays()).filter(Boolean)).toEqual([end('2026-12-10')]);
  expect(await house.told(mali)).toEqual([]);
  const past = { briefId, cells: all, which: [...dueDates], to: { day: '2026-11-20' } };
  expect(await moveDates(s, ploy, past)).toMatchObject({
    error: { code: 'bad-input', field: 'draftDue', params: { over: 1, count: 6 } },
  });
  for (const to of [{ days: 0 }, { days: 1.5 }, { days: 4_000 }, { day: '2026-02-31' }]) {
    expect(code(await moveDates(s, ploy, { ...past, to }))).toBe('bad-input');
  }
});

test('an answer that was promised with a sending stays promised when its day is moved', async () => {
  const house = await openCampaign();
  const { s, ploy, mali, briefId, drafts } = house;
  await send(house, mali, drafts.mali);
  const before = value(await post(s, ploy, { draftId: drafts.mali })).clock;
  const cells = [{ creatorId: 'mali', deliverableId: 'post1' }];
  const moved = value(await moveDates(s, ploy, { briefId, cells, ...byThree }));
  expect(moved).toEqual({ posts: 1, people: 1, left: 0 });
  const after = value(await post(s, mali, { draftId: drafts.mali })).clock;
  expect(after.due).toBe(before.due);
  expect(after.publishDue).toBe(end('2026-12-13')?.getTime());
  // About one post the notice leads to that post.
  expect((await house.told(mali))[0]?.to).toBe(`/posts/${drafts.mali}`);
  // What is sent from now on is promised by the day that was moved.
  await s.db.transaction((tx) => tx.update(deliverable).set({ reviewDue: end('2026-12-20') }));
  const draft = await draftById(s.db, drafts.mali);
  expect(draft && daysOf(draft, { ...planned }).reviewDue).toEqual(end('2026-12-06'));
});

test('posts that are over stay as they are, and only those who may move anything', async () => {
  const house = await openCampaign();
  const { s, ploy, anan, mali, briefId, all } = house;
  await s.db.transaction(async (tx) => {
    await updateDraft(tx, 'draft-mali-2', { status: 'published' });
    await updateDraft(tx, 'draft-mali-3', { status: 'withdrawn' });
    await tx.update(brief).set({ title: 'x' });
  });
  for (const who of [anan, mali]) {
    expect(code(await moveDates(s, who, { briefId, cells: all, ...byThree }))).toBe('not-allowed');
    expect(code(await nudgePosts(s, who, { briefId, cells: all }))).toBe('not-allowed');
    const body = 'How is it going?';
    expect(code(await askSeveral(s, who, { briefId, cells: all, body }))).toBe('not-allowed');
    const gift = { briefId, deliverableId: 'post1', creatorIds: ['ben'] };
    expect(code(await givePost(s, who, gift))).toBe('not-allowed');
  }
  const stranger: Actor = { ...mali, userId: 'nobody' };
  expect(code(await moveDates(s, stranger, { briefId, cells: all, ...byThree }))).toBe('not-found');
  expect(value(await moveDates(s, ploy, { briefId, cells: all, ...byThree }))).toEqual({
    posts: 4,
    people: 2,
    left: 2,
  });
  const over = all.slice(1, 3);
  expect(await moveDates(s, ploy, { briefId, cells: over, ...byThree })).toMatchObject({
    error: { code: 'not-now', field: 'dates' },
  });
});

test('who is nudged hears it once for all their posts, and not again within the day', async () => {
  const house = await openCampaign();
  const { s, ploy, mali, ben, briefId, all, drafts } = house;
  await send(house, ben, drafts.ben);
  expect(value(await nudgePosts(s, ploy, { briefId, cells: all }))).toEqual({
    people: 2,
    lately: 0,
  });
  const [first] = await house.told(mali);
  expect(first?.sentence).toBe('Ploy asks how 3 of your posts are coming along');
  const [bens] = await house.told(ben);
  expect(bens?.sentence).toBe('Ploy asks how 2 of your posts are coming along');
  expect(value(await nudgePosts(s, ploy, { briefId, cells: all }))).toEqual({
    people: 0,
    lately: 2,
  });
  house.later(day);
  expect(value(await nudgePosts(s, ploy, { briefId, cells: all })).people).toBe(2);
  // With the brand there is nobody to nudge.
  const cells = [{ creatorId: 'ben', deliverableId: 'post1' }];
  expect(await nudgePosts(s, ploy, { briefId, cells })).toMatchObject({
    error: { code: 'not-now', field: 'nudge' },
  });
});

test('the same question stands on each open post, and behind a closed door on none', async () => {
  const house = await openCampaign();
  const { s, ploy, nan, mali, briefId, all } = house;
  for (const draftId of [house.drafts.mali, 'draft-mali-2']) {
    value(await openDoor(s, mali, { draftId }));
  }
  const body = 'Is the cat in it?';
  expect(value(await askSeveral(s, ploy, { briefId, cells: all, body }))).toEqual({
    posts: 2,
    left: 4,
  });
  for (const draftId of [house.drafts.mali, 'draft-mali-2']) {
    expect(await threadsAt(s.db, { draftId })).toMatchObject([{ audience: 'everyone' }]);
  }
  expect(await threadsAt(s.db, { draftId: 'draft-mali-3' })).toEqual([]);
  const [asked, ...rest] = await house.told(mali);
  expect(asked?.sentence).toBe('Ploy commented on 2 posts');
  expect(asked?.to).toContain('#thread-');
  expect(rest).toEqual([]);
  expect(await house.told(nan)).toHaveLength(1);
  expect(code(await askSeveral(s, ploy, { briefId, cells: all, body: ' ' }))).toBe('bad-input');
});

test('a post is given to those who do not make it yet, and the others keep theirs', async () => {
  const house = await openCampaign();
  const { s, ploy, mali, ben, briefId } = house;
  await s.db.transaction(async (tx) => {
    const signed = { platform: 'x', format: 'post', language: 'en', seenIn: ['GB'] };
    await tx.insert(deliverable).values({ id: 'post4', briefId, ordinal: 4, ...signed });
    await tx.update(briefCreator).set({ posts: ['post1', 'post2', 'post3'] });
    const own = { id: 'draft-ben-4', briefId, deliverableId: 'post4', creatorId: 'ben' };
    await createDraft(tx, { ...own, epoch: 'epoch4', at: moment });
  });
  const given = { briefId, deliverableId: 'post4', creatorIds: ['mali', 'ben', 'somebody'] };
  expect(value(await givePost(s, ploy, given))).toEqual({ people: 1 });
  const drafts = await draftsOfBrief(s.db, briefId);
  const fourth = drafts.filter(({ deliverableId }) => deliverableId === 'post4');
  expect(fourth.map(({ creatorId }) => creatorId).sort()).toEqual(['ben', 'mali']);
  const places = await s.db.select().from(briefCreator);
  expect(places.find(({ userId }) => userId === 'mali')?.posts).toContain('post4');
  expect((await house.told(mali))[0]?.sentence).toBe('Ploy has one more post for you');
  expect(await house.told(ben)).toEqual([]);
  expect(await givePost(s, ploy, given)).toMatchObject({ error: { field: 'post' } });
  expect(code(await givePost(s, ploy, { ...given, deliverableId: 'elsewhere' }))).toBe('not-found');
});
