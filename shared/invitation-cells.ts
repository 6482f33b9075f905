// One cell of a row that invites somebody: a handle, a language, a platform, which posts, an address.
// Null where it was not understood. The command and the page ask the same functions.
import { formats } from './platforms.ts';
import { type Platform, platforms } from './platforms.ts';
import { formatName, platformName } from './words/platforms.ts';
import { type Locale, locales } from './words/words.ts';

const folded = (text: string) => text.normalize('NFKC').toLowerCase().trim();

/** As it is shown: "@mali" for an address of a profile too. */
export function readHandle(text: string): string {
  const profile =
    /^(?:https?:\/\/)?(?:www\.|m\.)?[a-z]+\.[a-z]+\/(?:c\/)?@?([^/?#\s]+)\/?(?:[?#].*)?$/iu.exec(
      text,
    );
  const name = profile ? profile[1] : text;
  return profile || isHandle(`@${name ?? ''}`) ? `@${(name ?? '').replace(/^@/, '')}` : text;
}

/** What makes two handles one. */
export const handleKey = (handle: string): string => folded(readHandle(handle)).replace(/^@/, '');

export const isHandle = (text: string): boolean => /^@[\p{L}\p{M}\p{N}._-]+$/u.test(text);

/** A mail address as forms take it: enough to write to, no proof that anybody reads it. */
export const isAddress = (text: string): boolean =>
  text.length <= 200 && /^[^\s@"(),:;<>[\\\]]+@[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+$/u.test(text);

const languageWords: Record<Locale, string[]> = {
  en: ['en', 'eng', 'english', 'en-gb', 'en-us', 'อังกฤษ', 'ภาษาอังกฤษ'],
  th: ['th', 'tha', 'thai', 'th-th', 'ไทย', 'ภาษาไทย'],
};

export function readLanguage(text: string): Locale | null {
  return locales.find((locale) => languageWords[locale].includes(folded(text))) ?? null;
}

const platformWords: Partial<Record<Platform, string[]>> = {
  instagram: ['ig', 'insta', 'ไอจี', 'อินสตาแกรม'],
  tiktok: ['tt', 'tik tok', 'ติ๊กต็อก', 'ติ๊กต๊อก', 'ติกตอก'],
  youtube: ['yt', 'ยูทูบ', 'ยูทูป'],
  facebook: ['fb', 'เฟซบุ๊ก', 'เฟสบุ๊ค', 'เฟซ'],
  x: ['twitter', 'ทวิตเตอร์'],
  line: ['line voom', 'ไลน์'],
};

const onePlatform = (text: string): Platform | undefined =>
  platforms.find(
    (platform) =>
      [platform, folded(platformName(platform))].includes(folded(text)) ||
      platformWords[platform]?.includes(folded(text)),
  );

const listed = (text: string) =>
  text
    .split(/[,;+&/|]|\band\b|และ/iu)
    .map((one) => one.trim())
    .filter((one) => one !== '');

/** Null where one of them is no platform we know. */
export function readPlatforms(text: string): Platform[] | null {
  const found = listed(text).map(onePlatform);
  return found.every((one) => one !== undefined) ? found : null;
}

export interface PostToMake {
  id: string;
  ordinal: number;
  title: string;
  platform: string;
  format: string;
}

/** How many, which ones, or all of them; and which there are, where it asks for others. */
export type PostsCell = { posts: string[] | null } | { wrong: 'unknown' | 'too-many' };

const all = new Set(['', 'all', 'every', 'ทั้งหมด', 'ทุกโพสต์', '*']);

/**
 * A lone number is how many, counted from the first of the given platforms and then of the others.
 * Which ones are named by number ("1, 3", "#2", "Post 2"), by title or by format.
 */
export function readPosts(
  text: string,
  deliverables: readonly PostToMake[],
  on: readonly string[],
): PostsCell {
  const theirs = deliverables.filter(({ platform }) => on.includes(platform));
  if (all.has(folded(text))) return { posts: ids(theirs, deliverables) };
  if (/^\d+$/.test(text.normalize('NFKC'))) {
    const count = Number(text.normalize('NFKC'));
    const ordered = [...theirs, ...deliverables.filter((post) => !theirs.includes(post))];
    if (count === 0) return { wrong: 'unknown' };
    return count > ordered.length
      ? { wrong: 'too-many' }
      : { posts: inOrder(ordered.slice(0, count), deliverables) };
  }
  const named = listed(text).map((one) => postsNamed(one, deliverables));
  if (named.some((found) => found.length === 0)) return { wrong: 'unknown' };
  return { posts: inOrder(named.flat(), deliverables) };
}

/** Nothing said and nothing to choose from: all, also those to come. */
function ids(theirs: readonly PostToMake[], deliverables: readonly PostToMake[]): string[] | null {
  const isSome = theirs.length > 0 && theirs.length < deliverables.length;
  return isSome ? theirs.map(({ id }) => id) : null;
}

const inOrder = (chosen: readonly PostToMake[], deliverables: readonly PostToMake[]): string[] =>
  deliverables.filter((post) => chosen.includes(post)).map(({ id }) => id);

function postsNamed(text: string, deliverables: readonly PostToMake[]): PostToMake[] {
  const word = folded(text);
  const numbered = /^(?:#|p|post|โพสต์)?\s*(\d+)$/iu.exec(word);
  if (numbered) return deliverables.filter(({ ordinal }) => ordinal === Number(numbered[1]));
  const titled = deliverables.filter(({ title }) => title !== '' && folded(title) === word);
  if (titled.length > 0) return titled;
  const format = formats.find((one) => formatWords(one).includes(word));
  return format ? deliverables.filter((post) => post.format === format) : [];
}

const formatWords = (format: string): string[] => {
  const names = [format, ...locales.map((locale) => folded(formatName(format, locale)))];
  return names.flatMap((name) => [name, `${name}s`]);
};
