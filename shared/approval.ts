// The life of a draft between its two sides as one table: state × event × role -> next state or a
// reason. Pure: it sees ids and counts, never text, rows or a clock. What follows an event (frozen
// versions, decision rows, events) is the command's work.
//
// Nothing is stored for "Make a change": an approval names the content it saw, and "changed since
// approved" is that id compared with the one the draft has now.
import { fail, ok, type Result } from './result.ts';
import { isBrandSide, type Standing } from './roles.ts';

export const statuses = [
  'writing',
  'with-brand',
  'changes-asked',
  'approved-by-brand',
  'approved-by-both',
  'published',
  'withdrawn',
  'released',
] as const;
export type Status = (typeof statuses)[number];

/** One side of the draft as the table sees it. `brand` is anyone there who decides nothing. */
export const deciders = ['creator', 'lead', 'reviewer', 'brand', 'none'] as const;
export type Decider = (typeof deciders)[number];

/** How a person stands to this draft; the creator's side wins, as everywhere. */
export function deciderOf(standing: Standing): Decider {
  if (standing.creator) return standing.draft?.own ? 'creator' : 'none';
  if (standing.brief === 'lead' || standing.brief === 'reviewer') return standing.brief;
  return isBrandSide(standing) ? 'brand' : 'none';
}

/** Where the version that was sent last stands with the brief's reviewers. */
export const clearances = ['not-needed', 'waiting', 'cleared', 'not-cleared'] as const;
export type Clearance = (typeof clearances)[number];

export interface DraftState {
  status: Status;
  /** Rounds begun: 0 before the first send. */
  round: number;
  /** Rounds the brief allows for, plus `extraRounds` that the creator agreed to. */
  roundsBudget: number;
  extraRounds: number;
  /** The creator's key lies on the sent version ("approved as it is, I'll post it"). */
  creatorKey: boolean;
  /** What was last sent; null before. */
  sent: string | null;
  clearance: Clearance;
}

export const newDraft = (roundsBudget: number): DraftState => ({
  status: 'writing',
  round: 0,
  roundsBudget,
  extraRounds: 0,
  creatorKey: false,
  sent: null,
  clearance: 'not-needed',
});

/** What a change request is tied to: a clause of the guidelines, a passage, or a picture. */
export type ChangeTarget =
  | { kind: 'clause'; field: string; pointId?: string }
  | { kind: 'passage'; anchor: unknown }
  | { kind: 'media'; mediaId: string };

export interface ChangeAsked {
  body: string;
  target: ChangeTarget;
}

export const maxChangeRequests = 3;

/** `approvalId` is what the person saw and means; a decision about anything else is refused. */
export type DraftEvent =
  | { kind: 'send'; approvalId: string; ready: boolean }
  | { kind: 'approve'; approvalId: string }
  /** `seen` is how it stood for the reviewer: of two at once the second is told. */
  | { kind: 'clear'; approvalId: string; seen: Clearance }
  | { kind: 'not-clear'; approvalId: string; seen: Clearance }
  | { kind: 'ask-changes'; approvalId: string; requests: readonly ChangeAsked[] }
  /** The lead does not insist on a change that the creator would rather not make. */
  | { kind: 'let-go' }
  | { kind: 'post-it'; approvalId: string }
  | { kind: 'ask-look' }
  | { kind: 'ask-extra-round' }
  | { kind: 'agree-extra-round' }
  | { kind: 'publish'; url: string }
  | { kind: 'withdraw' }
  | { kind: 'release' };

export type DraftEventKind = DraftEvent['kind'];
export const draftEventKinds = [
  'send',
  'approve',
  'clear',
  'not-clear',
  'ask-changes',
  'let-go',
  'post-it',
  'ask-look',
  'ask-extra-round',
  'agree-extra-round',
  'publish',
  'withdraw',
  'release',
] as const satisfies DraftEventKind[];

interface Rule {
  from: readonly Status[];
  by: readonly Decider[];
}

const unfinished: Status[] = [
  'writing',
  'with-brand',
  'changes-asked',
  'approved-by-brand',
  'approved-by-both',
];

