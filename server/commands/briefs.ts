// A brief as a whole: beginning one, its name, and the brand's people in it.
import * as Y from 'yjs';
import { z } from 'zod';
import {
  briefPeople,
  createBrief as createBriefRow,
  removeBriefMember,
  setBriefRole,
  updateBrief,
} from '#db/briefs.ts';
import { bumpAcl, createDocument } from '#db/documents.ts';
import { addBriefMember, membersOf } from '#db/members.ts';
import type { Tx } from '#db/open.ts';
import { seedGuidelines } from '#shared/brief-template.ts';
import { namedLine, line, timeZone } from '#shared/form-fields.ts';
import { guidelinesDocument, idFrom } from '#shared/ids.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { Actor, BriefRole } from '#shared/roles.ts';
import { guidelinesSchemaVersion } from '#shared/schema/guidelines.ts';
import { type Locale, locales } from '#shared/words/words.ts';
import { parse } from '../auth/accounts.ts';
import { isHolidayPlace } from '../holidays.ts';
import { createPlan } from '../plans.ts';
import { judge } from '../rights.ts';
import type { Services } from '../services.ts';
import { existingBrief, tellBrand, tellPerson } from '../telling.ts';

const maxTitle = 120;
/** Whose public holidays count; empty for none. */
const place = z.string().refine((code) => code === '' || isHolidayPlace(code));

const briefForm = z.object({
  workspaceId: z.string(),
  title: namedLine(maxTitle),
  brandName: namedLine(80),
  product: line(200),
  languages: z.array(z.enum(locales)).min(1),
  timeZone,
  place: place.default(''),
});

/** Begins a brief from the template; whoever begins it leads it. */
export async function createBrief(
  s: Services,
  actor: Actor,
  input: z.input<typeof briefForm>,
): Promise<Result<{ briefId: string }>> {
  const form = parse(briefForm, input);
  if (!form.ok) return form;
  const { workspaceId, ...fields } = form.value;
  const allowed = await judge(s.db, { actor, place: { workspaceId }, action: 'brief.create' });
  if (!allowed.ok) return allowed;
  const languages = locales.filter((locale) => fields.languages.includes(locale));
  const briefId = idFrom(s.randomBytes(20));
  const at = s.now();
  return s.db.transaction(async (tx) => {
    await createBriefRow(tx, {
      ...fields,
      id: briefId,
      workspaceId,
      languages,
      createdBy: actor.userId,
      createdAt: at,
    });
    await addBriefMember(tx, { briefId, userId: actor.userId, role: 'lead', createdAt: at });
    await seedDocument(s, tx, { briefId, languages, author: actor.userId });
    await createPlan(s, tx, briefId);
    await tellBrand(s, tx, { briefId, actor, kind: 'brief.created' });
    return ok({ briefId });
  });
}

interface Seed {
  briefId: string;
  languages: Locale[];
  author: string;
}

async function seedDocument(s: Services, tx: Tx, seed: Seed): Promise<void> {
  const doc = new Y.Doc();
  seedGuidelines(doc, { languages: seed.languages, ids: () => idFrom(s.randomBytes(20)) });
  await createDocument(tx, {
    name: guidelinesDocument(seed.briefId),
    briefId: seed.briefId,
    schemaVersion: guidelinesSchemaVersion,
    epoch: idFrom(s.randomBytes(20)),
    state: Y.encodeStateAsUpdate(doc),
    authors: new Map([[doc.clientID, seed.author]]),
    at: s.now(),
  });
  doc.destroy();
}

const editForm = briefForm.pick({ title: true, brandName: true, product: true }).extend({
  briefId: z.string(),
  place: place.optional(),
  /** A reviewer clears each version before it can be approved; left out, it stays as it is. */
  needsClearance: z.boolean().optional(),
});

