// The one way into somebody's inbox, inside the command's transaction. Who has no right to a place or
// to an audience is left out here, whoever was named; and what a person may not see any more is
// left out again whenever it is read.
import { briefById, briefPeople } from '#db/briefs.ts';
import { addToInbox, choicesOf, type InboxEntry } from '#db/inbox.ts';
import { leadsOf } from '#db/members.ts';
import type { Executor, Tx } from '#db/open.ts';
import { personById } from '#db/people.ts';
import { standingFor } from '#db/standing.ts';
import { commentsOf, creatorIdsOf, type ThreadRow } from '#db/threads.ts';
import { idFrom } from '#shared/ids.ts';
import { type Actor, can, type Standing, sideOf } from '#shared/roles.ts';
import { defaultChoices, kinds, mailFrom, type TellingKind } from '#shared/telling.ts';
import type { Services } from './services.ts';

export interface Telling {
  kind: TellingKind;
  /** Whom it concerns; the actor is never told what they did themselves. */
  to: readonly string[];
  briefId: string;
  draftId?: string | null;
  threadId?: string;
  /** Who hears the thread it is about; others are left out. */
  audience?: ThreadRow['audience'];
  /** Null where it is the clock. */
  actor: Pick<Actor, 'userId'> | null;
  /** Values for the sentence, never a word of a draft. */
  body?: Record<string, string | number>;
}

type Teller = Pick<Services, 'live' | 'now' | 'randomBytes'>;

/** Tells each of these people, once; rings the bell on their open pages after the commit. */
export async function tellPeople(s: Teller, tx: Tx, telling: Telling): Promise<void> {
  const brief = await briefById(tx, telling.briefId);
  if (!brief) throw new Error('something was told about a brief that is not there');
  for (const userId of new Set(telling.to)) {
    if (userId === telling.actor?.userId || !(await concerns(tx, userId, telling))) continue;
    await tellOne(s, tx, { userId, telling, workspaceId: brief.workspaceId, zone: brief.timeZone });
  }
}

interface One {
  userId: string;
  telling: Telling;
  workspaceId: string;
  zone: string;
}

async function tellOne(s: Teller, tx: Tx, { userId, telling, workspaceId, zone }: One) {
  const person = await personById(tx, userId);
  if (!person) return;
  const { kind, briefId, draftId = null, threadId = null, actor, body = null } = telling;
  const choices = (await choicesOf(tx, userId)) ?? defaultChoices(person.kind);
  const at = s.now();
  const mailAt = mailFrom(at, choices[kinds[kind]], zone);
  const actorId = actor?.userId ?? null;
  const row = { userId, kind, workspaceId, briefId, draftId, threadId, actorId, body, at, mailAt };
  await addToInbox(tx, { id: idFrom(s.randomBytes(20)), ...row });
  await ringBell(s, tx, { userId, workspaceId });
}

export async function ringBell(
  s: Pick<Services, 'live' | 'now'>,
  tx: Tx,
  { userId, workspaceId }: { userId: string; workspaceId: string },
): Promise<void> {
  const about = { workspaceId, audience: 'person', toUserId: userId, at: s.now() } as const;
  await s.live.publish(tx, { kind: 'inbox', topic: `inbox:${userId}`, ...about });
}

async function concerns(db: Executor, userId: string, telling: Telling): Promise<boolean> {
  const { draftId, briefId, audience } = telling;
  const standing = await standingFor(db, userId, draftId ? { draftId } : { briefId });
  if (!standing || !hasPart(standing)) return false;
  return audience === undefined || can(`thread.${audience}`, standing);
}

/** The creator of this very post, or the brand side. */
const hasPart = (standing: Standing): boolean =>
  sideOf(standing) === 'brand' || (standing.creator && standing.draft?.own !== false);

/** Of these rows, those their reader may see today: doors close, people leave. */
export async function stillSeen<Row extends InboxEntry>(db: Executor, rows: Row[]): Promise<Row[]> {
  const standings = new Map<string, Promise<Standing | null>>();
  const standingAt = ({ userId, draftId, briefId }: Row) => {
    const key = `${userId} ${draftId ?? briefId}`;
    const found =
      standings.get(key) ?? standingFor(db, userId, draftId ? { draftId } : { briefId });
    standings.set(key, found);
    return found;
  };
  const seen = await Promise.all(rows.map(async (row) => maySee(row, await standingAt(row))));
  return rows.filter((_, index) => seen[index]);
}

/** Kinds that tell the brand nothing but what its list of posts says too, or what was sent to it. */
const saysNothingOfText = new Set(['withdrawn', 'published', 'idea', 'due-day', 'due-soon']);

const brandOnly = new Set([
  'comment-brand',
  'client-comment',
  'to-clear',
  'cleared',
  'not-cleared',
]);

function maySee(row: InboxEntry, standing: Standing | null): boolean {
  if (!standing || !hasPart(standing)) return false;
  if (brandOnly.has(row.kind)) return can('thread.brand', standing);
  return row.draftId === null || saysNothingOfText.has(row.kind) || can('draft.read', standing);
}

export async function leadIds(db: Executor, briefId: string): Promise<string[]> {
  return (await leadsOf(db, briefId)).map(({ userId }) => userId);
}

export async function reviewerIds(db: Executor, briefId: string): Promise<string[]> {
  const people = await briefPeople(db, briefId);
  return people.filter(({ role }) => role === 'reviewer').map(({ userId }) => userId);
}

interface Said {
  actor: Actor;
  thread: Pick<ThreadRow, 'id' | 'briefId' | 'draftId' | 'audience'>;
  /** Named in it. They are told that, and not a second time of the same words. */
  named: readonly string[];
  /** The post's creator; null on the guidelines. */
  creatorId: string | null;
}

/** A thread begins: its post's creator hears what is for everyone, the leads what others begin. */
export async function tellThreadStart(s: Teller, tx: Tx, said: Said): Promise<void> {
  const { thread, creatorId } = said;
  const leads = await leadIds(tx, thread.briefId);
  const to = creatorId && thread.audience === 'everyone' ? [creatorId, ...leads] : leads;
  const kind = thread.audience === 'brand' ? 'comment-brand' : 'comment';
  await tellSaid(s, tx, said, { kind, to });
}

/** An answer: whoever spoke in the thread, its post's creator, and the leads if the creator spoke. */
export async function tellThreadReply(s: Teller, tx: Tx, said: Said): Promise<void> {
  const { actor, thread, creatorId } = said;
  const creators = await creatorIdsOf(tx, thread.briefId);
  const spoke = (await commentsOf(tx, [thread.id])).map(({ userId }) => userId);
  const leads = creators.has(actor.userId) ? await leadIds(tx, thread.briefId) : [];
  const own = creatorId && thread.audience === 'everyone' ? [creatorId] : [];
  // On the guidelines no creator hears another.
  const others = creators.has(actor.userId)
    ? spoke.filter((userId) => !creators.has(userId))
    : spoke;
  await tellSaid(s, tx, said, { kind: 'reply', to: [...others, ...own, ...leads] });
}

async function tellSaid(
  s: Teller,
  tx: Tx,
  { actor, thread, named }: Said,
  { kind, to }: { kind: TellingKind; to: string[] },
): Promise<void> {
  const { id: threadId, briefId, draftId, audience } = thread;
  const about = { briefId, draftId, threadId, audience, actor };
  await tellPeople(s, tx, { ...about, kind: 'mention', to: named });
  await tellPeople(s, tx, { ...about, kind, to: to.filter((one) => !named.includes(one)) });
}
