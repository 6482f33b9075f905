// "Ask for a look": the creator would like to hear something before sending. It costs no round and
// changes no state: a row, an event, and a word to the leads.
import { z } from 'zod';
import { appendDecision } from '#db/decisions.ts';
import { deciderOf, transition } from '#shared/approval.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { type Actor, can } from '#shared/roles.ts';
import { parse } from '../auth/accounts.ts';
import { tellDecision } from '../decision-telling.ts';
import { decisionRow, publishDraftEvent } from '../decisions.ts';
import { openCase, openLook } from '../drafts.ts';
import type { Services } from '../services.ts';

const lookForm = z.object({ draftId: z.string().max(64) });

/**
 * Refused with `not-now` on `door` behind a closed door: what nobody may read nobody can look at, and
 * only `openDoor` opens it. Asking again while nobody has answered is no second row and no letter.
 */
export async function askLook(
  s: Services,
  actor: Actor,
  input: z.input<typeof lookForm>,
): Promise<Result<null>> {
  const form = parse(lookForm, input);
  if (!form.ok) return form;
  return s.db.transaction(async (tx) => {
    const found = await openCase(tx, actor, form.value.draftId);
    if (!found.ok) return found;
    const { draft, state, standing, decisions } = found.value;
    if (!can('draft.post', standing)) return fail('not-allowed');
    const next = transition(state, { kind: 'ask-look' }, deciderOf(found.value.standing));
    if (!next.ok) return next;
    if (!draft.open) return fail('not-now', { field: 'door' });
    if (await openLook(tx, draft, decisions)) return ok(null);
    const what = { actor, event: 'ask-look' };
    await appendDecision(tx, await decisionRow(s, tx, found.value, what));
    await publishDraftEvent(s, tx, found.value, what);
    await tellDecision(s, tx, found.value, { ...what, status: state.status });
    return ok(null);
  });
}
