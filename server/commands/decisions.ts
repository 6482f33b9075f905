// Decisions on what was sent: the brand's key and its requests, the creator's answers and key.
import { z } from 'zod';
import {
  addChangeRequests,
  answerChangeRequest,
  appendDecision,
  changeRequestById,
} from '#db/decisions.ts';
import type { Tx } from '#db/open.ts';
import { textAnchorSchema } from '#shared/anchor-schema.ts';
import { type ChangeTarget, maxChangeRequests, roundsLeft } from '#shared/approval.ts';
import { idFrom } from '#shared/ids.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { type Actor, can } from '#shared/roles.ts';
import { parse } from '../auth/accounts.ts';
import { tellDecision } from '../decision-telling.ts';
import { decide, decisionRow, nothing, publishDraftEvent } from '../decisions.ts';
import { type DraftCase, isExtraRoundAsked, letGoOf, openCase } from '../drafts.ts';
import { promise } from '../promises.ts';
import type { Services } from '../services.ts';

const id = z.string().max(64);
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const seenForm = z.object({ draftId: id, approvalId: hash });
type SeenInput = z.input<typeof seenForm>;

/** The brand's key, on exactly the version whose id the lead saw. */
export async function approveDraft(
  s: Services,
  actor: Actor,
  input: SeenInput,
): Promise<Result<null>> {
  const form = parse(seenForm, input);
  if (!form.ok) return form;
  const { draftId, approvalId } = form.value;
  return s.db.transaction((tx) =>
    decide(s, tx, {
      actor,
      draftId,
      action: 'draft.decide',
      event: { kind: 'approve', approvalId },
      also: nothing,
    }),
  );
}

/** "I'll post this": the creator's key, before the brand's or after. */
export async function postIt(s: Services, actor: Actor, input: SeenInput): Promise<Result<null>> {
  const form = parse(seenForm, input);
  if (!form.ok) return form;
  const { draftId, approvalId } = form.value;
  return s.db.transaction((tx) =>
    decide(s, tx, {
      actor,
      draftId,
      action: 'draft.post',
      event: { kind: 'post-it', approvalId },
      also: nothing,
    }),
  );
}

const maxRequestLength = 600;

const target = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('clause'), field: id.min(1), pointId: id.optional() }),
  z.object({ kind: z.literal('passage'), anchor: textAnchorSchema }),
  z.object({ kind: z.literal('media'), mediaId: id.min(1) }),
]);
const askForm = seenForm.extend({
  requests: z
    .array(z.object({ body: z.string().trim().min(1).max(maxRequestLength), target }))
    .min(1)
    .max(maxChangeRequests),
});

/** Ends the round with one to three requests, each tied to a clause, a passage or a picture. */
export async function askChanges(
  s: Services,
  actor: Actor,
  input: z.input<typeof askForm>,
): Promise<Result<null>> {
  const form = parse(askForm, input);
  if (!form.ok) return form;
  const { draftId, approvalId } = form.value;
  const requests = form.value.requests.map((one) => ({
    body: one.body,
    target: one.target as ChangeTarget,
  }));
  const found = await openCase(s.db, actor, draftId);
  if (!found.ok) return found;
  const { brief } = found.value;
  return s.db.transaction((tx) =>
    decide(s, tx, {
      actor,
      draftId,
      action: 'draft.decide',
      event: { kind: 'ask-changes', approvalId, requests },
      also: nothing,
      async after(decisionId) {
        const rows = requests.map((request, ordinal) => ({
          id: idFrom(s.randomBytes(20)),
          draftId,
          decisionId,
          ordinal: ordinal + 1,
          ...request,
        }));
        await addChangeRequests(tx, rows);
      },
      body: { count: requests.length, ...promise(s.now(), null, brief) },
    }),
  );
}

const answerForm = z.object({
  requestId: id,
  answer: z.enum(['done', 'my-way', 'rather-not']),
  note: z.string().trim().max(maxRequestLength).default(''),
  /** Where it was done, for *done my way*. */
  passage: textAnchorSchema.nullable().default(null),
});

/** Done, done my way, or I'd rather not; the creator may think again until sending. */
export async function answerChange(
  s: Services,
  actor: Actor,
  input: z.input<typeof answerForm>,
): Promise<Result<null>> {
  const form = parse(answerForm, input);
  if (!form.ok) return form;
  const { requestId, answer, note } = form.value;
  const passage = answer === 'my-way' ? form.value.passage : null;
  return s.db.transaction(async (tx) => {
    const request = await changeRequestById(tx, requestId);
    if (!request) return fail('not-found');
    const found = await openCase(tx, actor, request.draftId);
    if (!found.ok) return found;
    if (!can('draft.post', found.value.standing)) return fail('not-allowed');
    const asked = found.value.decisions.findLast((one) => one.event === 'ask-changes');
    const isOpen = found.value.state.status === 'changes-asked' && asked?.id === request.decisionId;
    if (!isOpen || letGoOf(found.value.decisions, requestId)) return fail('not-now');
    await answerChangeRequest(tx, { id: requestId, answer, note, passage, at: s.now() });
    const body = { requestId, answer, note };
    const told = answer === 'rather-not' && request.answer !== answer ? 'rather-not' : 'answer';
    return record(s, tx, found.value, { actor, event: 'answer', body }, told);
  });
}

/** The lead asks for one more round where none is left; only the creator's yes makes it. */
export async function askExtraRound(
  s: Services,
  actor: Actor,
  input: { draftId: string },
): Promise<Result<null>> {
  return s.db.transaction(async (tx) => {
    const found = await openCase(tx, actor, String(input.draftId));
    if (!found.ok) return found;
    const { state, standing, decisions } = found.value;
    if (!can('draft.decide', standing)) return fail('not-allowed');
    if (state.status !== 'with-brand' || roundsLeft(state) > 0) return fail('not-now');
    if (isExtraRoundAsked(decisions)) return ok(null);
    return record(s, tx, found.value, { actor, event: 'ask-extra-round' });
  });
}

export async function agreeExtraRound(
  s: Services,
  actor: Actor,
  input: { draftId: string },
): Promise<Result<null>> {
  return s.db.transaction((tx) =>
    decide(s, tx, {
      actor,
      draftId: String(input.draftId),
      action: 'draft.post',
      event: { kind: 'agree-extra-round' },
      also: nothing,
    }),
  );
}

/** A decision that leaves the status as it is. `told` is what it is called where it is told. */
async function record(
  s: Services,
  tx: Tx,
  found: DraftCase,
  what: { actor: Actor; event: string; body?: unknown },
  told = what.event,
): Promise<Result<null>> {
  await appendDecision(tx, await decisionRow(s, tx, found, what));
  await publishDraftEvent(s, tx, found, what);
  await tellDecision(s, tx, found, { ...what, event: told, status: found.state.status });
  return ok(null);
}
