// What is done with many posts of a brief at once, besides moving their days: a nudge, one post more, the
// same question to several. One notice a person. Nothing is ever decided here: who approves has it open.
import { z } from 'zod';
import { setNudged, setPosts } from '#db/brief-posts.ts';
import { creatorsOf } from '#db/creators.ts';
import { deliverableById } from '#db/deliverables.ts';
import { draftsOfBrief } from '#db/drafts.ts';
import type { Tx } from '#db/open.ts';
import { addComment, createThread, noteRead } from '#db/threads.ts';
import { newDraft, type Status, turn } from '#shared/approval.ts';
import { maxCommentLength } from '#shared/comments.ts';
import { idFrom } from '#shared/ids.ts';
import { nudgedLately } from '#shared/nudge.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { type Actor, can } from '#shared/roles.ts';
import { parse } from '../auth/accounts.ts';
import {
  type ChosenPost,
  chosenForm,
  chosenPosts,
  isPostOver,
  onePost,
  postsByCreator,
} from '../chosen-posts.ts';
import { publishDraftEvent } from '../decisions.ts';
import { startDraft } from '../first-draft.ts';
import { leadIds, tellPeople } from '../inbox.ts';
import { judge } from '../rights.ts';
import type { Services } from '../services.ts';
import { tellEveryone } from '../telling.ts';

export interface NudgedPosts {
  people: number;
  /** Whose turn it is, and who heard of it within the last day. */
  lately: number;
}

/** One notice to each creator whose turn it is in any of these posts, at most once a day. */
export async function nudgePosts(
  s: Services,
  actor: Actor,
  input: z.input<typeof chosenForm>,
): Promise<Result<NudgedPosts>> {
  const form = parse(chosenForm, input);
  if (!form.ok) return form;
  return s.db.transaction(async (tx) => {
    const found = await chosenPosts(tx, actor, { ...form.value, action: 'creator.invite' });
    if (!found.ok) return found;
    const { brief, posts } = found.value;
    const owed = posts.filter((post) => !isPostOver(post) && isCreators(post));
    if (owed.length === 0) return fail('not-now', { field: 'nudge' });
    const due = owed.filter(({ creator }) => !nudgedLately(creator.nudgedAt, s.now()));
    const byCreator = postsByCreator(due);
    for (const [userId, own] of byCreator) {
      const about = {
        briefId: brief.id,
        draftId: onePost(own),
        actor,
        body: { count: own.length },
      };
      await tellPeople(s, tx, { kind: 'nudged', to: [userId], ...about });
    }
    await setNudged(tx, [...new Set(due.map(({ creator }) => creator.id))], s.now());
    return ok({ people: byCreator.size, lately: postsByCreator(owed).size - byCreator.size });
  });
}

const isCreators = ({ draft }: ChosenPost): boolean =>
  turn({ ...newDraft(0), status: draft.status as Status }) === 'creator';

const addForm = z.object({
  briefId: z.string(),
  deliverableId: z.string(),
  creatorIds: z.array(z.string()).min(1).max(200),
});

/** These creators make this post too; who has it already keeps it as it is. */
export async function givePost(
  s: Services,
  actor: Actor,
  input: z.input<typeof addForm>,
): Promise<Result<{ people: number }>> {
  const form = parse(addForm, input);
  if (!form.ok) return form;
  const { briefId, deliverableId, creatorIds } = form.value;
  return s.db.transaction(async (tx) => {
    const allowed = await judge(tx, { actor, place: { briefId }, action: 'brief.edit' });
    if (!allowed.ok) return allowed;
    const deliverable = await deliverableById(tx, deliverableId);
    if (deliverable?.briefId !== briefId) return fail('not-found');
    const drafts = await draftsOfBrief(tx, briefId);
    const has = new Set(
      drafts.flatMap((draft) => (draft.deliverableId === deliverableId ? [draft.creatorId] : [])),
    );
    const fresh = (await creatorsOf(tx, briefId)).filter(
      ({ userId, state }) => state === 'in' && creatorIds.includes(userId) && !has.has(userId),
    );
    if (fresh.length === 0) return fail('not-now', { field: 'post' });
    for (const { id, userId, posts } of fresh) {
      if (posts) await setPosts(tx, id, [...new Set([...posts, deliverableId])]);
      await startDraft(s, tx, { briefId, deliverableId, creatorId: userId });
    }
    const to = fresh.map(({ userId }) => userId);
    await tellEveryone(s, tx, { briefId, actor, kind: 'brief.deliverables' });
    await tellPeople(s, tx, { kind: 'posts-given', to, briefId, actor, body: { count: 1 } });
    return ok({ people: fresh.length });
  });
}

