import { expect, test } from 'vitest';
import { countIn, hashtagsIn } from '#shared/counting.ts';
import { weighTweet } from '#shared/weighing.ts';

// Weights as twitter-text's own conformance data has them: Latin and Thai 1, CJK and emoji 2.
test.each([
  ['Ad. Lumphini', 12],
  ['กันแดด', 6],
  ['日本', 4],
  ['🫠', 2],
  ['👩‍👩‍👧‍👦', 2],
  ['see https://example.com/a/very/long/path/that/goes/on/and/on', 27],
  ['', 0],
])('X counts %j as %i', (text, count) => {
  expect(countIn('weighted', text, weighTweet)).toBe(count);
});

test('without X’s own code nothing is said of a length on X', () => {
  expect(countIn('weighted', 'กันแดด', null)).toBeNull();
});

test('elsewhere an emoji counts as its code units, on Bluesky as what a reader sees', () => {
  expect(countIn('utf16', 'a👩‍👩‍👧‍👦', null)).toBe(12);
  expect(countIn('graphemes', 'a👩‍👩‍👧‍👦', null)).toBe(2);
  expect(countIn('graphemes', 'ที่', null)).toBe(1);
});

test.each([
  ['@rimdaet #ทาซ้ำกับริมแดด และ #RimdaetAgain', ['#ทาซ้ำกับริมแดด', '#RimdaetAgain']],
  ['＃広告 です', ['＃広告']],
  ['#spf50 #50spf #2026 #Straßentaugefühl', ['#spf50', '#50spf', '#Straßentaugefühl']],
  ['Up early#no https://example.com/#no &#39; #', []],
  ['#one#two', ['#one']],
])('the hashtags of %j are %j', (text, tags) => {
  expect(hashtagsIn(text).map(({ start, end }) => text.slice(start, end))).toEqual(tags);
});
