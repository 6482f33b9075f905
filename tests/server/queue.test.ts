import { expect, test } from 'vitest';
import { clearDraft } from '#server/commands/clearance.ts';
import { editBrief, setBriefPersonRole } from '#server/commands/briefs.ts';
import { approveDraft } from '#server/commands/decisions.ts';
import { openDoor, sendDraft } from '#server/commands/drafts.ts';
import { queue } from '#server/views/queue.ts';
import type { Actor } from '#shared/roles.ts';
import { openPostHouse, type PostHouse, seenId, value, write } from '#tests/support/post-house.ts';

const all = { queue: 'all', since: 0, skipped: [], at: null };
const named = { title: 'Everywhere Stick', brandName: 'Rimdaet', product: '' };

async function send(house: PostHouse, who: 'mali' | 'ben'): Promise<string> {
  const draftId = house.drafts[who];
  await write(house, house[who], { draftId, text: `words of ${who}` });
  const contentId = await seenId(house, draftId);
  return value(await sendDraft(house.s, house[who], { draftId, contentId, ready: false }))
    .approvalId;
}

const seen = async ({ s }: PostHouse, who: Actor, at: string | null = null) =>
  value(await queue(s, who, { ...all, at }));

test('a lead goes through what was sent and nothing else; who decides nothing has nothing', async () => {
  const house = await openPostHouse();
  const { s, ploy, nan, anan, mali, ben, drafts } = house;
  value(await openDoor(s, ben, { draftId: drafts.ben }));
  expect((await seen(house, ploy)).waiting).toBe(0);
  const approvalId = await send(house, 'mali');
  await send(house, 'ben');
  expect(await seen(house, ploy, drafts.mali)).toMatchObject({
    n: 1,
    total: 2,
    next: { draftId: drafts.ben, creatorName: 'Ben', format: 'reel' },
    last: null,
  });
  for (const who of [anan, mali]) {
    expect(await seen(house, who, drafts.ben)).toMatchObject({
      waiting: 0,
      next: null,
      last: null,
    });
  }
  value(await approveDraft(s, ploy, { draftId: drafts.mali, approvalId }));
  expect(await seen(house, ploy, drafts.mali)).toMatchObject({
    n: 1,
    total: 2,
    decided: 1,
    last: { event: 'approve', name: 'Ploy', isOwn: true },
  });
  // The other lead decided nothing yet, and one post is left to them.
  expect(await seen(house, nan, drafts.mali)).toMatchObject({
    total: 1,
    decided: 0,
    last: { event: 'approve', name: 'Ploy', isOwn: false },
  });
});

test('a version goes to legal first, then to the lead; without a reviewer it is the lead’s', async () => {
  const house = await openPostHouse();
  const { s, ploy, anan, briefId, drafts } = house;
  value(await editBrief(s, ploy, { briefId, ...named, needsClearance: true }));
  const approvalId = await send(house, 'mali');
  expect([(await seen(house, ploy)).waiting, (await seen(house, anan)).waiting]).toEqual([0, 1]);
  value(await clearDraft(s, anan, { draftId: drafts.mali, approvalId, seen: 'waiting' }));
  expect([(await seen(house, ploy)).waiting, (await seen(house, anan)).waiting]).toEqual([1, 0]);
  await send(house, 'ben');
  const place = { briefId, userId: anan.userId, role: 'colleague' } as const;
  value(await setBriefPersonRole(s, ploy, place));
  expect([(await seen(house, ploy)).waiting, (await seen(house, anan)).waiting]).toEqual([2, 0]);
});

test('a brief that is not the reader’s tells nothing, whatever the address names', async () => {
  const house = await openPostHouse();
  const { s, ploy, mali, drafts, briefId } = house;
  await send(house, 'mali');
  const own = value(await queue(s, ploy, { ...all, queue: briefId }));
  expect([own.waiting, own.brief?.title]).toEqual([1, 'Everywhere Stick']);
  for (const [who, scope] of [
    [ploy, 'elsewhere0'],
    [mali, briefId],
  ] as const) {
    const other = value(await queue(s, who, { ...all, queue: scope, at: drafts.ben }));
    expect(other).toMatchObject({ brief: null, waiting: 0, next: null, first: null, last: null });
  }
});
