// What was read out of a creator's file, before anything of it is kept: its posts, the lines that were
// left out with the reason, and what it says of the account. No name of a follower is ever in it.
import type { Platform } from '../platforms.ts';
import { type CountName, countNames, type ImportedPost, type ImportFormat } from './post.ts';

export const skipReasons = [
  'no-date',
  'bad-date',
  'bad-count',
  'total',
  'twice',
  'broken',
  'too-many',
] as const;
export type SkipReason = (typeof skipReasons)[number];

/** `line` counts from 1: a line of a table as an editor shows it, an entry of a list. */
export interface Skipped {
  line: number;
  why: SkipReason;
}

export interface Follows {
  /** The first day, `2026-09-02`, in UTC. */
  from: string;
  /** New followers a day from then on. */
  counts: number[];
}

export interface ChannelFacts {
  platform: Platform;
  handle: string;
  followers: number | null;
  follows: Follows | null;
}

/**
 * How the file's times were taken: `exact` where it says the moment, `utc` and `device` where it says
 * none of a zone, `day` where it names days alone.
 */
export type Zone = 'exact' | 'utc' | 'device' | 'day';

export interface Reading {
  format: ImportFormat;
  /** The newest first. */
  posts: ImportedPost[];
  skipped: Skipped[];
  channels: ChannelFacts[];
  zone: Zone;
}

/** Of when the file tells followers of an account: a table may have those of each post's day alone. */
export function followersTold(
  { channels, posts }: Reading,
  platform: Platform,
): 'now' | 'then' | 'open' {
  const is = (one: { platform: Platform; followers: number | null }) =>
    one.platform === platform && one.followers !== null;
  if (channels.some(is)) return 'now';
  return posts.some(is) ? 'then' : 'open';
}

export interface OtherAccount {
  platform: Platform;
  inFile: string;
  own: string;
}

const bareHandle = (handle: string): string => handle.trim().replace(/^@/, '').toLowerCase();

/** Where the file names another account than the creator's own: it could be somebody else's file. */
export function otherAccounts(
  inFile: readonly ChannelFacts[],
  own: readonly Pick<ChannelFacts, 'platform' | 'handle'>[],
): OtherAccount[] {
  return inFile.flatMap(({ platform, handle }) => {
    const known = own.find((one) => one.platform === platform)?.handle ?? '';
    const isOther = handle !== '' && known !== '' && bareHandle(handle) !== bareHandle(known);
    return isOther ? [{ platform, inFile: handle, own: known }] : [];
  });
}

/** Of how many posts each count is missing; counts that all posts have are left out. */
export function missingIn(posts: readonly ImportedPost[]): { name: CountName; posts: number }[] {
  return countNames
    .map((name) => ({ name, posts: posts.filter((post) => post[name] === null).length }))
    .filter(({ posts: missing }) => missing > 0);
}

/** The same post twice in a file is one, the last of them; lines stay in their order. */
export function onceEach(told: readonly { line: number; post: ImportedPost }[]): {
  posts: ImportedPost[];
  skipped: Skipped[];
} {
  const last = new Map<string, { line: number; post: ImportedPost }>();
  const skipped: Skipped[] = [];
  for (const one of told) {
    const name = `${one.post.platform} ${one.post.key}`;
    const before = last.get(name);
    if (before) skipped.push({ line: before.line, why: 'twice' });
    last.set(name, one);
  }
  const posts = [...last.values()].map(({ post }) => post);
  return { posts: newestFirst(posts), skipped };
}

export const newestFirst = (posts: readonly ImportedPost[]): ImportedPost[] =>
  [...posts].sort((a, b) => b.publishedAt.getTime() - a.publishedAt.getTime());
