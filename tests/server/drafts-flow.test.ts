import { digest } from 'lib0/hash/sha256';
import { describe, expect, test } from 'vitest';
import type * as Y from 'yjs';
import { databaseError } from '#db/errors.ts';
import { decision } from '#db/schema/drafts.ts';
import {
  agreeExtraRound,
  answerChange,
  approveDraft,
  askChanges,
  askExtraRound,
  postIt,
} from '#server/commands/decisions.ts';
import {
  closeDoor,
  openDoor,
  recordPublished,
  releaseDraft,
  sendDraft,
  withdrawDraft,
} from '#server/commands/drafts.ts';
import { judgeProof } from '#server/proofs.ts';
import { verifyEd25519 } from '#server/signing.ts';
import { type OpenPost, post, postProof } from '#server/views/drafts.ts';
import { draftDocument } from '#shared/ids.ts';
import { checkProofText } from '#shared/proof.ts';
import type { Actor } from '#shared/roles.ts';
import {
  code,
  openPostHouse,
  type PostHouse,
  seenId,
  value,
  write,
} from '#tests/support/post-house.ts';

async function send(house: PostHouse, ready = false) {
  const draftId = house.drafts.mali;
  const contentId = await seenId(house, draftId);
  return value(await sendDraft(house.s, house.mali, { draftId, contentId, ready }));
}

async function pageOf({ s }: PostHouse, who: Actor, draftId: string): Promise<OpenPost> {
  const page = value(await post(s, who, { draftId }));
  if (page.door === 'closed') throw new Error('the door is closed');
  return page;
}

const clause = { kind: 'clause', field: 'points', pointId: 'p1' } as const;

describe('the life of a post', () => {
  test('goes from an empty draft over asked changes to two keys, a proof and a link', async () => {
    const house = await openPostHouse();
    const { s, ploy, mali } = house;
    const draftId = house.drafts.mali;
    await write(house, mali, { draftId, text: '08.10 บีทีเอสอโศก' });
    value(await openDoor(s, mali, { draftId }));
    const first = await send(house);
    expect(first).toMatchObject({ n: 1, round: 1 });

    const requests = [{ body: 'Two hours, please', target: clause }];
    value(await askChanges(s, ploy, { draftId, approvalId: first.approvalId, requests }));
    const asked = await pageOf(house, mali, draftId);
    expect(asked).toMatchObject({ status: 'changes-asked', turn: 'creator' });
    const [request] = asked.requests;
    const answer = { requestId: request?.id ?? '', answer: 'my-way', note: 'สองชั่วโมงที' } as const;
    value(await answerChange(s, mali, answer));

    await write(house, mali, { draftId, text: 'สองชั่วโมงที' });
    const second = await send(house);
    expect(second).toMatchObject({ n: 2, round: 2 });
    value(await approveDraft(s, ploy, { draftId, approvalId: second.approvalId }));
    expect(await pageOf(house, mali, draftId)).toMatchObject({
      status: 'approved-by-brand',
      turn: 'creator',
      keys: { brand: { name: 'Ploy' }, creator: null },
      requests: [{ answer: 'my-way', note: 'สองชั่วโมงที' }],
    });
    value(await postIt(s, mali, { draftId, approvalId: second.approvalId }));
    const done = await pageOf(house, ploy, draftId);
    expect(done).toMatchObject({
      status: 'approved-by-both',
      keys: { brand: { name: 'Ploy' }, creator: { name: 'มะลิ 🌸' } },
      hasProof: true,
    });
    expect(code(await recordPublished(s, mali, { draftId, url: 'javascript:alert(1)' }))).toBe(
      'bad-input',
    );
    const url = 'https://instagram.com/reel/1';
    value(await recordPublished(s, mali, { draftId, url }));
    expect(await pageOf(house, ploy, draftId)).toMatchObject({
      status: 'published',
      publishedUrl: url,
    });
    expect(done.activity.map((one) => one.event)).toEqual([
      'open-door',
      'send',
      'ask-changes',
      'answer',
      'send',
      'approve',
      'post-it',
    ]);
  });

  test('takes the creator’s key with the sending, so that approving is the last word', async () => {
    const house = await openPostHouse();
    const draftId = house.drafts.mali;
    await write(house, house.mali, { draftId, text: 'Ready as it is' });
    const { approvalId } = await send(house, true);
    value(await approveDraft(house.s, house.ploy, { draftId, approvalId }));
    expect(await pageOf(house, house.mali, draftId)).toMatchObject({
      status: 'approved-by-both',
      hasProof: true,
    });
  });

  test('lets the creator turn the key before the brand does', async () => {
    const house = await openPostHouse();
    const draftId = house.drafts.mali;
    await write(house, house.mali, { draftId, text: 'Either order' });
    const { approvalId } = await send(house);
    value(await postIt(house.s, house.mali, { draftId, approvalId }));
    const page = await pageOf(house, house.ploy, draftId);
    expect(page).toMatchObject({ status: 'with-brand', keys: { creator: { name: 'มะลิ 🌸' } } });
    value(await approveDraft(house.s, house.ploy, { draftId, approvalId }));
    expect((await pageOf(house, house.ploy, draftId)).status).toBe('approved-by-both');
  });
});

