// A creator's own captions, and whether brands may see the card that is made of them. Everything
// here belongs to the person who asks: no row of anybody else is read or written.
import { z } from 'zod';
import {
  addVoiceCaptions,
  removeVoiceCaption,
  removeVoiceCaptions,
  saveVoice,
  type VoiceCaptionRow,
  voiceCaptionsOf,
} from '#db/voice.ts';
import {
  maxCaptionLength,
  maxCaptions,
  type Pasted,
  readCaptions,
  type Skipped,
  takeCaptions,
} from '#shared/captions.ts';
import { idFrom } from '#shared/ids.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { Actor } from '#shared/roles.ts';
import { featuresOf } from '#shared/voice-features.ts';
import { parse } from '../auth/accounts.ts';
import type { Services } from '../services.ts';
import { publishedCaptions, renewCard, tellVoice } from '../voice.ts';

/** Room for as many captions as are kept, and for what stands between them. */
const maxPaste = maxCaptions * (maxCaptionLength + 10);

export interface Added {
  added: number;
  skipped: Skipped[];
}

/** What was understood is kept; what was not comes back with the reason. */
export async function addCaptions(
  s: Services,
  actor: Actor,
  { text }: { text: string },
): Promise<Result<Added>> {
  if (actor.kind !== 'creator') return fail('not-allowed');
  if (typeof text !== 'string' || text.trim() === '') return fail('bad-input', { field: 'text' });
  if (text.length > maxPaste) return fail('too-large', { field: 'text' });
  return keep(s, actor, { origin: 'pasted', read: (known) => readCaptions(text, known) });
}

/** Takes over the captions of the posts this creator published here. */
export async function takePublished(s: Services, actor: Actor): Promise<Result<Added>> {
  if (actor.kind !== 'creator') return fail('not-allowed');
  const captions = await publishedCaptions(s.db, actor.userId);
  return keep(s, actor, {
    origin: 'published',
    read: (known) => takeCaptions(captions, known),
  });
}

interface Taken {
  origin: VoiceCaptionRow['origin'];
  read(known: string[]): Pasted;
}

async function keep(s: Services, actor: Actor, { origin, read }: Taken): Promise<Result<Added>> {
  const { userId } = actor;
  // Counted outside the transaction, a caption at a time: long texts must not hold up the others.
  const counted = new Map<string, VoiceCaptionRow['features']>();
  for (const text of read([]).captions) {
    counted.set(text, featuresOf(text));
    await new Promise(setImmediate);
  }
  return s.db.transaction(async (tx) => {
    const known = (await voiceCaptionsOf(tx, userId)).map(({ text }) => text);
    const { captions, skipped } = read(known);
    const addedAt = s.now();
    const rows = captions.map((text, place) => ({
      id: idFrom(s.randomBytes(20)),
      userId,
      text,
      origin,
      features: counted.get(text) ?? featuresOf(text),
      addedAt,
      place,
    }));
    await addVoiceCaptions(tx, rows);
    if (rows.length > 0) await renewCard(s, tx, actor);
    return ok({ added: rows.length, skipped });
  });
}

export async function removeCaption(
  s: Services,
  actor: Actor,
  { id }: { id: string },
): Promise<Result<null>> {
  return s.db.transaction(async (tx) => {
    const isGone = await removeVoiceCaption(tx, { id: String(id), userId: actor.userId });
    if (!isGone) return fail('not-found');
    await renewCard(s, tx, actor);
    return ok(null);
  });
}

export async function removeAllCaptions(s: Services, actor: Actor): Promise<Result<null>> {
  return s.db.transaction(async (tx) => {
    await removeVoiceCaptions(tx, actor.userId);
    await renewCard(s, tx, actor);
    return ok(null);
  });
}

const showForm = z.object({ shown: z.boolean() });

/** *Brands I work with may see my voice card*: the card, never a caption. */
export async function showVoice(
  s: Services,
  actor: Actor,
  input: z.input<typeof showForm>,
): Promise<Result<null>> {
  if (actor.kind !== 'creator') return fail('not-allowed');
  const form = parse(showForm, input);
  if (!form.ok) return form;
  await s.db.transaction(async (tx) => {
    await saveVoice(tx, actor.userId, form.value);
    // Both ways: a card that is no longer shown has to leave open pages too.
    await tellVoice(s, tx, actor, true);
  });
  return ok(null);
}
