// The posts to make. A new one gives every creator who is in and makes all posts an empty
// draft at once; one that
// somebody wrote in cannot be removed, and what is signed stays once a draft was sent.
import { z } from 'zod';
import { creatorsOf } from '#db/creators.ts';
import {
  addDeliverable as addRow,
  begunDeliverables,
  type DeliverableFields,
  deliverableById,
  removeDeliverable as removeRow,
  sentDeliverables,
  updateDeliverable,
} from '#db/deliverables.ts';
import { bumpAcl } from '#db/documents.ts';
import { makes } from '#shared/assigned.ts';
import { dateOutOfOrder, isPlace, type Place, postLanguages } from '#shared/deliverable.ts';
import { line } from '#shared/form-fields.ts';
import { idFrom } from '#shared/ids.ts';
import { formats, partsOf, platforms } from '#shared/platforms.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { Actor } from '#shared/roles.ts';
import { endOfDay } from '#shared/zoned-time.ts';
import { parse } from '../auth/accounts.ts';
import { startDraft } from '../first-draft.ts';
import { judge } from '../rights.ts';
import type { Services } from '../services.ts';
import { existingBrief, tellEveryone } from '../telling.ts';

/** A day as a date field gives it; empty for none. */
const day = z.string().regex(/^(\d{4}-\d{2}-\d{2})?$/);

const fieldsForm = z.object({
  title: line(80),
  platform: z.enum(platforms),
  format: z.enum(formats),
  language: z.enum(postLanguages),
  seenIn: z.array(z.string().refine((code): code is Place => isPlace(code))).min(1),
  callToAction: line(200),
  /** Left out, it stays as it was, and a new post asks for none. */
  ideaFirst: z.enum(['on', 'off']).optional(),
  draftDue: day,
  reviewDue: day,
  publishDue: day,
});
const addForm = fieldsForm.extend({ briefId: z.string() });
const editForm = fieldsForm.extend({ deliverableId: z.string() });

export async function addDeliverable(
  s: Services,
  actor: Actor,
  input: z.input<typeof addForm>,
): Promise<Result<{ deliverableId: string }>> {
  const form = parse(addForm, input);
  if (!form.ok) return form;
  const { briefId, ...given } = form.value;
  return s.db.transaction(async (tx) => {
    const allowed = await judge(tx, { actor, place: { briefId }, action: 'brief.edit' });
    if (!allowed.ok) return allowed;
    const { timeZone } = await existingBrief(tx, briefId);
    const fields = checked(given, timeZone);
    if (!fields.ok) return fields;
    const id = idFrom(s.randomBytes(20));
    await addRow(tx, { id, briefId, fields: fields.value });
    for (const creator of await creatorsOf(tx, briefId)) {
      if (creator.state !== 'in' || !makes(creator.posts, id)) continue;
      await startDraft(s, tx, { briefId, deliverableId: id, creatorId: creator.userId });
    }
    await tellEveryone(s, tx, { briefId, actor, kind: 'brief.deliverables' });
    return ok({ deliverableId: id });
  });
}

export async function editDeliverable(
  s: Services,
  actor: Actor,
  input: z.input<typeof editForm>,
): Promise<Result<null>> {
  const form = parse(editForm, input);
  if (!form.ok) return form;
  const { deliverableId, ...given } = form.value;
  return s.db.transaction(async (tx) => {
    const row = await deliverableById(tx, deliverableId);
    if (!row) return fail('not-found');
    const { briefId } = row;
    const allowed = await judge(tx, { actor, place: { briefId }, action: 'brief.edit' });
    if (!allowed.ok) return allowed;
    const { timeZone } = await existingBrief(tx, briefId);
    const ideaFirst = given.ideaFirst ?? (row.ideaFirst ? 'on' : 'off');
    const fields = checked({ ...given, ideaFirst }, timeZone);
    if (!fields.ok) return fields;
    const isSent = (await sentDeliverables(tx, briefId)).has(deliverableId);
    if (isSent && signedHalf(row) !== signedHalf(fields.value)) {
      return fail('not-now', { field: 'sent' });
    }
    await updateDeliverable(tx, deliverableId, fields.value);
    await tellEveryone(s, tx, { briefId, actor, kind: 'brief.deliverables' });
    return ok(null);
  });
}

export async function removeDeliverable(
  s: Services,
  actor: Actor,
  { deliverableId }: { deliverableId: string },
): Promise<Result<null>> {
  return s.db.transaction(async (tx) => {
    const row = await deliverableById(tx, deliverableId);
    if (!row) return fail('not-found');
    const { briefId } = row;
    // Fences off words on their way in: they are refused, or they are seen by the next line.
    await bumpAcl(tx, { briefId });
    const allowed = await judge(tx, { actor, place: { briefId }, action: 'brief.edit' });
    if (!allowed.ok) return allowed;
    if ((await begunDeliverables(tx, briefId)).has(deliverableId)) {
      return fail('not-now', { field: 'begun' });
    }
    const documents = await removeRow(tx, deliverableId);
    await tellEveryone(s, tx, { briefId, actor, kind: 'brief.deliverables' });
    tx.afterCommit(() => {
      for (const document of documents) s.hub.rightsChanged({ document });
    });
    return ok(null);
  });
}

type Given = z.output<typeof fieldsForm>;

/** What a single field cannot know: whether the platform has the format, and the dates' order. */
function checked(given: Given, timeZone: string): Result<DeliverableFields> {
  if (partsOf(given.platform, given.format).length === 0) {
    return fail('bad-input', { field: 'format' });
  }
  const dates = {
    draftDue: endOfDay(given.draftDue, timeZone),
    reviewDue: endOfDay(given.reviewDue, timeZone),
    publishDue: endOfDay(given.publishDue, timeZone),
  };
  for (const name of ['draftDue', 'reviewDue', 'publishDue'] as const) {
    if (given[name] !== '' && dates[name] === null) return fail('bad-input', { field: name });
  }
  const early = dateOutOfOrder(dates);
  if (early) return fail('bad-input', { field: early, params: { order: 1 } });
  return ok({
    ...given,
    ideaFirst: given.ideaFirst === 'on',
    seenIn: [...new Set(given.seenIn)].sort(),
    ...dates,
  });
}

type Signed = Pick<DeliverableFields, 'platform' | 'format' | 'language' | 'seenIn'>;

const signedHalf = ({ platform, format, language, seenIn }: Signed): string =>
  JSON.stringify([platform, format, language, [...seenIn].sort()]);
