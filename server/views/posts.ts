// A brief's posts as the brand side may know of them: the whole grid, and the few cells that changed
// since. Of a draft that is *Just me* it says that it is written and nothing else, not even its id.
import { briefById, type BriefRow } from '#db/briefs.ts';
import { creatorsNotIn, decisionsByDraft, draftsAmong } from '#db/brief-posts.ts';
import { type CreatorEntry, creatorsOf } from '#db/creators.ts';
import { type DeliverableRow, deliverablesOf } from '#db/deliverables.ts';
import { type DraftRow, draftsOfBrief } from '#db/drafts.ts';
import { type IdeaRow, ideasOfBrief } from '#db/ideas.ts';
import { latestVersion } from '#db/guidelines-versions.ts';
import { savedViewsOf } from '#db/saved-views.ts';
import { brandTurnFrom, newDraft, type Status, turn } from '#shared/approval.ts';
import type { Decided } from '#shared/clock.ts';
import { ideaStage, turnAt } from '#shared/idea.ts';
import type { GridRow, PostCell } from '#shared/posts-grid.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { type Actor, can, type Standing } from '#shared/roles.ts';
import { deliverableRows, seenBrief } from '../brief-case.ts';
import { clockFor } from '../drafts.ts';
import { reviewerIds } from '../inbox.ts';
import { invitationStates } from '../invitations.ts';
import { judge } from '../rights.ts';
import type { Services } from '../services.ts';

export async function postsPage(s: Services, actor: Actor, { briefId }: { briefId: string }) {
  const seen = await seenBrief(s, actor, briefId);
  if (!seen.ok) return seen;
  const { brief, standing } = seen.value;
  const deliverables = await deliverableRows(s, brief);
  const creators = await creatorsOf(s.db, briefId);
  const views = await savedViewsOf(s.db, { briefId, userId: actor.userId });
  return ok({
    timeZone: brief.timeZone,
    brandName: brief.brandName,
    deliverables,
    rows: await gridRows(s, { brief, deliverables, creators }),
    views: views.map(({ id, name, query }) => ({ id, name, query })),
    isPublished: (await latestVersion(s.db, briefId)) !== null,
    hasInvited: creators.length > 0,
    may: rightsOf(standing),
  });
}

function rightsOf(standing: Standing) {
  const open = { ...standing, draft: { own: false, open: true } };
  return {
    edit: can('brief.edit', standing),
    nudge: can('creator.invite', standing),
    decide: can('draft.decide', open),
    clear: can('draft.clear', open),
    say: can('thread.everyone.say', open),
  };
}

interface Grid {
  brief: BriefRow;
  deliverables: DeliverableRow[];
  creators: CreatorEntry[];
}

/** Everyone who was ever asked, with where their invitation stands: also who said no or was replaced. */
export async function gridRows(
  s: Pick<Services, 'db' | 'now'>,
  { brief, deliverables, creators }: Grid,
): Promise<GridRow[]> {
  const drafts = await draftsOfBrief(s.db, brief.id);
  const decisions = await decisionsByDraft(s.db, { briefId: brief.id });
  const cells = await cellsOf(s, { brief, deliverables, decisions });
  const byCreator = new Map<string, Record<string, PostCell>>();
  for (const draft of drafts) {
    const own = byCreator.get(draft.creatorId) ?? {};
    byCreator.set(draft.creatorId, own);
    own[draft.deliverableId] = cells(draft);
  }
  const states = await invitationStates(s.db, creators, s.now());
  return creators.map(({ userId, name, handle }) => ({
    userId,
    name,
    handle,
    invitation: states.get(userId) ?? 'sent',
    cells: byCreator.get(userId) ?? {},
  }));
}

export interface ChangedCell {
  userId: string;
  deliverableId: string;
  cell: PostCell;
}

const mostChanged = 200;

/** The cells of these drafts as they are now; whoever asks names what the event socket named. */
export async function postCells(
  s: Services,
  actor: Actor,
  { briefId, draftIds }: { briefId: string; draftIds: string[] },
): Promise<Result<ChangedCell[]>> {
  const allowed = await judge(s.db, { actor, place: { briefId }, action: 'brief.read' });
  if (!allowed.ok) return allowed;
  const brief = await briefById(s.db, briefId);
  if (!brief) return fail('not-found');
  const drafts = await draftsAmong(s.db, { briefId, ids: draftIds.slice(0, mostChanged) });
  const ids = drafts.map(({ id }) => id);
  const decisions = await decisionsByDraft(s.db, { briefId, ids });
  const deliverables = await deliverablesOf(s.db, briefId);
  const cells = await cellsOf(s, { brief, deliverables, decisions });
  return ok(
    drafts.map((draft) => ({
      userId: draft.creatorId,
      deliverableId: draft.deliverableId,
      cell: cells(draft),
    })),
  );
}

