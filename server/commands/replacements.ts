// Somebody else in a creator's place: the posts and their days go over, and nothing else. What the
// one before wrote, agreed to and said stays theirs and the brand's to read; the next begins with
// empty drafts of their own. One transaction, so that no moment has both or neither.
import { z } from 'zod';
import { setPosts } from '#db/brief-posts.ts';
import { creatorPlace, type CreatorRow } from '#db/creators.ts';
import { deliverablesOf } from '#db/deliverables.ts';
import { bumpAcl } from '#db/documents.ts';
import { livePosts, noteReplaced } from '#db/replacements.ts';
import { revokeOpenLinks } from '#db/links.ts';
import { freeComingSlots } from '#db/shoots.ts';
import type { Tx } from '#db/open.ts';
import { personById } from '#db/people.ts';
import { personName } from '#shared/account.ts';
import { assigned, withPosts } from '#shared/assigned.ts';
import { line, passage, phone } from '#shared/form-fields.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { Actor } from '#shared/roles.ts';
import { locales } from '#shared/words/words.ts';
import { parse } from '../auth/accounts.ts';
import { startOwnDrafts } from '../first-draft.ts';
import { handInvitation, type HandedLink } from '../handing.ts';
import { tellPeople } from '../inbox.ts';
import { addPlace, type NewPlace, type Placed } from '../inviting.ts';
import { judge } from '../rights.ts';
import type { Services } from '../services.ts';
import { existingBrief, tellPerson } from '../telling.ts';

const replacementForm = z.object({
  briefId: z.string(),
  /** Whose posts they were. */
  userId: z.string(),
  /** Somebody of this brief or of the workspace; without it an account is made. */
  byUserId: z.string().optional(),
  name: personName,
  locale: z.enum(locales),
  // Left out of somebody in the brief, who has a deal already.
  handle: line(60).default(''),
  phone: phone.default(''),
  fee: line(120).default(''),
  product: line(200).default(''),
  code: line(40).default(''),
  terms: passage(2000).default(''),
});
type Form = z.output<typeof replacementForm>;

export interface Replaced {
  userId: string;
  name: string;
  /** The way in, to be handed over now; null for somebody of this brief. */
  link: HandedLink | null;
}

export async function replaceCreator(
  s: Services,
  actor: Actor,
  input: z.input<typeof replacementForm>,
): Promise<Result<Replaced>> {
  const form = parse(replacementForm, input);
  if (!form.ok) return form;
  const { briefId, userId, byUserId } = form.value;
  if (byUserId === userId) return fail('bad-input', { field: 'byUserId' });
  return s.db.transaction(async (tx) => {
    // Words on their way in are fenced off: they are on disk, or they stay on their writer's device.
    await bumpAcl(tx, { briefId });
    const allowed = await judge(tx, { actor, place: { briefId }, action: 'creator.invite' });
    if (!allowed.ok) return allowed;
    const before = await creatorPlace(tx, { briefId, userId });
    if (!before) return fail('not-found');
    const posts = await postsToTake(tx, before);
    if (!posts.ok) return posts;
    const next = await takeOver(s, tx, { actor, form: form.value, posts: posts.value });
    if (next.ok) await letGo(s, tx, { actor, before, replacedBy: next.value.userId });
    return next;
  });
}

/** All they were to make but what is live; null where that is every post of the brief. */
async function postsToTake(tx: Tx, before: CreatorRow): Promise<Result<string[] | null>> {
  if (before.state === 'removed' && before.replacedBy)
    return fail('not-now', { field: 'replaced' });
  const live = await livePosts(tx, before);
  if (before.posts === null && live.size === 0) return ok(null);
  const theirs = assigned(before.posts, await deliverablesOf(tx, before.briefId));
  const left = theirs.filter(({ id }) => !live.has(id)).map(({ id }) => id);
  return left.length > 0 ? ok(left) : fail('not-now', { field: 'all-live' });
}

interface Taking {
  actor: Actor;
  form: Form;
  posts: string[] | null;
}

async function takeOver(s: Services, tx: Tx, taking: Taking): Promise<Result<Replaced>> {
  const { briefId, userId: _before, byUserId, ...fields } = taking.form;
  const here = byUserId ? await creatorPlace(tx, { briefId, userId: byUserId }) : null;
  if (here) return takeMore(s, tx, { ...taking, here });
  const place: NewPlace = { ...fields, briefId, userId: byUserId, posts: taking.posts };
  const placed = await addPlace(s, tx, place);
  return placed.ok ? ok(await invited(s, tx, taking, placed.value)) : placed;
}

async function invited(
  s: Services,
  tx: Tx,
  { actor, form: { briefId } }: Taking,
  person: Placed,
): Promise<Replaced> {
  const brief = await existingBrief(tx, briefId);
  const link = await handInvitation(s, tx, { actor, person, brief });
  const { id: userId, name } = person;
  await tellPerson(s, tx, { briefId, actor, kind: 'creator.invited', personId: userId });
  return { userId, name, link };
}

/** Somebody of the brief makes these too. The days are known once `letGo` has noted who it is. */
async function takeMore(
  s: Services,
  tx: Tx,
  { actor, posts, here, form }: Taking & { here: CreatorRow },
): Promise<Result<Replaced>> {
  const { briefId, userId } = here;
  if (here.state === 'declined' || here.state === 'removed')
    return fail('not-now', { field: 'out' });
  const more = posts ?? (await deliverablesOf(tx, briefId)).map(({ id }) => id);
  const theirs = withPosts(here.posts, more);
  if (theirs === null || theirs.length === here.posts?.length) {
    return fail('not-now', { field: 'makes-these' });
  }
  await setPosts(tx, here.id, theirs);
  const count = theirs.length - (here.posts?.length ?? 0);
  await tellPerson(s, tx, { briefId, actor, kind: 'creator.posts', personId: userId });
  const told = { kind: 'posts-given', to: [userId], briefId, actor } as const;
  await tellPeople(s, tx, { ...told, body: { count } });
  return ok({ userId, name: (await personById(tx, userId))?.name ?? form.name, link: null });
}

interface Leaving {
  actor: Actor;
  before: CreatorRow;
  replacedBy: string;
}

async function letGo(s: Services, tx: Tx, { actor, before, replacedBy }: Leaving): Promise<void> {
  const { id, briefId, userId } = before;
  await noteReplaced(tx, id, replacedBy);
  await freeComingSlots(tx, id, s.now());
  const purposes = ['invite-creator' as const, 'reinvite-creator' as const];
  await revokeOpenLinks(tx, { purposes, userId, briefId }, s.now());
  const next = await creatorPlace(tx, { briefId, userId: replacedBy });
  if (next?.state === 'in') await startOwnDrafts(s, tx, next);
  await tellPerson(s, tx, { briefId, actor, kind: 'creator.removed', personId: userId });
  tx.afterCommit(() => s.hub.rightsChanged({ userId }));
}