/** Another place counts from the next sending on: what was promised keeps its days (server/promises). */
export async function editBrief(
  s: Services,
  actor: Actor,
  input: z.input<typeof editForm>,
): Promise<Result<null>> {
  const form = parse(editForm, input);
  if (!form.ok) return form;
  const { briefId, place: home, needsClearance, ...names } = form.value;
  const change = {
    ...names,
    ...(home === undefined ? {} : { place: home }),
    ...(needsClearance === undefined ? {} : { needsClearance }),
  };
  return s.db.transaction(async (tx) => {
    const allowed = await judge(tx, { actor, place: { briefId }, action: 'brief.edit' });
    if (!allowed.ok) return allowed;
    await updateBrief(tx, briefId, change);
    await tellBrand(s, tx, { briefId, actor, kind: 'brief.edited' });
    return ok(null);
  });
}

const placeForm = z.object({
  briefId: z.string(),
  userId: z.string(),
  role: z.enum(['lead', 'colleague', 'reviewer']),
});

/** The named voice and one stand-in. */
const maxLeads = 2;

/** Gives somebody of the workspace a place in the brief. */
export async function addBriefPerson(
  s: Services,
  actor: Actor,
  input: z.input<typeof placeForm>,
): Promise<Result<null>> {
  return changePeople(s, actor, {
    input,
    async change(tx, { briefId, userId, role }, workspaceId) {
      const members = await membersOf(tx, workspaceId);
      if (!members.some((member) => member.userId === userId)) return fail('not-found');
      if (role === 'lead' && (await leads(tx, briefId)).length >= maxLeads) return tooManyLeads;
      await addBriefMember(tx, { briefId, userId, role, createdAt: s.now() });
      return ok(null);
    },
  });
}

export async function setBriefPersonRole(
  s: Services,
  actor: Actor,
  input: z.input<typeof placeForm>,
): Promise<Result<null>> {
  return changePeople(s, actor, {
    input,
    async change(tx, whom) {
      const leading = await leads(tx, whom.briefId);
      const isLead = leading.includes(whom.userId);
      if (whom.role === 'lead' && !isLead && leading.length >= maxLeads) return tooManyLeads;
      if (whom.role !== 'lead' && isLead && leading.length === 1) return lastLead;
      return (await setBriefRole(tx, whom)) ? ok(null) : fail('not-found');
    },
  });
}

/** Takes a person out of the brief; their open pages of it close within a second. */
export async function removeBriefPerson(
  s: Services,
  actor: Actor,
  { briefId, userId }: { briefId: string; userId: string },
): Promise<Result<null>> {
  return changePeople(s, actor, {
    input: { briefId, userId, role: 'colleague' },
    async change(tx, whom) {
      const leading = await leads(tx, briefId);
      if (leading.length === 1 && leading[0] === userId) return lastLead;
      return (await removeBriefMember(tx, whom)) ? ok(null) : fail('not-found');
    },
  });
}

const lastLead = fail('not-now', { field: 'lastLead' });
const tooManyLeads = fail('not-now', { field: 'role', params: { max: maxLeads } });

async function leads(tx: Tx, briefId: string): Promise<string[]> {
  const people = await briefPeople(tx, briefId);
  return people.filter((person) => person.role === 'lead').map((person) => person.userId);
}

interface PeopleChange {
  input: z.input<typeof placeForm>;
  change(
    tx: Tx,
    whom: { briefId: string; userId: string; role: BriefRole },
    workspaceId: string,
  ): Promise<Result<null>>;
}

async function changePeople(
  s: Services,
  actor: Actor,
  { input, change }: PeopleChange,
): Promise<Result<null>> {
  const form = parse(placeForm, input);
  if (!form.ok) return form;
  const { briefId } = form.value;
  return s.db.transaction(async (tx) => {
    await bumpAcl(tx, { briefId });
    const allowed = await judge(tx, { actor, place: { briefId }, action: 'brief.people' });
    if (!allowed.ok) return allowed;
    const { workspaceId } = await existingBrief(tx, briefId);
    const changed = await change(tx, form.value, workspaceId);
    if (!changed.ok) return changed;
    // Who was taken out is not of the brand side any more: their open page must hear it all the same.
    await tellPerson(s, tx, { briefId, actor, kind: 'brief.people', personId: form.value.userId });
    tx.afterCommit(() => s.hub.rightsChanged({ userId: form.value.userId }));
    return changed;
  });
}
