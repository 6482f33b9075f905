import { expect, test } from 'vitest';
import { eventsOfBriefs } from '#db/events.ts';
import { inboxOf } from '#db/inbox.ts';
import { acceptOffer, agreeVersion } from '#server/commands/offers.ts';
import { removeCreator } from '#server/commands/creators.ts';
import {
  agreeDeal,
  keepDeal,
  setContract,
  setDealPaid,
  writeDeal,
} from '#server/commands/deals.ts';
import { heldCode } from '#server/deals.ts';
import { creatorsPage, invitePage } from '#server/views/creators.ts';
import { creatorDeal, ownDeal } from '#server/views/deals.ts';
import type { Result } from '#shared/result.ts';
import { dealInput, filled, openBriefing } from '#tests/support/briefing.ts';
import { value } from '#tests/support/doors.ts';

const code = (result: Result<unknown>) => (result.ok ? 'ok' : result.error.code);

const first = {
  ...dealInput,
  fee: '฿9,000',
  product: '2 sticks',
  code: 'MALI15',
  payment: '14 days after posting',
  rights: { channels: 'Our Instagram', time: '60 days', paid: false, edits: false },
};

/** Mali is in and agreed to the first deal. */
async function dealt() {
  const house = await openBriefing();
  const { s, briefId, people } = house;
  await house.write(filled);
  const version = await house.publish();
  const mali = await house.invite('mali');
  const offer = (change: Partial<typeof first>) =>
    writeDeal(s, people.ploy, { ...first, ...change, briefId, userId: mali.userId });
  value(await offer({}));
  await house.accept(mali, version);
  const own = async () => value(await ownDeal(s, mali, { briefId }));
  return { ...house, mali, offer, own };
}

test('what was agreed holds until the creator agrees to what changed', async () => {
  const { s, briefId, people, mali, offer, own } = await dealt();
  expect((await own()).deal).toMatchObject({ phase: 'agreed', agreed: { fee: '฿9,000' } });
  value(await offer({ fee: '฿7,000', code: 'MALI20' }));
  const asked = (await own()).deal;
  expect(asked).toMatchObject({ phase: 'changed', changes: ['fee', 'code'] });
  expect(asked.agreed?.fee).toBe('฿9,000');
  const place = { brief: { id: briefId }, draft: { creatorId: mali.userId } } as Parameters<
    typeof heldCode
  >[1];
  expect(await heldCode(s.db, place)).toBe('MALI15');

  expect(code(await agreeDeal(s, people.ploy, { briefId, mark: asked.mark }))).toBe('not-allowed');
  value(await agreeDeal(s, mali, { briefId, mark: asked.mark }));
  const after = await own();
  expect(after.deal).toMatchObject({ phase: 'agreed', agreed: { fee: '฿7,000' } });
  expect(after.past.map(({ fee }) => fee)).toEqual(['฿9,000']);
  expect(await heldCode(s.db, place)).toBe('MALI20');
  const brand = value(await creatorDeal(s, people.ploy, { briefId, userId: mali.userId }));
  expect(brand.past.map(({ fee }) => fee)).toEqual(['฿9,000']);
});

test('a creator who would rather keep the deal says why, and it goes on holding', async () => {
  const { s, briefId, people, mali, offer, own } = await dealt();
  value(await offer({ exclusivity: 'A year' }));
  const { mark } = (await own()).deal;
  value(await keepDeal(s, mali, { briefId, mark, text: 'A year is long' }));
  const brand = value(await creatorDeal(s, people.ploy, { briefId, userId: mali.userId })).deal;
  expect(brand).toMatchObject({ phase: 'kept', because: 'A year is long' });
  expect(brand.agreed?.exclusivity).toBe('');
  // Another offer is another question.
  value(await offer({ exclusivity: 'A month' }));
  expect((await own()).deal.phase).toBe('changed');
  // Going back to what was agreed asks nothing.
  value(await offer({}));
  expect((await own()).deal.phase).toBe('agreed');
});

test('nobody agrees to a deal that was not on their screen', async () => {
  const { s, briefId, mali, offer, own } = await dealt();
  value(await offer({ fee: '฿8,000' }));
  const { mark } = (await own()).deal;
  value(await offer({ fee: '฿1' }));
  expect(code(await agreeDeal(s, mali, { briefId, mark }))).toBe('content-changed');
  expect((await own()).deal.agreed?.fee).toBe('฿9,000');
});

test('coming in names the deal that was on screen', async () => {
  const house = await openBriefing();
  const { s, briefId, people } = house;
  await house.write(filled);
  const version = await house.publish();
  const mali = await house.invite('mali');
  const page = value(await invitePage(s, mali, { briefId }));
  if (page.phase === 'removed') throw new Error('she is not out');
  value(await writeDeal(s, people.ploy, { ...first, briefId, userId: mali.userId }));
  const coming = { briefId, ...version, deal: page.deal.mark };
  expect(code(await acceptOffer(s, mali, coming))).toBe('content-changed');
});

