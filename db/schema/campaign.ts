// Workspace and brief: who is in it, what is to be made, the guidelines as they were agreed to, and
// what is between a creator and the brand's managers alone.
import type { DealRights } from '#shared/deal.ts';
import type { BriefRole, WorkspaceRole } from '#shared/roles.ts';
import type { Locale } from '#shared/words/words.ts';
import { bool, index, int, json, key, table, text, time, unique, word } from '../kit.ts';
import { user } from './people.ts';

export const workspace = table('workspace', {
  id: text().primaryKey(),
  name: text().notNull(),
  createdAt: time().notNull(),
});

export const workspaceMember = table(
  'workspace_member',
  {
    workspaceId: text()
      .notNull()
      .references(() => workspace.id, { onDelete: 'cascade' }),
    userId: text()
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    role: text().$type<WorkspaceRole>().notNull(),
    createdAt: time().notNull(),
  },
  (t) => [key({ columns: [t.workspaceId, t.userId] }), index('workspace_member_user').on(t.userId)],
);

export const brief = table(
  'brief',
  {
    id: text().primaryKey(),
    workspaceId: text()
      .notNull()
      .references(() => workspace.id, { onDelete: 'cascade' }),
    title: text().notNull(),
    brandName: text().notNull(),
    product: text().notNull().default(''),
    languages: json<Locale[]>().notNull(),
    timeZone: text().notNull(),
    /** The lead keeps the live guidelines open to the brief's creators. */
    guidelinesOpen: bool().notNull().default(false),
    /** Rounds the brand may ask for changes in, before the creator agrees to more. */
    rounds: int().notNull().default(2),
    /** Whose public holidays its clocks know: ISO 3166; empty for none. */
    place: text().notNull().default(''),
    /** A reviewer clears each version before it can be approved. */
    needsClearance: bool().notNull().default(false),
    /** The brief this one was begun from. */
    fromBriefId: text(),
    createdBy: text().references(() => user.id, { onDelete: 'set null' }),
    createdAt: time().notNull(),
    archivedAt: time(),
  },
  (t) => [index('brief_workspace').on(t.workspaceId)],
);

export const briefMember = table(
  'brief_member',
  {
    briefId: text()
      .notNull()
      .references(() => brief.id, { onDelete: 'cascade' }),
    userId: text()
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    role: text().$type<BriefRole>().notNull(),
    createdAt: time().notNull(),
  },
  (t) => [key({ columns: [t.briefId, t.userId] }), index('brief_member_user').on(t.userId)],
);

/** A creator's place in a brief. A removed one keeps the row: what was agreed stays readable. */
export const briefCreator = table(
  'brief_creator',
  {
    id: text().primaryKey(),
    briefId: text()
      .notNull()
      .references(() => brief.id, { onDelete: 'cascade' }),
    userId: text()
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    handle: text().notNull().default(''),
    /** As it was written; for whoever may invite, and erased with the address. */
    phone: text().notNull().default(''),
    state: word('invited', 'opened', 'asked', 'in', 'declined', 'removed').notNull(),
    /** The creator's words with a question or a no. */
    note: text(),
    fee: text().notNull().default(''),
    product: text().notNull().default(''),
    code: text().notNull().default(''),
    terms: text().notNull().default(''),
    /** The personal link of the creator, as it goes into the post. */
    link: text().notNull().default(''),
    /** What the brand may do with the posts; null while nothing was written down. */
    rights: json<DealRights | null>(),
    exclusivity: text().notNull().default(''),
    /** When the fee is owed, in words. */
    payment: text().notNull().default(''),
    paidOn: time(),
    /** The deliverables this creator makes; null for all of the brief. */
    posts: json<string[] | null>(),
    /** Who took over the posts of a removed creator. */
    replacedBy: text(),
    nudgedAt: time(),
    invitedAt: time().notNull(),
    answeredAt: time(),
  },
  (t) => [
    unique('brief_creator_once').on(t.briefId, t.userId),
    index('brief_creator_user').on(t.userId),
  ],
);

