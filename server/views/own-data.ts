// What is kept of a creator, for the creator: counted on a page, and whole as one archive.
import type { Readable } from 'node:stream';
import { placesOf } from '#db/creators.ts';
import { draftsOfCreator } from '#db/drafts.ts';
import { erasureOf } from '#db/erasure.ts';
import { filesOfDraft } from '#db/files.ts';
import { ownCounts, ownProofs, ownRows } from '#db/own-data.ts';
import { passwordOf, personById } from '#db/people.ts';
import { ownEmail } from '#shared/account.ts';
import { downloadName, safeName } from '#shared/media.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { Actor } from '#shared/roles.ts';
import { ownData as words } from '#shared/words/own-data.ts';
import { archiveOf, type Entry } from '../export/archive.ts';
import type { Services } from '../services.ts';
import { ownDeal } from './deals.ts';
import { takePost } from './take-post.ts';

export async function ownData(s: Services, actor: Actor) {
  if (actor.kind !== 'creator') return fail('not-found');
  const { userId } = actor;
  const due = await erasureOf(s.db, userId);
  const places = await placesOf(s.db, userId);
  const brands = new Set(places.map(({ brief }) => brief.brandName));
  return ok({
    userId,
    counts: await ownCounts(s.db, userId),
    brands: [...brands].sort(),
    erasureAt: due?.at.getTime() ?? null,
    /** Of their newest job, for the day it says. */
    timeZone: places[0]?.brief.timeZone ?? 'UTC',
    hasPassword: (await passwordOf(s.db, userId)) !== null,
  });
}

/** Everything, as a zip that is made while it is sent. */
export async function takeOwnData(
  s: Services,
  actor: Actor,
): Promise<Result<{ name: string; body: Readable }>> {
  if (actor.kind !== 'creator') return fail('not-found');
  return ok({ name: 'cobrief.zip', body: archiveOf(entriesOf(s, actor)) });
}

async function* entriesOf(s: Services, actor: Actor): AsyncGenerator<Entry> {
  const { userId } = actor;
  const person = await personById(s.db, userId);
  yield text('README.txt', words[actor.locale].readMe);
  const account = person && {
    name: person.name,
    email: ownEmail(person.email),
    language: person.locale,
    since: person.createdAt,
  };
  yield json('account.json', account);
  const rows = await ownRows(s.db, userId);
  for (const [name, list] of Object.entries(rows)) yield json(`${name}.json`, list);
  yield* deals(s, actor);
  yield* posts(s, actor);
  for (const { id, content } of await ownProofs(s.db, userId)) {
    yield text(`proofs/${id}.json`, content);
  }
  for (const { hash, mime, name } of rows.pictures) {
    yield* file(s, `portfolio/${hash.slice(0, 8)}-${downloadName(name, mime)}`, hash);
  }
}

async function* deals(s: Services, actor: Actor): AsyncGenerator<Entry> {
  for (const { brief } of await placesOf(s.db, actor.userId)) {
    const deal = await ownDeal(s, actor, { briefId: brief.id });
    const name = safeName(`${brief.brandName} ${brief.title}`);
    if (deal.ok) yield json(`deals/${name} ${brief.id}.json`, deal.value);
  }
}

/** Each post as it is now, readable, with its files beside it. */
async function* posts(s: Services, actor: Actor): AsyncGenerator<Entry> {
  for (const { id: draftId } of await draftsOfCreator(s.db, actor.userId)) {
    const taken = await takePost(s, actor, { draftId, what: 'comments', format: 'md' });
    if (!taken.ok) continue;
    const folder = `posts/${draftId}`;
    yield { name: `${folder}/${taken.value.name}`, data: taken.value.bytes };
    for (const { hash, mime, name } of await filesOfDraft(s.db, draftId)) {
      yield* file(s, `${folder}/${hash.slice(0, 8)}-${downloadName(name, mime)}`, hash);
    }
  }
}

const text = (name: string, words: string): Entry => ({ name, data: Buffer.from(words, 'utf8') });
const json = (name: string, value: unknown): Entry => text(name, JSON.stringify(value, null, 2));

/** Nothing where the bytes are lost: the rest is still theirs. */
async function* file(s: Services, name: string, hash: string): AsyncGenerator<Entry> {
  if ((await s.storage.size(hash)) !== null) yield { name, data: s.storage.read(hash) };
}
