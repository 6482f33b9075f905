// The creator's answers to an invitation: I'm in, a question first, not this time; and agreeing to
// a later version. Agreeing names the version and its hash, so that nobody agrees to other words.
import { z } from 'zod';
import {
  addAgreement,
  creatorPlace,
  type CreatorRow,
  questionAsked,
  setCreatorState,
} from '#db/creators.ts';
import { latestVersion, type VersionRow } from '#db/guidelines-versions.ts';
import type { Tx } from '#db/open.ts';
import { namedPassage, passage } from '#shared/form-fields.ts';
import { idFrom } from '#shared/ids.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { Actor } from '#shared/roles.ts';
import { parse } from '../auth/accounts.ts';
import { agreeWritten, dealCase, heldDeal } from '../deals.ts';
import { methodOf } from '../drafts.ts';
import { startOwnDrafts } from '../first-draft.ts';
import { leadIds, tellPeople } from '../inbox.ts';
import { judge } from '../rights.ts';
import type { Services } from '../services.ts';
import { tellPerson } from '../telling.ts';

const agreementForm = z.object({
  briefId: z.string(),
  n: z.number().int().positive(),
  hash: z.string(),
});

/** Coming in names the deal that was on screen too; left out, the one written down is meant. */
const acceptForm = agreementForm.extend({ deal: z.string().optional() });

/** I'm in: agreed to version n and to the deal, with an empty draft for every post. */
export async function acceptOffer(
  s: Services,
  actor: Actor,
  input: z.input<typeof acceptForm>,
): Promise<Result<null>> {
  return withOffer(s, actor, { form: acceptForm, input }, async (tx, creator, agreed) => {
    if (creator.state === 'in') return fail('not-now');
    const { mark, changes } = await dealCase(tx, creator);
    if (agreed.deal !== undefined && agreed.deal !== mark) return fail('content-changed');
    const noted = await noteAgreement(s, tx, { creator, actor, agreed });
    if (!noted.ok) return noted;
    // Who comes back agrees to the deal as it is now.
    if (changes.length > 0) await agreeWritten(tx, creator, s.now());
    const { briefId } = agreed;
    await setCreatorState(tx, creator.id, { state: 'in', answeredAt: s.now() });
    await startOwnDrafts(s, tx, creator);
    await tell(s, tx, { briefId, actor, kind: 'creator.in', body: { n: agreed.n } });
    return tellLeads(s, tx, { briefId, actor, kind: 'creator-in', body: { n: agreed.n } });
  });
}

/** Agrees to the newest version after an earlier one. The deal that was agreed goes on holding. */
export async function agreeVersion(
  s: Services,
  actor: Actor,
  input: z.input<typeof agreementForm>,
): Promise<Result<null>> {
  return withOffer(s, actor, { form: agreementForm, input }, async (tx, creator, agreed) => {
    if (creator.state !== 'in') return fail('not-now');
    const noted = await noteAgreement(s, tx, { creator, actor, agreed });
    if (!noted.ok) return noted;
    const { briefId, n } = agreed;
    await tell(s, tx, { briefId, actor, kind: 'creator.agreed', body: { n } });
    return tellLeads(s, tx, { briefId, actor, kind: 'creator-agreed', body: { n } });
  });
}

interface Agreeing {
  creator: CreatorRow;
  actor: Actor;
  agreed: { briefId: string; n: number; hash: string };
}

async function noteAgreement(
  s: Services,
  tx: Tx,
  { creator, actor, agreed }: Agreeing,
): Promise<Result<VersionRow>> {
  const version = await latestVersion(tx, agreed.briefId);
  if (!version) return fail('not-published');
  if (version.n !== agreed.n || version.hash !== agreed.hash) return fail('content-changed');
  await addAgreement(tx, {
    id: idFrom(s.randomBytes(20)),
    briefCreatorId: creator.id,
    version: version.n,
    hash: version.hash,
    method: await methodOf(tx, actor),
    deal: await heldDeal(tx, creator),
    at: s.now(),
  });
  return ok(version);
}

const questionForm = z.object({ briefId: z.string(), text: namedPassage(2000) });

/** A question first: it lands with the lead. Who is in already may ask too and stays in. */
export async function askQuestion(
  s: Services,
  actor: Actor,
  input: z.input<typeof questionForm>,
): Promise<Result<null>> {
  return withOffer(s, actor, { form: questionForm, input }, async (tx, creator, asked) => {
    const { briefId, text } = asked;
    if (creator.state !== 'in') {
      await setCreatorState(tx, creator.id, { state: 'asked', note: text, answeredAt: s.now() });
    }
    await tell(s, tx, { briefId, actor, kind: questionAsked, body: { text } });
    return tellLeads(s, tx, { briefId, actor, kind: 'creator-asked', body: { text } });
  });
}

const noForm = z.object({ briefId: z.string(), note: passage(1000) });

/** Not this time. The door stays: they may change their mind. */
export async function declineOffer(
  s: Services,
  actor: Actor,
  input: z.input<typeof noForm>,
): Promise<Result<null>> {
  return withOffer(s, actor, { form: noForm, input }, async (tx, creator, { briefId, note }) => {
    if (creator.state === 'in') return fail('not-now');
    await setCreatorState(tx, creator.id, { state: 'declined', note, answeredAt: s.now() });
    await tell(s, tx, { briefId, actor, kind: 'creator.declined' });
    return tellLeads(s, tx, { briefId, actor, kind: 'creator-declined', body: { text: note } });
  });
}

type Form = z.ZodType<{ briefId: string }>;

async function withOffer<F extends Form>(
  s: Services,
  actor: Actor,
  { form, input }: { form: F; input: z.input<F> },
  answer: (tx: Tx, creator: CreatorRow, given: z.output<F>) => Promise<Result<null>>,
): Promise<Result<null>> {
  const given = parse(form, input);
  if (!given.ok) return given;
  const { briefId } = given.value;
  return s.db.transaction(async (tx) => {
    const allowed = await judge(tx, { actor, place: { briefId }, action: 'offer.answer' });
    if (!allowed.ok) return allowed;
    const creator = await creatorPlace(tx, { briefId, userId: actor.userId });
    return creator ? answer(tx, creator, given.value) : fail('not-found');
  });
}

interface Answered {
  briefId: string;
  actor: Actor;
  kind: string;
  body?: Record<string, string | number>;
}

const tell = (s: Services, tx: Tx, event: Answered) =>
  tellPerson(s, tx, { ...event, personId: event.actor.userId });

interface Answer {
  briefId: string;
  actor: Actor;
  kind: 'creator-in' | 'creator-asked' | 'creator-declined' | 'creator-agreed';
  /** The creator's words, and which version was agreed to. */
  body: { text?: string; n?: number };
}

async function tellLeads(s: Services, tx: Tx, answer: Answer): Promise<Result<null>> {
  await tellPeople(s, tx, { ...answer, to: await leadIds(tx, answer.briefId) });
  return ok(null);
}
