// A creator's own figures: what their browser read out of their files, kept, taken away again, and
// shown to whom they choose. Files and follower names stay in the browser; posts and counts come here.
// Everything belongs to the person who asks: no row of anybody else is read or written.
import { z } from 'zod';
import {
  addImport,
  addImportedPosts,
  changeChannel,
  changeImportedPost,
  countImportedPosts,
  countIn,
  importById,
  knownPosts,
  platformsOfImport,
  removeChannelRow,
  removeImportRow,
} from '#db/imports.ts';
import type { Tx } from '#db/open.ts';
import { show, workspacesThatKnow } from '#db/shown.ts';
import { line, passage } from '#shared/form-fields.ts';
import { idFrom } from '#shared/ids.ts';
import { maxCaption, maxPosts, maxPostsAtOnce, maxSkippedKept } from '#shared/imports/limits.ts';
import { mergePosts } from '#shared/imports/merging.ts';
import { type ImportedPost, importFormats, postKinds } from '#shared/imports/post.ts';
import { shownChoices } from '#shared/imports/shown.ts';
import { isPlatform, type Platform, platforms } from '#shared/platforms.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { Actor } from '#shared/roles.ts';
import { parse } from '../auth/accounts.ts';
import { renewFigures, tellFigures } from '../figures.ts';
import { confirmPublished } from '../heard.ts';
import type { Services } from '../services.ts';

/** More than there are people, or before there were such posts, is no reading. */
const most = 100_000_000_000;
const count = z.number().int().min(0).max(most).nullable();
const moment = z
  .number()
  .int()
  .min(Date.UTC(2004, 0))
  .max(Date.UTC(2100, 0))
  .transform((ms) => new Date(ms));
