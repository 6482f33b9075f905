// Comments beside a passage, a picture or the guidelines. The audience is chosen before the first
// letter and never changes; the creator's side has one audience only, everyone.
import { z } from 'zod';
import type { Tx } from '#db/open.ts';
import { briefDoor } from '#db/members.ts';
import { draftById } from '#db/drafts.ts';
import { standingFor } from '#db/standing.ts';
import {
  addComment,
  commentById,
  createThread,
  creatorIdsOf,
  editComment as editRow,
  removeComment,
  setResolved,
  type ThreadRow,
  threadById,
} from '#db/threads.ts';
import { anchorSchema } from '#shared/anchors.ts';
import { idFrom } from '#shared/ids.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { type Actor, can, type Standing, sideOf } from '#shared/roles.ts';
import { parse } from '../auth/accounts.ts';
import { tellThreadReply, tellThreadStart } from '../inbox.ts';
import type { Services } from '../services.ts';

const maxCommentLength = 2000;
const id = z.string().min(1).max(64);
const body = z.string().trim().min(1).max(maxCommentLength);
const startForm = z.object({
  place: z.union([z.object({ draftId: id }), z.object({ briefId: id })]),
  audience: z.enum(['brand', 'everyone']),
  anchor: anchorSchema,
  body,
});

export async function startThread(
  s: Services,
  actor: Actor,
  input: z.input<typeof startForm>,
): Promise<Result<{ threadId: string }>> {
  const form = parse(startForm, input);
  if (!form.ok) return form;
  const { place, audience, anchor } = form.value;
  return s.db.transaction(async (tx) => {
    const standing = await standingFor(tx, actor.userId, place);
    if (!standing || !can(`thread.${audience}`, standing)) return fail('not-found');
    if (!can(`thread.${audience}.say`, standing)) return fail('not-allowed');
    const at = s.now();
    const draft = 'draftId' in place ? await draftById(tx, place.draftId) : null;
    const draftId = draft?.id ?? null;
    const briefId = 'briefId' in place ? place.briefId : (draft?.briefId ?? '');
    const thread = {
      id: idFrom(s.randomBytes(20)),
      briefId,
      draftId,
      audience,
      anchor,
      createdBy: actor.userId,
      createdAt: at,
    };
    await createThread(tx, thread);
    await addWords(s, tx, { threadId: thread.id, userId: actor.userId, body: form.value.body });
    await tell(s, tx, { actor, thread, kind: 'thread.start' });
    await tellThreadStart(s, tx, { actor, thread, creatorId: draft?.creatorId ?? null });
    return ok({ threadId: thread.id });
  });
}

const replyForm = z.object({ threadId: id, body });

export async function reply(
  s: Services,
  actor: Actor,
  input: z.input<typeof replyForm>,
): Promise<Result<null>> {
  const form = parse(replyForm, input);
  if (!form.ok) return form;
  return onThread(s, actor, form.value.threadId, async (tx, thread) => {
    const { threadId } = form.value;
    await addWords(s, tx, { threadId, userId: actor.userId, body: form.value.body });
    // A word to a closed matter opens it again, otherwise nobody would read it.
    if (thread.resolvedAt) await setResolved(tx, threadId, null);
    const draft = thread.draftId ? await draftById(tx, thread.draftId) : null;
    await tellThreadReply(s, tx, { actor, thread, creatorId: draft?.creatorId ?? null });
    return 'thread.reply';
  });
}

export async function resolve(
  s: Services,
  actor: Actor,
  input: { threadId: string },
): Promise<Result<null>> {
  return onThread(s, actor, String(input.threadId), async (tx, thread) => {
    if (thread.resolvedAt) return null;
    await setResolved(tx, thread.id, { by: actor.userId, at: s.now() });
    return 'thread.resolve';
  });
}

export async function reopen(
  s: Services,
  actor: Actor,
  input: { threadId: string },
): Promise<Result<null>> {
  return onThread(s, actor, String(input.threadId), async (tx, thread) => {
    if (!thread.resolvedAt) return null;
    await setResolved(tx, thread.id, null);
    return 'thread.reopen';
  });
}

