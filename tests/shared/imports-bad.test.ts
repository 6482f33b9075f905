// Files that are not what was asked for, or are broken: each is refused with what it is, and nothing
// of it is read. And what several good files say of one post.
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readFile } from '#app/imports/read-file.ts';
import { maxFileBytes } from '#shared/imports/limits.ts';
import { type KnownPost, mergePosts } from '#shared/imports/merging.ts';
import { fromMojibake } from '#shared/imports/mojibake.ts';
import { readMoment } from '#shared/imports/moments.ts';
import { countNames, type ImportedPost } from '#shared/imports/post.ts';
import { readRecent, recentRows } from '#shared/imports/recent.ts';
import { readTable } from '#shared/imports/table.ts';
import {
  instagramZip,
  metaCsv,
  mojibake,
  samplePosts,
  tiktokCsv,
  tiktokJson,
  utf16,
  withDeclaredSize,
  youtubeTable,
} from '#tests/support/creator-files.ts';

const quiet = { directory: () => undefined, files: () => undefined };
const read = (bytes: Uint8Array) => readFile(new Blob([bytes as BlobPart]), quiet);
const text = (words: string) => new TextEncoder().encode(words);

async function refusal(bytes: Uint8Array): Promise<string> {
  const found = await read(bytes);
  return found.kind === 'other' ? found.what : `read as ${found.kind}`;
}

async function postsOf(bytes: Uint8Array): Promise<ImportedPost[]> {
  const found = await read(bytes);
  if (found.kind === 'posts') return found.reading.posts;
  if (found.kind === 'table') return readTable(found.table, { timeZone: 'UTC' }).posts;
  throw new Error(found.what);
}

const posts = samplePosts(3);

test('JSON of another kind is refused with what it is', async () => {
  const refused: [unknown, string][] = [
    [{ relationships_following: [{ title: 'someone' }] }, 'instagram-other'],
    [{ participants: [{ name: 'a' }], messages: [] }, 'instagram-other'],
    [[{ string_map_data: { Email: { value: 'x' } } }], 'instagram-other'],
    [{ Activity: { 'Like List': { ItemFavoriteList: [] } } }, 'tiktok-no-videos'],
    [[{ header: 'YouTube', titleUrl: 'https://…', title: 'Watched' }], 'watch-history'],
    [{ name: 'package', version: '1.0.0' }, 'json'],
    [{ organic_insights_posts: [] }, 'no-posts'],
    [{ Video: { Videos: { VideoList: [] } } }, 'no-posts'],
    [[], 'empty'],
    [{}, 'empty'],
  ];
  for (const [json, what] of refused) {
    expect([what, await refusal(text(JSON.stringify(json)))]).toEqual([what, what]);
  }
  expect(await refusal(text('{"organic_insights_posts": [{'))).toBe('broken-json');
});

test('what is no export at all is called by its name', async () => {
  const signs: [Uint8Array, string][] = [
    [new Uint8Array(), 'empty'],
    [text('   \n'), 'empty'],
    [text('%PDF-1.7'), 'pdf'],
    [new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0]), 'picture'],
    [new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0]), 'picture'],
    [text('\0\0\0 ftypisom'), 'film'],
    [new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'spreadsheet'],
    [text('<!DOCTYPE html><title>Instagram Posts</title>'), 'instagram-html'],
    [text('<html><body>hello'), 'web-page'],
    [text('Dear diary'), 'text'],
    [new Uint8Array([0x68, 0xe9, 0x20, 0xff, 0xc3, 0x28]), 'letters'],
  ];
  for (const [bytes, what] of signs) expect(await refusal(bytes)).toBe(what);
});

test('archives of other things are called by what is in them', async () => {
  const zip = (files: Record<string, string>) =>
    zipSync(
      Object.fromEntries(Object.entries(files).map(([name, words]) => [name, strToU8(words)])),
    );
  const html = { 'instagram-x-2026-01-01/media/posts_1.html': '<html>' };
  expect(await refusal(zip(html))).toBe('instagram-html');
  expect(await refusal(zip({ 'xl/workbook.xml': '', '[Content_Types].xml': '' }))).toBe(
    'spreadsheet',
  );
  expect(await refusal(zip({ 'word/document.xml': '' }))).toBe('word');
  expect(await refusal(zip({ 'photo.jpg': 'x' }))).toBe('zip-without');
  const messages = JSON.stringify({ participants: [], messages: [] });
  expect(await refusal(zip({ 'messages/inbox/a/message_1.json': messages }))).toBe(
    'instagram-other',
  );
});

