// A creator's own portfolio, and a brief's moodboard as its brand's people and its creators see it.
import { briefById } from '#db/briefs.ts';
import { stylePicturesOf } from '#db/style-pictures.ts';
import { fail, ok } from '#shared/result.ts';
import { type Actor, can } from '#shared/roles.ts';
import { judge } from '../rights.ts';
import type { Services } from '../services.ts';
import { shownPicture } from '../style-pictures.ts';

export async function ownPortfolio(s: Services, actor: Actor) {
  if (actor.kind !== 'creator') return fail('not-found');
  const rows = await stylePicturesOf(s.db, { userId: actor.userId, briefId: null });
  return ok({ userId: actor.userId, pictures: rows.map(shownPicture) });
}

export async function moodboard(s: Services, actor: Actor, { briefId }: { briefId: string }) {
  const allowed = await judge(s.db, { actor, place: { briefId }, action: 'moodboard.read' });
  if (!allowed.ok) return allowed;
  const brief = await briefById(s.db, briefId);
  if (!brief) return fail('not-found');
  const rows = await stylePicturesOf(s.db, { userId: null, briefId });
  return ok({
    briefId,
    title: brief.title,
    brandName: brief.brandName,
    isCreator: allowed.value.creator,
    pictures: rows.map(shownPicture),
    may: { write: can('moodboard.write', allowed.value) },
  });
}
