// What was heard of a plan so far: the published posts with their reach, each from the creator's own
// telling or, better, from their own file. Pure; how often a person heard it is shared/exposure.
import type { ImportedPost } from './imports/post.ts';
import type { Platform } from './platforms.ts';

export interface PublishedPost {
  platform: Platform;
  /** The address its creator pasted. */
  url: string;
  /** As it stands there, where that is known. */
  caption: string;
  publishedAt: Date;
}

const twoDaysMs = 2 * 86_400_000;

/**
 * The imported post that is this one: the same address, or the same words within two days where the
 * creator's file has no addresses. None where two would do.
 */
export function importedAs<Post extends ImportedPost>(
  published: PublishedPost,
  posts: readonly Post[],
): Post | null {
  const onPlatform = posts.filter(({ platform }) => platform === published.platform);
  const place = placeOfUrl(published.url);
  const same = onPlatform.find(({ permalink }) => permalink && placeOfUrl(permalink) === place);
  if (same) return same;
  const alike = onPlatform.filter(
    ({ caption, permalink, publishedAt }) =>
      permalink === '' &&
      wordsOf(caption) !== '' &&
      wordsOf(caption) === wordsOf(published.caption) &&
      Math.abs(+publishedAt - +published.publishedAt) <= twoDaysMs,
  );
  const [only] = alike;
  return alike.length === 1 && only ? only : null;
}

const address = /^https?:\/\/(?:www\.|m\.)?([^/?#]+)([^?#]*)(?:\?([^#]*))?/i;

/** Host and path, without what a share button adds; of a video page its number too. */
function placeOfUrl(url: string): string {
  const [, host = url, path = '', query = ''] = address.exec(url.trim()) ?? [];
  const video = query.split('&').find((pair) => pair.startsWith('v='));
  return [host.toLowerCase() + path.replace(/\/+$/, ''), video].filter(Boolean).join('?');
}

const wordsOf = (text: string): string => text.normalize('NFKC').replace(/\s+/g, ' ').trim();

export interface HeardPost {
  userId: string;
  /** Accounts reached, or null where nobody knows yet. */
  reach: number | null;
  source: 'import' | 'creator' | null;
}

export interface HeardCreator {
  userId: string;
  published: number;
  /** Of those, posts whose reach is known, and how many of them from an import. */
  measured: number;
  confirmed: number;
  /** Mean reach of the measured posts, in accounts; null where there is none. */
  reach: number | null;
}

/** Of each creator with a post out. */
export function heardByCreator(posts: readonly HeardPost[]): HeardCreator[] {
  const of = new Map<string, HeardPost[]>();
  for (const post of posts) of.set(post.userId, [...(of.get(post.userId) ?? []), post]);
  return [...of].map(([userId, own]) => {
    const known = own.flatMap(({ reach }) => reach ?? []);
    const sum = known.reduce((total, reach) => total + reach, 0);
    return {
      userId,
      published: own.length,
      measured: known.length,
      confirmed: own.filter(({ source }) => source === 'import').length,
      reach: known.length > 0 ? sum / known.length : null,
    };
  });
}

/** Of two tellings of one figure the file's stands, and its creator's fills what it leaves out. */
export function bestCount(
  told: number | null,
  file: number | null,
): { count: number | null; source: HeardPost['source'] } {
  if (file !== null) return { count: file, source: 'import' };
  return { count: told, source: told === null ? null : 'creator' };
}
