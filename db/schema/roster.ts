// Whom a workspace knows: creators' profiles and posts from their own files, who may see them, how
// people rate the fit, pictures that show a style, and overlaps that creators measured together.
import type { FitSheet } from '#shared/fit.ts';
import type { CountName, ImportFormat, PostKind } from '#shared/imports/post.ts';
import type { Platform } from '#shared/platforms.ts';
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
} from '../kit.ts';
import { brief, deliverable, workspace } from './campaign.ts';
import { draft } from './drafts.ts';
import { user } from './people.ts';

const ownerId = () =>
  text()
    .notNull()
    .references(() => user.id, { onDelete: 'cascade' });
const briefId = () =>
  text()
    .notNull()
    .references(() => brief.id, { onDelete: 'cascade' });
const workspaceId = () =>
  text()
    .notNull()
    .references(() => workspace.id, { onDelete: 'cascade' });

// The roster.

/** A creator the workspace keeps in its list. Whoever is in one of its briefs is in it all the same. */
export const rosterCreator = table(
  'roster_creator',
  {
    workspaceId: workspaceId(),
    userId: ownerId(),
    /** What the brand's people wrote about them, for the brand's people. */
    note: text().notNull().default(''),
    addedBy: text().notNull(),
    addedAt: time().notNull(),
  },
  (t) => [key({ columns: [t.workspaceId, t.userId] }), index('roster_creator_user').on(t.userId)],
);

/** How much a like, a comment, a save and a share count for this workspace; all 1 without a row. */
export const engagementWeights = table('engagement_weights', {
  workspaceId: text()
    .primaryKey()
    .references(() => workspace.id, { onDelete: 'cascade' }),
  weights: json<Partial<Record<CountName, number>>>().notNull(),
  changedBy: text().notNull(),
  at: time().notNull(),
});

/** A creator's account on a platform, as their own files or they themselves say. */
export const channel = table(
  'channel',
  {
    id: text().primaryKey(),
    userId: ownerId(),
    platform: text().$type<Platform>().notNull(),
    handle: text().notNull().default(''),
    followers: int(),
    followersAt: time(),
    /** New followers a day, from the day named; counted in the browser, no name with it. */
    follows: json<{ from: string; counts: number[] } | null>(),
  },
  (t) => [unique('channel_once').on(t.userId, t.platform)],
);

/** One file a creator brought in: what was understood of it, and what was not. */
export const postImport = table(
  'post_import',
  {
    id: text().primaryKey(),
    userId: ownerId(),
    format: text().$type<ImportFormat>().notNull(),
    fileName: text().notNull(),
    /** Posts in it, and of those new to us. */
    posts: int().notNull(),
    added: int().notNull(),
    skipped: json<{ line: number; why: string }[]>().notNull(),
    at: time().notNull(),
  },
  (t) => [index('post_import_user').on(t.userId, t.at)],
);

/** A post of a creator's own, from their files. Shown to a brand only through `shownTo`. */
export const importedPost = table(
  'imported_post',
  {
    id: text().primaryKey(),
    userId: ownerId(),
    importId: text()
      .notNull()
      .references(() => postImport.id, { onDelete: 'cascade' }),
    platform: text().$type<Platform>().notNull(),
    key: text().notNull(),
    publishedAt: time().notNull(),
    kind: text().$type<PostKind>().notNull(),
    caption: text().notNull().default(''),
    permalink: text().notNull().default(''),
    likes: int(),
    comments: int(),
    saves: int(),
    shares: int(),
    views: int(),
    reach: int(),
    followers: int(),
    sponsored: bool(),
  },
  (t) => [
    unique('imported_post_once').on(t.userId, t.platform, t.key),
    index('imported_post_user').on(t.userId, t.publishedAt),
    index('imported_post_import').on(t.importId),
  ],
);

/** The counts of a creator's last organic posts on a platform: all that a list of thousands reads. */
export const recentFigures = table(
  'recent_figures',
  {
    userId: ownerId(),
    platform: text().$type<Platform>().notNull(),
    /** Newest first, at most 30; a row a post: at (ms), followers, then the counts in their order. */
    posts: json<(number | null)[][]>().notNull(),
    at: time().notNull(),
  },
  (t) => [key({ columns: [t.userId, t.platform] })],
);

/** Which workspace sees what of a creator's figures. No row: nothing. */
export const shownTo = table(
  'shown_to',
  {
    userId: ownerId(),
    workspaceId: workspaceId(),
    /** The figures alone, or the posts with their captions as well. */
    what: word('figures', 'posts').notNull(),
    at: time().notNull(),
  },
  (t) => [
    key({ columns: [t.userId, t.workspaceId] }),
    index('shown_to_workspace').on(t.workspaceId),
    check('shown_to_what', "what in ('figures', 'posts')"),
  ],
);

// Fit.

export const fitSheet = table('fit_sheet', {
  briefId: text()
    .primaryKey()
    .references(() => brief.id, { onDelete: 'cascade' }),
  sheet: json<FitSheet>().notNull(),
  changedBy: text().notNull(),
  at: time().notNull(),
});

