// Every table, one definition. Ids are text made by the caller, times are milliseconds, and what a
// person may never change (versions, decisions) is guarded by triggers in the migrations.
import type { TextAnchor } from '#shared/anchors.ts';
import type { AuthoredRange } from '#shared/authorship.ts';
import type { DealRights } from '#shared/deal.ts';
import type { DocumentName } from '#shared/ids.ts';
import type { ReminderStage } from '#shared/reminders.ts';
import type { BriefRole, Side, WorkspaceRole } from '#shared/roles.ts';
import type { VoiceCard } from '#shared/voice.ts';
import type { CaptionFeatures } from '#shared/voice-features.ts';
import type { Locale } from '#shared/words/words.ts';
import {
  bool,
  bytes,
  check,
  index,
  int,
  json,
  key,
  table,
  text,
  time,
  unique,
  word,
} from './kit.ts';

// People. The first five tables have the shape better-auth expects; `kind`, `locale` and `calendar` are ours.

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

// Workspace and brief.

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

// What is between a creator and the brand's managers alone.

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

// Documents: the append-only log the sync engine writes.

export const document = table(
  'document',
  {
    name: text().$type<DocumentName>().primaryKey(),
    briefId: text()
      .notNull()
      .references(() => brief.id, { onDelete: 'cascade' }),
    /** Random; a restore changes it, so that no client merges an older history back in. */
    epoch: text().notNull(),
    /** Bumped first in every transaction that changes who may write; appends compare it. */
    aclEpoch: int().notNull().default(0),
    schemaVersion: int().notNull(),
    lastSeq: int().notNull().default(0),
    createdAt: time().notNull(),
  },
  (t) => [index('document_brief').on(t.briefId)],
);

export const documentUpdate = table(
  'document_update',
  {
    document: text()
      .notNull()
      .references(() => document.name, { onDelete: 'cascade' }),
    seq: int().notNull(),
    userId: text().notNull(),
    connectionId: text().notNull(),
    at: time().notNull(),
    content: bytes().notNull(),
  },
  (t) => [key({ columns: [t.document, t.seq] })],
);

export const documentSnapshot = table(
  'document_snapshot',
  {
    document: text()
      .notNull()
      .references(() => document.name, { onDelete: 'cascade' }),
    seq: int().notNull(),
    at: time().notNull(),
    state: bytes().notNull(),
  },
  (t) => [key({ columns: [t.document, t.seq] })],
);

/** Authorship: which person a Yjs client id belongs to. Outlives the log, never reused. */
export const documentClient = table(
  'document_client',
  {
    document: text()
      .notNull()
      .references(() => document.name, { onDelete: 'cascade' }),
    clientId: int().notNull(),
    userId: text().notNull(),
    suggestionId: text(),
    at: time().notNull(),
  },
  (t) => [key({ columns: [t.document, t.clientId] })],
);

// Guidelines versions and agreement.

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

// Drafts, rounds, decisions.

export const draft = table(
  'draft',
  {
    id: text().primaryKey(),
    briefId: text()
      .notNull()
      .references(() => brief.id, { onDelete: 'cascade' }),
    deliverableId: text()
      .notNull()
      .references(() => deliverable.id, { onDelete: 'cascade' }),
    creatorId: text()
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    /** false is Just me. Opens by the creator's tap or by sending; closable until the first send. */
    open: bool().notNull().default(false),
    /** Status of shared/approval; every change is also a decision row. */
    status: text().notNull(),
    round: int().notNull().default(0),
    extraRounds: int().notNull().default(0),
    /** The creator's last sign of life in the document, shown while the text is not. */
    writingAt: time(),
    /** How far the document's log was looked through for versions to keep. */
    keptSeq: int().notNull().default(0),
    /** Days of this one draft, where they were moved; null for the deliverable's. */
    draftDue: time(),
    reviewDue: time(),
    publishDue: time(),
    publishedUrl: text(),
    createdAt: time().notNull(),
    updatedAt: time().notNull(),
  },
  (t) => [
    unique('draft_once').on(t.deliverableId, t.creatorId),
    index('draft_brief').on(t.briefId),
    index('draft_creator').on(t.creatorId),
  ],
);

/** What a creator would make of a post, said before the camera comes out. */
export const idea = table(
  'idea',
  {
    draftId: text()
      .primaryKey()
      .references(() => draft.id, { onDelete: 'cascade' }),
    text: text().notNull().default(''),
    /** The talking point it carries. */
    pointId: text(),
    /** A picture of it among the draft's files, by hash. */
    picture: text(),
    state: word('writing', 'sent', 'asked', 'go').notNull(),
    /** The lead's one question. */
    question: text().notNull().default(''),
    sentAt: time(),
    answeredBy: text(),
    answeredAt: time(),
    updatedAt: time().notNull(),
  },
  () => [check('idea_state', "state in ('writing', 'sent', 'asked', 'go')")],
);

/** A post after it went live: what stands there, and its first figures, as its creator gave them. */
export const livePost = table('live_post', {
  draftId: text()
    .primaryKey()
    .references(() => draft.id, { onDelete: 'cascade' }),
  /** The caption as it was pasted from the platform. */
  caption: text(),
  captionAt: time(),
  reach: int(),
  likes: int(),
  comments: int(),
  saves: int(),
  /** The screenshot they were read from, among the draft's files, by hash. */
  screenshot: text(),
  figuresAt: time(),
});

