// Saying how one would put it, and the answer of the text's owner. Suggesting writes a row and never
// the text; accepting is the owner's own edit, appended in one transaction with the row's answer.
import { toBase64 } from 'lib0/buffer';
import * as Y from 'yjs';
import { z } from 'zod';
import { agreedGuidelines, draftById } from '#db/drafts.ts';
import { briefDoor } from '#db/members.ts';
import { documentOf } from '#db/documents.ts';
import type { Executor, Tx } from '#db/open.ts';
import { standingFor } from '#db/standing.ts';
import {
  addSuggestion,
  closeSuggestion,
  giveReason,
  rewordSuggestion,
  suggestionById,
  type SuggestionPlace,
  type SuggestionRow,
  suggestionsAt,
} from '#db/suggestions.ts';
import { takesSuggestions } from '#shared/approval.ts';
import { type DocumentName, draftDocument, guidelinesDocument, idFrom } from '#shared/ids.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { type Actor, can, type Standing, sideOf } from '#shared/roles.ts';
import { checkWords } from '#shared/rules.ts';
import {
  applySuggestion,
  keepReasons,
  readSlice,
  sliceText,
  type Suggested,
  wordingOf,
} from '#shared/suggestions.ts';
import { suggestedSchema } from '#shared/suggestion-schema.ts';
import { parse } from '../auth/accounts.ts';
import { leadIds, tellPeople } from '../inbox.ts';
import type { Services } from '../services.ts';

/** Of one person on one text; more is another text. */
const maxOpen = 200;
const id = z.string().regex(/^[A-Za-z0-9_-]{8,64}$/);
const placeForm = z.union([z.object({ draftId: id }), z.object({ briefId: id })]);
const suggestForm = suggestedSchema.extend({
  place: placeForm,
  /** Made by the page, so that sending it twice makes one of it. */
  suggestionId: id,
});

export async function suggest(
  s: Services,
  actor: Actor,
  input: z.input<typeof suggestForm>,
): Promise<Result<{ at: number }>> {
  const form = parse(suggestForm, input);
  if (!form.ok) return form;
  const { place, suggestionId, span, slice } = form.value;
  const suggested = { span, slice };
  const had = await suggestionById(s.db, suggestionId);
  // Sent again because the answer was lost with the page or the connection, whatever became of it.
  if (had?.authorId === actor.userId && isThere(had, place) && saysTheSame(had, suggested)) {
    return ok({ at: had.updatedAt.getTime() });
  }
  const where = await openPlace(s.db, actor, place);
  if (!where.ok) return where;
  const text = textOf(suggested, where.value.document);
  if (!text.ok) return text;
  const judged = await passesWords(s.db, where.value, text.value);
  if (!judged.ok) return judged;
  const baseSeq = await tried(s, where.value.document, suggested);
  if (!baseSeq.ok) return baseSeq;
  return s.db.transaction(async (tx) => {
    const still = await openPlace(tx, actor, place);
    if (!still.ok) return still;
    const { briefId, draftId, side, document } = still.value;
    const others = await suggestionsAt(tx, place);
    const wording = wordingOf(suggested, text.value);
    // On the guidelines what another creator was answered is not this one's to learn.
    const known = draftId ? others : others.filter(({ authorId }) => authorId === actor.userId);
    const isKept = known.some((row) => row.status === 'kept' && wordingOfRow(row) === wording);
    if (isKept) return fail('kept-before');
    const row = await suggestionById(tx, suggestionId);
    const at = s.now();
    if (row) {
      if (row.authorId !== actor.userId) return fail('not-found');
      const reworded = { id: row.id, ...suggested, baseSeq: baseSeq.value, at };
      if (!(await rewordSuggestion(tx, reworded))) return fail('conflict');
    } else {
      const own = others.filter((one) => one.status === 'open' && one.authorId === actor.userId);
      if (own.length >= maxOpen) return fail('too-many');
      const schemaVersion = (await documentOf(tx, document))?.schemaVersion ?? 0;
      await addSuggestion(tx, {
        id: suggestionId,
        briefId,
        draftId,
        authorId: actor.userId,
        side,
        ...suggested,
        schemaVersion,
        baseSeq: baseSeq.value,
        createdAt: at,
        updatedAt: at,
      });
    }
    const about = { briefId, draftId, authorId: actor.userId };
    await tell(s, tx, { actor, about, kind: 'suggestion.made' });
    if (!row) await tellOwners(s, tx, { actor, about });
    return ok({ at: at.getTime() });
  });
}

