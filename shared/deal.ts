// What a brand and one creator agree on, beside the guidelines. What was agreed is kept whole, with
// what had been agreed before it; what is written down since holds only once the creator agrees to it.

/** What the brand may do with the posts. Empty text: nothing was said of it. */
export interface DealRights {
  /** Where the brand may show them: its own channels, its shop, in print. */
  channels: string;
  /** For how long. */
  time: string;
  /** Paid amplification is allowed. */
  paid: boolean;
  /** The brand may edit what it shows; the post itself never. */
  edits: boolean;
}

/** The contract as a file: named by the hash of its bytes. */
export interface ContractFile {
  hash: string;
  name: string;
  mime: string;
  size: number;
}

export interface Deal {
  fee: string;
  product: string;
  code: string;
  link: string;
  rights: DealRights | null;
  exclusivity: string;
  payment: string;
  terms: string;
  contract: ContractFile | null;
}

/** A deal as it was agreed, the earlier ones of the same guidelines version behind it. */
export interface AgreedDeal extends Deal {
  /** Milliseconds. */
  at: number;
  earlier: AgreedDeal[];
}

/** In the order a reader wants to know them. */
export const dealFields = [
  'fee',
  'product',
  'code',
  'link',
  'rights',
  'exclusivity',
  'payment',
  'terms',
  'contract',
] as const satisfies (keyof Deal)[];
export type DealField = (typeof dealFields)[number];

/**
 * `open`: nothing was agreed yet. `agreed`: what is written down is what was agreed. `changed`: it is
 * not, and the creator has not answered. `kept`: they said that they would rather keep what was agreed.
 */
export type DealPhase = 'open' | 'agreed' | 'changed' | 'kept';

export const emptyDeal: Deal = {
  fee: '',
  product: '',
  code: '',
  link: '',
  rights: null,
  exclusivity: '',
  payment: '',
  terms: '',
  contract: null,
};

const valueOf = (deal: Deal, field: DealField): string => {
  if (field === 'contract') return deal.contract?.hash ?? '';
  if (field !== 'rights') return deal[field];
  const { channels = '', time = '', paid = false, edits = false } = deal.rights ?? {};
  return JSON.stringify([channels, time, paid, edits]);
};

/** The fields in which two deals differ. */
export function changedFields(before: Deal, after: Deal): DealField[] {
  return dealFields.filter((field) => valueOf(before, field) !== valueOf(after, field));
}

export const isWritten = (deal: Deal, field: DealField): boolean =>
  valueOf(deal, field) !== valueOf(emptyDeal, field);

/** One text for one deal, for a mark that says which deal somebody had before them. */
export const dealText = (deal: Deal): string =>
  JSON.stringify(dealFields.map((field) => valueOf(deal, field)));

/** Rights as they are written down; null where nothing was said or ticked. */
export function rightsOf({ channels, time, paid, edits }: DealRights): DealRights | null {
  return channels || time || paid || edits ? { channels, time, paid, edits } : null;
}

/** A deal as an agreement kept it, in whatever completeness it was kept then. */
export function readAgreed(kept: unknown, at: Date): AgreedDeal | null {
  if (typeof kept !== 'object' || kept === null) return null;
  return { ...emptyDeal, at: at.getTime(), earlier: [], ...kept };
}

/** 20 MB: a scanned contract of many pages. */
export const maxContractBytes = 20_000_000;

/** What a contract may be, told by its bytes, and the ending it is saved under. */
export const contractTypes = {
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'image/jpeg': 'jpg',
} as const;

export type ContractType = keyof typeof contractTypes;

export const isContractType = (mime: string | undefined): mime is ContractType =>
  mime !== undefined && Object.hasOwn(contractTypes, mime);

/** Whose contract it is stands in the address; whether one may have it is asked each time. */
export const contractUrl = (of: { briefId: string; userId: string }, hash?: string): string =>
  `/contracts/${of.briefId}/${of.userId}${hash ? `/${hash}` : ''}`;
