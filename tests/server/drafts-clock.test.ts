import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { updateDeliverable } from '#db/deliverables.ts';
import { draft } from '#db/schema/drafts.ts';
import { editBrief } from '#server/commands/briefs.ts';
import { approveDraft, askChanges } from '#server/commands/decisions.ts';
import { sendDraft } from '#server/commands/drafts.ts';
import { sendIdea } from '#server/commands/ideas.ts';
import { post } from '#server/views/drafts.ts';
import { postsAtHome } from '#server/home-posts.ts';
import type { Actor } from '#shared/roles.ts';
import { endOfDay } from '#shared/zoned-time.ts';
import { openPostHouse, type PostHouse, seenId, value, write } from '#tests/support/post-house.ts';

const zone = 'Asia/Bangkok';
const end = (day: string) => endOfDay(day, zone)?.getTime();
const at = (wall: string) => new Date(`${wall}+07:00`);

/** A house whose clock is set by the test. November 24th 2026 is a Tuesday. */
async function houseAt(wall: string) {
  const house = await openPostHouse();
  const clock = { now: at(wall) };
  house.s.now = () => new Date(clock.now);
  await planDays(house, { publishDue: '2026-12-04' });
  const draftId = house.drafts.mali;
  return {
    house,
    draftId,
    async until(next: string) {
      clock.now = at(next);
    },
    async send(text: string) {
      await write(house, house.mali, { draftId, text });
      const contentId = await seenId(house, draftId);
      const input = { draftId, contentId, ready: false };
      return value(await sendDraft(house.s, house.mali, input)).approvalId;
    },
    async clockOf(who: Actor) {
      return value(await post(house.s, who, { draftId })).clock;
    },
  };
}

async function planDays({ s }: PostHouse, days: { reviewDue?: string; publishDue?: string }) {
  const day = (name: 'reviewDue' | 'publishDue') => endOfDay(days[name] ?? '', zone);
  const change = { reviewDue: day('reviewDue'), publishDue: day('publishDue') };
  await s.db.transaction((tx) => updateDeliverable(tx, 'post1', change as never));
}

const request = { body: 'Two hours', target: { kind: 'clause', field: 'points' } } as const;

test('both sides read one clock, and the creator’s day moves while the brand is late', async () => {
  const { house, send, until, clockOf } = await houseAt('2026-11-24T17:00');
  await send('For your eyes');
  const due = at('2026-11-26T17:00').getTime();
  expect(await clockOf(house.ploy)).toEqual({ due, publishDue: end('2026-12-04'), movedDays: 0 });
  await until('2026-11-27T18:00');
  const late = { due, publishDue: end('2026-12-06'), movedDays: 2 };
  expect(await clockOf(house.ploy)).toEqual(late);
  expect(await clockOf(house.mali)).toEqual(late);
});

test('nothing is approved by silence: months late it still lies with the brand', async () => {
  const { house, send, until, draftId } = await houseAt('2026-11-24T17:00');
  const approvalId = await send('Anybody there?');
  await until('2027-03-01T12:00');
  expect(value(await post(house.s, house.mali, { draftId }))).toMatchObject({
    status: 'with-brand',
    turn: 'brand',
    keys: { brand: null },
  });
  value(await approveDraft(house.s, house.ploy, { draftId, approvalId }));
});

test('a day the brand names after the sending does not take its lateness back', async () => {
  const { house, send, until, clockOf } = await houseAt('2026-11-24T17:00');
  await send('On time');
  await until('2026-11-27T09:00');
  await planDays(house, { reviewDue: '2026-11-30', publishDue: '2026-12-04' });
  expect(await clockOf(house.mali)).toEqual({
    due: at('2026-11-26T17:00').getTime(),
    publishDue: end('2026-12-05'),
    movedDays: 1,
  });
});

test('asked changes start the creator’s clock, and a late asking stays counted', async () => {
  const { house, send, until, draftId, clockOf } = await houseAt('2026-11-24T17:00');
  const approvalId = await send('First');
  await until('2026-11-27T10:00');
  value(await askChanges(house.s, house.ploy, { draftId, approvalId, requests: [request] }));
  await until('2026-12-02T10:00');
  expect(await clockOf(house.mali)).toEqual({
    due: at('2026-12-01T10:00').getTime(),
    publishDue: end('2026-12-05'),
    movedDays: 1,
  });
  await send('Second');
  expect((await clockOf(house.ploy)).due).toBe(at('2026-12-04T10:00').getTime());
});

