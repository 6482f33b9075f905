// How a creator writes: their own captions, and the card made of them.
import type { CaptionFeatures } from '#shared/voice-features.ts';
import type { VoiceCard } from '#shared/voice.ts';
import { bool, index, int, json, table, text, time, word } from '../kit.ts';
import { user } from './people.ts';

/** A caption of a creator's own. Nobody else is ever given its text. */
export const voiceCaption = table(
  'voice_caption',
  {
    id: text().primaryKey(),
    userId: text()
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    text: text().notNull(),
    /** Pasted by the creator, or taken over from a post published here. */
    origin: word('pasted', 'published').notNull(),
    /** What was counted in it, so that a card of a thousand captions need not read them again. */
    features: json<CaptionFeatures>().notNull(),
    addedAt: time().notNull(),
    /** Among those added at once. */
    place: int().notNull(),
  },
  (t) => [index('voice_caption_user').on(t.userId, t.addedAt)],
);

/** Renewed in the transaction of every change to the captions. */
export const voice = table('voice', {
  userId: text()
    .primaryKey()
    .references(() => user.id, { onDelete: 'cascade' }),
  /** Null below three captions. */
  card: json<VoiceCard | null>(),
  /** The brands this creator works with may see the card. */
  shown: bool().notNull().default(false),
});
