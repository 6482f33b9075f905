// A creator's place in a brief, made: under an account of their own, or under the one the workspace
// knows them by. Whoever calls this has judged the right to invite.
import { addCreator, creatorPlace, type CreatorRow, creatorsElsewhere } from '#db/creators.ts';
import type { Tx } from '#db/open.ts';
import { createPerson, personById } from '#db/people.ts';
import { idFrom } from '#shared/ids.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { Locale } from '#shared/words/words.ts';
import type { Services } from './services.ts';
import { existingBrief } from './telling.ts';

export interface NewPlace extends Pick<CreatorRow, 'fee' | 'product' | 'code' | 'terms'> {
  briefId: string;
  /** A creator the workspace knows already; without it an account is made. */
  userId?: string | undefined;
  name: string;
  locale: Locale;
  handle: string;
  phone: string;
  /** The deliverables they make; null for all of the brief. */
  posts: string[] | null;
}

export interface Placed {
  id: string;
  name: string;
  locale: Locale;
}

export async function addPlace(s: Services, tx: Tx, place: NewPlace): Promise<Result<Placed>> {
  const { userId: known, name, locale, ...rest } = place;
  const at = s.now();
  const found = known
    ? await knownCreator(tx, known, place.briefId)
    : ok({ id: idFrom(s.randomBytes(20)), name, locale });
  if (!found.ok) return found;
  const { id } = found.value;
  if (!known) await createPerson(tx, { id, name, kind: 'creator', locale, at });
  await addCreator(tx, { ...rest, id: idFrom(s.randomBytes(20)), userId: id, invitedAt: at });
  return found;
}

/** Only creators of the same workspace are known: an id alone opens nothing. */
async function knownCreator(tx: Tx, userId: string, briefId: string): Promise<Result<Placed>> {
  const { workspaceId } = await existingBrief(tx, briefId);
  const elsewhere = await creatorsElsewhere(tx, { workspaceId, briefId });
  const person = await personById(tx, userId);
  if (person && elsewhere.some((creator) => creator.userId === userId)) return ok(person);
  return (await creatorPlace(tx, { briefId, userId })) ? fail('conflict') : fail('not-found');
}
