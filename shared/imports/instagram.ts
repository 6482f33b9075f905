// Instagram's "Download your information" as JSON: captions in one file, figures in others, followers
// in a third; joined by the second a post was made. Names of figures are in the account's language, and
// all text is mojibake. Of followers only the days they came are read, never who they are.
import { countNamed, rankOf } from './columns.ts';
import { countOf } from './counts.ts';
import { entriesOf, fieldOf, type Json, listOf, secondsAt, wordsAt } from './json-reading.ts';
import { maxCaption, maxPosts } from './limits.ts';
import { cleanText, fromMojibake } from './mojibake.ts';
import { saysPaid } from './paid.ts';
import {
  type CountName,
  countNames,
  type ImportedPost,
  type PostCounts,
  type PostKind,
} from './post.ts';
import { type Follows, newestFirst, type Reading, type Skipped } from './reading.ts';

export type InstagramPart =
  | { kind: 'captions'; entries: Json[]; as: PostKind | null }
  | { kind: 'insights'; entries: Json[]; as: PostKind | null }
  | { kind: 'followers'; seconds: number[]; count: number };

/** Null for any other JSON. */
export function instagramPart(json: Json): InstagramPart | null {
  const posts = fieldOf(json, 'organic_insights_posts');
  if (Array.isArray(posts)) return { kind: 'insights', entries: posts, as: null };
  const reels = fieldOf(json, 'organic_insights_reels');
  if (Array.isArray(reels)) return { kind: 'insights', entries: reels, as: 'reel' };
  const media = fieldOf(json, 'ig_reels_media');
  if (Array.isArray(media)) return { kind: 'captions', entries: media, as: 'reel' };
  const list = listOf(json);
  if (list.some((entry) => isPost(entry))) return { kind: 'captions', entries: list, as: null };
  return followersIn(list);
}

/** A post is a list of media made at some second; other lists of media (stories) are wrapped. */
const isPost = (entry: Json): boolean =>
  listOf(fieldOf(entry, 'media')).some((one) => secondsAt(one, 'creation_timestamp') !== null);

/** Followers stand in a bare list; whom one follows oneself is wrapped, and stays unread. */
function followersIn(list: Json[]): InstagramPart | null {
  const who = list.map((entry) => listOf(fieldOf(entry, 'string_list_data'))[0]);
  if (who.length === 0 || who.some((one) => fieldOf(one, 'href') === null)) return null;
  const seconds = who.flatMap((one) => secondsAt(one, 'timestamp') ?? []);
  return { kind: 'followers', seconds, count: who.length };
}

interface Told {
  seconds: number;
  caption: string;
  kind: PostKind | null;
  counts: Partial<PostCounts>;
}

export interface InstagramFacts {
  /** From the folder of the archive; empty where it says none. */
  handle: string;
}

export function joinInstagram(
  parts: readonly InstagramPart[],
  { handle }: InstagramFacts,
): Reading {
  const posts = new Map<number, Told>();
  const skipped: Skipped[] = [];
  for (const part of parts) {
    if (part.kind === 'followers') continue;
    part.entries.forEach((entry, at) => {
      const read = part.kind === 'captions' ? captionOf(entry) : insightOf(entry);
      if (read.seconds === null) return skipped.push({ line: at + 1, why: 'no-date' });
      if (read.isUnread) skipped.push({ line: at + 1, why: 'bad-count' });
      const { seconds, caption, counts } = read;
      const told = { seconds, caption, counts, kind: part.as ?? read.kind };
      return posts.set(seconds, joined(posts.get(seconds), told));
    });
  }
  const all = newestFirst([...posts.values()].map(postOf));
  const late = all
    .slice(maxPosts)
    .map((_, at) => ({ line: maxPosts + at + 1, why: 'too-many' as const }));
  return {
    format: 'instagram',
    posts: all.slice(0, maxPosts),
    skipped: [...skipped, ...late],
    channels: channelIn(parts, handle),
    zone: 'exact',
  };
}

/** What either file says; reels are known as such by the file they stand in. */
const joined = (before: Told | undefined, told: Told): Told =>
  before
    ? {
        seconds: told.seconds,
        caption: before.caption || told.caption,
        kind: told.kind === 'reel' ? 'reel' : (before.kind ?? told.kind),
        counts: { ...before.counts, ...told.counts },
      }
    : told;