test('a truncated archive is refused, wherever it was cut', async () => {
  const { bytes } = instagramZip(posts, { others: { 'a.jpg': new Uint8Array(50_000).fill(7) } });
  for (const share of [0.1, 0.5, 0.9, 0.995]) {
    expect(await refusal(bytes.slice(0, Math.floor(bytes.length * share)))).toBe('zip-broken');
  }
  const torn = bytes.slice();
  const at = new TextDecoder('latin1').decode(torn).indexOf('posts_1.json') + 40;
  torn.fill(0xaa, at, at + 40);
  expect(await refusal(torn)).toBe('zip-broken');
});

test('an archive that would unpack without end is not unpacked, whether it says so or not', async () => {
  const name = 'your_instagram_activity/media/posts_1.json';
  const small = zipSync({ [name]: strToU8('[]') });
  expect(await refusal(withDeclaredSize(small, 4_000_000_000))).toBe('zip-bomb');
  const zeros = zipSync({ [name]: new Uint8Array(maxFileBytes + 1_000_000).fill(0x20) });
  expect(zeros.length).toBeLessThan(1_000_000);
  expect(await refusal(zeros)).toBe('zip-bomb');
  // Says that it is small, and is not.
  expect(await refusal(withDeclaredSize(zeros, 1000))).toMatch(/^zip-(?:bomb|broken)$/);
});

test('lines that cannot be read are left out with the reason, and the others kept', async () => {
  const lines = [
    'Date,Caption,Likes,Comments',
    '2026-09-01,one,5,1',
    ',no date,5,1',
    '2026-13-41,no such day,5,1',
    'tomorrow,no date either,5,1',
    '2026-09-02,"a caption',
    'of two lines",-7,1',
    '2026-09-03,three,1.5,1',
    'Total,,99,99',
    '2026-09-01,one,6,1',
  ];
  const found = await read(text(lines.join('\n')));
  if (found.kind !== 'table') throw new Error('no table');
  const { posts: kept, skipped } = readTable(found.table, { timeZone: 'UTC' });
  expect(kept.map(({ caption, likes }) => [caption, likes])).toEqual([
    ['three', null],
    ['a caption\nof two lines', null],
    ['one', 6],
  ]);
  expect(skipped).toEqual([
    { line: 2, why: 'twice' },
    { line: 3, why: 'no-date' },
    { line: 4, why: 'bad-date' },
    { line: 5, why: 'bad-date' },
    { line: 6, why: 'bad-count' },
    { line: 8, why: 'bad-count' },
    { line: 9, why: 'total' },
  ]);
});

test('UTF-16 and byte order marks are read as if they were not there', async () => {
  const words = youtubeTable(posts);
  const plain = await postsOf(text(words));
  const big = utf16(words);
  for (let at = 0; at < big.length; at += 2) big.subarray(at, at + 2).reverse();
  for (const bytes of [text(`\uFEFF${words}`), utf16(words), utf16(words).slice(2), big]) {
    expect(await postsOf(bytes)).toEqual(plain);
  }
  const json = new TextDecoder().decode(tiktokJson(posts).bytes);
  expect(await postsOf(utf16(json))).toHaveLength(3);
});

test('mojibake is read back, and words that only look like it stay', () => {
  for (const words of ['แดดส่องหน้า 🫠', 'déjà vu', '„Gefällt mir“-Angaben', 'plain']) {
    expect(fromMojibake(mojibake(words))).toBe(words);
    expect(fromMojibake(words)).toBe(words);
  }
});

