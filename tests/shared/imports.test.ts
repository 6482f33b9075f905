// Each format creators can export, read as it is documented. Layouts and traps: Meta's, TikTok's and
// YouTube's own exports, as written by tests/support/creator-files.ts.
import { expect, test } from 'vitest';
import { readFile } from '#app/imports/read-file.ts';
import { isOrderTold } from '#shared/imports/moments.ts';
import { datesIn, readTable, type Table } from '#shared/imports/table.ts';
import { followersTold, missingIn, otherAccounts, type Reading } from '#shared/imports/reading.ts';
import type { Understood } from '#shared/imports/recognise.ts';
import {
  instagramFollowers,
  instagramInsights,
  instagramPosts,
  instagramZip,
  metaCsv,
  ownList,
  samplePosts,
  type SamplePost,
  tiktokCsv,
  tiktokJson,
  type Written,
  youtubeTable,
  youtubeUtf16,
  youtubeZip,
} from '#tests/support/creator-files.ts';

const quiet = { directory: () => undefined, files: () => undefined };

const understood = ({ bytes }: Pick<Written, 'bytes'>): Promise<Understood> =>
  readFile(new Blob([bytes as BlobPart]), quiet);

async function reading(file: Pick<Written, 'bytes'>, timeZone = 'UTC'): Promise<Reading> {
  const found = await understood(file);
  if (found.kind === 'posts') return found.reading;
  if (found.kind === 'table') return readTable(found.table, { timeZone });
  throw new Error(`nothing was read: ${found.what}`);
}

async function table(file: Pick<Written, 'bytes'>): Promise<Table> {
  const found = await understood(file);
  if (found.kind !== 'table') throw new Error('no table was read');
  return found.table;
}

const json = (value: unknown): Pick<Written, 'bytes'> => ({
  bytes: new TextEncoder().encode(JSON.stringify(value)),
});
const text = (value: string): Pick<Written, 'bytes'> => ({
  bytes: new TextEncoder().encode(value),
});

const posts = samplePosts(3);
const counts = ({ likes, comments, saves, shares, views, reach }: SamplePost) => ({
  likes,
  comments,
  saves,
  shares,
  views,
  reach,
});

test('an Instagram archive gives captions and figures of a post as one, from either folder and without a root', async () => {
  for (const place of ['media', 'content'] as const) {
    for (const root of ['', undefined]) {
      const options = root === undefined ? { place } : { place, root };
      const read = await reading(instagramZip(posts, options));
      expect(read).toMatchObject({ format: 'instagram', zone: 'exact', skipped: [] });
      expect(read.posts).toHaveLength(3);
      expect(read.posts[0]).toMatchObject({
        platform: 'instagram',
        key: `at:${Date.UTC(2026, 8, 20, 12) / 1000}`,
        publishedAt: posts[0]?.at,
        caption: posts[0]?.caption,
        kind: 'photo',
        ...counts(posts[0] as SamplePost),
      });
      expect(read.channels[0]?.handle).toBe(root === '' ? undefined : '@mali.on.the.bts');
    }
  }
});

test('reels are known as reels, and "--" is no figure and never zero', async () => {
  const reels = samplePosts(2, Date.UTC(2026, 5, 1, 9));
  const read = await reading(instagramZip(posts, { reels }));
  const reel = read.posts.find(({ kind }) => kind === 'reel');
  expect(read.posts).toHaveLength(5);
  expect(reel).toMatchObject({ likes: 400, views: 9000, reach: 6000, saves: null });
  expect(missingIn(read.posts)).toEqual([{ name: 'saves', posts: 2 }]);
});

test('the figures of Instagram are read in German and Portuguese, with points for thousands', async () => {
  for (const language of ['de', 'pt'] as const) {
    const read = await reading(json(instagramInsights(posts, { language, mark: '.' })));
    expect(read.posts.map((post) => post.reach)).toEqual([6000, 6001, 6002]);
    expect(read.posts[1]).toMatchObject(counts(posts[1] as SamplePost));
    expect(read.posts[0]?.caption).toBe(posts[0]?.caption);
  }
  const figure = { value: '14.533', timestamp: 0 };
  const made = { creation_timestamp: 1_559_600_000 };
  const one = {
    organic_insights_posts: [
      { media_map_data: { Vorschau: made }, string_map_data: { 'Erreichte Konten': figure } },
    ],
  };
  expect((await reading(json(one))).posts[0]?.reach).toBe(14_533);
});

