// A brief begun from another: whom to ask again, and their place made like the one they had.
import type { CreatorRow } from './creators.ts';
import type { Tx } from './open.ts';
import { briefCreator } from './schema/campaign.ts';

/** The deal as it may be offered again; a code and a link belong to the posts they were in. */
export const dealAgain = ({
  fee,
  product,
  terms,
  rights,
  exclusivity,
  payment,
}: CreatorRow): Partial<CreatorRow> => ({ fee, product, terms, rights, exclusivity, payment });

export async function addCreatorAgain(
  tx: Tx,
  row: Pick<CreatorRow, 'id' | 'briefId' | 'userId' | 'handle' | 'invitedAt'> & Partial<CreatorRow>,
): Promise<boolean> {
  const added = await tx
    .insert(briefCreator)
    .values({ ...row, state: 'invited' })
    .onConflictDoNothing()
    .returning({ id: briefCreator.id });
  return added.length > 0;
}
