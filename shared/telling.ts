// What people are told and when a letter about it goes out. Kinds and values are stored, sentences are
// made when somebody reads them. Pure: it knows neither who is told nor how.
import { addDays, dayIn, startOfDay } from './zoned-time.ts';

/** What a kind is to its reader; each person chooses what becomes a letter, by these three. */
export const groups = ['waits', 'talk', 'rest'] as const;
export type Group = (typeof groups)[number];

/** Every kind of row in an inbox. A new one is a line here and a sentence in words/sentences. */
export const kinds = {
  // The reader's move.
  sent: 'waits',
  'to-clear': 'waits',
  cleared: 'waits',
  'not-cleared': 'waits',
  'rather-not': 'waits',
  look: 'waits',
  'changes-asked': 'waits',
  approved: 'waits',
  'approved-both': 'waits',
  'round-asked': 'waits',
  suggestion: 'waits',
  'guidelines-agree': 'waits',
  'creator-asked': 'waits',
  idea: 'waits',
  'idea-question': 'waits',
  'idea-go': 'waits',
  'figures-due': 'waits',
  'deal-changed': 'waits',
  'deal-kept': 'waits',
  'address-given': 'waits',
  'shoot-planned': 'waits',
  'shoot-off': 'waits',
  'due-begin': 'waits',
  'due-day': 'waits',
  'due-live': 'waits',
  'due-soon': 'waits',
  nudged: 'waits',
  'invitation-nudged': 'waits',
  'posts-given': 'waits',
  'overlap-asked': 'waits',
  'figures-asked': 'waits',
  'erasure-asked': 'waits',
  'erasure-kept': 'rest',
  // Somebody speaks to the reader.
  comment: 'talk',
  'comment-brand': 'talk',
  reply: 'talk',
  mention: 'talk',
  'suggestion-accepted': 'talk',
  'suggestion-kept': 'talk',
  'question-answered': 'talk',
  'asked-several': 'talk',
  'client-comment': 'talk',
  // Good to know.
  'let-go': 'rest',
  posting: 'rest',
  'round-agreed': 'rest',
  published: 'rest',
  'live-differs': 'rest',
  figures: 'rest',
  withdrawn: 'rest',
  released: 'rest',
  'guidelines-wording': 'rest',
  'guidelines-settled': 'rest',
  'creator-in': 'rest',
  'creator-declined': 'rest',
  'creator-agreed': 'rest',
  'dates-moved': 'rest',
  'deal-agreed': 'rest',
  'deal-paid': 'rest',
  'product-sent': 'rest',
  'product-arrived': 'rest',
} as const satisfies Record<string, Group>;

export type TellingKind = keyof typeof kinds;
export const isTellingKind = (kind: string): kind is TellingKind => kind in kinds;

export const paces = ['at-once', 'digest', 'none'] as const;
export type Pace = (typeof paces)[number];

export type Choices = Record<Group, Pace> & {
  /** Letters carry a link that signs their reader in. */
  signsIn: boolean;
};

/** Quiet unless somebody says otherwise: a creator on a phone signs in by letter, a brand by password. */
export function defaultChoices(kind: 'brand' | 'creator'): Choices {
  return { waits: 'at-once', talk: 'digest', rest: 'digest', signsIn: kind === 'creator' };
}

const minuteMs = 60_000;
const digestHour = 9;

/** "At once" waits for this long a quiet, so that several things in a row become one letter … */
export const quietMs = 3 * minuteMs;
/** … and never longer than this. */
export const longestWaitMs = 15 * minuteMs;

/** From when a letter about something of this moment may go out; null where none will. */
export function mailFrom(at: Date, pace: Pace, timeZone: string): Date | null {
  if (pace === 'none') return null;
  return pace === 'at-once' ? at : nextDigest(at, timeZone);
}

/** The next nine o'clock where the brief is at home. */
export function nextDigest(at: Date, timeZone: string): Date {
  const today = dayIn(at, timeZone);
  const morning = (day: string) =>
    new Date(startOfDay(day, timeZone).getTime() + digestHour * 60 * minuteMs);
  return at < morning(today) ? morning(today) : morning(addDays(today, 1));
}

/** Whether a letter about these goes now. Whatever else waits for its reader rides along. */
export function isLetterDue(
  rows: readonly { at: Date; mailAt: Date | null }[],
  now: Date,
): boolean {
  const due = rows.filter(({ mailAt }) => mailAt !== null && mailAt <= now);
  if (due.length === 0) return false;
  const newest = Math.max(...due.map(({ at }) => at.getTime()));
  const oldest = Math.min(...due.map(({ mailAt }) => mailAt?.getTime() ?? 0));
  return now.getTime() - newest >= quietMs || now.getTime() - oldest >= longestWaitMs;
}

/** About several posts of a creator: their home shows all of them. */
const aboutSeveral = new Set(['dates-moved', 'nudged', 'posts-given']);
const isOfDeal = (kind: string): boolean => /^(deal|address|product|shoot)-/.test(kind);

/** The page, and the place on it, where this can be seen and answered. */
export function placeOf(row: {
  kind: string;
  briefId: string;
  draftId: string | null;
  threadId: string | null;
  toCreator: boolean;
}): string {
  const { kind, briefId, draftId, threadId, toCreator } = row;
  const thread = threadId ? `#thread-${threadId}` : '';
  const client = kind === 'client-comment' ? '#client' : '';
  if (draftId) return `/posts/${draftId}${thread}${client}`;
  if (aboutSeveral.has(kind)) return '/';
  if (kind.startsWith('creator-') || kind.startsWith('erasure-'))
    return `/briefs/${briefId}/creators`;
  if (isOfDeal(kind)) return toCreator ? `/invite/${briefId}/deal` : `/briefs/${briefId}/creators`;
  if (kind === 'figures-asked') return '/me/figures';
  if (kind === 'overlap-asked') return `/invite/${briefId}/followers`;
  const isOnText = threadId !== null || kind.startsWith('suggestion');
  const text = `${toCreator ? '/invite' : '/briefs'}/${briefId}/guidelines${thread}`;
  return toCreator && !isOnText ? `/invite/${briefId}` : text;
}
