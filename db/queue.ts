// What lies with the brand, over the briefs in which a person has a say: a query for each kind of row,
// however many posts there are.
import { and, asc, eq, gte, inArray, isNull, ne } from 'drizzle-orm';
import type { BriefRole } from '#shared/roles.ts';
import type { BriefRow, DeliverableRow, DraftRow } from './drafts.ts';
import type { DecisionRow } from './decisions.ts';
import type { Executor } from './open.ts';
import { brief, briefCreator, briefMember, deliverable } from './schema/campaign.ts';
import { decision, draft } from './schema/drafts.ts';
import { user } from './schema/people.ts';

export interface BriefWithSay {
  brief: BriefRow;
  role: BriefRole;
}

/** Briefs this person leads or reviews and is no creator of; one brief alone where it is named. */
export async function briefsWithSay(
  db: Executor,
  { userId, briefId }: { userId: string; briefId: string | null },
): Promise<BriefWithSay[]> {
  const rows = await db
    .select({ brief, role: briefMember.role, creator: briefCreator.state })
    .from(briefMember)
    .innerJoin(brief, eq(brief.id, briefMember.briefId))
    .leftJoin(
      briefCreator,
      and(eq(briefCreator.briefId, brief.id), eq(briefCreator.userId, userId)),
    )
    .where(
      and(
        eq(briefMember.userId, userId),
        inArray(briefMember.role, ['lead', 'reviewer']),
        isNull(brief.archivedAt),
        briefId === null ? undefined : eq(brief.id, briefId),
      ),
    );
  return rows.filter(({ creator }) => creator === null || creator === 'removed');
}

export interface SentDraft {
  draft: DraftRow;
  deliverable: DeliverableRow;
  creatorName: string;
}

/** Posts with the brand, of creators who are still part of the brief. */
export async function draftsWithBrand(db: Executor, briefIds: string[]): Promise<SentDraft[]> {
  if (briefIds.length === 0) return [];
  return db
    .select({ draft, deliverable, creatorName: user.name })
    .from(draft)
    .innerJoin(deliverable, eq(deliverable.id, draft.deliverableId))
    .innerJoin(user, eq(user.id, draft.creatorId))
    .innerJoin(
      briefCreator,
      and(eq(briefCreator.briefId, draft.briefId), eq(briefCreator.userId, draft.creatorId)),
    )
    .where(
      and(
        inArray(draft.briefId, briefIds),
        eq(draft.status, 'with-brand'),
        eq(draft.open, true),
        ne(briefCreator.state, 'removed'),
      ),
    )
    .orderBy(asc(draft.id));
}

/** Of each of these drafts, the oldest first. */
export async function decisionsOfDrafts(
  db: Executor,
  draftIds: string[],
): Promise<Map<string, DecisionRow[]>> {
  const rows = await db
    .select()
    .from(decision)
    .where(inArray(decision.draftId, draftIds))
    .orderBy(asc(decision.at), asc(decision.id));
  const byDraft = new Map<string, DecisionRow[]>();
  for (const row of rows) {
    const own = byDraft.get(row.draftId);
    if (own) own.push(row);
    else byDraft.set(row.draftId, [row]);
  }
  return byDraft;
}

/** The posts of these briefs that this person decided something about since then. */
export async function decidedSince(
  db: Executor,
  {
    userId,
    briefIds,
    since,
    events,
  }: {
    userId: string;
    briefIds: string[];
    since: Date;
    events: readonly string[];
  },
): Promise<Set<string>> {
  const rows = await db
    .select({ draftId: decision.draftId })
    .from(decision)
    .innerJoin(draft, eq(draft.id, decision.draftId))
    .where(
      and(
        inArray(draft.briefId, briefIds),
        eq(decision.userId, userId),
        gte(decision.at, since),
        inArray(decision.event, [...events]),
      ),
    );
  return new Set(rows.map(({ draftId }) => draftId));
}
