// Rating how well a creator and the brand go together: a mark with its evidence, "I am done", the
// sheet that is asked from, and how people see the personality of both.
import { z } from 'zod';
import { creatorPlace } from '#db/creators.ts';
import { saveMark, savePersonality, saveSheet, sayDone, sheetOf, sameMark } from '#db/fit.ts';
import type { Tx } from '#db/open.ts';
import {
  changedSheet,
  evidenceLink,
  type FitRow,
  fitFactors,
  fitLimits,
  needsEvidence,
  type SheetChange,
  vetoScore,
} from '#shared/fit.ts';
import { idFrom } from '#shared/ids.ts';
import { isFacet } from '#shared/personality.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { Actor } from '#shared/roles.ts';
import { parse } from '../auth/accounts.ts';
import { tellFit } from '../fit.ts';
import { judge } from '../rights.ts';
import type { Services } from '../services.ts';
import { tellEveryone } from '../telling.ts';

const id = z.string().min(1).max(64);
const score = z.coerce.number().int().min(1).max(5);
const words = (max: number) => z.string().trim().min(1).max(max);

const markForm = z.object({
  briefId: id,
  /** The creator who is rated. */
  userId: id,
  rowId: id,
  score,
  evidence: z.string().trim().max(fitLimits.evidence),
  note: z.string().trim().max(fitLimits.note),
});
type MarkForm = z.output<typeof markForm>;

/** Each mark is kept as it is given. Said again unchanged, it keeps its time. */
export async function markFit(
  s: Services,
  actor: Actor,
  input: z.input<typeof markForm>,
): Promise<Result<null>> {
  const form = parse(markForm, input);
  if (!form.ok) return form;
  return s.db.transaction(async (tx) => {
    const allowed = await mayRate(tx, actor, form.value);
    if (!allowed.ok) return allowed;
    const { rows } = await sheetOf(tx, form.value.briefId);
    const row = rows.find((one) => one.id === form.value.rowId);
    if (!row) return fail('not-now', { field: 'rowId' });
    const mark = judged(row, form.value);
    if (!mark.ok) return mark;
    const given = { ...mark.value, raterId: actor.userId, at: s.now() };
    if (await sameMark(tx, given)) return ok(null);
    await saveMark(tx, given);
    await tellFit(s, tx, { ...form.value, actor });
    return ok(null);
  });
}

function judged(row: FitRow, form: MarkForm): Result<MarkForm> {
  const isVeto = row.kind === 'veto';
  if (isVeto && form.score !== vetoScore.veto && form.score !== vetoScore.none) {
    return fail('bad-input', { field: 'score' });
  }
  if (form.evidence === '' && !needsEvidence(row, form.score)) return ok(form);
  const evidence = evidenceLink(form.evidence);
  if (evidence === null) return fail('bad-input', { field: 'evidence' });
  return ok({ ...form, evidence });
}

/** The brand's people rate who is in the brief; a creator rates nobody but themself. */
async function mayRate(
  tx: Tx,
  actor: Actor,
  { briefId, userId }: { briefId: string; userId: string },
): Promise<Result<null>> {
  const action = userId === actor.userId ? 'fit.own' : 'fit.rate';
  const allowed = await judge(tx, { actor, place: { briefId }, action });
  if (!allowed.ok) return allowed;
  const place = await creatorPlace(tx, { briefId, userId });
  if (!place) return fail('not-found');
  return place.state === 'removed' ? fail('not-now') : ok(null);
}

const doneForm = z.object({ briefId: id, userId: id });

/** From here on they read what the others marked, and whatever they change is shown as changed later. */
export async function finishFit(
  s: Services,
  actor: Actor,
  input: z.input<typeof doneForm>,
): Promise<Result<null>> {
  const form = parse(doneForm, input);
  if (!form.ok) return form;
  return s.db.transaction(async (tx) => {
    const allowed = await mayRate(tx, actor, form.value);
    if (!allowed.ok) return allowed;
    const isNew = await sayDone(tx, { ...form.value, raterId: actor.userId, at: s.now() });
    if (isNew) await tellFit(s, tx, { ...form.value, actor });
    return ok(null);
  });
}

const weight = z.coerce.number().min(0).max(fitLimits.weight);
const weightsForm = z.object({ briefId: id, weights: z.record(id, weight) });

