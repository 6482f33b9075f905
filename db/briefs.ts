// Briefs as rows: what stands on the door, who works in them on the brand's side, and whether the
// live guidelines are open to creators. The text of the guidelines is a document, not here.
import { and, asc, desc, eq, inArray, or } from 'drizzle-orm';
import type { BriefRole } from '#shared/roles.ts';
import type { Executor, Tx } from './open.ts';
import { brief, briefMember, workspaceMember } from './schema/campaign.ts';
import { user } from './schema/people.ts';

export type BriefRow = typeof brief.$inferSelect;

export async function createBrief(
  tx: Tx,
  row: Omit<typeof brief.$inferInsert, 'guidelinesOpen' | 'rounds' | 'archivedAt'>,
): Promise<void> {
  await tx.insert(brief).values(row);
}

export async function briefById(db: Executor, id: string): Promise<BriefRow | null> {
  const [row] = await db.select().from(brief).where(eq(brief.id, id));
  return row ?? null;
}

export async function updateBrief(
  tx: Tx,
  id: string,
  change: Partial<
    Pick<
      BriefRow,
      'title' | 'brandName' | 'product' | 'guidelinesOpen' | 'place' | 'needsClearance'
    >
  >,
): Promise<void> {
  await tx.update(brief).set(change).where(eq(brief.id, id));
}

/** Every brief a person sees from the brand's side, the newest first. */
export async function briefsOf(db: Executor, userId: string): Promise<BriefRow[]> {
  const workspaces = db
    .select({ id: workspaceMember.workspaceId })
    .from(workspaceMember)
    .where(eq(workspaceMember.userId, userId));
  const places = db
    .select({ id: briefMember.briefId })
    .from(briefMember)
    .where(eq(briefMember.userId, userId));
  return db
    .select()
    .from(brief)
    .where(or(inArray(brief.workspaceId, workspaces), inArray(brief.id, places)))
    .orderBy(desc(brief.createdAt), asc(brief.id));
}

export interface BriefPerson {
  userId: string;
  name: string;
  role: BriefRole;
  since: Date;
}

/** The brand's people in a brief, in the order they came. */
export async function briefPeople(db: Executor, briefId: string): Promise<BriefPerson[]> {
  return db
    .select({
      userId: user.id,
      name: user.name,
      role: briefMember.role,
      since: briefMember.createdAt,
    })
    .from(briefMember)
    .innerJoin(user, eq(user.id, briefMember.userId))
    .where(eq(briefMember.briefId, briefId))
    .orderBy(asc(briefMember.createdAt), asc(user.id));
}

export async function setBriefRole(
  tx: Tx,
  { briefId, userId, role }: { briefId: string; userId: string; role: BriefRole },
): Promise<boolean> {
  const changed = await tx
    .update(briefMember)
    .set({ role })
    .where(placeIs(briefId, userId))
    .returning({ userId: briefMember.userId });
  return changed.length > 0;
}

export async function removeBriefMember(
  tx: Tx,
  { briefId, userId }: { briefId: string; userId: string },
): Promise<boolean> {
  const removed = await tx
    .delete(briefMember)
    .where(placeIs(briefId, userId))
    .returning({ userId: briefMember.userId });
  return removed.length > 0;
}

function placeIs(briefId: string, userId: string) {
  return and(eq(briefMember.briefId, briefId), eq(briefMember.userId, userId));
}

/** Of the whole installation, the oldest first; for the operator alone. */
export async function allBriefs(db: Executor): Promise<BriefRow[]> {
  return db.select().from(brief).orderBy(asc(brief.createdAt), asc(brief.id));
}
