// Everything a home shows of posts, in one query a table however many there are. Who may see which of
// them is the caller's question: it names the briefs, or the creator.
import {
  and,
  asc,
  desc,
  eq,
  inArray,
  isNotNull,
  max,
  ne,
  notInArray,
  or,
  type SQL,
} from 'drizzle-orm';
import type { BriefRole, WorkspaceRole } from '#shared/roles.ts';
import type { Executor } from './open.ts';
import {
  brief,
  briefCreator,
  briefMember,
  deliverable,
  workspaceMember,
} from './schema/campaign.ts';
import { decision, draft, idea } from './schema/drafts.ts';
import { user } from './schema/people.ts';
import { comment, thread } from './schema/talk.ts';

export interface BrandPlace {
  brief: typeof brief.$inferSelect;
  workspace: WorkspaceRole | null;
  role: BriefRole | null;
  /** Their state as a creator of this very brief, where they are one. */
  creator: (typeof briefCreator.$inferSelect)['state'] | null;
}

/** Every brief a person sees from the brand's side, with what they are there; the newest first. */
export async function brandPlacesOf(db: Executor, userId: string): Promise<BrandPlace[]> {
  const isMember = and(eq(briefMember.briefId, brief.id), eq(briefMember.userId, userId));
  const isCreator = and(eq(briefCreator.briefId, brief.id), eq(briefCreator.userId, userId));
  const isColleague = and(
    eq(workspaceMember.workspaceId, brief.workspaceId),
    eq(workspaceMember.userId, userId),
  );
  return db
    .select({
      brief,
      workspace: workspaceMember.role,
      role: briefMember.role,
      creator: briefCreator.state,
    })
    .from(brief)
    .leftJoin(briefMember, isMember)
    .leftJoin(briefCreator, isCreator)
    .leftJoin(workspaceMember, isColleague)
    .where(or(isNotNull(briefMember.role), isNotNull(workspaceMember.role)))
    .orderBy(desc(brief.createdAt), asc(brief.id));
}

/** Those of these briefs that somebody reviews for. */
export async function reviewedBriefs(db: Executor, briefIds: string[]): Promise<Set<string>> {
  const rows = await db
    .selectDistinct({ briefId: briefMember.briefId })
    .from(briefMember)
    .where(and(inArray(briefMember.briefId, briefIds), eq(briefMember.role, 'reviewer')));
  return new Set(rows.map(({ briefId }) => briefId));
}

export type Whose = { openIn: string[] } | { creatorId: string };

/** What nobody owes anything for any more, and what no home speaks of. */
const ended = notInArray(draft.status, ['withdrawn', 'released']);
/** Behind a closed door the brand side may read of an idea that somebody has to do something about. */
const isOpen = or(eq(draft.open, true), inArray(idea.state, ['sent', 'asked']));

/** Beside the draft: its creator's place, and its idea where it has one. */
const isPlace = and(
  eq(briefCreator.briefId, draft.briefId),
  eq(briefCreator.userId, draft.creatorId),
);
const isIdea = eq(idea.draftId, draft.id);

/** Nothing of a creator who was removed, on neither side: what they left is read where it lies. */
function whoseIs(whose: Whose): SQL | undefined {
  const isHere = ne(briefCreator.state, 'removed');
  return 'creatorId' in whose
    ? and(eq(draft.creatorId, whose.creatorId), isHere, ended)
    : and(inArray(draft.briefId, whose.openIn), isOpen, isHere, ended);
}

export interface HomeRow {
  draft: typeof draft.$inferSelect;
  deliverable: typeof deliverable.$inferSelect;
  idea: typeof idea.$inferSelect | null;
  creatorName: string;
}

export async function draftsAtHome(db: Executor, whose: Whose): Promise<HomeRow[]> {
  return db
    .select({ draft, deliverable, idea, creatorName: user.name })
    .from(draft)
    .innerJoin(deliverable, eq(deliverable.id, draft.deliverableId))
    .innerJoin(user, eq(user.id, draft.creatorId))
    .innerJoin(briefCreator, isPlace)
    .leftJoin(idea, isIdea)
    .where(whoseIs(whose))
    .orderBy(asc(draft.createdAt), asc(draft.id));
}

export type HomeDecision = Pick<
  typeof decision.$inferSelect,
  'event' | 'at' | 'approvalId' | 'body'
>;

/** The decisions of these posts by draft, the oldest first. */
export async function decisionsAtHome(
  db: Executor,
  whose: Whose,
): Promise<Map<string, HomeDecision[]>> {
  const { draftId, event, at, approvalId, body } = decision;
  const rows = await db
    .select({ draftId, event, at, approvalId, body })
    .from(decision)
    .innerJoin(draft, eq(draft.id, decision.draftId))
    .innerJoin(briefCreator, isPlace)
    .leftJoin(idea, isIdea)
    .where(whoseIs(whose))
    .orderBy(asc(decision.at), asc(decision.id));
  const byDraft = new Map<string, HomeDecision[]>();
  for (const { draftId: id, ...row } of rows) {
    const own = byDraft.get(id);
    if (own) own.push(row);
    else byDraft.set(id, [row]);
  }
  return byDraft;
}

/** When the brand side last said something that the creator of a post can hear. */
export async function lastBrandWords(
  db: Executor,
  draftIds: string[],
): Promise<Map<string, Date | null>> {
  if (draftIds.length === 0) return new Map();
  const rows = await db
    .select({ draftId: draft.id, at: max(comment.createdAt) })
    .from(comment)
    .innerJoin(thread, eq(thread.id, comment.threadId))
    .innerJoin(draft, eq(draft.id, thread.draftId))
    .where(
      and(
        inArray(draft.id, draftIds),
        eq(thread.audience, 'everyone'),
        ne(comment.userId, draft.creatorId),
      ),
    )
    .groupBy(draft.id);
  return new Map(rows.map(({ draftId, at }) => [draftId, at]));
}
