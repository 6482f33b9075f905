// Shoot days: planned by the brand, slots picked by the creators who are in. Who has which slot is
// the brand's to know; another creator only ever sees that it is taken.
import { z } from 'zod';
import { creatorPlace, creatorsOf } from '#db/creators.ts';
import type { Tx } from '#db/open.ts';
import {
  addShootDay,
  freeSlots,
  removeShootDay,
  shootDaysOf,
  type ShootSlotRow,
  slotById,
  slotsOfDays,
  takeSlot,
} from '#db/shoots.ts';
import { namedLine, passage } from '#shared/form-fields.ts';
import { idFrom } from '#shared/ids.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { Actor } from '#shared/roles.ts';
import { slotMinutes, slotsOf } from '#shared/shoot.ts';
import { parse } from '../auth/accounts.ts';
import { tellPeople } from '../inbox.ts';
import { judge } from '../rights.ts';
import type { Services } from '../services.ts';
import { existingBrief } from '../telling.ts';

const dayForm = z.object({
  briefId: z.string(),
  place: namedLine(200),
  note: passage(1000),
  day: z.string(),
  from: z.string(),
  to: z.string(),
  minutes: z.coerce.number().refine((n) => (slotMinutes as readonly number[]).includes(n)),
});

/** A day with its slots. Everyone who is in is asked to pick one. */
export async function planShoot(
  s: Services,
  actor: Actor,
  input: z.input<typeof dayForm>,
): Promise<Result<null>> {
  const form = parse(dayForm, input);
  if (!form.ok) return form;
  const { briefId, place, note, ...hours } = form.value;
  return s.db.transaction(async (tx) => {
    const allowed = await judge(tx, { actor, place: { briefId }, action: 'shoot.write' });
    if (!allowed.ok) return allowed;
    const slots = slotsOf(hours, (await existingBrief(tx, briefId)).timeZone);
    if (slots.length === 0) return fail('bad-input', { field: 'hours' });
    if (slots.some(({ startsAt }) => startsAt <= s.now())) {
      return fail('bad-input', { field: 'day' });
    }
    const newId = () => idFrom(s.randomBytes(20));
    const shootDayId = newId();
    const day = { id: shootDayId, briefId, place, note, createdAt: s.now() };
    const free = { shootDayId, briefCreatorId: null, takenAt: null };
    await addShootDay(
      tx,
      day,
      slots.map((slot) => ({ ...slot, ...free, id: newId() })),
    );
    await showAgain(s, tx, { actor, briefId });
    const to = await idsIn(tx, briefId);
    await tellPeople(s, tx, { kind: 'shoot-planned', to, briefId, actor });
    return ok(null);
  });
}

/** Takes the day back. Who had a slot on it is told. */
export async function cancelShoot(
  s: Services,
  actor: Actor,
  { briefId, dayId }: { briefId: string; dayId: string },
): Promise<Result<null>> {
  return s.db.transaction(async (tx) => {
    const allowed = await judge(tx, { actor, place: { briefId }, action: 'shoot.write' });
    if (!allowed.ok) return allowed;
    const days = await shootDaysOf(tx, briefId);
    if (!days.some(({ id }) => id === dayId)) return fail('not-found');
    const had = (await slotsOfDays(tx, [dayId])).flatMap(({ userId }) => userId ?? []);
    await removeShootDay(tx, dayId);
    await showAgain(s, tx, { actor, briefId });
    await tellPeople(s, tx, { kind: 'shoot-off', to: had, briefId, actor });
    return ok(null);
  });
}

/** Picks a free slot, in place of the one this creator had that day. Of two at once one gets it. */
export async function pickSlot(
  s: Services,
  actor: Actor,
  { briefId, slotId }: { briefId: string; slotId: string },
): Promise<Result<null>> {
  return withSlot(s, { actor, briefId, slotId }, async (tx, { slot, placeId }) => {
    if (slot.briefCreatorId === placeId) return ok(null);
    if (slot.startsAt <= s.now()) return fail('not-now');
    if (!(await takeSlot(tx, { id: slotId, placeId, at: s.now() }))) return fail('conflict');
    await freeSlots(tx, { placeId, dayId: slot.shootDayId, but: slotId });
    return ok(null);
  });
}

/** Gives a slot back. */
export async function leaveSlot(
  s: Services,
  actor: Actor,
  { briefId, slotId }: { briefId: string; slotId: string },
): Promise<Result<null>> {
  return withSlot(s, { actor, briefId, slotId }, async (tx, { slot, placeId }) => {
    if (slot.briefCreatorId !== placeId) return fail('not-now');
    await freeSlots(tx, { placeId, dayId: slot.shootDayId });
    return ok(null);
  });
}

interface Picking {
  actor: Actor;
  briefId: string;
  slotId: string;
}

async function withSlot(
  s: Services,
  { actor, briefId, slotId }: Picking,
  work: (tx: Tx, found: { slot: ShootSlotRow; placeId: string }) => Promise<Result<null>>,
): Promise<Result<null>> {
  return s.db.transaction(async (tx) => {
    const allowed = await judge(tx, { actor, place: { briefId }, action: 'shoot.pick' });
    if (!allowed.ok) return allowed;
    const place = await creatorPlace(tx, { briefId, userId: actor.userId });
    const found = await slotById(tx, slotId);
    if (!place || found?.day.briefId !== briefId) return fail('not-found');
    if (place.state !== 'in') return fail('not-now');
    const done = await work(tx, { slot: found.slot, placeId: place.id });
    if (done.ok) await showAgain(s, tx, { actor, briefId });
    return done;
  });
}

/** Every open page of the brief shows the slots as they are now. Who has which is not said. */
async function showAgain(
  s: Services,
  tx: Tx,
  { actor, briefId }: { actor: Actor; briefId: string },
): Promise<void> {
  const { workspaceId } = await existingBrief(tx, briefId);
  const about = { workspaceId, briefId, actorId: actor.userId, at: s.now() };
  const topic = `shoot:${briefId}`;
  await s.live.publish(tx, { ...about, kind: 'shoot', topic, audience: 'everyone' });
}

async function idsIn(tx: Tx, briefId: string): Promise<string[]> {
  const creators = await creatorsOf(tx, briefId);
  return creators.filter(({ state }) => state === 'in').map(({ userId }) => userId);
}
