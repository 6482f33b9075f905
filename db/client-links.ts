// A client's ways in, and what clients said about versions. Rows hold the SHA-256 of a secret.
import { and, asc, count, desc, eq, inArray, isNull } from 'drizzle-orm';
import type { NormalForm } from '#shared/content-id.ts';
import type { DecisionRow } from './decisions.ts';
import type { DraftVersionRow } from './drafts.ts';
import type { Executor, Tx } from './open.ts';
import { decision, draftVersion, proof } from './schema/drafts.ts';
import { clientComment, clientLink } from './schema/outside.ts';
import { user } from './schema/people.ts';

export type ClientLinkRow = typeof clientLink.$inferSelect;
export type ClientCommentRow = typeof clientComment.$inferSelect;

export async function createClientLink(
  tx: Tx,
  row: Omit<ClientLinkRow, 'openedAt' | 'revokedAt'>,
): Promise<void> {
  await tx.insert(clientLink).values(row);
}

export async function clientLinkByHash(
  db: Executor,
  secretHash: string,
): Promise<ClientLinkRow | null> {
  const [row] = await db.select().from(clientLink).where(eq(clientLink.secretHash, secretHash));
  return row ?? null;
}

export type ClientLinkEntry = ClientLinkRow & { maker: string | null; comments: number };

/** The newest first, with who made each and how much was said through it. */
export async function clientLinksOf(db: Executor, briefId: string): Promise<ClientLinkEntry[]> {
  const rows = await db
    .select({ link: clientLink, maker: user.name, comments: count(clientComment.id) })
    .from(clientLink)
    .leftJoin(user, eq(user.id, clientLink.createdBy))
    .leftJoin(clientComment, eq(clientComment.clientLinkId, clientLink.id))
    .where(eq(clientLink.briefId, briefId))
    .groupBy(clientLink.id)
    .orderBy(desc(clientLink.createdAt), asc(clientLink.id));
  return rows.map(({ link, maker, comments }) => ({ ...link, maker, comments }));
}

/** False where there is no such link in this brief, or it was taken back before. */
export async function revokeClientLink(
  tx: Tx,
  { id, briefId, at }: { id: string; briefId: string; at: Date },
): Promise<boolean> {
  const revoked = await tx
    .update(clientLink)
    .set({ revokedAt: at })
    .where(
      and(eq(clientLink.id, id), eq(clientLink.briefId, briefId), isNull(clientLink.revokedAt)),
    )
    .returning({ id: clientLink.id });
  return revoked.length > 0;
}

/** Notes the first time only; true where this was it. */
export async function noteClientSeen(tx: Tx, id: string, at: Date): Promise<boolean> {
  const noted = await tx
    .update(clientLink)
    .set({ openedAt: at })
    .where(and(eq(clientLink.id, id), isNull(clientLink.openedAt)))
    .returning({ id: clientLink.id });
  return noted.length > 0;
}

/** False where a comment of this id stands there already: the same press, sent twice. */
export async function addClientComment(tx: Tx, row: ClientCommentRow): Promise<boolean> {
  const added = await tx
    .insert(clientComment)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: clientComment.id });
  return added.length > 0;
}

/** What was said through this link, the oldest first. */
export async function commentsThrough(
  db: Executor,
  clientLinkId: string,
): Promise<ClientCommentRow[]> {
  return db
    .select()
    .from(clientComment)
    .where(eq(clientComment.clientLinkId, clientLinkId))
    .orderBy(asc(clientComment.at), asc(clientComment.id));
}

/** What clients said about this draft, with whose link it was and which version they saw. */
export async function clientCommentsOf(
  db: Executor,
  draftId: string,
): Promise<{ id: string; name: string; n: number; body: string; at: Date }[]> {
  return db
    .select({
      id: clientComment.id,
      name: clientLink.name,
      n: draftVersion.n,
      body: clientComment.body,
      at: clientComment.at,
    })
    .from(clientComment)
    .innerJoin(clientLink, eq(clientLink.id, clientComment.clientLinkId))
    .innerJoin(draftVersion, eq(draftVersion.id, clientComment.versionId))
    .where(eq(clientComment.draftId, draftId))
    .orderBy(asc(clientComment.at), asc(clientComment.id));
}

/** The version that was sent last of each of these drafts. */
export async function lastVersions(
  db: Executor,
  draftIds: string[],
): Promise<Map<string, DraftVersionRow>> {
  const last = new Map<string, DraftVersionRow>();
  if (draftIds.length === 0) return last;
  const rows = await db
    .select()
    .from(draftVersion)
    .where(inArray(draftVersion.draftId, draftIds))
    .orderBy(asc(draftVersion.n));
  for (const row of rows) last.set(row.draftId, { ...row, parts: row.parts as NormalForm });
  return last;
}

/** Everything decided about these versions, the oldest first. */
export async function decisionsOfVersions(
  db: Executor,
  versionIds: string[],
): Promise<DecisionRow[]> {
  if (versionIds.length === 0) return [];
  return db
    .select()
    .from(decision)
    .where(inArray(decision.versionId, versionIds))
    .orderBy(asc(decision.at), asc(decision.id));
}

/** Those of these versions that a proof was signed for. */
export async function provenVersions(db: Executor, versionIds: string[]): Promise<Set<string>> {
  if (versionIds.length === 0) return new Set();
  const rows = await db
    .select({ versionId: proof.versionId })
    .from(proof)
    .where(inArray(proof.versionId, versionIds));
  return new Set(rows.map(({ versionId }) => versionId));
}