export const deliverable = table(
  'deliverable',
  {
    id: text().primaryKey(),
    briefId: text()
      .notNull()
      .references(() => brief.id, { onDelete: 'cascade' }),
    ordinal: int().notNull(),
    title: text().notNull().default(''),
    platform: text().notNull(),
    format: text().notNull(),
    language: text().notNull(),
    /** Where it will be seen: ISO 3166 codes. */
    seenIn: json<string[]>().notNull(),
    callToAction: text().notNull().default(''),
    /** The creator says what they will make before they make it. */
    ideaFirst: bool().notNull().default(false),
    draftDue: time(),
    reviewDue: time(),
    publishDue: time(),
  },
  (t) => [unique('deliverable_ordinal').on(t.briefId, t.ordinal)],
);

/** The contract as a file. The bytes lie in storage under their SHA-256. */
export const contract = table('contract', {
  briefCreatorId: text()
    .primaryKey()
    .references(() => briefCreator.id, { onDelete: 'cascade' }),
  hash: text().notNull(),
  mime: text().notNull(),
  size: int().notNull(),
  name: text().notNull(),
  uploadedBy: text().notNull(),
  at: time().notNull(),
});

/** The product on its way. The address is erased 60 days after the creator's last post. */
export const delivery = table('delivery', {
  briefCreatorId: text()
    .primaryKey()
    .references(() => briefCreator.id, { onDelete: 'cascade' }),
  variant: text().notNull().default(''),
  address: text(),
  carrier: text().notNull().default(''),
  tracking: text().notNull().default(''),
  sentAt: time(),
  arrivedAt: time(),
  erasedAt: time(),
});

/** A day on which several creators come to one place, each for a slot. */
export const shootDay = table(
  'shoot_day',
  {
    id: text().primaryKey(),
    briefId: text()
      .notNull()
      .references(() => brief.id, { onDelete: 'cascade' }),
    place: text().notNull(),
    note: text().notNull().default(''),
    createdAt: time().notNull(),
  },
  (t) => [index('shoot_day_brief').on(t.briefId)],
);

export const shootSlot = table(
  'shoot_slot',
  {
    id: text().primaryKey(),
    shootDayId: text()
      .notNull()
      .references(() => shootDay.id, { onDelete: 'cascade' }),
    startsAt: time().notNull(),
    endsAt: time().notNull(),
    /** Whose it is; null while it is free. */
    briefCreatorId: text().references(() => briefCreator.id, { onDelete: 'set null' }),
    takenAt: time(),
  },
  (t) => [index('shoot_slot_day').on(t.shootDayId)],
);

export const guidelinesVersion = table(
  'guidelines_version',
  {
    id: text().primaryKey(),
    briefId: text()
      .notNull()
      .references(() => brief.id, { onDelete: 'cascade' }),
    n: int().notNull(),
    /** SHA-256 of the frozen content, hex. */
    hash: text().notNull(),
    /** The frozen document as canonical JSON, and the structure read out of it. */
    content: json<unknown>().notNull(),
    structure: json<unknown>().notNull(),
    change: word('first', 'wording', 'matters').notNull(),
    note: text().notNull().default(''),
    publishedBy: text().notNull(),
    publishedAt: time().notNull(),
  },
  (t) => [unique('guidelines_version_n').on(t.briefId, t.n)],
);

export const agreement = table(
  'agreement',
  {
    id: text().primaryKey(),
    briefCreatorId: text()
      .notNull()
      .references(() => briefCreator.id, { onDelete: 'cascade' }),
    version: int().notNull(),
    hash: text().notNull(),
    method: text().notNull(),
    /** The deal as it stood, which was agreed with the version; null for what was agreed before that was kept. */
    deal: json<unknown>(),
    at: time().notNull(),
  },
  (t) => [unique('agreement_once').on(t.briefCreatorId, t.version)],
);
