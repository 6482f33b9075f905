// What is to be made, row by row. Platform, format, language and where it will be seen are signed
// with every approval, so they stay as they are once a draft was sent; dates do not.
import { and, asc, eq, gt, inArray, max, ne, or } from 'drizzle-orm';
import type { DocumentName } from '#shared/ids.ts';
import { draftDocument } from '#shared/ids.ts';
import type { Executor, Tx } from './open.ts';
import { deliverable } from './schema/campaign.ts';
import { document, documentClient } from './schema/documents.ts';
import { decision, draft } from './schema/drafts.ts';

export type DeliverableRow = typeof deliverable.$inferSelect;
export type DeliverableFields = Omit<typeof deliverable.$inferInsert, 'id' | 'briefId' | 'ordinal'>;

export async function deliverablesOf(db: Executor, briefId: string): Promise<DeliverableRow[]> {
  return db
    .select()
    .from(deliverable)
    .where(eq(deliverable.briefId, briefId))
    .orderBy(asc(deliverable.ordinal));
}

export async function deliverableById(db: Executor, id: string): Promise<DeliverableRow | null> {
  const [row] = await db.select().from(deliverable).where(eq(deliverable.id, id));
  return row ?? null;
}

/** Adds it as the brief's last post and tells its number. */
export async function addDeliverable(
  tx: Tx,
  { id, briefId, fields }: { id: string; briefId: string; fields: DeliverableFields },
): Promise<number> {
  const [last] = await tx
    .select({ ordinal: max(deliverable.ordinal) })
    .from(deliverable)
    .where(eq(deliverable.briefId, briefId));
  const ordinal = (last?.ordinal ?? 0) + 1;
  await tx.insert(deliverable).values({ ...fields, id, briefId, ordinal });
  return ordinal;
}

export async function updateDeliverable(
  tx: Tx,
  id: string,
  fields: DeliverableFields,
): Promise<void> {
  await tx.update(deliverable).set(fields).where(eq(deliverable.id, id));
}

/** The deliverables of which a draft was sent at least once. */
export async function sentDeliverables(db: Executor, briefId: string): Promise<Set<string>> {
  const rows = await db
    .selectDistinct({ id: draft.deliverableId })
    .from(draft)
    .where(and(eq(draft.briefId, briefId), gt(draft.round, 0)));
  return new Set(rows.map(({ id }) => id));
}

/** The deliverables in whose drafts somebody has written: they cannot be removed any more. */
export async function begunDeliverables(db: Executor, briefId: string): Promise<Set<string>> {
  const rows = await db
    .select({ id: draft.id, deliverableId: draft.deliverableId, round: draft.round })
    .from(draft)
    .where(eq(draft.briefId, briefId));
  const names = rows.map((row) => draftDocument(row.id));
  const written = new Set(await writtenDocuments(db, names));
  const decided = await decidedDrafts(db, briefId);
  const begun = rows.filter(
    ({ id, round }) => round > 0 || decided.has(id) || written.has(draftDocument(id)),
  );
  return new Set(begun.map((row) => row.deliverableId));
}

/** What was decided stays, and an idea that was sent is work too. */
async function decidedDrafts(db: Executor, briefId: string): Promise<Set<string>> {
  const rows = await db
    .selectDistinct({ id: decision.draftId })
    .from(decision)
    .innerJoin(draft, eq(draft.id, decision.draftId))
    .where(eq(draft.briefId, briefId));
  return new Set(rows.map(({ id }) => id));
}

/** The client id of the empty paragraphs a draft is made with (drafts.ts). */
const seedClient = 1;

/** Written in: a client id of somebody's own is bound to words in it. */
async function writtenDocuments(db: Executor, names: DocumentName[]): Promise<DocumentName[]> {
  if (names.length === 0) return [];
  const rows = await db
    .selectDistinct({ name: documentClient.document })
    .from(documentClient)
    .where(and(inArray(documentClient.document, names), ne(documentClient.clientId, seedClient)));
  return rows.map(({ name }) => name as DocumentName);
}

/** Removes it with its drafts and their documents. The caller made sure that nobody wrote in them. */
export async function removeDeliverable(tx: Tx, id: string): Promise<DocumentName[]> {
  const drafts = await tx.select({ id: draft.id }).from(draft).where(eq(draft.deliverableId, id));
  const names = drafts.map((row) => draftDocument(row.id));
  if (names.length > 0) await tx.delete(document).where(or(...names.map(nameIs)));
  await tx.delete(deliverable).where(eq(deliverable.id, id));
  return names;
}

const nameIs = (name: DocumentName) => eq(document.name, name);
