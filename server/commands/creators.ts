// Creators in a brief, from the brand's side: asking them, their deal, taking an invitation back,
// answering their question, letting them go.
import { z } from 'zod';
import { creatorPlace, type CreatorRow, questionAnswered, setCreatorState } from '#db/creators.ts';
import { bumpAcl } from '#db/documents.ts';
import { revokeOpenLinks } from '#db/links.ts';
import type { Tx } from '#db/open.ts';
import { freeComingSlots } from '#db/shoots.ts';
import { personName } from '#shared/account.ts';
import { line, namedPassage, passage, phone } from '#shared/form-fields.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { Action, Actor } from '#shared/roles.ts';
import { locales } from '#shared/words/words.ts';
import { parse } from '../auth/accounts.ts';
import type { HandedLink } from '../handing.ts';
import { tellPeople } from '../inbox.ts';
import { addPlace } from '../inviting.ts';
import { judge } from '../rights.ts';
import type { Services } from '../services.ts';
import { tellPerson } from '../telling.ts';
import { copyInvitation } from './people.ts';

const handle = line(60);
const dealFields = {
  handle,
  fee: line(120),
  product: line(200),
  code: line(40),
  terms: passage(2000),
};
const invitationForm = z.object({
  briefId: z.string(),
  /** A creator the workspace knows already; without it an account is made. */
  userId: z.string().optional(),
  name: personName,
  locale: z.enum(locales),
  phone: phone.default(''),
  ...dealFields,
});

export interface Invited {
  userId: string;
  /** The way in, to be copied now; null for somebody who gets in by themselves. */
  link: HandedLink | null;
}

/** Asks a creator to join: a place in the brief and a link that is shown this once. */
export async function inviteCreator(
  s: Services,
  actor: Actor,
  input: z.input<typeof invitationForm>,
): Promise<Result<Invited>> {
  const form = parse(invitationForm, input);
  if (!form.ok) return form;
  const { briefId } = form.value;
  const placed = await s.db.transaction((tx) => place(s, tx, actor, form.value));
  if (!placed.ok) return placed;
  const { userId } = placed.value;
  const link = await copyInvitation(s, actor, { briefId, userId });
  return ok({ userId, link: link.ok ? link.value : null });
}

async function place(
  s: Services,
  tx: Tx,
  actor: Actor,
  form: z.output<typeof invitationForm>,
): Promise<Result<{ userId: string }>> {
  const { briefId, name } = form;
  const allowed = await judge(tx, { actor, place: { briefId }, action: 'creator.invite' });
  if (!allowed.ok) return allowed;
  const placed = await addPlace(s, tx, { ...form, posts: null });
  if (!placed.ok) return placed;
  const { id: userId } = placed.value;
  const body = { name };
  await tellPerson(s, tx, { briefId, actor, kind: 'creator.invited', personId: userId, body });
  return ok({ userId });
}

interface Whom {
  briefId: string;
  userId: string;
}

/** Takes back every link that was not opened yet. The creator's place stays. */
export async function revokeCreatorInvitation(
  s: Services,
  actor: Actor,
  { briefId, userId }: Whom,
): Promise<Result<null>> {
  return withCreator(s, { actor, briefId, userId }, async (tx) => {
    await revokeLinks(s, tx, { briefId, userId });
    await tellPerson(s, tx, { briefId, actor, kind: 'creator.revoked', personId: userId });
    return ok(null);
  });
}

async function revokeLinks(s: Services, tx: Tx, whom: Whom): Promise<void> {
  const purposes = ['invite-creator', 'reinvite-creator'] as const;
  await revokeOpenLinks(tx, { ...whom, purposes: [...purposes] }, s.now());
}

/** Lets a creator go. Their open pages of the brief close; what was agreed and written stays. */
export async function removeCreator(
  s: Services,
  actor: Actor,
  { briefId, userId }: Whom,
): Promise<Result<null>> {
  return withCreator(s, { actor, briefId, userId, bumps: true }, async (tx, creator) => {
    await setCreatorState(tx, creator.id, { state: 'removed' });
    await freeComingSlots(tx, creator.id, s.now());
    await revokeLinks(s, tx, { briefId, userId });
    await tellPerson(s, tx, { briefId, actor, kind: 'creator.removed', personId: userId });
    tx.afterCommit(() => s.hub.rightsChanged({ userId }));
    return ok(null);
  });
}

/** Asks somebody again who was let go or said no. A link, where they need one, is copied apart. */
export async function askCreatorAgain(
  s: Services,
  actor: Actor,
  { briefId, userId }: Whom,
): Promise<Result<null>> {
  return withCreator(s, { actor, briefId, userId, bumps: true }, async (tx, creator) => {
    if (creator.state !== 'removed' && creator.state !== 'declined') return fail('not-now');
    await setCreatorState(tx, creator.id, { state: creator.answeredAt ? 'opened' : 'invited' });
    await tellPerson(s, tx, { briefId, actor, kind: 'creator.asked-again', personId: userId });
    tx.afterCommit(() => s.hub.rightsChanged({ userId }));
    return ok(null);
  });
}

const answerForm = z.object({
  briefId: z.string(),
  userId: z.string(),
  text: namedPassage(2000),
});

/** Answers the question a creator asked before deciding; only the two sides ever see it. */
export async function answerQuestion(
  s: Services,
  actor: Actor,
  input: z.input<typeof answerForm>,
): Promise<Result<null>> {
  const form = parse(answerForm, input);
  if (!form.ok) return form;
  const { briefId, userId, text } = form.value;
  return withCreator(s, { actor, briefId, userId }, async (tx) => {
    const event = { briefId, actor, kind: questionAnswered, personId: userId, body: { text } };
    await tellPerson(s, tx, event);
    const told = { kind: 'question-answered', to: [userId], briefId, actor } as const;
    await tellPeople(s, tx, { ...told, body: { text } });
    return ok(null);
  });
}

interface Change extends Whom {
  actor: Actor;
  action?: Action;
  /** Rights change: appends authorised before are fenced off. */
  bumps?: boolean;
}

async function withCreator(
  s: Services,
  { actor, briefId, userId, action = 'creator.invite', bumps = false }: Change,
  change: (tx: Tx, creator: CreatorRow) => Promise<Result<null>>,
): Promise<Result<null>> {
  return s.db.transaction(async (tx) => {
    const allowed = await judge(tx, { actor, place: { briefId }, action });
    if (!allowed.ok) return allowed;
    if (bumps) await bumpAcl(tx, { briefId });
    const creator = await creatorPlace(tx, { briefId, userId });
    return creator ? change(tx, creator) : fail('not-found');
  });
}