const editForm = z.object({ commentId: id, body });

export async function editComment(
  s: Services,
  actor: Actor,
  input: z.input<typeof editForm>,
): Promise<Result<null>> {
  const form = parse(editForm, input);
  if (!form.ok) return form;
  return onComment(s, actor, form.value.commentId, async (tx) => {
    await editRow(tx, { id: form.value.commentId, body: form.value.body, at: s.now() });
  });
}

export async function deleteComment(
  s: Services,
  actor: Actor,
  input: { commentId: string },
): Promise<Result<null>> {
  return onComment(s, actor, String(input.commentId), async (tx, row) => removeComment(tx, row));
}

/** Runs a change on a thread that this person may read; null means there was nothing to change. */
async function onThread(
  s: Services,
  actor: Actor,
  threadId: string,
  change: (tx: Tx, thread: ThreadRow) => Promise<string | null>,
): Promise<Result<null>> {
  return s.db.transaction(async (tx) => {
    const thread = await threadById(tx, threadId);
    const standing = thread && (await hearer(tx, actor, thread));
    if (!thread || !standing) return fail('not-found');
    if (!can(`thread.${thread.audience}.say`, standing)) return fail('not-allowed');
    const kind = await change(tx, thread);
    if (kind) await tell(s, tx, { actor, thread, kind });
    return ok(null);
  });
}

async function onComment(
  s: Services,
  actor: Actor,
  commentId: string,
  change: (tx: Tx, row: NonNullable<Awaited<ReturnType<typeof commentById>>>) => Promise<void>,
): Promise<Result<null>> {
  return s.db.transaction(async (tx) => {
    const row = await commentById(tx, commentId);
    const thread = row && (await threadById(tx, row.threadId));
    if (!row || !thread || !(await hearer(tx, actor, thread))) return fail('not-found');
    if (row.userId !== actor.userId) return fail('not-allowed');
    await change(tx, row);
    await tell(s, tx, { actor, thread, kind: 'thread.edit' });
    return ok(null);
  });
}

/** The standing of somebody who hears this thread, null for everyone else. */
async function hearer(tx: Tx, actor: Actor, thread: ThreadRow): Promise<Standing | null> {
  const { draftId, briefId } = thread;
  const standing = await standingFor(tx, actor.userId, draftId ? { draftId } : { briefId });
  if (!standing || !can(`thread.${thread.audience}`, standing)) return null;
  if (draftId || sideOf(standing) === 'brand' || thread.createdBy === actor.userId) return standing;
  // On the guidelines a creator hears the brand, never another creator.
  return (await creatorIdsOf(tx, briefId)).has(thread.createdBy) ? null : standing;
}

async function addWords(
  s: Services,
  tx: Tx,
  row: { threadId: string; userId: string; body: string },
): Promise<void> {
  await addComment(tx, { ...row, id: idFrom(s.randomBytes(20)), createdAt: s.now() });
}

interface Told {
  actor: Actor;
  thread: Pick<ThreadRow, 'id' | 'briefId' | 'draftId' | 'audience' | 'createdBy'>;
  kind: string;
}

async function tell(s: Services, tx: Tx, { actor, thread, kind }: Told): Promise<void> {
  const { draftId, briefId } = thread;
  const brief = await briefDoor(tx, briefId);
  const event = {
    kind,
    topic: draftId ? `draft:${draftId}` : `brief:${briefId}`,
    workspaceId: brief?.workspaceId ?? '',
    briefId,
    draftId,
    actorId: actor.userId,
    at: s.now(),
    body: { threadId: thread.id },
  };
  const creators = draftId ? new Set<string>() : await creatorIdsOf(tx, briefId);
  if (!creators.has(actor.userId) && !creators.has(thread.createdBy)) {
    return s.live.publish(tx, { ...event, audience: thread.audience });
  }
  // A creator's words on the guidelines are for the brand: no other creator hears that there are any.
  await s.live.publish(tx, { ...event, audience: 'brand' });
  if (creators.has(thread.createdBy)) {
    await s.live.publish(tx, { ...event, audience: 'person', toUserId: thread.createdBy });
  }
}
