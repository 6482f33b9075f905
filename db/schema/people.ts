// People and how they come in. The first five tables have the shape better-auth expects; `kind`,
// `locale` and `calendar` are ours.
import type { BriefRole, WorkspaceRole } from '#shared/roles.ts';
import type { Locale } from '#shared/words/words.ts';
import { bool, index, int, table, text, time, word } from '../kit.ts';
import { brief, workspace } from './campaign.ts';

export const user = table('user', {
  id: text().primaryKey(),
  name: text().notNull(),
  /** Folded by NFKC and lower case in code. A creator without an address has one under .invalid. */
  email: text().notNull().unique(),
  emailVerified: bool().notNull().default(false),
  image: text(),
  kind: word('brand', 'creator').notNull().default('brand'),
  locale: text().$type<Locale>().notNull().default('en'),
  calendar: word('gregory', 'buddhist').notNull().default('gregory'),
  createdAt: time().notNull(),
  updatedAt: time().notNull(),
});

export const session = table(
  'session',
  {
    id: text().primaryKey(),
    userId: text()
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    token: text().notNull().unique(),
    expiresAt: time().notNull(),
    ipAddress: text(),
    userAgent: text(),
    /** How this device got in: password, invitation, sign-in link, code, set-up, demo. */
    method: text(),
    createdAt: time().notNull(),
    updatedAt: time().notNull(),
  },
  (t) => [index('session_user').on(t.userId)],
);

export const account = table(
  'account',
  {
    id: text().primaryKey(),
    accountId: text().notNull(),
    providerId: text().notNull(),
    userId: text()
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    accessToken: text(),
    refreshToken: text(),
    idToken: text(),
    accessTokenExpiresAt: time(),
    refreshTokenExpiresAt: time(),
    scope: text(),
    password: text(),
    createdAt: time().notNull(),
    updatedAt: time().notNull(),
  },
  (t) => [index('account_user').on(t.userId)],
);

export const verification = table('verification', {
  id: text().primaryKey(),
  identifier: text().notNull(),
  value: text().notNull(),
  expiresAt: time().notNull(),
  createdAt: time().notNull(),
  updatedAt: time().notNull(),
});

export const rateLimit = table('rate_limit', {
  id: text().primaryKey(),
  key: text().notNull().unique(),
  count: int().notNull(),
  lastRequest: int().notNull(),
});

/**
 * A way in that is handed over as a URL. Only the SHA-256 of its secret is kept.
 * Looking never uses it up; `usedAt` is set by the POST of the person who presses the button.
 */
export const link = table(
  'link',
  {
    id: text().primaryKey(),
    secretHash: text().notNull().unique(),
    purpose: word(
      'setup',
      'invite-member',
      'invite-creator',
      'reinvite-creator',
      'sign-in',
      'demo',
    ).notNull(),
    /** Whom it signs in; null until an invited member makes the account. */
    userId: text().references(() => user.id, { onDelete: 'cascade' }),
    workspaceId: text().references(() => workspace.id, { onDelete: 'cascade' }),
    briefId: text().references(() => brief.id, { onDelete: 'cascade' }),
    role: text().$type<WorkspaceRole | BriefRole>(),
    createdBy: text().references(() => user.id, { onDelete: 'set null' }),
    createdAt: time().notNull(),
    expiresAt: time().notNull(),
    openedAt: time(),
    usedAt: time(),
    revokedAt: time(),
    /** Where it leads, of a sign-in link that came with a letter. */
    path: text(),
  },
  (t) => [index('link_user').on(t.userId)],
);

/** Six digits that let another phone of the same person in, for ten minutes and five tries. */
export const deviceCode = table('device_code', {
  id: text().primaryKey(),
  userId: text()
    .notNull()
    .references(() => user.id, { onDelete: 'cascade' }),
  codeHash: text().notNull(),
  createdAt: time().notNull(),
  expiresAt: time().notNull(),
  usedAt: time(),
});

export const accessToken = table('access_token', {
  id: text().primaryKey(),
  userId: text()
    .notNull()
    .references(() => user.id, { onDelete: 'cascade' }),
  name: text().notNull(),
  secretHash: text().notNull().unique(),
  createdAt: time().notNull(),
  lastUsedAt: time(),
  revokedAt: time(),
});

/** What the product wants to tell someone: sent by SMTP where configured, always readable in the outbox. */
export const notice = table(
  'notice',
  {
    id: text().primaryKey(),
    workspaceId: text()
      .notNull()
      .references(() => workspace.id, { onDelete: 'cascade' }),
    toUserId: text().references(() => user.id, { onDelete: 'cascade' }),
    toEmail: text(),
    subject: text().notNull(),
    body: text().notNull(),
    /** A sign-in link to a claimed account: mailed, never shown. */
    secret: bool().notNull().default(false),
    createdAt: time().notNull(),
    sentAt: time(),
    failedAt: time(),
    /** When it is tried next; null while it is being handed over, and once that is settled. */
    dueAt: time(),
    tries: int().notNull().default(0),
    triedAt: time(),
    /** The page its reader is signed in to by a link that exists in the letter alone. */
    signInTo: text(),
    /** A letter that can be unsubscribed from. */
    isTelling: bool().notNull().default(false),
  },
  (t) => [
    index('notice_workspace').on(t.workspaceId, t.createdAt),
    index('notice_due').on(t.dueAt),
  ],
);
