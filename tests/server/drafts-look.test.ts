import { expect, test } from 'vitest';
import { askChanges } from '#server/commands/decisions.ts';
import { closeDoor, openDoor, sendDraft, withdrawDraft } from '#server/commands/drafts.ts';
import { askLook } from '#server/commands/looks.ts';
import { reply, startThread } from '#server/commands/threads.ts';
import { type OpenPost, post } from '#server/views/drafts.ts';
import { postsAtHome } from '#server/home-posts.ts';
import { inbox } from '#server/views/inbox.ts';
import type { Actor } from '#shared/roles.ts';
import {
  code,
  openPostHouse,
  type PostHouse,
  seenId,
  value,
  write,
} from '#tests/support/post-house.ts';

async function openHouse() {
  const house = await openPostHouse();
  const draftId = house.drafts.mali;
  await write(house, house.mali, { draftId, text: 'my half-done words' });
  value(await openDoor(house.s, house.mali, { draftId }));
  return { house, draftId };
}

async function pageOf({ s, drafts }: PostHouse, who: Actor): Promise<OpenPost> {
  const page = value(await post(s, who, { draftId: drafts.mali }));
  if (page.door === 'closed') throw new Error('the door is closed');
  return page;
}

async function send({ s, mali, drafts }: PostHouse, contentId: string) {
  return value(await sendDraft(s, mali, { draftId: drafts.mali, contentId, ready: false }));
}

const isAsked = async (house: PostHouse) => (await pageOf(house, house.ploy)).lookAskedAt !== null;
const comment = { anchor: { kind: 'whole' }, body: 'Lovely so far' } as const;

test('a look costs no round and no state: a row that stays, heard on the post and at home', async () => {
  const { house, draftId } = await openHouse();
  const before = await pageOf(house, house.mali);
  value(await askLook(house.s, house.mali, { draftId }));
  const after = await pageOf(house, house.ploy);
  expect(after).toMatchObject({ status: 'writing', turn: 'creator', round: 0 });
  expect(after.roundsLeft).toBe(before.roundsLeft);
  expect(after.lookAskedAt).not.toBeNull();
  expect(after.activity.at(-1)).toMatchObject({ event: 'ask-look', side: 'creator', n: null });
  const { brandPosts } = await postsAtHome(house.s, 'ploy');
  expect(brandPosts).toMatchObject([{ draftId, lookAsked: true, turn: 'creator', decides: true }]);
  // A reviewer sees it too, and it does not wait for them.
  const reviewer = await postsAtHome(house.s, 'anan');
  expect(reviewer.brandPosts).toMatchObject([{ draftId, lookAsked: true, decides: false }]);
});

test('every lead is told once without a word of the draft, however often it is asked', async () => {
  const { house, draftId } = await openHouse();
  value(await askLook(house.s, house.mali, { draftId }));
  value(await askLook(house.s, house.mali, { draftId }));
  for (const lead of [house.ploy, house.nan]) {
    const { groups } = value(await inbox(house.s, lead));
    expect(groups.flatMap(({ rows }) => rows)).toMatchObject([
      { sentence: 'มะลิ 🌸 asks for a look', to: `/posts/${draftId}`, isRead: false },
    ]);
    expect(JSON.stringify(groups)).not.toContain('half-done');
  }
  const { activity } = await pageOf(house, house.mali);
  expect(activity.filter((one) => one.event === 'ask-look')).toHaveLength(1);
});

test('behind a closed door it is refused, opens nothing and tells nobody', async () => {
  const house = await openPostHouse();
  const draftId = house.drafts.mali;
  const asked = await askLook(house.s, house.mali, { draftId });
  expect(asked).toMatchObject({ ok: false, error: { code: 'not-now', field: 'door' } });
  expect(value(await post(house.s, house.ploy, { draftId })).door).toBe('closed');
  expect(value(await inbox(house.s, house.ploy)).groups).toEqual([]);
});

test('a look stands until the brand says something the creator can hear', async () => {
  const { house, draftId } = await openHouse();
  const { s, ploy, anan, mali } = house;
  const place = { draftId };
  value(await askLook(s, mali, { draftId }));
  value(await startThread(s, anan, { place, audience: 'brand', ...comment }));
  expect(await isAsked(house)).toBe(true);
  const thread = { place, audience: 'everyone', ...comment } as const;
  const { threadId } = value(await startThread(s, mali, thread));
  expect(await isAsked(house)).toBe(true);
  value(await reply(s, ploy, { threadId, body: 'Go on like this' }));
  expect(await isAsked(house)).toBe(false);
  value(await askLook(s, mali, { draftId }));
  expect(await isAsked(house)).toBe(true);
});

test('closing the door takes it back, and opening it again does not ask again', async () => {
  const { house, draftId } = await openHouse();
  const { s, mali } = house;
  value(await askLook(s, mali, { draftId }));
  value(await closeDoor(s, mali, { draftId }));
  expect((await pageOf(house, mali)).lookAskedAt).toBeNull();
  value(await openDoor(s, mali, { draftId }));
  expect(await isAsked(house)).toBe(false);
});

test('sending answers it; after asked changes it can be asked again, and then no more', async () => {
  const { house, draftId } = await openHouse();
  const { s, mali, ploy } = house;
  value(await askLook(s, mali, { draftId }));
  const { approvalId } = await send(house, await seenId(house, draftId));
  expect(await isAsked(house)).toBe(false);
  expect(code(await askLook(s, mali, { draftId }))).toBe('not-now');
  const requests = [{ body: 'x', target: { kind: 'clause', field: 'points' } as const }];
  value(await askChanges(s, ploy, { draftId, approvalId, requests }));
  value(await askLook(s, mali, { draftId }));
  expect(await pageOf(house, ploy)).toMatchObject({ status: 'changes-asked', roundsLeft: 1 });
  expect(await isAsked(house)).toBe(true);
  value(await withdrawDraft(s, mali, { draftId }));
  expect(await isAsked(house)).toBe(false);
  expect(code(await askLook(s, mali, { draftId }))).toBe('not-now');
});

test('only the post’s own creator asks for one', async () => {
  const { house, draftId } = await openHouse();
  const { s, ploy, anan, ben } = house;
  expect(code(await askLook(s, ploy, { draftId }))).toBe('not-allowed');
  expect(code(await askLook(s, anan, { draftId }))).toBe('not-allowed');
  expect(code(await askLook(s, ben, { draftId }))).toBe('not-found');
});
