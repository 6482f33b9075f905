// What a file's posts mean beside those already kept: new, known with newer figures, or known as they
// are. The same post comes from several files under different names; it is recognised by its words
// and its time, and two posts of one kind of file are never taken for one.
import { countNames, type ImportedPost } from './post.ts';

export type KnownPost = ImportedPost & { id: string };
export type PostChange = Partial<Omit<ImportedPost, 'platform' | 'key'>>;

export interface Merged {
  added: ImportedPost[];
  changed: { id: string; change: PostChange }[];
  same: number;
}

/** Files tell times in different zones, the widest of them a day apart. */
const oneDayMs = 26 * 3_600_000;
/** Some files round to the minute. */
const oneMinuteMs = 60_000;

/** `id:18011` and `at:1559600000`: which kind of file named it. */
const schemeOf = (key: string): string => key.split(':', 1)[0] ?? '';
const nameOf = ({ platform, key }: ImportedPost): string => `${platform} ${key}`;
const wordsOf = ({ platform, caption }: ImportedPost): string =>
  `${platform} ${caption.normalize('NFC').replace(/\s+/gu, ' ').trim().slice(0, 120)}`;

export function mergePosts(known: readonly KnownPost[], told: readonly ImportedPost[]): Merged {
  const posts = once(told);
  const find = finder(known, posts);
  const merged: Merged = { added: [], changed: [], same: 0 };
  for (const post of posts) {
    const before = find(post);
    if (!before) {
      merged.added.push(post);
      continue;
    }
    const change = changeOf(before, post);
    if (Object.keys(change).length === 0) merged.same++;
    else merged.changed.push({ id: before.id, change });
  }
  return merged;
}

/** Of rows with one name the last counts. */
const once = (posts: readonly ImportedPost[]): ImportedPost[] => [
  ...new Map(posts.map((post) => [nameOf(post), post])).values(),
];

type Find = (post: ImportedPost) => KnownPost | undefined;

/** By name first, so that a post that is named is never given to another that resembles it. */
function finder(known: readonly KnownPost[], told: readonly ImportedPost[]): Find {
  const byName = new Map(known.map((one) => [nameOf(one), one]));
  const named = new Set(told.flatMap((post) => byName.get(nameOf(post))?.id ?? []));
  const rest = known.filter(({ id }) => !named.has(id));
  const byWords = grouped(rest, wordsOf);
  const byMinute = grouped(rest, minuteOf);
  const taken = new Set<string>();
  return (post) => {
    const same = byName.get(nameOf(post));
    if (same) return same;
    const alike = post.caption === '' ? [] : (byWords.get(wordsOf(post)) ?? []);
    const atOnce = byMinute.get(minuteOf(post)) ?? [];
    const found = nearest(
      post,
      [...alike, ...atOnce].filter(({ id }) => !taken.has(id)),
    );
    if (found) taken.add(found.id);
    return found;
  };
}

function grouped(posts: readonly KnownPost[], by: (post: KnownPost) => string) {
  const groups = new Map<string, KnownPost[]>();
  for (const post of posts) {
    const group = groups.get(by(post));
    if (group) group.push(post);
    else groups.set(by(post), [post]);
  }
  return groups;
}

const minuteOf = ({ platform, publishedAt }: ImportedPost): string =>
  `${platform} ${Math.floor(publishedAt.getTime() / oneMinuteMs)}`;

/** Among posts that another kind of file named. Two captions that differ are two posts. */
function nearest(post: ImportedPost, candidates: readonly KnownPost[]): KnownPost | undefined {
  const apart = (one: KnownPost) => Math.abs(+one.publishedAt - +post.publishedAt);
  const isSameWords = (one: KnownPost) =>
    one.caption === '' || post.caption === '' || wordsOf(one) === wordsOf(post);
  return candidates
    .filter((one) => schemeOf(one.key) !== schemeOf(post.key))
    .filter((one) => apart(one) <= oneDayMs && isSameWords(one))
    .sort((a, b) => apart(a) - apart(b))[0];
}

/** What the file says wins where it says something; what the creator said of payment stays. */
function changeOf(before: KnownPost, post: ImportedPost): PostChange {
  const change: PostChange = {};
  for (const name of [...countNames, 'followers'] as const) {
    if (post[name] !== null && post[name] !== before[name]) change[name] = post[name];
  }
  if (before.caption === '' && post.caption !== '') change.caption = post.caption;
  if (before.permalink === '' && post.permalink !== '') change.permalink = post.permalink;
  if (before.sponsored === null && post.sponsored !== null) change.sponsored = post.sponsored;
  if (before.kind === 'post' && post.kind !== 'post') change.kind = post.kind;
  return change;
}