describe('an id that is not the one', () => {
  test('stops sending what another device has written over', async () => {
    const house = await openPostHouse();
    const draftId = house.drafts.mali;
    await write(house, house.mali, { draftId, text: 'First' });
    const contentId = await seenId(house, draftId);
    await write(house, house.mali, { draftId, text: 'and more from the other phone' });
    const sent = await sendDraft(house.s, house.mali, { draftId, contentId, ready: false });
    expect(code(sent)).toBe('content-changed');
    expect((await pageOf(house, house.mali, draftId)).sent).toBeNull();
  });

  test('stops approving and posting anything but the version that was sent last', async () => {
    const house = await openPostHouse();
    const { s, ploy, mali } = house;
    const draftId = house.drafts.mali;
    await write(house, mali, { draftId, text: 'First' });
    const first = await send(house);
    await write(house, mali, { draftId, text: 'Second' });
    await send(house);
    const old = { draftId, approvalId: first.approvalId };
    expect(code(await approveDraft(s, ploy, old))).toBe('content-changed');
    expect(code(await postIt(s, mali, old))).toBe('content-changed');
    const requests = [{ body: 'x', target: clause }];
    expect(code(await askChanges(s, ploy, { ...old, requests }))).toBe('content-changed');
  });

  test('is not made by opening, loading or looking at a post', async () => {
    const house = await openPostHouse();
    const draftId = house.drafts.mali;
    await write(house, house.mali, { draftId, text: 'Still' });
    const before = await seenId(house, draftId);
    value(await openDoor(house.s, house.mali, { draftId }));
    await pageOf(house, house.ploy, draftId);
    await pageOf(house, house.mali, draftId);
    expect(await seenId(house, draftId)).toBe(before);
  });

  test('is refused where there is nothing to send', async () => {
    const house = await openPostHouse();
    const draftId = house.drafts.mali;
    const contentId = await seenId(house, draftId);
    const sent = await sendDraft(house.s, house.mali, { draftId, contentId, ready: true });
    expect(sent).toMatchObject({ ok: false, error: { code: 'bad-input', field: 'parts' } });
  });
});