test('dates are read in the notations the files use, and nothing is guessed', () => {
  const at = (cell: string, order: 'month-first' | 'day-first' = 'month-first') =>
    readMoment(cell, { order, timeZone: 'Asia/Bangkok' })?.at.toISOString() ?? null;
  expect(at('03/27/2026 06:08')).toBe('2026-03-26T23:08:00.000Z');
  expect(at('01.09.2026 18:00', 'day-first')).toBe('2026-09-01T11:00:00.000Z');
  expect(at('2026-08-02 19:05:30')).toBe('2026-08-02T12:05:30.000Z');
  expect(at('2026-08-02T19:05:30Z')).toBe('2026-08-02T19:05:30.000Z');
  expect(at('2026-08-02T19:05:30.000+02:00')).toBe('2026-08-02T17:05:30.000Z');
  expect(at('Sep 2, 2026')).toBe('2026-09-02T12:00:00.000Z');
  expect(at('2 September 2026')).toBe('2026-09-02T12:00:00.000Z');
  expect(at('9/2/2026 7:05 PM')).toBe('2026-09-02T12:05:00.000Z');
  for (const cell of ['31/31/2026', 'Foo 2, 2026', '2026-02-30', 'September 14', '25:00', '1']) {
    expect([cell, at(cell)]).toEqual([cell, null]);
  }
});

const known = (told: readonly ImportedPost[]): KnownPost[] =>
  told.map((post, n) => ({ ...post, id: `post${n}` }));

test('the same file twice is nothing new, and a later one brings newer figures', async () => {
  const first = await postsOf(metaCsv(posts).bytes);
  expect(mergePosts(known(first), first)).toEqual({ added: [], changed: [], same: 3 });
  const later = posts.map((post) => ({ ...post, likes: post.likes + 7 }));
  const merged = mergePosts(known(first), await postsOf(metaCsv(later).bytes));
  expect(merged.changed.map(({ id, change }) => [id, change.likes])).toEqual([
    ['post0', 407],
    ['post1', 408],
    ['post2', 409],
  ]);
});

test('two kinds of file about one post are one post, each giving what the other lacks', async () => {
  const data = await postsOf(tiktokJson(posts).bytes);
  const studio = await postsOf(tiktokCsv(posts).bytes);
  const merged = mergePosts(known(data), studio);
  expect(merged).toMatchObject({ added: [], same: 0 });
  expect(merged.changed[1]?.change).toMatchObject({ comments: 21, views: 9001 });
  // Instagram's own data names no post, Meta's file does: the words and the day tell.
  const archive = await postsOf(instagramZip(posts).bytes);
  const meta = await postsOf(metaCsv([...posts, ...samplePosts(1, Date.UTC(2026, 1, 1))]).bytes);
  expect(mergePosts(known(archive), meta).added).toHaveLength(1);
  expect(mergePosts(known(meta), archive).added).toHaveLength(0);
});

test('two posts of one file with the same words are never taken for one', async () => {
  const twins = posts.map((post) => ({ ...post, caption: 'Good morning' }));
  const told = await postsOf(metaCsv(twins).bytes);
  expect(told).toHaveLength(3);
  expect(mergePosts(known(told.slice(0, 2)), told)).toMatchObject({ same: 2, added: [{}] });
});

test('what a creator said of payment stays, whatever a later file says', async () => {
  const ads = posts.map((post) => ({ ...post, caption: `Ad. ${post.caption}` }));
  const told = await postsOf(metaCsv(ads).bytes);
  const before = known(told).map((post) => ({ ...post, sponsored: false }));
  expect(mergePosts(before, told)).toEqual({ added: [], changed: [], same: 3 });
});

test('the short rows hold the last thirty posts nobody paid for, and read back the same', async () => {
  const told = await postsOf(metaCsv(samplePosts(40)).bytes);
  const [paid, story, bare, ...rest] = told;
  const all = [
    ...rest.reverse(),
    { ...(paid as ImportedPost), sponsored: true },
    { ...(story as ImportedPost), kind: 'story' as const },
    { ...(bare as ImportedPost), ...Object.fromEntries(countNames.map((name) => [name, null])) },
  ];
  const recent = readRecent(recentRows(all));
  expect(recent).toHaveLength(30);
  expect(recent[0]).toEqual({
    publishedAt: told[3]?.publishedAt,
    followers: null,
    likes: 403,
    comments: 23,
    saves: 63,
    shares: 13,
    views: 9003,
    reach: 6003,
  });
});
