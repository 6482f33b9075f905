// Posts that somebody of the brand side chose in the grid, by creator and deliverable: the ids of drafts
// behind a closed door are never asked for. What may be done with them is the command's question.
import { z } from 'zod';
import { type BriefRow, briefById } from '#db/briefs.ts';
import { type CreatorEntry, creatorsOf } from '#db/creators.ts';
import { type DeliverableRow, deliverablesOf } from '#db/deliverables.ts';
import { type DraftRow, draftsOfBrief } from '#db/drafts.ts';
import type { Tx } from '#db/open.ts';
import { isOver, type Status } from '#shared/approval.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { Action, Actor, Standing } from '#shared/roles.ts';
import { judge } from './rights.ts';

const id = z.string().min(1).max(64);
/** 200 creators with 10 posts each. */
const mostCells = 2_000;

export const chosenForm = z.object({
  briefId: id,
  cells: z
    .array(z.object({ creatorId: id, deliverableId: id }))
    .min(1)
    .max(mostCells),
});
type Chosen = z.output<typeof chosenForm>;

export interface ChosenPost {
  draft: DraftRow;
  deliverable: DeliverableRow;
  creator: CreatorEntry;
}

export interface ChosenPosts {
  brief: BriefRow;
  standing: Standing;
  /** In the order of the grid. */
  posts: ChosenPost[];
}

/** A cell without a draft is nothing to do anything with, and is left out. */
export async function chosenPosts(
  tx: Tx,
  actor: Actor,
  { briefId, cells, action }: Chosen & { action: Action },
): Promise<Result<ChosenPosts>> {
  const allowed = await judge(tx, { actor, place: { briefId }, action });
  if (!allowed.ok) return allowed;
  const brief = await briefById(tx, briefId);
  if (!brief) return fail('not-found');
  const wanted = new Set(
    cells.map(({ creatorId, deliverableId }) => `${creatorId} ${deliverableId}`),
  );
  const byDeliverable = new Map((await deliverablesOf(tx, briefId)).map((row) => [row.id, row]));
  const byCreator = new Map((await creatorsOf(tx, briefId)).map((row) => [row.userId, row]));
  const posts = (await draftsOfBrief(tx, briefId)).flatMap((draft) => {
    if (!wanted.has(`${draft.creatorId} ${draft.deliverableId}`)) return [];
    const deliverable = byDeliverable.get(draft.deliverableId);
    const creator = byCreator.get(draft.creatorId);
    return deliverable && creator ? [{ draft, deliverable, creator }] : [];
  });
  return ok({ brief, standing: allowed.value, posts });
}

/** Nothing is to come of it any more: it ended, or its creator left. */
export const isPostOver = ({ draft, creator }: ChosenPost): boolean =>
  isOver(draft.status as Status) || creator.state !== 'in';

/** What is told to a creator about several of their posts is told once. */
export function postsByCreator<Post extends ChosenPost>(posts: Post[]): Map<string, Post[]> {
  const byCreator = new Map<string, Post[]>();
  for (const post of posts) {
    const own = byCreator.get(post.creator.userId);
    if (own) own.push(post);
    else byCreator.set(post.creator.userId, [post]);
  }
  return byCreator;
}

/** The one post it is about leads to that post; about several, to where its reader finds all of them. */
export const onePost = (posts: ChosenPost[]): string | null =>
  posts.length === 1 ? (posts[0]?.draft.id ?? null) : null;
