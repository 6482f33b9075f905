// A post as a creator's own files tell of it: when, what kind, its words and its counts, and nobody
// else's name. What a file does not say is null and never zero.
import type { Platform } from '../platforms.ts';

/** The formats a creator's own files come in; `plain` is any CSV whose columns were named by hand. */
export const importFormats = [
  'instagram',
  'meta-csv',
  'tiktok',
  'tiktok-csv',
  'youtube',
  'plain',
] as const;
export type ImportFormat = (typeof importFormats)[number];

export const postKinds = ['photo', 'carousel', 'reel', 'story', 'video', 'short', 'post'] as const;
export type PostKind = (typeof postKinds)[number];

/** What is counted of a post, each in whole numbers; reach in accounts, views in plays. */
export const countNames = ['likes', 'comments', 'saves', 'shares', 'views', 'reach'] as const;
export type CountName = (typeof countNames)[number];
export type PostCounts = Record<CountName, number | null>;

export interface ImportedPost extends PostCounts {
  platform: Platform;
  /** Tells one post from another on its platform, so that the same file twice is the same posts. */
  key: string;
  publishedAt: Date;
  kind: PostKind;
  caption: string;
  /** Where it stands, or empty where the file does not say. */
  permalink: string;
  /** Followers when it was posted, where known. */
  followers: number | null;
  /** Paid for, as its creator says or its own label does; null while nobody said. */
  sponsored: boolean | null;
}
