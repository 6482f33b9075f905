// A second brief from the first: what is taken along is chosen, and the creators are asked again one
// by one or all at once, each by a press of the lead.
import * as Y from 'yjs';
import { z } from 'zod';
import { addCreatorAgain, dealAgain } from '#db/again.ts';
import { type BriefRow, briefById, createBrief } from '#db/briefs.ts';
import { creatorPlace } from '#db/creators.ts';
import { addDeliverable, type DeliverableRow, deliverablesOf } from '#db/deliverables.ts';
import { createDocument } from '#db/documents.ts';
import { latestVersion } from '#db/guidelines-versions.ts';
import { addBriefMember } from '#db/members.ts';
import type { Tx } from '#db/open.ts';
import { personById } from '#db/people.ts';
import { type Block, appendBlocks, blocksOf, paragraphs } from '#shared/blocks.ts';
import { seedGuidelines } from '#shared/brief-template.ts';
import { namedLine } from '#shared/form-fields.ts';
import { type GuidelinesContent, guidelinesFragment } from '#shared/guidelines.ts';
import { guidelinesDocument, idFrom } from '#shared/ids.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { Actor } from '#shared/roles.ts';
import { guidelinesSchemaVersion } from '#shared/schema/guidelines.ts';
import { addDays, dayIn, endOfDay } from '#shared/zoned-time.ts';
import { parse } from '../auth/accounts.ts';
import { createPlan } from '../plans.ts';
import { judge } from '../rights.ts';
import type { Services } from '../services.ts';
import { existingBrief, tellBrand, tellPerson } from '../telling.ts';

const maxDays = 1000;

const againForm = z.object({
  briefId: z.string(),
  title: namedLine(120),
  guidelines: z.enum(['published', 'live', 'empty']),
  posts: z.boolean(),
  /** How many days later than there; earlier where it is below nothing. */
  days: z.number().int().min(-maxDays).max(maxDays),
});

export async function beginAgain(
  s: Services,
  actor: Actor,
  input: z.input<typeof againForm>,
): Promise<Result<{ briefId: string }>> {
  const form = parse(againForm, input);
  if (!form.ok) return form;
  const { briefId: from, title, guidelines, posts, days } = form.value;
  const allowed = await judge(s.db, { actor, place: { briefId: from }, action: 'brief.create' });
  if (!allowed.ok) return allowed;
  const before = await briefById(s.db, from);
  if (!before) return fail('not-found');
  const blocks = await blocksFrom(s, before, guidelines);
  if (!blocks.ok) return blocks;
  const briefId = idFrom(s.randomBytes(20));
  const at = s.now();
  return s.db.transaction(async (tx) => {
    const still = await judge(tx, { actor, place: { briefId: from }, action: 'brief.create' });
    if (!still.ok) return still;
    const { workspaceId, brandName, product, languages, timeZone, place, needsClearance } = before;
    await createBrief(tx, {
      id: briefId,
      workspaceId,
      title,
      brandName,
      product,
      languages,
      timeZone,
      place,
      needsClearance,
      fromBriefId: from,
      createdBy: actor.userId,
      createdAt: at,
    });
    await addBriefMember(tx, { briefId, userId: actor.userId, role: 'lead', createdAt: at });
    await seedDocument(s, tx, {
      brief: before,
      briefId,
      author: actor.userId,
      blocks: blocks.value,
    });
    await createPlan(s, tx, briefId);
    if (posts) {
      for (const post of await deliverablesOf(tx, from)) {
        const fields = movedPost(post, days, timeZone);
        await addDeliverable(tx, { id: idFrom(s.randomBytes(20)), briefId, fields });
      }
    }
    await tellBrand(s, tx, { briefId, actor, kind: 'brief.created' });
    return ok({ briefId });
  });
}

function movedPost(post: DeliverableRow, days: number, zone: string) {
  const { id: _id, briefId: _briefId, ordinal: _ordinal, ...fields } = post;
  const moved = (at: Date | null) => at && endOfDay(addDays(dayIn(at, zone), days), zone);
  return {
    ...fields,
    draftDue: moved(post.draftDue),
    reviewDue: moved(post.reviewDue),
    publishDue: moved(post.publishDue),
  };
}

