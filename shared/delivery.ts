// The product on its way to a creator: whose move it is, and until when the address is kept.

const dayMs = 24 * 60 * 60_000;

/** An address is of no use once the posts are out. */
export const addressKeptDays = 60;

export interface DeliveryFacts {
  address: string | null;
  sentAt: Date | null;
  arrivedAt: Date | null;
  erasedAt: Date | null;
}

/** `asked`: the creator has to say where to. `ready`: the brand can send it. */
export type DeliveryPhase = 'asked' | 'ready' | 'sent' | 'arrived';

export function deliveryPhase(delivery: DeliveryFacts | null): DeliveryPhase {
  if (delivery?.arrivedAt) return 'arrived';
  if (delivery?.sentAt) return 'sent';
  return delivery?.address ? 'ready' : 'asked';
}

/** When an address is erased whose job ended at this moment. */
export const erasedFrom = (end: Date): Date => new Date(end.getTime() + addressKeptDays * dayMs);
