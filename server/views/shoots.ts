// Shoot days: the brand sees who has which slot, a creator their own and which are free. Another
// creator's slot is taken and nothing more.
import { creatorPlace, type CreatorRow } from '#db/creators.ts';
import type { Executor } from '#db/open.ts';
import { type NamedSlot, shootDaysOf, slotsOfDays } from '#db/shoots.ts';
import { calendarFile } from '#shared/calendar.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { type Actor, can } from '#shared/roles.ts';
import { deal as words } from '#shared/words/deal.ts';
import { pageUrl } from '../auth/visitor.ts';
import { seenBrief } from '../brief-case.ts';
import { judge } from '../rights.ts';
import type { Services } from '../services.ts';

async function daysWith<Slot>(db: Executor, briefId: string, slotFor: (row: NamedSlot) => Slot) {
  const days = await shootDaysOf(db, briefId);
  const slots = await slotsOfDays(
    db,
    days.map(({ id }) => id),
  );
  return days
    .map(({ id, place, note }) => {
      const own = slots.filter(({ shootDayId }) => shootDayId === id);
      return { id, place, note, startsAt: own[0]?.startsAt ?? null, slots: own.map(slotFor) };
    })
    .sort((a, b) => (a.startsAt?.getTime() ?? 0) - (b.startsAt?.getTime() ?? 0));
}

export async function shootsPage(s: Services, actor: Actor, { briefId }: { briefId: string }) {
  const seen = await seenBrief(s, actor, briefId);
  if (!seen.ok) return seen;
  const { brief, standing } = seen.value;
  if (!can('shoot.read', standing)) return fail('not-allowed');
  const days = await daysWith(s.db, briefId, ({ id, startsAt, endsAt, name }) => ({
    id,
    startsAt,
    endsAt,
    name,
  }));
  const { timeZone } = brief;
  return ok({ briefId, timeZone, days, may: { write: can('shoot.write', standing) } });
}

export type OwnShoot = Awaited<ReturnType<typeof ownShoots>>[number];

/** `own`, `free` or `taken`: whose a taken slot is never leaves the server. */
export function ownShoots(db: Executor, { id: placeId, briefId }: CreatorRow) {
  return daysWith(db, briefId, ({ id, startsAt, endsAt, briefCreatorId }) => ({
    id,
    startsAt,
    endsAt,
    state:
      briefCreatorId === placeId
        ? ('own' as const)
        : briefCreatorId
          ? ('taken' as const)
          : ('free' as const),
  }));
}

/** The creator's own slots as a calendar file. */
export async function shootCalendar(
  s: Services,
  actor: Actor,
  { briefId }: { briefId: string },
): Promise<Result<{ text: string; fileName: string }>> {
  const allowed = await judge(s.db, { actor, place: { briefId }, action: 'shoot.pick' });
  if (!allowed.ok) return allowed;
  const place = await creatorPlace(s.db, { briefId, userId: actor.userId });
  if (!place) return fail('not-found');
  const { id: placeId } = place;
  const title = words[actor.locale].shootDay;
  const url = pageUrl(s, `/invite/${briefId}/deal`);
  const entries = (await ownShoots(s.db, place)).flatMap(({ id, place: where, slots }) =>
    slots
      .filter(({ state }) => state === 'own')
      .map(({ startsAt, endsAt }) => ({
        // The day keeps its entry when another slot is picked.
        uid: `shoot-${id}-${placeId}@${new URL(url).hostname}`,
        at: startsAt.getTime(),
        until: endsAt.getTime(),
        place: where,
        sequence: Math.floor(s.now().getTime() / 60_000),
        title,
        url,
      })),
  );
  return ok({ text: calendarFile(entries, { now: s.now(), name: title }), fileName: 'shoot.ics' });
}
