// One draft as a case to decide: its rows, who is asking, and where it stands in the approval table.
// Commands and views both start from here, so that they never disagree about whose turn it is.
import { digest } from 'lib0/hash/sha256';
import { type DecisionRow, decisionsOfDraft } from '#db/decisions.ts';
import {
  type DraftPlace,
  type DraftRow,
  type DraftVersionRow,
  draftById,
  draftPlace,
  versionsOfDraft,
} from '#db/drafts.ts';
import type { Executor } from '#db/open.ts';
import { sessionById } from '#db/sessions.ts';
import { standingFor } from '#db/standing.ts';
import { lastBrandWord } from '#db/threads.ts';
import { clearanceOf, type DraftState, isStatus, newDraft, type Status } from '#shared/approval.ts';
import { authored, type AuthoredRange, sourceRanges, writerIn } from '#shared/authorship.ts';
import { type Clock, clockOf, type Decided } from '#shared/clock.ts';
import type { Sha256 } from '#shared/content-id.ts';
import { type Days, daysOf } from '#shared/days.ts';
import { draftDocument } from '#shared/ids.ts';
import { type Parts, readParts } from '#shared/parts.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { type Actor, type Side, type Standing, sideOf } from '#shared/roles.ts';
import { writersOf } from './authorship.ts';
import type { Services } from './services.ts';

export interface DraftCase extends DraftPlace {
  standing: Standing;
  side: Side;
  state: DraftState;
  versions: DraftVersionRow[];
  /** What was sent last; null before the first send. */
  sent: DraftVersionRow | null;
  decisions: DecisionRow[];
}

/** Not found for anyone the draft is none of the business of: its existence is not told. */
export async function openCase(
  db: Executor,
  actor: Actor,
  draftId: string,
): Promise<Result<DraftCase>> {
  const place = await draftPlace(db, draftId);
  const standing = place && (await standingFor(db, actor.userId, { draftId }));
  const side = standing && sideOf(standing);
  if (!place || !standing || !side) return fail('not-found');
  if (side === 'creator' && !standing.draft?.own) return fail('not-found');
  const versions = await versionsOfDraft(db, draftId);
  const decisions = await decisionsOfDraft(db, draftId);
  const sent = versions.at(-1) ?? null;
  const state = stateOf(place, sent, decisions);
  return ok({ ...place, standing, side, state, versions, sent, decisions });
}

function stateOf(
  { draft, brief }: DraftPlace,
  sent: DraftVersionRow | null,
  decisions: DecisionRow[],
): DraftState {
  if (!isStatus(draft.status)) throw new Error(`draft ${draft.id} has no known status`);
  return {
    ...newDraft(brief.rounds),
    status: draft.status,
    round: draft.round,
    extraRounds: draft.extraRounds,
    creatorKey: sent !== null && keyOf(decisions, sent.id, 'creator') !== null,
    sent: sent?.approvalId ?? null,
    clearance: clearanceOf(brief.needsClearance, sent?.approvalId ?? null, decisions),
  };
}

/** The decision that is this side's key on a version, or null where it does not lie there. */
export function keyOf(decisions: DecisionRow[], versionId: string, side: Side): DecisionRow | null {
  const own = decisions.filter((one) => one.versionId === versionId);
  // Asking for changes takes the creator's key off again; there is no brand's key to take.
  if (own.some((one) => one.event === 'ask-changes')) return null;
  const isKey = (one: DecisionRow) =>
    side === 'brand' ? one.event === 'approve' : one.event === 'post-it' || isReadySend(one);
  return own.find(isKey) ?? null;
}

const isReadySend = ({ event, body }: DecisionRow) =>
  event === 'send' && (body as { ready?: boolean } | null)?.ready === true;

/** The lead asked for one more round and the creator has not answered yet. */
export function isExtraRoundAsked(decisions: DecisionRow[]): boolean {
  const last = decisions.findLast((one) => roundTalk.has(one.event));
  return last?.event === 'ask-extra-round';
}

/** The request was closed by the lead, who does not insist on it. */
export function letGoOf(decisions: DecisionRow[], requestId: string): DecisionRow | null {
  const isOfIt = ({ event, body }: DecisionRow) =>
    event === 'let-go' && (body as { requestId?: string } | null)?.requestId === requestId;
  return decisions.find(isOfIt) ?? null;
}

const roundTalk = new Set(['ask-extra-round', 'agree-extra-round', 'approve', 'ask-changes']);

const lookTalk = new Set(['ask-look', 'send', 'close-door', 'withdraw', 'release']);

/**
 * The creator's asking for a look that still stands: until somebody of the brand side says something
 * the creator can hear, or the creator sends, closes the door or leaves.
 */
export async function openLook(
  db: Executor,
  draft: Pick<DraftRow, 'id' | 'creatorId'>,
  decisions: DecisionRow[],
): Promise<DecisionRow | null> {
  const last = lookAskedIn(decisions);
  if (!last) return null;
  const said = await lastBrandWord(db, draft);
  return said && said > last.at ? null : last;
}

/** The asking itself, whether or not somebody has said something since. */
export function lookAskedIn<Row extends { event: string }>(decisions: Row[]): Row | null {
  const last = decisions.findLast((one) => lookTalk.has(one.event));
  return last?.event === 'ask-look' ? last : null;
}

/** As much of a draft, its deliverable and its brief as their days need. */
export interface Dated {
  draft: Pick<DraftRow, 'status'> & Days;
  deliverable: Days;
  brief: Pick<DraftPlace['brief'], 'timeZone'>;
}

/** How the draft stands in time, for this moment. */
export function clockFor(
  s: Pick<Services, 'now'>,
  { draft, deliverable, brief }: Dated,
  decisions: readonly Decided[],
): Clock {
  const terms = { timeZone: brief.timeZone, ...daysOf(draft, deliverable) };
  return clockOf({ status: draft.status as Status, decisions, terms, now: s.now() });
}

/** How this person was signed in, as the proof names it beside their decision. */
export async function methodOf(db: Executor, { sessionId }: Actor): Promise<string> {
  if (sessionId.startsWith('token:')) return 'access token';
  return (await sessionById(db, sessionId))?.method ?? 'unknown';
}

export const sha256: Sha256 = (bytes) => digest(bytes);

/** What the draft says now, from what is on disk. Whoever calls this has judged the right to it. */
export async function readDraft(
  s: Services,
  draftId: string,
): Promise<{ parts: Parts; seq: number; authorship: AuthoredRange[] } | null> {
  const now = await s.hub.read(draftDocument(draftId), (doc, seq) => ({
    parts: readParts(doc),
    seq,
    ranges: sourceRanges(doc),
  }));
  const draft = now && (await draftById(s.db, draftId));
  if (!draft) return null;
  // After the text: everyone who wrote in it is on disk by then.
  const writers = await writersOf(s.db, draft);
  const { parts, seq, ranges } = now;
  return { parts, seq, authorship: authored(ranges, writerIn(writers, draft.creatorId)) };
}
