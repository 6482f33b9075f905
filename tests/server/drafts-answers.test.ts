import { expect, test } from 'vitest';
import { answerChange, approveDraft, askChanges } from '#server/commands/decisions.ts';
import { sendDraft } from '#server/commands/drafts.ts';
import { type OpenPost, post } from '#server/views/drafts.ts';
import { anchorOf, linearText } from '#shared/anchors.ts';
import { draftDocument } from '#shared/ids.ts';
import type { Actor } from '#shared/roles.ts';
import {
  code,
  openPostHouse,
  type PostHouse,
  seenId,
  value,
  write,
} from '#tests/support/post-house.ts';

async function send(house: PostHouse, draftId: string) {
  const contentId = await seenId(house, draftId);
  return value(await sendDraft(house.s, house.mali, { draftId, contentId, ready: false }));
}

async function pageOf({ s }: PostHouse, who: Actor, draftId: string): Promise<OpenPost> {
  const page = value(await post(s, who, { draftId }));
  if (page.door === 'closed') throw new Error('the door is closed');
  return page;
}

test('“done my way” points at the passage the creator picked, and no other answer does', async () => {
  const house = await openPostHouse();
  const { s, ploy, mali } = house;
  const draftId = house.drafts.mali;
  await write(house, mali, { draftId, text: 'สองชั่วโมงที ทุกครั้ง' });
  const { approvalId } = await send(house, draftId);
  const target = { kind: 'clause', field: 'points' } as const;
  const requests = [{ body: 'Every two hours', target }];
  value(await askChanges(s, ploy, { draftId, approvalId, requests }));
  const passage = await s.hub.read(draftDocument(draftId), (doc) => {
    const from = linearText(doc, 'caption').text.indexOf('สองชั่วโมงที');
    return anchorOf(doc, { part: 'caption', from, to: from + 12 });
  });
  const requestId = (await pageOf(house, mali, draftId)).requests[0]?.id ?? '';
  value(await answerChange(s, mali, { requestId, answer: 'my-way', passage }));
  expect((await pageOf(house, ploy, draftId)).requests).toMatchObject([
    { answer: 'my-way', passage: { kind: 'text', part: 'caption', quote: 'สองชั่วโมงที' } },
  ]);
  value(await answerChange(s, mali, { requestId, answer: 'rather-not', passage }));
  expect((await pageOf(house, ploy, draftId)).requests[0]?.passage).toBeNull();
  const broken = { requestId, answer: 'my-way', passage: { ...passage, quote: '' } };
  expect(code(await answerChange(s, mali, broken as never))).toBe('bad-input');
});

test('approving while the creator types puts the key on what was sent, not on what is typed', async () => {
  const house = await openPostHouse();
  const { s, ploy, mali } = house;
  const draftId = house.drafts.mali;
  await write(house, mali, { draftId, text: 'Sent' });
  const sent = await send(house, draftId);
  const sentId = await seenId(house, draftId);
  const [approved] = await Promise.all([
    approveDraft(s, ploy, { draftId, approvalId: sent.approvalId }),
    write(house, mali, { draftId, text: 'Typed meanwhile' }),
  ]);
  value(approved);
  const page = await pageOf(house, ploy, draftId);
  expect(page).toMatchObject({ status: 'approved-by-brand', sent: { contentId: sentId } });
  expect(await seenId(house, draftId)).not.toBe(sentId);
  expect(JSON.stringify(page.sent?.form)).not.toContain('Typed meanwhile');
});
