// What is said about a text: threads, suggestions, and what the brand judged of the marks in it.
import type { Side } from '#shared/roles.ts';
import { check, index, int, json, key, table, text, time, word } from '../kit.ts';
import { brief } from './campaign.ts';
import { draft } from './drafts.ts';
import { user } from './people.ts';

export const thread = table(
  'thread',
  {
    id: text().primaryKey(),
    briefId: text()
      .notNull()
      .references(() => brief.id, { onDelete: 'cascade' }),
    /** Null for a thread on the guidelines. */
    draftId: text().references(() => draft.id, { onDelete: 'cascade' }),
    /** Chosen before the first letter; never changes. */
    audience: word('brand', 'everyone').notNull(),
    anchor: json<unknown>().notNull(),
    createdBy: text().notNull(),
    createdAt: time().notNull(),
    resolvedBy: text(),
    resolvedAt: time(),
  },
  (t) => [
    index('thread_draft').on(t.draftId),
    index('thread_brief').on(t.briefId),
    check('thread_audience', "audience in ('brand', 'everyone')"),
  ],
);

export const comment = table(
  'comment',
  {
    id: text().primaryKey(),
    threadId: text()
      .notNull()
      .references(() => thread.id, { onDelete: 'cascade' }),
    userId: text().notNull(),
    /** People in it stand as `@[id]` (shared/mentions). */
    body: text().notNull(),
    /** Who is meant in it. */
    mentions: json<string[]>().notNull().default([]),
    createdAt: time().notNull(),
    editedAt: time(),
  },
  (t) => [index('comment_thread').on(t.threadId, t.createdAt)],
);

/**
 * What one side would have the other say. Open until the text's owner accepts or keeps theirs, or its
 * author takes it back; accepting is one transaction with the edit (db/log-writer.ts).
 */
export const suggestion = table(
  'suggestion',
  {
    id: text().primaryKey(),
    briefId: text()
      .notNull()
      .references(() => brief.id, { onDelete: 'cascade' }),
    /** Null for one on the guidelines. */
    draftId: text().references(() => draft.id, { onDelete: 'cascade' }),
    authorId: text().notNull(),
    side: text().$type<Side>().notNull(),
    /** What it would replace, and the slice that would stand there (shared/suggestions.ts). */
    span: json<unknown>().notNull(),
    slice: json<unknown>().notNull(),
    schemaVersion: int().notNull(),
    /** The sequence number of the text that it was written on. */
    baseSeq: int().notNull(),
    status: word('open', 'accepted', 'kept', 'withdrawn').notNull(),
    answeredBy: text(),
    answeredAt: time(),
    /** A KeepReason, when the writer said why. */
    reason: text(),
    createdAt: time().notNull(),
    updatedAt: time().notNull(),
  },
  (t) => [
    index('suggestion_draft').on(t.draftId),
    index('suggestion_brief').on(t.briefId),
    check('suggestion_status', "status in ('open', 'accepted', 'kept', 'withdrawn')"),
  ],
);

/** How far a person has read a thread; who has no row has read nothing of it. */
export const threadRead = table(
  'thread_read',
  {
    threadId: text()
      .notNull()
      .references(() => thread.id, { onDelete: 'cascade' }),
    userId: text()
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    /** When the last comment they saw was written. */
    upTo: time().notNull(),
  },
  (t) => [key({ columns: [t.threadId, t.userId] })],
);

export const coverageJudgement = table(
  'coverage_judgement',
  {
    draftId: text()
      .notNull()
      .references(() => draft.id, { onDelete: 'cascade' }),
    pointId: text().notNull(),
    verdict: word('confirmed', 'questioned').notNull(),
    /** SHA-256 of the words that were judged, hex: another text was not judged. */
    hash: text().notNull(),
    anchor: json<unknown>().notNull(),
    userId: text().notNull(),
    at: time().notNull(),
  },
  (t) => [
    key({ columns: [t.draftId, t.pointId] }),
    check('coverage_verdict', "verdict in ('confirmed', 'questioned')"),
  ],
);