const isThere = (row: SuggestionRow, place: SuggestionPlace): boolean =>
  'draftId' in place
    ? row.draftId === place.draftId
    : row.draftId === null && row.briefId === place.briefId;

const saysTheSame = (row: SuggestionRow, { span, slice }: Suggested): boolean =>
  JSON.stringify([row.span, row.slice]) === JSON.stringify([span, slice]);

/** What the guidelines forbid is not suggested either. */
async function passesWords(
  db: Executor,
  { draftId, briefId }: Pick<OpenPlace, 'draftId' | 'briefId'>,
  text: string,
): Promise<Result<null>> {
  const draft = draftId ? await draftById(db, draftId) : null;
  const agreed = draft && (await agreedGuidelines(db, briefId, draft.creatorId));
  const [first] = checkWords(text, agreed?.structure ?? null);
  return first ? fail('forbidden-words', { params: { words: first.words } }) : ok(null);
}

/** The suggested words, where they can be written into such a text at all. */
function textOf({ span, slice }: Suggested, document: DocumentName): Result<string> {
  const isGuidelines = document.startsWith('guidelines:');
  if ((span.part === 'guidelines') !== isGuidelines) return fail('bad-input');
  const read = readSlice(span.part, slice);
  if (read === 'too-long') return fail('too-large');
  if (read === 'broken') return fail('bad-input');
  const text = sliceText(read);
  return text === span.quote && read.openStart === 0 ? fail('bad-input') : ok(text);
}

const wordingOfRow = (row: SuggestionRow): string => {
  const slice = readSlice(row.span.part, row.slice);
  return wordingOf(row, typeof slice === 'string' ? '' : sliceText(slice));
};

/** Whether the owner could accept it as the text stands; where its words are gone, nobody knows. */
async function tried(
  s: Services,
  document: DocumentName,
  suggested: Suggested,
): Promise<Result<number>> {
  const seen = await s.hub.read(document, (doc, seq) => {
    const copy = new Y.Doc();
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
    const applied = applySuggestion(copy, suggested, () => 'tried');
    copy.destroy();
    return { applied, seq };
  });
  if (!seen) return fail('not-found');
  return seen.applied === 'misfit' ? fail('bad-input') : ok(seen.seq);
}

const oneForm = z.object({ suggestionId: id });

export async function withdrawSuggestion(
  s: Services,
  actor: Actor,
  input: z.input<typeof oneForm>,
): Promise<Result<null>> {
  const form = parse(oneForm, input);
  if (!form.ok) return form;
  return s.db.transaction(async (tx) => {
    const row = await suggestionById(tx, form.value.suggestionId);
    if (row?.authorId !== actor.userId) return fail('not-found');
    if (row.status === 'withdrawn') return ok(null);
    const gone = { id: row.id, status: 'withdrawn', by: actor.userId, at: s.now() } as const;
    if (!(await closeSuggestion(tx, gone))) return fail('conflict');
    await tell(s, tx, { actor, about: row, kind: 'suggestion.withdrawn' });
    return ok(null);
  });
}

const someForm = z.object({ suggestionIds: z.array(id).min(1).max(maxOpen) });

/** `updates` are the edits, base64, for the page that asked to take in as its own. */
export interface Accepted {
  updates: string[];
  /** What could not be accepted, and why; the others were. */
  refused: { suggestionId: string; code: string }[];
}

