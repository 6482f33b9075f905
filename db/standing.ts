// The facts `can` judges by, read fresh for one person and one thing.
import { and, eq, sql } from 'drizzle-orm';
import { parseDocumentName } from '#shared/ids.ts';
import { nobody, type Standing } from '#shared/roles.ts';
import type { Executor } from './open.ts';
import { prepared } from './prepared.ts';
import { brief, briefCreator, briefMember, workspaceMember } from './schema/campaign.ts';
import { draft } from './schema/drafts.ts';

export type Place = { workspaceId: string } | { briefId: string } | { draftId: string };

/** Null where the thing does not exist; `nobody` where the person has nothing to do with it. */
export async function standingFor(
  db: Executor,
  userId: string,
  place: Place,
): Promise<Standing | null> {
  if ('workspaceId' in place) {
    const workspace = await workspaceRole(db, userId, place.workspaceId);
    return { ...nobody, workspace };
  }
  if ('briefId' in place) return briefStanding(db, userId, place.briefId);
  const [row] = await draftById(db).all({ draftId: place.draftId });
  if (!row) return null;
  const standing = await briefStanding(db, userId, row.briefId);
  return standing && { ...standing, draft: { own: row.creatorId === userId, open: row.open } };
}

/** The standing towards what a live document belongs to. */
export async function documentStanding(
  db: Executor,
  userId: string,
  name: string,
): Promise<Standing | null> {
  const parsed = parseDocumentName(name);
  if (!parsed) return null;
  const { kind, id } = parsed;
  return standingFor(db, userId, kind === 'draft' ? { draftId: id } : { briefId: id });
}

async function workspaceRole(db: Executor, userId: string, workspaceId: string) {
  const [row] = await db
    .select({ role: workspaceMember.role })
    .from(workspaceMember)
    .where(and(eq(workspaceMember.workspaceId, workspaceId), eq(workspaceMember.userId, userId)));
  return row?.role ?? null;
}

const draftById = prepared((db) =>
  db
    .select()
    .from(draft)
    .where(eq(draft.id, sql.placeholder('draftId')))
    .prepare(),
);

const who = sql.placeholder('userId');
const rolesInBrief = prepared((db) =>
  db
    .select({
      workspace: workspaceMember.role,
      brief: briefMember.role,
      creator: briefCreator.state,
      guidelinesOpen: brief.guidelinesOpen,
    })
    .from(brief)
    .leftJoin(briefMember, and(eq(briefMember.briefId, brief.id), eq(briefMember.userId, who)))
    .leftJoin(briefCreator, and(eq(briefCreator.briefId, brief.id), eq(briefCreator.userId, who)))
    .leftJoin(
      workspaceMember,
      and(eq(workspaceMember.workspaceId, brief.workspaceId), eq(workspaceMember.userId, who)),
    )
    .where(eq(brief.id, sql.placeholder('briefId')))
    .prepare(),
);

async function briefStanding(
  db: Executor,
  userId: string,
  briefId: string,
): Promise<Standing | null> {
  const [row] = await rolesInBrief(db).all({ userId, briefId });
  if (!row) return null;
  const creator = row.creator !== null && row.creator !== 'removed';
  return { ...row, creator, draft: null };
}
