import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { eventsAfter } from '#db/events.ts';
import { recentFigures, rosterCreator } from '#db/schema/roster.ts';
import { briefCreator, workspace } from '#db/schema/campaign.ts';
import { channelsShownTo, creatorsWhoShow, figuresShownTo, recentShownTo } from '#db/shown.ts';
import { workspacesOf } from '#db/members.ts';
import {
  importPosts,
  markSponsored,
  postInput,
  removeChannel,
  removeImport,
  saveChannel,
  showFigures,
} from '#server/commands/imports.ts';
import { mayHear } from '#server/live.ts';
import { myFigures } from '#server/views/imports.ts';
import { maxPosts, maxPostsAtOnce } from '#shared/imports/limits.ts';
import type { ImportedPost } from '#shared/imports/post.ts';
import { readRecent } from '#shared/imports/recent.ts';
import { code, openPostHouse, type PostHouse, value } from '#tests/support/post-house.ts';

const dayMs = 86_400_000;

/** A post a day, the newest first. */
function posts(count: number, more: Partial<ImportedPost> = {}): ImportedPost[] {
  return Array.from({ length: count }, (_, n) => ({
    platform: 'instagram' as const,
    key: `id:${n + 1}`,
    publishedAt: new Date(Date.UTC(2026, 8, 20) - n * dayMs),
    kind: 'photo' as const,
    caption: `SECRETCAPTION ${n + 1}`,
    permalink: `https://www.instagram.com/p/SECRETPOST${n + 1}/`,
    likes: 100 + n,
    comments: 7,
    saves: null,
    shares: null,
    views: null,
    reach: 900,
    followers: null,
    sponsored: null,
    ...more,
  }));
}

const file = (told: readonly ImportedPost[], importId: string | null = null) => ({
  importId,
  format: 'meta-csv' as const,
  fileName: 'september.csv',
  posts: told.map(postInput),
});

const all = { all: true };
const own = async ({ s }: PostHouse, who: PostHouse['mali']) => value(await myFigures(s, who, all));

async function workspaceOf({ s, ploy }: PostHouse): Promise<string> {
  const [row] = await workspacesOf(s.db, ploy.userId);
  return row?.id ?? '';
}

test('a creator keeps posts; the same file again is nothing new, a later one renews figures', async () => {
  const house = await openPostHouse();
  const { s, mali } = house;
  const skipped = [{ line: 9, why: 'bad-date' }];
  const first = value(await importPosts(s, mali, { ...file(posts(3)), skipped }));
  expect(first).toMatchObject({ added: 3, changed: 0, same: 0 });
  expect(value(await importPosts(s, mali, file(posts(3))))).toEqual({
    importId: null,
    added: 0,
    changed: 0,
    same: 3,
  });
  const later = posts(4, { likes: 500 });
  expect(value(await importPosts(s, mali, file(later)))).toMatchObject({ added: 1, changed: 3 });
  const kept = await own(house, mali);
  expect(kept.count).toBe(4);
  expect(kept.posts[0]).toMatchObject({ likes: 500, comments: 7, reach: 900 });
  // Each file holds the posts that have their figures from it.
  expect(kept.imports.map((one) => [one.fileName, one.kept, one.skipped])).toEqual(
    expect.arrayContaining([
      ['september.csv', 4, 0],
      ['september.csv', 0, 1],
    ]),
  );
  expect(kept.imports).toHaveLength(2);
});

test('a file comes in parts, and each part renews the short rows lists read', async () => {
  const house = await openPostHouse();
  const { s, mali } = house;
  const told = posts(maxPostsAtOnce + 20);
  const part = value(await importPosts(s, mali, file(told.slice(0, maxPostsAtOnce))));
  const rest = file(told.slice(maxPostsAtOnce), part.importId);
  expect(value(await importPosts(s, mali, rest))).toMatchObject({ importId: part.importId });
  const kept = await own(house, mali);
  expect(kept.imports).toMatchObject([{ kept: told.length }]);
  const [row] = await s.db.select().from(recentFigures).where(eq(recentFigures.userId, 'mali'));
  const recent = readRecent(row?.posts ?? []);
  expect(recent).toHaveLength(30);
  expect(recent[0]).toMatchObject({ publishedAt: told[0]?.publishedAt, likes: 100, reach: 900 });
});

