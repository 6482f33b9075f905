// Versions a creator keeps on purpose: under a name, or as they are before an older one is brought
// back. Bringing back is an edit in the creator's own editor, so there is no command for it.
import { z } from 'zod';
import { fail, type Result } from '#shared/result.ts';
import { type Actor, can } from '#shared/roles.ts';
import { parse } from '../auth/accounts.ts';
import { publishDraftEvent } from '../decisions.ts';
import { openCase } from '../drafts.ts';
import type { Services } from '../services.ts';
import { keepVersion } from '../versions.ts';

const maxNameLength = 80;
const keepForm = z.object({
  draftId: z.string().max(64),
  /** What the creator saw; if another device has written since, nothing is kept. */
  contentId: z.string().regex(/^[0-9a-f]{64}$/),
  name: z.string().trim().max(maxNameLength).default(''),
});

/** Keeps what the draft says now, under `name` where one is given. */
export async function keepDraftVersion(
  s: Services,
  actor: Actor,
  input: z.input<typeof keepForm>,
): Promise<Result<null>> {
  const form = parse(keepForm, input);
  if (!form.ok) return form;
  const { draftId, contentId, name } = form.value;
  const found = await openCase(s.db, actor, draftId);
  if (!found.ok) return found;
  if (!can('draft.write', found.value.standing)) return fail('not-allowed');
  const kept = await keepVersion(s, { draftId, name: name || null, seen: contentId });
  // Behind a closed door nobody else has a list to bring up to date.
  if (kept.ok && found.value.draft.open) {
    await s.db.transaction((tx) => publishDraftEvent(s, tx, found.value, { actor, event: 'keep' }));
  }
  return kept;
}
