// Reminders before a clock runs out, to whoever owes the answer: once a stage and due time, and never
// while they have the post in front of them. Found by looking at every unfinished post; no timers.
import { type DecisionRow, decisionsOfDraft } from '#db/decisions.ts';
import { type DraftPlace, draftPlace, unfinishedDrafts } from '#db/drafts.ts';
import { ideaOf } from '#db/ideas.ts';
import { noteReminder, wasReminded } from '#db/inbox.ts';
import { brandTurnFrom, newDraft, type Status, turn as turnOf } from '#shared/approval.ts';
import { ideaStage, turnAt } from '#shared/idea.ts';
import { reminderAt, type ReminderStage } from '#shared/reminders.ts';
import { clockFor } from './drafts.ts';
import { weekOf } from './holidays.ts';
import { leadIds, reviewerIds, tellPeople } from './inbox.ts';
import type { Services } from './services.ts';

export async function remind(s: Services): Promise<void> {
  for (const { id } of await unfinishedDrafts(s.db)) await remindOf(s, id);
}

async function remindOf(s: Services, draftId: string): Promise<void> {
  const place = await draftPlace(s.db, draftId);
  if (!place || place.creator.state !== 'in') return;
  const { draft, brief } = place;
  const decisions = await decisionsOfDraft(s.db, draftId);
  const { due } = clockFor(s, place, decisions);
  const since = decisions.at(-1)?.at ?? draft.createdAt;
  const status = draft.status as Status;
  const { writingAt } = draft;
  const { ideaFirst } = place.deliverable;
  const idea = ideaStage({ ideaFirst, status, writingAt, idea: await ideaOf(s.db, draftId) });
  const isSaid = idea === 'with-brand' || idea === 'asked';
  const hasBegun = writingAt !== null || draft.round > 0 || isSaid;
  const stage = due && reminderAt({ status, due, since, hasBegun }, weekOf(brief), s.now());
  if (!due || !stage) return;
  const isBrands = turnAt(idea, turnOf({ ...newDraft(brief.rounds), status })) === 'brand';
  const owing = isBrands ? await owingFor(s, place, decisions) : [draft.creatorId];
  for (const userId of owing) {
    await remindOne(s, { userId, draftId, briefId: brief.id, stage, due: new Date(due) });
  }
}

/** Of the brand: what waits for clearance is a reviewer's to answer, where the brief has one. */
async function owingFor(
  s: Services,
  { draft, brief }: DraftPlace,
  decisions: DecisionRow[],
): Promise<string[]> {
  const { needsClearance } = brief;
  const status = draft.status as Status;
  const isLegals = brandTurnFrom(decisions, { status, needsClearance }) === 'reviewer';
  const reviewers = isLegals ? await reviewerIds(s.db, brief.id) : [];
  return reviewers.length > 0 ? reviewers : leadIds(s.db, brief.id);
}

interface Reminder {
  userId: string;
  draftId: string;
  briefId: string;
  stage: ReminderStage;
  due: Date;
}

async function remindOne(s: Services, { briefId, ...mark }: Reminder): Promise<void> {
  const { userId, draftId, stage, due } = mark;
  if (s.looking.isAt(userId, `/posts/${draftId}`) || (await wasReminded(s.db, mark))) return;
  await s.db.transaction(async (tx) => {
    if (!(await noteReminder(tx, { ...mark, at: s.now() }))) return;
    const body = { due: due.getTime() };
    await tellPeople(s, tx, {
      kind: `due-${stage}`,
      to: [userId],
      briefId,
      draftId,
      actor: null,
      body,
    });
  });
}
