// Writing a reading copy of a version that was sent: either side may, each their own. It hangs on the
// version and never touches the post.
import { z } from 'zod';
import type { Tx } from '#db/open.ts';
import {
  removeReadingCopy as removeRow,
  writeReadingCopy as writeRow,
} from '#db/reading-copies.ts';
import { postLanguages } from '#shared/deliverable.ts';
import { idFrom } from '#shared/ids.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { type Actor, can } from '#shared/roles.ts';
import { parse } from '../auth/accounts.ts';
import { type DraftCase, openCase } from '../drafts.ts';
import type { Services } from '../services.ts';

/** In UTF-16 code units; a script is the longest of them. */
const maxTextLength = 20_000;
const id = z.string().min(1).max(64);
const text = z.string().max(maxTextLength);
const keyForm = z.object({ draftId: id, versionId: id, language: z.enum(postLanguages) });
const writeForm = keyForm.extend({
  texts: z
    .object({ title: text, caption: text, firstComment: text, script: text, frames: text })
    .partial(),
});

export async function writeReadingCopy(
  s: Services,
  actor: Actor,
  input: z.input<typeof writeForm>,
): Promise<Result<null>> {
  const form = parse(writeForm, input);
  if (!form.ok) return form;
  const { versionId, language } = form.value;
  const texts = Object.fromEntries(
    Object.entries(form.value.texts).filter(
      ([, words]) => words !== undefined && words.trim() !== '',
    ),
  );
  if (Object.keys(texts).length === 0) return fail('bad-input', { field: 'texts' });
  return onVersion(s, actor, form.value, async (tx) => {
    const row = { id: idFrom(s.randomBytes(20)), versionId, language, userId: actor.userId };
    await writeRow(tx, { ...row, texts, at: s.now() });
    return true;
  });
}

export async function removeReadingCopy(
  s: Services,
  actor: Actor,
  input: z.input<typeof keyForm>,
): Promise<Result<null>> {
  const form = parse(keyForm, input);
  if (!form.ok) return form;
  return onVersion(s, actor, form.value, (tx) =>
    removeRow(tx, { ...form.value, userId: actor.userId }),
  );
}

/** Runs a change of one's own copy of a version of this draft, and tells both sides of it. */
async function onVersion(
  s: Services,
  actor: Actor,
  { draftId, versionId }: z.output<typeof keyForm>,
  change: (tx: Tx) => Promise<boolean>,
): Promise<Result<null>> {
  return s.db.transaction(async (tx) => {
    const found = await openCase(tx, actor, draftId);
    if (!found.ok) return found;
    const { standing, versions } = found.value;
    if (!can('draft.read', standing)) return fail('not-found');
    if (!can('reading-copy.write', standing)) return fail('not-allowed');
    if (!versions.some((version) => version.id === versionId)) return fail('not-found');
    if (await change(tx)) await tell(s, tx, { actor, found: found.value });
    return ok(null);
  });
}

async function tell(
  s: Services,
  tx: Tx,
  { actor, found: { draft, brief } }: { actor: Actor; found: DraftCase },
): Promise<void> {
  await s.live.publish(tx, {
    kind: 'draft.reading-copy',
    topic: `draft:${draft.id}`,
    workspaceId: brief.workspaceId,
    briefId: brief.id,
    draftId: draft.id,
    audience: 'everyone',
    actorId: actor.userId,
    at: s.now(),
  });
}
