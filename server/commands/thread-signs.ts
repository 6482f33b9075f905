// The small signs a page gives about threads: how far its person has read, and that they are writing.
// The first is a row of their own that is told to nobody, the second is kept nowhere.
import { z } from 'zod';
import { lastWordOf, noteRead, threadById } from '#db/threads.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { type Actor, can, sideOf } from '#shared/roles.ts';
import { parse } from '../auth/accounts.ts';
import { hearing, hearsWriter } from '../hearing.ts';
import type { Services } from '../services.ts';

const id = z.string().min(1).max(64);
const readForm = z.object({
  read: z.array(z.object({ threadId: id, upTo: z.number().int().positive() })).max(200),
});

/** How far this person has read; told to nobody. */
export async function markRead(
  s: Services,
  actor: Actor,
  input: z.input<typeof readForm>,
): Promise<Result<null>> {
  const form = parse(readForm, input);
  if (!form.ok) return form;
  return s.db.transaction(async (tx) => {
    for (const { threadId, upTo } of form.value.read) {
      const thread = await threadById(tx, threadId);
      if (!thread || !(await hearing(tx, actor.userId, thread))) return fail('not-found');
      // A clock that is wrong by hours must not mark what nobody has said yet.
      const last = (await lastWordOf(tx, threadId))?.getTime() ?? 0;
      const seen = new Date(Math.min(upTo, last));
      await noteRead(tx, { threadId, userId: actor.userId, upTo: seen });
    }
    return ok(null);
  });
}

const writingForm = z.object({ threadId: id, isWriting: z.boolean() });

/** Shows whoever hears this thread, and nobody else, that somebody is writing in it. */
export async function showWriting(
  s: Services,
  actor: Actor,
  input: z.input<typeof writingForm>,
): Promise<Result<null>> {
  const form = parse(writingForm, input);
  if (!form.ok) return form;
  const { threadId, isWriting } = form.value;
  const thread = await threadById(s.db, threadId);
  const standing = thread && (await hearing(s.db, actor.userId, thread));
  if (!thread || !standing) return fail('not-found');
  if (!can(`thread.${thread.audience}.say`, standing)) return fail('not-allowed');
  const { userId: writer, name } = actor;
  const who = { id: writer, name, side: sideOf(standing) ?? 'brand', isWriting };
  s.live.whisper({ kind: 'writing', topic: `thread:${threadId}`, who }, (userId) =>
    hearsWriter(s.db, { userId, writer, thread }),
  );
  return ok(null);
}
