import { describe, expect, test } from 'vitest';
import { partKinds } from '#shared/parts.ts';
import { foldPosition, formatsOf, limitOf, partsOf, platforms } from '#shared/platforms.ts';

test('every format of every platform asks for parts, each once', () => {
  for (const platform of platforms) {
    expect(formatsOf(platform).length).toBeGreaterThan(0);
    for (const format of formatsOf(platform)) {
      const parts = partsOf(platform, format);
      expect(parts.length).toBeGreaterThan(0);
      expect(new Set(parts).size).toBe(parts.length);
      expect(parts.every((part) => partKinds.includes(part))).toBe(true);
    }
  }
  expect(partsOf('x', 'reel')).toEqual([]);
});

test('the limits are those on file, a photo on TikTok having its own', () => {
  expect(limitOf('instagram', 'reel', 'caption')?.max).toBe(2200);
  expect(limitOf('tiktok', 'video', 'caption')?.max).toBe(2200);
  expect(limitOf('tiktok', 'photo', 'caption')?.max).toBe(4000);
  expect(limitOf('tiktok', 'photo', 'title')?.max).toBe(90);
  expect(limitOf('youtube', 'video', 'title')?.max).toBe(100);
  expect(limitOf('line', 'post', 'caption')).toBeNull();
  expect(limitOf('instagram', 'story', 'frames')).toBeNull();
});

describe('the fold', () => {
  test('is where the platform cuts', () => {
    expect(foldPosition('x'.repeat(200), 'instagram')).toBe(125);
    expect(foldPosition('x'.repeat(200), 'youtube')).toBe(120);
  });

  test('is not in a text that ends before it, nor where nothing is cut', () => {
    expect(foldPosition('x'.repeat(125), 'instagram')).toBeNull();
    expect(foldPosition('x'.repeat(9999), 'x')).toBeNull();
  });

  test('never falls inside a word, not even where no space says so', () => {
    expect(foldPosition(`${'x '.repeat(60)}sunscreen again`, 'instagram')).toBe(120);
    // "เที่ยง" (noon) stands across the cut: it begins at 122.
    expect(foldPosition(`${'ก '.repeat(61)}เที่ยง ${'ก '.repeat(9)}`, 'instagram')).toBe(122);
  });

  test('never falls inside a character', () => {
    const family = '👩‍👩‍👧‍👦';
    expect(foldPosition(`${'x'.repeat(120)}${family}${'x'.repeat(50)}`, 'instagram')).toBe(120);
    expect(foldPosition(`${'x'.repeat(124)}ที่${'x'.repeat(50)}`, 'instagram')).toBe(124);
  });
});
