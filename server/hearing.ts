// Who hears a thread: asked before anything of it is answered, before a name is offered in a
// mention, and before anybody is shown that somebody writes in it.
import { briefDoor } from '#db/members.ts';
import type { Executor } from '#db/open.ts';
import { standingFor } from '#db/standing.ts';
import { type Audience, creatorIdsOf, peopleAround, type ThreadRow } from '#db/threads.ts';
import { can, type Side, type Standing, sideOf } from '#shared/roles.ts';

/** What decides who hears a thread. */
export type Heard = Pick<ThreadRow, 'briefId' | 'draftId' | 'audience' | 'createdBy'>;

/** The standing of somebody who hears this thread, null for everyone else. */
export async function hearing(
  db: Executor,
  userId: string,
  thread: Heard,
): Promise<Standing | null> {
  const { draftId, briefId } = thread;
  const standing = await standingFor(db, userId, draftId ? { draftId } : { briefId });
  if (!standing || !can(`thread.${thread.audience}`, standing)) return null;
  if (draftId || sideOf(standing) === 'brand' || thread.createdBy === userId) return standing;
  // On the guidelines a creator hears the brand, never another creator.
  return (await creatorIdsOf(db, briefId)).has(thread.createdBy) ? null : standing;
}

/** Whether `userId` may know that `writer` is writing in this thread. */
export async function hearsWriter(
  db: Executor,
  { userId, writer, thread }: { userId: string; writer: string; thread: Heard },
): Promise<boolean> {
  const standing = await hearing(db, userId, thread);
  if (!standing || userId === writer) return false;
  if (thread.draftId || sideOf(standing) === 'brand') return true;
  return !(await creatorIdsOf(db, thread.briefId)).has(writer);
}

export interface Hearer {
  userId: string;
  name: string;
  side: Side;
  /** Has a place in the brief, and is not only one of the workspace. */
  isInBrief: boolean;
  hears: Audience[];
}

/**
 * Everyone who can be meant in a thread here. On the guidelines that is the brand side only: what
 * stands there for one creator another may read, and no creator is named to another.
 */
export async function hearersAt(
  db: Executor,
  { briefId, draftId }: Pick<Heard, 'briefId' | 'draftId'>,
): Promise<Hearer[]> {
  const door = await briefDoor(db, briefId);
  if (!door) return [];
  const hearers: Hearer[] = [];
  for (const person of await peopleAround(db, { briefId, workspaceId: door.workspaceId })) {
    const standing = await standingFor(db, person.userId, draftId ? { draftId } : { briefId });
    const side = standing && sideOf(standing);
    if (!standing || !side || (!draftId && side === 'creator')) continue;
    const hears = (['brand', 'everyone'] as const).filter((one) => can(`thread.${one}`, standing));
    if (hears.length === 0) continue;
    hearers.push({
      ...person,
      side,
      hears,
      isInBrief: standing.brief !== null || standing.creator,
    });
  }
  return hearers;
}