test('paid posts, stories and captions without figures do not count among the last ones', async () => {
  const house = await openPostHouse();
  const { s, mali } = house;
  const [a, b, c, d] = posts(4) as [ImportedPost, ImportedPost, ImportedPost, ImportedPost];
  const bare = { likes: null, comments: null, reach: null };
  const told = [{ ...a, sponsored: true }, { ...b, kind: 'story' as const }, { ...c, ...bare }, d];
  value(await importPosts(s, mali, file(told)));
  const likes = async () => {
    const rows = await s.db.select().from(recentFigures);
    return rows.flatMap((row) => readRecent(row.posts)).map((post) => post.likes);
  };
  expect(await likes()).toEqual([103]);
  const paid = (await own(house, mali)).posts.find(({ isPaid }) => isPaid);
  value(await markSponsored(s, mali, { postId: paid?.id ?? '', sponsored: false }));
  expect(await likes()).toEqual([100, 103]);
  // What she said stays, whatever a file says later.
  value(await importPosts(s, mali, file([{ ...a, sponsored: true, likes: 111 }])));
  expect(await likes()).toEqual([111, 103]);
});

test('removing a file erases its posts and what was made of them', async () => {
  const house = await openPostHouse();
  const { s, mali } = house;
  const channels = [{ platform: 'instagram' as const, handle: '@mali', followers: 9 }];
  value(await importPosts(s, mali, { ...file(posts(3)), channels }));
  value(await saveChannel(s, mali, { platform: 'youtube', followers: 7 }));
  const reels = posts(2, { platform: 'tiktok' });
  value(await importPosts(s, mali, { ...file(reels), fileName: 'reels.csv' }));
  const { imports } = await own(house, mali);
  const september = imports.find(({ fileName }) => fileName === 'september.csv');
  value(await removeImport(s, mali, { importId: september?.id ?? '' }));
  expect(await own(house, mali)).toMatchObject({ count: 2, imports: [{ fileName: 'reels.csv' }] });
  const rows = await s.db.select().from(recentFigures);
  expect(rows.map(({ platform }) => platform)).toEqual(['tiktok']);
  // With its last post an account goes; one without posts goes when she says so.
  const accounts = async () => (await own(house, mali)).channels.map(({ platform }) => platform);
  expect(await accounts()).toEqual(['youtube']);
  expect(code(await removeChannel(s, house.ben, { platform: 'youtube' }))).toBe('not-found');
  value(await removeChannel(s, mali, { platform: 'youtube' }));
  expect(await accounts()).toEqual([]);
});

test('nobody but the creator keeps, reads, marks, shows or removes', async () => {
  const house = await openPostHouse();
  const { s, mali, ben, ploy, anan } = house;
  const { importId } = value(await importPosts(s, mali, file(posts(2))));
  const [post] = (await own(house, mali)).posts;
  const workspaceId = await workspaceOf(house);
  for (const other of [ben, ploy, anan]) {
    expect(code(await removeImport(s, other, { importId: importId ?? '' }))).toBe('not-found');
    const marked = await markSponsored(s, other, { postId: post?.id ?? '', sponsored: true });
    expect(code(marked)).toBe('not-found');
  }
  expect(code(await importPosts(s, ben, file(posts(1), importId)))).toBe('not-found');
  for (const brand of [ploy, anan]) {
    expect(code(await importPosts(s, brand, file(posts(1))))).toBe('not-allowed');
    expect(code(await showFigures(s, brand, { workspaceId, what: 'posts' }))).toBe('not-allowed');
    expect(code(await saveChannel(s, brand, { platform: 'x', followers: 1 }))).toBe('not-allowed');
    expect(code(await myFigures(s, brand, all))).toBe('not-found');
  }
  expect(await own(house, mali)).toMatchObject({ count: 2, imports: [{ kept: 2 }] });
  expect((await own(house, ben)).count).toBe(0);
});

test('a brand sees what it is shown and no more, and nothing once that is taken back', async () => {
  const house = await openPostHouse();
  const { s, mali } = house;
  const workspaceId = await workspaceOf(house);
  const seen = () => figuresShownTo(s.db, { userId: mali.userId, workspaceId });
  const channels = [{ platform: 'instagram' as const, handle: '@mali', followers: 12_400 }];
  value(await importPosts(s, mali, { ...file(posts(2)), channels }));
  const nothing = { shown: 'nothing', posts: [], channels: [] };
  expect(await seen()).toEqual(nothing);
  expect(await recentShownTo(s.db, workspaceId)).toEqual([]);

  value(await showFigures(s, mali, { workspaceId, what: 'figures' }));
  const figures = await seen();
  expect(figures).toMatchObject({ shown: 'figures', posts: [{ likes: 100 }, { likes: 101 }] });
  expect(JSON.stringify(figures)).not.toMatch(/SECRET/);
  expect(await channelsShownTo(s.db, workspaceId)).toMatchObject([{ followers: 12_400 }]);
  expect(await recentShownTo(s.db, workspaceId)).toHaveLength(1);

  value(await showFigures(s, mali, { workspaceId, what: 'posts' }));
  expect((await seen()).posts[0]?.caption).toBe('SECRETCAPTION 1');
  expect([...(await creatorsWhoShow(s.db, workspaceId))]).toEqual([['mali', 'posts']]);

  value(await showFigures(s, mali, { workspaceId, what: 'nothing' }));
  expect(await seen()).toEqual(nothing);
  expect(await channelsShownTo(s.db, workspaceId)).toEqual([]);
  expect((await own(house, mali)).count).toBe(2);
});