const address = line(500).refine((text) => text === '' || /^https?:\/\//.test(text));

const postForm = z.object({
  platform: z.enum(platforms),
  key: line(200).refine((text) => /^[a-z]+:./.test(text)),
  publishedAt: moment,
  kind: z.enum(postKinds),
  caption: passage(maxCaption),
  permalink: address,
  likes: count,
  comments: count,
  saves: count,
  shares: count,
  views: count,
  reach: count,
  followers: count,
  sponsored: z.boolean().nullable(),
});

/** Ten years of days. */
const maxDays = 3660;
const follows = z.object({
  from: z.iso.date(),
  counts: z.array(z.number().int().min(0).max(1_000_000_000)).max(maxDays),
});

const channelForm = z.object({
  platform: z.enum(platforms),
  handle: line(100).optional(),
  /** Rates are shares of them: none at all is not said. */
  followers: z.number().int().min(1).max(most).nullable().optional(),
  follows: follows.optional(),
});

const importForm = z.object({
  /** Of the part that came before; null with the first. */
  importId: z.string().nullable(),
  format: z.enum(importFormats),
  fileName: line(200),
  skipped: z
    .array(z.object({ line: z.number().int().min(0), why: line(40) }))
    .max(maxSkippedKept)
    .default([]),
  channels: z.array(channelForm).max(platforms.length).default([]),
  posts: z.array(postForm).max(maxPostsAtOnce),
});
type ImportForm = z.output<typeof importForm>;

export interface Kept {
  /** Null where nothing in it was new: then nothing is kept of the file either. */
  importId: string | null;
  added: number;
  changed: number;
  same: number;
}

/** Keeps a part of a file, five hundred posts at most. Said again, it says that nothing is new. */
export async function importPosts(
  s: Services,
  actor: Actor,
  input: z.input<typeof importForm>,
): Promise<Result<Kept>> {
  if (actor.kind !== 'creator') return fail('not-allowed');
  const form = parse(importForm, input);
  if (!form.ok) return form;
  const { posts, channels } = form.value;
  const { userId } = actor;
  const inFile = [...new Set(posts.map(({ platform }) => platform))];
  return s.db.transaction(async (tx) => {
    const merged = mergePosts(await knownPosts(tx, userId, inFile), posts);
    const { added, changed, same } = merged;
    if ((await countImportedPosts(tx, userId)) + added.length > maxPosts) return fail('too-many');
    for (const channel of channels) await keepChannel(s, tx, { userId, channel });
    if (added.length + changed.length === 0) {
      if (channels.length > 0) await tellFigures(s, tx, actor);
      return ok({ importId: form.value.importId, added: 0, changed: 0, same });
    }
    const importId = await openImport(s, tx, { userId, form: form.value });
    if (importId === null) return fail('not-found');
    await countIn(tx, importId, { posts: posts.length, added: added.length });
    await addImportedPosts(
      tx,
      added.map((post) => ({ ...post, ...newRow(s, userId, importId) })),
    );
    for (const { id, change } of changed) {
      await changeImportedPost(tx, { id, userId }, { ...change, importId });
    }
    await renewFigures(s, tx, { userId, platforms: inFile });
    await confirmPublished(s, tx, actor);
    await tellFigures(s, tx, actor);
    return ok({ importId, added: added.length, changed: changed.length, same });
  });
}

const newRow = (s: Services, userId: string, importId: string) => ({
  id: idFrom(s.randomBytes(20)),
  userId,
  importId,
});

/** Null where the part that came before is not this person's. */
async function openImport(
  s: Services,
  tx: Tx,
  { userId, form }: { userId: string; form: ImportForm },
): Promise<string | null> {
  const { importId, format, fileName, skipped } = form;
  if (importId !== null) return (await importById(tx, { id: importId, userId }))?.id ?? null;
  const id = idFrom(s.randomBytes(20));
  await addImport(tx, { id, userId, format, fileName, skipped, posts: 0, added: 0, at: s.now() });
  return id;
}

async function keepChannel(
  s: Services,
  tx: Tx,
  { userId, channel }: { userId: string; channel: z.output<typeof channelForm> },
): Promise<void> {
  const { platform, handle, followers, follows: days } = channel;
  await changeChannel(
    tx,
    { id: idFrom(s.randomBytes(20)), userId, platform },
    {
      ...(handle !== undefined && handle !== '' && { handle }),
      ...(followers !== undefined && { followers, followersAt: s.now() }),
      ...(days && { follows: days }),
    },
  );
}

/** How many follow an account now, as its owner says; files rarely do. */
export async function saveChannel(
  s: Services,
  actor: Actor,
  input: z.input<typeof channelForm>,
): Promise<Result<null>> {
  if (actor.kind !== 'creator') return fail('not-allowed');
  const form = parse(channelForm, input);
  if (!form.ok) return form;
  return s.db.transaction(async (tx) => {
    await keepChannel(s, tx, { userId: actor.userId, channel: form.value });
    await tellFigures(s, tx, actor);
    return ok(null);
  });
}

/** What was kept of an account besides its posts: its name, its followers, how many came each day. */
export async function removeChannel(
  s: Services,
  actor: Actor,
  { platform }: { platform: Platform },
): Promise<Result<null>> {
  const { userId } = actor;
  return s.db.transaction(async (tx) => {
    const isGone = isPlatform(platform) && (await removeChannelRow(tx, { userId, platform }));
    if (!isGone) return fail('not-found');
    await tellFigures(s, tx, actor);
    return ok(null);
  });
}

/** The posts go with the file they have their figures from, and with a platform's last post its account. */
export async function removeImport(
  s: Services,
  actor: Actor,
  { importId }: { importId: string },
): Promise<Result<null>> {
  const { userId } = actor;
  return s.db.transaction(async (tx) => {
    const inFile = await platformsOfImport(tx, String(importId));
    const isGone = await removeImportRow(tx, { id: String(importId), userId });
    if (!isGone) return fail('not-found');
    for (const platform of inFile) {
      const left = await knownPosts(tx, userId, [platform]);
      if (left.length === 0) await removeChannelRow(tx, { userId, platform });
    }
    await renewFigures(s, tx, { userId });
    await tellFigures(s, tx, actor);
    return ok(null);
  });
}

const paidForm = z.object({ postId: z.string(), sponsored: z.boolean() });

/** Paid for or not: only posts nobody paid for count. */
export async function markSponsored(
  s: Services,
  actor: Actor,
  input: z.input<typeof paidForm>,
): Promise<Result<null>> {
  const form = parse(paidForm, input);
  if (!form.ok) return form;
  const { userId } = actor;
  const { postId, sponsored } = form.value;
  return s.db.transaction(async (tx) => {
    const platform = await changeImportedPost(tx, { id: postId, userId }, { sponsored });
    if (platform === null) return fail('not-found');
    await renewFigures(s, tx, { userId, platforms: [platform] });
    await tellFigures(s, tx, actor);
    return ok(null);
  });
}

const showForm = z.object({ workspaceId: z.string(), what: z.enum(shownChoices) });

/** What one brand sees: nothing, the figures, or the posts with their captions. At once, both ways. */
export async function showFigures(
  s: Services,
  actor: Actor,
  input: z.input<typeof showForm>,
): Promise<Result<null>> {
  if (actor.kind !== 'creator') return fail('not-allowed');
  const form = parse(showForm, input);
  if (!form.ok) return form;
  const { userId } = actor;
  const { workspaceId } = form.value;
  return s.db.transaction(async (tx) => {
    const known = await workspacesThatKnow(tx, userId);
    if (!known.some((one) => one.workspaceId === workspaceId)) return fail('not-found');
    const isChange = await show(tx, { ...form.value, userId, at: s.now() });
    if (isChange) await tellFigures(s, tx, actor, [workspaceId]);
    return ok(null);
  });
}

export type PostInput = z.input<typeof postForm>;

/** A post as the form takes it. */
export const postInput = ({ publishedAt, ...post }: ImportedPost): PostInput => ({
  ...post,
  publishedAt: publishedAt.getTime(),
});
