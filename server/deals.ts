// One creator's deal as it stands: what is written down, what was agreed, and which of them holds.
// Whoever asks has judged the right to it.
import { createHash } from 'node:crypto';
import { creatorPlace, type CreatorRow } from '#db/creators.ts';
import {
  agreedDeal,
  keptBecause,
  newestAgreementId,
  setAgreedDeal,
  writtenDeal,
} from '#db/deals.ts';
import type { DraftPlace } from '#db/drafts.ts';
import type { Executor, Tx } from '#db/open.ts';
import {
  type AgreedDeal,
  changedFields,
  type Deal,
  type DealField,
  type DealPhase,
  dealText,
} from '#shared/deal.ts';

export interface DealCase {
  written: Deal;
  agreed: AgreedDeal | null;
  phase: DealPhase;
  /** In what the two differ. */
  changes: DealField[];
  /** The creator's words when they would rather keep what was agreed. */
  because: string;
  /** Says which deal somebody had before them: another is not agreed to. */
  mark: string;
}

export const markOf = (deal: Deal): string =>
  createHash('sha256').update(dealText(deal)).digest('hex');

/** Of the words alone: a contract is put there apart, while they are being written. */
export const wordsMark = (deal: Deal): string => markOf({ ...deal, contract: null });

export async function dealCase(db: Executor, place: CreatorRow): Promise<DealCase> {
  const written = await writtenDeal(db, place);
  const agreed = (await agreedDeal(db, place.id))?.deal ?? null;
  const changes = agreed ? changedFields(agreed, written) : [];
  const because = changes.length > 0 ? await keptBecause(db, place) : null;
  const phase = !agreed
    ? 'open'
    : changes.length === 0
      ? 'agreed'
      : because === null
        ? 'changed'
        : 'kept';
  return { written, agreed, phase, changes, because: because ?? '', mark: markOf(written) };
}

/** What holds: what was agreed, and where nothing was yet, what is written down. */
export async function heldDeal(db: Executor, place: CreatorRow): Promise<Deal> {
  return (await agreedDeal(db, place.id))?.deal ?? writtenDeal(db, place);
}

/** The code that belongs into a post: a changed one counts once it was agreed to. */
export async function heldCode(
  db: Executor,
  { brief, draft }: Pick<DraftPlace, 'brief' | 'draft'>,
): Promise<string> {
  const place = await creatorPlace(db, { briefId: brief.id, userId: draft.creatorId });
  return place ? (await heldDeal(db, place)).code : '';
}

/** Agrees to what is written down, as part of the newest agreement; what was agreed stays behind it. */
export async function agreeWritten(tx: Tx, place: CreatorRow, at: Date): Promise<void> {
  const agreementId = await newestAgreementId(tx, place.id);
  if (!agreementId) throw new Error('a deal was agreed to without guidelines');
  const written = await writtenDeal(tx, place);
  const before = await agreedDeal(tx, place.id);
  const earlier = before ? [before.deal, ...before.deal.earlier] : [];
  // Flat: of an earlier one the earlier stand beside it and not in it.
  const flat = earlier.map((one) => ({ ...one, earlier: [] }));
  await setAgreedDeal(tx, agreementId, { ...written, at: at.getTime(), earlier: flat });
}
