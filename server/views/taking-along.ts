// A post as something to hand on: the ready message for a chat, in the language of whoever will read
// it, and its days as a calendar file. Neither holds a word of a draft or a way in.
import { leadsOf } from '#db/members.ts';
import { personById } from '#db/people.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { Actor } from '#shared/roles.ts';
import { chatUrl, lineShareUrl } from '#shared/share.ts';
import { telling } from '#shared/words/telling.ts';
import type { Locale } from '#shared/words/words.ts';
import { pageUrl } from '../auth/visitor.ts';
import { calendarOf, titleIn } from '../calendars.ts';
import { type DraftCase, openCase, openLook } from '../drafts.ts';
import type { Services } from '../services.ts';

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

/** The days of one post, or of all of the reader's. */
export async function calendar(
  s: Services,
  actor: Actor,
  { draftId }: { draftId?: string },
): Promise<Result<{ text: string; fileName: string }>> {
  const text = await calendarOf(s, actor, draftId);
  if (text === null) return fail('not-found');
  return ok({ text, fileName: draftId ? `cobrief-${draftId}.ics` : 'cobrief.ics' });
}
