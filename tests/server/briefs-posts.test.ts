import { expect, test } from 'vitest';
import { draftsOfBrief, updateDraft } from '#db/drafts.ts';
import { eventsOfBriefs } from '#db/events.ts';
import { createBrief } from '#server/commands/briefs.ts';
import { answerQuestion, inviteCreator } from '#server/commands/creators.ts';
import { writeDeal } from '#server/commands/deals.ts';
import {
  addDeliverable,
  editDeliverable,
  removeDeliverable,
} from '#server/commands/deliverables.ts';
import { askQuestion, declineOffer } from '#server/commands/offers.ts';
import { postsPage } from '#server/views/posts.ts';
import { creatorsPage, invitePage } from '#server/views/creators.ts';
import {
  dealInput,
  deliverable,
  filled,
  invitation,
  newBrief,
  openBriefing,
} from '#tests/support/briefing.ts';
import { value } from '#tests/support/doors.ts';

test('saying I am in opens an empty draft for every post, and later posts follow', async () => {
  const house = await openBriefing();
  const { s, briefId, people } = house;
  await house.write(filled);
  const version = await house.publish();
  const first = value(await addDeliverable(s, people.ploy, { ...deliverable, briefId }));
  const mali = await house.invite('mali');
  await house.invite('ben');
  expect(await draftsOfBrief(s.db, briefId)).toEqual([]);
  await house.accept(mali, version);
  const second = value(await addDeliverable(s, people.ploy, { ...deliverable, briefId }));
  const drafts = await draftsOfBrief(s.db, briefId);
  expect(drafts.map((draft) => [draft.creatorId, draft.deliverableId, draft.open])).toEqual([
    [mali.userId, first.deliverableId, false],
    [mali.userId, second.deliverableId, false],
  ]);
});

test('of a post that is just me the brand learns that it is written, and no way to it', async () => {
  const house = await openBriefing();
  const { s, briefId, people } = house;
  await house.write(filled);
  const mali = await house.invite('mali');
  value(await addDeliverable(s, people.ploy, { ...deliverable, briefId }));
  await house.accept(mali, await house.publish());
  const [draft] = await draftsOfBrief(s.db, briefId);
  const alone = value(await postsPage(s, people.ploy, { briefId }));
  expect(JSON.stringify(alone)).not.toContain(draft?.id);
  expect(Object.values(alone.rows[0]?.cells ?? {}).map(({ kind }) => kind)).toEqual(['alone']);
});

test('what is signed stays once a draft was sent, dates do not', async () => {
  const house = await openBriefing();
  const { s, briefId, people } = house;
  await house.write(filled);
  const mali = await house.invite('mali');
  const { deliverableId } = value(
    await addDeliverable(s, people.ploy, { ...deliverable, briefId }),
  );
  await house.accept(mali, await house.publish());
  const [draft] = await draftsOfBrief(s.db, briefId);
  await s.db.transaction((tx) => updateDraft(tx, draft?.id ?? '', { round: 1 }));
  const moved = { ...deliverable, deliverableId, publishDue: '2026-12-24' };
  expect((await editDeliverable(s, people.ploy, moved)).ok).toBe(true);
  const elsewhere = { ...moved, seenIn: ['TH', 'GB'] };
  expect(await editDeliverable(s, people.ploy, elsewhere)).toMatchObject({
    error: { code: 'not-now', field: 'sent' },
  });
  expect(await removeDeliverable(s, people.ploy, { deliverableId })).toMatchObject({
    error: { code: 'not-now', field: 'begun' },
  });
});

test('a post that nobody wrote in goes with its drafts', async () => {
  const house = await openBriefing();
  const { s, briefId, people } = house;
  await house.write(filled);
  const mali = await house.invite('mali');
  const { deliverableId } = value(
    await addDeliverable(s, people.ploy, { ...deliverable, briefId }),
  );
  await house.accept(mali, await house.publish());
  value(await removeDeliverable(s, people.ploy, { deliverableId }));
  expect(await draftsOfBrief(s.db, briefId)).toEqual([]);
});

