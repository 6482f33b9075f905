// The one way a draft's status changes: load, right, table, rows, proof, event, in one transaction.
import { appendDecision, type NewDecision } from '#db/decisions.ts';
import { updateDraft } from '#db/drafts.ts';
import type { Tx } from '#db/open.ts';
import { deciderOf, type DraftEvent, type DraftState, transition } from '#shared/approval.ts';
import type { ErrorCode, Problem } from '#shared/errors.ts';
import { idFrom } from '#shared/ids.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { type Action, type Actor, can } from '#shared/roles.ts';
import { tellDecision } from './decision-telling.ts';
import { type DraftCase, methodOf, openCase } from './drafts.ts';
import { signProof } from './proofs.ts';
import type { Services } from './services.ts';

export interface DecisionInput<T> {
  actor: Actor;
  draftId: string;
  action: Action;
  event: DraftEvent;
  /** Kept with the decision, for the history; never text that was not sent. */
  body?: unknown;
  /** The rows that belong to this decision. Names the version it is about if that is a new one. */
  also(found: DraftCase, next: DraftState): Promise<{ value: T; versionId?: string }>;
  /** Rows that refer to the decision itself. */
  after?(decisionId: string): Promise<void>;
}

export const nothing = async () => ({ value: null });

export async function decide<T>(s: Services, tx: Tx, input: DecisionInput<T>): Promise<Result<T>> {
  const { actor, draftId, action, event, body } = input;
  const found = await openCase(tx, actor, draftId);
  if (!found.ok) return found;
  if (!can(action, found.value.standing)) return fail('not-allowed');
  const next = transition(found.value.state, event, deciderOf(found.value.standing));
  if (!next.ok) return fasterThan(actor, found.value, event, next.error) ?? next;
  const { value, versionId = found.value.sent?.id ?? null } = await input.also(
    found.value,
    next.value,
  );
  const { status, round, extraRounds, sent } = next.value;
  const row = await decisionRow(s, tx, found.value, { actor, event: event.kind, body });
  await appendDecision(tx, { ...row, versionId, approvalId: sent });
  await input.after?.(row.id);
  await updateDraft(tx, draftId, { status, round, extraRounds, updatedAt: s.now() });
  if (status === 'approved-by-both' && found.value.state.status !== status) {
    const signed = await openCase(tx, actor, draftId);
    if (signed.ok) await signProof(s, tx, signed.value);
  }
  await publishDraftEvent(s, tx, found.value, { actor, event: event.kind });
  const count = event.kind === 'ask-changes' ? event.requests.length : 1;
  await tellDecision(s, tx, found.value, { actor, event: event.kind, status, count });
  return ok(value);
}

const isRivalry = new Set<ErrorCode>(['not-now', 'conflict', 'not-cleared']);
const rivals: readonly string[] = ['approve', 'ask-changes', 'clear', 'not-clear', 'release'];

/** Somebody of the same side decided on these words first: who, and what, rather than "not now". */
export function fasterThan(
  actor: Actor,
  { decisions, sent }: Pick<DraftCase, 'decisions' | 'sent'>,
  event: DraftEvent,
  { code }: Problem,
): ReturnType<typeof fail> | null {
  if (!('approvalId' in event) || !rivals.includes(event.kind) || !isRivalry.has(code)) return null;
  const last = decisions.findLast((one) => rivals.includes(one.event));
  const isAboutThis = last?.versionId === sent?.id && event.approvalId === sent?.approvalId;
  if (!last || !isAboutThis || last.userId === actor.userId) return null;
  return fail('conflict', { field: last.event, params: { name: last.userName } });
}

/** A decision about the version that was sent last, if there is one. */
export async function decisionRow(
  s: Services,
  tx: Tx,
  { draft, side, sent }: DraftCase,
  { actor, event, body }: { actor: Actor; event: string; body?: unknown },
): Promise<NewDecision> {
  return {
    id: idFrom(s.randomBytes(20)),
    draftId: draft.id,
    versionId: sent?.id ?? null,
    approvalId: sent?.approvalId ?? null,
    event,
    side,
    userId: actor.userId,
    userName: actor.name,
    method: await methodOf(tx, actor),
    at: s.now(),
    body: body ?? null,
  };
}

/** Tells every open page of this draft. `draft.<event>`; the frame holds no words of the draft. */
export async function publishDraftEvent(
  s: Services,
  tx: Tx,
  { draft, brief }: Pick<DraftCase, 'draft' | 'brief'>,
  {
    actor,
    event,
    audience = 'everyone',
  }: {
    actor: Actor;
    event: string;
    audience?: 'everyone' | 'brand';
  },
): Promise<void> {
  await s.live.publish(tx, {
    kind: `draft.${event}`,
    topic: `draft:${draft.id}`,
    workspaceId: brief.workspaceId,
    briefId: brief.id,
    draftId: draft.id,
    audience,
    actorId: actor.userId,
    at: s.now(),
  });
}
