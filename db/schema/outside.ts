// Who looks in from outside, and how a person has the posts laid out.
import { index, table, text, time, word } from '../kit.ts';
import { brief } from './campaign.ts';
import { draft } from './drafts.ts';
import { user } from './people.ts';

/** A client's way in without an account. Only the SHA-256 of its secret is kept. */
export const clientLink = table(
  'client_link',
  {
    id: text().primaryKey(),
    briefId: text()
      .notNull()
      .references(() => brief.id, { onDelete: 'cascade' }),
    secretHash: text().notNull().unique(),
    name: text().notNull(),
    shows: word('approved', 'sent').notNull(),
    createdBy: text().notNull(),
    createdAt: time().notNull(),
    expiresAt: time().notNull(),
    openedAt: time(),
    revokedAt: time(),
  },
  (t) => [index('client_link_brief').on(t.briefId)],
);

/** What a client said about a version, to the brand side only. */
export const clientComment = table(
  'client_comment',
  {
    id: text().primaryKey(),
    clientLinkId: text()
      .notNull()
      .references(() => clientLink.id, { onDelete: 'cascade' }),
    draftId: text()
      .notNull()
      .references(() => draft.id, { onDelete: 'cascade' }),
    versionId: text().notNull(),
    body: text().notNull(),
    at: time().notNull(),
  },
  (t) => [index('client_comment_draft').on(t.draftId, t.at)],
);

/** A way to look at a brief's posts, under a name, for one person. */
export const savedView = table(
  'saved_view',
  {
    id: text().primaryKey(),
    briefId: text()
      .notNull()
      .references(() => brief.id, { onDelete: 'cascade' }),
    userId: text()
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    name: text().notNull(),
    /** Filter and order, as they stand in the page's address. */
    query: text().notNull(),
    createdAt: time().notNull(),
  },
  (t) => [index('saved_view_person').on(t.briefId, t.userId)],
);

/** A person's calendar to subscribe to. Only the SHA-256 of its secret is kept. */
export const feed = table('feed', {
  userId: text()
    .primaryKey()
    .references(() => user.id, { onDelete: 'cascade' }),
  secretHash: text().notNull().unique(),
  createdAt: time().notNull(),
});