/** A thread on each: more than this is not one question any more. */
const mostAsked = 400;
const askForm = chosenForm.extend({
  cells: chosenForm.shape.cells.max(mostAsked),
  body: z.string().trim().min(1).max(maxCommentLength),
});

/** The same words to Everyone on each of these posts. Behind a closed door nothing can be said. */
export async function askSeveral(
  s: Services,
  actor: Actor,
  input: z.input<typeof askForm>,
): Promise<Result<{ posts: number; left: number }>> {
  const form = parse(askForm, input);
  if (!form.ok) return form;
  return s.db.transaction(async (tx) => {
    const found = await chosenPosts(tx, actor, { ...form.value, action: 'brief.read' });
    if (!found.ok) return found;
    const { brief, standing, posts } = found.value;
    if (!can('thread.everyone.say', { ...standing, draft: { own: false, open: true } })) {
      return fail('not-allowed');
    }
    const open = posts.filter((post) => post.draft.open && !isPostOver(post));
    if (open.length === 0) return fail('not-now', { field: 'ask' });
    const threads: Asked[] = [];
    for (const post of open) {
      const threadId = await say(s, tx, { actor, post, body: form.value.body });
      await publishDraftEvent(s, tx, { draft: post.draft, brief }, { actor, event: 'asked' });
      threads.push({ ...post, threadId });
    }
    await tellAsked(s, tx, { actor, briefId: brief.id, threads });
    return ok({ posts: open.length, left: posts.length - open.length });
  });
}

interface Asked extends ChosenPost {
  threadId: string;
}

async function say(
  s: Services,
  tx: Tx,
  { actor, post, body }: { actor: Actor; post: ChosenPost; body: string },
): Promise<string> {
  const [threadId, at, userId] = [idFrom(s.randomBytes(20)), s.now(), actor.userId];
  const { id: draftId, briefId } = post.draft;
  const made = { createdBy: userId, createdAt: at };
  const anchor = { kind: 'whole' } as const;
  await createThread(tx, { id: threadId, briefId, draftId, audience: 'everyone', anchor, ...made });
  const words = { body, mentions: [], createdAt: at };
  await addComment(tx, { id: idFrom(s.randomBytes(20)), threadId, userId, ...words });
  await noteRead(tx, { threadId, userId, upTo: at });
  return threadId;
}

/** Each creator once, and the leads once for all of it. */
async function tellAsked(
  s: Services,
  tx: Tx,
  { actor, briefId, threads }: { actor: Actor; briefId: string; threads: Asked[] },
): Promise<void> {
  const tell = async (to: string[], about: Asked[]) => {
    const [first] = about;
    if (!first) return;
    const { threadId, draft } = first;
    const place = { briefId, draftId: draft.id, threadId, audience: 'everyone' } as const;
    const kind = about.length === 1 ? 'comment' : 'asked-several';
    await tellPeople(s, tx, { kind, to, ...place, actor, body: { count: about.length } });
  };
  for (const [userId, own] of postsByCreator(threads)) await tell([userId], own);
  await tell(await leadIds(tx, briefId), threads);
}
