import { expect, test } from 'vitest';
import { changeRequestsOf } from '#db/decisions.ts';
import { approveDraft, answerChange, askChanges } from '#server/commands/decisions.ts';
import { releaseDraft, withdrawDraft } from '#server/commands/drafts.ts';
import { letGo } from '#server/commands/refusals.ts';
import { agreedFor } from '#server/views/agreed.ts';
import { agreement } from '#db/schema/campaign.ts';
import { code, openPostHouse, value } from '#tests/support/post-house.ts';
import { pageOf, send, told } from '#tests/support/sending.ts';

const clause = { kind: 'clause', field: 'donts' } as const;

/** Mali sent, was asked for two changes, and would rather not make the first. */
async function openHouse() {
  const house = await openPostHouse();
  const draftId = house.drafts.mali;
  const { s, ploy, mali } = house;
  const approvalId = await send(house, 'my own ear, my own words');
  const requests = ['Without the ear', 'With the code'].map((body) => ({ body, target: clause }));
  value(await askChanges(s, ploy, { draftId, approvalId, requests }));
  const [ear, other] = (await changeRequestsOf(s.db, draftId)).map(({ id }) => id);
  if (!ear || !other) throw new Error('nothing was asked');
  const refusal = { requestId: ear, answer: 'rather-not', note: 'It is my ear' } as const;
  value(await answerChange(s, mali, refusal));
  return { house, draftId, ear, other };
}

test('the leads are told once that the creator would rather not, however often it is said', async () => {
  const { house, ear } = await openHouse();
  const { s, mali } = house;
  value(await answerChange(s, mali, { requestId: ear, answer: 'rather-not', note: 'Really' }));
  expect(await told(house, house.nan)).toEqual(['rather-not', 'sent']);
});

test('a request that was let go is closed for both and answered no more', async () => {
  const { house, draftId, ear, other } = await openHouse();
  const { s, ploy, nan, mali, anan, ben } = house;
  expect(code(await letGo(s, mali, { requestId: ear }))).toBe('not-allowed');
  expect(code(await letGo(s, anan, { requestId: ear }))).toBe('not-allowed');
  expect(code(await letGo(s, ben, { requestId: ear }))).toBe('not-found');
  expect(code(await letGo(s, ploy, { requestId: other }))).toBe('not-now');
  value(await letGo(s, ploy, { requestId: ear }));
  for (const who of [nan, mali]) {
    const { requests, status } = await pageOf(house, who);
    expect(requests.map((one) => one.letGo)).toEqual(['Ploy', null]);
    expect(status).toBe('changes-asked');
  }
  expect(await told(house, mali)).toEqual(['let-go', 'changes-asked']);
  const again = await letGo(s, nan, { requestId: ear });
  expect(again).toMatchObject({ error: { code: 'conflict', params: { name: 'Ploy' } } });
  const answer = { requestId: ear, answer: 'done', note: '' } as const;
  expect(code(await answerChange(s, mali, answer))).toBe('not-now');
  const approvalId = await send(house, 'and the code');
  value(await approveDraft(s, ploy, { draftId, approvalId }));
});

test('released on the deal’s terms: reason and what is owed stay readable to both, owed to nobody else', async () => {
  const { house, draftId } = await openHouse();
  const { s, ploy, mali, anan, ben } = house;
  const ending = { draftId, reason: 'We need the claim gone', owed: 'Half the fee' };
  expect(code(await releaseDraft(s, anan, ending))).toBe('not-allowed');
  value(await releaseDraft(s, ploy, ending));
  for (const who of [ploy, mali]) {
    const agreed = value(await agreedFor(s, who, { draftId }));
    expect(agreed.ended).toMatchObject({
      event: 'release',
      name: 'Ploy',
      reason: 'We need the claim gone',
      owed: 'Half the fee',
    });
    expect(agreed.deal?.fee).toBe('฿9 000');
    expect(agreed.rounds).toMatchObject([
      { requests: [{ answer: 'rather-not', note: 'It is my ear' }, { answer: null }] },
    ]);
  }
  const reviewer = value(await agreedFor(s, anan, { draftId }));
  expect([reviewer.deal, reviewer.ended?.owed]).toEqual([null, '']);
  expect(JSON.stringify(await pageOf(house, anan))).not.toContain('Half the fee');
  expect(code(await agreedFor(s, ben, { draftId }))).toBe('not-found');
});

test('what was agreed stays as it was agreed, also after the creator withdrew', async () => {
  const { house, draftId } = await openHouse();
  const { s, mali, ploy } = house;
  const before = value(await agreedFor(s, mali, { draftId }));
  expect([before.version, before.isFrozen, before.ended]).toEqual([null, false, null]);
  const deal = { ...before.deal, fee: '฿7 000 as agreed' };
  await s.db.transaction(async (tx) => {
    await tx.insert(agreement).values({
      id: 'agreed1',
      briefCreatorId: 'place-mali',
      version: 1,
      hash: '0'.repeat(64),
      method: 'invitation',
      deal,
      at: s.now(),
    });
  });
  value(await withdrawDraft(s, mali, { draftId }));
  for (const who of [ploy, mali]) {
    expect(value(await agreedFor(s, who, { draftId }))).toMatchObject({
      version: 1,
      isFrozen: true,
      deal: { fee: '฿7 000 as agreed' },
      ended: { event: 'withdraw', owed: '', reason: '' },
    });
  }
});

test('of two leads who decide at once the second hears who decided what, and a new version is a new question', async () => {
  const house = await openPostHouse();
  const { s, ploy, nan } = house;
  const draftId = house.drafts.mali;
  const requests = [{ body: 'Shorter', target: clause }];
  const first = await send(house, 'long words');
  value(await askChanges(s, nan, { draftId, approvalId: first, requests }));
  const beaten = { code: 'conflict', field: 'ask-changes', params: { name: 'Nan' } };
  for (const late of [
    await approveDraft(s, ploy, { draftId, approvalId: first }),
    await askChanges(s, ploy, { draftId, approvalId: first, requests }),
  ]) {
    expect(late).toMatchObject({ error: beaten });
  }
  // Not by oneself on another device, and not about words that were replaced.
  expect(code(await approveDraft(s, nan, { draftId, approvalId: first }))).toBe('not-now');
  const second = await send(house, 'short words');
  expect(code(await approveDraft(s, ploy, { draftId, approvalId: first }))).toBe('content-changed');
  value(await approveDraft(s, ploy, { draftId, approvalId: second }));
  const late = await askChanges(s, nan, { draftId, approvalId: second, requests });
  expect(late).toMatchObject({
    error: { code: 'conflict', field: 'approve', params: { name: 'Ploy' } },
  });
});
