// Workspaces and who belongs to them, and the brand's people in a brief. Rights follow from these
// rows: whoever changes them bumps the documents' acl epoch in the same transaction.
import { and, asc, eq, sql } from 'drizzle-orm';
import type { BriefRole, WorkspaceRole } from '#shared/roles.ts';
import type { Executor, Tx } from './open.ts';
import { brief, briefCreator, briefMember, workspace, workspaceMember } from './schema/campaign.ts';
import { user } from './schema/people.ts';

export type WorkspaceRow = typeof workspace.$inferSelect;

export async function createWorkspace(tx: Executor, row: WorkspaceRow): Promise<void> {
  await tx.insert(workspace).values(row);
}

export async function workspaceById(db: Executor, id: string): Promise<WorkspaceRow | null> {
  const [row] = await db.select().from(workspace).where(eq(workspace.id, id));
  return row ?? null;
}

/** The workspaces a person belongs to, the oldest membership first. */
export async function workspacesOf(
  db: Executor,
  userId: string,
): Promise<{ id: string; name: string; role: WorkspaceRole }[]> {
  return db
    .select({ id: workspace.id, name: workspace.name, role: workspaceMember.role })
    .from(workspaceMember)
    .innerJoin(workspace, eq(workspace.id, workspaceMember.workspaceId))
    .where(eq(workspaceMember.userId, userId))
    .orderBy(asc(workspaceMember.createdAt), asc(workspace.id));
}

export interface MemberRow {
  userId: string;
  name: string;
  email: string;
  role: WorkspaceRole;
  since: Date;
}

export async function membersOf(db: Executor, workspaceId: string): Promise<MemberRow[]> {
  return db
    .select({
      userId: user.id,
      name: user.name,
      email: user.email,
      role: workspaceMember.role,
      since: workspaceMember.createdAt,
    })
    .from(workspaceMember)
    .innerJoin(user, eq(user.id, workspaceMember.userId))
    .where(eq(workspaceMember.workspaceId, workspaceId))
    .orderBy(asc(workspaceMember.createdAt), asc(user.id));
}

/** Adds a member; one who is already there keeps the role they have. */
export async function addMember(
  tx: Tx,
  row: { workspaceId: string; userId: string; role: WorkspaceRole; createdAt: Date },
): Promise<void> {
  await tx.insert(workspaceMember).values(row).onConflictDoNothing();
}

export async function setMemberRole(
  tx: Tx,
  { workspaceId, userId, role }: { workspaceId: string; userId: string; role: WorkspaceRole },
): Promise<boolean> {
  const changed = await tx
    .update(workspaceMember)
    .set({ role })
    .where(memberIs(workspaceId, userId))
    .returning({ userId: workspaceMember.userId });
  return changed.length > 0;
}

/** Takes a person out of the workspace and out of every brief in it. */
export async function removeMember(
  tx: Tx,
  { workspaceId, userId }: { workspaceId: string; userId: string },
): Promise<boolean> {
  const briefs = await tx
    .select({ id: brief.id })
    .from(brief)
    .where(eq(brief.workspaceId, workspaceId));
  for (const { id } of briefs) {
    await tx
      .delete(briefMember)
      .where(and(eq(briefMember.briefId, id), eq(briefMember.userId, userId)));
  }
  const removed = await tx
    .delete(workspaceMember)
    .where(memberIs(workspaceId, userId))
    .returning({ userId: workspaceMember.userId });
  return removed.length > 0;
}

export async function countOwners(db: Executor, workspaceId: string): Promise<number> {
  const [row] = await db
    .select({ count: sql<number>`count(*)` })
    .from(workspaceMember)
    .where(and(eq(workspaceMember.workspaceId, workspaceId), eq(workspaceMember.role, 'owner')));
  return row?.count ?? 0;
}

/** Gives a person a place on the brand side of a brief; one who has a place keeps it. */
export async function addBriefMember(
  tx: Tx,
  row: { briefId: string; userId: string; role: BriefRole; createdAt: Date },
): Promise<void> {
  await tx.insert(briefMember).values(row).onConflictDoNothing();
}

/** Who leads the brief: those a creator's question lands with. */
export async function leadsOf(
  db: Executor,
  briefId: string,
): Promise<{ userId: string; name: string }[]> {
  return db
    .select({ userId: user.id, name: user.name })
    .from(briefMember)
    .innerJoin(user, eq(user.id, briefMember.userId))
    .where(and(eq(briefMember.briefId, briefId), eq(briefMember.role, 'lead')))
    .orderBy(asc(briefMember.createdAt), asc(user.id));
}

/** What a door needs to know of a brief: whose name stands on it and where it belongs. */
export async function briefDoor(
  db: Executor,
  briefId: string,
): Promise<{ id: string; workspaceId: string; brandName: string; title: string } | null> {
  const [row] = await db
    .select({
      id: brief.id,
      workspaceId: brief.workspaceId,
      brandName: brief.brandName,
      title: brief.title,
    })
    .from(brief)
    .where(eq(brief.id, briefId));
  return row ?? null;
}

export async function creatorState(
  db: Executor,
  { briefId, userId }: { briefId: string; userId: string },
): Promise<(typeof briefCreator.$inferSelect)['state'] | null> {
  const [row] = await db
    .select({ state: briefCreator.state })
    .from(briefCreator)
    .where(and(eq(briefCreator.briefId, briefId), eq(briefCreator.userId, userId)));
  return row?.state ?? null;
}

/** An invited creator came in; an answer that was given already stays. */
export async function noteCreatorOpened(
  tx: Tx,
  { briefId, userId }: { briefId: string; userId: string },
): Promise<void> {
  await tx
    .update(briefCreator)
    .set({ state: 'opened' })
    .where(
      and(
        eq(briefCreator.briefId, briefId),
        eq(briefCreator.userId, userId),
        eq(briefCreator.state, 'invited'),
      ),
    );
}

/** A workspace this person has to do with: a notice to them lies in its outbox. */
export async function nearestWorkspace(db: Executor, userId: string): Promise<string | null> {
  const [own] = await workspacesOf(db, userId);
  if (own) return own.id;
  const [asMember] = await db
    .select({ id: brief.workspaceId })
    .from(briefMember)
    .innerJoin(brief, eq(brief.id, briefMember.briefId))
    .where(eq(briefMember.userId, userId))
    .limit(1);
  if (asMember) return asMember.id;
  const [asCreator] = await db
    .select({ id: brief.workspaceId })
    .from(briefCreator)
    .innerJoin(brief, eq(brief.id, briefCreator.briefId))
    .where(eq(briefCreator.userId, userId))
    .limit(1);
  return asCreator?.id ?? null;
}

function memberIs(workspaceId: string, userId: string) {
  return and(eq(workspaceMember.workspaceId, workspaceId), eq(workspaceMember.userId, userId));
}
