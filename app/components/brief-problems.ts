// What went wrong with a form of the brief, in words: beside the field where it is the field's.
import type { ErrorCode } from '#shared/errors.ts';
import type { brief } from '#shared/words/brief.ts';
import { errors } from '#shared/words/errors.ts';
import { invite } from '#shared/words/invite.ts';
import { posts } from '#shared/words/posts.ts';
import type { Locale } from '#shared/words/words.ts';

type BriefWords = (typeof brief)['en'];

/** A Problem as it comes back over the wire. */
export interface Trouble {
  code: ErrorCode;
  field?: string | undefined;
  params?: Record<string, string | number> | undefined;
}

const days = ['draftDue', 'reviewDue', 'publishDue'];

function fieldWords(w: BriefWords, { field = '', params }: Trouble): string {
  if (days.includes(field)) return params?.['order'] ? w.wrongOrder : w.wrongDate;
  const words: Partial<Record<string, string>> = {
    title: w.wrongTitle,
    brandName: w.wrongBrandName,
    product: w.wrongProduct,
    languages: w.wrongLanguages,
    timeZone: w.wrongTimeZone,
    format: w.wrongFormat,
    seenIn: w.wrongSeenIn,
    callToAction: w.wrongCallToAction,
    name: w.wrongName,
    handle: w.wrongHandle,
    phone: w.wrongPhone,
    fee: w.wrongFee,
    code: w.wrongCode,
    terms: w.wrongTerms,
    text: w.wrongText,
    note: w.wrongNote,
  };
  return words[field] ?? w.wrongField;
}

/** What could not be done with many posts at once. */
function ofPosts(locale: Locale, { code, field = '', params }: Trouble): string | undefined {
  const w = posts[locale];
  const count = Number(params?.['count'] ?? 0);
  if (count > 0 && days.includes(field)) {
    return params?.['over'] ? w.wrongOvers({ count }) : w.wrongOrders({ count });
  }
  const wrong: Partial<Record<string, string>> = {
    to: w.wrongTo,
    which: w.wrongWhich,
    body: w.wrongBody,
    cells: w.wrongCells,
  };
  const none: Partial<Record<string, string>> = {
    dates: w.noneToMove,
    nudge: w.noneToNudge,
    post: w.noneToGive,
    ask: w.noneToAsk,
    views: w.tooManyViews,
  };
  if (code === 'bad-input') return wrong[field];
  return code === 'not-now' ? none[field] : undefined;
}

/** The words for a problem of the whole form. */
export function problemWords(w: BriefWords, locale: Locale, problem: Trouble): string {
  const own = ofPosts(locale, problem);
  if (own) return own;
  if (problem.code === 'bad-input') return fieldWords(w, problem);
  const known: Partial<Record<string, string>> = {
    lastLead: w.lastLead,
    role: w.tooManyLeads,
    sent: w.sentStays,
    begun: w.begunStays,
    invitation: invite[locale].nudgedAlready,
    replaced: invite[locale].replacedBefore,
    'all-live': invite[locale].allLive,
    'makes-these': invite[locale].makesThese,
    out: invite[locale].isOutOfIt,
  };
  const knownWords = problem.code === 'not-now' ? known[problem.field ?? ''] : undefined;
  const table = errors[locale];
  return knownWords ?? (table[problem.code] ?? table.unknown).title;
}

/** The words for one field, where the problem is that field's. */
export function wrongIn(
  w: BriefWords,
  problem: Trouble | null | undefined,
  field: string,
): string | undefined {
  const isOwn = problem?.code === 'bad-input' && problem.field === field;
  return isOwn ? fieldWords(w, problem) : undefined;
}
