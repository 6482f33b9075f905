// How a creator writes: all of it for the creator, and for the brands they work with the card alone,
// where the creator shows it. No caption's text goes to anybody else.
import { countVoiceCaptions, knownCaptions, newestVoiceCaptions, voiceOf } from '#db/voice.ts';
import { takeCaptions } from '#shared/captions.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { type Actor, can } from '#shared/roles.ts';
import type { VoiceCard } from '#shared/voice.ts';
import { openCase } from '../drafts.ts';
import type { Services } from '../services.ts';
import { currentCard, publishedCaptions } from '../voice.ts';

/** As many as a page can hold; the rest on request. */
const captionsOnPage = 20;
const allCaptions = 1000;

export interface OwnVoice {
  card: VoiceCard | null;
  shown: boolean;
  count: number;
  captions: { id: string; text: string; origin: 'pasted' | 'published' }[];
  /** Captions of posts published here that are not among them yet. */
  published: number;
}

export async function myVoice(
  s: Services,
  actor: Actor,
  { all }: { all: boolean },
): Promise<Result<OwnVoice>> {
  if (actor.kind !== 'creator') return fail('not-found');
  const { userId } = actor;
  const limit = all ? allCaptions : captionsOnPage;
  const captions = await newestVoiceCaptions(s.db, userId, limit);
  const published = await publishedCaptions(s.db, userId);
  const known = await knownCaptions(s.db, userId, published);
  return ok({
    card: await currentCard(s.db, userId),
    shown: (await voiceOf(s.db, userId))?.shown === true,
    count: await countVoiceCaptions(s.db, userId),
    captions: captions.map(({ id, text, origin }) => ({ id, text, origin })),
    published: takeCaptions(published, known).captions.length,
  });
}

export interface PostVoice {
  /** Null below three captions, and for a brand that is not shown it. */
  card: VoiceCard | null;
  isOwn: boolean;
}

/** Beside a post: the creator's own card, or the one they show. */
export async function postVoice(
  s: Services,
  actor: Actor,
  { draftId }: { draftId: string },
): Promise<Result<PostVoice>> {
  const found = await openCase(s.db, actor, draftId);
  if (!found.ok) return found;
  const { creator, standing, side } = found.value;
  // A creator who left the brief works with this brand no more.
  const isHere = creator.state === 'in';
  const voiceShown = isHere && (await voiceOf(s.db, creator.userId))?.shown === true;
  const mayRead = can('voice.read', { ...standing, voiceShown });
  return ok({
    card: mayRead ? await currentCard(s.db, creator.userId) : null,
    isOwn: side === 'creator',
  });
}
