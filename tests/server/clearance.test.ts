import { expect, test } from 'vitest';
import { eventsAfter } from '#db/events.ts';
import { clearDraft, refuseClearance } from '#server/commands/clearance.ts';
import { approveDraft, askChanges } from '#server/commands/decisions.ts';
import { editBrief, setBriefPersonRole } from '#server/commands/briefs.ts';
import { mayHear } from '#server/live.ts';
import { agreedFor } from '#server/views/agreed.ts';
import { home } from '#server/views/home.ts';
import { activity, inbox } from '#server/views/inbox.ts';
import { draftVersions } from '#server/views/versions.ts';
import { takePost } from '#server/views/take-post.ts';
import type { Actor } from '#shared/roles.ts';
import { code, openPostHouse, type PostHouse, value } from '#tests/support/post-house.ts';
import { pageOf, send, told } from '#tests/support/sending.ts';

const named = { title: 'Everywhere Stick', brandName: 'Rimdaet', product: '' };

async function openHouse() {
  const house = await openPostHouse();
  const { s, ploy, briefId } = house;
  value(await editBrief(s, ploy, { briefId, ...named, needsClearance: true }));
  return { house, draftId: house.drafts.mali };
}

test('nobody approves before a reviewer cleared exactly the version that was sent last', async () => {
  const { house, draftId } = await openHouse();
  const { s, ploy, nan, anan } = house;
  const first = await send(house, 'the first words');
  expect(code(await approveDraft(s, ploy, { draftId, approvalId: first }))).toBe('not-cleared');
  value(await clearDraft(s, anan, { draftId, approvalId: first, seen: 'waiting' }));
  const second = await send(house, 'and more words');
  expect(code(await approveDraft(s, ploy, { draftId, approvalId: second }))).toBe('not-cleared');
  const late = await clearDraft(s, anan, { draftId, approvalId: first, seen: 'waiting' });
  expect(code(late)).toBe('content-changed');
  value(await clearDraft(s, anan, { draftId, approvalId: second, seen: 'waiting' }));
  value(await approveDraft(s, nan, { draftId, approvalId: second }));
  expect((await pageOf(house, ploy)).status).toBe('approved-by-brand');
});

test('not cleared carries a reason for the brand alone, and asking for changes stays open', async () => {
  const { house, draftId } = await openHouse();
  const { s, ploy, anan } = house;
  const approvalId = await send(house, 'never burn again');
  const empty = { draftId, approvalId, seen: 'waiting', reason: '  ' } as const;
  expect(code(await refuseClearance(s, anan, empty))).toBe('bad-input');
  value(await refuseClearance(s, anan, { ...empty, reason: '“Never” is a promise' }));
  const { clearance } = await pageOf(house, ploy);
  expect(clearance).toMatchObject({
    state: 'not-cleared',
    by: { name: 'Anan' },
    reason: '“Never” is a promise',
    reviewers: ['Anan'],
  });
  const refused = await approveDraft(s, ploy, { draftId, approvalId });
  expect(refused).toMatchObject({ error: { code: 'conflict', params: { name: 'Anan' } } });
  const requests = [{ body: 'x', target: { kind: 'clause', field: 'donts' } as const }];
  value(await askChanges(s, ploy, { draftId, approvalId, requests }));
});

test('only a reviewer clears: no lead, no creator, nobody else, and not where it is not asked for', async () => {
  const { house, draftId } = await openHouse();
  const { s, ploy, mali, ben, anan, briefId } = house;
  const approvalId = await send(house, 'words');
  const input = { draftId, approvalId, seen: 'waiting' } as const;
  expect(code(await clearDraft(s, ploy, input))).toBe('not-allowed');
  expect(code(await clearDraft(s, mali, input))).toBe('not-allowed');
  expect(code(await clearDraft(s, ben, input))).toBe('not-found');
  value(await editBrief(s, ploy, { briefId, ...named, needsClearance: false }));
  expect(code(await clearDraft(s, anan, input))).toBe('not-now');
  value(await approveDraft(s, ploy, { draftId, approvalId }));
});

test('a stand-in clears as well, and of two reviewers at once the second hears what was said', async () => {
  const { house, draftId } = await openHouse();
  const { s, ploy, nan, anan, briefId } = house;
  value(await setBriefPersonRole(s, ploy, { briefId, userId: nan.userId, role: 'reviewer' }));
  const approvalId = await send(house, 'words');
  const input = { draftId, approvalId, seen: 'waiting' } as const;
  value(await refuseClearance(s, anan, { ...input, reason: 'the claim' }));
  const second = await clearDraft(s, nan, input);
  expect(second).toMatchObject({
    error: { code: 'conflict', field: 'not-clear', params: { name: 'Anan' } },
  });
  value(await clearDraft(s, nan, { ...input, seen: 'not-cleared' }));
  expect((await pageOf(house, ploy)).clearance).toMatchObject({
    state: 'cleared',
    by: { name: 'Nan' },
  });
});

test('reviewers are told of a version that waits, leads of the word on it, and the homes say whose it is', async () => {
  const { house, draftId } = await openHouse();
  const { s, ploy, anan } = house;
  const approvalId = await send(house, 'words');
  expect(await told(house, anan)).toEqual(['to-clear']);
  expect(await atHome(house, ploy)).toEqual({ waiting: [], others: [draftId] });
  expect(await atHome(house, anan)).toEqual({ waiting: [draftId], others: [] });
  value(await clearDraft(s, anan, { draftId, approvalId, seen: 'waiting' }));
  expect(await told(house, ploy)).toEqual(['cleared', 'sent']);
  expect(await atHome(house, ploy)).toEqual({ waiting: [draftId], others: [] });
  expect(await atHome(house, anan)).toEqual({ waiting: [], others: [draftId] });
});

/** Ids of what stands with them, and with others. */
async function atHome({ s }: PostHouse, who: Actor) {
  const { groups } = value(await home(s, who, { everyPlace: true }));
  const ids = ({ rows }: { rows: { draftId: string }[] }) => rows.map((row) => row.draftId);
  return { waiting: ids(groups.waiting), others: ids(groups.others) };
}

test('a creator is given nothing of it: no row, frame, moment or word differs', async () => {
  const { house, draftId } = await openHouse();
  const { s, mali, anan } = house;
  const approvalId = await send(house, 'words');
  const known = async () =>
    JSON.stringify({
      page: await pageOf(house, mali),
      home: value(await home(s, mali, { everyPlace: true })),
      inbox: value(await inbox(s, mali)),
      activity: value(await activity(s, mali)),
      versions: value(await draftVersions(s, mali, { draftId })),
      agreed: value(await agreedFor(s, mali, { draftId })),
    });
  const before = await known();
  const [{ seq } = { seq: 0 }] = (await eventsAfter(s.db, 0, 500)).slice(-1);
  value(
    await refuseClearance(s, anan, { draftId, approvalId, seen: 'waiting', reason: 'secret why' }),
  );
  value(await clearDraft(s, anan, { draftId, approvalId, seen: 'not-cleared' }));
  expect(await known()).toBe(before);
  const taken = value(await takePost(s, mali, { draftId, what: 'now', format: 'md' }));
  expect(new TextDecoder().decode(taken.bytes)).not.toMatch(/secret why|Anan|clear/i);
  const page = await pageOf(house, mali);
  expect([page.clearance, page.may.clear]).toEqual([null, false]);
  const since = await eventsAfter(s.db, seq, 500);
  expect(since.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['draft.not-clear', 'draft.clear']),
  );
  for (const event of since) expect(await mayHear(s.db, mali.userId, event)).toBe(false);
});