export async function acceptSuggestions(
  s: Services,
  actor: Actor,
  input: z.input<typeof someForm>,
): Promise<Result<Accepted>> {
  const form = parse(someForm, input);
  if (!form.ok) return form;
  const accepted: Accepted = { updates: [], refused: [] };
  let about: SuggestionRow | null = null;
  for (const suggestionId of form.value.suggestionIds) {
    const done = await accept(s, actor, suggestionId);
    if (done.ok) {
      accepted.updates.push(toBase64(done.value.update));
      about = done.value.row;
    } else accepted.refused.push({ suggestionId, code: done.error.code });
  }
  if (about) {
    const place = about;
    await s.db.transaction(async (tx) => {
      await tell(s, tx, { actor, about: place, kind: 'suggestion.accepted' });
      await tellAuthor(s, tx, { actor, about: place, kind: 'suggestion-accepted' });
    });
  }
  const [first] = accepted.refused;
  if (form.value.suggestionIds.length === 1 && first) return fail(first.code as 'conflict');
  return ok(accepted);
}

/**
 * Being accepted at this moment. The second of two devices is told before its edit is staged: the log
 * would refuse it too, and everyone in the room would have to come back.
 */
const underWay = new Set<string>();

async function accept(
  s: Services,
  actor: Actor,
  suggestionId: string,
): Promise<Result<{ update: Uint8Array; row: SuggestionRow }>> {
  if (underWay.has(suggestionId)) return fail('conflict');
  underWay.add(suggestionId);
  try {
    return await acceptAlone(s, actor, suggestionId);
  } finally {
    underWay.delete(suggestionId);
  }
}

async function acceptAlone(
  s: Services,
  actor: Actor,
  suggestionId: string,
): Promise<Result<{ update: Uint8Array; row: SuggestionRow }>> {
  const row = await suggestionById(s.db, suggestionId);
  const standing = row && (await ownerStanding(s.db, actor, row));
  if (!row || !standing) return fail('not-found');
  if (row.status !== 'open') return fail('conflict');
  if (!(await isOpenForWriting(s.db, row))) return fail('not-now');
  let applied = 'gone';
  const fate = await s.hub.submit({
    identity: { userId: actor.userId, sessionId: actor.sessionId, via: 'cookie' },
    document: row.draftId ? draftDocument(row.draftId) : guidelinesDocument(row.briefId),
    suggestionId: row.id,
    edit: (doc) => {
      applied = applySuggestion(doc, row, () => idFrom(s.randomBytes(20)));
    },
  });
  if (applied !== 'applied') return fail('content-changed');
  if (fate.kind === 'refused') return fail(fate.code);
  if (fate.kind !== 'saved' || !fate.update) return fail('unavailable');
  return ok({ update: fate.update, row });
}

export async function keepSuggestions(
  s: Services,
  actor: Actor,
  input: z.input<typeof someForm>,
): Promise<Result<null>> {
  const form = parse(someForm, input);
  if (!form.ok) return form;
  return s.db.transaction(async (tx) => {
    for (const suggestionId of form.value.suggestionIds) {
      const row = await suggestionById(tx, suggestionId);
      if (!row || !(await ownerStanding(tx, actor, row))) return fail('not-found');
      if (row.status === 'kept') continue;
      const kept = { id: row.id, status: 'kept', by: actor.userId, at: s.now() } as const;
      if (!(await closeSuggestion(tx, kept))) return fail('conflict');
      await tell(s, tx, { actor, about: row, kind: 'suggestion.kept' });
      await tellAuthor(s, tx, { actor, about: row, kind: 'suggestion-kept' });
    }
    return ok(null);
  });
}

const reasonForm = oneForm.extend({ reason: z.enum(keepReasons).nullable() });

/** Why the owner kept theirs; never asked for, and not required. */
export async function explainKept(
  s: Services,
  actor: Actor,
  input: z.input<typeof reasonForm>,
): Promise<Result<null>> {
  const form = parse(reasonForm, input);
  if (!form.ok) return form;
  const { suggestionId, reason } = form.value;
  return s.db.transaction(async (tx) => {
    const row = await suggestionById(tx, suggestionId);
    if (!row || !(await ownerStanding(tx, actor, row))) return fail('not-found');
    if (row.status !== 'kept') return fail('not-now');
    await giveReason(tx, { id: row.id, reason, at: s.now() });
    await tell(s, tx, { actor, about: row, kind: 'suggestion.kept' });
    return ok(null);
  });
}

