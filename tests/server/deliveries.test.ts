import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { creatorPlace } from '#db/creators.ts';
import { draftsOfCreator } from '#db/drafts.ts';
import { eventsOfBriefs } from '#db/events.ts';
import { inboxOf } from '#db/inbox.ts';
import { delivery } from '#db/schema/campaign.ts';
import { decision, draft } from '#db/schema/drafts.ts';
import { removeCreator } from '#server/commands/creators.ts';
import { writeDeal } from '#server/commands/deals.ts';
import { addDeliverable } from '#server/commands/deliverables.ts';
import { markArrived, markSent, saveAddress } from '#server/commands/deliveries.ts';
import { replaceCreator } from '#server/commands/replacements.ts';
import { cancelShoot, leaveSlot, pickSlot, planShoot } from '#server/commands/shoots.ts';
import { eraseAddresses } from '#server/erasing.ts';
import { creatorDeal, ownDeal } from '#server/views/deals.ts';
import { shootCalendar, shootsPage } from '#server/views/shoots.ts';
import type { Result } from '#shared/result.ts';
import type { Actor } from '#shared/roles.ts';
import { slotsOf } from '#shared/shoot.ts';
import { dealInput, deliverable, filled, openBriefing } from '#tests/support/briefing.ts';
import { value } from '#tests/support/doors.ts';

const code = (result: Result<unknown>) => (result.ok ? 'ok' : result.error.code);
const dayMs = 86_400_000;
const address = 'มะลิ ใจดี\n88/12 Asok Road\nBangkok 10110';

/** Mali and Ben are in, each with one post. */
async function underWay() {
  const house = await openBriefing();
  const { s, briefId, people } = house;
  await house.write(filled);
  const version = await house.publish();
  value(await addDeliverable(s, people.ploy, { ...deliverable, briefId }));
  const mali = await house.invite('mali');
  const ben = await house.invite('ben');
  await house.accept(mali, version);
  await house.accept(ben, version);
  const of = { briefId, userId: mali.userId };
  const give = () => saveAddress(s, mali, { briefId, variant: 'Sand', address });
  const kept = async () => value(await creatorDeal(s, people.ploy, of)).delivery;
  return { ...house, mali, ben, of, give, kept };
}

test('a product goes from the address to “it arrived”, each step by whose it is', async () => {
  const { s, briefId, people, mali, of, give, kept } = await underWay();
  const travels = { ...of, carrier: 'Flash', tracking: 'TH1' };
  expect(code(await markSent(s, people.ploy, travels))).toBe('not-now');
  value(await give());
  expect(await kept()).toMatchObject({ phase: 'ready', variant: 'Sand', address });
  expect(code(await markArrived(s, mali, { briefId }))).toBe('not-now');
  expect(code(await markSent(s, people.ta, travels))).toBe('not-allowed');
  value(await markSent(s, people.ploy, travels));
  expect(code(await give())).toBe('not-now');
  value(await markSent(s, people.ploy, { ...travels, tracking: 'TH2' }));
  value(await markArrived(s, mali, { briefId }));
  expect(await kept()).toMatchObject({ phase: 'arrived', tracking: 'TH2' });
  expect(code(await markSent(s, people.ploy, travels))).toBe('not-now');
  expect((await inboxOf(s.db, mali.userId, 9)).map(({ kind }) => kind)).toContain('product-sent');
});

test('an address that is none is refused by its field, and nothing is saved', async () => {
  const { s, briefId, mali, kept } = await underWay();
  for (const given of ['', 'Bangkok', 'x'.repeat(601), '88/12\u0000 Asok Road 10110']) {
    const refused = await saveAddress(s, mali, { briefId, variant: '', address: given });
    expect(refused).toMatchObject({ error: { code: 'bad-input', field: 'address' } });
  }
  expect((await kept()).phase).toBe('asked');
});

