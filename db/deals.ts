// The deal of a creator in a brief: what is written down, its contract, and what was agreed of it.
import { and, desc, eq, inArray, ne } from 'drizzle-orm';
import type { AgreedDeal, ContractFile, Deal } from '#shared/deal.ts';
import { readAgreed } from '#shared/deal.ts';
import { type CreatorRow, dealOf } from './creators.ts';
import type { Executor, Tx } from './open.ts';
import { agreement, briefCreator, contract } from './schema/campaign.ts';
import { event } from './schema/telling.ts';

export type ContractRow = typeof contract.$inferSelect;

export async function contractOf(db: Executor, placeId: string): Promise<ContractFile | null> {
  const [row] = await db
    .select({
      hash: contract.hash,
      name: contract.name,
      mime: contract.mime,
      size: contract.size,
    })
    .from(contract)
    .where(eq(contract.briefCreatorId, placeId));
  return row ?? null;
}

/** A new contract takes the place of the one before; its bytes stay where they lie. */
export async function putContract(tx: Tx, row: ContractRow): Promise<void> {
  await tx
    .insert(contract)
    .values(row)
    .onConflictDoUpdate({ target: contract.briefCreatorId, set: row });
}

export async function removeContract(tx: Tx, placeId: string): Promise<void> {
  await tx.delete(contract).where(eq(contract.briefCreatorId, placeId));
}

/** What is written down now, agreed or not. */
export async function writtenDeal(db: Executor, place: CreatorRow): Promise<Deal> {
  return { ...dealOf(place), contract: await contractOf(db, place.id) };
}

export interface KeptDeal {
  agreementId: string;
  deal: AgreedDeal;
}

/** The deal that was agreed last; null where none was, or before deals were kept. */
export async function agreedDeal(db: Executor, placeId: string): Promise<KeptDeal | null> {
  const [row] = await db
    .select()
    .from(agreement)
    .where(eq(agreement.briefCreatorId, placeId))
    .orderBy(desc(agreement.version))
    .limit(1);
  const deal = row && readAgreed(row.deal, row.at);
  return row && deal ? { agreementId: row.id, deal } : null;
}

/** The newest agreement of this place, to which a deal can be agreed. */
export async function newestAgreementId(db: Executor, placeId: string): Promise<string | null> {
  const [row] = await db
    .select({ id: agreement.id })
    .from(agreement)
    .where(eq(agreement.briefCreatorId, placeId))
    .orderBy(desc(agreement.version))
    .limit(1);
  return row?.id ?? null;
}

export async function setAgreedDeal(tx: Tx, agreementId: string, deal: AgreedDeal): Promise<void> {
  await tx.update(agreement).set({ deal }).where(eq(agreement.id, agreementId));
}

/** Every deal this place ever agreed to, the newest first. */
export async function agreedDeals(db: Executor, placeId: string): Promise<AgreedDeal[]> {
  const rows = await db
    .select()
    .from(agreement)
    .where(eq(agreement.briefCreatorId, placeId))
    .orderBy(desc(agreement.version));
  return rows.flatMap((row) => {
    const deal = readAgreed(row.deal, row.at);
    return deal ? [deal, ...deal.earlier] : [];
  });
}

type Written = Omit<Deal, 'contract'> &
  Pick<CreatorRow, 'handle'> & { phone?: CreatorRow['phone'] | undefined };

export async function writeDeal(tx: Tx, placeId: string, deal: Written): Promise<void> {
  await tx.update(briefCreator).set(deal).where(eq(briefCreator.id, placeId));
}

export async function setPaidOn(tx: Tx, placeId: string, paidOn: Date | null): Promise<void> {
  await tx.update(briefCreator).set({ paidOn }).where(eq(briefCreator.id, placeId));
}

/** The creator of this brief who was asked last before this one and has a deal written down. */
export async function lastDealGiven(
  db: Executor,
  { briefId, besides = '' }: { briefId: string; besides?: string },
): Promise<CreatorRow | null> {
  const rows = await db
    .select()
    .from(briefCreator)
    .where(and(eq(briefCreator.briefId, briefId), ne(briefCreator.userId, besides)))
    .orderBy(desc(briefCreator.invitedAt), desc(briefCreator.id));
  return rows.find((row) => row.fee || row.product || row.payment || row.terms) ?? null;
}

/** The events of a changed deal and of the creator's "I'd rather keep what we agreed". */
export const dealChanged = 'creator.deal';
export const dealKept = 'creator.deal-kept';

/** Why the creator would rather keep what was agreed, if that is the last word about it. */
export async function keptBecause(
  db: Executor,
  { briefId, userId }: Pick<CreatorRow, 'briefId' | 'userId'>,
): Promise<string | null> {
  const [last] = await db
    .select()
    .from(event)
    .where(
      and(
        eq(event.briefId, briefId),
        eq(event.audience, 'person'),
        eq(event.toUserId, userId),
        inArray(event.kind, [dealChanged, dealKept]),
      ),
    )
    .orderBy(desc(event.seq))
    .limit(1);
  return last?.kind === dealKept ? String(last.body?.['text'] ?? '') : null;
}
