// How many followers two creators share, without either's list leaving their browser: names become
// salted hashes there, and the server only counts those that both sent. Pure. What somebody who reads
// the server could still learn is said in docs/THREAT-MODEL.md.
import { digest } from 'lib0/hash/sha256';
import { encodeUtf8 } from 'lib0/string';
import { fail, ok, type Result } from './result.ts';

/** Bytes of a hash that are sent: of a million names two meet by chance once in 37 million rounds. */
export const hashBytes = 8;

/** Who has more is no micro-influencer, and the file would hold up a phone. */
export const maxFollowers = 200_000;

/** How long a round waits for those who were asked. */
export const roundDays = 14;

export function roundEnds(openedAt: Date): Date {
  return new Date(openedAt.getTime() + roundDays * 86_400_000);
}

/**
 * The names in one `followers_1.json` of Instagram's download, folded. `bad-input` where the file is
 * something else; an entry without a name (a deleted account) is left out.
 */
export function followerNames(text: string): Result<string[]> {
  const file = parsed(text);
  if (!Array.isArray(file)) return fail('bad-input', { field: 'followers' });
  const names = file.flatMap((entry) => nameIn(entry) ?? []);
  return names.length > 0 ? ok([...new Set(names)]) : fail('bad-input', { field: 'followers' });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return null;
  }
}

interface FollowerEntry {
  title?: unknown;
  string_list_data?: { value?: unknown; href?: unknown }[];
}

function nameIn(entry: unknown): string | null {
  const { title, string_list_data: list } = (entry ?? {}) as FollowerEntry;
  const [first] = Array.isArray(list) ? list : [];
  if (!first) return null;
  // Some downloads leave `value` out and say the name in the title or in the address alone.
  const fromAddress = typeof first.href === 'string' ? first.href.split('/').at(-1) : '';
  const name = [first.value, title, fromAddress].find((one) => typeof one === 'string' && one);
  return typeof name === 'string' ? name.normalize('NFKC').trim().toLowerCase() : null;
}

/** One name under the round's salt. */
export function hashFollower(salt: string, name: string): bigint {
  const hash = digest(encodeUtf8(`${salt}\u0000${name}`));
  return new DataView(hash.buffer, hash.byteOffset).getBigUint64(0);
}

/** Hashes as they are sent: each once, in order, so that nothing tells who was named first. */
export function packHashes(hashes: Iterable<bigint>): Uint8Array {
  const sorted = BigUint64Array.from(new Set(hashes)).sort();
  const bytes = new Uint8Array(sorted.length * hashBytes);
  const view = new DataView(bytes.buffer);
  sorted.forEach((hash, index) => view.setBigUint64(index * hashBytes, hash));
  return bytes;
}

/** How many there are; null where the bytes are not hashes in order, each once. */
export function countHashes(bytes: Uint8Array): number | null {
  if (bytes.length === 0 || bytes.length % hashBytes !== 0) return null;
  const hashes = read(bytes);
  for (let i = 1; i < hashes.length; i++)
    if ((hashes[i - 1] ?? 0n) >= (hashes[i] ?? 0n)) return null;
  return hashes.length <= maxFollowers ? hashes.length : null;
}

/** How many hashes are in both. */
export function countCommon(a: Uint8Array, b: Uint8Array): number {
  const [left, right] = [read(a), read(b)];
  let common = 0;
  for (let i = 0, j = 0; i < left.length && j < right.length; ) {
    const [one = 0n, other = 0n] = [left[i], right[j]];
    if (one === other) common++;
    if (one <= other) i++;
    if (other <= one) j++;
  }
  return common;
}

function read(bytes: Uint8Array): BigUint64Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return BigUint64Array.from({ length: bytes.length / hashBytes }, (_, index) =>
    view.getBigUint64(index * hashBytes),
  );
}

/** Overlap as the trade says it: the share of the smaller audience that follows the other too. */
export function overlapShare(pair: {
  common: number;
  followersA: number;
  followersB: number;
}): number {
  return pair.common / Math.min(pair.followersA, pair.followersB);
}
