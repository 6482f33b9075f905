// "May this person do that here": the question every command and view begins with.
import type { Executor } from '#db/open.ts';
import { type Place, standingFor } from '#db/standing.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { type Action, type Actor, can, isBrandSide, type Standing } from '#shared/roles.ts';

export interface Judged<P extends Place> {
  actor: Actor;
  place: P;
  action: Action;
}

/** The standing, or why not. Who has nothing to do with a place does not hear that it exists. */
export async function judge<P extends Place>(
  db: Executor,
  { actor, place, action }: Judged<P>,
): Promise<Result<Standing>> {
  const standing = await standingFor(db, actor.userId, place);
  if (!standing) return fail('not-found');
  if (can(action, standing)) return ok(standing);
  return fail(isBrandSide(standing) || standing.creator ? 'not-allowed' : 'not-found');
}
