// What a step of the demo is made with: its people, signed in, and edits in their name.
import type * as Y from 'yjs';
import { deliverablesOf } from '#db/deliverables.ts';
import { draftsOfCreator } from '#db/drafts.ts';
import { peopleWithDemoLinks } from '#db/links.ts';
import { createPerson } from '#db/people.ts';
import { createSession } from '#db/sessions.ts';
import { type AnchorPart, anchorOf, linearText } from '#shared/anchors.ts';
import { contentId } from '#shared/content-id.ts';
import { type DocumentName, draftDocument, idFrom } from '#shared/ids.ts';
import { type FilledParts, mediaList, textFragment, textParts, writeParts } from '#shared/parts.ts';
import type { Result } from '#shared/result.ts';
import type { Actor } from '#shared/roles.ts';
import type { Locale } from '#shared/words/words.ts';
import * as commands from '../commands.ts';
import { readDraft, sha256 } from '../drafts.ts';
import type { Services } from '../services.ts';

export type Name = 'ploy' | 'ta' | 'anan' | 'mali' | 'ben';

export interface Stage {
  s: Services;
  people: Record<Name, Actor>;
  workspaceId: string;
}

export interface DemoPerson {
  userId: string;
  name: string;
  email: string;
  role: string;
}

/** The people the demo has links for; none where this is not a demo. */
export async function demoPeople(s: Services): Promise<DemoPerson[]> {
  const roles: Record<string, string> = {
    Ploy: 'brand, leads',
    Ta: 'brand, writes with her',
    Anan: 'brand, legal',
    Mali: 'creator, in Thai',
    Ben: 'creator, in English',
  };
  const rows = await peopleWithDemoLinks(s.db);
  return rows.map((row) => ({ ...row, role: roles[row.name] ?? '' }));
}

export async function newPerson(
  s: Services,
  person: { name: string; email: string; locale: Locale; kind: Actor['kind'] },
): Promise<Actor> {
  const userId = idFrom(s.randomBytes(20));
  const { name, email, locale, kind } = person;
  await createPerson(s.db, { id: userId, name, email, locale, kind, at: s.now() });
  return signIn(s, { userId, name, locale, kind });
}

/** A sign-in of the demo, over as soon as it began: decisions name how their person was known. */
export async function signIn(
  s: Services,
  person: Pick<Actor, 'userId' | 'name' | 'locale' | 'kind'>,
): Promise<Actor> {
  const sessionId = idFrom(s.randomBytes(20));
  await createSession(s.db, {
    id: sessionId,
    userId: person.userId,
    token: idFrom(s.randomBytes(20)),
    expiresAt: s.now(),
    ipAddress: null,
    userAgent: null,
    method: 'demo',
    createdAt: s.now(),
  });
  return { ...person, sessionId, calendar: 'gregory' };
}

/** A step of the demo cannot fail: if it does, the seed is wrong and says where. */
export async function done<T>(step: Promise<Result<T>>): Promise<T> {
  const result = await step;
  if (result.ok) return result.value;
  throw new Error(`the demo could not be made: ${JSON.stringify(result.error)}`);
}

export async function edit(
  { s }: Stage,
  { userId, sessionId }: Actor,
  change: { document: DocumentName; by(doc: Y.Doc): void },
): Promise<void> {
  const identity = { userId, sessionId, via: 'token' as const };
  const fate = await s.hub.submit({ identity, document: change.document, edit: change.by });
  if (fate.kind !== 'saved') throw new Error(`the demo could not be written: ${fate.kind}`);
}

export async function draftOf(
  { s }: Stage,
  creator: Actor,
  briefId: string,
  post: number,
): Promise<string> {
  const deliverable = (await deliverablesOf(s.db, briefId)).find(({ ordinal }) => ordinal === post);
  const drafts = await draftsOfCreator(s.db, creator.userId);
  const found = drafts.find(({ deliverableId }) => deliverableId === deliverable?.id);
  if (!found) throw new Error(`the demo has no post ${post}`);
  return found.id;
}

export async function write(stage: Stage, creator: Actor, draftId: string, parts: FilledParts) {
  const ids = () => idFrom(stage.s.randomBytes(20));
  await edit(stage, creator, {
    document: draftDocument(draftId),
    by(doc) {
      for (const part of textParts) {
        const fragment = textFragment(doc, part);
        fragment.delete(0, fragment.length);
      }
      mediaList(doc).delete(0, mediaList(doc).length);
      writeParts(doc, parts, ids);
    },
  });
}

/** Replaces words where they stand, as a person would: what is around them keeps its anchors. */
export async function reword(
  stage: Stage,
  creator: Actor,
  change: { draftId: string; part: AnchorPart; from: string; to: string },
): Promise<void> {
  await edit(stage, creator, {
    document: draftDocument(change.draftId),
    by(doc) {
      for (const { type, at } of linearText(doc, change.part).pieces) {
        const text = linearText(doc, change.part).text.slice(at, at + type.length);
        const index = text.indexOf(change.from);
        if (index < 0) continue;
        type.delete(index, change.from.length);
        type.insert(index, change.to);
        return;
      }
    },
  });
}

export async function send(
  { s }: Stage,
  creator: Actor,
  draftId: string,
  ready = false,
): Promise<string> {
  const now = await readDraft(s, draftId);
  if (!now) throw new Error('the demo lost a draft');
  const seen = contentId(now.parts, sha256);
  return (await done(commands.sendDraft(s, creator, { draftId, contentId: seen, ready })))
    .approvalId;
}

/** Legal's word, without which the brand cannot approve. */
export async function clear(
  { s, people }: Stage,
  seen: { draftId: string; approvalId: string },
): Promise<void> {
  await done(commands.clearDraft(s, people.anan, { ...seen, seen: 'waiting' }));
}

export async function passage(
  { s }: Stage,
  draftId: string,
  where: { part: AnchorPart; words: string },
) {
  const anchor = await s.hub.read(draftDocument(draftId), (doc) => {
    const from = linearText(doc, where.part).text.indexOf(where.words);
    return anchorOf(doc, { part: where.part, from, to: from + where.words.length });
  });
  if (!anchor) throw new Error(`the demo has no passage ${where.words}`);
  return anchor;
}
