// Ways in that are handed over as a URL. Rows hold the SHA-256 of a secret, never the secret.
import { and, asc, desc, eq, gt, gte, inArray, isNotNull, isNull, max } from 'drizzle-orm';
import type { BriefRole, WorkspaceRole } from '#shared/roles.ts';
import type { Executor, Tx } from './open.ts';
import { brief } from './schema/campaign.ts';
import { link, user } from './schema/people.ts';
import { event } from './schema/telling.ts';

export type LinkRow = typeof link.$inferSelect;
export type LinkPurpose = LinkRow['purpose'];

/** The event of a creator who cannot get in any more. */
export const askedForLink = 'creator.asked-link';

export interface NewLink {
  id: string;
  secretHash: string;
  purpose: LinkPurpose;
  userId?: string;
  workspaceId?: string;
  briefId?: string;
  role?: WorkspaceRole | BriefRole;
  createdBy?: string;
  path?: string;
  createdAt: Date;
  expiresAt: Date;
}

export async function createLink(tx: Executor, row: NewLink): Promise<void> {
  await tx.insert(link).values(row);
}

export async function linkByHash(db: Executor, secretHash: string): Promise<LinkRow | null> {
  const [row] = await db.select().from(link).where(eq(link.secretHash, secretHash));
  return row ?? null;
}

/** Uses a link up. Of two that press at once one hears true. */
export async function consumeLink(tx: Tx, id: string, at: Date): Promise<boolean> {
  const used = await tx
    .update(link)
    .set({ usedAt: at, openedAt: at })
    .where(
      and(eq(link.id, id), isNull(link.usedAt), isNull(link.revokedAt), gt(link.expiresAt, at)),
    )
    .returning({ id: link.id });
  return used.length > 0;
}

/** Notes that a reusable link was opened. */
export async function noteOpened(tx: Executor, id: string, at: Date): Promise<void> {
  await tx.update(link).set({ openedAt: at }).where(eq(link.id, id));
}

export async function revokeLink(
  tx: Executor,
  scope: { id: string; workspaceId: string },
  at: Date,
): Promise<boolean> {
  const revoked = await tx
    .update(link)
    .set({ revokedAt: at })
    .where(
      and(
        eq(link.id, scope.id),
        eq(link.workspaceId, scope.workspaceId),
        isNull(link.usedAt),
        isNull(link.revokedAt),
      ),
    )
    .returning({ id: link.id });
  return revoked.length > 0;
}

/** Takes back every link of these purposes that was not used yet. */
export async function revokeOpenLinks(
  tx: Executor,
  scope: { purposes: LinkPurpose[]; userId?: string; briefId?: string },
  at: Date,
): Promise<void> {
  await tx
    .update(link)
    .set({ revokedAt: at })
    .where(
      and(
        inArray(link.purpose, scope.purposes),
        isNull(link.usedAt),
        isNull(link.revokedAt),
        scope.userId ? eq(link.userId, scope.userId) : undefined,
        scope.briefId ? eq(link.briefId, scope.briefId) : undefined,
      ),
    );
}

/** Whether this person ever came in through an invitation: from then on the brand makes none. */
export async function hasComeIn(db: Executor, userId: string): Promise<boolean> {
  const [row] = await db
    .select({ id: link.id })
    .from(link)
    .where(and(eq(link.userId, userId), isNotNull(link.usedAt)))
    .limit(1);
  return row !== undefined;
}

export interface OpenInvitation {
  id: string;
  role: LinkRow['role'];
  briefId: string | null;
  briefTitle: string | null;
  invitedBy: string | null;
  createdAt: Date;
  expiresAt: Date;
}

/** Invitations of colleagues that nobody has used or taken back, the newest first. */
export async function openInvitations(
  db: Executor,
  workspaceId: string,
): Promise<OpenInvitation[]> {
  return db
    .select({
      id: link.id,
      role: link.role,
      briefId: link.briefId,
      briefTitle: brief.title,
      invitedBy: user.name,
      createdAt: link.createdAt,
      expiresAt: link.expiresAt,
    })
    .from(link)
    .leftJoin(brief, eq(brief.id, link.briefId))
    .leftJoin(user, eq(user.id, link.createdBy))
    .where(
      and(
        eq(link.workspaceId, workspaceId),
        eq(link.purpose, 'invite-member'),
        isNull(link.usedAt),
        isNull(link.revokedAt),
      ),
    )
    .orderBy(desc(link.createdAt), link.id);
}

/**
 * Whether this creator asked for a new link to this brief and has not come in by one since. Only
 * then may the brand make another: a re-invitation is always an answer.
 */
export async function waitsForNewLink(
  db: Executor,
  { briefId, userId }: { briefId: string; userId: string },
): Promise<boolean> {
  const [asked] = await db
    .select({ at: max(event.at) })
    .from(event)
    .where(
      and(
        eq(event.kind, askedForLink),
        eq(event.briefId, briefId),
        eq(event.actorId, userId),
        eq(event.audience, 'brand'),
      ),
    );
  if (!asked?.at) return false;
  const [answered] = await db
    .select({ id: link.id })
    .from(link)
    .where(
      and(
        eq(link.userId, userId),
        eq(link.briefId, briefId),
        eq(link.purpose, 'reinvite-creator'),
        gte(link.usedAt, asked.at),
      ),
    )
    .limit(1);
  return answered === undefined;
}

/** Everyone a demo link was made for, in the order they were made. */
export async function peopleWithDemoLinks(
  db: Executor,
): Promise<{ userId: string; name: string; email: string }[]> {
  return db
    .select({ userId: user.id, name: user.name, email: user.email })
    .from(link)
    .innerJoin(user, eq(user.id, link.userId))
    .where(eq(link.purpose, 'demo'))
    .orderBy(asc(link.createdAt));
}
