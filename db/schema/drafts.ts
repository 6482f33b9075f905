// Drafts, their rounds, decisions, proofs and files, and the post once it is live. What a person may
// never change (versions, decisions) is guarded by triggers in the migrations.
import type { TextAnchor } from '#shared/anchors.ts';
import type { AuthoredRange } from '#shared/authorship.ts';
import type { Side } from '#shared/roles.ts';
import { bool, check, index, int, json, table, text, time, unique, word } from '../kit.ts';
import { brief, deliverable } from './campaign.ts';
import { user } from './people.ts';

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