test('an address is read by leads, managers and its creator, and is in no event or notice', async () => {
  const { s, briefId, people, mali, ben, of, give } = await underWay();
  value(await give());
  for (const who of [people.ta, people.anan, people.viewer, ben]) {
    expect(code(await creatorDeal(s, who, of))).not.toBe('ok');
  }
  expect(JSON.stringify(await ownDeal(s, ben, { briefId }))).not.toContain('Asok');
  expect(value(await ownDeal(s, mali, { briefId })).delivery?.address).toBe(address);
  const told = [await eventsOfBriefs(s.db, [briefId], 200), await inboxOf(s.db, 'ploy', 200)];
  expect(JSON.stringify(told)).not.toContain('Asok');
});

test('an address and a phone number are erased 60 days after the creator’s last post, and nothing else is', async () => {
  const { s, people, of, mali, ben, give, kept, later } = await underWay();
  value(await give());
  const phone = '081 234 5678';
  const call = async ({ userId }: Actor) =>
    (await creatorPlace(s.db, { briefId: of.briefId, userId }))?.phone;
  for (const { userId } of [mali, ben]) {
    value(await writeDeal(s, people.ploy, { ...dealInput, ...of, userId, phone }));
  }
  later(100 * dayMs);
  await eraseAddresses(s);
  expect((await kept()).address).toBe(address);
  const [row] = await draftsOfCreator(s.db, mali.userId);
  const draftId = row?.id ?? '';
  await s.db.transaction(async (tx) => {
    await tx.update(draft).set({ status: 'published' }).where(eq(draft.id, draftId));
    const by = { side: 'creator' as const, userId: mali.userId, userName: 'mali', method: 'test' };
    await tx.insert(decision).values({ id: 'live', draftId, event: 'publish', at: s.now(), ...by });
  });
  later(59 * dayMs);
  await eraseAddresses(s);
  expect((await kept()).address).toBe(address);
  expect(await call(mali)).toBe(phone);
  later(dayMs);
  await eraseAddresses(s);
  const after = await kept();
  expect(after).toMatchObject({ address: null, variant: 'Sand' });
  expect(after.erasedAt).toBeInstanceOf(Date);
  expect(await call(mali)).toBe('');
  // Whose job goes on is still reached.
  expect(await call(ben)).toBe(phone);
  expect(JSON.stringify(await s.db.select().from(delivery))).not.toContain('Asok');
  expect(code(await give())).toBe('not-now');
});

test('who never gave an address has a phone number erased, and no address is said to have been', async () => {
  const { s, people, of, kept, later } = await underWay();
  value(await writeDeal(s, people.ploy, { ...dealInput, ...of, phone: '081 234 5678' }));
  value(await removeCreator(s, people.ploy, of));
  later(61 * dayMs);
  await eraseAddresses(s);
  expect((await creatorPlace(s.db, of))?.phone).toBe('');
  expect((await kept()).erasedAt).toBeNull();
});

test('of a creator who was let go the address is erased 60 days after the last change', async () => {
  const { s, people, of, give, kept, later } = await underWay();
  value(await give());
  value(await removeCreator(s, people.ploy, of));
  expect((await kept()).erasedFrom?.getTime()).toBeGreaterThan(s.now().getTime() + 59 * dayMs);
  later(61 * dayMs);
  await eraseAddresses(s);
  expect((await kept()).address).toBeNull();
});

const inDays = (now: Date, days: number) =>
  new Date(now.getTime() + days * dayMs).toISOString().slice(0, 10);

async function planned() {
  const house = await underWay();
  const { s, briefId, people, mali } = house;
  const day = { day: inDays(s.now(), 9), from: '09:00', to: '11:00', minutes: 60 };
  value(await planShoot(s, people.ploy, { briefId, place: 'Lumphini', note: '', ...day }));
  const slots = value(await ownDeal(s, mali, { briefId })).shoots[0]?.slots ?? [];
  const [nine, ten] = slots.map(({ id }) => id) as [string, string];
  return { ...house, day, nine, ten };
}

