// What people do with what they were told: read it, and choose what comes as a letter.
import { z } from 'zod';
import { markRead, setChoices } from '#db/inbox.ts';
import { ok, type Result } from '#shared/result.ts';
import type { Actor } from '#shared/roles.ts';
import { paces } from '#shared/telling.ts';
import { parse } from '../auth/accounts.ts';
import { ringBell } from '../inbox.ts';
import type { Services } from '../services.ts';

const readForm = z.union([
  z.object({ id: z.string().min(1).max(64) }),
  z.object({ all: z.literal(true) }),
]);

/** Only ever one's own; what is read already stays as it is. */
export async function readInbox(
  s: Services,
  actor: Actor,
  input: z.input<typeof readForm>,
): Promise<Result<null>> {
  const form = parse(readForm, input);
  if (!form.ok) return form;
  return s.db.transaction(async (tx) => {
    const { userId } = actor;
    const workspaceId = await markRead(tx, userId, { scope: form.value, at: s.now() });
    if (workspaceId) await ringBell(s, tx, { userId, workspaceId });
    return ok(null);
  });
}

const choicesForm = z.object({
  waits: z.enum(paces),
  talk: z.enum(paces),
  rest: z.enum(paces),
  signsIn: z.boolean(),
});

/** From now on; what was told before keeps the pace it had. */
export async function chooseTelling(
  s: Services,
  actor: Actor,
  input: z.input<typeof choicesForm>,
): Promise<Result<null>> {
  const form = parse(choicesForm, input);
  if (!form.ok) return form;
  await s.db.transaction((tx) => setChoices(tx, actor.userId, form.value));
  return ok(null);
}
