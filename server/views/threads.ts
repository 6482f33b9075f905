// Threads as one reader may see them: nothing of the other audience, and on the guidelines nothing
// of another creator, is ever in the answer.
import type { Executor } from '#db/open.ts';
import { draftById } from '#db/drafts.ts';
import { standingFor } from '#db/standing.ts';
import {
  type CommentWithAuthor,
  commentsOf,
  creatorIdsOf,
  namesOf,
  readingOf,
  type ThreadPlace,
  type ThreadRow,
  threadsAt,
} from '#db/threads.ts';
import type { Anchor } from '#shared/anchors.ts';
import { type Named, shownBody } from '#shared/mentions.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { type Actor, can, type Side, type Standing, sideOf } from '#shared/roles.ts';
import { type Hearer, hearersAt } from '../hearing.ts';
import type { Services } from '../services.ts';

export interface CommentView {
  id: string;
  author: { name: string; side: Side; self: boolean };
  /** As people read it: names, never ids. */
  body: string;
  /** Who is meant in it, under the name it shows. */
  mentions: Named[];
  at: number;
  edited: boolean;
}

export interface ThreadView {
  id: string;
  audience: ThreadRow['audience'];
  anchor: Anchor;
  resolvedAt: number | null;
  comments: CommentView[];
  /** Others have said something that the reader has not seen. */
  isUnread: boolean;
  mentionsReader: boolean;
}

/** Who can be meant in a thread, by the audience they belong to. */
export type Meant = Omit<Hearer, 'isInBrief'>;

export interface ThreadsPage {
  threads: ThreadView[];
  people: Meant[];
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
    people: await peopleToMean(s.db, { actor, standing }, place),
    audiences: audiencesOf(standing),
  });
}

/** A creator is offered the people of the brief, and not everybody who works for the brand. */
export async function peopleToMean(
  db: Executor,
  { actor, standing }: Reading['reader'],
  place: ThreadPlace,
): Promise<Meant[]> {
  const where =
    'draftId' in place
      ? { draftId: place.draftId, briefId: (await draftById(db, place.draftId))?.briefId ?? '' }
      : { draftId: null, briefId: place.briefId };
  const isCreator = sideOf(standing) === 'creator';
  return (await hearersAt(db, where))
    .filter(({ userId, isInBrief }) => userId !== actor.userId && (!isCreator || isInBrief))
    .map(({ userId, name, side, hears }) => ({
      userId,
      name,
      side,
      hears: hears.filter((one) => can(`thread.${one}`, standing)),
    }));
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
  const threadIds = rows.map((row) => row.id);
  const comments = await commentsOf(db, threadIds);
  const names = await namesOf(db, [...new Set(comments.flatMap((one) => one.mentions))]);
  const readerId = reader.actor.userId;
  const readBy = await readingOf(db, { userId: readerId, threadIds });
  const creators = await creatorIdsOf(db, briefId);
  const isHeard = (userId: string) =>
    sideOf(reader.standing) === 'brand' || userId === reader.actor.userId || !creators.has(userId);
  return rows
    .filter((row) => isHeard(row.createdBy))
    .map((row) => {
      const own = comments.filter((one) => one.threadId === row.id && isHeard(one.userId));
      const readUpTo = readBy.get(row.id)?.getTime() ?? 0;
      return threadView(row, own, { creators, readerId, names, readUpTo });
    });
}

interface Known {
  creators: Set<string>;
  readerId: string;
  names: Named[];
  readUpTo: number;
}

function threadView(
  row: ThreadRow,
  comments: CommentWithAuthor[],
  { creators, readerId, names, readUpTo }: Known,
): ThreadView {
  const isNews = (one: CommentWithAuthor) =>
    one.userId !== readerId && one.createdAt.getTime() > readUpTo;
  const meantIn = (one: CommentWithAuthor) =>
    names.filter(({ userId }) => one.mentions.includes(userId));
  return {
    id: row.id,
    audience: row.audience,
    anchor: row.anchor as Anchor,
    resolvedAt: row.resolvedAt?.getTime() ?? null,
    isUnread: comments.some(isNews),
    mentionsReader: comments.some((one) => one.mentions.includes(readerId)),
    comments: comments.map((one) => ({
      id: one.id,
      author: {
        name: one.userName,
        side: creators.has(one.userId) ? 'creator' : 'brand',
        self: one.userId === readerId,
      },
      body: shownBody(one.body, meantIn(one)),
      mentions: meantIn(one),
      at: one.createdAt.getTime(),
      edited: one.editedAt !== null,
    })),
  };
}
