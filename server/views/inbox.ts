// The drawer under the bell: what concerns the reader, and what happened where they have a part; and
// what they chose to have as a letter. Nothing of a closed draft, of the other audience or of
// another creator is ever in the answer.
import { briefsOf } from '#db/briefs.ts';
import { placesOf } from '#db/creators.ts';
import { draftPlace } from '#db/drafts.ts';
import { eventsOfBriefs, type EventRow } from '#db/events.ts';
import { choicesOf, inboxOf } from '#db/inbox.ts';
import { personById } from '#db/people.ts';
import { standingFor } from '#db/standing.ts';
import { ownEmail } from '#shared/account.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { type Actor, can, type Side, sideOf } from '#shared/roles.ts';
import { defaultChoices } from '#shared/telling.ts';
import { happenings } from '#shared/words/sentences.ts';
import { stillSeen } from '../inbox.ts';
import { postTitle, together, type ToldRow, toldRows } from '../inbox-rows.ts';
import { mayHear } from '../live.ts';
import type { Services } from '../services.ts';

const inboxLength = 100;

/** Rows about one post or brief, the newest first. */
export interface InboxGroup {
  place: string;
  title: string;
  brand: string;
  rows: ToldRow[];
}

export async function inbox(
  s: Services,
  actor: Actor,
): Promise<Result<{ unread: number; groups: InboxGroup[] }>> {
  const rows = await stillSeen(s.db, await inboxOf(s.db, actor.userId, inboxLength));
  const told = await toldRows(s.db, actor, rows);
  const groups = together(told, ({ place }) => place).map((of) => {
    const { place = '', title = '', brand = '' } = of[0] ?? {};
    return { place, title, brand, rows: of };
  });
  return ok({ unread: told.filter(({ isRead }) => !isRead).length, groups });
}

export async function unread(s: Services, actor: Actor): Promise<Result<number>> {
  const rows = await inboxOf(s.db, actor.userId, inboxLength);
  const seen = await stillSeen(
    s.db,
    rows.filter(({ readAt }) => readAt === null),
  );
  return ok(seen.length);
}

export interface Happening {
  seq: number;
  name: string;
  side: Side;
  words: string;
  title: string;
  to: string;
  at: number;
}

const activityLength = 60;
/** Some of what is read is nobody's business and falls out again. */
const activityReach = 400;

/** What happened in the reader's briefs, by the same rule as the event socket and one more. */
export async function activity(s: Services, actor: Actor): Promise<Result<Happening[]>> {
  const own = await placesOf(s.db, actor.userId);
  const briefIds = new Set([
    ...(await briefsOf(s.db, actor.userId)).map(({ id }) => id),
    ...own.filter(({ creator }) => creator.state !== 'removed').map(({ brief }) => brief.id),
  ]);
  const happened: Happening[] = [];
  const heard = new Set<string>();
  for (const event of await eventsOfBriefs(s.db, [...briefIds], activityReach)) {
    // What was told to a person and to the brand is one thing to whoever hears both.
    const once = `${event.kind} ${event.actorId} ${event.at.getTime()} ${event.draftId}`;
    if (heard.has(once) || !(await isTold(s, actor, event))) continue;
    heard.add(once);
    const one = await happening(s, actor, event);
    if (one) happened.push(one);
    if (happened.length === activityLength) break;
  }
  return ok(happened);
}

async function isTold(s: Services, actor: Actor, event: EventRow): Promise<boolean> {
  if (!(event.kind in happenings.en) || !(await mayHear(s.db, actor.userId, event))) return false;
  if (!event.draftId) return true;
  // A door that was closed again takes back what it let through.
  const standing = await standingFor(s.db, actor.userId, { draftId: event.draftId });
  return standing !== null && can('draft.read', standing);
}

async function happening(s: Services, actor: Actor, event: EventRow): Promise<Happening | null> {
  const { seq, kind, draftId, briefId, actorId, at } = event;
  const person = actorId ? await personById(s.db, actorId) : null;
  const post = draftId ? await draftPlace(s.db, draftId) : null;
  if (!person || !briefId || (draftId && !post)) return null;
  const standing = await standingFor(s.db, actor.userId, { briefId });
  const isCreator = standing !== null && sideOf(standing) === 'creator';
  const words = happenings[actor.locale][kind as keyof typeof happenings.en];
  const title = post ? postTitle(post, actor) : '';
  const page = isCreator ? `/invite/${briefId}` : `/briefs/${briefId}/guidelines`;
  const to = draftId ? `/posts/${draftId}` : page;
  return { seq, name: person.name, side: person.kind, words, title, to, at: at.getTime() };
}

export async function tellingSettings(s: Services, actor: Actor) {
  const person = await personById(s.db, actor.userId);
  if (!person) return fail('signed-out');
  return ok({
    kind: person.kind,
    choices: (await choicesOf(s.db, actor.userId)) ?? defaultChoices(person.kind),
    email: ownEmail(person.email),
    isConfirmed: person.emailVerified,
    sendsMail: s.mail.sends,
  });
}
