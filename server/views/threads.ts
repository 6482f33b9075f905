// Threads as one reader may see them: nothing of the other audience, and on the guidelines nothing
// of another creator, is ever in the answer.
import type { Executor } from '#db/open.ts';
import { standingFor } from '#db/standing.ts';
import {
  type CommentWithAuthor,
  commentsOf,
  creatorIdsOf,
  type ThreadPlace,
  type ThreadRow,
  threadsAt,
} from '#db/threads.ts';
import type { Anchor } from '#shared/anchors.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { type Actor, can, type Side, type Standing, sideOf } from '#shared/roles.ts';
import type { Services } from '../services.ts';

export interface CommentView {
  id: string;
  author: { name: string; side: Side; self: boolean };
  body: string;
  at: number;
  edited: boolean;
}

export interface ThreadView {
  id: string;
  audience: ThreadRow['audience'];
  anchor: Anchor;
  resolvedAt: number | null;
  comments: CommentView[];
}

export interface ThreadsPage {
  threads: ThreadView[];
  /** Audiences this reader may start a thread for; empty where they may not comment. */
  audiences: ThreadRow['audience'][];
}

export async function threads(
  s: Services,
  actor: Actor,
  place: ThreadPlace,
): Promise<Result<ThreadsPage>> {
  const standing = await standingFor(s.db, actor.userId, place);
  if (!standing || sideOf(standing) === null) return fail('not-found');
  if (standing.draft && sideOf(standing) === 'creator' && !standing.draft.own) {
    return fail('not-found');
  }
  const [first] = await threadsAt(s.db, place);
  const briefId = 'briefId' in place ? place.briefId : (first?.briefId ?? '');
  return ok({
    threads: await threadsFor(s.db, { reader: { actor, standing }, place, briefId }),
    audiences: audiencesOf(standing),
  });
}

/** Whom the reader may speak to; the first is chosen unless they say otherwise. */
export function audiencesOf(standing: Standing): ThreadRow['audience'][] {
  return (['brand', 'everyone'] as const).filter((one) => can(`thread.${one}.say`, standing));
}

interface Reading {
  reader: { actor: Actor; standing: Standing };
  place: ThreadPlace;
  briefId: string;
}

export async function threadsFor(db: Executor, reading: Reading): Promise<ThreadView[]> {
  const { reader, place, briefId } = reading;
  const rows = (await threadsAt(db, place)).filter((row) =>
    can(`thread.${row.audience}`, reader.standing),
  );
  const comments = await commentsOf(
    db,
    rows.map((row) => row.id),
  );
  const creators = await creatorIdsOf(db, briefId);
  const isHeard = (userId: string) =>
    sideOf(reader.standing) === 'brand' || userId === reader.actor.userId || !creators.has(userId);
  return rows
    .filter((row) => isHeard(row.createdBy))
    .map((row) => {
      const own = comments.filter((one) => one.threadId === row.id && isHeard(one.userId));
      return threadView(row, own, { creators, readerId: reader.actor.userId });
    });
}

function threadView(
  row: ThreadRow,
  comments: CommentWithAuthor[],
  { creators, readerId }: { creators: Set<string>; readerId: string },
): ThreadView {
  return {
    id: row.id,
    audience: row.audience,
    anchor: row.anchor as Anchor,
    resolvedAt: row.resolvedAt?.getTime() ?? null,
    comments: comments.map((one) => ({
      id: one.id,
      author: {
        name: one.userName,
        side: creators.has(one.userId) ? 'creator' : 'brand',
        self: one.userId === readerId,
      },
      body: one.body,
      at: one.createdAt.getTime(),
      edited: one.editedAt !== null,
    })),
  };
}