/** From where and by whom; what an event does to the state stands in `step`. */
export const approvalTable: Record<DraftEventKind, Rule> = {
  // Sending again while it is with the brand replaces what was sent: the newest words are read.
  send: { from: unfinished, by: ['creator'] },
  approve: { from: ['with-brand'], by: ['lead'] },
  // Where the brief asks for it, before approval; said on the brand's side alone.
  clear: { from: ['with-brand'], by: ['reviewer'] },
  'not-clear': { from: ['with-brand'], by: ['reviewer'] },
  'ask-changes': { from: ['with-brand'], by: ['lead'] },
  // Closes one request and changes no state.
  'let-go': { from: ['with-brand', 'changes-asked'], by: ['lead'] },
  // Before the brand's key too: both keys may come in either order.
  'post-it': { from: ['with-brand', 'approved-by-brand'], by: ['creator'] },
  // Asking changes no state: it is said, and heard. A look costs no round.
  'ask-look': { from: ['writing', 'changes-asked'], by: ['creator'] },
  'ask-extra-round': { from: ['with-brand'], by: ['lead'] },
  'agree-extra-round': { from: ['with-brand', 'changes-asked'], by: ['creator'] },
  publish: { from: ['approved-by-both'], by: ['creator'] },
  withdraw: { from: unfinished, by: ['creator'] },
  release: { from: unfinished, by: ['lead'] },
};

export function mayEver(kind: DraftEventKind, state: DraftState, by: Decider): boolean {
  const rule = approvalTable[kind];
  return rule.by.includes(by) && rule.from.includes(state.status);
}

/** What the brand's side says to itself: no creator is told of it, in no frame, row or count. */
export const isBrandOnly = (event: string): boolean => event === 'clear' || event === 'not-clear';

/**
 * The next state, or why not: not-allowed, not-now, content-changed, conflict, not-cleared,
 * no-rounds-left, bad-input.
 */
export function transition(state: DraftState, event: DraftEvent, by: Decider): Result<DraftState> {
  const rule = approvalTable[event.kind];
  if (!rule.by.includes(by)) return fail('not-allowed');
  if (!rule.from.includes(state.status)) return fail('not-now');
  return step(state, event);
}

function step(state: DraftState, event: DraftEvent): Result<DraftState> {
  switch (event.kind) {
    case 'send':
      return send(state, event.approvalId, event.ready);
    case 'approve':
      return approve(state, event.approvalId);
    case 'clear':
      return clear(state, event, 'cleared');
    case 'not-clear':
      return clear(state, event, 'not-cleared');
    case 'ask-changes':
      return askChanges(state, event.approvalId, event.requests);
    case 'post-it':
      return seen(state, event.approvalId, {
        creatorKey: true,
        status: state.status === 'approved-by-brand' ? 'approved-by-both' : state.status,
      });
    case 'let-go':
    case 'ask-look':
      return ok(state);
    case 'ask-extra-round':
      return roundsLeft(state) > 0 ? fail('not-now') : ok(state);
    case 'agree-extra-round':
      return roundsLeft(state) > 0
        ? fail('not-now')
        : ok({ ...state, extraRounds: state.extraRounds + 1 });
    case 'publish':
      return isPostAddress(event.url)
        ? ok({ ...state, status: 'published' })
        : fail('bad-input', { field: 'url' });
    case 'withdraw':
      return ok({ ...state, status: 'withdrawn' });
    case 'release':
      return ok({ ...state, status: 'released' });
  }
}

/**
 * A round begins with the first send and with every answer to asked changes. Sending otherwise
 * (a typo before the brand looked, a change after approval) freezes a new version and takes both
 * keys off, but costs nobody a round: only the brand's asking uses the budget up.
 */
function send(state: DraftState, approvalId: string, ready: boolean): Result<DraftState> {
  if (isApproved(state.status) && approvalId === state.sent) return fail('not-now');
  const begins = state.status === 'writing' || state.status === 'changes-asked';
  return ok({
    ...state,
    status: 'with-brand',
    round: begins ? state.round + 1 : state.round,
    creatorKey: ready,
    sent: approvalId,
    clearance: approvalId === state.sent ? state.clearance : waitsAgain(state.clearance),
  });
}

/** Other words have to be cleared anew. Those that were cleared once are known by their id. */
const waitsAgain = (clearance: Clearance): Clearance =>
  clearance === 'not-needed' ? 'not-needed' : 'waiting';

/** Nobody's key goes on what a reviewer has yet to clear. */
function approve(state: DraftState, approvalId: string): Result<DraftState> {
  const status = state.creatorKey ? 'approved-by-both' : 'approved-by-brand';
  const next = seen(state, approvalId, { status });
  if (next.ok && !isCleared(state)) return fail('not-cleared');
  return next;
}

