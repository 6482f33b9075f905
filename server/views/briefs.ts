// What the pages of a brief read on the brand's side: its frame with the people in it, and its posts.
import { briefPeople, type BriefRow, briefsOf } from '#db/briefs.ts';
import { creatorsOf } from '#db/creators.ts';
import { type DraftRow, draftsOfBrief } from '#db/drafts.ts';
import { type IdeaRow, ideasOfBrief } from '#db/ideas.ts';
import { latestVersion } from '#db/guidelines-versions.ts';
import { membersOf, workspacesOf } from '#db/members.ts';
import { newDraft, type Status, type Turn, turn } from '#shared/approval.ts';
import { type IdeaStage, ideaStage, turnAt } from '#shared/idea.ts';
import { fail, ok } from '#shared/result.ts';
import { type Actor, can, nobody } from '#shared/roles.ts';
import { deliverableRows, seenBrief } from '../brief-case.ts';
import type { Services } from '../services.ts';

/** Where the reader may begin a brief; the first is chosen unless they say otherwise. */
export async function newBriefPage(s: Services, actor: Actor) {
  const own = await workspacesOf(s.db, actor.userId);
  const workspaces = own.filter(({ role }) => can('brief.create', { ...nobody, workspace: role }));
  return workspaces.length > 0 ? ok({ workspaces }) : fail('not-allowed');
}

/** The briefs the reader sees from the brand's side, the newest first. */
export async function myBriefs(s: Services, actor: Actor) {
  const rows = await briefsOf(s.db, actor.userId);
  return ok(
    rows.map(({ id, title, brandName, createdAt }) => ({ id, title, brandName, createdAt })),
  );
}

/** The frame around a brief's pages. */
export async function briefPage(s: Services, actor: Actor, { briefId }: { briefId: string }) {
  const seen = await seenBrief(s, actor, briefId);
  if (!seen.ok) return seen;
  const { brief, standing } = seen.value;
  const people = await briefPeople(s.db, briefId);
  const mayChangePeople = can('brief.people', standing);
  const { id, title, brandName, product, workspaceId } = brief;
  return ok({
    brief: { id, title, brandName, product },
    people: people.map(({ userId, name, role }) => ({ userId, name, role })),
    /** Colleagues of the workspace who could be given a place. */
    addable: mayChangePeople ? await addable(s, workspaceId, people) : [],
    may: { edit: can('brief.edit', standing), people: mayChangePeople },
  });
}

async function addable(s: Services, workspaceId: string, people: { userId: string }[]) {
  const inside = new Set(people.map((person) => person.userId));
  const members = await membersOf(s.db, workspaceId);
  return members
    .filter((member) => !inside.has(member.userId))
    .map(({ userId, name }) => ({ userId, name }));
}

/**
 * A creator's post as the brand side may know of it. Of *Just me* it is only that it is written. An idea
 * that was sent is seen whatever the door.
 */
export type PostCell =
  | { kind: 'none' }
  | {
      kind: 'idea';
      draftId: string;
      stage: Exclude<IdeaStage, 'not-begun' | 'writing'>;
      turn: Turn;
      updatedAt: Date;
    }
  | { kind: 'alone'; begun: boolean; writingAt: Date | null }
  | {
      kind: 'open';
      draftId: string;
      status: Status;
      round: number;
      turn: Turn;
      updatedAt: Date;
    };

export async function postsPage(s: Services, actor: Actor, { briefId }: { briefId: string }) {
  const seen = await seenBrief(s, actor, briefId);
  if (!seen.ok) return seen;
  const { brief, standing } = seen.value;
  const drafts = await draftsOfBrief(s.db, briefId);
  const creators = await creatorsOf(s.db, briefId);
  const ideas = await ideasOfBrief(s.db, briefId);
  const writing = new Set(drafts.map((draft) => draft.creatorId));
  return ok({
    timeZone: brief.timeZone,
    languages: brief.languages,
    deliverables: await deliverableRows(s, brief),
    rows: creators
      .filter((creator) => creator.state === 'in' || writing.has(creator.userId))
      .map(({ userId, name, handle, state }) => ({
        userId,
        name,
        handle,
        isRemoved: state === 'removed',
        posts: drafts
          .filter((draft) => draft.creatorId === userId)
          .map((draft) => cellOf(draft, brief, ideas.get(draft.id) ?? null)),
      })),
    isPublished: (await latestVersion(s.db, briefId)) !== null,
    hasInvited: creators.length > 0,
    may: { edit: can('brief.edit', standing), invite: can('creator.invite', standing) },
  });
}

function cellOf(
  draft: DraftRow,
  { rounds }: BriefRow,
  idea: IdeaRow | null,
): { deliverableId: string; cell: PostCell } {
  const { id, deliverableId, open, round, extraRounds, updatedAt, writingAt } = draft;
  const stage = ideaStage({ ideaFirst: false, status: draft.status, writingAt, idea });
  if (stage !== 'writing' && stage !== 'not-begun') {
    const turn = turnAt(stage, 'creator');
    return { deliverableId, cell: { kind: 'idea', draftId: id, stage, turn, updatedAt } };
  }
  if (!open) {
    return { deliverableId, cell: { kind: 'alone', begun: writingAt !== null, writingAt } };
  }
  const status = draft.status as Status;
  const whose = turn({ ...newDraft(rounds), status, round, extraRounds });
  const cell = { kind: 'open', draftId: id, status, round, turn: whose, updatedAt } as const;
  return { deliverableId, cell };
}
