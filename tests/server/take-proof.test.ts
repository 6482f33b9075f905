import { expect, test } from 'vitest';
import { approveDraft, postIt } from '#server/commands/decisions.ts';
import { openDoor, sendDraft } from '#server/commands/drafts.ts';
import { post, postProof } from '#server/views/drafts.ts';
import { takeProof } from '#server/views/take-proof.ts';
import type { Proof } from '#shared/proof.ts';
import { code, openPostHouse, seenId, value, write } from '#tests/support/post-house.ts';
import { pdfLinks, pdfWords } from '#tests/support/taken.ts';

const caption = 'โฆษณา 08.10 บีทีเอสอโศก 日焼け止め ☀️';

async function openApproved() {
  const house = await openPostHouse();
  const { s, ploy, mali } = house;
  const draftId = house.drafts.mali;
  await write(house, mali, { draftId, text: caption });
  value(await openDoor(s, mali, { draftId }));
  const contentId = await seenId(house, draftId);
  value(await sendDraft(s, mali, { draftId, contentId, ready: false }));
  const seen = value(await post(s, ploy, { draftId }));
  const approvalId = seen.door === 'closed' ? '' : (seen.sent?.approvalId ?? '');
  value(await approveDraft(s, ploy, { draftId, approvalId }));
  return { ...house, draftId, approvalId };
}

test('a proof on paper says what was approved, by whom, how, and how to check it', async () => {
  const { s, ploy, mali, draftId, approvalId } = await openApproved();
  expect(code(await takeProof(s, ploy, { draftId }))).toBe('not-now');
  value(await postIt(s, mali, { draftId, approvalId }));
  const { text } = value(await postProof(s, ploy, { draftId }));
  const { signature, keyId, subject } = JSON.parse(text) as Proof;
  for (const actor of [ploy, mali]) {
    const file = value(await takeProof(s, actor, { draftId }));
    expect(file.name).toBe('Everywhere Stick - มะลิ 🌸 - Reel - Proof of approval.pdf');
    const words = await pdfWords(file.bytes);
    for (const said of [
      'โฆษณา 08.10 บีทีเอสอโศก 日焼け止め',
      'Ploy approved it for the brand',
      'signed in by password',
      'signed in by invitation',
      'UTC',
      approvalId,
      subject.contentId,
      keyId,
    ]) {
      expect(words).toContain(said);
    }
    expect(words.replaceAll(' ', '')).toContain(signature);
    expect(await pdfLinks(file.bytes)).toContain('http://127.0.0.1:3000/proof');
  }
});

test('a proof on paper is nothing to another creator', async () => {
  const { s, mali, ben, draftId, approvalId } = await openApproved();
  value(await postIt(s, mali, { draftId, approvalId }));
  expect(code(await takeProof(s, ben, { draftId }))).toBe('not-found');
});
