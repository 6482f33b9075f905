// The creators a workspace knows: from its briefs, from its list, or because they show it something.
// What it sees of their figures is asked in shown.ts, save for the followers that a list reads along.
import { and, asc, desc, eq, gt, inArray, isNull, ne, sql } from 'drizzle-orm';
import type { CountName } from '#shared/imports/post.ts';
import type { Shown } from '#shared/imports/shown.ts';
import type { Platform } from '#shared/platforms.ts';
import type { BriefRole } from '#shared/roles.ts';
import type { Executor, Tx } from './open.ts';
import { brief, briefCreator, briefMember } from './schema/campaign.ts';
import { user } from './schema/people.ts';
import { inbox } from './schema/telling.ts';
import {
  channel,
  engagementWeights,
  recentFigures,
  rosterCreator,
  shownTo,
} from './schema/roster.ts';
import { creatorsWhoShow } from './shown.ts';

const mostAtOnce = 500;

export interface KnownCreator {
  userId: string;
  name: string;
  handle: string;
  /** What the brand's people noted. */
  note: string;
  /** The briefs they are in or were asked to join, the newest first. */
  briefs: { id: string; title: string }[];
  /** What they show this workspace of their figures. */
  shown: Shown;
}

export async function knownCreators(db: Executor, workspaceId: string): Promise<KnownCreator[]> {
  const places = await db
    .select({
      userId: briefCreator.userId,
      name: user.name,
      handle: briefCreator.handle,
      id: brief.id,
      title: brief.title,
    })
    .from(brief)
    .innerJoin(briefCreator, eq(briefCreator.briefId, brief.id))
    .innerJoin(user, eq(user.id, briefCreator.userId))
    .where(and(eq(brief.workspaceId, workspaceId), ne(briefCreator.state, 'removed')))
    .orderBy(desc(briefCreator.invitedAt), asc(briefCreator.id));
  const listed = await db
    .select({ userId: user.id, name: user.name, note: rosterCreator.note })
    .from(rosterCreator)
    .innerJoin(user, eq(user.id, rosterCreator.userId))
    .where(eq(rosterCreator.workspaceId, workspaceId));
  const shown = await creatorsWhoShow(db, workspaceId);
  const known = gathered(places, listed);
  const others = await namesOf(
    db,
    [...shown.keys()].filter((userId) => !known.has(userId)),
  );
  for (const one of others) known.set(one.userId, { ...one, ...nothingKnown() });
  for (const one of known.values()) one.shown = shown.get(one.userId) ?? 'nothing';
  return [...known.values()];
}

async function namesOf(db: Executor, userIds: readonly string[]): Promise<Person[]> {
  const people: Person[] = [];
  for (let from = 0; from < userIds.length; from += mostAtOnce) {
    const some = userIds.slice(from, from + mostAtOnce);
    const rows = db.select({ userId: user.id, name: user.name }).from(user);
    people.push(...(await rows.where(inArray(user.id, some))));
  }
  return people;
}

type Person = Pick<KnownCreator, 'userId' | 'name'>;
type PlaceOf = Person & { handle: string; id: string; title: string };

const nothingKnown = () => ({ handle: '', note: '', briefs: [], shown: 'nothing' as const });

function gathered(places: PlaceOf[], listed: (Person & { note: string })[]) {
  const known = new Map<string, KnownCreator>();
  const entry = ({ userId, name }: Person): KnownCreator => {
    const found = known.get(userId) ?? { userId, name, ...nothingKnown() };
    known.set(userId, found);
    return found;
  };
  for (const place of places) {
    const one = entry(place);
    one.handle ||= place.handle;
    one.briefs.push({ id: place.id, title: place.title });
  }
  for (const one of listed) entry(one).note = one.note;
  return known;
}

export interface RecentVersion {
  userId: string;
  platform: Platform;
  /** When they were last written, in ms: never the same for other posts. */
  at: number;
  followers: number | null;
}

/** Whose last organic posts this workspace is shown; the posts themselves are megabytes. */
export async function recentVersionsShownTo(
  db: Executor,
  workspaceId: string,
): Promise<RecentVersion[]> {
  return db
    .select({
      userId: recentFigures.userId,
      platform: recentFigures.platform,
      at: sql<number>`${recentFigures.at}`,
      followers: channel.followers,
    })
    .from(shownTo)
    .innerJoin(recentFigures, eq(recentFigures.userId, shownTo.userId))
    .leftJoin(
      channel,
      and(eq(channel.userId, recentFigures.userId), eq(channel.platform, recentFigures.platform)),
    )
    .where(eq(shownTo.workspaceId, workspaceId));
}

/** These people's last organic posts, with the `at` they are of. */
export async function recentPostsOf(db: Executor, userIds: readonly string[]) {
  const rows: (typeof recentFigures.$inferSelect)[] = [];
  for (let from = 0; from < userIds.length; from += mostAtOnce) {
    const some = userIds.slice(from, from + mostAtOnce);
    rows.push(
      ...(await db.select().from(recentFigures).where(inArray(recentFigures.userId, some))),
    );
  }
  return rows;
}

export async function weightsOf(
  db: Executor,
  workspaceId: string,
): Promise<Partial<Record<CountName, number>> | null> {
  const [row] = await db
    .select({ weights: engagementWeights.weights })
    .from(engagementWeights)
    .where(eq(engagementWeights.workspaceId, workspaceId));
  return row?.weights ?? null;
}

export async function setWeights(
  tx: Tx,
  row: typeof engagementWeights.$inferInsert,
): Promise<void> {
  const { workspaceId: _, ...set } = row;
  await tx
    .insert(engagementWeights)
    .values(row)
    .onConflictDoUpdate({ target: engagementWeights.workspaceId, set });
}

/** Keeps them in the workspace's list with this note. */
export async function setRosterNote(
  tx: Tx,
  row: typeof rosterCreator.$inferInsert & { note: string },
): Promise<void> {
  await tx
    .insert(rosterCreator)
    .values(row)
    .onConflictDoUpdate({
      target: [rosterCreator.workspaceId, rosterCreator.userId],
      set: { note: row.note },
    });
}

/** The workspace's briefs that are going on, each with this person's place in it, the newest first. */
export async function openBriefs(
  db: Executor,
  { workspaceId, userId }: { workspaceId: string; userId: string },
): Promise<{ id: string; title: string; timeZone: string; role: BriefRole | null }[]> {
  return db
    .select({
      id: brief.id,
      title: brief.title,
      timeZone: brief.timeZone,
      role: briefMember.role,
    })
    .from(brief)
    .leftJoin(briefMember, and(eq(briefMember.briefId, brief.id), eq(briefMember.userId, userId)))
    .where(and(eq(brief.workspaceId, workspaceId), isNull(brief.archivedAt)))
    .orderBy(desc(brief.createdAt), asc(brief.id));
}

/** Who of these people was told something of this kind in a workspace after a moment. */
export async function askedSince(
  db: Executor,
  { workspaceId, userIds, kind, since }: AskedSince,
): Promise<Set<string>> {
  const rows = await db
    .selectDistinct({ userId: inbox.userId })
    .from(inbox)
    .where(
      and(
        inArray(inbox.userId, [...userIds]),
        eq(inbox.workspaceId, workspaceId),
        eq(inbox.kind, kind),
        gt(inbox.at, since),
      ),
    );
  return new Set(rows.map(({ userId }) => userId));
}

interface AskedSince {
  workspaceId: string;
  userIds: readonly string[];
  kind: string;
  since: Date;
}