describe('who may decide', () => {
  test('of two leads who approve at once the second is told', async () => {
    const house = await openPostHouse();
    const draftId = house.drafts.mali;
    await write(house, house.mali, { draftId, text: 'Race' });
    const { approvalId } = await send(house);
    const both = await Promise.all([
      approveDraft(house.s, house.ploy, { draftId, approvalId }),
      approveDraft(house.s, house.nan, { draftId, approvalId }),
    ]);
    expect(both.filter((one) => one.ok)).toHaveLength(1);
    expect(both.flatMap((one) => (one.ok ? [] : [one.error.code]))).toEqual(['conflict']);
  });

  test('only a lead decides for the brand, only the creator for the creator', async () => {
    const house = await openPostHouse();
    const { s, ploy, anan, ben, mali } = house;
    const draftId = house.drafts.mali;
    await write(house, mali, { draftId, text: 'Mine' });
    const { approvalId } = await send(house);
    const input = { draftId, approvalId };
    const contentId = await seenId(house, draftId);
    expect(code(await approveDraft(s, anan, input))).toBe('not-allowed');
    expect(code(await approveDraft(s, mali, input))).toBe('not-allowed');
    expect(code(await postIt(s, ploy, input))).toBe('not-allowed');
    expect(code(await sendDraft(s, ploy, { draftId, contentId, ready: true }))).toBe('not-allowed');
    expect(code(await withdrawDraft(s, ploy, { draftId }))).toBe('not-allowed');
    expect(code(await releaseDraft(s, anan, { draftId }))).toBe('not-allowed');
    // To another creator of the same brief the draft does not even exist.
    expect(code(await sendDraft(s, ben, { draftId, contentId, ready: true }))).toBe('not-found');
    expect(code(await post(s, ben, { draftId }))).toBe('not-found');
    expect(code(await postProof(s, ben, { draftId }))).toBe('not-found');
  });

  test('decisions and sent versions can be neither changed nor taken away', async () => {
    const house = await openPostHouse();
    const draftId = house.drafts.mali;
    await write(house, house.mali, { draftId, text: 'For good' });
    await send(house);
    const { db } = house.s;
    const changed = db.transaction((tx) => tx.update(decision).set({ event: 'x' }));
    expect(await changed.catch(databaseError)).toMatchObject({ kind: 'frozen' });
    const gone = db.transaction((tx) => tx.delete(decision));
    expect(await gone.catch(databaseError)).toMatchObject({ kind: 'frozen' });
    expect((await pageOf(house, house.mali, draftId)).activity).toHaveLength(1);
  });
});

describe('rounds and requests', () => {
  test('refuses more than three requests, none, and one about nothing', async () => {
    const house = await openPostHouse();
    const draftId = house.drafts.mali;
    await write(house, house.mali, { draftId, text: 'Three' });
    const { approvalId } = await send(house);
    const ask = (requests: unknown) =>
      askChanges(house.s, house.ploy, { draftId, approvalId, requests: requests as never });
    const one = { body: 'One', target: clause };
    expect(code(await ask([one, one, one, one]))).toBe('bad-input');
    expect(code(await ask([]))).toBe('bad-input');
    expect(code(await ask([{ body: 'About nothing', target: null }]))).toBe('bad-input');
    expect(code(await ask([{ body: '   ', target: clause }]))).toBe('bad-input');
    value(await ask([one, one, one]));
  });

  test('ends with the budget, until the creator agrees to one more', async () => {
    const house = await openPostHouse();
    const { s, ploy, mali } = house;
    const draftId = house.drafts.mali;
    const requests = [{ body: 'Again', target: clause }];
    for (const text of ['one', 'two']) {
      await write(house, mali, { draftId, text });
      const { approvalId } = await send(house);
      value(await askChanges(s, ploy, { draftId, approvalId, requests }));
    }
    await write(house, mali, { draftId, text: 'three' });
    const { approvalId } = await send(house);
    expect(code(await askChanges(s, ploy, { draftId, approvalId, requests }))).toBe(
      'no-rounds-left',
    );
    value(await askExtraRound(s, ploy, { draftId }));
    expect(await pageOf(house, mali, draftId)).toMatchObject({
      extraRoundAsked: true,
      roundsLeft: 0,
    });
    expect(code(await agreeExtraRound(s, ploy, { draftId }))).toBe('not-allowed');
    value(await agreeExtraRound(s, mali, { draftId }));
    expect(await pageOf(house, ploy, draftId)).toMatchObject({
      extraRoundAsked: false,
      roundsLeft: 1,
    });
    value(await askChanges(s, ploy, { draftId, approvalId, requests }));
  });
});

