// The brand's word on where a draft carries a talking point: "yes, here" or "is this it?". It writes
// no letter of the draft: the creator's own editor turns a confirmed place into a mark.
import { z } from 'zod';
import { removeJudgement, saveJudgement } from '#db/coverage.ts';
import { agreedGuidelines } from '#db/drafts.ts';
import type { Executor } from '#db/open.ts';
import { textAnchorSchema } from '#shared/anchor-schema.ts';
import { resolveAnchor } from '#shared/anchors.ts';
import { passageHash, verdicts } from '#shared/coverage.ts';
import { draftDocument } from '#shared/ids.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { type Actor, can } from '#shared/roles.ts';
import { parse } from '../auth/accounts.ts';
import { publishDraftEvent } from '../decisions.ts';
import { type DraftCase, openCase, sha256 } from '../drafts.ts';
import type { Services } from '../services.ts';

const id = z.string().min(1).max(64);
const judgeForm = z.object({
  draftId: id,
  pointId: id,
  verdict: z.enum(verdicts),
  anchor: textAnchorSchema,
});

/** Refused with `content-changed` when the words are no longer there as they were seen. */
export async function judgePassage(
  s: Services,
  actor: Actor,
  input: z.input<typeof judgeForm>,
): Promise<Result<null>> {
  const form = parse(judgeForm, input);
  if (!form.ok) return form;
  const { draftId, pointId, verdict, anchor } = form.value;
  const asked = await readable(s.db, actor, draftId);
  if (!asked.ok) return asked;
  const seen = await s.hub.read(draftDocument(draftId), (doc) => resolveAnchor(doc, anchor).state);
  return s.db.transaction(async (tx) => {
    const found = await readable(tx, actor, draftId);
    if (!found.ok) return found;
    if (!can('coverage.judge', found.value.standing)) return fail('not-allowed');
    const { draft, brief } = found.value;
    const guidelines = await agreedGuidelines(tx, brief.id, draft.creatorId);
    const isPoint = guidelines?.structure.points.some((point) => point.id === pointId) ?? false;
    if (!isPoint) return fail('bad-input', { field: 'pointId' });
    if (seen !== 'exact' && seen !== 'moved') return fail('content-changed');
    const hash = passageHash(anchor.quote, sha256);
    const at = s.now();
    await saveJudgement(tx, { draftId, pointId, verdict, hash, anchor, userId: actor.userId, at });
    await publishDraftEvent(s, tx, found.value, { actor, event: 'coverage' });
    return ok(null);
  });
}

const clearForm = z.object({ draftId: id, pointId: id });

/**
 * The brand takes its word back; the creator, taking a mark off, says no to the place, so that it is
 * not marked again by itself.
 */
export async function clearJudgement(
  s: Services,
  actor: Actor,
  input: z.input<typeof clearForm>,
): Promise<Result<null>> {
  const form = parse(clearForm, input);
  if (!form.ok) return form;
  return s.db.transaction(async (tx) => {
    const found = await readable(tx, actor, form.value.draftId);
    if (!found.ok) return found;
    const { standing } = found.value;
    if (!can('coverage.judge', standing) && !can('draft.write', standing)) {
      return fail('not-allowed');
    }
    if (await removeJudgement(tx, form.value)) {
      await publishDraftEvent(s, tx, found.value, { actor, event: 'coverage' });
    }
    return ok(null);
  });
}

/** Behind a closed door there is nothing to judge, and not even that is told. */
async function readable(tx: Executor, actor: Actor, draftId: string): Promise<Result<DraftCase>> {
  const found = await openCase(tx, actor, draftId);
  if (found.ok && !can('draft.read', found.value.standing)) return fail('not-found');
  return found;
}
