// A person's own ways to look at a brief's posts. What is kept is the query as the page itself writes
// it, whatever was sent.
import { z } from 'zod';
import { addSavedView, countSavedViews, removeSavedView } from '#db/saved-views.ts';
import { namedLine } from '#shared/form-fields.ts';
import { idFrom } from '#shared/ids.ts';
import { readQuery, writeQuery } from '#shared/posts-grid.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { Actor } from '#shared/roles.ts';
import { parse } from '../auth/accounts.ts';
import { judge } from '../rights.ts';
import type { Services } from '../services.ts';

/** More than anybody chooses among. */
const mostViews = 20;

const saveForm = z.object({
  briefId: z.string(),
  name: namedLine(40),
  query: z.string().max(1_000),
});

export async function saveView(
  s: Services,
  actor: Actor,
  input: z.input<typeof saveForm>,
): Promise<Result<null>> {
  const form = parse(saveForm, input);
  if (!form.ok) return form;
  const { briefId, name } = form.value;
  const given = new URLSearchParams(form.value.query);
  const query = writeQuery(readQuery((key) => given.get(key)));
  return s.db.transaction(async (tx) => {
    const allowed = await judge(tx, { actor, place: { briefId }, action: 'brief.read' });
    if (!allowed.ok) return allowed;
    const whose = { briefId, userId: actor.userId };
    if ((await countSavedViews(tx, whose)) >= mostViews) return fail('not-now', { field: 'views' });
    const id = idFrom(s.randomBytes(20));
    await addSavedView(tx, { id, ...whose, name, query, createdAt: s.now() });
    return ok(null);
  });
}

export async function removeView(
  s: Services,
  actor: Actor,
  { viewId }: { viewId: string },
): Promise<Result<null>> {
  return s.db.transaction(async (tx) => {
    const gone = await removeSavedView(tx, { id: String(viewId), userId: actor.userId });
    return gone ? ok(null) : fail('not-found');
  });
}
