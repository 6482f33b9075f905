// A reviewer's word on a version, where the brief asks for it before approval. Nobody but the brand's
// side ever hears of it: no status moves, no moment of the post changes, no creator's page is told.
import { z } from 'zod';
import { appendDecision } from '#db/decisions.ts';
import { clearances, deciderOf, transition } from '#shared/approval.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { type Actor, can } from '#shared/roles.ts';
import { parse } from '../auth/accounts.ts';
import { tellDecision } from '../decision-telling.ts';
import { decisionRow, fasterThan, publishDraftEvent } from '../decisions.ts';
import { openCase } from '../drafts.ts';
import type { Services } from '../services.ts';

const seenForm = z.object({
  draftId: z.string().max(64),
  approvalId: z.string().regex(/^[0-9a-f]{64}$/),
  /** How it stood on the reviewer's page. */
  seen: z.enum(clearances),
});
const reasonForm = seenForm.extend({ reason: z.string().trim().min(1).max(600) });

export async function clearDraft(
  s: Services,
  actor: Actor,
  input: z.input<typeof seenForm>,
): Promise<Result<null>> {
  const form = parse(seenForm, input);
  return form.ok ? say(s, actor, { ...form.value, kind: 'clear' }) : form;
}

/** The reason is for the brand's side; what the creator is asked to change is the lead's to say. */
export async function refuseClearance(
  s: Services,
  actor: Actor,
  input: z.input<typeof reasonForm>,
): Promise<Result<null>> {
  const form = parse(reasonForm, input);
  return form.ok ? say(s, actor, { ...form.value, kind: 'not-clear' }) : form;
}

type Saying = z.output<typeof seenForm> & { kind: 'clear' | 'not-clear'; reason?: string };

async function say(
  s: Services,
  actor: Actor,
  { draftId, reason, ...event }: Saying,
): Promise<Result<null>> {
  return s.db.transaction(async (tx) => {
    const found = await openCase(tx, actor, draftId);
    if (!found.ok) return found;
    const { standing, state } = found.value;
    if (!can('draft.clear', standing)) return fail('not-allowed');
    const next = transition(state, event, deciderOf(standing));
    if (!next.ok) return fasterThan(actor, found.value, event, next.error) ?? next;
    const what = { actor, event: event.kind };
    const body = reason ? { reason } : null;
    await appendDecision(tx, await decisionRow(s, tx, found.value, { ...what, body }));
    await publishDraftEvent(s, tx, found.value, { ...what, audience: 'brand' });
    await tellDecision(s, tx, found.value, { ...what, status: state.status });
    return ok(null);
  });
}