describe('the door', () => {
  test('shows the brand who writes and when, and nothing of what, while it is closed', async () => {
    const house = await openPostHouse();
    const draftId = house.drafts.mali;
    await write(house, house.mali, { draftId, text: 'my secret words' });
    for (const who of [house.ploy, house.nan, house.anan]) {
      const page = value(await post(house.s, who, { draftId }));
      expect(page).toMatchObject({ door: 'closed', status: 'writing' });
      expect(Object.keys(page)).not.toContain('document');
      expect(JSON.stringify(page)).not.toContain('secret');
      expect(JSON.stringify(page)).not.toContain('MALI15');
    }
  });

  test('opens and closes until the first send, and then stays open', async () => {
    const house = await openPostHouse();
    const { s, mali, ploy } = house;
    const draftId = house.drafts.mali;
    expect(code(await openDoor(s, ploy, { draftId }))).toBe('not-allowed');
    value(await openDoor(s, mali, { draftId }));
    expect((await pageOf(house, ploy, draftId)).door).toBe('open');
    value(await closeDoor(s, mali, { draftId }));
    expect(value(await post(s, ploy, { draftId })).door).toBe('closed');
    await write(house, mali, { draftId, text: 'Out' });
    await send(house);
    expect((await pageOf(house, ploy, draftId)).door).toBe('open');
    expect(code(await closeDoor(s, mali, { draftId }))).toBe('not-now');
  });
});

describe('the proof', () => {
  async function signed() {
    const house = await openPostHouse();
    const draftId = house.drafts.mali;
    await write(house, house.mali, { draftId, text: 'Signed by both' });
    const { approvalId } = await send(house, true);
    value(await approveDraft(house.s, house.ploy, { draftId, approvalId }));
    const { text } = value(await postProof(house.s, house.ploy, { draftId }));
    return { house, draftId, text };
  }

  test('verifies under the installation’s key, names both, and fails on one changed byte', async () => {
    const { house, draftId, text } = await signed();
    const key = Buffer.from(house.s.signing.publicKey, 'base64url');
    const crypto = { sha256: digest, verifyEd25519 };
    const check = await checkProofText(text, key, crypto);
    expect(check).toMatchObject({
      valid: true,
      proof: {
        decisions: [
          { side: 'brand', who: { name: 'Ploy' }, method: 'password' },
          { side: 'creator', who: { name: 'มะลิ 🌸' }, method: 'invitation' },
        ],
      },
    });
    const changed = text.replace('Signed by both', 'Signed by bots');
    expect((await checkProofText(changed, key, crypto)).valid).toBe(false);
    expect(value(await postProof(house.s, house.mali, { draftId })).text).toBe(text);
  });

  test('stays the proof of its content while the post says something else, and is current once it is changed back', async () => {
    const { house, draftId, text } = await signed();
    const standing = async () => await judgeProof(house.s, text.trimEnd());
    expect(await standing()).toMatchObject({ valid: true, standing: 'current' });
    const { userId, sessionId } = house.mali;
    const edit = (change: (caption: Y.XmlFragment) => void) =>
      house.s.hub.submit({
        identity: { userId, sessionId, via: 'cookie' },
        document: draftDocument(draftId),
        edit: (doc) => change(doc.getXmlFragment('caption')),
      });
    const first = (caption: Y.XmlFragment) =>
      (caption.toArray().at(-1) as Y.XmlElement).get(0) as Y.XmlText;
    await edit((caption) => first(caption).insert(0, '!'));
    expect(await standing()).toMatchObject({ valid: true, standing: 'changed' });
    expect(value(await postProof(house.s, house.ploy, { draftId })).text).toBe(text);
    await edit((caption) => first(caption).delete(0, 1));
    expect(await standing()).toMatchObject({ valid: true, standing: 'current' });
  });

  test('is current until the creator sends something else, which the public page then says', async () => {
    const { house, draftId, text } = await signed();
    await write(house, house.mali, { draftId, text: 'One more line' });
    await send(house);
    const later = await judgeProof(house.s, text);
    expect(later).toMatchObject({ valid: true, standing: 'no-longer-current' });
    expect(JSON.stringify(later)).not.toContain('Signed by both');
    expect(await judgeProof(house.s, 'not a proof')).toEqual({
      valid: false,
      reason: 'not-a-proof',
    });
    expect(code(await postProof(house.s, house.ploy, { draftId }))).toBe('not-now');
  });
});
