// The deal: written by the brand's leads and managers, agreed to by its creator or not. Once agreed,
// a change holds only when the creator agrees again. No figure of it is in an event or a notice.
import { z } from 'zod';
import { creatorPlace, type CreatorRow } from '#db/creators.ts';
import {
  dealChanged,
  dealKept,
  putContract,
  removeContract,
  setPaidOn,
  writeDeal as writeRow,
} from '#db/deals.ts';
import type { Tx } from '#db/open.ts';
import { type ContractFile, rightsOf } from '#shared/deal.ts';
import { line, passage, phone } from '#shared/form-fields.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { Action, Actor } from '#shared/roles.ts';
import { endOfDay } from '#shared/zoned-time.ts';
import { parse } from '../auth/accounts.ts';
import { agreeWritten, type DealCase, dealCase, wordsMark } from '../deals.ts';
import { leadIds, tellPeople } from '../inbox.ts';
import { judge } from '../rights.ts';
import type { Services } from '../services.ts';
import { existingBrief, tellBrand, tellPerson } from '../telling.ts';

export interface Whom {
  briefId: string;
  userId: string;
}

const whom = { briefId: z.string(), userId: z.string() };
const webAddress = line(500).refine((text) => text === '' || /^https?:\/\/\S+\.\S+$/.test(text));
const dealForm = z.object({
  ...whom,
  /** Which deal it was written from; left out, whichever is there. */
  mark: z.string().optional(),
  handle: line(60),
  /** Left out, it stays as it is. */
  phone: phone.optional(),
  fee: line(120),
  product: line(200),
  code: line(40),
  link: webAddress,
  rights: z.object({ channels: line(200), time: line(120), paid: z.boolean(), edits: z.boolean() }),
  exclusivity: passage(500),
  payment: line(200),
  terms: passage(2000),
});

export type DealInput = z.input<typeof dealForm>;

/** Writes the deal down. Who agreed to another one is told, and that one holds until they answer. */
export async function writeDeal(
  s: Services,
  actor: Actor,
  input: DealInput,
): Promise<Result<null>> {
  const form = parse(dealForm, input);
  if (!form.ok) return form;
  const { briefId, userId, mark, rights, ...deal } = form.value;
  return changeDeal(s, actor, { briefId, userId, mark }, (tx, place) =>
    writeRow(tx, place.id, { ...deal, rights: rightsOf(rights) }),
  );
}

/** The contract as it lies in storage. Whoever sent it is asked for the right once more. */
export async function setContract(
  s: Services,
  actor: Actor,
  { briefId, userId, ...file }: Whom & ContractFile,
): Promise<Result<null>> {
  return changeDeal(s, actor, { briefId, userId }, (tx, { id }) =>
    putContract(tx, { ...file, briefCreatorId: id, uploadedBy: actor.userId, at: s.now() }),
  );
}

export async function dropContract(s: Services, actor: Actor, of: Whom): Promise<Result<null>> {
  return changeDeal(s, actor, of, (tx, { id }) => removeContract(tx, id));
}

async function changeDeal(
  s: Services,
  actor: Actor,
  { mark, ...of }: Whom & { mark?: string | undefined },
  change: (tx: Tx, place: CreatorRow) => Promise<void>,
): Promise<Result<null>> {
  return withDeal(s, { actor, of, action: 'deal.write' }, async (tx, place) => {
    if (place.state === 'removed') return fail('not-now');
    const before = await dealCase(tx, place);
    if (mark !== undefined && mark !== wordsMark(before.written)) return fail('content-changed');
    await change(tx, place);
    const now = await creatorPlace(tx, of);
    const after = now ? await dealCase(tx, now) : before;
    await tellChange(s, tx, { actor, place, before, after });
    return ok(null);
  });
}

interface Changed {
  actor: Actor;
  place: CreatorRow;
  before: DealCase;
  after: DealCase;
}

/** Nothing is asked where nothing changed, or where it went back to what was agreed. */
async function tellChange(s: Services, tx: Tx, { actor, place, before, after }: Changed) {
  const { briefId, userId, state } = place;
  const isNew = before.mark !== after.mark;
  // Only a new deal takes the place of the creator's last word about the one before.
  if (!isNew) return tellBrand(s, tx, { briefId, actor, kind: 'creator.deal-saved' });
  await tellPerson(s, tx, { briefId, actor, kind: dealChanged, personId: userId });
  if (state !== 'in' || after.changes.length === 0) return;
  await tellPeople(s, tx, { kind: 'deal-changed', to: [userId], briefId, actor });
}

