// The product on its way: the creator says what and where to, the brand how it travels, the creator
// that it came. The address goes into its row and nowhere else: no event, notice or log has it.
import { z } from 'zod';
import { creatorPlace, type CreatorRow } from '#db/creators.ts';
import { changeDelivery, deliveryOf, type DeliveryRow } from '#db/deliveries.ts';
import type { Tx } from '#db/open.ts';
import { deliveryPhase } from '#shared/delivery.ts';
import { line, namedLine, passage } from '#shared/form-fields.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { Action, Actor } from '#shared/roles.ts';
import type { TellingKind } from '#shared/telling.ts';
import { parse } from '../auth/accounts.ts';
import { leadIds, tellPeople } from '../inbox.ts';
import { judge } from '../rights.ts';
import type { Services } from '../services.ts';
import { tellPerson } from '../telling.ts';

/** A house and a street at least: something that a parcel service could find. */
const address = passage(600).refine((text) => [...text].length >= 10 && /\s/.test(text));
const addressForm = z.object({ briefId: z.string(), variant: line(120), address });

/** Where the product goes and which one. Can be changed until it is on its way. */
export async function saveAddress(
  s: Services,
  actor: Actor,
  input: z.input<typeof addressForm>,
): Promise<Result<null>> {
  const form = parse(addressForm, input);
  if (!form.ok) return form;
  const { briefId, ...given } = form.value;
  const asked = { actor, briefId, userId: actor.userId, action: 'address.write' } as const;
  return withDelivery(s, asked, async (tx, place, row) => {
    if (row?.sentAt || row?.erasedAt) return fail('not-now');
    await changeDelivery(tx, place.id, given);
    return tell(s, tx, { actor, place, kind: 'address-given' });
  });
}

const sentForm = z.object({
  briefId: z.string(),
  userId: z.string(),
  carrier: namedLine(60),
  tracking: line(80),
});

/** The product is on its way; said again, its number is put right. */
export async function markSent(
  s: Services,
  actor: Actor,
  input: z.input<typeof sentForm>,
): Promise<Result<null>> {
  const form = parse(sentForm, input);
  if (!form.ok) return form;
  const { briefId, userId, ...given } = form.value;
  const asked = { actor, briefId, userId, action: 'deal.write' } as const;
  return withDelivery(s, asked, async (tx, place, row) => {
    if (deliveryPhase(row) === 'asked' || row?.arrivedAt) return fail('not-now');
    await changeDelivery(tx, place.id, { ...given, sentAt: row?.sentAt ?? s.now() });
    return tell(s, tx, { actor, place, kind: 'product-sent' });
  });
}

/** It arrived, says who got it. */
export async function markArrived(
  s: Services,
  actor: Actor,
  { briefId }: { briefId: string },
): Promise<Result<null>> {
  const asked = { actor, briefId, userId: actor.userId, action: 'address.write' } as const;
  return withDelivery(s, asked, async (tx, place, row) => {
    if (deliveryPhase(row) !== 'sent') return fail('not-now');
    await changeDelivery(tx, place.id, { arrivedAt: s.now() });
    return tell(s, tx, { actor, place, kind: 'product-arrived' });
  });
}

interface Told {
  actor: Actor;
  place: CreatorRow;
  kind: TellingKind & ('address-given' | 'product-sent' | 'product-arrived');
}

async function tell(s: Services, tx: Tx, { actor, place, kind }: Told): Promise<Result<null>> {
  const { briefId, userId } = place;
  await tellPerson(s, tx, { briefId, actor, kind: `creator.${kind}`, personId: userId });
  const to = kind === 'product-sent' ? [userId] : await leadIds(tx, briefId);
  await tellPeople(s, tx, { kind, to, briefId, actor });
  return ok(null);
}

interface Asked {
  actor: Actor;
  briefId: string;
  userId: string;
  action: Action;
}

async function withDelivery(
  s: Services,
  { actor, briefId, userId, action }: Asked,
  work: (tx: Tx, place: CreatorRow, row: DeliveryRow | null) => Promise<Result<null>>,
): Promise<Result<null>> {
  return s.db.transaction(async (tx) => {
    const allowed = await judge(tx, { actor, place: { briefId }, action });
    if (!allowed.ok) return allowed;
    const place = await creatorPlace(tx, { briefId, userId });
    if (!place) return fail('not-found');
    if (place.state !== 'in') return fail('not-now');
    return work(tx, place, await deliveryOf(tx, place.id));
  });
}
