// Rows of an inbox as their reader reads them: the sentence, what it is about, and where it leads. The
// drawer and the letters say the same.
import { type BriefRow, briefById } from '#db/briefs.ts';
import { type DraftPlace, draftPlace } from '#db/drafts.ts';
import type { InboxEntry } from '#db/inbox.ts';
import type { Executor } from '#db/open.ts';
import { creatorIdsOf } from '#db/threads.ts';
import type { Actor, Side } from '#shared/roles.ts';
import { isTellingKind, placeOf } from '#shared/telling.ts';
import { momentWords } from '#shared/words/dates.ts';
import { formatName } from '#shared/words/platforms.ts';
import { post as postWords } from '#shared/words/post.ts';
import { sentences } from '#shared/words/sentences.ts';
import type { Locale } from '#shared/words/words.ts';

export type Reader = Pick<Actor, 'userId' | 'locale' | 'calendar'>;

export interface ToldRow {
  id: string;
  kind: string;
  workspaceId: string;
  sentence: string;
  /** What somebody wrote to this reader outside of any draft: a question, its answer. */
  note: string | null;
  /** What it is about: "Post 1 · Reel". */
  title: string;
  brand: string;
  to: string;
  /** Rows of one place stand together. */
  place: string;
  actor: { name: string; side: Side } | null;
  at: number;
  isRead: boolean;
}

/** In the order given; what is about a place that is gone is left out. */
export async function toldRows(
  db: Executor,
  reader: Reader,
  rows: InboxEntry[],
): Promise<ToldRow[]> {
  const places = new Map<string, Place | null>();
  const told: ToldRow[] = [];
  for (const row of rows) {
    const key = row.draftId ?? row.briefId;
    if (!places.has(key)) places.set(key, await placeFor(db, row));
    const place = places.get(key);
    const one = place && toldRow(reader, row, place);
    if (one) told.push(one);
  }
  return told;
}

interface Place {
  brief: BriefRow;
  post: DraftPlace | null;
  /** Who reads it as a creator. */
  creatorIds: ReadonlySet<string>;
}

async function placeFor(db: Executor, row: InboxEntry): Promise<Place | null> {
  if (!row.draftId) {
    const brief = await briefById(db, row.briefId);
    return brief && { brief, post: null, creatorIds: await creatorIdsOf(db, row.briefId) };
  }
  const post = await draftPlace(db, row.draftId);
  return post && { brief: post.brief, post, creatorIds: new Set([post.draft.creatorId]) };
}

function toldRow(
  reader: Reader,
  row: InboxEntry,
  { brief, post, creatorIds }: Place,
): ToldRow | null {
  const { id, kind, body, at, readAt, actorName, actorKind } = row;
  if (!isTellingKind(kind)) return null;
  const value = (name: string) => body?.[name];
  const due = Number(value('due') ?? 0);
  const sentence = sentences[reader.locale][kind]({
    // A client has no account: their link has a name.
    name: actorName ?? String(value('name') ?? brief.brandName),
    brand: brief.brandName,
    n: Number(value('n') ?? 1),
    count: Number(value('count') ?? 1),
    when: momentWords(reader, new Date(due), brief.timeZone),
  });
  const text = value('text');
  const toCreator = creatorIds.has(reader.userId);
  return {
    id,
    kind,
    workspaceId: row.workspaceId,
    sentence,
    note: typeof text === 'string' && text !== '' ? text : null,
    title: post ? postTitle(post, reader) : brief.title,
    brand: brief.brandName,
    to: placeOf({ ...row, toCreator }),
    place: row.draftId ?? row.briefId,
    actor: actorName === null ? null : { name: actorName, side: actorKind as Side },
    at: at.getTime(),
    isRead: readAt !== null,
  };
}

/** A creator knows who wrote it; the brand has many. */
export function postTitle(
  { deliverable, creator, draft }: Pick<DraftPlace, 'deliverable' | 'creator' | 'draft'>,
  { userId, locale }: { userId: string; locale: Locale },
): string {
  const w = postWords[locale];
  const name = deliverable.title || w.ordinal({ n: deliverable.ordinal });
  const post = `${name} · ${formatName(deliverable.format, locale)}`;
  return draft.creatorId === userId ? post : w.pageTitle({ creator: creator.name, post });
}

/** Rows of one key stand together, in the order of the first of each. */
export function together<Row>(rows: Row[], keyOf: (row: Row) => string): Row[][] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()];
}