export async function weighFitRows(
  s: Services,
  actor: Actor,
  input: z.input<typeof weightsForm>,
): Promise<Result<null>> {
  const form = parse(weightsForm, input);
  if (!form.ok) return form;
  const { briefId, weights } = form.value;
  return changeSheet(s, actor, { briefId, change: { kind: 'weights', weights } });
}

const rowForm = z.object({
  briefId: id,
  factor: z.enum(fitFactors),
  kind: z.enum(['score', 'veto']),
  question: words(fitLimits.question),
  one: z.string().trim().max(fitLimits.anchor),
  three: z.string().trim().max(fitLimits.anchor),
  five: z.string().trim().max(fitLimits.anchor),
});

/** A question of the team's own. What 1, 3 and 5 mean is written with it, but for a veto. */
export async function addFitRow(
  s: Services,
  actor: Actor,
  input: z.input<typeof rowForm>,
): Promise<Result<null>> {
  const form = parse(rowForm, input);
  if (!form.ok) return form;
  const { briefId, factor, kind, question, one, three, five } = form.value;
  for (const [field, text] of Object.entries({ one, three, five })) {
    if (kind === 'score' && text === '') return fail('bad-input', { field });
  }
  const row: FitRow = {
    id: idFrom(s.randomBytes(20)),
    factor,
    kind,
    words: { question, anchors: { 1: one, 3: three, 5: five } },
    weight: 1,
  };
  return changeSheet(s, actor, { briefId, change: { kind: 'add', row } });
}

const dropForm = z.object({ briefId: id, rowId: id });

/** Its marks are kept and no longer shown or counted. */
export async function dropFitRow(
  s: Services,
  actor: Actor,
  input: z.input<typeof dropForm>,
): Promise<Result<null>> {
  const form = parse(dropForm, input);
  if (!form.ok) return form;
  const { briefId, rowId } = form.value;
  return changeSheet(s, actor, { briefId, change: { kind: 'drop', rowId } });
}

const facet = z.string().refine(isFacet);
const facetsForm = z.object({ briefId: id, hidden: z.array(facet).max(15) });

export async function hideFacets(
  s: Services,
  actor: Actor,
  input: z.input<typeof facetsForm>,
): Promise<Result<null>> {
  const form = parse(facetsForm, input);
  if (!form.ok) return form;
  const { briefId, hidden } = form.value;
  return changeSheet(s, actor, { briefId, change: { kind: 'facets', hidden } });
}

async function changeSheet(
  s: Services,
  actor: Actor,
  { briefId, change }: { briefId: string; change: SheetChange },
): Promise<Result<null>> {
  return s.db.transaction(async (tx) => {
    const allowed = await judge(tx, { actor, place: { briefId }, action: 'fit.sheet' });
    if (!allowed.ok) return allowed;
    const sheet = changedSheet(await sheetOf(tx, briefId), change);
    if (!sheet) return fail('bad-input', { field: 'sheet' });
    await saveSheet(tx, { briefId, sheet, changedBy: actor.userId, at: s.now() });
    // Everybody who rates is asked from it, the creators too.
    await tellEveryone(s, tx, { kind: 'fit-sheet', briefId, actor });
    return ok(null);
  });
}

const profileForm = z.object({
  briefId: id,
  /** The creator whose page it is said on. */
  userId: id,
  of: z.enum(['brand', 'creator']),
  facets: z.partialRecord(facet, score),
});

/** How somebody sees the brand or a creator. A creator says it of themself alone. */
export async function describePersonality(
  s: Services,
  actor: Actor,
  input: z.input<typeof profileForm>,
): Promise<Result<null>> {
  const form = parse(profileForm, input);
  if (!form.ok) return form;
  const { briefId, userId, of, facets } = form.value;
  if (of === 'brand' && userId === actor.userId) return fail('not-allowed');
  return s.db.transaction(async (tx) => {
    const allowed = await mayRate(tx, actor, { briefId, userId });
    if (!allowed.ok) return allowed;
    const subject = of === 'brand' ? '' : userId;
    await savePersonality(tx, { briefId, subject, raterId: actor.userId, facets, at: s.now() });
    await tellFit(s, tx, { briefId, userId, actor });
    return ok(null);
  });
}