/** A reviewer may think again, and never decides over another's head without seeing it. */
function clear(
  state: DraftState,
  event: { approvalId: string; seen: Clearance },
  clearance: Clearance,
): Result<DraftState> {
  if (state.clearance === 'not-needed') return fail('not-now');
  if (event.seen !== state.clearance) return fail('conflict');
  return state.clearance === clearance
    ? fail('not-now')
    : seen(state, event.approvalId, { clearance });
}

export const isCleared = ({ clearance }: Pick<DraftState, 'clearance'>): boolean =>
  clearance === 'not-needed' || clearance === 'cleared';

/** Who of the brand has the next word on what was sent; null while it is not with the brand. */
export function brandTurn({
  status,
  clearance,
}: Pick<DraftState, 'status' | 'clearance'>): 'lead' | 'reviewer' | null {
  if (status !== 'with-brand') return null;
  return clearance === 'waiting' ? 'reviewer' : 'lead';
}

/** How the words under this id stand, from the decisions on them, the oldest first. */
export function clearanceOf(
  needed: boolean,
  sent: string | null,
  decisions: readonly { event: string; approvalId: string | null }[],
): Clearance {
  if (!needed) return 'not-needed';
  const last = decisions.filter((one) => isBrandOnly(one.event) && one.approvalId === sent).at(-1);
  if (!last || sent === null) return 'waiting';
  return last.event === 'clear' ? 'cleared' : 'not-cleared';
}

/** Whose of the brand's people a post is, from its decisions, the oldest first. */
export function brandTurnFrom(
  decisions: readonly { event: string; approvalId: string | null }[],
  { status, needsClearance }: { status: Status; needsClearance: boolean },
): 'lead' | 'reviewer' | null {
  const sent = decisions.filter(({ event }) => event === 'send').at(-1)?.approvalId ?? null;
  return brandTurn({ status, clearance: clearanceOf(needsClearance, sent, decisions) });
}

function askChanges(
  state: DraftState,
  approvalId: string,
  requests: readonly ChangeAsked[],
): Result<DraftState> {
  if (requests.length === 0 || requests.length > maxChangeRequests) {
    return fail('bad-input', { field: 'requests', params: { max: maxChangeRequests } });
  }
  if (requests.some((request) => request.body.trim() === '')) {
    return fail('bad-input', { field: 'requests' });
  }
  if (roundsLeft(state) === 0) return fail('no-rounds-left');
  return seen(state, approvalId, { status: 'changes-asked', creatorKey: false });
}

/** A decision holds only for what was sent last. */
function seen(
  state: DraftState,
  approvalId: string,
  change: Partial<DraftState>,
): Result<DraftState> {
  return approvalId === state.sent ? ok({ ...state, ...change }) : fail('content-changed');
}

/** How often the brand may still ask for changes. Every round but the present one ended so. */
export function roundsLeft(state: DraftState): number {
  const spent = state.status === 'changes-asked' ? state.round : Math.max(0, state.round - 1);
  return Math.max(0, state.roundsBudget + state.extraRounds - spent);
}

export function isApproved(status: Status): boolean {
  return status === 'approved-by-brand' || status === 'approved-by-both';
}

/** Locked on screen: writing goes on only after "Make a change". */
export function isLocked(state: DraftState): boolean {
  return isApproved(state.status) || isOver(state.status);
}

/** As long as the text is being worked on: not once it is approved or over. */
export function takesSuggestions(status: string): boolean {
  return isStatus(status) && !isApproved(status) && !isOver(status);
}

export function isOver(status: Status): boolean {
  return status === 'published' || status === 'withdrawn' || status === 'released';
}

/** Approved once, but the draft says something else now. `current` is its approval id. */
export function isChangedSinceApproved(state: DraftState, current: string): boolean {
  return (isApproved(state.status) || state.status === 'published') && current !== state.sent;
}

/** Whose move it is. Approved by both it is the creator's: posting day. */
export type Turn = 'creator' | 'brand' | 'nobody';

export function turn(state: DraftState): Turn {
  switch (state.status) {
    case 'with-brand':
      return 'brand';
    case 'writing':
    case 'changes-asked':
    case 'approved-by-brand':
    case 'approved-by-both':
      return 'creator';
    case 'published':
    case 'withdrawn':
    case 'released':
      return 'nobody';
  }
}

export function isStatus(value: unknown): value is Status {
  return statuses.includes(value as Status);
}

function isPostAddress(url: string): boolean {
  return /^https:\/\/[^\s/?#]+\.[^\s]+$/i.test(url) && url.length <= 2048;
}
