// A creator's place in a brief: the invitation, the answer, the deal and what was agreed to. A
// removed creator keeps the row, so that what was agreed stays readable.
import { and, asc, desc, eq, inArray, max } from 'drizzle-orm';
import type { Locale } from '#shared/words/words.ts';
import type { Executor, Tx } from './open.ts';
import { agreement, brief, briefCreator } from './schema/campaign.ts';
import { link, user } from './schema/people.ts';
import { event } from './schema/telling.ts';

export type CreatorRow = typeof briefCreator.$inferSelect;
export type CreatorState = CreatorRow['state'];

/** The deal as it is written down, but for its contract (deals.ts). */
export const dealOf = (row: CreatorRow) => ({
  fee: row.fee,
  product: row.product,
  code: row.code,
  link: row.link,
  rights: row.rights,
  exclusivity: row.exclusivity,
  payment: row.payment,
  terms: row.terms,
});
export type AgreementRow = typeof agreement.$inferSelect;

export async function addCreator(
  tx: Tx,
  row: Pick<CreatorRow, 'id' | 'briefId' | 'userId' | 'handle' | 'posts' | 'invitedAt'> &
    Pick<CreatorRow, 'fee' | 'product' | 'code' | 'terms'> &
    Partial<Pick<CreatorRow, 'phone'>>,
): Promise<void> {
  await tx.insert(briefCreator).values({ ...row, state: 'invited' });
}

export async function creatorPlace(
  db: Executor,
  { briefId, userId }: { briefId: string; userId: string },
): Promise<CreatorRow | null> {
  const [row] = await db
    .select()
    .from(briefCreator)
    .where(and(eq(briefCreator.briefId, briefId), eq(briefCreator.userId, userId)));
  return row ?? null;
}

export type CreatorEntry = CreatorRow & { name: string; locale: Locale };

/** Everyone ever invited to a brief, in the order of their invitations. */
export async function creatorsOf(db: Executor, briefId: string): Promise<CreatorEntry[]> {
  const rows = await db
    .select({ place: briefCreator, name: user.name, locale: user.locale })
    .from(briefCreator)
    .innerJoin(user, eq(user.id, briefCreator.userId))
    .where(eq(briefCreator.briefId, briefId))
    .orderBy(asc(briefCreator.invitedAt), asc(briefCreator.id));
  return rows.map(({ place, name, locale }) => ({ ...place, name, locale }));
}

/** Creators of the workspace's other briefs, who can be invited here under the same account. */
export async function creatorsElsewhere(
  db: Executor,
  { workspaceId, briefId }: { workspaceId: string; briefId: string },
): Promise<{ userId: string; name: string; handle: string }[]> {
  const here = new Set((await creatorsOf(db, briefId)).map((creator) => creator.userId));
  const rows = await db
    .select({ userId: user.id, name: user.name, handle: briefCreator.handle })
    .from(briefCreator)
    .innerJoin(brief, eq(brief.id, briefCreator.briefId))
    .innerJoin(user, eq(user.id, briefCreator.userId))
    .where(eq(brief.workspaceId, workspaceId))
    .orderBy(asc(user.name), desc(briefCreator.invitedAt));
  const once = new Map(rows.map((row) => [row.userId, row]));
  return [...once.values()].filter((row) => !here.has(row.userId));
}

export interface PlaceRow {
  creator: CreatorRow;
  brief: typeof brief.$inferSelect;
}

/** The briefs a creator is in or was asked to join, the newest first. */
export async function placesOf(db: Executor, userId: string): Promise<PlaceRow[]> {
  return db
    .select({ creator: briefCreator, brief })
    .from(briefCreator)
    .innerJoin(brief, eq(brief.id, briefCreator.briefId))
    .where(eq(briefCreator.userId, userId))
    .orderBy(desc(briefCreator.invitedAt), asc(briefCreator.id));
}

export async function setCreatorState(
  tx: Tx,
  id: string,
  change: { state: CreatorState; note?: string | null; answeredAt?: Date },
): Promise<void> {
  await tx.update(briefCreator).set(change).where(eq(briefCreator.id, id));
}

export async function erasePhone(tx: Tx, id: string): Promise<void> {
  await tx.update(briefCreator).set({ phone: '' }).where(eq(briefCreator.id, id));
}

/** Notes an agreement; agreeing twice to one version is one agreement. */
export async function addAgreement(tx: Tx, row: AgreementRow): Promise<void> {
  await tx.insert(agreement).values(row).onConflictDoNothing();
}

/** The newest version each of these places agreed to. */
export async function agreedVersions(
  db: Executor,
  creatorIds: string[],
): Promise<Map<string, number>> {
  if (creatorIds.length === 0) return new Map();
  const rows = await db
    .select({ id: agreement.briefCreatorId, version: max(agreement.version) })
    .from(agreement)
    .where(inArray(agreement.briefCreatorId, creatorIds))
    .groupBy(agreement.briefCreatorId);
  return new Map(rows.map(({ id, version }) => [id, version ?? 0]));
}

/** The newest version this creator agreed to in this brief; 0 where none. */
export async function agreedVersion(
  db: Executor,
  place: { briefId: string; userId: string },
): Promise<number> {
  const row = await creatorPlace(db, place);
  return row ? ((await agreedVersions(db, [row.id])).get(row.id) ?? 0) : 0;
}

export interface InvitationLink {
  userId: string;
  createdAt: Date;
  expiresAt: Date;
  usedAt: Date | null;
  revokedAt: Date | null;
}

/** The newest invitation of every creator of a brief. */
export async function newestInvitations(
  db: Executor,
  briefId: string,
): Promise<Map<string, InvitationLink>> {
  const rows = await db
    .select({
      userId: link.userId,
      createdAt: link.createdAt,
      expiresAt: link.expiresAt,
      usedAt: link.usedAt,
      revokedAt: link.revokedAt,
    })
    .from(link)
    .where(
      and(eq(link.briefId, briefId), inArray(link.purpose, ['invite-creator', 'reinvite-creator'])),
    )
    .orderBy(asc(link.createdAt));
  return new Map(
    rows.flatMap((row) => (row.userId ? [[row.userId, { ...row, userId: row.userId }]] : [])),
  );
}

/** The event of a creator's question before deciding, and of the brand's answer to it. */
export const questionAsked = 'creator.asked';
export const questionAnswered = 'creator.replied';

export interface Exchange {
  creatorId: string;
  byCreator: boolean;
  authorId: string;
  text: string;
  at: Date;
}

/**
 * Questions and answers around invitations, oldest first. They are events to one person: nobody
 * else's invitation page ever has them.
 */
export async function exchangesOf(
  db: Executor,
  { briefId, userId }: { briefId: string; userId?: string },
): Promise<Exchange[]> {
  const rows = await db
    .select()
    .from(event)
    .where(
      and(
        eq(event.briefId, briefId),
        eq(event.audience, 'person'),
        inArray(event.kind, [questionAsked, questionAnswered]),
        userId ? eq(event.toUserId, userId) : undefined,
      ),
    )
    .orderBy(asc(event.seq));
  return rows.map((row) => ({
    creatorId: row.toUserId ?? '',
    byCreator: row.kind === questionAsked,
    authorId: row.actorId ?? '',
    text: String(row.body?.['text'] ?? ''),
    at: row.at,
  }));
}

/** What this place agreed to, the oldest version first. */
export async function agreementsOf(db: Executor, briefCreatorId: string): Promise<AgreementRow[]> {
  return db
    .select()
    .from(agreement)
    .where(eq(agreement.briefCreatorId, briefCreatorId))
    .orderBy(asc(agreement.version));
}