test('wrong input names the field it is wrong in', async () => {
  const { s, briefId, people } = await openBriefing();
  const { ploy } = people;
  const field = async (result: Promise<{ ok: boolean; error?: { field?: string } }>) => {
    const { error } = await result;
    return error?.field;
  };
  expect(await field(createBrief(s, ploy, { ...newBrief, title: ' ' }))).toBe('title');
  expect(await field(createBrief(s, ploy, { ...newBrief, title: 'x'.repeat(121) }))).toBe('title');
  expect(await field(createBrief(s, ploy, { ...newBrief, brandName: 'a\u0000b' }))).toBe(
    'brandName',
  );
  expect(await field(createBrief(s, ploy, { ...newBrief, timeZone: 'Mars/Base' }))).toBe(
    'timeZone',
  );
  expect(await field(createBrief(s, ploy, { ...newBrief, languages: [] }))).toBe('languages');
  expect(await field(createBrief(s, ploy, { ...newBrief, place: 'Siam' }))).toBe('place');
  const post = (change: object) =>
    field(addDeliverable(s, ploy, { ...deliverable, briefId, ...change }));
  expect(await post({ seenIn: [] })).toBe('seenIn');
  expect(await post({ seenIn: ['XX'] })).toBe('seenIn');
  expect(await post({ platform: 'youtube' })).toBe('format');
  expect(await post({ draftDue: '2026-02-31' })).toBe('draftDue');
  expect(await post({ publishDue: '2026-11-01' })).toBe('publishDue');
  const invite = (change: object) =>
    field(inviteCreator(s, ploy, { ...invitation(briefId, 'mali'), ...change }));
  expect(await invite({ name: '' })).toBe('name');
  expect(await invite({ terms: 'x'.repeat(2001) })).toBe('terms');
});

test('markup in fields is kept as the characters it is', async () => {
  const house = await openBriefing();
  const { s, briefId, people } = house;
  const markup = '<script>alert(1)</script>&amp;';
  const mali = await house.invite(markup);
  const own = { handle: markup, fee: markup, product: markup, code: '<b>', terms: markup };
  const deal = { ...dealInput, ...own };
  value(await writeDeal(s, people.ploy, { briefId, userId: mali.userId, ...deal }));
  const page = value(await creatorsPage(s, people.ploy, { briefId }));
  expect(page.creators[0]).toMatchObject({ name: markup, handle: markup });
  expect(page.creators[0]?.deal?.terms).toBe(markup);
});

test('a question and its answer are read by the two sides and by no other creator', async () => {
  const house = await openBriefing();
  const { s, briefId, people } = house;
  const mali = await house.invite('mali');
  const ben = await house.invite('ben');
  value(await askQuestion(s, mali, { briefId, text: 'เอาแมวมาด้วยได้ไหม 🐈' }));
  value(await answerQuestion(s, people.ploy, { briefId, userId: mali.userId, text: 'ได้เลย' }));
  const asked = value(await invitePage(s, mali, { briefId }));
  expect(asked).toMatchObject({
    state: 'asked',
    exchanges: [
      { byCreator: true, text: 'เอาแมวมาด้วยได้ไหม 🐈' },
      { byCreator: false, text: 'ได้เลย' },
    ],
  });
  const others = JSON.stringify(await invitePage(s, ben, { briefId }));
  expect(others).not.toContain('แมว');
  const events = await eventsOfBriefs(s.db, [briefId], 100);
  expect(events.filter((event) => event.audience === 'everyone')).toEqual([]);
});

test('not this time can still become I am in', async () => {
  const house = await openBriefing();
  const { s, briefId } = house;
  const mali = await house.invite('mali');
  value(await declineOffer(s, mali, { briefId, note: 'ติดงาน' }));
  await house.write(filled);
  await house.accept(mali, await house.publish());
  expect(await invitePage(s, mali, { briefId })).toMatchObject({ value: { state: 'in' } });
});
