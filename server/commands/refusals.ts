// After "I'd rather not": the lead lets the request go. The other way on is to release the creator
// from the post, which is a decision like any other (drafts.ts).
import { z } from 'zod';
import { changeRequestById } from '#db/decisions.ts';
import { fail, type Result } from '#shared/result.ts';
import { type Actor, can } from '#shared/roles.ts';
import { parse } from '../auth/accounts.ts';
import { decide, nothing } from '../decisions.ts';
import { letGoOf, openCase } from '../drafts.ts';
import type { Services } from '../services.ts';

const requestForm = z.object({ requestId: z.string().max(64) });

/** Closes one request, kindly: both see it, and the creator owes nothing for it any more. */
export async function letGo(
  s: Services,
  actor: Actor,
  input: z.input<typeof requestForm>,
): Promise<Result<null>> {
  const form = parse(requestForm, input);
  if (!form.ok) return form;
  const { requestId } = form.value;
  return s.db.transaction(async (tx) => {
    const request = await changeRequestById(tx, requestId);
    if (!request) return fail('not-found');
    const { draftId, answer } = request;
    const found = await openCase(tx, actor, draftId);
    if (!found.ok) return found;
    if (!can('draft.decide', found.value.standing)) return fail('not-allowed');
    const before = letGoOf(found.value.decisions, requestId);
    if (before) return fail('conflict', { field: 'let-go', params: { name: before.userName } });
    if (answer !== 'rather-not') return fail('not-now');
    return decide(s, tx, {
      actor,
      draftId,
      action: 'draft.decide',
      event: { kind: 'let-go' },
      also: nothing,
      body: { requestId },
    });
  });
}