interface OpenPlace {
  briefId: string;
  draftId: string | null;
  document: DocumentName;
  side: 'brand' | 'creator';
}

/** Where this person may suggest at this moment. */
async function openPlace(
  db: Executor,
  actor: Actor,
  place: SuggestionPlace,
): Promise<Result<OpenPlace>> {
  const standing = await standingFor(db, actor.userId, place);
  const side = standing && sideOf(standing);
  if (!standing || !side) return fail('not-found');
  if ('briefId' in place) {
    const { briefId } = place;
    if (!can('guidelines.read', standing)) return fail('not-found');
    if (!can('guidelines.suggest', standing)) return fail('not-allowed');
    return ok({ briefId, draftId: null, document: guidelinesDocument(briefId), side });
  }
  const { draftId } = place;
  const draft = await draftById(db, draftId);
  if (!draft || !can('draft.read', standing)) return fail('not-found');
  if (!can('draft.suggest', standing)) return fail('not-allowed');
  if (!takesSuggestions(draft.status)) return fail('not-now');
  return ok({ briefId: draft.briefId, draftId, document: draftDocument(draftId), side });
}

/** Of the one whose text it is; null for everyone else. */
async function ownerStanding(
  db: Executor,
  actor: Actor,
  { briefId, draftId }: Pick<SuggestionRow, 'briefId' | 'draftId'>,
): Promise<Standing | null> {
  const standing = await standingFor(db, actor.userId, draftId ? { draftId } : { briefId });
  return standing && can(draftId ? 'draft.write' : 'guidelines.write', standing) ? standing : null;
}

async function isOpenForWriting(
  db: Executor,
  { draftId }: Pick<SuggestionRow, 'draftId'>,
): Promise<boolean> {
  if (!draftId) return true;
  const draft = await draftById(db, draftId);
  return draft !== null && takesSuggestions(draft.status);
}

interface Told {
  actor: Actor;
  about: Pick<SuggestionRow, 'briefId' | 'draftId' | 'authorId'>;
  kind: string;
}

/** On the guidelines a creator's words are for the brand: no other creator hears that there are any. */
async function tell(s: Services, tx: Tx, { actor, about, kind }: Told): Promise<void> {
  const { draftId, briefId, authorId } = about;
  const workspaceId = (await briefDoor(tx, briefId))?.workspaceId ?? '';
  const event = { kind, workspaceId, briefId, draftId, actorId: actor.userId, at: s.now() };
  if (draftId) {
    const topic = `draft:${draftId}`;
    return s.live.publish(tx, { ...event, topic, audience: 'everyone' });
  }
  const topic = `guidelines:${briefId}`;
  await s.live.publish(tx, { ...event, topic, audience: 'brand' });
  await s.live.publish(tx, { ...event, topic, audience: 'person', toUserId: authorId });
}

type Concerned = Pick<Told, 'actor' | 'about'>;

/** Into the inbox of whose turn it is: once a suggestion, not for each of its wordings. */
async function tellOwners(s: Services, tx: Tx, { actor, about }: Concerned): Promise<void> {
  const { briefId, draftId } = about;
  const draft = draftId ? await draftById(tx, draftId) : null;
  const to = draft ? [draft.creatorId] : await leadIds(tx, briefId);
  await tellPeople(s, tx, { kind: 'suggestion', to, briefId, draftId, actor });
}

async function tellAuthor(
  s: Services,
  tx: Tx,
  { actor, about, kind }: Concerned & { kind: 'suggestion-accepted' | 'suggestion-kept' },
): Promise<void> {
  const { briefId, draftId, authorId } = about;
  await tellPeople(s, tx, { kind, to: [authorId], briefId, draftId, actor });
}
