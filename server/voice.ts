// The voice card of a creator as it stands, and everyone who has it open told that it changed.
import { draftsOfCreator, versionsOfDraft } from '#db/drafts.ts';
import { briefDoor } from '#db/members.ts';
import type { Executor, Tx } from '#db/open.ts';
import { saveVoice, type VoiceCaptionRow, voiceCaptionsOf, voiceOf } from '#db/voice.ts';
import { partsOfForm } from '#shared/content-id.ts';
import { partText } from '#shared/parts.ts';
import type { Actor } from '#shared/roles.ts';
import { type VoiceCard, voiceCard } from '#shared/voice.ts';
import { featuresOf, featuresVersion } from '#shared/voice-features.ts';
import { distinctiveWords } from '#shared/voice-words.ts';
import type { Services } from './services.ts';

/** The card as this version counts; one that an older version counted is made anew. */
export async function currentCard(db: Executor, userId: string): Promise<VoiceCard | null> {
  const kept = await voiceOf(db, userId);
  if (!kept?.card || kept.card.version === featuresVersion) return kept?.card ?? null;
  return cardOf(await voiceCaptionsOf(db, userId));
}

function cardOf(captions: readonly VoiceCaptionRow[]): VoiceCard | null {
  const features = captions.map(({ text, features: counted }) =>
    counted.version === featuresVersion ? counted : featuresOf(text),
  );
  return voiceCard(features, distinctiveWords(features));
}

/** The caption of each post that this creator published here, as it was approved. */
export async function publishedCaptions(db: Executor, userId: string): Promise<string[]> {
  const drafts = await draftsOfCreator(db, userId);
  const published = drafts.filter(({ status }) => status === 'published');
  const texts = published.map(async ({ id }) => {
    const sent = (await versionsOfDraft(db, id)).at(-1);
    return sent ? partText(partsOfForm(sent.parts), 'caption').trim() : '';
  });
  return (await Promise.all(texts)).filter((text) => text !== '');
}

/** After every change of the captions, in its transaction. */
export async function renewCard(s: Services, tx: Tx, actor: Actor): Promise<void> {
  await saveVoice(tx, actor.userId, { card: cardOf(await voiceCaptionsOf(tx, actor.userId)) });
  const shown = (await voiceOf(tx, actor.userId))?.shown === true;
  await tellVoice(s, tx, actor, shown);
}

/** The creator's own pages always; the brand's open posts only where it may see the card. */
export async function tellVoice(
  s: Services,
  tx: Tx,
  actor: Actor,
  brandsToo: boolean,
): Promise<void> {
  const { userId } = actor;
  const toSelf = { audience: 'person', toUserId: userId } as const;
  const event = { kind: 'voice.changed', actorId: userId, at: s.now() };
  await s.live.publish(tx, { ...event, ...toSelf, topic: `person:${userId}`, workspaceId: '' });
  for (const { id, briefId, open } of await draftsOfCreator(tx, userId)) {
    const workspaceId = (await briefDoor(tx, briefId))?.workspaceId ?? '';
    const heard = brandsToo && open ? ({ audience: 'everyone' } as const) : toSelf;
    const place = { topic: `draft:${id}`, workspaceId, briefId, draftId: id };
    await s.live.publish(tx, { ...event, ...place, ...heard });
  }
}