/** One person's mark in one row for one creator. */
export const fitMark = table(
  'fit_mark',
  {
    briefId: briefId(),
    userId: ownerId(),
    raterId: text()
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    rowId: text().notNull(),
    /** 1 to 5; for a veto row 1 is a veto and 5 is none. */
    score: int().notNull(),
    /** A link to a post that shows it. */
    evidence: text().notNull(),
    note: text().notNull().default(''),
    at: time().notNull(),
  },
  (t) => [
    key({ columns: [t.briefId, t.userId, t.raterId, t.rowId] }),
    check('fit_mark_score', 'score between 1 and 5'),
  ],
);

/** Who said that they are done rating a creator: from then on they see what the others marked. */
export const fitDone = table(
  'fit_done',
  {
    briefId: briefId(),
    userId: ownerId(),
    raterId: text()
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    at: time().notNull(),
  },
  (t) => [key({ columns: [t.briefId, t.userId, t.raterId] })],
);

/** How somebody sees the personality of the brand (no subject) or of a creator: facet to 1–5. */
export const personality = table(
  'personality',
  {
    briefId: briefId(),
    /** The creator's id, or empty for the brand. */
    subject: text().notNull(),
    raterId: text()
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    facets: json<Record<string, number>>().notNull(),
    at: time().notNull(),
  },
  (t) => [key({ columns: [t.briefId, t.subject, t.raterId] })],
);

/** A picture that shows a style: in a creator's portfolio, or on a brief's moodboard. */
export const stylePicture = table(
  'style_picture',
  {
    id: text().primaryKey(),
    userId: text().references(() => user.id, { onDelete: 'cascade' }),
    briefId: text().references(() => brief.id, { onDelete: 'cascade' }),
    hash: text().notNull(),
    mime: text().notNull(),
    size: int().notNull(),
    width: int(),
    height: int(),
    name: text().notNull(),
    alt: text().notNull().default(''),
    place: int().notNull(),
    uploadedBy: text().notNull(),
    createdAt: time().notNull(),
  },
  (t) => [
    index('style_picture_user').on(t.userId, t.place),
    index('style_picture_brief').on(t.briefId, t.place),
    index('style_picture_hash').on(t.hash),
    check('style_picture_whose', '(user_id is null) <> (brief_id is null)'),
  ],
);

// The plan. Its content is a live document; here is what its posts carry and what creators measured.

/** The talking points the plan gave to one creator's post, by their ids in the guidelines. */
export const plannedPoints = table(
  'planned_points',
  {
    briefId: briefId(),
    userId: ownerId(),
    deliverableId: text()
      .notNull()
      .references(() => deliverable.id, { onDelete: 'cascade' }),
    points: json<string[]>().notNull(),
  },
  (t) => [key({ columns: [t.briefId, t.userId, t.deliverableId] })],
);

/** Creators of a brief compare their followers: one salt, counted and then forgotten. */
export const overlapRound = table(
  'overlap_round',
  {
    id: text().primaryKey(),
    briefId: briefId(),
    salt: text().notNull(),
    openedBy: text().notNull(),
    openedAt: time().notNull(),
    closedAt: time(),
  },
  (t) => [index('overlap_round_brief').on(t.briefId)],
);

/** The salted hashes of one creator's followers, while their round is open; eight bytes each, in order. */
export const overlapHashes = table(
  'overlap_hashes',
  {
    roundId: text()
      .notNull()
      .references(() => overlapRound.id, { onDelete: 'cascade' }),
    userId: ownerId(),
    hashes: bytes().notNull(),
    at: time().notNull(),
  },
  (t) => [key({ columns: [t.roundId, t.userId] })],
);

/** How many followers two creators share. `aUserId` sorts before `bUserId`. */
export const overlapCount = table(
  'overlap_count',
  {
    briefId: briefId(),
    aUserId: ownerId(),
    bUserId: ownerId(),
    followersA: int().notNull(),
    followersB: int().notNull(),
    common: int().notNull(),
    at: time().notNull(),
  },
  (t) => [key({ columns: [t.briefId, t.aUserId, t.bUserId] })],
);

/** The figures of a published post, once the creator's own file said the same or better. */
export const confirmedFigures = table('confirmed_figures', {
  draftId: text()
    .primaryKey()
    .references(() => draft.id, { onDelete: 'cascade' }),
  /** Erased, it takes the counts with it: what stays with a campaign is what was told. */
  importedPostId: text()
    .notNull()
    .references(() => importedPost.id, { onDelete: 'cascade' }),
  reach: int(),
  likes: int(),
  comments: int(),
  saves: int(),
  shares: int(),
  views: int(),
  at: time().notNull(),
});

/** Who asked to have their account erased, and when that is due. The row goes with the account. */
export const erasure = table('erasure', {
  userId: text()
    .primaryKey()
    .references(() => user.id, { onDelete: 'cascade' }),
  at: time().notNull(),
});
