// Drafts: one creator's post for one deliverable, and the versions of it that were sent. The text
// itself lives in the document `draft:<id>`; these rows never hold a word that was not sent.
import { and, asc, desc, eq, inArray, isNull, max, not, sql } from 'drizzle-orm';
import * as Y from 'yjs';
import { heldVersion } from '#shared/agreement.ts';
import type { NormalForm } from '#shared/content-id.ts';
import type { Guidelines } from '#shared/guidelines.ts';
import { draftDocument } from '#shared/ids.ts';
import { writeParts } from '#shared/parts.ts';
import { draftSchemaVersion } from '#shared/schema/draft.ts';
import { createDocument } from './documents.ts';
import type { Executor, Tx } from './open.ts';
import {
  agreement,
  brief,
  briefCreator,
  deliverable,
  guidelinesVersion,
} from './schema/campaign.ts';
import { document } from './schema/documents.ts';
import { draft, draftVersion } from './schema/drafts.ts';
import { user } from './schema/people.ts';

export type DraftRow = typeof draft.$inferSelect;
export type DraftVersionRow = Omit<typeof draftVersion.$inferSelect, 'parts'> & {
  parts: NormalForm;
};
export type NewDraftVersion = typeof draftVersion.$inferInsert & { parts: NormalForm };
export type DeliverableRow = typeof deliverable.$inferSelect;
export type BriefRow = typeof brief.$inferSelect;

/** Days of one draft alone, where they were moved; null for the deliverable's. */
export type DraftDays = Pick<DraftRow, 'draftDue' | 'reviewDue' | 'publishDue'>;

/** Of the seed alone; every document has its own, so that this one number is no one else's. */
const seedClient = 1;

/** A paragraph for the caret in each plain part: two devices that each made one would leave two. */
function emptyDraft(creatorId: string): NonNullable<NewDraft['seed']> {
  const doc = new Y.Doc();
  doc.clientID = seedClient;
  writeParts(doc, {}, () => '');
  const state = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return { state, authors: new Map([[seedClient, creatorId]]) };
}

export interface NewDraft {
  id: string;
  briefId: string;
  deliverableId: string;
  creatorId: string;
  /** Random, of the document `draft:<id>` that is made with it. */
  epoch: string;
  at: Date;
  /** Days that came with a post taken over. */
  days?: DraftDays | undefined;
  /** Text to begin with, for the demo. Left out, the draft is empty as it should be. */
  seed?: { state: Uint8Array; authors: Map<number, string> };
}

/** The draft as *Just me*, with its document. Where the creator has one already, nothing happens. */
export async function createDraft(tx: Tx, input: NewDraft): Promise<{ created: boolean }> {
  const { id, briefId, deliverableId, creatorId, epoch, at } = input;
  const seed = input.seed ?? emptyDraft(creatorId);
  const made = await tx
    .insert(draft)
    .values({
      id,
      briefId,
      deliverableId,
      creatorId,
      status: 'writing',
      createdAt: at,
      updatedAt: at,
      ...input.days,
    })
    .onConflictDoNothing()
    .returning({ id: draft.id });
  if (made.length === 0) return { created: false };
  await createDocument(tx, {
    name: draftDocument(id),
    briefId,
    schemaVersion: draftSchemaVersion,
    epoch,
    ...seed,
    at,
  });
  return { created: true };
}

export async function draftById(db: Executor, id: string): Promise<DraftRow | null> {
  const [row] = await db.select().from(draft).where(eq(draft.id, id));
  return row ?? null;
}

export async function draftsOfBrief(db: Executor, briefId: string): Promise<DraftRow[]> {
  return db.select().from(draft).where(eq(draft.briefId, briefId)).orderBy(asc(draft.createdAt));
}

export async function draftsOfCreator(db: Executor, creatorId: string): Promise<DraftRow[]> {
  return db
    .select()
    .from(draft)
    .where(eq(draft.creatorId, creatorId))
    .orderBy(asc(draft.createdAt));
}

export async function updateDraft(
  tx: Tx,
  id: string,
  change: Partial<
    Pick<
      DraftRow,
      'open' | 'status' | 'round' | 'extraRounds' | 'writingAt' | 'publishedUrl' | 'updatedAt'
    >
  >,
): Promise<void> {
  await tx.update(draft).set(change).where(eq(draft.id, id));
}

/** Remembers that the creator wrote, at most once per `everyMs`; true where it is news. */
export async function noteWriting(
  tx: Tx,
  { draftId, at, everyMs }: { draftId: string; at: Date; everyMs: number },
): Promise<boolean> {
  const changed = await tx
    .update(draft)
    .set({ writingAt: at })
    .where(
      and(eq(draft.id, draftId), sql`coalesce(${draft.writingAt}, 0) <= ${at.getTime() - everyMs}`),
    )
    .returning({ id: draft.id });
  return changed.length > 0;
}