test('of two creators who pick one slot at once one gets it and the other is told', async () => {
  const { s, briefId, people, mali, ben, nine, ten } = await planned();
  const both = await Promise.all(
    [mali, ben].map((who) => pickSlot(s, who, { briefId, slotId: nine })),
  );
  expect(both.map(code).sort()).toEqual(['conflict', 'ok']);
  const [winner, loser] = code(both[0] as Result<null>) === 'ok' ? [mali, ben] : [ben, mali];
  const seen = value(await ownDeal(s, loser, { briefId })).shoots;
  expect(seen[0]?.slots.map(({ state }) => state)).toEqual(['taken', 'free']);
  expect(JSON.stringify(seen)).not.toContain(winner.name);
  // Another slot of the day takes the place of the one before.
  value(await pickSlot(s, winner, { briefId, slotId: ten }));
  const shown = value(await shootsPage(s, people.ta, { briefId })).days[0]?.slots;
  expect(shown?.map(({ name }) => name)).toEqual([null, winner.name]);
  value(await leaveSlot(s, winner, { briefId, slotId: ten }));
  expect(code(await leaveSlot(s, loser, { briefId, slotId: ten }))).toBe('not-now');
  expect(code(await pickSlot(s, people.stranger, { briefId, slotId: ten }))).toBe('not-found');
});

test('who is let go or replaced leaves the times to come to the others', async () => {
  const { s, briefId, people, mali, ben, nine, ten } = await planned();
  value(await pickSlot(s, mali, { briefId, slotId: nine }));
  value(await pickSlot(s, ben, { briefId, slotId: ten }));
  const names = async () =>
    value(await shootsPage(s, people.ploy, { briefId })).days[0]?.slots.map(({ name }) => name);
  value(await removeCreator(s, people.ploy, { briefId, userId: mali.userId }));
  expect(await names()).toEqual([null, ben.name]);
  const by = { name: 'Nid', locale: 'th' as const };
  value(await replaceCreator(s, people.ploy, { briefId, userId: ben.userId, ...by }));
  expect(await names()).toEqual([null, null]);
});

test('a creator’s slot is in their calendar file, and a day that is taken back tells who had one', async () => {
  const { s, briefId, people, mali, ben, nine } = await planned();
  value(await pickSlot(s, mali, { briefId, slotId: nine }));
  const file = value(await shootCalendar(s, mali, { briefId })).text;
  expect(file).toMatch(/DTSTART:\d{8}T020000Z[\s\S]*DTEND:\d{8}T030000Z[\s\S]*LOCATION:Lumphini/);
  expect(value(await shootCalendar(s, ben, { briefId })).text).not.toContain('VEVENT');
  const { days } = value(await shootsPage(s, people.ploy, { briefId }));
  const off = { briefId, dayId: days[0]?.id ?? '' };
  expect(code(await cancelShoot(s, people.ta, off))).toBe('not-allowed');
  value(await cancelShoot(s, people.ploy, off));
  const told = async (who: string) => (await inboxOf(s.db, who, 9)).map(({ kind }) => kind);
  expect(await told(mali.userId)).toContain('shoot-off');
  expect(await told(ben.userId)).not.toContain('shoot-off');
});

test('a shoot day without room for a slot, or in the past, is refused', async () => {
  const { s, briefId, people, day } = await planned();
  const plan = (change: object) =>
    planShoot(s, people.ploy, { briefId, place: 'Park', note: '', ...day, ...change });
  expect(await plan({ to: '09:30' })).toMatchObject({ error: { field: 'hours' } });
  expect(await plan({ day: '2020-01-01' })).toMatchObject({ error: { field: 'day' } });
  expect(await plan({ day: '2026-02-31' })).toMatchObject({ error: { field: 'hours' } });
  expect(await plan({ place: '' })).toMatchObject({ error: { field: 'place' } });
  expect(await plan({ minutes: 7 })).toMatchObject({ error: { field: 'minutes' } });
});

test('slots are hours of the brief’s own place, across a change of its clocks too', () => {
  const hours = { day: '2026-10-25', from: '01:00', to: '04:00', minutes: 60 };
  expect(slotsOf(hours, 'Europe/Berlin')).toHaveLength(4);
  expect(slotsOf(hours, 'Asia/Bangkok')).toHaveLength(3);
  expect(slotsOf({ ...hours, to: '00:30' }, 'Asia/Bangkok')).toEqual([]);
});
