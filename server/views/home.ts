// The two homes: what waits for the reader comes first. The brand side sees its briefs and every
// post that is open to it; a creator sees their own jobs and posts.
import { type BriefRow, briefById, briefsOf } from '#db/briefs.ts';
import { placesOf } from '#db/creators.ts';
import { decisionsOfDraft } from '#db/decisions.ts';
import { deliverablesOf } from '#db/deliverables.ts';
import { type DraftRow, draftsOfBrief, draftsOfCreator } from '#db/drafts.ts';
import { ideaOf, ideasOfBrief } from '#db/ideas.ts';
import { workspacesOf } from '#db/members.ts';
import { personById } from '#db/people.ts';
import { standingFor } from '#db/standing.ts';
import { newDraft, type Status, type Turn, turn } from '#shared/approval.ts';
import type { Clock } from '#shared/clock.ts';
import { type IdeaStage, ideaStage, turnAt } from '#shared/idea.ts';
import { ok } from '#shared/result.ts';
import { type Actor, can, nobody } from '#shared/roles.ts';
import { clockFor, openLook } from '../drafts.ts';
import type { Services } from '../services.ts';

export interface HomePost {
  draftId: string;
  briefId: string;
  briefTitle: string;
  brandName: string;
  creatorName: string;
  ordinal: number;
  format: string;
  status: Status;
  turn: Turn;
  /** Where its idea stands, before the words. */
  idea: IdeaStage;
  /** Of a creator's own post. */
  open: boolean;
  clock: Clock;
  /** The creator asks for a look and nobody has answered yet. */
  lookAsked: boolean;
  /** Whether the reader may answer for their side. */
  decides: boolean;
  updatedAt: Date;
  timeZone: string;
}

export async function home(s: Services, actor: Actor) {
  const [briefs, places, workspaces] = await Promise.all([
    briefsOf(s.db, actor.userId),
    placesOf(s.db, actor.userId),
    workspacesOf(s.db, actor.userId),
  ]);
  const mayBegin = workspaces.some(({ role }) =>
    can('brief.create', { ...nobody, workspace: role }),
  );
  return ok({
    briefs: briefs.map(({ id, title, brandName, product }) => ({ id, title, brandName, product })),
    brandPosts: (await Promise.all(briefs.map((brief) => openPosts(s, actor, brief)))).flat(),
    jobs: places.map(({ creator, brief }) => ({
      briefId: brief.id,
      title: brief.title,
      brandName: brief.brandName,
      state: creator.state,
    })),
    ownPosts: await ownPosts(s, actor),
    mayBegin,
  });
}

/** What the brand side may know of: a *Just me* draft is not among it, unless its idea was sent. */
async function openPosts(s: Services, actor: Actor, brief: BriefRow): Promise<HomePost[]> {
  const standing = await standingFor(s.db, actor.userId, { briefId: brief.id });
  const decides =
    standing !== null && can('draft.decide', { ...standing, draft: { own: false, open: true } });
  const drafts = await draftsOfBrief(s.db, brief.id);
  const ideas = await ideasOfBrief(s.db, brief.id);
  const posts = drafts
    .filter(({ id, open }) => open || awaited.has(ideas.get(id)?.state))
    .map((draft) => postOf(s, { brief, draft, decides }));
  return (await Promise.all(posts)).flat();
}

/** An idea that somebody has to do something about. */
const awaited = new Set<string | undefined>(['sent', 'asked']);

async function ownPosts(s: Services, actor: Actor): Promise<HomePost[]> {
  const places = await placesOf(s.db, actor.userId);
  const gone = new Set(
    places.filter(({ creator }) => creator.state === 'removed').map(({ brief }) => brief.id),
  );
  const drafts = await draftsOfCreator(s.db, actor.userId);
  const posts = drafts
    .filter((draft) => !gone.has(draft.briefId))
    .map(async (draft) => {
      const brief = await briefById(s.db, draft.briefId);
      return brief ? postOf(s, { brief, draft, decides: true }) : [];
    });
  return (await Promise.all(posts)).flat();
}

async function postOf(
  s: Services,
  { brief, draft, decides }: { brief: BriefRow; draft: DraftRow; decides: boolean },
): Promise<HomePost[]> {
  const deliverables = await deliverablesOf(s.db, brief.id);
  const deliverable = deliverables.find(({ id }) => id === draft.deliverableId);
  // Taken away since the drafts were read.
  if (!deliverable) return [];
  const creator = await personById(s.db, draft.creatorId);
  const decisions = await decisionsOfDraft(s.db, draft.id);
  const status = draft.status as Status;
  const { round, extraRounds, open, updatedAt, writingAt } = draft;
  const { ideaFirst } = deliverable;
  const idea = ideaStage({ ideaFirst, status, writingAt, idea: await ideaOf(s.db, draft.id) });
  const post: HomePost = {
    draftId: draft.id,
    briefId: brief.id,
    briefTitle: brief.title,
    brandName: brief.brandName,
    creatorName: creator?.name ?? '',
    ordinal: deliverable.ordinal,
    format: deliverable.format,
    status,
    turn: turnAt(idea, turn({ ...newDraft(brief.rounds), status, round, extraRounds })),
    idea,
    open,
    clock: clockFor(s, { draft, deliverable, brief }, decisions),
    lookAsked: (await openLook(s.db, draft, decisions)) !== null,
    decides,
    updatedAt,
    timeZone: brief.timeZone,
  };
  return [post];
}