/** Null for the empty template. */
async function blocksFrom(
  s: Services,
  { id }: BriefRow,
  which: 'published' | 'live' | 'empty',
): Promise<Result<Block[] | null>> {
  if (which === 'empty') return ok(null);
  if (which === 'live') {
    const read = (doc: Y.Doc) => blocksOf(guidelinesFragment(doc));
    const live = await s.hub.read(guidelinesDocument(id), read);
    return live ? ok(live) : fail('not-found');
  }
  const version = await latestVersion(s.db, id);
  if (!version) return fail('not-published');
  return ok((version.content as GuidelinesContent).content.map(withCaret));
}

/** What was frozen leaves empty paragraphs out, and a field without one has no place for the caret. */
function withCaret(block: Block): Block {
  if (block.type === 'languageText' && (block.content ?? []).length === 0) {
    return { ...block, content: paragraphs('') };
  }
  if (block.type === 'field' && (block.content ?? []).length === 0) {
    return { ...block, content: paragraphs('') };
  }
  return block.content && block.type !== 'paragraph'
    ? { ...block, content: block.content.map(withCaret) }
    : block;
}

interface Seed {
  brief: BriefRow;
  briefId: string;
  author: string;
  blocks: Block[] | null;
}

async function seedDocument(s: Services, tx: Tx, seed: Seed): Promise<void> {
  const { brief, briefId, author, blocks } = seed;
  const doc = new Y.Doc();
  if (blocks) doc.transact(() => appendBlocks(guidelinesFragment(doc), blocks));
  else seedGuidelines(doc, { languages: brief.languages, ids: () => idFrom(s.randomBytes(20)) });
  await createDocument(tx, {
    name: guidelinesDocument(briefId),
    briefId,
    schemaVersion: guidelinesSchemaVersion,
    epoch: idFrom(s.randomBytes(20)),
    state: Y.encodeStateAsUpdate(doc),
    authors: new Map([[doc.clientID, author]]),
    at: s.now(),
  });
  doc.destroy();
}

const inviteForm = z.object({
  briefId: z.string(),
  userIds: z.array(z.string()).min(1).max(1000),
  /** With the deal they had, or an empty one. */
  deal: z.boolean(),
});

/** Asks creators of the brief before to this one; who is here already is left as they are. */
export async function inviteAgain(
  s: Services,
  actor: Actor,
  input: z.input<typeof inviteForm>,
): Promise<Result<{ invited: number }>> {
  const form = parse(inviteForm, input);
  if (!form.ok) return form;
  const { briefId, userIds, deal } = form.value;
  return s.db.transaction(async (tx) => {
    const allowed = await judge(tx, { actor, place: { briefId }, action: 'creator.invite' });
    if (!allowed.ok) return allowed;
    const { fromBriefId: from } = await existingBrief(tx, briefId);
    // What was dealt there may be read only by whoever deals there.
    const there =
      from && (await judge(tx, { actor, place: { briefId: from }, action: 'creator.invite' }));
    if (!from || !there || !there.ok) return fail('not-found');
    let invited = 0;
    for (const userId of new Set(userIds)) {
      if (await askAgain(s, tx, { actor, briefId, from, userId, deal })) invited += 1;
    }
    return invited > 0 ? ok({ invited }) : fail('conflict');
  });
}

interface Again {
  actor: Actor;
  briefId: string;
  from: string;
  userId: string;
  deal: boolean;
}

async function askAgain(s: Services, tx: Tx, again: Again): Promise<boolean> {
  const { actor, briefId, from, userId, deal } = again;
  const before = await creatorPlace(tx, { briefId: from, userId });
  const person = await personById(tx, userId);
  if (before?.state !== 'in' || !person) return false;
  const added = await addCreatorAgain(tx, {
    ...(deal ? dealAgain(before) : {}),
    id: idFrom(s.randomBytes(20)),
    briefId,
    userId,
    handle: before.handle,
    phone: before.phone,
    invitedAt: s.now(),
  });
  if (!added) return false;
  const body = { name: person.name };
  await tellPerson(s, tx, { briefId, actor, kind: 'creator.invited', personId: userId, body });
  return true;
}
