// A creator's deal with everything that hangs on it: on the brand's side for its leads and managers,
// and for that creator, each on a page of their own. Neither holds a word of another creator's.
import { type BriefRow, briefById } from '#db/briefs.ts';
import { creatorPlace, type CreatorRow } from '#db/creators.ts';
import { agreedDeal, agreedDeals, lastDealGiven, writtenDeal } from '#db/deals.ts';
import { deliveryOf, jobEnd } from '#db/deliveries.ts';
import { leadsOf } from '#db/members.ts';
import type { Executor } from '#db/open.ts';
import { personById } from '#db/people.ts';
import { type AgreedDeal, changedFields, type Deal, emptyDeal } from '#shared/deal.ts';
import { deliveryPhase, erasedFrom } from '#shared/delivery.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { Actor } from '#shared/roles.ts';
import { dayIn } from '#shared/zoned-time.ts';
import { dealCase, wordsMark } from '../deals.ts';
import { judge } from '../rights.ts';
import type { Services } from '../services.ts';
import { ownShoots } from './shoots.ts';

export type BrandDeal = Awaited<ReturnType<typeof brandDeal>>;

/** The deal of one creator, for who writes it. */
export async function creatorDeal(
  s: Services,
  actor: Actor,
  { briefId, userId }: { briefId: string; userId: string },
): Promise<Result<BrandDeal>> {
  const allowed = await judge(s.db, { actor, place: { briefId }, action: 'deal.write' });
  if (!allowed.ok) return allowed;
  const brief = await briefById(s.db, briefId);
  const place = await creatorPlace(s.db, { briefId, userId });
  return brief && place ? ok(await brandDeal(s, brief, place)) : fail('not-found');
}

async function brandDeal(s: Services, brief: BriefRow, place: CreatorRow) {
  const { briefId, userId, handle, phone, state } = place;
  const person = await personById(s.db, userId);
  return {
    briefId,
    userId,
    name: person?.name ?? '',
    handle,
    phone,
    state,
    timeZone: brief.timeZone,
    deal: await dealCase(s.db, place),
    begunFrom: wordsMark(await writtenDeal(s.db, place)),
    past: await earlierDeals(s.db, place),
    /** What another creator was given last, offered while nothing is written down here. */
    offered: await offeredDeal(s.db, place),
    paidOn: place.paidOn ? dayIn(place.paidOn, brief.timeZone) : '',
    delivery: await deliveryFor(s.db, place),
  };
}

/** Until something was agreed, and each half only where nothing of it is written down here. */
async function offeredDeal(
  db: Executor,
  place: CreatorRow,
): Promise<{ name: string; deal: Deal } | null> {
  const last = await lastDealGiven(db, { briefId: place.briefId, besides: place.userId });
  const person = last && (await personById(db, last.userId));
  if (!last || !person || (await agreedDeal(db, place.id))) return null;
  const isBare = !place.fee && !place.product && !place.terms;
  const isOpen = !place.rights && !place.exclusivity && !place.payment;
  const { fee, product, terms, rights, exclusivity, payment } = last;
  const hasUse = rights !== null || exclusivity !== '' || payment !== '';
  if (!isBare && !(isOpen && hasUse)) return null;
  const deal = {
    ...(await writtenDeal(db, place)),
    ...(isBare && { fee, product, terms }),
    ...(isOpen && { rights, exclusivity, payment }),
  };
  return { name: person.name, deal };
}

/** What held before what holds now, the newest first; the same deal twice in a row is one. */
async function earlierDeals(db: Executor, { id }: CreatorRow): Promise<AgreedDeal[]> {
  const all = await agreedDeals(db, id);
  return all.slice(1).filter((deal, index) => changedFields(all[index] as Deal, deal).length > 0);
}

export type DeliveryView = Awaited<ReturnType<typeof deliveryFor>>;

async function deliveryFor(db: Executor, place: CreatorRow) {
  const row = await deliveryOf(db, place.id);
  const end = await jobEnd(db, place);
  return {
    phase: deliveryPhase(row),
    variant: row?.variant ?? '',
    address: row?.address ?? null,
    carrier: row?.carrier ?? '',
    tracking: row?.tracking ?? '',
    sentAt: row?.sentAt ?? null,
    arrivedAt: row?.arrivedAt ?? null,
    erasedAt: row?.erasedAt ?? null,
    /** The day on which the address goes; null while the job goes on. */
    erasedFrom: end ? erasedFrom(end) : null,
  };
}

export type OwnDeal = Awaited<ReturnType<typeof creatorsOwn>>;

/** A creator's own deal. Who is out goes on reading what was agreed, and nothing newer. */
export async function ownDeal(
  s: Services,
  actor: Actor,
  { briefId }: { briefId: string },
): Promise<Result<OwnDeal>> {
  const brief = await briefById(s.db, briefId);
  const place = await creatorPlace(s.db, { briefId, userId: actor.userId });
  return brief && place ? ok(await creatorsOwn(s, brief, place)) : fail('not-found');
}

async function creatorsOwn(s: Services, brief: BriefRow, place: CreatorRow) {
  const { briefId, userId, state } = place;
  const [lead] = await leadsOf(s.db, briefId);
  const deal = await dealCase(s.db, place);
  const isOut = state === 'removed';
  return {
    briefId,
    userId,
    state,
    title: brief.title,
    brandName: brief.brandName,
    lead: lead?.name ?? brief.brandName,
    timeZone: brief.timeZone,
    deal: isOut ? asAgreed(deal) : deal,
    past: await earlierDeals(s.db, place),
    paidOn: place.paidOn ? dayIn(place.paidOn, brief.timeZone) : '',
    delivery: state === 'in' || isOut ? await deliveryFor(s.db, place) : null,
    shoots: state === 'in' ? await ownShoots(s.db, place) : [],
  };
}

/** Without what was written down after the agreement. */
function asAgreed(deal: Awaited<ReturnType<typeof dealCase>>): typeof deal {
  const { agreed, mark } = deal;
  if (!agreed) return { ...deal, written: emptyDeal, phase: 'open', changes: [], because: '' };
  return { written: agreed, agreed, phase: 'agreed', changes: [], because: '', mark };
}