interface Read extends Omit<Told, 'seconds'> {
  seconds: number | null;
  isUnread: boolean;
}

function captionOf(entry: Json): Read {
  const media = listOf(fieldOf(entry, 'media'));
  const [first] = media;
  const seconds = secondsAt(entry, 'creation_timestamp') ?? secondsAt(first, 'creation_timestamp');
  // One picture carries its caption itself, several have one in common.
  const caption = wordsAt(entry, 'title') || wordsAt(first, 'title');
  const kind = media.length > 1 ? 'carousel' : kindOfFile(wordsAt(first, 'uri'));
  return { seconds, caption: textOf(caption), kind, counts: {}, isUnread: false };
}

function insightOf(entry: Json): Read {
  const [, thumbnail] = entriesOf(fieldOf(entry, 'media_map_data'))[0] ?? [];
  const strings = entriesOf(fieldOf(entry, 'string_map_data')).map(
    ([name, value]) => [fromMojibake(name), value] as const,
  );
  const times = strings.flatMap(([, value]) => secondsAt(value, 'timestamp') ?? []);
  const { counts, isUnread } = countsOf(strings);
  const said = strings.find(([name]) => /^caption$/i.test(name))?.[1];
  return {
    seconds: secondsAt(thumbnail, 'creation_timestamp') ?? times[0] ?? null,
    caption: textOf(wordsAt(said, 'value') || wordsAt(thumbnail, 'title')),
    kind: kindOfFile(wordsAt(thumbnail, 'uri')),
    counts,
    isUnread,
  };
}

function countsOf(strings: readonly (readonly [string, Json])[]) {
  const found = new Map<CountName, { rank: number; count: number }>();
  let isUnread = false;
  for (const [name, value] of strings) {
    const count = countNamed(name);
    const read = count && countOf(fieldOf(value, 'value'));
    if (read === 'unread') isUnread = true;
    if (count === null || typeof read !== 'number') continue;
    const rank = rankOf(count, name);
    if (rank < (found.get(count)?.rank ?? Number.POSITIVE_INFINITY)) {
      found.set(count, { rank, count: read });
    }
  }
  const counts: Partial<PostCounts> = {};
  for (const [name, { count }] of found) counts[name] = count;
  return { counts, isUnread };
}

const textOf = (text: string): string => cleanText(fromMojibake(text), maxCaption);

const kindOfFile = (uri: string): PostKind | null => {
  if (/\.(?:mp4|mov|webm)\b/i.test(uri)) return 'video';
  return /\.(?:jpe?g|png|webp|heic|gif)\b/i.test(uri) ? 'photo' : null;
};

const noCounts = Object.fromEntries(countNames.map((name) => [name, null])) as PostCounts;

const postOf = ({ seconds, caption, kind, counts }: Told): ImportedPost => ({
  platform: 'instagram',
  key: `at:${seconds}`,
  publishedAt: new Date(seconds * 1000),
  kind: kind ?? 'post',
  caption,
  permalink: '',
  ...noCounts,
  ...counts,
  followers: null,
  sponsored: saysPaid(caption) ? true : null,
});

function channelIn(parts: readonly InstagramPart[], handle: string): Reading['channels'] {
  const followers = parts.filter((part) => part.kind === 'followers');
  if (followers.length === 0 && handle === '') return [];
  const count = followers.reduce((sum, part) => sum + part.count, 0);
  return [
    {
      platform: 'instagram',
      handle,
      followers: followers.length > 0 ? count : null,
      follows: followsOf(followers.flatMap(({ seconds }) => seconds)),
    },
  ];
}

const daySeconds = 86_400;
/** Three years show what is usual and what stands out. */
const daysKept = 1_096;

/** New followers a day, up to the last day somebody came. */
export function followsOf(seconds: readonly number[]): Follows | null {
  if (seconds.length === 0) return null;
  const days = seconds.map((one) => Math.floor(one / daySeconds));
  const [first, last] = days.reduce(
    ([low, high], day) => [Math.min(low, day), Math.max(high, day)],
    [Number.POSITIVE_INFINITY, 0],
  );
  const from = Math.max(first, last - daysKept + 1);
  const counts = Array.from({ length: last - from + 1 }, () => 0);
  for (const day of days) {
    const at = day - from;
    if (at >= 0) counts[at] = (counts[at] ?? 0) + 1;
  }
  return { from: new Date(from * daySeconds * 1000).toISOString().slice(0, 10), counts };
}