test('agreeing to newer guidelines agrees to no changed deal with them', async () => {
  const { s, briefId, mali, offer, own, write, publish } = await dealt();
  value(await offer({ fee: '฿1' }));
  await write({ ...filled, core: { en: 'Put it on again' } });
  value(await agreeVersion(s, mali, { briefId, ...(await publish()) }));
  expect((await own()).deal).toMatchObject({ phase: 'changed', agreed: { fee: '฿9,000' } });
});

test('two leads who write the same deal do not write over each other', async () => {
  const { s, briefId, people, mali } = await dealt();
  const of = { briefId, userId: mali.userId };
  const mark = value(await creatorDeal(s, people.ploy, of)).begunFrom;
  value(await writeDeal(s, people.ploy, { ...first, ...of, mark, fee: '฿8,000' }));
  expect(code(await writeDeal(s, people.owner, { ...first, ...of, mark, fee: '฿1' }))).toBe(
    'content-changed',
  );
});

test('a deal is read and written by leads, managers and owners, and read by its creator', async () => {
  const { s, briefId, people, mali, invite } = await dealt();
  const ben = await invite('ben');
  const of = { briefId, userId: mali.userId };
  for (const who of [people.ploy, people.owner]) {
    expect(code(await creatorDeal(s, who, of))).toBe('ok');
  }
  for (const who of [people.ta, people.anan, people.viewer, people.stranger, ben, mali]) {
    expect(code(await creatorDeal(s, who, of))).not.toBe('ok');
    expect(code(await setDealPaid(s, who, { ...of, paidOn: '' }))).not.toBe('ok');
    expect(JSON.stringify(await creatorsPage(s, who, { briefId }))).not.toContain('9,000');
  }
  expect(JSON.stringify(await ownDeal(s, ben, { briefId }))).not.toContain('9,000');
});

test('no figure of a deal is in an event or an inbox', async () => {
  const { s, briefId, people, mali, offer, own } = await dealt();
  value(await offer({ fee: 'canary-fee' }));
  const { mark } = (await own()).deal;
  value(await keepDeal(s, mali, { briefId, mark, text: 'Too little' }));
  value(await setDealPaid(s, people.ploy, { briefId, userId: mali.userId, paidOn: '2026-12-24' }));
  const told = [
    await eventsOfBriefs(s.db, [briefId], 100),
    await inboxOf(s.db, mali.userId, 100),
    await inboxOf(s.db, 'ploy', 100),
  ];
  expect(JSON.stringify(told)).not.toContain('canary-fee');
  const kinds = (await inboxOf(s.db, mali.userId, 100)).map(({ kind }) => kind);
  expect(kinds).toEqual(['deal-paid', 'deal-changed']);
  expect((await inboxOf(s.db, 'ploy', 100)).map(({ kind }) => kind)).toContain('deal-kept');
  expect((await own()).paidOn).toBe('2026-12-24');
  const heard = (await eventsOfBriefs(s.db, [briefId], 100)).filter(
    ({ audience, body }) => audience === 'brand' && JSON.stringify(body).includes('Too little'),
  );
  expect(heard).toEqual([]);
});

test('a creator who was let go reads what was agreed and nothing newer', async () => {
  const { s, briefId, people, mali, offer, own } = await dealt();
  value(await offer({ fee: '฿1' }));
  value(await removeCreator(s, people.ploy, { briefId, userId: mali.userId }));
  const page = await own();
  expect(page.deal).toMatchObject({ phase: 'agreed', written: { fee: '฿9,000' } });
  expect(page.shoots).toEqual([]);
  expect(code(await offer({ fee: '฿2' }))).toBe('not-now');
});

test('the contract is part of what is agreed', async () => {
  const { s, briefId, people, mali, own } = await dealt();
  const contract = { hash: 'a'.repeat(64), name: 'c.pdf', mime: 'application/pdf', size: 9 };
  const of = { briefId, userId: mali.userId };
  expect(code(await setContract(s, people.ta, { ...of, ...contract }))).toBe('not-allowed');
  value(await setContract(s, people.ploy, { ...of, ...contract }));
  expect((await own()).deal).toMatchObject({ phase: 'changed', changes: ['contract'] });
});

test('what the last creator was given is offered for the next, but for what is one’s own', async () => {
  const { s, briefId, people, invite } = await dealt();
  const ben = await invite('ben');
  const { offered } = value(await creatorDeal(s, people.ploy, { briefId, userId: ben.userId }));
  expect(offered).toMatchObject({
    name: 'mali',
    deal: { fee: 'fee of ben', payment: first.payment, code: 'CODE15' },
  });
});

test('a deal that does not fit is refused by the field it is in', async () => {
  const { offer, own } = await dealt();
  const field = async (change: Partial<typeof first>) => {
    const result = await offer(change);
    return result.ok ? null : result.error.field;
  };
  expect(await field({ fee: 'x'.repeat(121) })).toBe('fee');
  expect(await field({ link: 'rimdaet.example' })).toBe('link');
  expect(await field({ terms: 'x'.repeat(2001) })).toBe('terms');
  expect(await field({ payment: 'a\u0000b' })).toBe('payment');
  expect((await own()).deal.phase).toBe('agreed');
});
