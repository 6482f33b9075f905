// The rows a report of a brief is read from, each for the whole brief at once.
import { asc, eq, inArray } from 'drizzle-orm';
import type { Executor } from './open.ts';
import { deliverable } from './schema/campaign.ts';
import { changeRequest, decision, draft, livePost } from './schema/drafts.ts';
import { user } from './schema/people.ts';
import { suggestion } from './schema/talk.ts';

/** Posts with their creator, by creator and then by post. */
export async function reportedPosts(db: Executor, briefId: string) {
  return db
    .select({ draft, deliverable, creator: user.name })
    .from(draft)
    .innerJoin(deliverable, eq(deliverable.id, draft.deliverableId))
    .innerJoin(user, eq(user.id, draft.creatorId))
    .where(eq(draft.briefId, briefId))
    .orderBy(asc(user.name), asc(deliverable.ordinal));
}

export async function reportedDecisions(db: Executor, draftIds: string[]) {
  if (draftIds.length === 0) return [];
  return db
    .select({ draftId: decision.draftId, event: decision.event, at: decision.at })
    .from(decision)
    .where(inArray(decision.draftId, draftIds))
    .orderBy(asc(decision.at), asc(decision.id));
}

export async function reportedRequests(db: Executor, draftIds: string[]) {
  if (draftIds.length === 0) return [];
  return db
    .select({
      draftId: changeRequest.draftId,
      body: changeRequest.body,
      answer: changeRequest.answer,
      note: changeRequest.answerNote,
    })
    .from(changeRequest)
    .innerJoin(decision, eq(decision.id, changeRequest.decisionId))
    .where(inArray(changeRequest.draftId, draftIds))
    .orderBy(asc(decision.at), asc(changeRequest.ordinal));
}

export async function reportedSuggestions(db: Executor, draftIds: string[]) {
  if (draftIds.length === 0) return [];
  return db
    .select({ draftId: suggestion.draftId, status: suggestion.status })
    .from(suggestion)
    .where(inArray(suggestion.draftId, draftIds));
}

export async function reportedFigures(db: Executor, draftIds: string[]) {
  if (draftIds.length === 0) return [];
  return db.select().from(livePost).where(inArray(livePost.draftId, draftIds));
}