test('followers are counted by day, and no name of theirs is read', async () => {
  const names = Array.from({ length: 9 }, (_, n) => `secret.follower.${n}`);
  const read = await reading(instagramZip(posts, { followers: names }));
  expect(read.channels).toEqual([
    {
      platform: 'instagram',
      handle: '@mali.on.the.bts',
      followers: 9,
      follows: { from: '2026-08-01', counts: [2, 2, 2, 2, 1] },
    },
  ]);
  expect(JSON.stringify(read)).not.toContain('secret.follower');
  const alone = await understood(json(instagramFollowers(names)));
  expect(JSON.stringify(alone)).not.toContain('secret.follower');
  expect(alone).toMatchObject({ kind: 'posts', reading: { posts: [] } });
});

test('a file of another account than the creator’s own is known before anything is kept', async () => {
  const { channels } = await reading(metaCsv(posts));
  const own = (handle: string, platform: 'instagram' | 'tiktok' = 'instagram') =>
    otherAccounts(channels, [{ platform, handle }]);
  expect(own('@somebody.else')).toEqual([
    { platform: 'instagram', inFile: '@mali.on.the.bts', own: '@somebody.else' },
  ]);
  // The same name however it is written, no name yet, and a name on another platform ask nothing.
  for (const handle of ['@mali.on.the.bts', 'Mali.On.The.BTS', '']) expect(own(handle)).toEqual([]);
  expect(own('@somebody.else', 'tiktok')).toEqual([]);
  expect(otherAccounts(channels, [])).toEqual([]);
});

test('a column of followers tells those of each post’s day, not today’s', async () => {
  const table = text('Date,Likes,Followers\n2026-11-01,5,900\n');
  const archive = instagramZip(posts, { followers: ['a', 'b'] });
  const told = await Promise.all([table, metaCsv(posts), archive].map((file) => reading(file)));
  expect(told.map((one) => followersTold(one, 'instagram'))).toEqual(['then', 'open', 'now']);
  expect(told.map((one) => followersTold(one, 'tiktok'))).toEqual(['open', 'open', 'open']);
});

test('captions alone are posts without figures', async () => {
  const read = await reading(json(instagramPosts(posts)));
  expect(read.posts).toHaveLength(3);
  expect(missingIn(read.posts).map(({ name }) => name)).toEqual([
    'likes',
    'comments',
    'saves',
    'shares',
    'views',
    'reach',
  ]);
});

test('a file of Meta Business Suite is read by its columns’ names, whatever their order', async () => {
  for (const views of ['Views', 'Impressions'] as const) {
    const read = await reading(metaCsv(posts, { views }));
    expect(read).toMatchObject({ format: 'meta-csv', zone: 'device', skipped: [] });
    expect(read.posts[0]).toMatchObject({
      platform: 'instagram',
      key: 'id:18001',
      publishedAt: posts[0]?.at,
      kind: 'photo',
      caption: posts[0]?.caption,
      permalink: 'https://www.instagram.com/p/DEMO1/',
      ...counts(posts[0] as SamplePost),
    });
    expect(read.posts.map(({ kind }) => kind)).toEqual(['photo', 'reel', 'carousel']);
    expect(read.channels[0]?.handle).toBe('@mali.on.the.bts');
  }
  const turned = 'Saves,Likes,Publish time,Post ID,Views\n3,"12,400",03/09/2026 18:00,77,1.2K\n';
  const [post] = (await reading(text(turned), 'Asia/Bangkok')).posts;
  expect(post).toMatchObject({ saves: 3, likes: 12_400, views: 1200, key: 'id:77' });
  // The ninth of March, as the clock on this device would have shown it.
  expect(post?.publishedAt.toISOString()).toBe('2026-03-09T11:00:00.000Z');
});

