// Comments beside a passage, a picture or the guidelines. The audience is chosen before the first
// letter and never changes; the creator's side has one audience only, everyone.
import { z } from 'zod';
import type { Tx } from '#db/open.ts';
import { briefDoor } from '#db/members.ts';
import { draftById } from '#db/drafts.ts';
import { standingFor } from '#db/standing.ts';
import {
  addComment,
  type CommentRow,
  commentById,
  createThread,
  creatorIdsOf,
  editComment as editRow,
  noteRead,
  removeComment,
  setResolved,
  type ThreadRow,
  threadById,
} from '#db/threads.ts';
import { anchorSchema } from '#shared/anchor-schema.ts';
import { fitsDocument } from '#shared/anchors.ts';
import { maxCommentLength } from '#shared/comments.ts';
import { idFrom } from '#shared/ids.ts';
import { mentionedIn, storedBody } from '#shared/mentions.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { type Actor, can } from '#shared/roles.ts';
import { parse } from '../auth/accounts.ts';
import { type Heard, hearersAt, hearing } from '../hearing.ts';
import { tellThreadReply, tellThreadStart } from '../inbox.ts';
import type { Services } from '../services.ts';

const id = z.string().min(1).max(64);
const body = z.string().trim().min(1).max(maxCommentLength);
/** Whose names the page found in the words. */
const mentions = z.array(id).max(20).default([]);
const startForm = z.object({
  place: z.union([z.object({ draftId: id }), z.object({ briefId: id })]),
  audience: z.enum(['brand', 'everyone']),
  anchor: anchorSchema,
  body,
  mentions,
});

export async function startThread(
  s: Services,
  actor: Actor,
  input: z.input<typeof startForm>,
): Promise<Result<{ threadId: string }>> {
  const form = parse(startForm, input);
  if (!form.ok) return form;
  const { place, audience, anchor } = form.value;
  if (!fitsDocument(anchor, 'draftId' in place ? 'draft' : 'guidelines')) return fail('bad-input');
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
    const said = await wordsFor(tx, thread, form.value);
    if (!said.ok) return said;
    await createThread(tx, thread);
    await addWords(s, tx, { threadId: thread.id, userId: actor.userId, ...said.value });
    const { mentions: named } = said.value;
    await tell(s, tx, { actor, thread, kind: 'thread.start', mentions: named });
    await tellThreadStart(s, tx, { actor, thread, named, creatorId: draft?.creatorId ?? null });
    return ok({ threadId: thread.id });
  });
}

const replyForm = z.object({ threadId: id, body, mentions });

export async function reply(
  s: Services,
  actor: Actor,
  input: z.input<typeof replyForm>,
): Promise<Result<null>> {
  const form = parse(replyForm, input);
  if (!form.ok) return form;
  return onThread(s, actor, form.value.threadId, async (tx, thread) => {
    const { threadId } = form.value;
    const said = await wordsFor(tx, thread, form.value);
    if (!said.ok) return said;
    await addWords(s, tx, { threadId, userId: actor.userId, ...said.value });
    // A word to a closed matter opens it again, otherwise nobody would read it.
    if (thread.resolvedAt) await setResolved(tx, threadId, null);
    const { mentions: named } = said.value;
    const draft = thread.draftId ? await draftById(tx, thread.draftId) : null;
    await tellThreadReply(s, tx, { actor, thread, named, creatorId: draft?.creatorId ?? null });
    return ok({ kind: 'thread.reply', mentions: named });
  });
}

export async function resolve(
  s: Services,
  actor: Actor,
  input: { threadId: string },
): Promise<Result<null>> {
  return onThread(s, actor, String(input.threadId), async (tx, thread) => {
    if (thread.resolvedAt) return ok(null);
    await setResolved(tx, thread.id, { by: actor.userId, at: s.now() });
    return ok({ kind: 'thread.resolve' });
  });
}

export async function reopen(
  s: Services,
  actor: Actor,
  input: { threadId: string },
): Promise<Result<null>> {
  return onThread(s, actor, String(input.threadId), async (tx, thread) => {
    if (!thread.resolvedAt) return ok(null);
    await setResolved(tx, thread.id, null);
    return ok({ kind: 'thread.reopen' });
  });
}

