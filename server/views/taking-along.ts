// A post as something to hand on: the ready message for a chat, in the language of whoever will read
// it, and its days as a calendar file. Neither holds a word of a draft or a way in.
import { leadsOf } from '#db/members.ts';
import { personById } from '#db/people.ts';
import { type CalendarEntry, calendarFile } from '#shared/calendar.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { Actor } from '#shared/roles.ts';
import { chatUrl, lineShareUrl } from '#shared/share.ts';
import { formatName } from '#shared/words/platforms.ts';
import { post as postWords } from '#shared/words/post.ts';
import { telling } from '#shared/words/telling.ts';
import type { Locale } from '#shared/words/words.ts';
import { pageUrl } from '../auth/visitor.ts';
import { type DraftCase, openCase, openLook } from '../drafts.ts';
import type { Services } from '../services.ts';
import { home, type HomePost } from './home.ts';

export interface Share {
  to: string;
  locale: Locale;
  message: string;
  lineUrl: string;
}

/** To the creator from the brand side, to the lead from the creator. */
export async function postShare(
  s: Services,
  actor: Actor,
  { draftId }: { draftId: string },
): Promise<Result<Share>> {
  const found = await openCase(s.db, actor, draftId);
  if (!found.ok) return found;
  const { draft, brief, deliverable, side } = found.value;
  const [lead] = (await leadsOf(s.db, brief.id)).filter(({ userId }) => userId !== actor.userId);
  const readerId = side === 'brand' ? draft.creatorId : lead?.userId;
  const reader = readerId ? await personById(s.db, readerId) : null;
  if (!reader) return fail('not-found');
  const { name, locale } = reader;
  const post = titleIn(locale, deliverable);
  const url = chatUrl(pageUrl(s, `/posts/${draft.id}`));
  const say = telling[locale][await messageFor(s, found.value)];
  const message = say({ name, post, url });
  return ok({ to: name, locale, message, lineUrl: lineShareUrl(message) });
}

/** What there is to say where the post stands now. */
async function messageFor(s: Services, { draft, decisions, state, side }: DraftCase) {
  const isBrand = side === 'brand';
  if (isBrand && state.status === 'changes-asked') return 'shareChanges';
  if (isBrand && state.status.startsWith('approved')) return 'shareApproved';
  if (!isBrand && state.status === 'with-brand') return 'shareSent';
  const isAsked = !isBrand && (await openLook(s.db, draft, decisions)) !== null;
  return isAsked ? 'shareLook' : 'sharePlain';
}

interface Titled {
  ordinal: number;
  format: string;
}

const titleIn = (locale: Locale, { ordinal, format }: Titled) =>
  `${postWords[locale].ordinal({ n: ordinal })} · ${formatName(format, locale)}`;

/** The days of one post, or of all of the reader's. */
export async function calendar(
  s: Services,
  actor: Actor,
  { draftId }: { draftId?: string },
): Promise<Result<{ text: string; fileName: string }>> {
  const { brandPosts, ownPosts } = (await home(s, actor)).value;
  const all = [...ownPosts, ...brandPosts];
  const posts = draftId ? all.filter((post) => post.draftId === draftId) : all;
  if (draftId && posts.length === 0) return fail('not-found');
  const entries = posts.flatMap((post) => entriesOf(s, actor, post));
  const name = telling[actor.locale].calendarName;
  return ok({
    text: calendarFile(entries, { now: s.now(), name }),
    fileName: draftId ? `cobrief-${draftId}.ics` : 'cobrief.ics',
  });
}

const owedFor = { writing: 'draft', 'with-brand': 'answer', 'changes-asked': 'changes' } as const;
const minuteMs = 60_000;

/** What is owed now, and the day of going live; a post that ended has no days. */
function entriesOf(s: Services, actor: Actor, post: HomePost): CalendarEntry[] {
  const { clock, status } = post;
  if (status === 'withdrawn' || status === 'released') return [];
  const entries: CalendarEntry[] = [];
  const owed = status in owedFor ? owedFor[status as keyof typeof owedFor] : null;
  if (owed && clock.due !== null) entries.push(entry(s, actor, { post, day: owed, at: clock.due }));
  if (clock.publishDue !== null) {
    entries.push(entry(s, actor, { post, day: 'live', at: clock.publishDue }));
  }
  return entries;
}

interface Day {
  post: HomePost;
  day: 'draft' | 'answer' | 'changes' | 'live';
  at: number;
}

/** Later files count higher: whatever moved since wins over what a calendar holds. */
function entry(s: Services, { locale }: Actor, { post, day, at }: Day): CalendarEntry {
  const { draftId, brandName } = post;
  const w = telling[locale];
  const what = {
    draft: w.dueDraft,
    answer: w.dueAnswer({ brand: brandName }),
    changes: w.dueChanges,
    live: w.goesLive,
  }[day];
  const title = `${brandName} · ${titleIn(locale, post)}`;
  return {
    uid: `${draftId}-${day}@${new URL(pageUrl(s, '/')).hostname}`,
    at,
    sequence: Math.floor(s.now().getTime() / minuteMs),
    title: w.calendarTitle({ post: title, what }),
    url: pageUrl(s, `/posts/${draftId}`),
  };
}
