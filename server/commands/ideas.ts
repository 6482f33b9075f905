// Idea first: the creator sends what a post will be, the lead says "Go for it" or asks one question,
// the creator answers by sending again. Every step is a row that stays; writing waits for none.
import { z } from 'zod';
import { appendDecision } from '#db/decisions.ts';
import { agreedGuidelines } from '#db/drafts.ts';
import { fileOfDraft } from '#db/files.ts';
import { ideaOf, saveIdea } from '#db/ideas.ts';
import type { Tx } from '#db/open.ts';
import { deciderOf } from '#shared/approval.ts';
import { namedPassage } from '#shared/form-fields.ts';
import { graphemeCount } from '#shared/graphemes.ts';
import { type IdeaEvent, ideaStep, maxIdeaLength, maxIdeaQuestionLength } from '#shared/idea.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { type Action, type Actor, can } from '#shared/roles.ts';
import type { TellingKind } from '#shared/telling.ts';
import { parse } from '../auth/accounts.ts';
import { decisionRow, publishDraftEvent } from '../decisions.ts';
import { type DraftCase, openCase } from '../drafts.ts';
import { leadIds, tellPeople } from '../inbox.ts';
import { promise } from '../promises.ts';
import type { Services } from '../services.ts';

const id = z.string().min(1).max(64);
/** Bounded in code points while it is decoded, and in what people count after that. */
const counted = (max: number) =>
  namedPassage(10 * max).refine((text) => graphemeCount(text) <= max);

const sendForm = z.object({
  draftId: id,
  text: counted(maxIdeaLength),
  pointId: id.nullable().default(null),
  picture: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable()
    .default(null),
});

export async function sendIdea(
  s: Services,
  actor: Actor,
  input: z.input<typeof sendForm>,
): Promise<Result<null>> {
  const form = parse(sendForm, input);
  if (!form.ok) return form;
  const { draftId, ...said } = form.value;
  return s.db.transaction(async (tx) => {
    const found = await stepOf(tx, { actor, draftId, action: 'idea.send', event: 'idea' });
    if (!found.ok) return found;
    const fits = await checked(tx, found.value, said);
    if (!fits.ok) return fits;
    const at = s.now();
    const body = { ...said, ...promise(at, null, found.value.brief) };
    await saveIdea(tx, {
      draftId,
      ...said,
      state: 'sent',
      question: '',
      sentAt: at,
      updatedAt: at,
    });
    return record(s, tx, found.value, { actor, event: 'idea', body, kind: 'idea' });
  });
}

const answerForm = z.object({
  draftId: id,
  /** The sending that was read; another one may have come since. */
  ideaId: id,
});

/** "Go for it": the camera may come out. */
export async function goForIdea(
  s: Services,
  actor: Actor,
  input: z.input<typeof answerForm>,
): Promise<Result<null>> {
  const form = parse(answerForm, input);
  if (!form.ok) return form;
  return answer(s, actor, { ...form.value, event: 'idea-go', question: '' });
}

const questionForm = answerForm.extend({ question: counted(maxIdeaQuestionLength) });

export async function askAboutIdea(
  s: Services,
  actor: Actor,
  input: z.input<typeof questionForm>,
): Promise<Result<null>> {
  const form = parse(questionForm, input);
  if (!form.ok) return form;
  return answer(s, actor, { ...form.value, event: 'idea-question' });
}

interface Answer {
  draftId: string;
  ideaId: string;
  event: 'idea-go' | 'idea-question';
  question: string;
}

function answer(s: Services, actor: Actor, given: Answer): Promise<Result<null>> {
  const { draftId, ideaId, event, question } = given;
  return s.db.transaction(async (tx) => {
    const found = await stepOf(tx, { actor, draftId, action: 'idea.decide', event });
    if (!found.ok) return found;
    const sent = found.value.decisions.findLast((one) => one.event === 'idea');
    if (sent?.id !== ideaId) return fail('content-changed', { field: 'idea' });
    const at = s.now();
    const state = found.value.next;
    const row = { draftId, state, question, answeredBy: actor.userId, answeredAt: at };
    await saveIdea(tx, { ...row, updatedAt: at });
    const body = event === 'idea-question' ? { question } : null;
    return record(s, tx, found.value, { actor, event, body, kind: event });
  });
}

interface Step {
  actor: Actor;
  draftId: string;
  action: Action;
  event: IdeaEvent;
}

/** The draft with the state this step leads to, for whoever may take it now. */
async function stepOf(tx: Tx, { actor, draftId, action, event }: Step) {
  const found = await openCase(tx, actor, draftId);
  if (!found.ok) return found;
  if (!can(action, found.value.standing)) return fail('not-allowed');
  const row = await ideaOf(tx, draftId);
  const state = row === null || row.state === 'writing' ? null : row.state;
  const from = { state, status: found.value.state.status };
  const next = ideaStep(from, event, deciderOf(found.value.standing));
  return next.ok ? ok({ ...found.value, next: next.value }) : next;
}

/** A point of these guidelines, and a picture of this draft. */
async function checked(
  tx: Tx,
  { draft, brief }: DraftCase,
  { pointId, picture }: { pointId: string | null; picture: string | null },
): Promise<Result<null>> {
  const guidelines = pointId && (await agreedGuidelines(tx, brief.id, draft.creatorId));
  if (guidelines && !guidelines.structure.points.some((point) => point.id === pointId)) {
    return fail('bad-input', { field: 'pointId' });
  }
  const file = picture && (await fileOfDraft(tx, { draftId: draft.id, hash: picture }));
  if (picture && !(file && file.mime.startsWith('image/'))) {
    return fail('bad-input', { field: 'picture' });
  }
  return ok(null);
}

interface Recorded {
  actor: Actor;
  event: IdeaEvent;
  body: unknown;
  kind: TellingKind;
}

async function record(
  s: Services,
  tx: Tx,
  found: DraftCase,
  { kind, ...what }: Recorded,
): Promise<Result<null>> {
  const { draft, brief } = found;
  await appendDecision(tx, await decisionRow(s, tx, found, what));
  await publishDraftEvent(s, tx, found, what);
  const to = kind === 'idea' ? await leadIds(tx, brief.id) : [draft.creatorId];
  await tellPeople(s, tx, { kind, to, briefId: brief.id, draftId: draft.id, actor: what.actor });
  return ok(null);
}