test('the homes of both sides know the same due day', async () => {
  const { house, send, clockOf } = await houseAt('2026-11-24T17:00');
  await send('Waiting');
  const clock = await clockOf(house.ploy);
  const brandSide = (await postsAtHome(house.s, 'ploy')).brandPosts;
  const creatorSide = (await postsAtHome(house.s, 'mali')).ownPosts;
  expect(brandSide.map((one) => [one.creatorName, one.clock])).toEqual([['มะลิ 🌸', clock]]);
  expect(creatorSide.map((one) => one.clock)).toEqual([clock]);
});

/** A brief that is at home in Thailand. Songkran 2027 is Tuesday to Thursday. */
async function thaiHouseAt(wall: string) {
  const at = await houseAt(wall);
  const { s, briefId, ploy } = at.house;
  const settle = async (place: string) =>
    value(
      await editBrief(s, ploy, {
        briefId,
        title: 'Everywhere Stick',
        brandName: 'Rimdaet',
        product: '',
        place,
      }),
    );
  return { ...at, settle };
}

test('an answer to what was sent before Songkran is owed after it, and the page can say why', async () => {
  const { send, settle, house, clockOf } = await thaiHouseAt('2027-04-12T10:00');
  await settle('TH');
  await send('Before the water');
  const clock = await clockOf(house.mali);
  expect(clock.due).toBe(at('2027-04-19T10:00').getTime());
  expect(clock.holidays).toEqual({
    place: 'TH',
    days: ['2027-04-13', '2027-04-14', '2027-04-15'],
  });
});

test('an answer to an idea sent before Songkran is owed after it too', async () => {
  const { settle, house, draftId, clockOf } = await thaiHouseAt('2027-04-12T10:00');
  await settle('TH');
  value(await sendIdea(house.s, house.mali, { draftId, text: 'A wet face at Asok' }));
  await settle('');
  expect(await clockOf(house.ploy)).toMatchObject({
    due: at('2027-04-19T10:00').getTime(),
    holidays: { place: 'TH', days: ['2027-04-13', '2027-04-14', '2027-04-15'] },
  });
});

test('another place of the brief moves no clock that runs, neither the brand’s nor the creator’s', async () => {
  const { send, settle, until, house, draftId, clockOf } = await thaiHouseAt('2027-04-12T10:00');
  const approvalId = await send('Promised without holidays');
  const promised = at('2027-04-14T10:00').getTime();
  expect((await clockOf(house.mali)).due).toBe(promised);
  await settle('TH');
  expect((await clockOf(house.mali)).due).toBe(promised);
  expect((await clockOf(house.ploy)).due).toBe(promised);

  await until('2027-04-12T12:00');
  value(await askChanges(house.s, house.ploy, { draftId, approvalId, requests: [request] }));
  const asked = at('2027-04-19T12:00').getTime();
  expect((await clockOf(house.mali)).due).toBe(asked);
  await settle('');
  expect((await clockOf(house.mali)).due).toBe(asked);

  // The next promise is made by the days of the new place.
  await send('Without holidays again');
  expect((await clockOf(house.ploy)).due).toBe(at('2027-04-14T12:00').getTime());
});

test('the brand’s lateness over a holiday moves the creator’s day by the days that passed', async () => {
  const { send, settle, until, house, clockOf } = await thaiHouseAt('2027-04-07T10:00');
  await planDays(house, { publishDue: '2027-04-21' });
  await settle('TH');
  await send('Owed on Friday the 9th');
  await until('2027-04-16T09:00');
  const clock = await clockOf(house.mali);
  expect(clock.due).toBe(at('2027-04-09T10:00').getTime());
  expect(clock).toMatchObject({ movedDays: 7, publishDue: end('2027-04-28') });
});

test('a post’s own days come before those of its deliverable', async () => {
  const { house, clockOf } = await houseAt('2026-11-24T17:00');
  const publishDue = endOfDay('2026-12-09', zone);
  await house.s.db.transaction((tx) => tx.update(draft).set({ publishDue }).where(sql`true`));
  expect((await clockOf(house.mali)).publishDue).toBe(end('2026-12-09'));
});