test('open pages of a brand hear of figures only while it is shown some, and of their end', async () => {
  const house = await openPostHouse();
  const { s, mali, ben, ploy } = house;
  const workspaceId = await workspaceOf(house);
  const hearers = async (change: () => Promise<unknown>) => {
    const before = (await eventsAfter(s.db, 0, 500)).length;
    await change();
    const heard = new Set<string>();
    for (const event of (await eventsAfter(s.db, 0, 500)).slice(before)) {
      for (const { userId } of [mali, ploy, ben]) {
        if (await mayHear(s.db, userId, event)) heard.add(`${userId} ${event.topic}`);
      }
    }
    return [...heard].toSorted();
  };
  const alone = ['mali person:mali'];
  const both = ['mali person:mali', `ploy roster:${workspaceId}`];
  const show = (what: 'nothing' | 'figures') => () => showFigures(s, mali, { workspaceId, what });
  expect(await hearers(() => importPosts(s, mali, file(posts(2))))).toEqual(alone);
  expect(await hearers(show('figures'))).toEqual(both);
  expect(await hearers(show('figures'))).toEqual([]);
  expect(await hearers(() => importPosts(s, mali, file(posts(3))))).toEqual(both);
  expect(await hearers(show('nothing'))).toEqual(both);
  expect(await hearers(() => importPosts(s, mali, file(posts(4))))).toEqual(alone);
});

test('a creator chooses for brands that know them, and can take back from one that let them go', async () => {
  const house = await openPostHouse();
  const { s, mali } = house;
  const workspaceId = await workspaceOf(house);
  await s.db.insert(workspace).values({ id: 'elsewhere', name: 'Elsewhere', createdAt: s.now() });
  const choose = (of: string, what: 'nothing' | 'posts') =>
    showFigures(s, mali, { workspaceId: of, what });
  expect(code(await choose('elsewhere', 'posts'))).toBe('not-found');
  const listed = { workspaceId: 'elsewhere', userId: 'mali', addedBy: 'x', addedAt: s.now() };
  await s.db.insert(rosterCreator).values(listed);
  value(await choose('elsewhere', 'posts'));
  value(await choose(workspaceId, 'posts'));
  await s.db.update(briefCreator).set({ state: 'removed' }).where(eq(briefCreator.userId, 'mali'));
  expect((await own(house, mali)).brands).toMatchObject([{ shown: 'posts' }, { shown: 'posts' }]);
  value(await choose(workspaceId, 'nothing'));
  expect((await own(house, mali)).brands).toMatchObject([{ workspaceId: 'elsewhere' }]);
});

test('what no reading can give is refused, and nothing of it is kept', async () => {
  const house = await openPostHouse();
  const { s, mali } = house;
  const [post] = posts(1) as [ImportedPost];
  const bad: Partial<ImportedPost>[] = [
    { likes: -1 },
    { likes: 1.5 },
    { reach: 1e15 },
    { key: 'nothing' },
    { caption: 'x'.repeat(5001) },
    { caption: 'half a pair \ud83d' },
    { permalink: 'javascript:alert(1)' },
    { publishedAt: new Date(0) },
    { kind: 'poem' as never },
    { platform: 'myspace' as never },
  ];
  for (const change of bad) {
    expect([change, code(await importPosts(s, mali, file([{ ...post, ...change }])))]).toEqual([
      change,
      'bad-input',
    ]);
  }
  expect(code(await importPosts(s, mali, file(posts(maxPostsAtOnce + 1))))).toBe('bad-input');
  for (const followers of [-3, 0]) {
    expect(code(await saveChannel(s, mali, { platform: 'x', followers }))).toBe('bad-input');
  }
  const days = { from: 'yesterday', counts: [1] };
  expect(code(await saveChannel(s, mali, { platform: 'x', follows: days }))).toBe('bad-input');
  expect((await own(house, mali)).count).toBe(0);
});

test('ten thousand posts are kept and no more', async () => {
  const house = await openPostHouse();
  const { s, mali } = house;
  const last = Date.UTC(2026, 8, 20);
  const told = posts(maxPosts + 1).map((post, n) => ({
    ...post,
    publishedAt: new Date(last - n * 3_600_000),
  }));
  for (let at = 0; at < maxPosts; at += maxPostsAtOnce) {
    value(await importPosts(s, mali, file(told.slice(at, at + maxPostsAtOnce))));
  }
  expect(code(await importPosts(s, mali, file(told.slice(maxPosts))))).toBe('too-many');
  expect((await own(house, mali)).count).toBe(maxPosts);
});
