// A person's days as a calendar: what they may read at this moment, as titles and dates and nothing
// else. A file to take along, or an address that a calendar asks again and again.
import { type CalendarEntry, calendarFile } from '#shared/calendar.ts';
import type { Actor } from '#shared/roles.ts';
import { formatName } from '#shared/words/platforms.ts';
import { post as postWords } from '#shared/words/post.ts';
import { telling } from '#shared/words/telling.ts';
import type { Locale } from '#shared/words/words.ts';
import { pageUrl } from './auth/visitor.ts';
import { type HomePost, postsAtHome } from './home-posts.ts';
import type { Services } from './services.ts';

export type CalendarReader = Pick<Actor, 'userId' | 'locale'>;

/** Of one post where `draftId` names it; null where this person may read none such. */
export async function calendarOf(
  s: Services,
  reader: CalendarReader,
  draftId?: string,
): Promise<string | null> {
  const { brandPosts, ownPosts } = await postsAtHome(s, reader.userId);
  const all = [
    ...ownPosts.map((post) => ({ post, whose: post.brandName })),
    ...brandPosts.map((post) => ({ post, whose: post.creatorName })),
  ];
  const told = draftId ? all.filter(({ post }) => post.draftId === draftId) : all;
  if (draftId && told.length === 0) return null;
  const entries = told.flatMap((one) => entriesOf(s, reader, one));
  return calendarFile(entries, { now: s.now(), name: telling[reader.locale].calendarName });
}

interface Told {
  post: HomePost;
  /** Whose post it is to this reader: a creator has many brands, a brand many creators. */
  whose: string;
}

const owedFor = { writing: 'draft', 'with-brand': 'answer', 'changes-asked': 'changes' } as const;
const minuteMs = 60_000;

/** What is owed now, and the day of going live. */
function entriesOf(s: Services, reader: CalendarReader, told: Told): CalendarEntry[] {
  const { clock, status, idea } = told.post;
  const entries: CalendarEntry[] = [];
  const words = status in owedFor ? owedFor[status as keyof typeof owedFor] : null;
  const owed = idea === 'with-brand' ? 'answer' : words;
  if (owed && clock.due !== null)
    entries.push(entry(s, reader, { told, day: owed, at: clock.due }));
  if (clock.publishDue !== null) {
    entries.push(entry(s, reader, { told, day: 'live', at: clock.publishDue }));
  }
  return entries;
}

interface Day {
  told: Told;
  day: 'draft' | 'answer' | 'changes' | 'live';
  at: number;
}

/** Later files count higher: whatever moved since wins over what a calendar holds. */
function entry(s: Services, { locale }: CalendarReader, { told, day, at }: Day): CalendarEntry {
  const { post, whose } = told;
  const w = telling[locale];
  const what = {
    draft: w.dueDraft,
    answer: w.dueAnswer({ brand: post.brandName }),
    changes: w.dueChanges,
    live: w.goesLive,
  }[day];
  const title = `${whose} · ${titleIn(locale, post)}`;
  return {
    uid: `${post.draftId}-${day}@${new URL(pageUrl(s, '/')).hostname}`,
    at,
    sequence: Math.floor(s.now().getTime() / minuteMs),
    title: w.calendarTitle({ post: title, what }),
    url: pageUrl(s, `/posts/${post.draftId}`),
  };
}

interface Titled {
  ordinal: number;
  format: string;
}

export const titleIn = (locale: Locale, { ordinal, format }: Titled) =>
  `${postWords[locale].ordinal({ n: ordinal })} · ${formatName(format, locale)}`;
