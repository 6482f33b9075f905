// What the brand does in its list of creators: how answers are weighed, what it notes about somebody,
// asking to be shown figures, and adding somebody it knows to a brief.
import { z } from 'zod';
import { briefById } from '#db/briefs.ts';
import { creatorsElsewhere } from '#db/creators.ts';
import type { Tx } from '#db/open.ts';
import { personById } from '#db/people.ts';
import {
  askedSince,
  knownCreators,
  type KnownCreator,
  setRosterNote,
  setWeights,
} from '#db/roster.ts';
import { whatIsShown } from '#db/shown.ts';
import { answers, maxWeight } from '#shared/engagement.ts';
import { passage } from '#shared/form-fields.ts';
import { nudgedAfter } from '#shared/nudge.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { Actor } from '#shared/roles.ts';
import { maxRosterNote } from '#shared/roster.ts';
import { parse } from '../auth/accounts.ts';
import { tellPeople } from '../inbox.ts';
import { judge } from '../rights.ts';
import type { Services } from '../services.ts';
import { inviteCreator, type Invited } from './creators.ts';

const weight = z.coerce.number().min(0).max(maxWeight);
const weightsForm = z
  .object({
    workspaceId: z.string(),
    likes: weight,
    comments: weight,
    saves: weight,
    shares: weight,
  })
  // All zero would make everybody's figure nothing.
  .refine((form) => answers.some((name) => form[name] > 0));

/** How much a like, a comment, a save and a share count, for everybody in the workspace at once. */
export async function weighAnswers(
  s: Services,
  actor: Actor,
  input: z.input<typeof weightsForm>,
): Promise<Result<null>> {
  const form = parse(weightsForm, input);
  if (!form.ok) return form;
  const { workspaceId, ...weights } = form.value;
  return inRoster(s, { actor, workspaceId }, async (tx) => {
    await setWeights(tx, { workspaceId, weights, changedBy: actor.userId, at: s.now() });
    return ok(null);
  });
}

const noteForm = z.object({
  workspaceId: z.string(),
  userId: z.string(),
  note: passage(maxRosterNote),
});

/** For the brand's people alone; whoever is noted about is in the list from then on. */
export async function noteOnCreator(
  s: Services,
  actor: Actor,
  input: z.input<typeof noteForm>,
): Promise<Result<null>> {
  const form = parse(noteForm, input);
  if (!form.ok) return form;
  const { workspaceId } = form.value;
  return inRoster(s, { actor, workspaceId }, async (tx) => {
    if (!(await known(tx, form.value))) return fail('not-found');
    await setRosterNote(tx, { ...form.value, addedBy: actor.userId, addedAt: s.now() });
    return ok(null);
  });
}

const askForm = z.object({ workspaceId: z.string(), userId: z.string() });

/** Asks somebody who shows nothing, once a day at most; what they show stays theirs to choose. */
export async function askForFigures(
  s: Services,
  actor: Actor,
  input: z.input<typeof askForm>,
): Promise<Result<null>> {
  const form = parse(askForm, input);
  if (!form.ok) return form;
  const { workspaceId, userId } = form.value;
  return inRoster(s, { actor, workspaceId }, async (tx) => {
    const creator = await known(tx, form.value);
    if (!creator) return fail('not-found');
    const [brief] = creator.briefs;
    // Who is in no brief has no page of ours that the question could lead to.
    if (!brief || (await whatIsShown(tx, form.value)) !== 'nothing') return fail('not-now');
    const about = { workspaceId, userIds: [userId], kind: 'figures-asked' };
    const asked = await askedSince(tx, { ...about, since: nudgedAfter(s.now()) });
    if (asked.size > 0) return fail('not-now');
    await tellPeople(s, tx, { kind: 'figures-asked', to: [userId], briefId: brief.id, actor });
    return ok(null);
  });
}

const addForm = z.object({ briefId: z.string().min(1), userId: z.string() });

/** Asks somebody the workspace knows to join a brief, under the handle they are known by. */
export async function addToBrief(
  s: Services,
  actor: Actor,
  input: z.input<typeof addForm>,
): Promise<Result<Invited & { briefId: string }>> {
  const form = parse(addForm, input);
  if (!form.ok) return form;
  const { briefId, userId } = form.value;
  const allowed = await judge(s.db, { actor, place: { briefId }, action: 'creator.invite' });
  if (!allowed.ok) return allowed;
  const brief = await briefById(s.db, briefId);
  if (!brief) return fail('not-found');
  const { workspaceId } = brief;
  const elsewhere = await creatorsElsewhere(s.db, { workspaceId, briefId });
  const handle = elsewhere.find((one) => one.userId === userId)?.handle ?? '';
  const person = await personById(s.db, userId);
  if (!person) return fail('not-found');
  const deal = { handle, fee: '', product: '', code: '', terms: '' };
  const { name, locale } = person;
  const invited = await inviteCreator(s, actor, { ...deal, briefId, userId, name, locale });
  return invited.ok ? ok({ ...invited.value, briefId }) : invited;
}

async function known(
  tx: Tx,
  { workspaceId, userId }: { workspaceId: string; userId: string },
): Promise<KnownCreator | undefined> {
  return (await knownCreators(tx, workspaceId)).find((one) => one.userId === userId);
}

/** One change of the list, with everybody's open pages told. */
async function inRoster(
  s: Services,
  { actor, workspaceId }: { actor: Actor; workspaceId: string },
  change: (tx: Tx) => Promise<Result<null>>,
): Promise<Result<null>> {
  return s.db.transaction(async (tx) => {
    const allowed = await judge(tx, { actor, place: { workspaceId }, action: 'roster.write' });
    if (!allowed.ok) return allowed;
    const done = await change(tx);
    if (!done.ok) return done;
    await s.live.publish(tx, {
      kind: 'roster.changed',
      topic: `roster:${workspaceId}`,
      audience: 'brand',
      workspaceId,
      actorId: actor.userId,
      at: s.now(),
    });
    return done;
  });
}
