// The review queue of one reader: what they may decide as a lead, or clear as a reviewer, over one
// brief or all of theirs, and where their sitting stands.
import type { DecisionRow } from '#db/decisions.ts';
import {
  type BriefWithSay,
  briefsWithSay,
  decidedSince,
  decisionsOfDrafts,
  draftsWithBrand,
  type SentDraft,
} from '#db/queue.ts';
import { draftById } from '#db/drafts.ts';
import { brandTurnFrom, type Status } from '#shared/approval.ts';
import { dueFirst, everyBrief, placeIn, type Sitting, type Waiting } from '#shared/queue.ts';
import { ok, type Result } from '#shared/result.ts';
import type { Actor } from '#shared/roles.ts';
import { clockFor } from '../drafts.ts';
import { reviewerIds } from '../inbox.ts';
import type { Services } from '../services.ts';

export interface QueuedPost extends Waiting {
  creatorName: string;
  title: string;
  ordinal: number;
  format: string;
}

export interface QueueView {
  /** The brief it is about; null for all of them. */
  brief: { id: string; title: string } | null;
  n: number;
  total: number;
  /** What waits for this reader now. */
  waiting: number;
  decided: number;
  putOff: number;
  next: QueuedPost | null;
  /** What comes first if nothing is put off. */
  first: QueuedPost | null;
  /** The last decision on the post at hand, once it does not wait for this reader any more. */
  last: { event: string; name: string; isOwn: boolean; count: number } | null;
  /** When this was read: from here a sitting may begin. */
  now: number;
}

const decisive = ['approve', 'ask-changes', 'clear', 'not-clear', 'release'];

export async function queue(
  s: Services,
  actor: Actor,
  { queue: scope, since, skipped, at }: Sitting & { at: string | null },
): Promise<Result<QueueView>> {
  const { userId } = actor;
  const briefId = scope === everyBrief ? null : scope;
  const briefs = await briefsWithSay(s.db, { userId, briefId });
  const waiting = await waitingFor(s, briefs);
  const decided =
    since === null
      ? new Set<string>()
      : await decidedSince(s.db, {
          userId,
          briefIds: briefs.map(({ brief }) => brief.id),
          since: new Date(since),
          events: decisive,
        });
  const place = placeIn(waiting, { skipped, decided, at });
  const isOver = at !== null && !waiting.some(({ draftId }) => draftId === at);
  const [only] = briefs;
  return ok({
    ...place,
    brief: briefId && only ? { id: only.brief.id, title: only.brief.title } : null,
    first: [...waiting].sort(dueFirst)[0] ?? null,
    waiting: waiting.length,
    decided: decided.size,
    last: isOver && briefs.length > 0 ? await lastWord(s, { at, userId, briefs }) : null,
    now: s.now().getTime(),
  });
}

async function waitingFor(s: Services, briefs: BriefWithSay[]): Promise<QueuedPost[]> {
  const byId = new Map(briefs.map((one) => [one.brief.id, one]));
  const drafts = await draftsWithBrand(s.db, [...byId.keys()]);
  const decisions = await decisionsOfDrafts(
    s.db,
    drafts.map(({ draft }) => draft.id),
  );
  const turns = new Map(
    await Promise.all(briefs.map(async (one) => [one.brief.id, await turnsIn(s, one)] as const)),
  );
  return drafts.flatMap((sent) => {
    const { brief } = byId.get(sent.draft.briefId) ?? {};
    const own = decisions.get(sent.draft.id) ?? [];
    if (!brief || !turns.get(brief.id)?.has(turnOf(brief, sent, own))) return [];
    return [queued(s, { brief, sent, decisions: own })];
  });
}

/** Where nobody reviews, the lead has to name somebody: it waits for them. */
async function turnsIn(s: Services, { brief, role }: BriefWithSay): Promise<Set<string | null>> {
  if (role === 'reviewer') return new Set(['reviewer']);
  const reviewers = await reviewerIds(s.db, brief.id);
  return new Set(reviewers.length > 0 ? ['lead'] : ['lead', 'reviewer']);
}

function turnOf(
  { needsClearance }: BriefWithSay['brief'],
  { draft }: SentDraft,
  decisions: DecisionRow[],
) {
  return brandTurnFrom(decisions, { status: draft.status as Status, needsClearance });
}

function queued(
  s: Services,
  {
    brief,
    sent: { draft, deliverable, creatorName },
    decisions,
  }: { brief: BriefWithSay['brief']; sent: SentDraft; decisions: DecisionRow[] },
): QueuedPost {
  const { title, ordinal, format } = deliverable;
  const { due } = clockFor(s, { draft, deliverable, brief }, decisions);
  const since = draft.updatedAt.getTime();
  return { draftId: draft.id, due, since, creatorName, title, ordinal, format };
}

/** Told only of a post in these briefs: the address may name any. */
async function lastWord(
  s: Services,
  { at, userId, briefs }: { at: string; userId: string; briefs: BriefWithSay[] },
): Promise<QueueView['last']> {
  const place = await draftById(s.db, at);
  if (!place?.open || !briefs.some(({ brief }) => brief.id === place.briefId)) return null;
  const decisions = (await decisionsOfDrafts(s.db, [at])).get(at) ?? [];
  const last = decisions.findLast(({ event }) => decisive.includes(event) || event === 'withdraw');
  if (!last) return null;
  const count = (last.body as { count?: number } | null)?.count ?? 1;
  return { event: last.event, name: last.userName, isOwn: last.userId === userId, count };
}