test('TikTok’s data gives likes alone, also where they are nested', async () => {
  for (const nested of [false, true]) {
    const read = await reading(tiktokJson(posts, { nested }), 'Asia/Bangkok');
    expect(read).toMatchObject({ format: 'tiktok', zone: 'utc' });
    expect(read.posts[0]).toMatchObject({
      platform: 'tiktok',
      key: 'id:7412345678901234000',
      publishedAt: posts[0]?.at,
      likes: 400,
      views: null,
    });
  }
});

test('a file of TikTok Studio gives views, with 1.2K and "18,400", and 38% is no count', async () => {
  const read = await reading(tiktokCsv(posts));
  expect(read.format).toBe('tiktok-csv');
  expect(read.posts[0]).toMatchObject({ likes: 1200, views: 9000, comments: 20, saves: null });
  expect(read.posts[0]?.key).toBe('id:7412345678901234000');
  expect(read.skipped).toEqual([]);
  expect(read.channels).toMatchObject([{ platform: 'tiktok', handle: '@mali.on.the.bts' }]);
});

test('a YouTube export is read from its archive, in UTF-8 and in UTF-16, without its Total', async () => {
  for (const file of [youtubeZip(posts), youtubeUtf16(posts), text(youtubeTable(posts))]) {
    const read = await reading(file, 'America/Los_Angeles');
    expect(read).toMatchObject({ format: 'youtube', zone: 'day' });
    expect(read.skipped).toEqual([{ line: 2, why: 'total' }]);
    expect(read.posts[0]).toMatchObject({
      platform: 'youtube',
      key: 'id:abcDEF10000',
      publishedAt: new Date('2026-09-20T12:00:00Z'),
      caption: posts[0]?.caption,
      views: 9000,
      likes: 400,
      reach: null,
      permalink: 'https://www.youtube.com/watch?v=abcDEF10000',
    });
  }
});

test('any other table guesses its columns by their names, and takes what its creator says', async () => {
  const own = await table(ownList(posts));
  expect(own).toMatchObject({
    format: 'plain',
    columns: { date: 0, caption: 1, comments: 3 },
    order: 'day-first',
  });
  const corrected: Table = {
    ...own,
    columns: { ...own.columns, likes: 2 },
    platform: 'facebook',
  };
  const read = readTable(corrected, { timeZone: 'Asia/Bangkok' });
  expect(read.posts[0]).toMatchObject({
    platform: 'facebook',
    likes: 400,
    comments: 20,
    caption: posts[0]?.caption,
    publishedAt: new Date('2026-09-20T12:00:00Z'),
  });
});

test('days and months are told apart where the file lets us, and asked for where it does not', async () => {
  const rows = (...dates: string[]) => text(`Date,Likes\n${dates.join(',5\n')},5\n`);
  expect((await table(rows('03/04/2026', '27/03/2026'))).order).toBe('day-first');
  expect((await table(rows('03/04/2026', '03/27/2026'))).order).toBe('month-first');
  expect((await table(rows('03/04/2026', '05/06/2026'))).order).toBeNull();
  expect((await table(rows('03.04.2026'))).order).toBe('day-first');
  // Nothing to tell apart is nothing to ask.
  for (const dates of [['2026-11-01', '2026-11-02'], ['Nov 1, 2026'], ['']]) {
    const plain = await table(rows(...dates));
    expect([isOrderTold(datesIn(plain)), plain.order]).toEqual([false, 'month-first']);
  }
  const [post] = (await reading(rows('2026-11-01'))).posts;
  expect(post?.publishedAt.toISOString()).toBe('2026-11-01T12:00:00.000Z');
});

test('a post that calls itself an ad is proposed as paid', async () => {
  const captions = [
    'โฆษณา ลองของใหม่',
    'Ad. Lumphini at six',
    'Ad hoc, we went swimming',
    'Fun #ad',
  ];
  const told = samplePosts(4).map((post, n) => ({ ...post, caption: captions[n] ?? '' }));
  const read = await reading(metaCsv(told));
  expect(read.posts.map(({ sponsored }) => sponsored)).toEqual([true, true, null, true]);
});
