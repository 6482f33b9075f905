// A report's figures, and a second brief from the first: what comes along, and who is asked again.
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { creatorPlace, creatorsOf } from '#db/creators.ts';
import { deliverablesOf } from '#db/deliverables.ts';
import { saveLivePost } from '#db/live-posts.ts';
import { brief, briefCreator } from '#db/schema/campaign.ts';
import { beginAgain, inviteAgain } from '#server/commands/again.ts';
import { answerChange, approveDraft, askChanges, postIt } from '#server/commands/decisions.ts';
import { addDeliverable } from '#server/commands/deliverables.ts';
import { recordPublished, sendDraft } from '#server/commands/drafts.ts';
import { openSigning } from '#server/signing.ts';
import { lastTime } from '#server/views/again.ts';
import { reportPage, takeReport } from '#server/views/report.ts';
import { type OpenPost, post } from '#server/views/drafts.ts';
import { readGuidelines } from '#shared/guidelines.ts';
import { guidelinesDocument } from '#shared/ids.ts';
import type { Actor } from '#shared/roles.ts';
import { dayIn } from '#shared/zoned-time.ts';
import { type Briefing, deliverable, filled, openBriefing } from '#tests/support/briefing.ts';
import { value } from '#tests/support/doors.ts';
import { code, type PostHouse, seenId, write } from '#tests/support/post-house.ts';

async function send(house: Briefing, who: Actor, draftId: string, text: string) {
  const posts = house as unknown as PostHouse;
  await write(posts, who, { draftId, text });
  const contentId = await seenId(posts, draftId);
  return value(await sendDraft(house.s, who, { draftId, contentId, ready: false }));
}

/** One post asked about once and published, one never sent. */
async function finished() {
  const house = await openBriefing();
  const { s, briefId, people } = house;
  Object.assign(s, { signing: await openSigning(house.dir) });
  value(await addDeliverable(s, people.ploy, { ...deliverable, briefId, title: 'Reel' }));
  await house.write(filled);
  const version = await house.publish();
  const [mali, ben] = [await house.invite('Mali'), await house.invite('Ben')];
  await house.accept(mali, version);
  await house.accept(ben, version);
  const before = value(await reportPage(s, people.ploy, { briefId }));
  const draftId = before.posts.find(({ creator }) => creator === 'Mali')?.draftId ?? '';
  const first = await send(house, mali, draftId, 'first words');
  const requests = [{ body: 'Two hours?', target: { kind: 'clause', field: 'core' } as const }];
  const { approvalId } = first;
  value(await askChanges(s, people.ploy, { draftId, approvalId, requests }));
  const page = value(await post(s, mali, { draftId })) as OpenPost;
  const requestId = page.requests[0]?.id ?? '';
  value(await answerChange(s, mali, { requestId, answer: 'my-way', note: 'two-ish' }));
  const second = await send(house, mali, draftId, 'more words');
  value(await approveDraft(s, people.ploy, { draftId, approvalId: second.approvalId }));
  value(await postIt(s, mali, { draftId, approvalId: second.approvalId }));
  const url = 'https://social.example/p/1';
  value(await recordPublished(s, mali, { draftId, url }));
  await s.db.transaction((tx) =>
    saveLivePost(tx, draftId, {
      reach: 4100,
      likes: 230,
      comments: 12,
      saves: null,
      screenshot: null,
      figuresAt: s.now(),
    }),
  );
  return { house, mali, ben, draftId };
}

test('a report says what was made from rows, each figure with how many it rests on', async () => {
  const { house, draftId } = await finished();
  const { s, briefId, people } = house;
  const page = value(await reportPage(s, people.viewer, { briefId }));
  expect(page.posts.map(({ creator }) => creator)).toEqual(['Ben', 'Mali']);
  expect(page.posts.find((one) => one.draftId === draftId)).toMatchObject({
    status: 'published',
    rounds: 2,
    url: 'https://social.example/p/1',
    figures: { reach: 4100, likes: 230, comments: 12, saves: null },
    asked: [{ body: 'Two hours?', answer: 'my-way', note: 'two-ish' }],
    own: { own: 21, all: 21 },
  });
  const { summary } = page;
  expect(summary).toMatchObject({ posts: 2, sent: 1, approved: 1, live: 1 });
  expect(summary.rounds).toEqual({ value: 2, n: 1 });
  expect(summary.own).toEqual({ value: 1, n: 1 });
  expect(summary.figures).toMatchObject({ reach: { value: 4100, n: 1 }, saves: null });
  expect(summary.answers).toEqual({ done: 0, 'my-way': 1, 'rather-not': 0 });
  expect([...summary.points.values()]).toEqual([{ value: 0, n: 1 }]);
  expect(JSON.stringify(page)).not.toContain('fee of');
});

