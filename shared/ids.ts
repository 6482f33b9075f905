// Names of things. Ids are random base32 text made by the caller; documents are named by what
// they belong to, and that name is all the sync server knows of them.

declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]?: Name };

export type UserId = Branded<'user'>;
export type WorkspaceId = Branded<'workspace'>;
export type BriefId = Branded<'brief'>;
export type DeliverableId = Branded<'deliverable'>;
export type DraftId = Branded<'draft'>;
export type ThreadId = Branded<'thread'>;

export type DocumentKind = 'guidelines' | 'draft' | 'plan';
export type DocumentName = `${DocumentKind}:${string}`;

export const guidelinesDocument = (id: BriefId): DocumentName => `guidelines:${id}`;
export const draftDocument = (id: DraftId): DocumentName => `draft:${id}`;
export const planDocument = (id: BriefId): DocumentName => `plan:${id}`;

const documentPattern = /^(guidelines|draft|plan):([a-z0-9]{8,40})$/;

/** The parts of a document name, or null when it is not one. */
export function parseDocumentName(name: string): { kind: DocumentKind; id: string } | null {
  const match = documentPattern.exec(name);
  return match ? { kind: match[1] as DocumentKind, id: match[2] as string } : null;
}

const alphabet = 'abcdefghijkmnpqrstuvwxyz23456789';

/** A fresh id of 20 characters (100 bits) from 20 random bytes. */
export function idFrom(bytes: Uint8Array): string {
  return Array.from(bytes.subarray(0, 20), (byte) => alphabet[byte & 31]).join('');
}