interface Making {
  brief: BriefRow;
  deliverables: DeliverableRow[];
  decisions: Map<string, Decided[]>;
  ideas: Map<string, IdeaRow>;
  /** Somebody reviews for the brief: otherwise it is the leads' to name one. */
  hasReviewer: boolean;
  /** Creators who are not in the brief. */
  out: ReadonlySet<string>;
  now: Date;
}

/** What makes the cells of a brief's drafts, with all that they say besides their decisions. */
async function cellsOf(
  s: Pick<Services, 'db' | 'now'>,
  given: Pick<Making, 'brief' | 'deliverables' | 'decisions'>,
): Promise<(draft: DraftRow) => PostCell> {
  const { id } = given.brief;
  const ideas = await ideasOfBrief(s.db, id);
  const hasReviewer = (await reviewerIds(s.db, id)).length > 0;
  const out = await creatorsNotIn(s.db, id);
  return cellMaker({ ...given, ideas, hasReviewer, out, now: s.now() });
}

function cellMaker({ out, ...making }: Making) {
  const cellOf = inCellMaker(making);
  return (draft: DraftRow): PostCell => {
    const cell = cellOf(draft);
    return out.has(draft.creatorId) ? withoutTurn(cell) : cell;
  };
}

/** Of somebody who left, what they sent stays to be read; nothing is anybody's turn any more. */
function withoutTurn(cell: PostCell): PostCell {
  if (cell.kind === 'open') {
    return { ...cell, turn: 'nobody', withLegal: false, due: null, publishDue: null };
  }
  if (cell.kind === 'idea') return { ...cell, turn: 'nobody', due: null };
  return cell.kind === 'alone' && cell.ended ? cell : { kind: 'none' };
}

function inCellMaker({
  brief,
  deliverables,
  decisions,
  ideas,
  hasReviewer,
  now,
}: Omit<Making, 'out'>) {
  const needsClearance = brief.needsClearance && hasReviewer;
  const days = new Map(deliverables.map((deliverable) => [deliverable.id, deliverable]));
  return (draft: DraftRow): PostCell => {
    const deliverable = days.get(draft.deliverableId);
    if (!deliverable) return { kind: 'none' };
    const status = draft.status as Status;
    const own = decisions.get(draft.id) ?? [];
    const { due, publishDue } = clockFor({ now: () => now }, { draft, deliverable, brief }, own);
    const idea = ideaCell(draft, ideas.get(draft.id) ?? null, due);
    if (idea) return idea;
    if (!draft.open) return aloneCell(draft, status, due);
    const { round, extraRounds } = draft;
    return {
      kind: 'open',
      draftId: draft.id,
      status,
      round,
      turn: turn({ ...newDraft(brief.rounds), status, round, extraRounds }),
      withLegal: brandTurnFrom(own, { status, needsClearance }) === 'reviewer',
      since: (lastTurn(own) ?? draft.createdAt).getTime(),
      due,
      publishDue,
    };
  };
}

function ideaCell(draft: DraftRow, idea: IdeaRow | null, due: number | null): PostCell | null {
  const { status, writingAt } = draft;
  const stage = ideaStage({ ideaFirst: false, status, writingAt, idea });
  if (stage === 'writing' || stage === 'not-begun') return null;
  const since = (idea?.updatedAt ?? draft.createdAt).getTime();
  return { kind: 'idea', draftId: draft.id, stage, turn: turnAt(stage, 'creator'), since, due };
}

function aloneCell({ writingAt }: DraftRow, status: Status, due: number | null): PostCell {
  const ended = status === 'withdrawn' || status === 'released' ? status : null;
  const at = writingAt?.getTime() ?? null;
  return { kind: 'alone', begun: at !== null, writingAt: at, due, ended };
}

/** What hands a post over to somebody, or ends it. */
const handsOver = new Set(['send', 'approve', 'ask-changes', 'publish', 'withdraw', 'release']);

const lastTurn = (decisions: Decided[]): Date | null =>
  decisions.findLast(({ event }) => handsOver.has(event))?.at ?? null;