test('the report is the brand side’s, also as a PDF', async () => {
  const { house, mali } = await finished();
  const { s, briefId, people } = house;
  const file = value(await takeReport(s, people.ploy, { briefId }));
  expect(Buffer.from(file.bytes).subarray(0, 5).toString()).toBe('%PDF-');
  expect(code(await reportPage(s, mali, { briefId }))).toBe('not-allowed');
  expect(code(await takeReport(s, people.stranger, { briefId }))).toBe('not-found');
});

const begin = {
  title: 'Sunscreen, again',
  guidelines: 'published',
  posts: true,
  days: 28,
} as const;

test('a second brief takes along the guidelines and the posts with their days moved', async () => {
  const { house } = await finished();
  const { s, briefId: from, people } = house;
  const { briefId } = value(await beginAgain(s, people.ploy, { ...begin, briefId: from }));
  const [row] = await s.db.select().from(brief).where(eq(brief.id, briefId));
  expect(row).toMatchObject({ fromBriefId: from, title: begin.title, brandName: 'Rimdaet' });
  const structureOf = (id: string) =>
    s.hub.read(guidelinesDocument(id), (doc) => readGuidelines(doc, ['en', 'th']));
  const [now, before] = [await structureOf(briefId), await structureOf(from)];
  expect(now?.structure).toEqual(before?.structure);
  expect(now?.problems).toEqual(before?.problems);
  const [made] = await deliverablesOf(s.db, briefId);
  expect(made).toMatchObject({ title: 'Reel', format: 'reel', ordinal: 1 });
  expect(dayIn(made!.publishDue!, 'Asia/Bangkok')).toBe('2027-01-07');
  expect(await creatorsOf(s.db, briefId)).toEqual([]);
});

test('beginning again is for whoever may begin a brief, within bounds', async () => {
  const { house, mali } = await finished();
  const { s, briefId, people } = house;
  expect(code(await beginAgain(s, people.ta, { ...begin, briefId }))).toBe('not-allowed');
  expect(code(await beginAgain(s, mali, { ...begin, briefId }))).toBe('not-allowed');
  expect(code(await beginAgain(s, people.stranger, { ...begin, briefId }))).toBe('not-found');
  const far = { ...begin, briefId, days: 5000 };
  expect(await beginAgain(s, people.ploy, far)).toMatchObject({ error: { field: 'days' } });
  expect(await beginAgain(s, people.ploy, { ...begin, briefId, title: '' })).toMatchObject({
    error: { field: 'title' },
  });
});

test('creators of last time wait until they are asked, each once, with the deal or without', async () => {
  const { house, mali, ben } = await finished();
  const { s, briefId: from, people } = house;
  const { briefId } = value(await beginAgain(s, people.ploy, { ...begin, briefId: from }));
  const phone = '081 234 5678';
  await s.db.update(briefCreator).set({ phone }).where(eq(briefCreator.userId, mali.userId));
  const waiting = async () => value(await lastTime(s, people.ploy, { briefId }))?.creators ?? [];
  expect((await waiting()).map(({ name }) => name)).toEqual(['Mali', 'Ben']);
  const ask = (userIds: string[], deal: boolean, who = people.ploy) =>
    inviteAgain(s, who, { briefId, userIds, deal });
  expect(code(await ask([mali.userId], true, people.anan))).toBe('not-found');
  expect(value(await ask([mali.userId], true))).toEqual({ invited: 1 });
  expect(code(await ask([mali.userId], true))).toBe('conflict');
  expect((await waiting()).map(({ name }) => name)).toEqual(['Ben']);
  expect(value(await ask([ben.userId, mali.userId, people.ta.userId], false))).toEqual({
    invited: 1,
  });
  expect(await creatorPlace(s.db, { briefId, userId: mali.userId })).toMatchObject({
    state: 'invited',
    handle: '@Mali',
    phone,
    fee: 'fee of Mali',
    code: '',
  });
  expect(await creatorPlace(s.db, { briefId, userId: ben.userId })).toMatchObject({ fee: '' });
});

test('what worked last time is told to who sees that brief, and to no creator', async () => {
  const { house, mali } = await finished();
  const { s, briefId: from, people } = house;
  const { briefId } = value(await beginAgain(s, people.ploy, { ...begin, briefId: from }));
  value(await inviteAgain(s, people.ploy, { briefId, userIds: [mali.userId], deal: true }));
  const told = value(await lastTime(s, people.viewer, { briefId }));
  expect(told).toMatchObject({ title: 'Sunscreen', report: { summary: { sent: 1 } } });
  expect(told?.creators).toEqual([]);
  expect(code(await lastTime(s, mali, { briefId }))).toBe('not-allowed');
  await s.db.transaction(async (tx) => {
    await tx.update(briefCreator).set({ state: 'removed' }).where(eq(briefCreator.briefId, from));
  });
  expect(value(await lastTime(s, people.ploy, { briefId }))?.creators).toEqual([]);
});