const editForm = z.object({ commentId: id, body, mentions });

export async function editComment(
  s: Services,
  actor: Actor,
  input: z.input<typeof editForm>,
): Promise<Result<null>> {
  const form = parse(editForm, input);
  if (!form.ok) return form;
  return onComment(s, actor, form.value.commentId, async (tx, row, thread) => {
    const said = await wordsFor(tx, thread, form.value);
    if (!said.ok) return said;
    await editRow(tx, { id: row.id, ...said.value, at: s.now() });
    // Who was meant before heard of it then.
    const fresh = said.value.mentions.filter((one) => !row.mentions.includes(one));
    return ok(fresh);
  });
}

export async function deleteComment(
  s: Services,
  actor: Actor,
  input: { commentId: string },
): Promise<Result<null>> {
  return onComment(s, actor, String(input.commentId), async (tx, row) => {
    await removeComment(tx, row);
    return ok([]);
  });
}

/** What is told of a change; null means there was nothing to change. */
type Told = { kind: string; mentions?: string[] } | null;

/** Runs a change on a thread that this person may read. */
async function onThread(
  s: Services,
  actor: Actor,
  threadId: string,
  change: (tx: Tx, thread: ThreadRow) => Promise<Result<Told>>,
): Promise<Result<null>> {
  return s.db.transaction(async (tx) => {
    const thread = await threadById(tx, threadId);
    const standing = thread && (await hearing(tx, actor.userId, thread));
    if (!thread || !standing) return fail('not-found');
    if (!can(`thread.${thread.audience}.say`, standing)) return fail('not-allowed');
    const told = await change(tx, thread);
    if (!told.ok) return told;
    if (told.value) await tell(s, tx, { actor, thread, ...told.value });
    return ok(null);
  });
}

/** `change` says who is meant now and was not before. */
async function onComment(
  s: Services,
  actor: Actor,
  commentId: string,
  change: (tx: Tx, row: CommentRow, thread: ThreadRow) => Promise<Result<string[]>>,
): Promise<Result<null>> {
  return s.db.transaction(async (tx) => {
    const row = await commentById(tx, commentId);
    const thread = row && (await threadById(tx, row.threadId));
    if (!row || !thread || !(await hearing(tx, actor.userId, thread))) return fail('not-found');
    if (row.userId !== actor.userId) return fail('not-allowed');
    const changed = await change(tx, row, thread);
    if (!changed.ok) return changed;
    await tell(s, tx, { actor, thread, kind: 'thread.edit', mentions: changed.value });
    return ok(null);
  });
}

type Words = Pick<CommentRow, 'body' | 'mentions'>;

/** A comment as it is kept. Somebody who cannot hear the thread cannot be meant in it. */
async function wordsFor(
  tx: Tx,
  thread: Heard,
  { body: typed, mentions: chosen }: Words,
): Promise<Result<Words>> {
  if (chosen.length === 0) return ok({ body: typed, mentions: [] });
  const hearers = await hearersAt(tx, thread);
  const meant = hearers.filter(
    ({ userId, hears }) => chosen.includes(userId) && hears.includes(thread.audience),
  );
  const isHeard = chosen.every((one) => meant.some(({ userId }) => userId === one));
  if (!isHeard) return fail('bad-input', { field: 'mentions' });
  const stored = storedBody(typed, meant);
  return ok({ body: stored, mentions: mentionedIn(stored, meant) });
}

async function addWords(
  s: Services,
  tx: Tx,
  row: { threadId: string; userId: string } & Words,
): Promise<void> {
  const { threadId, userId } = row;
  const at = s.now();
  await addComment(tx, { ...row, id: idFrom(s.randomBytes(20)), createdAt: at });
  await noteRead(tx, { threadId, userId, upTo: at });
}

interface Telling {
  actor: Actor;
  thread: Heard & { id: string };
  kind: string;
  /** Who is newly meant; each of them hears the thread. */
  mentions?: string[];
}

async function tell(s: Services, tx: Tx, telling: Telling): Promise<void> {
  const { actor, thread, kind, mentions: meant = [] } = telling;
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
    body: { threadId: thread.id, mentions: meant.join(' ') },
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