export const draftVersion = table(
  'draft_version',
  {
    id: text().primaryKey(),
    draftId: text()
      .notNull()
      .references(() => draft.id, { onDelete: 'cascade' }),
    n: int().notNull(),
    round: int().notNull(),
    contentId: text().notNull(),
    approvalId: text().notNull(),
    /** Normal form of the parts, exactly what contentId was taken over. */
    parts: json<unknown>().notNull(),
    /** What else was signed: guidelines version and the deliverable's fixed half. */
    subject: json<unknown>().notNull(),
    guidelinesVersion: int().notNull(),
    seq: int().notNull(),
    /** Who wrote which passage, as it stood then; null for what was sent before that was kept. */
    authorship: json<AuthoredRange[]>(),
    sentBy: text().notNull(),
    sentAt: time().notNull(),
  },
  (t) => [unique('draft_version_n').on(t.draftId, t.n)],
);

/**
 * What a draft said in between: kept by itself when it grew quiet, or by a person under a name.
 * Never sent, so nothing is ever decided about it.
 */
export const draftCheckpoint = table(
  'draft_checkpoint',
  {
    id: text().primaryKey(),
    draftId: text()
      .notNull()
      .references(() => draft.id, { onDelete: 'cascade' }),
    /** Null for one kept by itself. */
    name: text(),
    contentId: text().notNull(),
    parts: json<unknown>().notNull(),
    authorship: json<AuthoredRange[]>().notNull(),
    seq: int().notNull(),
    /** Whether the brand could read the draft then; behind a closed door it stays the creator's. */
    open: bool().notNull(),
    userId: text().notNull(),
    at: time().notNull(),
  },
  (t) => [index('draft_checkpoint_draft').on(t.draftId, t.at)],
);

/** Append-only; triggers refuse update and delete. */
export const decision = table(
  'decision',
  {
    id: text().primaryKey(),
    draftId: text()
      .notNull()
      .references(() => draft.id),
    versionId: text().references(() => draftVersion.id),
    approvalId: text(),
    event: text().notNull(),
    side: text().$type<Side>().notNull(),
    userId: text().notNull(),
    userName: text().notNull(),
    /** How that person was signed in, for the proof. */
    method: text().notNull(),
    at: time().notNull(),
    body: json<unknown>(),
  },
  (t) => [index('decision_draft').on(t.draftId, t.at)],
);

export const changeRequest = table(
  'change_request',
  {
    id: text().primaryKey(),
    draftId: text()
      .notNull()
      .references(() => draft.id, { onDelete: 'cascade' }),
    decisionId: text()
      .notNull()
      .references(() => decision.id),
    ordinal: int().notNull(),
    body: text().notNull(),
    /** What it is tied to: a clause of the guidelines or a passage of the draft. */
    target: json<unknown>().notNull(),
    answer: word('done', 'my-way', 'rather-not'),
    answerNote: text().notNull().default(''),
    /** The passage that an answer points at. */
    answerAnchor: json<TextAnchor>(),
    answeredAt: time(),
  },
  (t) => [unique('change_request_ordinal').on(t.decisionId, t.ordinal)],
);

/** A proof as it was signed, so that it can be handed out again byte for byte. */
export const proof = table('proof', {
  id: text().primaryKey(),
  draftId: text()
    .notNull()
    .references(() => draft.id),
  versionId: text()
    .notNull()
    .unique()
    .references(() => draftVersion.id),
  content: text().notNull(),
  at: time().notNull(),
});

/**
 * A translation of a version by a person, to read beside it. Never part of the post: no count, id,
 * approval or proof knows it. One a person, version and language; its author may write it anew.
 */
export const readingCopy = table(
  'reading_copy',
  {
    id: text().primaryKey(),
    versionId: text()
      .notNull()
      .references(() => draftVersion.id, { onDelete: 'cascade' }),
    language: text().notNull(),
    /** A text for each part that has words, by its name. */
    texts: json<unknown>().notNull(),
    userId: text()
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    createdAt: time().notNull(),
    editedAt: time(),
  },
  (t) => [unique('reading_copy_once').on(t.versionId, t.language, t.userId)],
);

// How a creator writes: their own captions, and the card made of them.

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

// Threads.

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

// Coverage. Marks are in the document; here is what the brand said about them.

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

// Who looks in from outside, and how a person has the posts laid out.

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

// Files. The bytes lie in storage under their SHA-256; a row says who may see them.

export const file = table(
  'file',
  {
    id: text().primaryKey(),
    draftId: text()
      .notNull()
      .references(() => draft.id, { onDelete: 'cascade' }),
    /** SHA-256 of what is served and signed, hex: after turning, resizing and stripping. */
    hash: text().notNull(),
    mime: text().notNull(),
    size: int().notNull(),
    width: int(),
    height: int(),
    name: text().notNull(),
    uploadedBy: text().notNull(),
    createdAt: time().notNull(),
  },
  (t) => [unique('file_once').on(t.draftId, t.hash), index('file_hash').on(t.hash)],
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