/** The draft with everything a page about it names. */
export interface DraftPlace {
  draft: DraftRow;
  deliverable: DeliverableRow;
  brief: BriefRow;
  creator: { userId: string; name: string; handle: string; state: string };
  document: { name: string; epoch: string; schemaVersion: number };
}

export async function draftPlace(db: Executor, id: string): Promise<DraftPlace | null> {
  const [row] = await db
    .select({
      draft,
      deliverable,
      brief,
      creator: {
        userId: user.id,
        name: user.name,
        handle: briefCreator.handle,
        state: briefCreator.state,
      },
      document: {
        name: document.name,
        epoch: document.epoch,
        schemaVersion: document.schemaVersion,
      },
    })
    .from(draft)
    .innerJoin(deliverable, eq(deliverable.id, draft.deliverableId))
    .innerJoin(brief, eq(brief.id, draft.briefId))
    .innerJoin(user, eq(user.id, draft.creatorId))
    .innerJoin(
      briefCreator,
      and(eq(briefCreator.briefId, draft.briefId), eq(briefCreator.userId, draft.creatorId)),
    )
    .innerJoin(document, eq(document.name, draftDocument(id)))
    .where(eq(draft.id, id));
  return row ?? null;
}

export async function createDraftVersion(tx: Tx, row: NewDraftVersion): Promise<void> {
  await tx.insert(draftVersion).values(row);
}

/** Sent versions, the oldest first. */
export async function versionsOfDraft(db: Executor, draftId: string): Promise<DraftVersionRow[]> {
  const rows = await db
    .select()
    .from(draftVersion)
    .where(eq(draftVersion.draftId, draftId))
    .orderBy(asc(draftVersion.n));
  return rows as DraftVersionRow[];
}

export async function lastVersion(db: Executor, draftId: string): Promise<DraftVersionRow | null> {
  const [row] = await db
    .select()
    .from(draftVersion)
    .where(eq(draftVersion.draftId, draftId))
    .orderBy(desc(draftVersion.n))
    .limit(1);
  return (row as DraftVersionRow | undefined) ?? null;
}

export type PublishedGuidelines = Omit<typeof guidelinesVersion.$inferSelect, 'structure'> & {
  structure: Guidelines;
};

/** The guidelines this creator writes to (shared/agreement.ts). */
export async function agreedGuidelines(
  db: Executor,
  briefId: string,
  creatorId: string,
): Promise<PublishedGuidelines | null> {
  const versions = await db
    .select()
    .from(guidelinesVersion)
    .where(eq(guidelinesVersion.briefId, briefId))
    .orderBy(asc(guidelinesVersion.n));
  const [agreed] = await db
    .select({ n: max(agreement.version) })
    .from(agreement)
    .innerJoin(briefCreator, eq(briefCreator.id, agreement.briefCreatorId))
    .where(and(eq(briefCreator.briefId, briefId), eq(briefCreator.userId, creatorId)));
  const n = heldVersion(versions, agreed?.n ?? 0);
  const held = versions.find((version) => version.n === n);
  return (held as PublishedGuidelines | undefined) ?? null;
}

/**
 * Versions of this creator that were approved under an id, and whether each is still the one that
 * holds: the last one sent, in a post that both approved.
 */
export async function versionsApproved(
  db: Executor,
  { approvalId, creator }: { approvalId: string; creator: string },
): Promise<{ draftId: string; isCurrent: boolean }[]> {
  const rows = await db
    .select({ id: draftVersion.id, draftId: draft.id, status: draft.status })
    .from(draftVersion)
    .innerJoin(draft, eq(draft.id, draftVersion.draftId))
    .where(and(eq(draftVersion.approvalId, approvalId), eq(draft.creatorId, creator)));
  const found = [];
  for (const { id, draftId, status } of rows) {
    const isSigned = status === 'approved-by-both' || status === 'published';
    const isLast = (await lastVersion(db, draftId))?.id === id;
    found.push({ draftId, isCurrent: isSigned && isLast });
  }
  return found;
}

/** Of the whole installation, the oldest first; for the operator alone. */
export async function allDrafts(db: Executor): Promise<DraftRow[]> {
  return db.select().from(draft).orderBy(asc(draft.createdAt), asc(draft.id));
}

/** Whose clock may run: unfinished, in a brief that is not put away. */
export async function unfinishedDrafts(db: Executor): Promise<{ id: string }[]> {
  const isOver = inArray(draft.status, ['published', 'withdrawn', 'released']);
  return db
    .select({ id: draft.id })
    .from(draft)
    .innerJoin(brief, eq(brief.id, draft.briefId))
    .where(and(not(isOver), isNull(brief.archivedAt)))
    .orderBy(asc(draft.id));
}
