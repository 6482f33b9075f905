// Platforms, their formats and limits: dated data with a source, never a promise. A platform
// counts in its own unit; only X publishes its rule as code, so only X is counted by that code.
import { wordStart } from './graphemes.ts';
import type { PartKind } from './parts.ts';

export const platforms = [
  'instagram',
  'tiktok',
  'youtube',
  'facebook',
  'x',
  'threads',
  'linkedin',
  'pinterest',
  'bluesky',
  'line',
] as const;
export type Platform = (typeof platforms)[number];

export const formats = ['reel', 'photo', 'carousel', 'story', 'video', 'short', 'post'] as const;
export type Format = (typeof formats)[number];

const video: PartKind[] = ['caption', 'script', 'media', 'firstComment'];
const pictures: PartKind[] = ['caption', 'media', 'firstComment'];
const frames: PartKind[] = ['frames', 'media'];

/** The parts a format asks for, in the order they are shown. Every draft can hold all of them. */
const partsTable: Record<Platform, Partial<Record<Format, PartKind[]>>> = {
  instagram: { reel: video, photo: pictures, carousel: pictures, story: frames },
  tiktok: {
    video: ['caption', 'script', 'media'],
    photo: ['title', 'caption', 'media'],
  },
  youtube: {
    video: ['title', 'script', 'media', 'caption', 'firstComment'],
    short: ['title', 'script', 'media', 'caption', 'firstComment'],
  },
  facebook: { post: pictures, reel: video, story: frames },
  x: { post: ['caption', 'media'] },
  threads: { post: ['caption', 'media'] },
  linkedin: { post: pictures },
  pinterest: { post: ['title', 'caption', 'media'] },
  bluesky: { post: ['caption', 'media'] },
  line: { post: ['caption', 'media'] },
};

export function formatsOf(platform: Platform): Format[] {
  return Object.keys(partsTable[platform]) as Format[];
}

/** Empty for a format that the platform does not have. */
export function partsOf(platform: Platform, format: Format): PartKind[] {
  return partsTable[platform][format] ?? [];
}

export function isPlatform(value: unknown): value is Platform {
  return platforms.includes(value as Platform);
}

export function isFormat(value: unknown): value is Format {
  return formats.includes(value as Format);
}

/**
 * `weighted`: twitter-text's weighted length (Latin and Thai 1, CJK and emoji 2, a URL 23).
 * `graphemes`: what a reader calls one character, as Bluesky's lexicon defines its limit.
 * `utf16`: UTF-16 code units, the length JavaScript and the platforms' own web forms show; an
 * emoji counts 2 or more. Where a platform counts more kindly we warn early, never late.
 */
export type CountUnit = 'weighted' | 'graphemes' | 'utf16';

/** Where a figure comes from; `since` is when it came into force, null where nobody dated it. */
export interface Dated {
  source: string;
  since: string | null;
}

export interface Limit extends Dated {
  max: number;
  unit: CountUnit;
}

export interface HashtagLimit extends Dated {
  max: number;
}

/** Where a caption is cut before "more": about, in UTF-16 code units. */
export interface Fold extends Dated {
  at: number;
}

interface PlatformRules {
  caption: Limit | null;
  /** Where the caption of a photo post has a limit of its own. */
  photoCaption?: Limit;
  title?: Limit;
  hashtags?: HashtagLimit;
  fold: Fold | null;
}

// Collected with the disclosure rules from what the platforms show; re-check before relying on it.
export const onFile: Dated = { source: 'Platform limits on file, not re-checked', since: null };
const limit = (max: number, unit: CountUnit = 'utf16'): Limit => ({ max, unit, ...onFile });
const fold = (at: number): Fold => ({ at, ...onFile });

const rules: Record<Platform, PlatformRules> = {
  instagram: {
    caption: limit(2200),
    hashtags: { max: 5, source: 'Instagram, 30 before', since: '2025-12' },
    fold: fold(125),
  },
  tiktok: {
    caption: limit(2200),
    photoCaption: limit(4000),
    title: limit(90),
    fold: null,
  },
  youtube: {
    // The description is cut between 120 and 180.
    caption: limit(5000),
    title: limit(100),
    fold: fold(120),
  },
  facebook: {
    caption: limit(63_206),
    fold: fold(400),
  },
  x: {
    caption: { max: 280, unit: 'weighted', source: 'twitter-text 3.1.0', since: null },
    fold: null,
  },
  threads: { caption: limit(500), fold: null },
  linkedin: { caption: limit(3000), fold: null },
  pinterest: { caption: limit(500), fold: null },
  bluesky: { caption: limit(300, 'graphemes'), fold: null },
  // No figure on file: nothing is counted rather than guessed.
  line: { caption: null, fold: null },
};

/** The limit of a text part, or null when there is none on file. */
export function limitOf(platform: Platform, format: Format, part: PartKind): Limit | null {
  const own = rules[platform];
  if (part === 'title') return own.title ?? null;
  if (part !== 'caption') return null;
  return (format === 'photo' ? own.photoCaption : undefined) ?? own.caption;
}

export function hashtagLimit(platform: Platform): HashtagLimit | null {
  return rules[platform].hashtags ?? null;
}

export function foldOf(platform: Platform): Fold | null {
  return rules[platform].fold;
}

/** About how many code units of a caption stand before "more", or null where nothing is cut. */
export function foldAt(platform: Platform): number | null {
  return rules[platform].fold?.at ?? null;
}

/**
 * Where the fold falls in this text: the index before which a reader sees everything, never
 * inside a word (a line drawn into a Thai one tears it apart). Null when the whole text stands before it.
 */
export function foldPosition(text: string, platform: Platform): number | null {
  const at = foldAt(platform);
  if (at === null || text.length <= at) return null;
  return wordStart(text, at);
}
