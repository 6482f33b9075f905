import { expect, test } from 'vitest';
import {
  countCommon,
  countHashes,
  followerNames,
  hashBytes,
  hashFollower,
  overlapShare,
  packHashes,
} from '#shared/overlap.ts';
import { followersFile } from '#tests/support/followers.ts';

const packed = (salt: string, names: string[]) =>
  packHashes(names.map((name) => hashFollower(salt, name)));
const many = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => `follower.${from + index}`);

test('the names of an Instagram follower list are read, folded, each once', () => {
  const file = followersFile(['Fon.BKK', 'fon.bkk', 'ａｒｔ_th']);
  expect(followerNames(`\uFEFF${file}`)).toEqual({ ok: true, value: ['fon.bkk', 'art_th'] });
});

test('a name is found where the download leaves its value out', () => {
  const inTitle = { title: 'Nok', string_list_data: [{ href: 'x', timestamp: 1 }] };
  const inAddress = {
    title: '',
    string_list_data: [{ href: 'https://www.instagram.com/_u/pim', timestamp: 1 }],
  };
  const gone = { title: '', string_list_data: [] };
  const file = JSON.stringify([inTitle, inAddress, gone]);
  expect(followerNames(file)).toEqual({ ok: true, value: ['nok', 'pim'] });
});

test('a file of another kind is no follower list', () => {
  for (const text of [
    '',
    '{',
    '{"relationships_following":[]}',
    '[]',
    '[1,null,"x"]',
    'a,b\n1,2',
  ]) {
    expect(followerNames(text)).toMatchObject({ ok: false, error: { field: 'followers' } });
  }
});

test('two lists have in common what both name, and nothing under another salt', () => {
  const [a, b] = [many(0, 3_000), many(2_000, 9_000)];
  expect(countCommon(packed('salt', a), packed('salt', b))).toBe(1_000);
  expect(countCommon(packed('salt', b), packed('salt', a))).toBe(1_000);
  expect(countCommon(packed('salt', a), packed('other', b))).toBe(0);
  expect(countCommon(packed('salt', a), packed('salt', a))).toBe(3_000);
});

test('hashes are told from other bytes by their order', () => {
  const bytes = packed('salt', many(0, 5));
  expect(countHashes(bytes)).toBe(5);
  expect(countHashes(bytes.subarray(0, 39))).toBeNull();
  expect(countHashes(new Uint8Array())).toBeNull();
  const [one, two] = [bytes.subarray(0, hashBytes), bytes.subarray(hashBytes, 2 * hashBytes)];
  expect(countHashes(Uint8Array.from([...two, ...one]))).toBeNull();
  expect(countHashes(Uint8Array.from([...one, ...one]))).toBeNull();
});

test('what leaves the browser holds no name and no order of names', () => {
  const forwards = packed('salt', many(0, 50));
  expect(packed('salt', many(0, 50).reverse())).toEqual(forwards);
  expect(Buffer.from(forwards).toString('latin1')).not.toContain('follower');
});

test('overlap is a share of the smaller audience', () => {
  expect(overlapShare({ common: 250, followersA: 1_000, followersB: 4_000 })).toBe(0.25);
});
