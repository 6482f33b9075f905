// What happened, who hears of it, and how.
import type { ReminderStage } from '#shared/reminders.ts';
import { bool, index, int, json, key, table, text, time, word } from '../kit.ts';
import { brief } from './campaign.ts';
import { draft } from './drafts.ts';
import { user } from './people.ts';

/** What concerns one person, as kind and values: the sentence is made in the reader's language. */
export const inbox = table(
  'inbox',
  {
    id: text().primaryKey(),
    userId: text()
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    kind: text().notNull(),
    workspaceId: text().notNull(),
    briefId: text()
      .notNull()
      .references(() => brief.id, { onDelete: 'cascade' }),
    draftId: text().references(() => draft.id, { onDelete: 'cascade' }),
    threadId: text(),
    /** Null where nobody did anything, as with a clock. */
    actorId: text(),
    body: json<Record<string, string | number>>(),
    at: time().notNull(),
    readAt: time(),
    /** From when a letter about it may go out; null where none will, or one went. */
    mailAt: time(),
  },
  (t) => [index('inbox_user').on(t.userId, t.at), index('inbox_mail').on(t.mailAt)],
);

/** What a person wants as a letter; without a row the defaults of shared/telling hold. */
export const tellingChoice = table('telling_choice', {
  userId: text()
    .primaryKey()
    .references(() => user.id, { onDelete: 'cascade' }),
  waits: word('at-once', 'digest', 'none').notNull(),
  talk: word('at-once', 'digest', 'none').notNull(),
  rest: word('at-once', 'digest', 'none').notNull(),
  signsIn: bool().notNull(),
});

/** Who was reminded of which clock: once a stage and due time. */
export const reminder = table(
  'reminder',
  {
    draftId: text()
      .notNull()
      .references(() => draft.id, { onDelete: 'cascade' }),
    userId: text()
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    stage: text().$type<ReminderStage>().notNull(),
    due: time().notNull(),
    at: time().notNull(),
  },
  (t) => [key({ columns: [t.draftId, t.userId, t.stage, t.due] })],
);

/** What happened, in order: replayed by /live after a reconnect and read by the activity drawer. */
export const event = table(
  'event',
  {
    seq: int().primaryKey({ autoIncrement: true }),
    kind: text().notNull(),
    /** What to load again. */
    topic: text().notNull(),
    workspaceId: text().notNull(),
    briefId: text(),
    draftId: text(),
    audience: word('brand', 'everyone', 'person').notNull(),
    /** For audience person: who alone hears it. */
    toUserId: text(),
    actorId: text(),
    at: time().notNull(),
    body: json<Record<string, string | number>>(),
  },
  (t) => [index('event_brief').on(t.briefId, t.seq)],
);