const paidForm = z.object({ ...whom, paidOn: z.string() });

/** The day on which the fee was paid, or none. */
export async function setDealPaid(
  s: Services,
  actor: Actor,
  input: z.input<typeof paidForm>,
): Promise<Result<null>> {
  const form = parse(paidForm, input);
  if (!form.ok) return form;
  const { paidOn: day, ...of } = form.value;
  return withDeal(s, { actor, of, action: 'deal.write' }, async (tx, place) => {
    const { timeZone } = await existingBrief(tx, of.briefId);
    const paidOn = day === '' ? null : endOfDay(day, timeZone);
    if (day !== '' && !paidOn) return fail('bad-input', { field: 'paidOn' });
    await setPaidOn(tx, place.id, paidOn);
    const event = { briefId: of.briefId, actor, kind: 'creator.paid', personId: of.userId };
    await tellPerson(s, tx, event);
    if (!paidOn) return ok(null);
    await tellPeople(s, tx, { kind: 'deal-paid', to: [of.userId], briefId: of.briefId, actor });
    return ok(null);
  });
}

const answerForm = z.object({ briefId: z.string(), mark: z.string() });

/** Agrees to the deal that was on screen; from now on it holds. */
export async function agreeDeal(
  s: Services,
  actor: Actor,
  input: z.input<typeof answerForm>,
): Promise<Result<null>> {
  return answerDeal(s, actor, { form: answerForm, input }, async (tx, place) => {
    await agreeWritten(tx, place, s.now());
    return { kind: 'deal-agreed' };
  });
}

const keepForm = answerForm.extend({ text: passage(1000) });

/** Would rather keep what was agreed; it goes on holding. Why is for this creator and the managers. */
export async function keepDeal(
  s: Services,
  actor: Actor,
  input: z.input<typeof keepForm>,
): Promise<Result<null>> {
  return answerDeal(s, actor, { form: keepForm, input }, async (_tx, _place, { text }) => ({
    kind: 'deal-kept',
    text,
  }));
}

interface DealAnswer {
  kind: 'deal-agreed' | 'deal-kept';
  text?: string;
}

type AnswerForm = z.ZodType<{ briefId: string; mark: string }>;

async function answerDeal<F extends AnswerForm>(
  s: Services,
  actor: Actor,
  { form, input }: { form: F; input: z.input<F> },
  answer: (tx: Tx, place: CreatorRow, given: z.output<F>) => Promise<DealAnswer>,
): Promise<Result<null>> {
  const given = parse(form, input);
  if (!given.ok) return given;
  const { briefId, mark } = given.value;
  const of = { briefId, userId: actor.userId };
  return withDeal(s, { actor, of, action: 'deal.answer' }, async (tx, place) => {
    const deal = await dealCase(tx, place);
    if (place.state !== 'in' || deal.changes.length === 0) return fail('not-now');
    if (deal.mark !== mark) return fail('content-changed');
    const said = await answer(tx, place, given.value);
    await tellAnswer(s, tx, { actor, briefId, said });
    return ok(null);
  });
}

/** The brand side hears that there is an answer; its words are the creator's own event. */
async function tellAnswer(
  s: Services,
  tx: Tx,
  { actor, briefId, said }: { actor: Actor; briefId: string; said: DealAnswer },
): Promise<void> {
  const { workspaceId } = await existingBrief(tx, briefId);
  const kind = said.kind === 'deal-kept' ? dealKept : 'creator.deal-agreed';
  await tellBrand(s, tx, { briefId, actor, kind });
  await s.live.publish(tx, {
    kind,
    topic: `brief:${briefId}`,
    workspaceId,
    briefId,
    actorId: actor.userId,
    audience: 'person',
    toUserId: actor.userId,
    at: s.now(),
    ...(said.text !== undefined && { body: { text: said.text } }),
  });
  await tellPeople(s, tx, { kind: said.kind, to: await leadIds(tx, briefId), briefId, actor });
}

interface Asked {
  actor: Actor;
  of: Whom;
  action: Action;
}

async function withDeal(
  s: Services,
  { actor, of, action }: Asked,
  work: (tx: Tx, place: CreatorRow) => Promise<Result<null>>,
): Promise<Result<null>> {
  return s.db.transaction(async (tx) => {
    const allowed = await judge(tx, { actor, place: { briefId: of.briefId }, action });
    if (!allowed.ok) return allowed;
    const place = await creatorPlace(tx, of);
    return place ? work(tx, place) : fail('not-found');
  });
}
