import { expect, test } from 'vitest';
import { bestCount, heardByCreator, importedAs, type PublishedPost } from '#shared/heard.ts';
import type { ImportedPost } from '#shared/imports/post.ts';

const out: PublishedPost = {
  platform: 'instagram',
  url: 'https://www.instagram.com/reel/Cx1/?igsh=abc',
  caption: 'โฆษณา  08.10 บีทีเอสอโศก',
  publishedAt: new Date('2026-11-20T03:00:00Z'),
};

const imported = (of: Partial<ImportedPost>): ImportedPost => ({
  platform: 'instagram',
  key: 'at:1',
  publishedAt: out.publishedAt,
  kind: 'reel',
  caption: '',
  permalink: '',
  likes: 1,
  comments: null,
  saves: null,
  shares: null,
  views: null,
  reach: null,
  followers: null,
  sponsored: null,
  ...of,
});

test('an imported post is known by its address, whatever a share button added', () => {
  const same = imported({ permalink: 'https://instagram.com/reel/Cx1' });
  const other = imported({ permalink: 'https://www.instagram.com/reel/Cx2/' });
  expect(importedAs(out, [other, same])).toBe(same);
  expect(importedAs(out, [other])).toBeNull();
  expect(importedAs(out, [imported({ platform: 'tiktok', permalink: out.url })])).toBeNull();
});

test('a video is told from others by its number', () => {
  const tube = {
    ...out,
    platform: 'youtube',
    url: 'https://m.youtube.com/watch?v=a1&t=3',
  } as const;
  const at = (v: string) =>
    imported({ platform: 'youtube', permalink: `https://www.youtube.com/watch?v=${v}` });
  expect(importedAs(tube, [at('b2'), at('a1')])?.permalink).toContain('a1');
});

test('without an address it is known by its words within two days, unless two would do', () => {
  const words = imported({ caption: 'โฆษณา 08.10 บีทีเอสอโศก' });
  const late = { ...words, publishedAt: new Date('2026-11-23T03:00:00Z') };
  expect(importedAs(out, [late])).toBeNull();
  expect(importedAs(out, [words, late])).toBe(words);
  expect(importedAs(out, [words, { ...words }])).toBeNull();
  expect(importedAs({ ...out, caption: '' }, [imported({ caption: ' ' })])).toBeNull();
});

test('a file’s reach stands over what its creator told, and leaves that where it has none', () => {
  expect(bestCount(100, 130)).toEqual({ count: 130, source: 'import' });
  expect(bestCount(100, null)).toEqual({ count: 100, source: 'creator' });
  expect(bestCount(null, null)).toEqual({ count: null, source: null });
  expect(bestCount(0, null)).toEqual({ count: 0, source: 'creator' });
});

test('what was heard is said a creator at a time, with how much of it is measured', () => {
  const posts = [
    { userId: 'mali', reach: 3_000, source: 'import' as const },
    { userId: 'mali', reach: 1_000, source: 'creator' as const },
    { userId: 'mali', reach: null, source: null },
    { userId: 'ben', reach: null, source: null },
  ];
  expect(heardByCreator(posts)).toEqual([
    { userId: 'mali', published: 3, measured: 2, confirmed: 1, reach: 2_000 },
    { userId: 'ben', published: 1, measured: 0, confirmed: 0, reach: null },
  ]);
});
